import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { isPlainDate } from '../../clinical/calendar';
import { AUDIT_ACTIONS, type AuditEntry } from '../../platform/audit/audit-entry.entity';
import { findAuditEntries } from '../../platform/audit/audit.query';
import { showsValues } from '../../platform/audit/shown-values';
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
import { ACTION_WORDS, trailAt, TrailEntry, type TrailFilters } from '../parts/audit/trail-entry';
import { Field, SelectField, type Choice } from '../parts/page/field';
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
  @Reads('audit_entry', ({ props }: VNode<AuditPageProps>) => ({
    patients: props.entries.filter(showsValues).map(({ patientId }) => patientId),
    detail: { ...props.filters },
  }))
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
    const rows = await findAuditEntries(db, { ...filters, beforeId, limit: USUAL_LIMIT + 1 }, zone);
    const { items, nextCursor } = toPage(
      'audit',
      rows,
      USUAL_LIMIT,
      ({ id }) => [String(id)],
      (entry) => entry,
    );
    const actors = await actorChoices(db);
    return screenOf(
      reply,
      <AuditPage {...{ actor, entries: items, nextCursor, filters, actors, zone, first: !before }} />,
    );
  }
}

/** What a form sends empty is no filter; what fits no filter is left out as well. */
function filtersOf({ from, to, action, subject, patientId, actorId }: Asked): TrailFilters {
  return {
    from: isPlainDate(from) ? from : undefined,
    to: isPlainDate(to) ? to : undefined,
    action: AUDIT_ACTIONS.find((known) => known === action),
    subject: typeof subject === 'string' && /^[a-z][a-z0-9_-]{0,62}$/.test(subject) ? subject : undefined,
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
  readonly filters: TrailFilters;
  readonly actors: readonly Choice[];
  readonly zone: string;
  readonly first: boolean;
}

function AuditPage({ actor, entries, nextCursor, filters, actors, zone, first }: AuditPageProps) {
  return (
    <Page title="Audit trail" actor={actor} at="/audit">
      <AuditFilters filters={filters} actors={actors} />
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
                <TrailEntry key={entry.id} entry={entry} zone={zone} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <nav class="row" aria-label="Pages of the trail">
        {!first && (
          <a class="button" href={trailAt(filters)}>
            Newest
          </a>
        )}
        {nextCursor && (
          <a class="button" href={trailAt(filters, nextCursor)}>
            Older
          </a>
        )}
      </nav>
    </Page>
  );
}

function AuditFilters({
  filters,
  actors,
}: {
  readonly filters: TrailFilters;
  readonly actors: readonly Choice[];
}) {
  const actions = [
    { value: '', label: 'Anything' },
    ...AUDIT_ACTIONS.map((action) => ({ value: action, label: ACTION_WORDS[action] })),
  ];
  return (
    <form class="panel stack" method="get" action="/audit" role="search" aria-label="Filter the trail">
      <div class="fields">
        <Field label="From" name="from" type="date" value={filters.from} />
        <Field label="To" name="to" type="date" value={filters.to} />
        <SelectField label="Who" name="actorId" value={filters.actorId} options={actors} />
        <SelectField label="Did" name="action" value={filters.action} options={actions} />
        <Field
          label="What"
          name="subject"
          value={filters.subject}
          hint="As entries name it: patient, injection_session"
        />
        {filters.patientId && <Field label="Patient (id)" name="patientId" value={filters.patientId} />}
      </div>
      <div class="row">
        <button type="submit" class="primary">
          Show
        </button>
        <a class="button quiet" href="/audit">
          Clear
        </a>
      </div>
    </form>
  );
}
