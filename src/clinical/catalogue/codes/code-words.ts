import { DIAGNOSIS_CODES } from './billing-codes';
import { codeFacts } from './diagnosis-codes';
import type { IndicationSlug } from '../indication-slugs';

/** What a code says, in words of ours: the official wording is longer. Palsies and headaches are made from their digits. */
const WORDS: Readonly<Record<string, string>> = {
  'G24.3': 'spasmodic torticollis',
  'M54.2': 'neck pain',
  'M79.18': 'myofascial pain',
  'M62.838': 'muscle spasm',
  'M54.50': 'low back pain, unspecified',
  'M54.51': 'low back pain from the vertebrae',
  'M54.59': 'other low back pain',
  'M62.830': 'muscle spasm of the back',
  'G24.5': 'blepharospasm',
  'G51.31': 'right',
  'G51.32': 'left',
  'G51.33': 'both sides',
  'G51.39': 'side not told',
  'G80.0': 'cerebral palsy, four limbs',
  'G80.1': 'cerebral palsy, both legs most',
  'G80.2': 'cerebral palsy, half of the body',
  'G80.8': 'other cerebral palsy',
  'G80.9': 'cerebral palsy, unspecified',
  'G35.A': 'multiple sclerosis, relapsing-remitting',
  'G35.B0': 'multiple sclerosis, primary progressive, unspecified',
  'G35.B1': 'multiple sclerosis, primary progressive, active',
  'G35.B2': 'multiple sclerosis, primary progressive, not active',
  'G35.C0': 'multiple sclerosis, secondary progressive, unspecified',
  'G35.C1': 'multiple sclerosis, secondary progressive, active',
  'G35.C2': 'multiple sclerosis, secondary progressive, not active',
  'G35.D': 'multiple sclerosis, unspecified',
  'G82.20': 'paraplegia, unspecified',
  'G82.21': 'paraplegia, complete',
  'G82.22': 'paraplegia, incomplete',
  'G82.50': 'quadriplegia, unspecified',
  'G82.51': 'quadriplegia, C1 to C4, complete',
  'G82.52': 'quadriplegia, C1 to C4, incomplete',
  'G82.53': 'quadriplegia, C5 to C7, complete',
  'G82.54': 'quadriplegia, C5 to C7, incomplete',
  'G11.4': 'hereditary spastic paraplegia',
  'L74.510': 'armpit',
  'L74.511': 'face',
  'L74.512': 'palms',
  'L74.513': 'soles',
  'L74.519': 'place not told',
  'L74.52': 'secondary, of one place',
  R61: 'all over',
  'K11.7': 'too much saliva',
  'M26.601': 'joint disorder, right',
  'M26.602': 'joint disorder, left',
  'M26.603': 'joint disorder, both sides',
  'M26.609': 'joint disorder, side not told',
  'M26.621': 'joint pain, right',
  'M26.622': 'joint pain, left',
  'M26.623': 'joint pain, both sides',
  'M26.629': 'joint pain, side not told',
  'M79.11': 'pain of the chewing muscles',
  'G25.0': 'essential tremor',
  'G25.1': 'tremor from a drug',
  'G25.2': 'other tremor',
  'R25.1': 'tremor, unspecified',
  'G24.1': 'genetic torsion dystonia',
  'G24.2': 'not familial',
  'G24.4': 'mouth and face',
  'G24.8': 'other dystonia',
  'G24.9': 'dystonia, unspecified',
  'G24.01': 'from a drug, tardive',
  'G24.02': 'from a drug, acute',
  'G24.09': 'from a drug, other',
  'J38.5': 'spasm of the larynx',
  'G25.89': 'writer’s cramp and others',
};

/** "hemiplegia after infarction, left, nondominant"; the text of its group where no more is known of it. */
export function codeWords(code: string, indication: IndicationSlug): string {
  const group = DIAGNOSIS_CODES[indication].find(({ codes }) => codes.includes(code));
  return WORDS[code] ?? headacheWords(code) ?? palsyWords(code, group?.text) ?? group?.text ?? '';
}

function headacheWords(code: string): string | undefined {
  const [, kind, intractable, status] = /^G43\.([7E])([01])([19])$/.exec(code) ?? [];
  if (kind) {
    const aura = kind === 'E' ? 'with aura' : 'without aura';
    return `${aura}, ${intractable === '1' ? 'intractable' : 'not intractable'}, ${status === '1' ? 'with status' : 'without status'}`;
  }
  const [, often, hard] = /^G44\.2([012])([19])$/.exec(code) ?? [];
  if (!often) return undefined;
  return `${['unspecified', 'episodic', 'chronic'][Number(often)]}, ${hard === '1' ? 'intractable' : 'not intractable'}`;
}

function palsyWords(code: string, group: string | undefined): string | undefined {
  const { side, dominant, unspecified } = codeFacts(code);
  const what = group?.split(':')[0];
  if (!what || (dominant === null && !unspecified)) return undefined;
  return unspecified
    ? `${what}, side not told`
    : `${what}, ${side}, ${dominant ? 'dominant' : 'nondominant'}`;
}
