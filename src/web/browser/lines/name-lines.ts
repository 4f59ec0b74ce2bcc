import type { FormControl } from '../api-form/fields/fields';
import { marked, markOf } from '../marks';

/** What an empty line holds in a part that is never empty, by the name of the part: `{ side: 'bilateral' }`. */
export type Standing = Readonly<Record<string, string>>;

/** The lines of each list: each that holds something has its place in the list, and an empty one follows the last. */
export function nameLines(standing: Standing = {}): void {
  for (const list of document.querySelectorAll<HTMLElement>(marked('lines'))) nameLinesOf(list, standing);
}

function nameLinesOf(list: HTMLElement, standing: Standing): void {
  const lines = [...list.querySelectorAll<HTMLElement>(marked('line'))];
  const isFilled = (line: HTMLElement): boolean =>
    partsOf(line).some(([part, { value }]) => !(part in standing) && value.trim() !== '');
  const filled = lines.filter(isFilled);
  for (const line of lines) {
    const place = filled.indexOf(line);
    for (const [part, control] of partsOf(line))
      control.name = place < 0 ? '' : `${markOf(list, 'lines')}[${place}].${part}`;
  }
  const last = lines.at(-1);
  if (last && isFilled(last)) list.append(emptied(last, standing));
}

/** The empty line is a copy of the last one. */
function emptied(line: HTMLElement, standing: Standing): HTMLElement {
  const copy = line.cloneNode(true) as HTMLElement;
  for (const [part, control] of partsOf(copy)) {
    control.value = standing[part] ?? '';
    control.name = '';
  }
  copy.querySelectorAll(marked('errorOf')).forEach((error) => error.remove());
  return copy;
}

function partsOf(line: HTMLElement): [string, FormControl][] {
  return [...line.querySelectorAll<HTMLElement & FormControl>(marked('part'))].map((control) => [
    markOf(control, 'part') ?? '',
    control,
  ]);
}
