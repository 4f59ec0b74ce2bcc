import { addDays, type PlainDate } from '../../clinical/calendar';
import { responseOf } from './demo-response';
import type { GivenSession } from './given-sessions';
import type { CoursePlan } from '../courses/plan';
import type { DemoClinic } from './rows';
import { demoId } from '../seeded-random';
import { momentAt } from '../wall-clock';

export function holdsOf(
  courseId: string,
  { hold }: CoursePlan,
  { today, zone }: { today: PlainDate; zone: string },
): DemoClinic['holds'] {
  if (!hold) return [];
  const untilOn = addDays(today, hold.untilInDays);
  const { reason, lifted } = hold;
  const liftedAt = lifted === undefined ? null : momentAt(zone, addDays(untilOn, -3), '09:40');
  return [{ id: demoId('hold', courseId), courseId, untilOn, reason, liftedAt, liftReason: lifted ?? null }];
}

export function responsesOf(
  { indication }: CoursePlan,
  given: readonly GivenSession[],
  today: PlainDate,
): DemoClinic['responses'] {
  return given.flatMap(({ rootId, word, counts }, index) => {
    const { performedOn } = counts.session;
    const nextOn = given[index + 1]?.counts.session.performedOn;
    return responseOf({ sessionId: rootId, indication, performedOn, nextOn }, word, today) ?? [];
  });
}

export function eventsOf(
  { events = [] }: CoursePlan,
  given: readonly GivenSession[],
): DemoClinic['adverseEvents'] {
  return events.map(({ session, kind, afterDays, severity, forDays, note }) => {
    const { rootId, counts } = given[session - 1]!;
    const onsetOn = addDays(counts.session.performedOn, afterDays);
    return {
      id: demoId('adverse event', rootId, kind),
      sessionId: rootId,
      kind,
      onsetOn,
      severity,
      serious: false,
      resolvedOn: forDays === undefined ? null : addDays(onsetOn, forDays),
      note: note ?? null,
      version: 1,
    };
  });
}
