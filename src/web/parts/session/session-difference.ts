import type { InjectionSide } from '../../../clinical/catalogue/muscles';
import type { ToxinProduct } from '../../../clinical/units';
import type { MapDose } from '../../shared/body-map/map-doses';
import { numberWords } from '../../shared/injection-words';
import { toHundredth } from '../../../clinical/numbers';

export interface ComparedSession {
  readonly product: ToxinProduct;
  readonly injections: readonly {
    readonly muscle: string;
    readonly side: InjectionSide;
    readonly units: number;
  }[];
}

/** What became of one muscle on one side. Units are null where it was not injected. */
export interface MuscleDifference {
  readonly muscle: string;
  readonly side: InjectionSide;
  readonly before: number | null;
  readonly now: number | null;
  /** "10 units more", "new, 20 units"; without numbers where the products differ. */
  readonly words: string;
  /** As short as the map needs it: "+10", "−5", "new", "gone". */
  readonly mark: string;
  readonly tone?: 'more' | 'less';
}

/** What is different from another session. Units of two products are never subtracted from each other. */
export function differenceOf(now: ComparedSession, before: ComparedSession): readonly MuscleDifference[] {
  const comparable = now.product === before.product;
  const gone = before.injections.filter((injection) => !unitsAt(now, injection));
  return [...now.injections, ...gone].map(({ muscle, side }) => {
    const was = unitsAt(before, { muscle, side });
    const is = unitsAt(now, { muscle, side });
    return { muscle, side, before: was ?? null, now: is ?? null, ...changeWords(was, is, comparable) };
  });
}

export function differenceDoses(differences: readonly MuscleDifference[]): readonly MapDose[] {
  return differences.map(({ muscle, side, mark, words, tone }) => ({
    muscle,
    side,
    units: mark,
    words,
    tone,
  }));
}

function changeWords(
  was: number | undefined,
  is: number | undefined,
  comparable: boolean,
): Pick<MuscleDifference, 'words' | 'mark' | 'tone'> {
  if (was === undefined) return { words: `new, ${numberWords(is ?? 0)} units`, mark: 'new', tone: 'more' };
  if (is === undefined)
    return { words: `no longer given, was ${numberWords(was)} units`, mark: 'gone', tone: 'less' };
  if (!comparable) return { words: 'another product: units cannot be compared', mark: '≠' };
  const change = toHundredth(is - was);
  if (change === 0) return { words: 'unchanged', mark: '=' };
  const size = numberWords(Math.abs(change));
  return change > 0
    ? { words: `${size} units more`, mark: `+${size}`, tone: 'more' }
    : { words: `${size} units fewer`, mark: `−${size}`, tone: 'less' };
}

function unitsAt(
  { injections }: ComparedSession,
  { muscle, side }: { readonly muscle: string; readonly side: InjectionSide },
): number | undefined {
  return injections.find((injection) => injection.muscle === muscle && injection.side === side)?.units;
}
