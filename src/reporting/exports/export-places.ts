import { Problem } from '../../platform/http/problem';

export interface ExportPlaces {
  /** Waits for a place and gives back how to leave it; leaving twice counts once. */
  enter(): Promise<() => void>;
}

/**
 * So many exports at once; further ones wait their turn.
 *
 * @throws (from `enter`) Problem 503 when the wait gets too long.
 */
export function exportPlaces(places: number, longestWaitMs: number): ExportPlaces {
  let free = places;
  const waiting: (() => void)[] = [];

  function taken(): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    };
  }

  return {
    async enter() {
      if (free > 0) {
        free -= 1;
        return taken();
      }
      await new Promise<void>((resolve, reject) => {
        const turn = (): void => {
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(turn), 1);
          reject(tooMany());
        }, longestWaitMs);
        waiting.push(turn);
      });
      return taken();
    },
  };
}

function tooMany(): Problem {
  return new Problem('unavailable', 'Too many exports are under way. Fetch one report after the other.', {
    retryAfterSeconds: 30,
  });
}
