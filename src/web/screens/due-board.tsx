import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { isPlainDate, type PlainDate } from '../../clinical/calendar';
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
import { lastAskedOn } from '../../records/patient-answers/waiting-answer.query';
import { dueCounts, dueRows, type DueListDay } from '../../worklist/due-rows.query';
import { DueListQuery, type DueRowView, LIST_STATUSES } from '../../worklist/worklist.dto';
import { dueCsv } from '../due-csv';
import { addressWith, filledQuery } from '../filled-query';
import { dueStatusWords } from '../parts/page/badges';
import { shortDay } from '../shared/day-text';
import { AskForms } from '../parts/asking/ask-forms';
import { DueFilterForm } from '../parts/due-board/due-filters';
import { DueForms } from '../parts/due-board/due-forms';
import { DueRow } from '../parts/due-board/due-row';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';
import { CLASSES } from '../shared/classes';

type ListStatus = (typeof LIST_STATUSES)[number];

interface Group {
  readonly status: ListStatus;
  readonly count: number;
  readonly rows: readonly DueRowView[];
  /** Where the rows after these are. */
  readonly moreAt?: string;
}

interface BoardProps {
  readonly actor: SignedIn;
  readonly query: DueListQuery;
  readonly day: DueListDay;
  readonly groups: readonly Group[];
  readonly csvAt: string;
  readonly asked: ReadonlyMap<string, PlainDate>;
}

/** The whole list as a file, and what the trail says of it: not the name that was searched for. */
interface DueFile {
  readonly patientIds: readonly string[];
  readonly filters: Omit<DueListQuery, 'q'>;
}

/** In the order in which a scheduler works: who waits longest, who comes next, who is hardly expected any more. */
const ORDER: readonly ListStatus[] = ['overdue', 'due', 'upcoming', 'not-due', 'lapsed'];

/** The due board: who is overdue, due and coming, and what has been done about it. */
@Screen()
export class DueBoardScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get('due')
  @Allow('due-list.read')
  @Costs('search')
  @Reads('due_list', ({ props }: VNode<BoardProps>) => ({
    patients: props.groups.flatMap(({ rows }) => rows.map((row) => row.patient.id)),
  }))
  async board(
    @By() actor: SignedIn,
    @Query() asked: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<BoardProps>>> {
    const { query, day } = await read(asked, clinic);
    const counts = await dueCounts(this.work.db, query, day);
    const after = readCursor('due-list', query.cursor, [isPlainDate, isId]);
    const groups: Group[] = [];
    for (const status of ORDER.filter((listed) => counts[listed] > 0)) {
      const limit = query.limit ?? USUAL_LIMIT;
      const rows = await dueRows(this.work.db, { ...query, status: [status] }, day, {
        limit: limit + 1,
        after,
      });
      const page = toPage(
        'due-list',
        rows,
        limit,
        (row) => [row.dueOn, row.courseId],
        (row) => row,
      );
      const moreAt =
        page.nextCursor === null
          ? undefined
          : addressWith('/due', asked, { status, cursor: page.nextCursor });
      groups.push({ status, count: counts[status], rows: page.items, moreAt });
    }
    const csvAt = addressWith('/due.csv', asked, { cursor: undefined });
    const shown = groups.flatMap(({ rows }) => rows.map(({ courseId }) => courseId));
    const lastAsked = await lastAskedOn(this.work.db, shown);
    return screenOf(reply, <DueBoard {...{ actor, query, day, groups, csvAt }} asked={lastAsked} />);
  }

  @Get('due.csv')
  @Allow('due-list.read')
  @Costs('export')
  @Exports('due_list', ({ patientIds, filters }: DueFile) => ({
    patients: patientIds,
    detail: { ...filters },
  }))
  async csv(
    @Query() asked: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<DueFile>> {
    const { query, day } = await read(asked, clinic);
    const { q: _name, ...filters } = query;
    const { text, patientIds } = await dueCsv(this.work.db, query, day);
    return new Unsent({ patientIds, filters }, () => {
      void reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="due-${day.asOf}.csv"`)
        .send(text);
    });
  }
}

async function read(
  asked: Record<string, unknown>,
  clinic: Clinic,
): Promise<{ query: DueListQuery; day: DueListDay }> {
  const query = await filledQuery(asked, DueListQuery);
  const { from, to } = query;
  if (from && to && from > to)
    throw malformed('/to', 'order', `“Due until” lies before “Due from” (${from}).`);
  return { query, day: { asOf: query.asOf ?? clinic.today, clinic } };
}

function DueBoard({ actor, query, day, groups, csvAt, asked }: BoardProps) {
  const { today } = day.clinic;
  const rowProps = { ...day, asked, mayOpenCourse: may(actor.role, 'course.read') };
  const actions = (
    <>
      <button type="button" {...marks({ print: true })}>
        Print
      </button>
      <a class="button" href={csvAt} download>
        Download
      </a>
    </>
  );
  return (
    <Page
      title={`Due on ${shortDay(day.asOf, today)}`}
      actor={actor}
      at="/due"
      islands={['rows', 'check-in-code']}
      actions={actions}
    >
      <DueFilterForm query={query} />
      <nav aria-label="Groups" class="counts no-print" id="counts">
        {groups.map(({ status, count }) => (
          <a key={status} href={`#${status}`} class={CLASSES.dueCount[status]}>
            <b>{count}</b> {dueStatusWords(status)}
          </a>
        ))}
      </nav>
      {groups.length === 0 && <Empty />}
      {groups.map((group) =>
        group.status === 'lapsed' && query.status === undefined ? (
          <details class="panel" key={group.status}>
            <summary>{`${dueStatusWords('lapsed')}: ${group.count} not expected any more`}</summary>
            <Rows {...group} {...rowProps} />
          </details>
        ) : (
          <Rows key={group.status} {...group} {...rowProps} />
        ),
      )}
      <DueForms clinic={day.clinic} />
      <AskForms today={today} />
    </Page>
  );
}

type RowsProps = Group & Pick<BoardProps, 'asked'> & Omit<Parameters<typeof DueRow>[0], 'row' | 'askedOn'>;

function Rows({ status, count, rows, moreAt, asked, ...rowProps }: RowsProps) {
  return (
    <section id={status} class="due-group panel" aria-labelledby={`${status}-title`}>
      <h2 id={`${status}-title`}>
        {dueStatusWords(status)} <span class="muted">{count}</span>
      </h2>
      <ul class="due-rows" {...marks({ rows: true })}>
        {rows.map((row) => (
          <DueRow key={row.courseId} row={row} askedOn={asked.get(row.courseId)} {...rowProps} />
        ))}
      </ul>
      {moreAt && (
        <a class="button no-print" href={moreAt} {...marks({ more: `#${status}` })}>
          Show more
        </a>
      )}
    </section>
  );
}

function Empty() {
  return (
    <div class="panel empty">
      <p>Nobody matches. Try fewer filters, or enjoy the quiet.</p>
    </div>
  );
}
