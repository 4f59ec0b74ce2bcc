import { element } from '../api-form/element';
import { markOf, marked, marks } from '../marks';

/** How a file would be read, as the service answers. */
export interface LookedAt {
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  readonly leftOut: readonly string[];
  readonly dates: string | null;
  readonly datesUnclear: string | null;
  readonly columns: readonly {
    readonly name: string;
    readonly field: string | null;
    readonly examples: readonly string[];
  }[];
  readonly fields: readonly { readonly name: string; readonly required: boolean }[];
  readonly mapping: string | null;
}

const LEFT_OUT = '';

/** Draws the columns of a file, each with the list of ours. */
export function drawColumns(place: HTMLElement, { columns, fields }: LookedAt): void {
  place.replaceChildren(
    ...columns.map(({ name, field, examples }, at) => {
      const options = [
        element('option', { value: LEFT_OUT }, 'leave it out'),
        ...fields.map((ours) =>
          element('option', { value: ours.name, selected: ours.name === field }, label(ours)),
        ),
      ];
      const heading = element('th', { scope: 'row', id: `column-${at}` }, name);
      const list = element(
        'select',
        { 'aria-labelledby': `column-${at}`, ...marks({ importColumn: name }) },
        ...options,
      );
      return element('tr', {}, heading, element('td', {}, examples.join(' · ')), element('td', {}, list));
    }),
  );
}

function label({ name, required }: LookedAt['fields'][number]): string {
  return required ? `${name} (needed)` : name;
}

/** What was chosen, as a mapping has it. */
export function chosenColumns(place: HTMLElement): Record<string, string | null> {
  return Object.fromEntries(
    [...place.querySelectorAll<HTMLSelectElement>(marked('importColumn'))].map((list) => [
      markOf(list, 'importColumn')!,
      list.value === LEFT_OUT ? null : list.value,
    ]),
  );
}

/** Would the file be read so without a mapping? */
export function isAsFound(chosen: Readonly<Record<string, string | null>>, { columns }: LookedAt): boolean {
  return columns.every(({ name, field }) => chosen[name] === field);
}

/** What speaks against the choice: columns that a file must have, and those that are there twice. */
export function lackingIn(chosen: Readonly<Record<string, string | null>>, { fields }: LookedAt): string[] {
  const given = Object.values(chosen);
  const missing = fields.filter(({ name, required }) => required && !given.includes(name));
  const twice = fields.filter(({ name }) => given.filter((field) => field === name).length > 1);
  return [
    ...(missing.length > 0 ? [`Say which column is ${missing.map(({ name }) => name).join(', ')}.`] : []),
    ...twice.map(({ name }) => `Two columns are ${name}: leave one of them out.`),
  ];
}
