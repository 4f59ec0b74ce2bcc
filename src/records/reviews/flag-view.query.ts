import type { EntityManager } from 'typeorm';
import { dayIn, type PlainDate } from '../../clinical/calendar';
import type { FlaggedSession } from '../../clinical/watch/decline-flag';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { readTest, type TestResult } from '../../clinical/review/resistance-tests';
import { nextSteps } from '../../clinical/review/review-path';
import { planOf, type DatedReview } from '../../clinical/review/switch-plan';
import type { ToxinProduct } from '../../clinical/units';
import type { Clinic } from '../../platform/clinic';
import type { FindFlagsQuery, FlagView, ReviewView } from './flags.dto';
import { ReviewFlag } from './review-flag.entity';
import { Review } from './review.entity';
import { pathOf } from '../assessment/latest-flag.query';

export interface FlagSearch extends Omit<FindFlagsQuery, 'limit' | 'cursor'> {
  readonly id?: string;
  /** Of each of these courses the open flag, else the latest one. */
  readonly latestOf?: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

type Row = ReviewFlag & {
  patientId: string;
  indication: IndicationSlug;
  reviews: Review[];
  /** The newest version of each session of the course, by its root. */
  versions: Record<string, string>;
  givenOn: { performedOn: PlainDate; product: ToxinProduct }[];
};

/** Flags in the order of their ids, each with its reviews and what follows from them in this clinic. */
export async function findFlags(
  db: EntityManager,
  search: FlagSearch,
  settings: Clinic,
): Promise<FlagView[]> {
  const { id, courseId, patientId, status, tier, indication, updatedSince, after, limit, latestOf } = search;
  const rows = await db.query<Row[]>(SELECT, [
    id,
    courseId,
    patientId,
    status,
    tier,
    indication,
    updatedSince,
    after,
    limit,
    latestOf,
  ]);
  return rows.map((row) => flagView(row, settings));
}

const SELECT = `
select f.id, f.course_id as "courseId", f.tier, f.cause, f.status, f.shown, f.opens_on as "opensOn", f.content,
  f.rules_version as "rulesVersion", f.version, f.created_at as "createdAt", f.updated_at as "updatedAt",
  c.patient_id as "patientId", c.indication,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', r.id, 'decision', r.decision, 'reason', r.reason,
      'plannedProduct', r.planned_product, 'priorTolerance', r.prior_tolerance, 'test', r.test,
      'testResult', r.test_result, 'reviewedBy', r.reviewed_by, 'reviewedAt', r.reviewed_at)
      order by r.ordinal)
    from review r where r.flag_id = f.id), '[]') as reviews,
  coalesce((
    select jsonb_object_agg(s.root_id, s.id) from injection_session s
    where s.course_id = c.id and s.replaced_at is null), '{}') as versions,
  coalesce((
    select jsonb_agg(jsonb_build_object('performedOn', s.performed_on, 'product', s.product) order by s.performed_on)
    from injection_session s
    where s.course_id = c.id and s.replaced_at is null and s.voided_at is null and s.continues_id is null), '[]') as "givenOn"
from review_flag f join course c on c.id = f.course_id
where ($1::uuid is null or f.id = $1)
  and ($2::uuid is null or f.course_id = $2)
  and ($3::uuid is null or c.patient_id = $3)
  and ($4::text is null or f.status = $4)
  and ($5::text is null or f.tier = $5)
  and ($6::text is null or c.indication = $6)
  and ($7::timestamptz is null or f.updated_at >= $7
    or exists (select from injection_session s where s.course_id = c.id and s.updated_at >= $7))
  and ($8::uuid is null or f.id > $8)
  and ($10::uuid[] is null or f.id in (
    select distinct on (course_id) id from review_flag where course_id = any($10)
    order by course_id, (status = 'open') desc, created_at desc))
order by f.id
limit $9`;

function flagView(row: Row, settings: Clinic): FlagView {
  const { content, reviews, versions } = row;
  const current = <T extends FlaggedSession>(session: T): T => ({
    ...session,
    baseline: session.baseline ?? null,
    ...(session.sessionId && { sessionId: versions[session.sessionId] ?? session.sessionId }),
  });
  const { cause: _cause, tier: _tier, opensOn: _opensOn, rulesVersion: _rulesVersion, ...evidence } = content;
  const review = reviews.at(-1);
  const plan = planOf(
    reviews.map((given) => datedReview(given, settings.zone)),
    row.givenOn,
    (product) => settings.courseRules.intervalsFor({ product, indication: row.indication }).usual.duration,
  );
  return {
    id: row.id,
    courseId: row.courseId,
    patientId: row.patientId,
    indication: row.indication,
    tier: row.tier,
    status: row.status,
    shown: row.shown,
    opensOn: row.opensOn,
    ...evidence,
    publishedText: content.publishedText ?? null,
    sessionIds: content.sessionIds.map((rootId) => versions[rootId] ?? rootId),
    comparable: content.comparable.map(current),
    notComparable: content.notComparable.map(current),
    rulesVersion: row.rulesVersion,
    reviews: reviews.map(reviewView),
    nextSteps: nextSteps(pathOf({ flag: row, review }), row.indication),
    plan,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

function reviewView(review: Review): ReviewView {
  const { id, decision, reason, plannedProduct, priorTolerance, test, testResult, reviewedBy, reviewedAt } =
    review;
  const result = test && testResult ? ({ test, result: testResult } as TestResult) : null;
  return {
    id,
    decision,
    reason,
    plannedProduct,
    priorTolerance,
    testResult: result && { ...result, ...readTest(result) },
    reviewedBy,
    reviewedAt: new Date(reviewedAt),
  };
}

/** With the clinic's day on which it was given. */
function datedReview({ decision, plannedProduct, reviewedAt }: Review, zone: string): DatedReview {
  return { decision, plannedProduct, reviewedOn: dayIn(zone, new Date(reviewedAt)) };
}
