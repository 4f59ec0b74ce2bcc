import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { isPlainDate } from '../../clinical/calendar';
import { AUDIT_ACTIONS, type AuditEntry } from '../../platform/audit/audit-entry.entity';
import { findAuditEntries } from '../../platform/audit/audit.query';
import { ApiToken } from '../../platform/api-tokens/api-token.entity';
import { User } from '../../platform/users/user.entity';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { Now } from '../../platform/http/now.decorator';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { isId } from '../../platform/http/validation';
import { MOST_MEANT, namedPatients, recordsMeant } from '../../records/patients/search/named-patients.query';
import { trailAt, type TrailFilters } from '../parts/audit/trail-address';
import { TrailEntry } from '../parts/audit/trail-entry';
import { AuditFilters } from '../parts/audit/trail-filters';
import { namedOn, type TrailPage } from '../parts/audit/trail-patients';
import { subjectMeant } from '../parts/audit/trail-words';
import type { Choice } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';

type Asked = Readonly<Record<string, string | undefined>>;

/** Who read or changed what, and when: the newest first, filters in the address. */
@Screen('audit')
export class AuditScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('audit.read')
  @Costs('search')
  @Reads('audit_entry', ({ props }: VNode<AuditPageProps>) => {
    const { q: _typed, ...detail } = props.page.filters;
    return { patients: [...props.page.names.keys()], detail };
  })
  async show(
    @By() actor: SignedIn,
    @Query() asked: Asked,
    @Now() { zone }: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<AuditPageProps>>> {
    const { db } = this.work;
    const filters = filtersOf(asked);
    const [before] =
      readCursor('audit', asked.cursor || undefined, [(part) => /^\d{1,15}$/.test(part)]) ?? [];
    const beforeId = before === undefined ? undefined : Number(before);
    const { q, ...fields } = filters;
    const meant = q === undefined ? undefined : await recordsMeant(db, q);
    const search = { ...fields, patientIds: meant?.ids, beforeId, limit: USUAL_LIMIT + 1 };
    const rows = await findAuditEntries(db, search, zone);
    const { items, nextCursor } = toPage('audit', rows, USUAL_LIMIT, ({ id }) => [String(id)]);
    const place = { cursor: before && asked.cursor, open: Number(asked.open) || undefined };
    const page = { filters, place, names: await namedPatients(db, namedOn(items, place)) };
    const actors = await actorChoices(db);
    const tooMany = meant?.more === true;
    return screenOf(
      reply,
      <AuditPage {...{ actor, entries: items, nextCursor, page, tooMany, actors, zone }} />,
    );
  }
}

/** What a form sends empty is no filter; what fits no filter is left out as well. */
function filtersOf({ from, to, action, subject, patientId, actorId, q }: Asked): TrailFilters {
  const sought = typeof q === 'string' ? q.trim().slice(0, 200) : '';
  return {
    q: sought === '' ? undefined : sought,
    from: isPlainDate(from) ? from : undefined,
    to: isPlainDate(to) ? to : undefined,
    action: AUDIT_ACTIONS.find((known) => known === action),
    subject: typeof subject === 'string' ? subjectMeant(subject) : undefined,
    patientId: isId(patientId) ? patientId : undefined,
    actorId: isId(actorId) ? actorId : undefined,
  };
}

async function actorChoices(db: UnitOfWork['db']): Promise<Choice[]> {
  const [users, tokens] = [
    await db.find(User, { order: { displayName: 'ASC' } }),
    await db.find(ApiToken, { order: { name: 'ASC' } }),
  ];
  return [
    { value: '', label: 'Anybody' },
    ...users.map(({ id, displayName }) => ({ value: id, label: displayName })),
    ...tokens.map(({ id, name }) => ({ value: id, label: `Token: ${name}` })),
  ];
}

interface AuditPageProps {
  readonly actor: SignedIn;
  readonly entries: readonly AuditEntry[];
  readonly nextCursor: string | null;
  readonly page: TrailPage;
  /** Do more patients fit than entries were looked for of? */
  readonly tooMany: boolean;
  readonly actors: readonly Choice[];
  readonly zone: string;
}

function AuditPage({ actor, entries, nextCursor, page, tooMany, actors, zone }: AuditPageProps) {
  const { filters, place } = page;
  return (
    <Page title="Audit trail" actor={actor} at="/audit">
      <AuditFilters filters={filters} actors={actors} />
      {tooMany && (
        <p>{`More than ${MOST_MEANT} patients fit “${filters.q}”: these are entries of the first ${MOST_MEANT}. Type more of the name.`}</p>
      )}
      <section class="panel scroll" aria-label="Entries" tabIndex={0}>
        {entries.length === 0 ? (
          <p class="empty">Nothing in the trail fits these filters.</p>
        ) : (
          <table class="table trail">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">Did</th>
                <th scope="col">What</th>
                <th scope="col">Details</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <TrailEntry key={entry.id} entry={entry} zone={zone} page={page} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <nav class="row" aria-label="Pages of the trail">
        {place.cursor && (
          <a class="button" href={trailAt(filters)}>
            Newest
          </a>
        )}
        {nextCursor && (
          <a class="button" href={trailAt(filters, { cursor: nextCursor })}>
            Older
          </a>
        )}
      </nav>
    </Page>
  );
}
