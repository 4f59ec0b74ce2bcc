import type { Clinic } from '../../../platform/clinic';
import type { CallRowView } from '../../../worklist/calling/calls.dto';
import { marks } from '../../browser/marks';
import type { Desk } from '../../read-desk';
import { AskForms } from '../asking/ask-forms';
import { CallRow, type CallRowProps } from '../due-board/call-row';
import { DueForms } from '../due-board/due-forms';

interface NextVisitsProps {
  readonly desk: Pick<Desk, 'asked'>;
  readonly row: CallRowView;
  readonly clinic: Clinic;
  readonly mayOpenCourse: boolean;
}

/** What is left of authorizations stands with them on the same page. */
const TOLD_BELOW: CallRowProps['balances'] = new Map();

/** The courses as on the due board: when each is due, what is booked, and booking, calling and snoozing. */
export function NextVisits({ desk, row, clinic, mayOpenCourse }: NextVisitsProps) {
  return (
    <section class="panel calls" aria-labelledby="next-visits">
      <h2 id="next-visits">Next visits</h2>
      <ul class="call-rows" {...marks({ rows: true })}>
        <CallRow
          {...{ row, clinic, mayOpenCourse }}
          tab="all"
          asked={desk.asked}
          asOf={clinic.today}
          balances={TOLD_BELOW}
        />
      </ul>
      <p>
        <a href={`/ready?ready=&patientId=${row.patient.id}&from=1900-01-01`}>
          Is everything there for them?
        </a>
      </p>
      <DueForms clinic={clinic} />
      <AskForms today={clinic.today} />
    </section>
  );
}
