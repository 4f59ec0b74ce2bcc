import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { isPlainDate, type PlainDate } from '../../clinical/calendar';
import type { CallQueue } from '../../clinical/calling/call-queue';
import { Exports, Reads, Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { Now } from '../../platform/http/now.decorator';
import { Costs } from '../../platform/limits/costly';
import { Allow, may } from '../../platform/permissions';
import { malformed } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { balancesOfCourses, type BalancedAuthorization } from '../../records/authorizations/balances.query';
import { lastAskedOn } from '../../records/patient-answers/waiting-answer.query';
import type { CallRowView } from '../../worklist/calling/calls.dto';
import { callCounts, callRows, injectorsOnList } from '../../worklist/calling/calls.query';
import type { DueListDay } from '../../worklist/list-day';
import { DueListQuery } from '../../worklist/worklist.dto';
import { countToStart } from '../../worklist/to-start/to-start.query';
import { dueCsv } from '../due-csv';
import { viewsOf } from '../../records/saved-views/saved-view.query';
import type { SavedViewView } from '../../records/saved-views/saved-views.dto';
import { addressWith, filledQuery } from '../filled-query';
import { shortDay } from '../shared/day-text';
import { AskForms } from '../parts/asking/ask-forms';
import { CallRow } from '../parts/due-board/call-row';
import { DueForms } from '../parts/due-board/due-forms';
import { FilterChips } from '../parts/due-board/filter-chips';
import { QueueTabs } from '../parts/due-board/queue-tabs';
import { NOBODY_WORDS, TAB_WORDS, type BoardTab } from '../parts/due-board/queue-words';
import type { Choice } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';

type Asked = Readonly<Record<string, unknown>>;

interface BoardProps {
  readonly actor: SignedIn;
  readonly tab: BoardTab;
  readonly asked: Asked;
  readonly query: DueListQuery;
  readonly day: DueListDay;
  readonly counts: Readonly<Record<CallQueue, number>>;
  readonly toStart: string;
  readonly rows: readonly CallRowView[];
  /** Where the rows after these are. */
  readonly moreAt?: string;
  readonly views: readonly SavedViewView[];
  readonly injectors: readonly Choice[];
  readonly lastAsked: ReadonlyMap<string, PlainDate>;
  /** What is left of authorizations that are too short, by course. */
  readonly balances: ReadonlyMap<string, readonly BalancedAuthorization[]>;
}

/** The whole list as a file, and what the trail says of it: not the name that was searched for. */
interface DueFile {
  readonly patientIds: readonly string[];
  readonly filters: Omit<DueListQuery, 'q'>;
}

/** The board of the desk: whom to call, and in a tab each who is booked, snoozed, has said no, has lapsed, or never came. */
@Screen()
export class DueBoardScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get('due')
  @Allow('due-list.read')
  @Costs('search')
  @Reads('due_list', ({ props }: VNode<BoardProps>) => ({
    patients: props.rows.map(({ patient }) => patient.id),
  }))
  async board(
    @By() actor: SignedIn,
    @Query() asked: Asked,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<BoardProps>>> {
    const { db } = this.work;
    const { tab, query, day } = await read(asked, clinic);
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('calls', query.cursor, [isPlainDate, isId]);
    const found = await callRows(db, query, day, { limit: limit + 1, after });
    const { items: rows, nextCursor } = toPage('calls', found, limit, (row) => [
      row.waitsFromOn,
      row.patient.id,
    ]);
    const shown = rows.flatMap(({ courses }) => courses.map(({ courseId }) => courseId));
    const props: BoardProps = {
      actor,
      tab,
      asked,
      query,
      day,
      rows,
      counts: await callCounts(db, query, day),
      toStart: await countToStart(db, query, day),
      moreAt:
        nextCursor === null ? undefined : addressWith('/due', asked, { queue: tab, cursor: nextCursor }),
      injectors: await injectorsOnList(db),
      lastAsked: await lastAskedOn(db, shown),
      balances: await balancesOfCourses(db, shortOf(rows), clinic),
      views: await viewsOf(db, actor.id),
    };
    return screenOf(reply, <DueBoard {...props} />);
  }

  @Get('due.csv')
  @Allow('due-list.read')
  @Costs('export')
  @Exports('due_list', ({ patientIds, filters }: DueFile) => ({
    patients: patientIds,
    detail: { ...filters },
  }))
  async csv(
    @Query() asked: Asked,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<DueFile>> {
    const { query, day } = await readQuery(asked, clinic);
    const { q: _name, ...filters } = query;
    const { text, patientIds } = await dueCsv(this.work.db, { query, all: asked['queue'] === 'all' }, day);
    return new Unsent({ patientIds, filters }, () => {
      void reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="due-${day.asOf}.csv"`)
        .send(text);
    });
  }
}

async function readQuery(asked: Asked, clinic: Clinic): Promise<{ query: DueListQuery; day: DueListDay }> {
  const { queue, ...others } = asked;
  const query = await filledQuery(queue === 'all' ? others : asked, DueListQuery);
  const { from, to } = query;
  if (from && to && from > to)
    throw malformed('/to', 'order', `“Due until” lies before “Due from” (${from}).`);
  return { query, day: { asOf: query.asOf ?? clinic.today, clinic } };
}

/** Who looks for somebody, or for a day, is shown everybody; the board opens with whom to call. */
async function read(
  asked: Asked,
  clinic: Clinic,
): Promise<{ tab: BoardTab; query: DueListQuery; day: DueListDay }> {
  const { query, day } = await readQuery(asked, clinic);
  const { q, booked, status, from, to, patientId } = query;
  const looksFor = q ?? booked ?? status ?? from ?? to ?? patientId;
  const tab = query.queue ?? (asked['queue'] === 'all' || looksFor !== undefined ? 'all' : 'to-call');
  return { tab, query: { ...query, queue: tab === 'all' ? undefined : tab }, day };
}

function shortOf(rows: readonly CallRowView[]): string[] {
  return rows.flatMap(({ courses }) =>
    courses.flatMap(({ courseId, authorization }) => (authorization === 'units-short' ? [courseId] : [])),
  );
}

function DueBoard(props: BoardProps) {
  const {
    actor,
    tab,
    asked,
    query,
    day,
    counts,
    toStart,
    rows,
    moreAt,
    injectors,
    lastAsked,
    balances,
    views,
  } = props;
  const { clinic, asOf } = day;
  const everything = { queue: tab, cursor: undefined };
  const actions = (
    <>
      <a class="button" href="/ready">
        Ready for the visit?
      </a>
      <button type="button" {...marks({ printAll: true })}>
        Print
      </button>
      <a class="button" href={addressWith('/due.csv', asked, everything)} download>
        Download
      </a>
    </>
  );
  return (
    <Page
      title={`${TAB_WORDS[tab]}, ${shortDay(asOf, clinic.today)}`}
      actor={actor}
      at="/due"
      islands={['rows', 'check-in-code']}
      actions={actions}
      wide
    >
      <QueueTabs {...{ tab, asked, counts, toStart }} />
      <FilterChips {...{ query, asked, injectors, views }} today={clinic.today} />
      <section id="calls" class="panel calls" aria-label={TAB_WORDS[tab]}>
        {rows.length > 0 && <Heads />}
        <ul class="call-rows" {...marks({ rows: true })}>
          {rows.map((row) => (
            <CallRow
              key={row.patient.id}
              {...{ row, tab, asOf, clinic }}
              asked={lastAsked}
              balances={balances}
              mayOpenCourse={may(actor.role, 'course.read')}
            />
          ))}
        </ul>
        {rows.length === 0 && <p class="empty">{NOBODY_WORDS[tab]} Try another tab, or fewer filters.</p>}
        {moreAt && (
          <>
            <p class="print-only">
              {`These are ${rows.length} of ${tab === 'all' ? 'more' : counts[tab]} patients. “Print” on the page prints them all.`}
            </p>
            <a class="button no-print" href={moreAt} {...marks({ more: '#calls' })}>
              Show more
            </a>
          </>
        )}
      </section>
      <DueForms clinic={clinic} />
      <AskForms today={clinic.today} />
    </Page>
  );
}

/** What stands in which column; each row says it for itself to those who do not see it. */
function Heads() {
  return (
    <div class="call-heads" aria-hidden="true">
      <span>Patient</span>
      <span>Telephone</span>
      <span>Calls</span>
      <span class="no-print" />
      <span>Indication</span>
      <span>Due</span>
      <span>Booked, authorization</span>
    </div>
  );
}
