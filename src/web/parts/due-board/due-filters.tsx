import type { DueListQuery } from '../../../worklist/worklist.dto';
import { dueStatusWords } from '../page/badges';
import { Field, SelectField } from '../page/field';
import { INDICATION_CHOICES } from '../patient/patient-words';

const STATUSES = ['overdue', 'due', 'upcoming', 'lapsed', 'not-due'] as const;

/** What the list shows, in the address: a view can be kept, sent and come back to. */
export function DueFilterForm({ query }: { readonly query: DueListQuery }) {
  const { q, booked, indication, status, from, to, asOf } = query;
  const narrowed = indication ?? status ?? from ?? to ?? asOf;
  return (
    <form class="panel filters no-print" method="get" action="/due" role="search">
      <Field label="Name or number" name="q" type="search" value={q} />
      <SelectField
        label="Appointment"
        name="booked"
        value={booked === undefined ? '' : String(booked)}
        options={[
          { value: '', label: 'All' },
          { value: 'false', label: 'Not booked' },
          { value: 'true', label: 'Booked' },
        ]}
      />
      <details class="filters-more" open={narrowed !== undefined}>
        <summary>More filters</summary>
        <div class="fields">
          <SelectField
            label="Treatment"
            name="indication"
            value={indication}
            options={[{ value: '', label: 'All' }, ...INDICATION_CHOICES]}
          />
          <SelectField
            label="Status"
            name="status"
            value={status?.length === 1 ? status[0] : ''}
            options={[
              { value: '', label: 'All' },
              ...STATUSES.map((value) => ({ value, label: dueStatusWords(value) })),
            ]}
          />
          <Field label="Due from" name="from" type="date" value={from} />
          <Field label="Due until" name="to" type="date" value={to} />
          <Field label="As it stands on" name="asOf" type="date" value={asOf} />
        </div>
      </details>
      <div class="row">
        <button type="submit" class="primary">
          Show
        </button>
        <a class="button quiet" href="/due">
          Clear
        </a>
      </div>
    </form>
  );
}
