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
import { Allow, may } from '../../platform/permissions';
import { PeakChecksQuery, type PeakCheckRowView } from '../../worklist/peak-checks/peak-checks.dto';
import { checksAfter, dueChecks, peakCheckRows } from '../../worklist/peak-checks/peak-checks.query';
import { addressWith, filledQuery } from '../filled-query';
import { AskForms } from '../parts/asking/ask-forms';
import { PeakCheckRow } from '../parts/asking/peak-check-row';
import { Field, SelectField } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { INDICATION_CHOICES } from '../parts/patient/patient-words';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';

interface PeakChecksProps {
  readonly actor: SignedIn;
  readonly query: PeakChecksQuery;
  readonly rows: readonly PeakCheckRowView[];
  readonly total: number;
  readonly moreAt?: string;
  readonly clinic: Clinic;
}

/** Whom to ask how it works: today's last chances first, each answered in place. */
@Screen('peak-checks')
export class PeakChecksScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('due-list.read')
  @Reads('peak_check', ({ props }: VNode<PeakChecksProps>) => ({
    patients: props.rows.map(({ patient }) => patient.id),
  }))
  async list(
    @By() actor: SignedIn,
    @Query() asked: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<PeakChecksProps>>> {
    const query = await filledQuery(asked, PeakChecksQuery);
    const after = readCursor('peak-checks', query.cursor, [isPlainDate, isId]);
    const { db } = this.work;
    const day = { asOf: query.asOf ?? clinic.today, clinic };
    const found = await dueChecks(db, query, day);
    const { items, nextCursor } = toPage(
      'peak-checks',
      checksAfter(found, after),
      query.limit ?? USUAL_LIMIT,
      (check) => [check.toOn, check.courseId],
    );
    const rows = await peakCheckRows(db, items, day);
    const moreAt =
      nextCursor === null ? undefined : addressWith('/peak-checks', asked, { cursor: nextCursor });
    const props = { actor, query, rows, total: found.length, moreAt, clinic };
    return screenOf(reply, <PeakChecks {...props} />);
  }
}

function PeakChecks({ actor, query, rows, total, moreAt, clinic }: PeakChecksProps) {
  const { today } = clinic;
  const asOf = query.asOf ?? today;
  const mayOpenCourse = may(actor.role, 'course.read');
  return (
    <Page title={`To ask (${total})`} actor={actor} at="/peak-checks" islands={['rows', 'check-in-code']}>
      <form class="panel filters no-print" method="get" action="/peak-checks" role="search">
        <Field label="Name or number" name="q" type="search" value={query.q} />
        <SelectField
          label="What"
          name="check"
          value={query.check ?? ''}
          options={[
            { value: '', label: 'All' },
            { value: 'call', label: 'First calls' },
            { value: 'peak', label: 'Peak checks' },
          ]}
        />
        <SelectField
          label="Indication"
          name="indication"
          value={query.indication ?? ''}
          options={[{ value: '', label: 'All' }, ...INDICATION_CHOICES]}
        />
        <div class="row">
          <button type="submit" class="primary">
            Show
          </button>
          <a class="button quiet" href="/peak-checks">
            Clear
          </a>
        </div>
      </form>
      <section class="panel due-group" id="to-ask" aria-label="Patients to ask">
        {rows.length === 0 && <p class="empty">Nobody is to be asked today.</p>}
        <ul class="due-rows" {...marks({ rows: true })}>
          {rows.map((row) => (
            <PeakCheckRow key={row.courseId} {...{ row, asOf, clinic, mayOpenCourse }} />
          ))}
        </ul>
        {moreAt && (
          <a class="button no-print" href={moreAt} {...marks({ more: '#to-ask' })}>
            Show more
          </a>
        )}
      </section>
      <AskForms today={today} />
    </Page>
  );
}
