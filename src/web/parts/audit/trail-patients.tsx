import { listedName, type Named } from '../../../clinical/person-name';
import { patientsOf, type AuditEntry } from '../../../platform/audit/audit-entry.entity';
import { trailAt, type TrailFilters, type TrailPlace } from './trail-address';

/** What the lines of a page of the trail share. */
export interface TrailPage {
  readonly filters: TrailFilters;
  readonly place: TrailPlace;
  /** Whom the page names. */
  readonly names: ReadonlyMap<string, Named>;
}

/** Whose names a page of the trail shows: of each entry the one patient, of a list that is unfolded all. */
export function namedOn(entries: readonly AuditEntry[], { open }: TrailPlace): string[] {
  return entries
    .map((entry) => ({ ids: patientsOf(entry), isOpen: entry.id === open }))
    .filter(({ ids, isOpen }) => ids.length === 1 || isOpen)
    .flatMap(({ ids }) => ids);
}

/** Whose record it is; of a list, how many it showed, and once it is unfolded a way to each of them. */
export function TrailPatients({ entry, page }: { readonly entry: AuditEntry; readonly page: TrailPage }) {
  const ids = patientsOf(entry);
  const [only] = ids;
  if (only === undefined) return null;
  if (ids.length === 1) {
    return (
      <>
        {' · '}
        <EntriesOf id={only} name={page.names.get(only)} />
      </>
    );
  }
  const { filters, place } = page;
  const { cursor } = place;
  if (place.open !== entry.id) {
    return (
      <p>
        <a href={trailAt(filters, { cursor, open: entry.id })}>{`A list of ${ids.length} patients`}</a>
      </p>
    );
  }
  return (
    <>
      <p>
        {`A list of ${ids.length} patients `}
        <a href={trailAt(filters, { cursor })}>Fold</a>
      </p>
      <ul>
        {[...page.names]
          .filter(([id]) => ids.includes(id))
          .map(([id, name]) => (
            <li key={id}>
              <EntriesOf id={id} name={name} />
            </li>
          ))}
      </ul>
    </>
  );
}

function EntriesOf({ id, name }: { readonly id: string; readonly name: Named | undefined }) {
  return (
    <a href={trailAt({ patientId: id })}>
      <span class="visually-hidden">Entries of </span>
      {name ? listedName(name) : 'a patient not on record'}
    </a>
  );
}
