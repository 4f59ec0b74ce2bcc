import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isPlainDate } from '../../clinical/calendar';
import { AUDIT_ACTIONS, type AuditAction, type AuditEntry } from '../../platform/audit/audit-entry.entity';
import { findAuditEntries, type AuditSearch } from '../../platform/audit/audit.query';
import { changedFields, shownValues } from '../../platform/audit/shown-values';
import { ApiToken } from '../../platform/api-tokens/api-token.entity';
import { User } from '../../platform/users/user.entity';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { isId } from '../../platform/http/validation';
import { timeWords } from '../shared/day-text';
import { Field, SelectField, type Choice } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { sendScreen } from '../render';
import { Screen } from '../screen.decorator';

const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  insert: 'Added',
  update: 'Changed',
  delete: 'Deleted',
  read: 'Read',
  export: 'Exported',
  'sign-in': 'Signed in',
  'sign-in-failed': 'Sign-in failed',
  'sign-out': 'Signed out',
};

type Asked = Readonly<Record<string, string | undefined>>;
type Filters = Omit<AuditSearch, 'beforeId' | 'limit'>;

/** Who read or changed what, and when: the newest first, filters in the address. */
@Screen('audit')
export class AuditScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('audit.read')
  async show(
    @By() actor: SignedIn,
    @Query() asked: Asked,
    @Now() { zone }: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<void> {
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
    sendScreen(
      reply,
      <AuditPage {...{ actor, entries: items, nextCursor, filters, actors, zone, first: !before }} />,
    );
  }
}

/** What a form sends empty is no filter; what fits no filter is left out as well. */
function filtersOf({ from, to, action, subject, patientId, actorId }: Asked): Filters {
  return {
    from: isPlainDate(from) ? from : undefined,
    to: isPlainDate(to) ? to : undefined,
    action: AUDIT_ACTIONS.find((one) => one === action),
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
  readonly filters: Filters;
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
                <Entry key={entry.id} entry={entry} zone={zone} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <nav class="row" aria-label="Pages of the trail">
        {!first && (
          <a class="button" href={addressOf(filters)}>
            Newest
          </a>
        )}
        {nextCursor && (
          <a class="button" href={addressOf(filters, nextCursor)}>
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
  readonly filters: Filters;
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

function Entry({ entry, zone }: { readonly entry: AuditEntry; readonly zone: string }) {
  const { at, actorName, actorRole, action, subject, patientId, before, after, detail } = entry;
  const changed = changedFields(before, after);
  const values = shownValues(subject, after) ?? shownValues(subject, before);
  return (
    <tr>
      <td>{timeWords(at, zone)}</td>
      <td>
        {actorName} <small>{actorRole}</small>
      </td>
      <td>{ACTION_WORDS[action]}</td>
      <td>
        {subject.replaceAll(/[_-]/g, ' ')}
        {patientId && (
          <>
            {' · '}
            <a href={addressOf({ patientId })}>
              this patient<span class="visually-hidden">’s entries, {patientId}</span>
            </a>
          </>
        )}
      </td>
      <td>
        {changed.length > 0 && <p>{changed.join(', ').replaceAll('_', ' ')}</p>}
        {(values ?? detail) && (
          <details>
            <summary>Values</summary>
            <dl class="facts">
              {Object.entries({ ...values, ...detail }).map(([name, value]) => [
                <dt key={`${name}-name`}>{name.replaceAll('_', ' ')}</dt>,
                <dd key={name}>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>,
              ])}
            </dl>
          </details>
        )}
      </td>
    </tr>
  );
}

function addressOf(filters: Filters, cursor?: string): string {
  const given = Object.entries({ ...filters, cursor }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length === 0 ? '/audit' : `/audit?${new URLSearchParams(given).toString()}`;
}
