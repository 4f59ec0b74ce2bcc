import type { EffectLevel, SessionLikelihood } from './likelihood-grid';
import { GRID_LENGTHS, GRID_SIZES, gridPrior, likelihoodReader } from './likelihood-grid';
import type { ResponseEvidence } from '../evidence/response-evidence';
import type { ResponseNoise, ResponsePrior } from './response-priors';
import type { RuleValues } from '../../rules';

/** How much weight the story of a lasting loss has after a session. */
export interface LossWeight {
  /** 0 to 1; a trigger, not a diagnosis. */
  readonly p: number;
  /**
   * Index of the session at which the likeliest loss begins; -1 before any could be told. To be asked before the next
   * session is added.
   */
  readonly since: () => number;
}

export interface ChangePoint {
  /**
   * Takes the next session, whether anything is known of it or not.
   *
   * @param scattersMore product, injector or muscles changed
   */
  add(evidence: ResponseEvidence, doseRatio: number, scattersMore: boolean): LossWeight;
}

export interface ChangePointSetup {
  readonly prior: ResponsePrior;
  readonly noise: ResponseNoise;
  readonly rules: RuleValues;
  /** The chance that a lasting loss begins at a session, counted from 0. */
  readonly begins: (session: number) => number;
  readonly shape?: LossShape;
}

/** How a loss begins, and how badly a single session goes: shares that each add up to 1. */
export interface LossShape {
  readonly atOnce: { readonly to60: number; readonly to35: number; readonly to10: number };
  readonly inSteps: { readonly to35: number; readonly to10: number };
  readonly oneOff: { readonly to60: number; readonly to35: number; readonly to10: number };
}

/**
 * Ordinary ups and downs, or a lasting loss since session N?
 *
 * The course is in one of a few states: as usual, a mild dip that stays, slow progression, on the way down, or at one of
 * three degrees of loss. From session to session it stays or moves on with a small chance, and any single session may
 * just go badly. Every state is weighed by how likely it makes what was recorded, for all usual sizes and lengths the
 * patient may have. Only these weights are kept, so the hundredth session costs as much as the second.
 */
export function startChangePoint({
  prior,
  noise,
  rules,
  begins,
  shape = SHAPE,
}: ChangePointSetup): ChangePoint {
  const course = startCourse(prior);
  const read = likelihoodReader(LEVELS, prior, noise);
  let sessions = 0;
  return {
    add(evidence, doseRatio, scattersMore) {
      const likely = read(evidence, doseRatio, scattersMore);
      keepInRange(likely, course);
      moveOn(course, likely, { session: sessions, begins: begins(sessions), shape, rules });
      sessions += 1;
      return { p: course.loss / course.all, since: () => likeliestBeginning(course, sessions) };
    },
  };
}

/** A smaller effect is a shorter one, but not in proportion: a third of the length stays. */
const level = (size: number): EffectLevel => ({ size, length: 0.35 + 0.65 * size });
const PROGRESS_STEPS = 8;
/*
 * The shape of the stories, fitted together on simulated courses (P). Not settable: a step moved alone would make all the
 * weights mean something else.
 */
/** Usual, a mild dip, three degrees of loss; then an illness that takes a little more with every session. */
const LEVELS: readonly EffectLevel[] = [
  ...[1, 0.8, 0.6, 0.35, 0.1].map(level),
  ...Array.from({ length: PROGRESS_STEPS }, (_, i) => ({
    size: 1 - 0.045 * (i + 1),
    length: 1 - 0.012 * (i + 1),
  })),
];
const PROGRESS_FROM = 5;
/**
 * Response usually fades gradually, so most of the weight is on the ways down in steps.
 */
const SHAPE: LossShape = {
  atOnce: { to60: 0.1, to35: 0.1, to10: 0.2 },
  inSteps: { to35: 0.3, to10: 0.3 },
  oneOff: { to60: 0.4, to35: 0.39, to10: 0.21 },
};
const CELLS = GRID_SIZES * GRID_LENGTHS;

/** Weights of one state, a cell for every usual size and length. */
type State = Float64Array;

/** A lost state also remembers at which session its heaviest story began. */
interface Lost {
  readonly weight: State;
  readonly began: Uint16Array;
}

interface CourseStates {
  readonly usual: State;
  readonly mildDip: State;
  readonly progress: readonly State[];
  /** On the way down: 0.8, 0.6, 0.35. */
  readonly steps: readonly [Lost, Lost, Lost];
  readonly at60: Lost;
  readonly at35: Lost;
  readonly at10: Lost;
  /** Sums of all weights, and of those of a loss. */
  all: number;
  loss: number;
}

function startCourse(prior: ResponsePrior): CourseStates {
  const empty = () => new Float64Array(CELLS);
  const lost = (): Lost => ({ weight: empty(), began: new Uint16Array(CELLS) });
  return {
    usual: gridPrior(prior),
    mildDip: empty(),
    progress: Array.from({ length: PROGRESS_STEPS }, empty),
    steps: [lost(), lost(), lost()],
    at60: lost(),
    at35: lost(),
    at10: lost(),
    all: 1,
    loss: 0,
  };
}

