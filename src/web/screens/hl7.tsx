import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { coursesAsked, type CourseAsked } from '../../hl7/appointments/told-appointments.query';
import { HL7_STATES, type Hl7MessageRow, type Hl7State } from '../../hl7/hl7-message.entity';
import { findMessages } from '../../hl7/hl7-messages.query';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isMoment } from '../../platform/http/validating/day-shapes';
import { isId } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { addressWith } from '../filled-query';
import { MessageRow, STATE_WORDS } from '../parts/messages/message-row';
import { SelectField } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';

interface MessagesProps {
  readonly actor: SignedIn;
  readonly rows: readonly Hl7MessageRow[];
  /** For which courses those that wait for it may be, by message. */
  readonly courses: ReadonlyMap<string, readonly CourseAsked[]>;
  readonly state?: Hl7State;
  readonly moreAt?: string;
  readonly clinic: Clinic;
}

/** What a hospital told: first what waits for a person, on request all of it. */
@Screen('hl7')
export class Hl7Screen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('hl7.read')
  @Reads('hl7_message', ({ props }: VNode<MessagesProps>) => ({
    patients: props.rows.map(({ patientId }) => patientId),
  }))
  async list(
    @By() actor: SignedIn,
    @Query() query: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<MessagesProps>>> {
    const asked = query['state'] ?? 'waiting';
    const state = HL7_STATES.find((known) => known === asked);
    const cursor = typeof query['cursor'] === 'string' ? query['cursor'] : undefined;
    const after = readCursor('hl7', cursor, [isMoment, isId]);
    const found = await findMessages(this.work.db, { state, after, limit: USUAL_LIMIT + 1 });
    const { items: rows, nextCursor } = toPage('hl7', found, USUAL_LIMIT, (row) => [
      row.receivedAt.toISOString(),
      row.id,
    ]);
    const moreAt =
      nextCursor === null ? undefined : addressWith('/hl7', { state: state ?? '' }, { cursor: nextCursor });
    const courses = await coursesAsked(this.work.db, rows);
    return screenOf(reply, <Messages {...{ actor, rows, courses, state, moreAt, clinic }} />);
  }
}

function Messages({ actor, rows, courses, state, moreAt, clinic }: MessagesProps) {
  return (
    <Page title="Messages of the hospital" actor={actor} at="/hl7">
      <form method="get" class="row row-end no-print">
        <SelectField
          label="Which"
          name="state"
          value={state ?? ''}
          options={[
            ...HL7_STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
            { value: '', label: 'All' },
          ]}
        />
        <button type="submit">Show</button>
      </form>
      <section class="panel" aria-label="Messages">
        {rows.length === 0 && (
          <p class="empty">{state === 'waiting' ? 'No message waits for anybody.' : 'There is none.'}</p>
        )}
        <ul class="plain stack">
          {rows.map((row) => (
            <MessageRow
              key={row.id}
              row={row}
              courses={courses.get(row.id)}
              clinic={clinic}
              role={actor.role}
            />
          ))}
        </ul>
        {moreAt && (
          <p>
            <a class="button" href={moreAt}>
              Show more
            </a>
          </p>
        )}
      </section>
    </Page>
  );
}
