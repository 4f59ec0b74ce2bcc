import type { PlainDate } from '../calendar';
import type { CodedCourse } from '../catalogue/codes/diagnosis-codes';
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
  readonly course: CodedCourse & { readonly diagnosisCode?: string | null };
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

/** 64615 goes with no other code of the face (V:FCSO); the other pairs are from memory (M). */
const WITHOUT_MIGRAINE = ['64612', '64616', '64642', '64644'];

function notTogether({ lines }: ClaimPart, { earlier, later }: SameDay): readonly string[] {
  const own = lines.map(({ code }) => code);
  const others = [...earlier, ...later].flatMap((session) =>
    procedureLines(session).lines.map(({ code }) => code),
  );
  const [ownIsMigraine, otherIsMigraine] = [own.includes('64615'), others.includes('64615')];
  const pairs = WITHOUT_MIGRAINE.filter(
    (code) => (ownIsMigraine && others.includes(code)) || (otherIsMigraine && own.includes(code)),
  );
  const twice = own.filter(
    (code) => ['64612', '64615', '64616', '64617'].includes(code) && others.includes(code),
  );
  return [
    ...pairs.map(
      (code) =>
        `64615 and ${code} do not stand on claims of one day: another session of this day has one of them (${code === '64612' ? 'V:FCSO' : 'M'}).`,
    ),
    ...twice.map(
      (code) => `${code} stands once a day, and another session of this day has it too: claim both as one.`,
    ),
  ];
}
