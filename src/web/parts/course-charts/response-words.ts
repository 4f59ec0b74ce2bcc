import { dayText, weeksText } from '../../../clinical/due/due-text';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { ExpectedResponse } from '../../../clinical/watch/change-point/expected-response';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { productStretches, recordsLengths, recordsSizes } from './course-chart';

type Session = Pick<ChartSession, 'number' | 'evidence'>;

/** The drawing in words: how much is known, what was usual, what was less than expected, what came last. */
export function responseWords(sessions: readonly ChartSession[]): string {
  const known = sessions.filter(({ evidence }) => evidence.share).length;
  const latest = sessions.at(-1)!;
  const usual = latest.evidence.share?.usual;
  const less = sessions.filter(isLess);
  const { size, length } = latest.evidence;
  const parts = [
    `Of ${sessions.length} sessions the response to ${known} is known.`,
    usual
      ? `Usual${latest.usualOf === 'indication' ? ' of the indication' : ''}: ${forText(
          recordsSizes(sessions) && `${Math.round(usual.sizePct)} %`,
          recordsLengths(sessions) && weeksText(usual.days),
        )}.`
      : '',
    less.length ? `Less than expected: ${less.map(lessWords).join('; ')}.` : '',
    size || length
      ? `Latest session, ${dayText(latest.performedOn)}: ${size ? `${Math.round(size.improvementPct)} %` : 'improvement not known'}, ${length ? `${length.kind === 'at-least' ? 'still effective after' : 'wore off after'} ${weeksText(length.days)}` : 'length not known'}.`
      : `Nothing is known yet of the latest session, ${dayText(latest.performedOn)}.`,
    ...productStretches(sessions)
      .slice(1)
      .map(({ product, performedOn }) => `${PRODUCTS[product].brand} from ${dayText(performedOn)}.`),
    'The table below the chart holds all values.',
  ];
  return parts.filter(Boolean).join(' ');
}

/** `45-75`: percent of improvement that eight of ten such sessions give this patient. */
export function expectedSize({ sizePct: { from, to } }: ExpectedResponse): string {
  return `${Math.max(0, Math.round(from))}-${Math.min(100, Math.round(to))}`;
}

/** `10-16`: the same in weeks of effect. */
export function expectedWeeks({ days: { from, to } }: ExpectedResponse): string {
  return `${Math.round(from / 7)}-${Math.round(to / 7)}`;
}

/** Less than eight of ten such sessions give, in size or in length. */
function isLess({ evidence: { size, length, expected } }: Session): boolean {
  return (
    (size !== undefined && size.improvementPct < expected.sizePct.from) ||
    (length?.kind === 'wore-off' && length.days < expected.days.from)
  );
}

function lessWords({ number, evidence: { size, length, expected } }: Session): string {
  const came = forText(size && `${Math.round(size.improvementPct)} %`, length && weeksText(length.days));
  const due = forText(size && `${expectedSize(expected)} %`, length && `${expectedWeeks(expected)} weeks`);
  return `session ${number} ${came} (expected ${due})`;
}

/** `60 % for 12 weeks`, or what is known of the two. */
function forText(size: string | false | undefined, length: string | false | undefined): string {
  return [size, length].filter(Boolean).join(' for ');
}
