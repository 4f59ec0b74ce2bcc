import { readFileSync } from 'node:fs';
import { addDays } from '../src/clinical/calendar';
import type { TreatedSession } from '../src/clinical/treated-session';
import type { ToxinProduct } from '../src/clinical/units';
import { doseOf } from '../src/clinical/units';
import type { Detector } from './detector';
import type { Random } from './random';
import { randomOf } from './random';

/** One patient of the trial: a real cycle. */
interface RealCycle {
  readonly treated: boolean;
  readonly start: number;
  readonly peak: number;
}

/** The cdystonia trial file (columns patient, obs, week, site, id, treat, age, sex, twstrs), a cycle a patient. */
export function readRealCycles(path: string): RealCycle[] {
  const byPatient = new Map<string, { treat: string; byWeek: Map<number, number> }>();
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const at = (column: string) => header.split(',').indexOf(column);
  const [patient, week, treat, twstrs] = [at('patient'), at('week'), at('treat'), at('twstrs')];
  for (const line of lines) {
    const cells = line.split(',');
    const known = byPatient.get(cells[patient]!) ?? { treat: cells[treat]!, byWeek: new Map() };
    known.byWeek.set(Number(cells[week]), Number(cells[twstrs]));
    byPatient.set(cells[patient]!, known);
  }
  return [...byPatient.values()].flatMap((known) => {
    const [start, peak] = [known.byWeek.get(0), known.byWeek.get(4)];
    return start === undefined || peak === undefined
      ? []
      : [{ treated: !/placebo/i.test(known.treat), start, peak }];
  });
}

const GOOD_CYCLES = 5;
const STABLE_CYCLES = 7;
const RESPONDER_FALL = 0.2;
const SAME_START = 45;
const INTERVAL = 100;
const DRAWS = 200;

export interface ChainScore {
  readonly failed: number;
  /** Share of chains in review after the last failed cycle; without failures, the share ever in review. */
  readonly review: number;
}

/**
 * Real cycles one after the other: five in which TWSTRS fell by a fifth and more, then cycles under placebo as "toxin
 * without effect". The cycles are of different patients, so each is brought to the same start.
 */
export function scoreChains(
  cycles: readonly RealCycle[],
  { read }: Detector,
  product: ToxinProduct,
): ChainScore[] {
  const responders = cycles.filter(
    ({ treated, start, peak }) => treated && start - peak >= RESPONDER_FALL * start,
  );
  const placebo = cycles.filter(({ treated }) => !treated);
  return [0, 1, 2, 3, 4].map((failed) => {
    let found = 0;
    for (let draw = 0; draw < DRAWS; draw++) {
      const random = randomOf(20261126, draw);
      const good = drawn(responders, failed === 0 ? STABLE_CYCLES : GOOD_CYCLES, random);
      const chain = [...good, ...drawn(placebo, failed, random)];
      const { review } = read(
        chain.map((cycle, index) => sessionOf(cycle, index, product)),
        'cervical_dystonia',
      );
      if (failed === 0 ? review.some(Boolean) : review.at(-1)) found += 1;
    }
    return { failed, review: found / DRAWS };
  });
}

function drawn(cycles: readonly RealCycle[], count: number, random: Random): RealCycle[] {
  return Array.from({ length: count }, () => cycles[random.whole(0, cycles.length - 1)]!);
}

function sessionOf({ start, peak }: RealCycle, index: number, product: ToxinProduct): TreatedSession {
  const performedOn = addDays('2020-01-06', INTERVAL * index);
  return {
    sessionId: String(index + 1),
    performedOn,
    dose: doseOf(product, product === 'rima' ? 10_000 : 200),
    response: {
      measurements: [
        { scale: 'twstrs_total', phase: 'cycle-start', value: SAME_START },
        { scale: 'twstrs_total', phase: 'peak', value: (SAME_START * peak) / start },
      ],
    },
  };
}
