import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { isPlainDate } from '../../clinical/calendar';
import { counted } from '../../clinical/words';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isId } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import type { UnsignedRowView } from '../../worklist/unsigned/unsigned.dto';
import { unsignedCounts, unsignedRows } from '../../worklist/unsigned/unsigned.query';
import { addressWith } from '../filled-query';
import { SelectField } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { UnsignedSession } from '../parts/session/unsigned-session';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';

interface UnsignedProps {
  readonly actor: SignedIn;
  readonly rows: readonly UnsignedRowView[];
  readonly counts: { readonly total: number; readonly overdue: number };
  readonly filters: { readonly mine?: 'yes'; readonly overdue?: 'yes' };
  readonly moreAt?: string;
  readonly clinic: Clinic;
}

/** What was given and not signed: the oldest first, each with what is signed and the way to sign it. */
@Screen('unsigned')
export class UnsignedScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('session.read')
  @Reads('unsigned_session', ({ props }: VNode<UnsignedProps>) => ({
    patients: props.rows.map(({ patient }) => patient.id),
  }))
  async list(
    @By() actor: SignedIn,
    @Query() query: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<UnsignedProps>>> {
    const { db } = this.work;
    const filters = {
      ...(query['mine'] === 'yes' && { mine: 'yes' as const }),
      ...(query['overdue'] === 'yes' && { overdue: 'yes' as const }),
    };
    const asked = {
      ...(filters.mine && { injectorId: actor.id }),
      ...(filters.overdue && { overdue: true }),
    };
    const cursor = typeof query['cursor'] === 'string' ? query['cursor'] : undefined;
    const after = readCursor('unsigned', cursor, [isPlainDate, isId]);
    const day = { asOf: clinic.today, clinic };
    const found = await unsignedRows(db, asked, day, { limit: USUAL_LIMIT + 1, after });
    const { items: rows, nextCursor } = toPage('unsigned', found, USUAL_LIMIT, (row) => [
      row.performedOn,
      row.sessionId,
    ]);
    const moreAt =
      nextCursor === null ? undefined : addressWith('/unsigned', filters, { cursor: nextCursor });
    const counts = await unsignedCounts(db, asked, day);
    return screenOf(reply, <UnsignedList {...{ actor, rows, counts, filters, moreAt, clinic }} />);
  }
}

function UnsignedList({ actor, rows, counts, filters, moreAt, clinic }: UnsignedProps) {
  const days = Math.floor(clinic.rules['S30.unsigned.days']);
  return (
    <Page title={`Unsigned (${counts.total})`} actor={actor} at="/unsigned">
      <form method="get" class="row row-end no-print">
        <SelectField
          label="Given by"
          name="mine"
          value={filters.mine ?? ''}
          options={[
            { value: '', label: 'Everybody' },
            { value: 'yes', label: 'Me' },
          ]}
        />
        <SelectField
          label="Waiting"
          name="overdue"
          value={filters.overdue ?? ''}
          options={[
            { value: '', label: 'Any time' },
            { value: 'yes', label: `Longer than ${counted(days, 'day')}` },
          ]}
        />
        <button type="submit">Show</button>
      </form>
      {counts.overdue > 0 && (
        <p class="notice notice-bad">
          {`${counted(counts.overdue, 'session')} unsigned for longer than ${counted(days, 'day')}.`}
        </p>
      )}
      <section class="panel" aria-label="Sessions that wait for a signature">
        {rows.length === 0 && <p class="empty">Every session is signed.</p>}
        <ul class="plain unsigned">
          {rows.map((row) => (
            <UnsignedSession key={row.sessionId} row={row} today={clinic.today} />
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