/** All weights become smaller with every session; a factor that all share says nothing. */
function keepInRange({ sizes }: SessionLikelihood, { all }: CourseStates): void {
  for (let i = 0; i < sizes.length; i++) sizes[i]! /= all;
}

/** One session more. States further on are moved first: they take over from the others as these were before it. */
function moveOn(
  course: CourseStates,
  likely: SessionLikelihood,
  {
    session,
    begins,
    shape,
    rules,
  }: Pick<ChangePointSetup, 'rules'> & {
    readonly session: number;
    readonly begins: number;
    readonly shape: LossShape;
  },
): void {
  const { usual, mildDip, progress, at60, at35, at10 } = course;
  const [stepOne, stepTwo, stepThree] = course.steps;
  const { sizes, lengths } = likely;
  const oneOff = rules['R.prior.one-off'];
  const mildDips = rules['R.prior.mild-dip'];
  const progresses = rules['R.prior.progression'];
  const { atOnce, inSteps } = shape;
  const allSteps = inSteps.to35 + inSteps.to10;
  const badly60 = oneOff * shape.oneOff.to60;
  const badly35 = oneOff * shape.oneOff.to35;
  const badly10 = oneOff * shape.oneOff.to10;
  const wellAgain = 1 - oneOff;
  const stays = 1 - begins - mildDips - progresses;
  let [all, loss] = [0, 0];

  for (let i = 0, cell = 0; i < GRID_SIZES; i++) {
    for (let j = 0; j < GRID_LENGTHS; j++, cell++) {
      const chance80 = sizes[GRID_SIZES + i]! * lengths[GRID_LENGTHS + j]!;
      const chance60 = sizes[2 * GRID_SIZES + i]! * lengths[2 * GRID_LENGTHS + j]!;
      const chance35 = sizes[3 * GRID_SIZES + i]! * lengths[3 * GRID_LENGTHS + j]!;
      const chance10 = sizes[4 * GRID_SIZES + i]! * lengths[4 * GRID_LENGTHS + j]!;
      const wentBadly = badly60 * chance60 + badly35 * chance35 + badly10 * chance10;
      const before = usual[cell]!;
      const lost = begins * before;

      const at = { cell, session, lost };
      loss += join(at10, at, { atOnce: atOnce.to10, from: stepThree, share: 1, chance: chance10 });
      loss += join(at35, at, {
        atOnce: atOnce.to35,
        from: stepTwo,
        share: inSteps.to35 / allSteps,
        chance: chance35,
      });
      loss += join(at60, at, { atOnce: atOnce.to60, from: stepOne, share: 0, chance: chance60 });
      loss += stepDown(stepThree, cell, stepTwo, (inSteps.to10 / allSteps) * chance35);
      loss += stepDown(stepTwo, cell, stepOne, chance60);
      loss += stepOne.weight[cell] = allSteps * lost * chance80;
      stepOne.began[cell] = session;

      let remains = progress[PROGRESS_STEPS - 1]![cell]!;
      for (let step = PROGRESS_STEPS - 1; step >= 0; step--) {
        const arrives = step === 0 ? progresses * before : progress[step - 1]![cell]!;
        const progressed = PROGRESS_FROM + step;
        const chance = sizes[progressed * GRID_SIZES + i]! * lengths[progressed * GRID_LENGTHS + j]!;
        all += progress[step]![cell] = (arrives + remains) * (wellAgain * chance + wentBadly);
        remains = 0;
      }
      all += mildDip[cell] = (mildDip[cell]! + mildDips * before) * (wellAgain * chance80 + wentBadly);
      all += usual[cell] = stays * before * (wellAgain * sizes[i]! * lengths[j]! + wentBadly);
    }
  }
  course.all = all + loss;
  course.loss = loss;
}

/** A degree of loss goes on, is reached at once from the usual, or by the last step of the way down. */
function join(
  state: Lost,
  at: { readonly cell: number; readonly session: number; readonly lost: number },
  by: {
    /** Share of those lost now that reach this degree at once. */
    readonly atOnce: number;
    readonly from: Lost;
    /** Share of those on the last step that come to stay here. */
    readonly share: number;
    readonly chance: number;
  },
): number {
  const { cell, session } = at;
  const atOnce = by.atOnce * at.lost;
  const stayed = state.weight[cell]!;
  const stepped = by.share * by.from.weight[cell]!;
  if (stepped > stayed && stepped > atOnce) state.began[cell] = by.from.began[cell]!;
  else if (atOnce > stayed) state.began[cell] = session;
  return (state.weight[cell] = (stayed + atOnce + stepped) * by.chance);
}

function stepDown(state: Lost, cell: number, from: Lost, chance: number): number {
  state.began[cell] = from.began[cell]!;
  return (state.weight[cell] = from.weight[cell]! * chance);
}

function likeliestBeginning({ steps, at60, at35, at10, loss }: CourseStates, sessions: number): number {
  if (loss === 0) return -1;
  const bySession = new Float64Array(sessions);
  for (const { weight, began } of [...steps, at60, at35, at10])
    for (let cell = 0; cell < CELLS; cell++) bySession[began[cell]!]! += weight[cell]!;
  return bySession.indexOf(Math.max(...bySession));
}
