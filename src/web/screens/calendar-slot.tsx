import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { isPlainDate, type PlainDate } from '../../clinical/calendar';
import { INDICATIONS, type IndicationSlug } from '../../clinical/catalogue/indications';
import { momentAt } from '../../clinical/schedule/wall-clock';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Problem } from '../../platform/http/problem';
import { Allow } from '../../platform/permissions';
import type { MayComeEarlierRowView } from '../../worklist/schedule/may-come-earlier.dto';
import { mayComeEarlier } from '../../worklist/schedule/may-come-earlier.query';
import { injectorsHere, type Injector } from '../../worklist/schedule/free-slots.query';
import { calendarAddress, treatmentIn } from '../parts/calendar/free-for';
import { MayCome } from '../parts/calendar/visit/may-come';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { clockWords, shortDay } from '../shared/day-text';

interface SlotProps {
  readonly actor: SignedIn;
  readonly clinic: Clinic;
  readonly day: PlainDate;
  readonly startsAt: Date;
  /** Absent: nobody is named. */
  readonly injector: Injector | undefined;
  /** The treatment for which a time was sought. */
  readonly treatment: IndicationSlug | undefined;
  readonly hasPassed: boolean;
  readonly rows: readonly MayComeEarlierRowView[];
}

/** A free time, and who may come then: each is booked, or moved there, with one key. */
@Screen('calendar/slot')
export class CalendarSlotScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

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
    if (!isPlainDate(day) || !startsAt || (query['with'] !== undefined && !injector))
      throw new Problem('not-found', 'There is no such time. Choose one in the calendar.');
    const hasPassed = startsAt < this.clock.now();
    const treatment = treatmentIn(query);
    const found = hasPassed ? [] : await mayComeEarlier(this.work.db, startsAt, clinic);
    const rows = found.filter(
      ({ courses }) => !treatment || courses.some(({ indication }) => indication === treatment),
    );
    return screenOf(
      reply,
      <Slot {...{ actor, clinic, day, startsAt, injector, treatment, hasPassed, rows }} />,
    );
  }
}

function Slot({ actor, clinic, day, startsAt, injector, treatment, hasPassed, rows }: SlotProps) {
  const { today, zone } = clinic;
  const time = `${shortDay(day, today)}, ${clockWords(startsAt, zone)}`;
  return (
    <Page
      title={injector ? `${time}, ${injector.name}` : time}
      actor={actor}
      at="/calendar"
      actions={
        <a class="button" href={calendarAddress('/calendar/day', { on: day }, { for: treatment })}>
          Back to the day
        </a>
      }
    >
      <p class="muted">
        Who may come then: their earliest day is reached, nothing is missing from their insurer, their product
        is there. First those who agreed to be called when an earlier time is free, then those who are neither
        booked nor asked to be left alone; of each those first who wait longest.
      </p>
      {hasPassed ? (
        <p>This time has passed. Choose one in the calendar.</p>
      ) : (
        rows.length === 0 && (
          <p>{`Nobody who waits${treatment ? ` for ${INDICATIONS[treatment].name}` : ''} may come then.`}</p>
        )
      )}
      <ol class="visits">
        {rows.map((row) => (
          <MayCome key={row.patient.id} {...{ row, clinic, day, startsAt, injector }} />
        ))}
      </ol>
    </Page>
  );
}
