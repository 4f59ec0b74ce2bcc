import { counted } from '../../clinical/words';

/** What a change of settings would do to the courses, as the API tells it beforehand. */
export interface Moves {
  readonly courses: number;
  readonly changes: readonly {
    readonly due?: object;
    readonly flag?: { readonly change: 'opens' | 'rises' | 'no-longer-shown' };
  }[];
}

/** `Of 320 courses: 41 due days would move, 2 flags would open.` Nothing is said where no due day and no flag moves. */
export function moveWords({ courses, changes }: Moves): string | undefined {
  const flags = (wanted: string): number => changes.filter(({ flag }) => flag?.change === wanted).length;
  const moved: readonly (readonly [number, string, string])[] = [
    [changes.filter(({ due }) => due).length, 'due day', 'move'],
    [flags('opens'), 'flag', 'open'],
    [flags('rises'), 'flag', 'rise to a higher tier'],
    [flags('no-longer-shown'), 'flag', 'no longer be shown'],
  ];
  const said = moved.filter(([count]) => count > 0);
  if (said.length === 0) return undefined;
  return `Of ${counted(courses, 'course')}: ${said.map(([count, what, does]) => `${counted(count, what)} would ${does}`).join(', ')}.`;
}
