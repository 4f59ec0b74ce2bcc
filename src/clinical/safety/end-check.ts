import type { PlainDate } from '../calendar';
import type { Finding } from '../finding';

const SOURCE = 'No session is given after death or after the end of its course (P)';

export interface Ends {
  readonly deceasedOn?: PlainDate | null;
  readonly courseEndedOn?: PlainDate | null;
  /** Is the session on record already, and only corrected? */
  readonly corrects?: boolean;
}

/**
 * Was the patient alive and the course open on the session's day (S29)?
 *
 * After the day of death: no. On that day it is asked. From the day of the course's end on: no; a session given before
 * that day and only now written down is asked about, and one that is corrected is not.
 */
export function endFindings(
  { performedOn }: { readonly performedOn: PlainDate },
  { deceasedOn, courseEndedOn, corrects = false }: Ends,
): readonly Finding[] {
  return [...afterDeath(performedOn, deceasedOn), ...afterEnd(performedOn, courseEndedOn, corrects)];
}

function afterDeath(performedOn: PlainDate, deceasedOn: Ends['deceasedOn']): readonly Finding[] {
  if (!deceasedOn || performedOn < deceasedOn) return [];
  if (performedOn > deceasedOn)
    return [
      finding(
        'stop',
        `The patient died on ${deceasedOn}, before this session of ${performedOn}. Correct the day of the session, the patient, or the day of death.`,
      ),
    ];
  return [
    finding(
      'confirm',
      `The patient died on ${deceasedOn}, the day of this session. Correct the day, or give the reason for keeping it.`,
    ),
  ];
}

function afterEnd(
  performedOn: PlainDate,
  endedOn: Ends['courseEndedOn'],
  corrects: boolean,
): readonly Finding[] {
  if (!endedOn) return [];
  if (performedOn >= endedOn && !(corrects && performedOn === endedOn))
    return [
      finding(
        'stop',
        `This course ended on ${endedOn}; a session of ${performedOn} is not part of it. Correct the day, reopen the course if it was ended by mistake, or start a new course for further sessions.`,
      ),
    ];
  if (corrects) return [];
  return [
    finding(
      'confirm',
      `This course ended on ${endedOn} and this session of ${performedOn} was given before. Give the reason for entering it late.`,
    ),
  ];
}

function finding(severity: Finding['severity'], message: string): Finding {
  return { code: 'S29', severity, message, pointer: '/performedOn', sourceText: SOURCE };
}
