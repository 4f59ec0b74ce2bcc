import type { AuditAction, AuditEntry } from '../../../platform/audit/audit-entry.entity';
import type { RefusalDetail } from '../../../platform/audit/refusal-log';
import { changedFields, shownValues } from '../../../platform/audit/shown-values';
import { timeWords } from '../../shared/day-text';
import { entryId } from './trail-address';
import { fieldWords, subjectWords, valueWords } from './trail-words';
import { TrailPatients, type TrailPage } from './trail-patients';

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
export function TrailEntry({
  entry,
  zone,
  page,
}: {
  readonly entry: AuditEntry;
  readonly zone: string;
  readonly page: TrailPage;
}) {
  const { id, at, actorName, actorRole, action, subject, before, after } = entry;
  const detail = action === 'refused' ? null : entry.detail;
  const changed = changedFields(before, after);
  const values = shownValues(subject, after) ?? shownValues(subject, before);
  return (
    <tr id={entryId(id)}>
      <td>{timeWords(at, zone)}</td>
      <td>
        {actorName} {actorRole !== actorName && <small>{actorRole}</small>}
      </td>
      <td>{ACTION_WORDS[action]}</td>
      <td>
        {subjectWords(subject)}
        <TrailPatients entry={entry} page={page} />
      </td>
      <td>
        {action === 'refused' && <p>{refusalWords(entry.detail as Partial<RefusalDetail>)}</p>}
        {changed.length > 0 && <p>{changed.map(fieldWords).join(', ')}</p>}
        {(values ?? detail) && (
          <details>
            <summary>Values</summary>
            <dl class="facts">
              {Object.entries({ ...values, ...detail }).map(([name, value]) => [
                <dt key={`${name}-name`}>{fieldWords(name)}</dt>,
                <dd key={name}>{valueWords(value, zone)}</dd>,
              ])}
            </dl>
          </details>
        )}
      </td>
    </tr>
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
