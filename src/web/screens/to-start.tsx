import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { isPlainDate } from '../../clinical/calendar';
import type { CallQueue } from '../../clinical/calling/call-queue';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isId } from '../../platform/http/validation';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { callCounts } from '../../worklist/calling/calls.query';
import { dayOf } from '../../worklist/list-day';
import { ToStartQuery, type ToStartRowView } from '../../worklist/to-start/to-start.dto';
import { countToStart, rowsToStart } from '../../worklist/to-start/to-start.query';
import { addressWith, filledQuery } from '../filled-query';
import { QueueTabs } from '../parts/due-board/queue-tabs';
import { ToStartRow } from '../parts/readiness/to-start-row';
import { VisitFilters, VisitList } from '../parts/readiness/visit-list';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { shortDay } from '../shared/day-text';

interface ToStartProps {
  readonly actor: SignedIn;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly query: ToStartQuery;
  readonly rows: readonly ToStartRowView[];
  readonly moreAt?: string;
  readonly counts: Readonly<Record<CallQueue, number>>;
  readonly toStart: string;
  readonly clinic: Clinic;
}

/** A tab of the board of the desk: whose payer to ask now, so that the authorization is there on the due day. */
@Screen('authorizations-to-start')
export class ToStartScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('authorization.read')
  @Costs('search')
  @Reads('prior_authorization', ({ props }: VNode<ToStartProps>) => ({
    patients: props.rows.map(({ patient }) => patient.id),
  }))
  async list(
    @By() actor: SignedIn,
    @Query() asked: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<ToStartProps>>> {
    const { db } = this.work;
    const query = await filledQuery(asked, ToStartQuery);
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('to-start', query.cursor, [isPlainDate, isId]);
    const day = dayOf(query, clinic);
    const found = await rowsToStart(db, query, day, { limit: limit + 1, after });
    const { items: rows, nextCursor } = toPage('to-start', found, limit, (row) => [row.dueOn, row.courseId]);
    const props: ToStartProps = {
      actor,
      asked,
      query,
      rows,
      moreAt:
        nextCursor === null
          ? undefined
          : addressWith('/authorizations-to-start', asked, { cursor: nextCursor }),
      counts: await callCounts(db, query, day),
      toStart: await countToStart(db, query, day),
      clinic,
    };
    return screenOf(reply, <ToStart {...props} />);
  }
}

function ToStart({ actor, asked, query, rows, moreAt, counts, toStart, clinic }: ToStartProps) {
  const asOf = query.asOf ?? clinic.today;
  return (
    <Page
      title={`To authorize, ${shortDay(asOf, clinic.today)}`}
      actor={actor}
      at="/due"
      wide
      actions={
        <a class="button" href="/payers">
          Insurers
        </a>
      }
    >
      <QueueTabs tab="to-start" {...{ asked, counts, toStart }} />
      <VisitFilters at="/authorizations-to-start" query={query} />
      <VisitList
        label="Whose insurer to ask, those that fall due first"
        none="No insurer is to be asked now. Try fewer filters."
        moreAt={moreAt}
      >
        {rows.map((row) => (
          <ToStartRow key={row.courseId} row={row} asOf={asOf} />
        ))}
      </VisitList>
    </Page>
  );
}
