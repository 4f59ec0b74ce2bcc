import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../../../platform/http/by.decorator';
import type { CalendarFeedView } from './calendar-feeds.dto';
import type { FeedVisit } from './feed-file';

/** Since when somebody's times can be read under a secret address. */
export async function calendarFeedOf(db: EntityManager, { id }: SignedIn): Promise<CalendarFeedView> {
  const [feed] = await db.query<{ since: Date }[]>(
    'select created_at as since from calendar_feed where user_id = $1 and revoked_at is null',
    [id],
  );
  return { since: feed?.since ?? null };
}

/** Whose times a secret opens: of somebody who still gives injections here. */
export async function ownerOfFeed(db: EntityManager, tokenHash: Buffer): Promise<string | undefined> {
  const [feed] = await db.query<{ userId: string }[]>(
    `select f.user_id as "userId" from calendar_feed f join app_user u on u.id = f.user_id
     where f.token_hash = $1 and f.revoked_at is null and u.disabled_at is null and u.role = 'neurologist'`,
    [tokenHash],
  );
  return feed?.userId;
}

/** What an injector has, from a month ago on: booked, or come. Where a visit names nobody, it is whoever gave the latest session. */
export function visitsForFeed(
  db: EntityManager,
  { injectorId, from }: { readonly injectorId: string; readonly from: Date },
): Promise<FeedVisit[]> {
  return db.query<FeedVisit[]>(
    `select coalesce(a.visit_id, a.id) as "visitId", min(a.starts_at) as "startsAt",
       max(a.duration_min) as "durationMin", count(*)::integer as courses, max(a.version) as version,
       max(a.updated_at) as "updatedAt"
     from appointment a left join course_assessment ca on ca.course_id = a.course_id
     where a.status in ('booked', 'attended') and a.starts_at >= $2
     group by coalesce(a.visit_id, a.id)
     having $1::uuid = (array_agg(coalesce(a.injector_id, ca.injector_id) order by a.injector_id, a.created_at, a.id)
       filter (where coalesce(a.injector_id, ca.injector_id) is not null))[1]
     order by min(a.starts_at), coalesce(a.visit_id, a.id)`,
    [injectorId, from],
  );
}
