import type { PlainDate } from '../../../../clinical/calendar';
import { dayIn } from '../../../../clinical/calendar';
import type { Patient } from '../../../../records/patients/patient.entity';
import type { MergedRecord } from '../../../../records/patients/merging/merged-records.query';
import { marks } from '../../../browser/marks';
import { shortDay } from '../../../shared/day-text';
import { Field } from '../../page/field';
import { listedName } from '../../../../clinical/person-name';

interface MergedRecordsProps {
  readonly patient: Patient;
  readonly merged: readonly MergedRecord[];
  readonly zone: string;
  readonly today: PlainDate;
  readonly mayUndo: boolean;
}

/** Where this record went, and which others were put into it, each to be taken apart again. */
export function MergedRecords({ patient, merged, zone, today, mayUndo }: MergedRecordsProps) {
  return (
    <>
      {patient.mergedInto && (
        <p class="notice notice-warn">
          This record was put into another one of the same person.{' '}
          <a href={`/patients/${patient.mergedInto}`}>Go on there</a>
        </p>
      )}
      {merged.map(({ id, mergedAt, reason, record }) => (
        <details key={id} class="notice">
          <summary>
            {`Record ${record.mrn} (${listedName(record)}) was put into this one on ${shortDay(dayIn(zone, mergedAt), today)}.`}
          </summary>
          <div class="stack">
            <p>{`Why: ${reason}`}</p>
            {mayUndo && (
              <form
                class="stack"
                {...marks({
                  api: `POST /api/v1/merges/${id}/undo`,
                  saved: 'They are two records again.',
                  noId: true,
                })}
              >
                <p>What came with it goes back. What was begun here since then stays.</p>
                <Field
                  label="Why they are not the same person"
                  name="reason"
                  id={`undo-${id}`}
                  required
                  maxLength={2000}
                />
                <div>
                  <button type="submit">Take them apart</button>
                </div>
              </form>
            )}
          </div>
        </details>
      ))}
    </>
  );
}
