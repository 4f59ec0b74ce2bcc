import type { SessionRuleValues } from '../../session-rules/session-rule';
import { isMuscle, MUSCLES, wholeOf } from '../../catalogue/muscles';
import type { MuscleSlug } from '../../catalogue/muscles';
import { unitsText } from '../../doses/dose-cap';
import type { Finding } from '../../finding';
import { toHundredth } from '../../numbers';
import { ofSession, sessionUnits } from '../../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../../session-check/proposed-session';
import { sentences } from '../../words';
import { doseOfLastCycle } from '../dose-change';
import { rangeText } from '../likely-meant';
import { muscleDoses, usualInMuscle, usualInSession } from '../usual-doses';

const SOURCE = 'A row for both sides holds their total, and nothing is counted twice (P)';
/** So many rows that hold twice the usual are no chance. */
const ROWS_BY_CHANCE = 2;

/**
 * Was something counted twice, or a side taken for both (S23)?
 *
 * A row for both sides that holds exactly twice or half of the last session, and leaves what is usual by it; in a first
 * session most of such rows at twice the usual; rows for left, right and both sides of one muscle; a whole muscle beside
 * its parts with the same units.
 */
export function doubledFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
  askedAbout: ReadonlySet<string>,
): readonly Finding[] {
  const rows = bothSidesRows(session).filter(({ row }) => !askedAbout.has(`/injections/${row}/units`));
  const last = doseOfLastCycle(session, context, rules);
  return [
    ...(last ? asLastTime(session, rows, last) : asUsual(session, rows, context)),
    ...threeRows(session),
    ...wholeAndParts(session),
  ];
}

interface BothSides {
  readonly muscle: MuscleSlug;
  readonly row: number;
  readonly aSide: number;
}

function bothSidesRows({ injections }: ProposedSession): readonly BothSides[] {
  return injections.flatMap(({ muscle, side, units }, row) =>
    side === 'bilateral' && isMuscle(muscle) ? [{ muscle, row, aSide: units / 2 }] : [],
  );
}

function asLastTime(
  session: ProposedSession,
  rows: readonly BothSides[],
  last: NonNullable<ReturnType<typeof doseOfLastCycle>>,
): readonly Finding[] {
  const { product } = session;
  const compared = rows.flatMap((row) => {
    const [left, right] = [last.inMuscle(row.muscle, 'left'), last.inMuscle(row.muscle, 'right')];
    return left !== undefined && left === right ? [{ ...row, before: left }] : [];
  });
  const doubled = compared.filter(
    ({ muscle, aSide, before }) => aSide === 2 * before && aSide > usualInMuscle(muscle, product).to,
  );
  const halved = last.isRecent
    ? []
    : compared.filter(
        ({ muscle, aSide, before }) => 2 * aSide === before && aSide < usualInMuscle(muscle, product).from,
      );
  const told = (found: typeof compared, how: string, question: string): readonly Finding[] =>
    found.length === 0
      ? []
      : [
          asked(
            sentences(
              `Exactly ${how} what the last session had (${last.performedOn}): ${found.map(({ muscle, aSide }) => `${nameOf(muscle).toLowerCase()} ${unitsText(product, 2 * aSide)} on both sides, usual ${rangeText(usualInMuscle(muscle, product))} a side`).join('; ')}.`,
              question,
              'Correct it, or give the reason for the change.',
            ),
            found.map(({ row }) => row),
          ),
        ];
  return [
    ...told(doubled, 'twice', 'A row for both sides holds their total: was each side counted twice?'),
    ...told(halved, 'half', 'A row for both sides holds their total: is this the dose of one side?'),
  ];
}

function asUsual(
  session: ProposedSession,
  rows: readonly BothSides[],
  { indication }: SessionContext,
): readonly Finding[] {
  const { product } = session;
  const units = ofSession<number>(session, sessionUnits);
  if (units <= usualInSession(indication, product).to) return [];
  const doubled = rows.filter(({ muscle, aSide }) => {
    const { from, to } = usualInMuscle(muscle, product);
    return aSide > to && aSide / 2 >= from && aSide / 2 <= to;
  });
  if (doubled.length <= ROWS_BY_CHANCE || 2 * doubled.length <= rows.length) return [];
  const each = doubled.map(
    ({ muscle, aSide }) =>
      `${nameOf(muscle).toLowerCase()} ${unitsText(product, aSide)} a side (usual ${rangeText(usualInMuscle(muscle, product))})`,
  );
  return [
    asked(
      `Most rows for both sides hold more than is usual: ${each.join(', ')}. Such a row holds the total of both: was each side counted twice? Correct it, or give the reason for so much.`,
      doubled.map(({ row }) => row),
    ),
  ];
}

/** Follow-the-pain adds a row for one side to that for both; one for each side besides is one too many. */
function threeRows({ injections, product }: ProposedSession): readonly Finding[] {
  return injections.flatMap(({ muscle, side, units }, row) => {
    const beside = (other: 'left' | 'right') =>
      injections.find((injection) => injection.muscle === muscle && injection.side === other)?.units;
    const [left, right] = [beside('left'), beside('right')];
    if (side !== 'bilateral' || !isMuscle(muscle) || left === undefined || right === undefined) return [];
    const message = `${nameOf(muscle)} has a row for both sides (${unitsText(product, units)}) and one for each side (left ${unitsText(product, left)}, right ${unitsText(product, right)}): is it counted twice? Remove what is twice, or give the reason.`;
    return [asked(message, [row])];
  });
}

function wholeAndParts({ injections, product }: ProposedSession): readonly Finding[] {
  const doses = muscleDoses(injections);
  return doses.flatMap((whole) => {
    const parts = doses.filter((part) => part.side === whole.side && isPartOf(part.muscle, whole.muscle));
    const units = toHundredth(parts.reduce((sum, part) => sum + part.units, 0));
    if (parts.length === 0 || units !== whole.units) return [];
    const side = whole.side === 'midline' ? '' : `${whole.side} `;
    const message = `${nameOf(whole.muscle)}, ${side}${unitsText(product, whole.units)}, is as much as its parts in this session (${parts.map(({ muscle }) => nameOf(muscle).toLowerCase()).join(', ')}): is it counted twice? Remove what is twice, or give the reason.`;
    return [asked(message, [whole.row])];
  });
}

function isPartOf(part: MuscleSlug, whole: MuscleSlug): boolean {
  return part !== whole && (wholeOf(part) === whole || part.startsWith(`${whole}_`));
}

function nameOf(muscle: MuscleSlug): string {
  return MUSCLES[muscle].name;
}

function asked(message: string, rows: readonly number[]): Finding {
  const pointer = rows.length === 1 ? `/injections/${rows[0]!}/units` : '/injections';
  return { code: 'S23', severity: 'confirm', message, pointer, sourceText: SOURCE };
}
