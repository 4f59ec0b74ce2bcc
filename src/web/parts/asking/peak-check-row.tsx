import type { PlainDate } from '../../../clinical/calendar';
import type { FollowUpCheckKind } from '../../../clinical/asking/follow-up-check';
import type { Clinic } from '../../../platform/clinic';
import type { PeakCheckRowView } from '../../../worklist/peak-checks/peak-checks.dto';
import { marks } from '../../browser/marks';
import { dayWords, shortDay } from '../../shared/day-text';
import { counted } from '../../../clinical/words';
import { DueWho } from '../due-board/due-who';
import { personName } from '../../../clinical/person-name';
import { treatmentWords } from '../patient/patient-words';

const CHECK_WORDS: Readonly<Record<FollowUpCheckKind, { readonly name: string; readonly ask: string }>> = {
  call: {
    name: 'First call',
    ask: 'Trouble swallowing, breathing, with the eyelids or elsewhere? Is it working?',
  },
  peak: {
    name: 'Peak check',
    ask: 'How many percent better is it at its best? It stays here until that is known. Is it still working?',
  },
};

interface PeakCheckRowProps {
  readonly row: PeakCheckRowView;
  readonly asOf: PlainDate;
  readonly clinic: Clinic;
  readonly mayOpenCourse: boolean;
}

/** One patient to ask: whom to call, about what, until when; and the answer in place. */
export function PeakCheckRow({ row, asOf, clinic, mayOpenCourse }: PeakCheckRowProps) {
  const { courseId, patient, session, check, toOn, attempts, booked } = row;
  const name = personName(patient);
  const { name: what, ask } = CHECK_WORDS[check];
  const refresh = `/peak-checks?q=${encodeURIComponent(patient.mrn)}`;
  const values = { courseId, name, row: `course-${courseId}`, refresh };
  const words = treatmentWords(row);
  return (
    <li class="due-row" id={`course-${courseId}`} {...marks({ row: true, values })}>
      <DueWho patient={patient} />
      <div>
        {mayOpenCourse ? <a href={`/courses/${courseId}`}>{words}</a> : <span>{words}</span>}
        <p class="muted">{`Treated ${dayWords(session.performedOn, asOf)}`}</p>
      </div>
      <div class="asked-for">
        <span>
          <span class={toOn === asOf ? 'badge badge-warn' : 'badge'}>{what}</span>{' '}
          {toOn === asOf ? 'last day today' : `until ${shortDay(toOn, asOf)}`}
        </span>
        <span>{ask}</span>
      </div>
      <div class="due-state">
        {booked && <span class="badge badge-good">Booked</span>}
        {attempts > 0 && <span class="muted">{counted(attempts, 'attempt')}</span>}
      </div>
      <div class="ask-now no-print">
        <button type="button" {...marks({ open: 'ask' })} aria-expanded="false">
          Ask<span class="visually-hidden">{` ${name}`}</span>
        </button>
        <form
          {...marks({
            api: `POST /api/v1/courses/${courseId}/contacts`,
            zone: clinic.zone,
            after: 'refresh',
            refresh: `#course-${courseId}`,
            refreshFrom: refresh,
            saved: 'Written down.',
          })}
        >
          <input type="hidden" name="channel" value="phone" />
          <input type="hidden" name="outcome" value="no-answer" />
          <button type="submit">
            No answer<span class="visually-hidden">{` from ${name}`}</span>
          </button>
        </form>
      </div>
      <div class="due-slot" {...marks({ slot: true })} />
    </li>
  );
}
