import type { DetectedIssue } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import type { ReviewDecision } from '../../clinical/review/review-path';
import type { TrendTier } from '../../clinical/watch/trend-state';
import { ownConcept, ownSystem, ownTerm } from '../codes';
import { FACT_COLUMNS } from '../outcome/observation';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { daysIn, referenceTo, tokenOf } from '../search/search-parameter';

export interface IssueRow extends ResourceRow {
  readonly patientId: string;
  readonly courseId: string;
  readonly tier: TrendTier;
  readonly status: 'preliminary' | 'final';
  /** Whether what is known today still shows it. */
  readonly shown: boolean;
  readonly opensOn: PlainDate;
  readonly text: string;
  /** What it rests on: sessions, and ids of what was observed of those that stand. */
  readonly sessionIds: readonly string[];
  readonly observations: readonly string[];
  readonly reviews: readonly GivenReview[];
  readonly version: number;
}

interface GivenReview {
  readonly decision: ReviewDecision;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

const TIER_WORDS: Readonly<Record<TrendTier, string>> = {
  watch: 'The response may be diminishing: watched',
  review: 'The response may be diminishing: to be reviewed',
  primary: 'There was never a benefit: to be reviewed',
};

export const DETECTED_ISSUE: ResourceKind<DetectedIssue, IssueRow> = {
  type: 'DetectedIssue',
  what: 'A flag on a course: what was seen, in which sessions, and what was decided on it',
  permission: 'flag.read',
  subject: 'review_flag',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Whose course it is'),
    implicated: referenceTo('EpisodeOfCare', 'r."courseId"', 'The course'),
    code: tokenOf('r.tier', 'watch, review or primary', ownSystem('flag')),
    status: tokenOf(
      'r.status',
      'preliminary while it is open, final once it is reviewed',
      'http://hl7.org/fhir/observation-status',
    ),
    identified: daysIn('r."opensOn"', 'r."opensOn"', 'The day on which it could first be known'),
  },
  from: () => `select f.id, c.patient_id as "patientId", f.course_id as "courseId", f.tier,
    case f.status when 'open' then 'preliminary' else 'final' end as status, f.shown, f.opens_on as "opensOn",
    f.content ->> 'text' as text, f.content -> 'sessionIds' as "sessionIds", seen.observations, given.reviews, f.version,
    greatest(f.updated_at, seen.changed_at, given.changed_at) as "updatedAt"
    from review_flag f join course c on c.id = f.course_id
    cross join lateral (
      select coalesce(jsonb_agg(s.root_id || '-' || o.code order by s.performed_on, o.code)
          filter (where s.voided_at is null and o.value is not null), '[]') as observations,
        max(greatest(w.updated_at, s.updated_at)) as changed_at
      from injection_session s join response w on w.session_id = s.root_id
      cross join lateral (values ${FACT_COLUMNS}) o(code, value)
      where s.course_id = f.course_id and s.replaced_at is null and f.content -> 'sessionIds' ? s.root_id::text) seen
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('decision', r.decision, 'reason', r.reason, 'at', r.reviewed_at,
          'by', u.display_name) order by r.ordinal), '[]') as reviews,
        max(r.reviewed_at) as changed_at
      from review r join app_user u on u.id = r.reviewed_by where r.flag_id = f.id) given`,
  resource: issueResource,
};

/** What was seen, from what, and what was decided? It asks and decides nothing. */
export function issueResource(row: IssueRow): DetectedIssue {
  const { id, patientId, courseId, tier, status, opensOn, text, sessionIds, observations, reviews } = row;
  return {
    resourceType: 'DetectedIssue',
    id,
    meta: { versionId: String(row.version), lastUpdated: row.updatedAt.toISOString() },
    extension: [{ url: `${ownSystem('flag')}:shown`, valueBoolean: row.shown }],
    status,
    code: ownTerm('flag', tier, TIER_WORDS[tier]),
    severity: tier === 'watch' ? 'low' : 'moderate',
    patient: { reference: `Patient/${patientId}` },
    identifiedDateTime: opensOn,
    implicated: [
      { reference: `EpisodeOfCare/${courseId}` },
      ...sessionIds.map((sessionId) => ({ reference: `Procedure/${sessionId}` })),
    ],
    ...(observations.length > 0 && {
      evidence: [{ detail: observations.map((observed) => ({ reference: `Observation/${observed}` })) }],
    }),
    detail: text,
    ...(reviews.length > 0 && {
      mitigation: reviews.map(({ decision, reason, at, by }) => ({
        action: { ...ownConcept('review', decision), text: reason },
        date: new Date(at).toISOString(),
        author: { display: by },
      })),
    }),
  };
}
