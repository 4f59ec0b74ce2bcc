import type { ComponentChildren } from 'preact';
import type { DueFilters } from '../../../worklist/worklist.dto';
import { Field, SelectField } from '../page/field';
import { INDICATION_CHOICES } from '../patient/patient-words';

interface VisitFiltersProps {
  /** The screen that they are for. */
  readonly at: string;
  readonly query: Pick<DueFilters, 'q' | 'indication' | 'to'>;
  /** Fields of that screen alone. */
  readonly children?: ComponentChildren;
}

/** What a list of next visits is asked with. */
export function VisitFilters({ at, query, children }: VisitFiltersProps) {
  return (
    <form class="panel filters no-print" method="get" action={at} role="search">
      <Field label="Name or number" name="q" type="search" value={query.q} />
      {children}
      <SelectField
        label="Indication"
        name="indication"
        value={query.indication ?? ''}
        options={[{ value: '', label: 'All' }, ...INDICATION_CHOICES]}
      />
      <Field label="Due until" name="to" type="date" value={query.to} />
      <div class="row">
        <button type="submit" class="primary">
          Show
        </button>
        <a class="button quiet" href={at}>
          Clear
        </a>
      </div>
    </form>
  );
}

interface VisitListProps {
  readonly label: string;
  /** What is said where there is none. */
  readonly none: string;
  readonly moreAt?: string;
  readonly children: readonly ComponentChildren[];
}

/** A page of next visits, a row each. */
export function VisitList({ label, none, moreAt, children }: VisitListProps) {
  return (
    <>
      {children.length === 0 ? (
        <p class="empty">{none}</p>
      ) : (
        <section class="panel due-group" aria-label={label}>
          <ul class="due-rows">{children}</ul>
        </section>
      )}
      {moreAt && (
        <a class="button no-print" href={moreAt}>
          Next page
        </a>
      )}
    </>
  );
}
