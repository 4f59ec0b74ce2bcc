import { AUDIT_ACTIONS } from '../../../platform/audit/audit-entry.entity';
import { Field, SelectField, type Choice } from '../page/field';
import { ACTION_WORDS } from './trail-entry';
import type { TrailFilters } from './trail-address';
import { subjectWords } from './trail-words';

/** What of the trail is shown. */
export function AuditFilters({
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
          value={filters.subject && subjectWords(filters.subject)}
          autocomplete="off"
          hint="As the list calls it: session, patient, call"
        />
        <Field
          label="Of which patient"
          name="q"
          value={filters.q}
          maxLength={200}
          autocomplete="off"
          hint="Part of a name, the record number or the birth date"
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
