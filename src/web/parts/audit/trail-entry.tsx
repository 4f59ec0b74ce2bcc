import { patientsOf, type AuditAction, type AuditEntry } from '../../../platform/audit/audit-entry.entity';
import type { AuditSearch } from '../../../platform/audit/audit.query';
import type { RefusalDetail } from '../../../platform/audit/refusal-log';
import { changedFields, shownValues } from '../../../platform/audit/shown-values';
import { timeWords } from '../../shared/day-text';

export type TrailFilters = Omit<AuditSearch, 'beforeId' | 'limit'>;

export const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  insert: 'Added',
  update: 'Changed',
  delete: 'Deleted',
  read: 'Read',
  export: 'Exported',
  refused: 'Was refused',
  'sign-in': 'Signed in',
  'sign-in-failed': 'Sign-in failed',
  'sign-out': 'Signed out',
};

/** One line of the trail: who did what to whom, in words. */
export function TrailEntry({ entry, zone }: { readonly entry: AuditEntry; readonly zone: string }) {
  const { at, actorName, actorRole, action, subject, before, after } = entry;
  const detail = action === 'refused' ? null : entry.detail;
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
        <Patients ids={patientsOf(entry)} />
      </td>
      <td>
        {action === 'refused' && <p>{refusalWords(entry.detail as Partial<RefusalDetail>)}</p>}
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

/** Whose record it is; of a list, how many it showed and a way to each of them. */
function Patients({ ids }: { readonly ids: readonly string[] }) {
  const [only] = ids;
  if (only === undefined) return null;
  if (ids.length === 1) {
    return (
      <>
        {' · '}
        <a href={trailAt({ patientId: only })}>
          this patient<span class="visually-hidden">’s entries, {only}</span>
        </a>
      </>
    );
  }
  return (
    <details>
      <summary>{`A list of ${ids.length} patients`}</summary>
      <ul>
        {ids.map((patientId) => (
          <li key={patientId}>
            <a href={trailAt({ patientId })}>
              <span class="visually-hidden">Entries of patient </span>
              {patientId}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Which door stayed shut, and what would have opened it. */
function refusalWords({ status, method, route, permission, address }: Partial<RefusalDetail>): string {
  const asked = `${method} ${route ?? 'an address that is not ours'}`;
  const from = address === undefined ? '' : ` Asked from ${address}.`;
  if (status === 429) return `Too many attempts: ${asked}.${from}`;
  const needed = permission === undefined ? '' : `, which takes the permission ${permission}`;
  return `Not allowed: ${asked}${needed}.${from}`;
}

/** The trail with these filters, from an entry on. */
export function trailAt(filters: TrailFilters, cursor?: string): string {
  const given = Object.entries({ ...filters, cursor }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length === 0 ? '/audit' : `/audit?${new URLSearchParams(given).toString()}`;
}
