import type { Guidance } from '../catalogue/guidance';
import type { IndicationSlug } from '../catalogue/indication-slugs';
import { counted } from '../words';
import type { ClaimLine, ClaimPart } from './claim-line';
import { limbLines } from './limb-lines';
import { musclesByLimb, procedurePlace, sidesOf, type InjectedPlace } from './procedure-place';

export interface ProcedureSession {
  readonly indication: IndicationSlug;
  readonly injections: readonly (InjectedPlace & { readonly guidance?: Guidance | null })[];
}

interface DaySessions {
  readonly earlier: readonly ProcedureSession[];
  readonly later: readonly ProcedureSession[];
}

const ALONE: DaySessions = { earlier: [], later: [] };

/** What one code says of a whole indication, whichever muscles it was. */
const BY_INDICATION: Readonly<Partial<Record<IndicationSlug, readonly [code: string, text: string]>>> = {
  chronic_migraine: ['64615', 'Both sides by definition, once a session (V:FCSO,CPT-15).'],
  sialorrhea: ['64611', 'Salivary glands of both sides by definition (V:XEO-BILL).'],
  hyperhidrosis_axillary: ['64650', 'Both armpits by definition (V:CPT-50).'],
  tension_headache: ['64999', 'There is no code of its own: unlisted (M). Ask the payer.'],
  chronic_neck_pain: ['64999', 'There is no code of its own: unlisted; some payers want 64616 (M).'],
  chronic_back_pain: ['64999', 'There is no code of its own: unlisted; some payers want 64646 (M).'],
};

/** One side a time: both are 50, one is RT or LT. */
const ONE_SIDED = [
  ['face', '64612', 'Muscles of the facial nerve', 'V:FCSO'],
  ['neck', '64616', 'Muscles of the neck', 'V:AAPC; 50: M'],
  ['larynx', '64617', 'Larynx, the needle EMG included', 'V:AAPC; 50: M'],
] as const;

const TRUNK_FEW = 5;

/** The procedures of a session with their sides and numbers, then its guidance. */
export function procedureLines(session: ProcedureSession, day: DaySessions = ALONE): ClaimPart {
  const { indication, injections } = session;
  const whole = BY_INDICATION[indication];
  const lines = whole
    ? [{ code: whole[0], modifiers: [], billingUnits: 1, text: whole[1] }]
    : [...oneSided(session), ...limbs(session, day), ...trunk(session), ...skin(session), ...jaw(session)];
  const unknown =
    lines.length === 0 ? ['No procedure code is known for the places injected: ask the payer.'] : [];
  const led = guidanceLines(injections);
  return { lines: [...lines, ...led.lines], missing: [...unknown, ...led.missing] };
}

function oneSided(session: ProcedureSession): readonly ClaimLine[] {
  return ONE_SIDED.flatMap(([place, code, what, source]) => {
    const at = inPlace(session, place);
    if (at.length === 0) return [];
    const sides = [...new Set(at.flatMap(({ side }) => sidesOf(side)))];
    const modifiers = sides.length === 2 ? ['50'] : sides.map((side) => (side === 'right' ? 'RT' : 'LT'));
    const where = sides.length === 2 ? 'both sides' : (sides[0] ?? 'in the midline only: no side');
    return [{ code, modifiers, billingUnits: 1, text: `${what}, ${where} (${source}).` }];
  });
}

function limbs(session: ProcedureSession, { earlier, later }: DaySessions): readonly ClaimLine[] {
  const of = (sessions: readonly ProcedureSession[]) =>
    musclesByLimb(
      sessions.flatMap(({ injections }) => injections),
      sessions.some(isOfLimb),
    );
  return limbLines(of([session]), of(earlier), of(later));
}

function trunk(session: ProcedureSession): readonly ClaimLine[] {
  const muscles = new Set(
    inPlace(session, 'trunk').flatMap(({ muscle, side }) =>
      side === 'midline' ? [muscle] : sidesOf(side).map((given) => `${muscle} ${given}`),
    ),
  ).size;
  if (muscles === 0) return [];
  const code = muscles > TRUNK_FEW ? '64647' : '64646';
  const text = `${counted(muscles, 'muscle')} of the trunk, each side for itself (V:AAPC; sides: M).`;
  return [{ code, modifiers: [], billingUnits: 1, text }];
}

function skin(session: ProcedureSession): readonly ClaimLine[] {
  const at = inPlace(session, 'skin');
  if (at.length === 0) return [];
  const ofHandsAndFeet = at.every(({ muscle }) => muscle === 'palm' || muscle === 'sole');
  const text = ofHandsAndFeet
    ? 'Hands and feet have no code of their own: unlisted (M).'
    : 'Once a day, however many areas (V:CPT-50).';
  return [{ code: ofHandsAndFeet ? '64999' : '64653', modifiers: [], billingUnits: 1, text }];
}

/** Muscles of the trigeminal nerve: 64612 would be wrong. In a spasm of the face they go with it. */
function jaw(session: ProcedureSession): readonly ClaimLine[] {
  if (inPlace(session, 'jaw').length === 0) return [];
  if (inPlace(session, 'face').length > 0 || inPlace(session, 'neck').length > 0) return [];
  const text = 'Muscles of the jaw have no code of their own: unlisted (M).';
  return [{ code: '64999', modifiers: [], billingUnits: 1, text }];
}

function guidanceLines(injections: ProcedureSession['injections']): ClaimPart {
  const led = (by: Guidance) =>
    injections.filter(({ guidance, muscle }) => guidance === by && procedurePlace(muscle) !== 'larynx')
      .length;
  const [emg, stimulation, ultrasound] = [led('emg'), led('stimulation'), led('ultrasound')];
  const both = emg > 0 && stimulation > 0 ? ' Of EMG and stimulation only one stands on a claim (M).' : '';
  const electric: readonly ClaimLine[] =
    emg + stimulation === 0
      ? []
      : emg >= stimulation
        ? [
            {
              code: '95874',
              modifiers: [],
              billingUnits: 1,
              text: `Guided by needle EMG, an add-on (V:CPT-74).${both}`,
            },
          ]
        : [
            {
              code: '95873',
              modifiers: [],
              billingUnits: 1,
              text: `Guided by stimulation, an add-on (V:DAX-ACC).${both}`,
            },
          ];
  const imaged: readonly ClaimLine[] =
    ultrasound === 0
      ? []
      : [
          {
            code: '76942',
            modifiers: [],
            billingUnits: 1,
            text: 'Guided by ultrasound; several Medicare contractors exclude it (V:LCD-39835,LCD-39856).',
          },
        ];
  const other = injections.some(({ guidance }) => guidance === 'ct' || guidance === 'endoscopy');
  return {
    lines: [...electric, ...imaged],
    missing: other ? ['No code is known for guidance by CT or endoscopy: ask the payer.'] : [],
  };
}

function inPlace(session: ProcedureSession, place: string): ProcedureSession['injections'] {
  return session.injections.filter(({ muscle }) => procedurePlace(muscle, isOfLimb(session)) === place);
}

function isOfLimb({ indication }: ProcedureSession): boolean {
  return indication === 'spasticity_upper' || indication === 'spasticity_lower';
}
