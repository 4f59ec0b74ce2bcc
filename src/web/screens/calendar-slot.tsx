import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { isPlainDate, type PlainDate } from '../../clinical/calendar';
import { momentAt } from '../../clinical/schedule/wall-clock';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Problem } from '../../platform/http/problem';
import { Allow } from '../../platform/permissions';
import { mayComeEarlier } from '../../worklist/schedule/earlier.query';
import type { CallRowView } from '../../worklist/calling/calls.dto';
import { injectorsHere, type Injector } from '../../worklist/schedule/free-slots.query';
import { marks } from '../browser/marks';
import { Page } from '../parts/page/page';
import { listedName, personName } from '../../clinical/person-name';
import { treatmentWords } from '../parts/patient/patient-words';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { clockWords, shortDay } from '../shared/day-text';

interface SlotProps {
  readonly actor: SignedIn;
  readonly clinic: Clinic;
  readonly day: PlainDate;
  readonly startsAt: Date;
  readonly injector: Injector;
  readonly rows: readonly CallRowView[];
}

/** A free time, and who may come then: each is booked with one key. */
@Screen('calendar/slot')
export class CalendarSlotScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('scheduling.write')
  @Reads('due_list', ({ props }: VNode<SlotProps>) => ({
    patients: props.rows.map(({ patient }) => patient.id),
  }))
  async slot(
    @By() actor: SignedIn,
    @Query() query: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<SlotProps>>> {
    const at = typeof query['at'] === 'string' ? query['at'] : '';
    const day = at.slice(0, 10);
    const startsAt = momentAt(at, clinic.zone);
    const injector = (await injectorsHere(this.work.db)).find(({ id }) => id === query['with']);
    if (!isPlainDate(day) || !startsAt || !injector)
      throw new Problem('not-found', 'There is no such time. Choose one in the calendar.');
    const rows = await mayComeEarlier(this.work.db, day, clinic);
    return screenOf(reply, <Slot {...{ actor, clinic, day, startsAt, injector, rows }} />);
  }
}

function Slot({ actor, clinic, day, startsAt, injector, rows }: SlotProps) {
  const { today, zone } = clinic;
  return (
    <Page
      title={`${shortDay(day, today)}, ${clockWords(startsAt, zone)}, ${injector.name}`}
      actor={actor}
      at="/calendar"
      actions={
        <a class="button" href={`/calendar/day?on=${day}`}>
          Back to the day
        </a>
      }
    >
      <p class="muted">
        Who may come then: their earliest day is reached, nothing is missing from their insurer, they are
        neither booked nor asked to be left alone. Those first who wait longest.
      </p>
      {rows.length === 0 && <p>Nobody who waits may come then.</p>}
      <ol class="visits">
        {rows.map((row) => (
          <li key={row.courseId} class="visit">
            <p>
              <a class="strong" href={`/patients/${row.patient.id}`}>
                {listedName(row.patient)}
              </a>
            </p>
            <p class="muted">{treatmentWords(row)}</p>
            {row.dueOn && <p>{`Due ${shortDay(row.dueOn, today)}`}</p>}
            {row.patient.phone && (
              <p>
                <a href={`tel:${row.patient.phone.replaceAll(/[^+\d]/g, '')}`}>{row.patient.phone}</a>
              </p>
            )}
            <form
              {...marks({
                api: `POST /api/v1/courses/${row.courseId}/appointments`,
                checkFirst: `POST /api/v1/courses/${row.courseId}/appointments/check`,
                after: `/calendar/day?on=${day}`,
                saved: `${personName(row.patient)}: booked.`,
              })}
            >
              <input type="hidden" name="startsAt" value={startsAt.toISOString()} />
              <input type="hidden" name="injectorId" value={injector.id} />
              <button type="submit">
                Book<span class="visually-hidden">{` ${personName(row.patient)}`}</span>
              </button>
            </form>
          </li>
        ))}
      </ol>
    </Page>
  );
}
