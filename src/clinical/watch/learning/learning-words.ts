import { indicationOf } from '../../catalogue/indications';
import { scaleOf } from '../../catalogue/scales';
import { shareText } from '../true-loss-share';
import type { LearningChange } from './learning-change';

/** One change as an administrator reads it. */
export function learningText({ what, of, weight, from, to }: LearningChange): string {
  switch (what) {
    case 'sizes':
      return `The size of a response scatters by ${to.toFixed(1)} percentage points in the same patient (now ${from.toFixed(1)})`;
    case 'lengths':
      return `Its length scatters by ${percent(to)} % (now ${percent(from)} %)`;
    case 'scale':
      return `${scaleOf(of!).name} varies ${to.toFixed(1)} times as much as its measurement error says (now ${from.toFixed(1)} times)`;
    case 'usual-size':
      return `${indicationOf(of!).name}: a session usually gives ${Math.round(to)} % (now ${Math.round(from)} %)`;
    case 'usual-length':
      return `${indicationOf(of!).name}: it usually lasts ${Math.round(to)} days (now ${Math.round(from)} days)`;
    case 'shares':
      return to > from
        ? 'There are enough readings that a share of lasting losses above one half may be told'
        : 'There are too few readings for a share of lasting losses above one half';
    case 'told':
      return `From a weight of ${weight} on it is told that ${shareText(to)} had a lasting loss (now ${shareText(from)})`;
  }
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
