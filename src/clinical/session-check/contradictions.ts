import { INDICATIONS } from '../catalogue/indications';
import { isMuscle, MUSCLES } from '../catalogue/muscles';
import { PRODUCTS } from '../catalogue/products';
import { isTreatedIn, placeWords } from '../catalogue/anatomy/treated-places';
import type { Finding } from '../finding';
import { codeContradiction } from './label/code-check';
import type { ProposedSession, SessionContext } from './proposed-session';
import { latestFirst } from './latest-first';

const SOURCE =
  'Side, region, indication and diagnosis code say the same (P; codes V:ICD-G35,ICD-G43E,ICD-G51,ICD-G81)';

/**
 * Do side, region, indication, cause and diagnosis code agree (S25)?
 *
 * What contradicts is asked about: it is a slip of the hand, or a course that was begun wrongly. The side of a
 * hemifacial spasm is S20's. A muscle outside the indication is asked about once, whichever its side.
 */
export function contradictionFindings(session: ProposedSession, context: SessionContext): readonly Finding[] {
  return [
    ...codeFindings(session, context),
    ...placeFindings(session, context),
    ...sideFindings(session, context),
    ...midlineFindings(session, context),
    ...productFindings(session, context),
  ];
}

function codeFindings({ performedOn }: ProposedSession, context: SessionContext): readonly Finding[] {
  const wrong = codeContradiction({ ...context, side: context.courseSide }, performedOn);
  return wrong ? [asked(`${wrong} Correct the code on the course, or give the reason to go on.`)] : [];
}

function placeFindings(session: ProposedSession, context: SessionContext): readonly Finding[] {
  const { indication } = context;
  const strays = straysOf(session, (injection) => isOutside(injection.muscle, context));
  if (strays.length === 0) return [];
  const { name } = INDICATIONS[indication];
  return [
    asked(
      `${names(session, strays)}: ${name.toLowerCase()} is treated in ${placeWords(indication)}. Correct the muscle, record it in the course that it belongs to, or give the reason to go on.`,
      `/injections/${strays[0]}/muscle`,
    ),
  ];
}

function sideFindings(session: ProposedSession, context: SessionContext): readonly Finding[] {
  const { courseSide, indication } = context;
  if (!courseSide || courseSide === 'bilateral' || indication === 'hemifacial_spasm') return [];
  const strays = straysOf(
    session,
    ({ muscle, side }) => side !== courseSide && side !== 'midline' && !isOutside(muscle, context),
  );
  if (strays.length === 0) return [];
  const all = strays.length === session.injections.length;
  const other = courseSide === 'left' ? 'right' : 'left';
  const onOther = strays.every((index) => session.injections[index]!.side === other);
  const where = onOther ? `on the ${other}` : 'not on that side alone';
  const what = all ? 'everything in this session' : names(session, strays);
  return [
    asked(
      `The course is of the ${courseSide} side, and ${what} is ${where}. Correct the side, record it in the course of the other side, or give the reason to go on.`,
      `/injections/${strays[0]}/side`,
    ),
  ];
}

/** A muscle of a limb, a gland or the side of the neck has no midline: which side is meant is not known. */
function midlineFindings(session: ProposedSession, context: SessionContext): readonly Finding[] {
  const strays = straysOf(
    session,
    ({ muscle, side }) => side === 'midline' && isLateral(muscle) && !isOutside(muscle, context),
  );
  if (strays.length === 0) return [];
  return [
    asked(
      `${names(session, strays)}: recorded in the midline, and lies on the left and on the right. Say which side, or give the reason.`,
      `/injections/${strays[0]}/side`,
    ),
  ];
}

const LATERAL_REGIONS: readonly string[] = ['upper_limb', 'lower_limb', 'gland'];
const LATERAL_MUSCLES: readonly string[] = [
  'masseter',
  'temporalis',
  'medial_pterygoid',
  'lateral_pterygoid',
  'sternocleidomastoid',
  'splenius_capitis',
  'splenius_cervicis',
  'levator_scapulae',
  'scalenes',
  'axilla',
  'palm',
  'sole',
];

function isLateral(muscle: string): boolean {
  return (
    isMuscle(muscle) && (LATERAL_REGIONS.includes(MUSCLES[muscle].region) || LATERAL_MUSCLES.includes(muscle))
  );
}

/** Noted once: the course has another product in its plan and had another one last. */
function productFindings(
  { product, performedOn }: ProposedSession,
  { plannedProduct, earlierDoses }: SessionContext,
): readonly Finding[] {
  if (!plannedProduct || plannedProduct === product) return [];
  const last = earlierDoses
    .filter((dose) => dose.sameCourse && dose.performedOn < performedOn)
    .toSorted(latestFirst)[0];
  if (last?.dose.product === product) return [];
  const [planned, now] = [PRODUCTS[plannedProduct].brand, PRODUCTS[product].brand];
  const before = last
    ? `, and the last session (${last.performedOn}) was ${PRODUCTS[last.dose.product].brand}`
    : '';
  return [
    {
      code: 'S25',
      severity: 'note',
      message: `The course is planned with ${planned}${before}; this session is ${now}. Check the vial; if ${now} was meant, change the plan of the course.`,
      pointer: '/product',
      sourceText: SOURCE,
    },
  ];
}

/** Slugs that the catalogue no longer has are not judged. */
function isOutside(muscle: string, { indication }: SessionContext): boolean {
  return isMuscle(muscle) && !isTreatedIn(indication, muscle);
}

function straysOf(
  { injections }: ProposedSession,
  strays: (injection: ProposedSession['injections'][number]) => boolean,
): readonly number[] {
  return injections.flatMap((injection, index) => (strays(injection) ? [index] : []));
}

function names({ injections }: ProposedSession, indexes: readonly number[]): string {
  const muscles = indexes.map((index) => injections[index]!.muscle);
  const named = [...new Set(muscles)].map((muscle) => (isMuscle(muscle) ? MUSCLES[muscle].name : muscle));
  return named.join(', ');
}

function asked(message: string, pointer?: string): Finding {
  return { code: 'S25', severity: 'confirm', message, ...(pointer && { pointer }), sourceText: SOURCE };
}
