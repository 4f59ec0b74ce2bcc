import { daysBetween, type PlainDate } from '../calendar';
import type { Finding } from '../finding';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import { holdsOn, lastAskedOn, type DatedPrecaution } from './dated-precaution';
import { PRECAUTIONS, precautionOf, type Objection, type PrecautionCode } from './precaution-rows';
import { pregnancyNote, type AskedPatient } from './pregnancy';

export type KnownPrecaution = DatedPrecaution & { readonly code: PrecautionCode };

/**
 * What do the patient's precautions say of this session (S13 to S17)?
 *
 * Those that held on its day speak, each once; what is only a note is told in the first session after it was asked about. What may end is asked about again after a year; of an INR the latest counts.
 */
export function precautionFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { performedOn } = session;
  const known = latestOfEach(context.precautions.filter((precaution) => holdsOn(precaution, performedOn)));
  const inr = known.find(isInr);
  return [
    ...known
      .filter((precaution) => !(inr && isOlderInr(precaution, inr)))
      .flatMap((precaution) => findingsOf(precaution, session, context, rules)),
    ...(inr ? inrFindings(inr, performedOn, rules) : []),
    ...openPregnancyNote(context, performedOn, rules),
  ];
}

/** The reminder to ask about pregnancy, where no precaution of this day tells it already. */
export function openPregnancyNote(
  patient: AskedPatient & { readonly precautions: readonly DatedPrecaution[] },
  day: PlainDate,
  rules: SessionRuleValues,
): readonly Finding[] {
  const known = latestOfEach(patient.precautions.filter((precaution) => holdsOn(precaution, day)));
  const told = known.some(({ code }) => ANSWERS_PREGNANCY.has(code));
  return told ? [] : pregnancyNote(patient, day, rules);
}

/** What is to be asked about again before a session of this day: what may have ended since, and an INR that is old. */
export function precautionReminders(
  precautions: readonly DatedPrecaution[],
  day: PlainDate,
  rules: SessionRuleValues,
): readonly Finding[] {
  const known = latestOfEach(precautions.filter((precaution) => holdsOn(precaution, day)));
  const inr = known.find(isInr);
  return [
    ...known
      .filter((precaution) => !(inr && isOlderInr(precaution, inr)))
      .flatMap((precaution) => askAgain(precaution, day, rules)),
    ...(inr && isOldInr(inr, day, rules) ? inrFindings(inr, day, rules) : []),
  ];
}

const ANSWERS_PREGNANCY: ReadonlySet<PrecautionCode> = new Set([
  'pregnant',
  'breast_feeding',
  'cannot_become_pregnant',
]);

/** Of the entries of one precaution the one that was asked about last; of an INR the latest measurement. */
export function latestOfEach(precautions: readonly DatedPrecaution[]): readonly KnownPrecaution[] {
  const latest = new Map<PrecautionCode, KnownPrecaution>();
  for (const each of precautions) {
    const code = precautionOf(each.code);
    if (!code) continue;
    const other = latest.get(code);
    if (!other || saidOn(each) >= saidOn(other)) latest.set(code, { ...each, code });
  }
  return [...latest.values()];
}

/** A measurement is of its day, whenever it was asked about. */
function saidOn(each: DatedPrecaution): string {
  const measuredOn = typeof each.value === 'number' ? each.startedOn : undefined;
  return measuredOn ?? lastAskedOn(each) ?? '';
}

function findingsOf(
  { code, ...dated }: KnownPrecaution,
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { name, rule, when, otherwise, source } = PRECAUTIONS[code];
  const objection = !when || when(session) ? rule : otherwise;
  if (!objection) return [];
  const found = objected(objection, `${name} is on record${since(dated.startedOn)}.`, `${name} (${source})`);
  const told = objection.severity === 'note' && wasTold({ code, ...dated }, session, context) ? [] : [found];
  return [...told, ...askAgain({ code, ...dated }, session.performedOn, rules, objection)];
}

/** What may end is asked about again after a year; what only matters with some sessions, with those. */
function askAgain(
  { code, ...dated }: KnownPrecaution,
  day: PlainDate,
  rules: SessionRuleValues,
  objection = whateverIsGiven(code),
): readonly Finding[] {
  const { name, lasts } = PRECAUTIONS[code];
  const asked = lastAskedOn({ code, ...dated });
  if (!objection || lasts === 'for-life' || !asked) return [];
  const days = daysBetween(asked, day);
  if (days <= rules['S14.again']) return [];
  const message = `${name} was last asked about on ${asked}, ${days} days before. Ask whether it still holds; end it if it does not.`;
  return [{ code: objection.code, severity: 'note', message, sourceText: sourceText('S14.again') }];
}

/** What speaks against a session of any product and place; nothing where it asks for one of its own kind. */
function whateverIsGiven(code: PrecautionCode): Objection | undefined {
  const { rule, when, otherwise } = PRECAUTIONS[code];
  return when ? otherwise : rule;
}

/** Was there a session since it was known? It stands in the banner of every page besides. */
function wasTold(
  { startedOn, askedOn }: DatedPrecaution,
  { performedOn }: ProposedSession,
  { earlierDoses }: SessionContext,
): boolean {
  const known = [startedOn, askedOn].flatMap((day) => day ?? []).toSorted();
  const knownOn = known.at(-1);
  return (
    knownOn !== undefined &&
    earlierDoses.some(({ elsewhere, performedOn: day }) => !elsewhere && knownOn <= day && day < performedOn)
  );
}

function inrFindings(
  { value, startedOn }: MeasuredInr,
  performedOn: PlainDate,
  rules: SessionRuleValues,
): readonly Finding[] {
  const days = daysBetween(startedOn, performedOn);
  const said = `The INR was ${value} on ${startedOn}`;
  const old = isOldInr({ startedOn }, performedOn, rules);
  if (value > rules['S17.inr.above']) {
    const limit = `above ${rules['S17.inr.above']}`;
    const advice = old
      ? `That was ${days} days before: measure it again, or confirm.`
      : 'Bleeding is likelier, above all in deep muscles: wait for a lower INR, or confirm.';
    return [
      {
        code: 'S17',
        severity: 'confirm',
        message: `${said}, ${limit}. ${advice}`,
        sourceText: sourceText('S17.inr.above'),
      },
    ];
  }
  if (!old) return [];
  const message = `${said}, ${days} days before. Measure it again before deep muscles.`;
  return [{ code: 'S17', severity: 'note', message, sourceText: sourceText('S17.inr.age') }];
}

function isOldInr(
  { startedOn }: Pick<MeasuredInr, 'startedOn'>,
  day: PlainDate,
  rules: SessionRuleValues,
): boolean {
  return daysBetween(startedOn, day) > rules['S17.inr.age'];
}

interface MeasuredInr extends DatedPrecaution {
  readonly code: 'inr';
  readonly value: number;
  readonly startedOn: PlainDate;
}

function isInr(each: KnownPrecaution): each is KnownPrecaution & MeasuredInr {
  return each.code === 'inr' && typeof each.value === 'number' && !!each.startedOn;
}

/** An INR above 3 without its value, from before a measured one: the measurement takes its place. */
function isOlderInr(each: KnownPrecaution, { startedOn }: MeasuredInr): boolean {
  return each.code === 'inr_above_3' && (lastAskedOn(each) ?? '') <= startedOn;
}

function objected({ code, severity, advice }: Objection, said: string, source: string): Finding {
  return { code, severity, message: `${said} ${advice}`, sourceText: source };
}

function since(startedOn: PlainDate | null | undefined): string {
  return startedOn ? ` since ${startedOn}` : '';
}
