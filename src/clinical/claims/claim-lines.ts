import type { PlainDate } from '../calendar';
import type { DiagnosedCourse } from '../catalogue/codes/code-pairs';
import type { ToxinProduct } from '../units';
import type { ClaimPart } from './claim-line';
import { diagnosisMissing } from './diagnosis-missing';
import { drugLines, type UsedVial } from './drug-lines';
import { procedureLines, type ProcedureSession } from './procedure-lines';

export interface ClaimedSession extends ProcedureSession {
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
  readonly given: number;
  readonly vials: readonly UsedVial[];
  readonly isSigned: boolean;
  /** From another record, where it was claimed. */
  readonly takenOver: boolean;
  readonly course: DiagnosedCourse;
}

interface SameDay {
  readonly earlier: readonly ProcedureSession[];
  readonly later: readonly ProcedureSession[];
}

/**
 * What a claim of this session would hold, the drug first, and what it lacks.
 *
 * Read from the record as it stands; nothing is sent. Other sessions of the patient on that day share its base code,
 * and may hold what does not stand beside it.
 */
export function claimLines(session: ClaimedSession, sameDay: SameDay): ClaimPart {
  const drug = drugLines(session);
  const procedures = procedureLines(session, sameDay);
  return {
    lines: [...drug.lines, ...procedures.lines],
    missing: [
      ...drug.missing,
      ...procedures.missing,
      ...diagnosisMissing(session),
      ...unsignedMissing(session),
      ...notTogether(procedures, sameDay),
    ],
  };
}

function unsignedMissing({ isSigned, takenOver }: ClaimedSession): string[] {
  if (isSigned) return [];
  return takenOver
    ? ['The session was taken over from another record: it is claimed from there.']
    : ['The session is not signed: sign it before it is claimed.'];
}

/** 64615 goes with no other code of the face (V:FCSO), guidance is by one of its two (M); the others are from memory. */
const NOT_TOGETHER = [
  ['64615', '64612', 'V:FCSO'],
  ['64615', '64616', 'M'],
  ['64615', '64642', 'M'],
  ['64615', '64644', 'M'],
  ['64646', '64647', 'M'],
  ['95873', '95874', 'M'],
] as const;

/** Both sides or all areas are in one of these; of limbs each has its own. 64999 says nothing of itself. */
const ONCE_A_DAY: readonly string[] = [
  '64611',
  '64612',
  '64615',
  '64616',
  '64617',
  '64646',
  '64647',
  '64650',
  '64653',
  '95873',
  '95874',
];

function notTogether({ lines }: ClaimPart, { earlier, later }: SameDay): readonly string[] {
  const own = lines.map(({ code }) => code);
  const others = [...earlier, ...later].flatMap((session) =>
    procedureLines(session).lines.map(({ code }) => code),
  );
  const meet = (one: string, other: string): boolean => own.includes(one) && others.includes(other);
  const pairs = NOT_TOGETHER.filter(([one, other]) => meet(one, other) || meet(other, one));
  const twice = own.filter((code) => ONCE_A_DAY.includes(code) && others.includes(code));
  return [
    ...pairs.map(
      ([one, other, source]) =>
        `${one} and ${other} do not stand on claims of one day: another session of this day has one of them (${source}).`,
    ),
    ...twice.map(
      (code) => `${code} stands once a day, and another session of this day has it too: claim both as one.`,
    ),
  ];
}
