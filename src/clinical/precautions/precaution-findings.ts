import { daysBetween, type PlainDate } from '../calendar';
import type { Finding } from '../finding';
import type { RuleValues } from '../rules';
import { sourceText } from '../rules';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import { holdsOn, lastAskedOn, type DatedPrecaution } from './dated-precaution';
import { PRECAUTIONS, precautionOf, type Objection, type PrecautionCode } from './precaution-rows';
import { pregnancyNote } from './pregnancy';

type Known = DatedPrecaution & { readonly code: PrecautionCode };

/**
 * What do the patient's precautions say of this session (S13 to S17)?
 *
 * Those that held on its day speak, each once. What may end is asked about again after a year; of an INR the latest counts.
 */
export function precautionFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const { performedOn } = session;
  const known = knownOn(context.precautions, performedOn);
  const inr = latestInr(known);
  const others = onceEach(known.filter((each) => each.code !== 'inr' && !(inr && isOlderInr(each, inr))));
  return [
    ...others.flatMap((each) => findingsOf(each, session, rules)),
    ...(inr ? inrFindings(inr, performedOn, rules) : []),
    ...(known.some(({ code }) => ANSWERS_PREGNANCY.has(code))
      ? []
      : pregnancyNote(context, performedOn, rules)),
  ];
}

const ANSWERS_PREGNANCY: ReadonlySet<PrecautionCode> = new Set([
  'pregnant',
  'breast_feeding',
  'cannot_become_pregnant',
]);

function knownOn(precautions: readonly DatedPrecaution[], day: PlainDate): readonly Known[] {
  return precautions
    .filter((each) => holdsOn(each, day))
    .flatMap((each) => {
      const code = precautionOf(each.code);
      return code ? [{ ...each, code }] : [];
    });
}

/** Of several entries of one precaution the one that was asked about last. */
function onceEach(known: readonly Known[]): readonly Known[] {
  const latest = new Map<PrecautionCode, Known>();
  for (const each of known) {
    const other = latest.get(each.code);
    if (!other || (lastAskedOn(each) ?? '') >= (lastAskedOn(other) ?? '')) latest.set(each.code, each);
  }
  return [...latest.values()];
}

function findingsOf(
  { code, ...dated }: Known,
  session: ProposedSession,
  rules: RuleValues,
): readonly Finding[] {
  const { name, rule, when, otherwise, lasts, source } = PRECAUTIONS[code];
  const objection = !when || when(session) ? rule : otherwise;
  if (!objection) return [];
  const found = objected(objection, `${name} is on record${since(dated.startedOn)}.`, `${name} (${source})`);
  const asked = lastAskedOn({ code, ...dated });
  if (lasts === 'for-life' || !asked || daysBetween(asked, session.performedOn) <= rules['S14.again'])
    return [found];
  const message = `${name} was last asked about on ${asked}, ${daysBetween(asked, session.performedOn)} days before. Ask whether it still holds; end it if it does not.`;
  return [found, { code: objection.code, severity: 'note', message, sourceText: sourceText('S14.again') }];
}

function inrFindings(
  { value, startedOn }: Known & { readonly value: number; readonly startedOn: PlainDate },
  performedOn: PlainDate,
  rules: RuleValues,
): readonly Finding[] {
  const days = daysBetween(startedOn, performedOn);
  const said = `The INR was ${value} on ${startedOn}`;
  const old = days > rules['S17.inr.age'];
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

function latestInr(known: readonly Known[]) {
  return known
    .flatMap((each) => {
      const { code, value, startedOn } = each;
      return code === 'inr' && typeof value === 'number' && startedOn ? [{ ...each, value, startedOn }] : [];
    })
    .reduce<(Known & { readonly value: number; readonly startedOn: PlainDate }) | undefined>(
      (latest, each) => (latest && latest.startedOn > each.startedOn ? latest : each),
      undefined,
    );
}

/** An INR above 3 without its value, from before a measured one: the measurement takes its place. */
function isOlderInr(each: Known, { startedOn }: { readonly startedOn: PlainDate }): boolean {
  return each.code === 'inr_above_3' && (lastAskedOn(each) ?? '') <= startedOn;
}

function objected({ code, severity, advice }: Objection, said: string, source: string): Finding {
  return { code, severity, message: `${said} ${advice}`, sourceText: source };
}

function since(startedOn: PlainDate | null | undefined): string {
  return startedOn ? ` since ${startedOn}` : '';
}
