import { ageOn } from '../calendar';
import type { Finding, FindingSeverity } from '../finding';
import type { ProposedSession, SessionContext } from './proposed-session';
import type { RuleValues } from '../rules';
import { sourceText } from '../rules';
import type { ToxinProduct } from '../units';

type PrecautionRule = 'S13' | 'S14' | 'S15' | 'S16' | 'S17';

export interface Precaution {
  readonly name: string;
  /** Absent: it raises no objection of its own. */
  readonly rule?: {
    readonly code: PrecautionRule;
    readonly severity: FindingSeverity;
    readonly advice: string;
  };
  /** The one product it speaks against; all of them when absent. */
  readonly product?: ToxinProduct;
  readonly source: string;
  readonly aliases: readonly string[];
}

type Objection = NonNullable<Precaution['rule']>;

const PREGNANCY = ask(
  'S13',
  'There are no adequate data: confirm that this was weighed up with the patient.',
);
const INTERACTION = ask('S14', 'It strengthens the toxin: postpone, or confirm that this was considered.');
const WEAKNESS = ask('S15', 'Severe weakness is possible: confirm that the risk was weighed up.');
const WORSENING = ask(
  'S15',
  'It may become worse, most of all after neck injections: confirm that the risk was weighed up.',
);
const MILK: Objection = {
  code: 'S16',
  severity: 'stop',
  advice: 'Dysport may contain milk protein: choose another product.',
};
const HYPERSENSITIVITY: Objection = {
  code: 'S16',
  severity: 'stop',
  advice: 'Contraindicated with every product.',
};
const INFECTION: Objection = {
  code: 'S16',
  severity: 'stop',
  advice: 'Contraindicated until it has healed and is off the record.',
};
const ANTICOAGULANT: Objection = {
  code: 'S17',
  severity: 'note',
  advice: 'Press longer; take care with deep muscles.',
};
const HIGH_INR = ask(
  'S17',
  'Bleeding is likelier, above all in deep muscles: wait for a lower INR, or confirm.',
);

/** What on a patient's record bears on every session. */
const ROWS = {
  pregnant: row('Pregnancy', PREGNANCY, 'V:PREG16,PREG23', ['pregnancy']),
  breast_feeding: row('Breast-feeding', PREGNANCY, 'M', ['breastfeeding', 'lactation', 'lactating']),
  cannot_become_pregnant: row('Cannot become pregnant', undefined, 'P', [
    'menopause',
    'postmenopausal',
    'hysterectomy',
  ]),
  aminoglycoside: row('Aminoglycoside', INTERACTION, 'V:MYO-MPR,DYS-MPR', ['aminoglycosides']),
  neuromuscular_blocker: row('Neuromuscular blocker', INTERACTION, 'V:MYO-MPR,DYS-MPR', [
    'neuromuscular_blockers',
  ]),
  magnesium_infusion: row('Magnesium infusion', INTERACTION, 'V:DAX-MS', ['magnesium']),
  myasthenia_gravis: row('Myasthenia gravis', WEAKNESS, 'V:DYS-MPR,MYO-MPR', ['myasthenia']),
  lambert_eaton: row('Lambert-Eaton syndrome', WEAKNESS, 'V:DYS-MPR,MYO-MPR', [
    'lems',
    'lambert_eaton_syndrome',
  ]),
  als: row('Amyotrophic lateral sclerosis', WEAKNESS, 'V:DYS-MPR,MYO-MPR', ['amyotrophic_lateral_sclerosis']),
  other_neuromuscular_disease: row('Neuromuscular disease', WEAKNESS, 'V:DYS-MPR,MYO-MPR', [
    'neuromuscular_disease',
  ]),
  dysphagia: row('Dysphagia', WORSENING, 'V:DYS-MPR,MYO-MPR', ['swallowing_difficulty']),
  respiratory_compromise: row('Compromised breathing', WORSENING, 'V:DYS-MPR,MYO-MPR', [
    'compromised_breathing',
  ]),
  milk_protein_allergy: {
    ...row('Cow’s milk protein allergy', MILK, 'V:DYS-MPR', [
      'cow_milk_protein_allergy',
      'cows_milk_protein_allergy',
    ]),
    product: 'abo',
  },
  toxin_hypersensitivity: row('Hypersensitivity to a botulinum toxin', HYPERSENSITIVITY, 'V:DAX-BW', [
    'toxin_allergy',
  ]),
  infection_at_site: row('Infection at the injection site', INFECTION, 'V:DAX-BW', [
    'injection_site_infection',
  ]),
  anticoagulant: row('Anticoagulant', ANTICOAGULANT, 'V:AC-KR', ['anticoagulants', 'anticoagulation']),
  inr_above_3: row('INR above 3', HIGH_INR, 'P', ['inr_over_3']),
} as const satisfies Record<string, Precaution>;

export type PrecautionCode = keyof typeof ROWS;

export const PRECAUTIONS: Readonly<Record<PrecautionCode, Precaution>> = ROWS;
export const PRECAUTION_CODES = Object.keys(ROWS) as readonly PrecautionCode[];

/** The precaution that a code or a clinician's word means; undefined when none. */
export function precautionOf(text: string): PrecautionCode | undefined {
  const wanted = text
    .trim()
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '_');
  return PRECAUTION_CODES.find((slug) => slug === wanted || PRECAUTIONS[slug].aliases.includes(wanted));
}

/** What the patient's precautions say of this session (S13 to S17). */
export function precautionFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const known = new Set(context.precautions.flatMap((each) => precautionOf(each) ?? []));
  const findings = [...known].flatMap((slug) => findingOf(PRECAUTIONS[slug], session.product));
  return [...findings, ...pregnancyUnknown(known, session, context, rules)];
}

function findingOf({ name, rule, product, source }: Precaution, given: ToxinProduct): readonly Finding[] {
  if (!rule || (product && product !== given)) return [];
  const { code, severity, advice } = rule;
  return [{ code, severity, message: `${name} is on record. ${advice}`, sourceText: `${name} (${source})` }];
}

/** A reminder only: the range is ours, and most sessions of a clinic would otherwise ask for a confirmation. */
function pregnancyUnknown(
  known: ReadonlySet<PrecautionCode>,
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const answered =
    known.has('pregnant') || known.has('breast_feeding') || known.has('cannot_become_pregnant');
  const age = ageOn(context.birthDate, session.performedOn);
  const fertile = age >= rules['S13.fertile.from'] && age <= rules['S13.fertile.to'];
  if (answered || !fertile || !/^f/i.test(context.sex ?? '')) return [];
  const message = 'Nothing is recorded on pregnancy. Ask before injecting.';
  return [{ code: 'S13', severity: 'note', message, sourceText: sourceText('S13.fertile.to') }];
}

function row(
  name: string,
  rule: Objection | undefined,
  source: string,
  aliases: readonly string[],
): Precaution {
  return { name, ...(rule && { rule }), source, aliases };
}

function ask(code: PrecautionRule, advice: string): Objection {
  return { code, severity: 'confirm', advice };
}
