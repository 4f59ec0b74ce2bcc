import { marked, type ImportPart } from '../marks';

/** A part of the form that reads a file. */
export function partOf<E extends HTMLElement = HTMLElement>(form: HTMLElement, part: ImportPart): E {
  return form.querySelector<E>(marked('importPart', part))!;
}

/** What the form asks besides its columns. */
export interface AskedOfFile {
  readonly kind: string;
  readonly file: File | undefined;
  readonly dates: string;
  readonly encoding: string;
  readonly allOrNothing: boolean;
  readonly mappingName: string;
}

export function askedIn(form: HTMLFormElement): AskedOfFile {
  const field = <E extends HTMLElement>(name: string): E => form.elements.namedItem(name) as never;
  return {
    kind: field<HTMLSelectElement>('kind').value,
    file: field<HTMLInputElement>('file').files?.[0],
    dates: field<HTMLSelectElement>('dates').value,
    encoding: field<HTMLSelectElement>('encoding').value,
    allOrNothing: field<HTMLInputElement>('allOrNothing').checked,
    mappingName: field<HTMLInputElement>('mappingName').value.trim(),
  };
}

/** The address with what is said of it; what is empty is left out. */
export function addressOf(path: string, said: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value);
  return `${path}?${query}`;
}
