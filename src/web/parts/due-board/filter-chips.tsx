import type { PlainDate } from '../../../clinical/calendar';
import type { CoverState } from '../../../clinical/cover/cover';
import type { SavedViewView } from '../../../records/saved-views/saved-views.dto';
import { LIST_STATUSES, type DueListQuery } from '../../../worklist/worklist.dto';
import { addressWith } from '../../filled-query';
import { dueStatusWords } from '../page/badges';
import { COVER_STATE_WORDS } from '../page/cover-words';
import { Field, type Choice } from '../page/field';
import { INDICATION_CHOICES, PRODUCT_CHOICES } from '../patient/patient-words';
import { SavedViews } from './saved-views';
import { nextWeekOf } from './view-address';

export interface FilterChipsProps {
  readonly query: DueListQuery;
  /** The query as it stands in the address. */
  readonly asked: Readonly<Record<string, unknown>>;
  readonly injectors: readonly Choice[];
  /** What this person keeps. */
  readonly views: readonly SavedViewView[];
  readonly today: PlainDate;
}

const COVER: readonly CoverState[] = ['missing', 'expires-before-due', 'units-short'];
const STATUSES: readonly Choice[] = LIST_STATUSES.map((value) => ({ value, label: dueStatusWords(value) }));

/** What the list shows, a tap each, in the address: a view can be kept, sent and come back to. */
export function FilterChips({ query, asked, injectors, views, today }: FilterChipsProps) {
  const { authorization = [], status = [], from, to, asOf } = query;
  const at = (changes: Record<string, string | undefined>): string =>
    addressWith('/due', asked, { ...changes, cursor: undefined });
  const week = nextWeekOf(today);
  const nextWeek = from === week.from && to === week.to;
  const anything = FILTERS.some((name) => asked[name] !== undefined && asked[name] !== '');
  return (
    <div class="chips no-print">
      <NameSearch query={query} asked={asked} />
      <SavedViews views={views} asked={asked} today={today} />
      <span class="chips-about">Authorization</span>
      {COVER.map((state) => (
        <Chip
          key={state}
          about="Authorization "
          label={COVER_STATE_WORDS[state]}
          on={authorization.includes(state)}
          href={at({ authorization: toggled(authorization, state) })}
        />
      ))}
      <Chip
        label="Due next week"
        on={nextWeek}
        href={at(nextWeek ? { from: undefined, to: undefined } : week)}
      />
      <Menu
        label="Status"
        choices={STATUSES}
        chosen={status.length === 1 ? status[0] : undefined}
        at={(chosen) => at({ status: chosen })}
      />
      <Menu
        label="Injector"
        choices={injectors}
        chosen={query.injectorId}
        at={(injectorId) => at({ injectorId })}
      />
      <Menu
        label="Product"
        choices={PRODUCT_CHOICES}
        chosen={query.product}
        at={(product) => at({ product })}
      />
      <Menu
        label="Indication"
        choices={INDICATION_CHOICES}
        chosen={query.indication}
        at={(indication) => at({ indication })}
      />
      <details class="chip-menu">
        <summary class={(from || to || asOf) && !nextWeek ? 'chip chip-on' : 'chip'}>Days</summary>
        <form class="chip-choices" method="get" action="/due">
          <Kept asked={asked} but={['from', 'to', 'asOf', 'cursor']} />
          <Field label="Due from" name="from" type="date" value={from} />
          <Field label="Due until" name="to" type="date" value={to} />
          <Field label="As of" name="asOf" type="date" value={asOf} />
          <button type="submit" class="primary">
            Show
          </button>
        </form>
      </details>
      {anything && (
        <a class="chip-clear" href={addressWith('/due', { queue: asked['queue'] })}>
          Clear
        </a>
      )}
    </div>
  );
}

const FILTERS = [
  'q',
  'authorization',
  'status',
  'from',
  'to',
  'asOf',
  'injectorId',
  'product',
  'indication',
  'booked',
  'patientId',
] as const;

function NameSearch({ query, asked }: Pick<FilterChipsProps, 'query' | 'asked'>) {
  return (
    <form class="chip-search" method="get" action="/due" role="search" aria-label="This list">
      <Kept asked={asked} but={['q', 'cursor']} />
      <input
        type="search"
        name="q"
        value={query.q}
        aria-label="Name or number"
        placeholder="Name or number"
      />
      <button type="submit">Show</button>
    </form>
  );
}

/** What the address says besides: a form with GET drops it. */
function Kept({
  asked,
  but,
}: {
  readonly asked: FilterChipsProps['asked'];
  readonly but: readonly string[];
}) {
  return (
    <>
      {Object.entries(asked)
        .filter((part): part is [string, string] => typeof part[1] === 'string' && !but.includes(part[0]))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </>
  );
}

interface ChipProps {
  /** Said to those who do not see what stands before it. */
  readonly about?: string;
  readonly label: string;
  readonly on: boolean;
  readonly href: string;
}

function Chip({ about, label, on, href }: ChipProps) {
  return (
    <a class={on ? 'chip chip-on' : 'chip'} href={href} aria-current={on ? 'true' : undefined}>
      {about && <span class="visually-hidden">{about}</span>}
      {label}
    </a>
  );
}

interface MenuProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen?: string;
  readonly at: (value: string | undefined) => string;
}

function Menu({ label, choices, chosen, at }: MenuProps) {
  const choice = choices.find(({ value }) => value === chosen);
  return (
    <details class="chip-menu" {...{ name: 'chip-menu' }}>
      <summary class={choice ? 'chip chip-on' : 'chip'}>{choice ? choice.label : label}</summary>
      <ul class="chip-choices">
        {chosen !== undefined && (
          <li>
            <a href={at(undefined)}>All</a>
          </li>
        )}
        {choices.map(({ value, label: words }) => (
          <li key={value}>
            <a href={at(value)} aria-current={value === chosen ? 'true' : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function toggled<T extends string>(chosen: readonly T[], one: T): string | undefined {
  const left = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
  return left.join(',') || undefined;
}
