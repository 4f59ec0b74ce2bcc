import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { isPlainDate } from '../../clinical/calendar';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isId } from '../../platform/http/validation';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { dayOf } from '../../worklist/list-day';
import { ReadyQuery, type ReadyRowView } from '../../worklist/readiness/readiness.dto';
import { readyRows } from '../../worklist/readiness/ready-rows.query';
import { addressWith, filledQuery } from '../filled-query';
import { SelectField } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { ReadyRow } from '../parts/readiness/ready-row';
import { VisitFilters, VisitList } from '../parts/readiness/visit-list';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';

interface ReadyProps {
  readonly actor: SignedIn;
  readonly query: ReadyQuery;
  readonly rows: readonly ReadyRowView[];
  readonly moreAt?: string;
  readonly clinic: Clinic;
}

const READY_CHOICES = [
  { value: 'false', label: 'Something is missing' },
  { value: 'true', label: 'Everything is there' },
  { value: '', label: 'All' },
];

/** Whose next visit lacks something, and what to do about it. */
@Screen('ready')
export class ReadyScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('due-list.read')
  @Costs('search')
  @Reads('readiness', ({ props }: VNode<ReadyProps>) => ({
    patients: props.rows.map(({ patient }) => patient.id),
  }))
  async list(
    @By() actor: SignedIn,
    @Query() asked: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<ReadyProps>>> {
    const query = await filledQuery('ready' in asked ? asked : { ...asked, ready: 'false' }, ReadyQuery);
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('ready', query.cursor, [isPlainDate, isId]);
    const found = await readyRows(this.work.db, query, dayOf(query, clinic), { limit: limit + 1, after });
    const { items: rows, nextCursor } = toPage('ready', found, limit, (row) => [row.dueOn, row.courseId]);
    const moreAt = nextCursor === null ? undefined : addressWith('/ready', asked, { cursor: nextCursor });
    return screenOf(reply, <Ready {...{ actor, query, rows, moreAt, clinic }} />);
  }
}

function Ready({ actor, query, rows, moreAt, clinic }: ReadyProps) {
  const asOf = query.asOf ?? clinic.today;
  return (
    <Page title="Ready for the next visit" actor={actor} at="/due">
      <VisitFilters at="/ready" query={query}>
        <SelectField
          label="What"
          name="ready"
          value={query.ready === undefined ? '' : String(query.ready)}
          options={READY_CHOICES}
        />
      </VisitFilters>
      <VisitList
        label="Next visits, those that fall due first"
        none="No visit is found that these filters ask for."
        moreAt={moreAt}
      >
        {rows.map((row) => (
          <ReadyRow key={row.courseId} row={row} asOf={asOf} />
        ))}
      </VisitList>
    </Page>
  );
}
