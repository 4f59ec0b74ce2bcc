import type { Finding } from '../finding';
import type { ProposedSession, SessionContext } from './proposed-session';

const SOURCE =
  'A hemifacial spasm or spastic hemiplegia has a side, hemiplegia a dominance too (V:ICD-G51,ICD-G81)';

/** Spastic hemiplegia, of itself or after a stroke; the last digit tells side and dominance. */
const HEMIPLEGIA_CODE = /^(?:G81\.1|I69\.\d5)(\d)$/;

/**
 * Is the side known, and is it the side that is injected (S20)?
 *
 * A side that the course lacks stops the session. The other side of the face in hemifacial spasm is asked about.
 */
export function sideFindings(session: ProposedSession, context: SessionContext): readonly Finding[] {
  if (context.indication === 'hemifacial_spasm') return hemifacialFindings(session, context);
  const hemiplegia = HEMIPLEGIA_CODE.exec(context.diagnosisCode ?? '');
  if (!hemiplegia || /[1-4]/.test(hemiplegia[1]!)) return [];
  const code = context.diagnosisCode!;
  if (!context.courseSide) {
    return [
      finding(
        'stop',
        `Hemiplegia without a side (${code}): record the side and whether it is the dominant one.`,
      ),
    ];
  }
  return [finding('note', `${code} names neither side nor dominance; a claim needs the code that does.`)];
}

function hemifacialFindings(session: ProposedSession, context: SessionContext): readonly Finding[] {
  const { courseSide, diagnosisCode } = context;
  if (!courseSide)
    return [finding('stop', 'Hemifacial spasm without a side: record the side on the course first.')];
  const unspecified =
    diagnosisCode === 'G51.39'
      ? [finding('note', 'G51.39 names no side; a claim needs the code that does.')]
      : [];
  if (courseSide === 'bilateral') return unspecified;
  const strays = session.injections.flatMap(({ side }, index) =>
    side === courseSide || side === 'midline'
      ? []
      : [
          finding(
            'confirm',
            `The spasm is on the ${courseSide}, this injection is ${side === 'bilateral' ? 'on both sides' : `on the ${side}`}. Correct the side, or give the reason.`,
            `/injections/${index}/side`,
          ),
        ],
  );
  return [...unspecified, ...strays];
}

function finding(severity: Finding['severity'], message: string, pointer?: string): Finding {
  return { code: 'S20', severity, message, ...(pointer && { pointer }), sourceText: SOURCE };
}
