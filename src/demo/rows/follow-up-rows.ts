import { addDays, type PlainDate } from '../../clinical/calendar';
import { muscleOf } from '../../clinical/catalogue/muscles';
import { holdConcerns } from '../../clinical/safety/hold-concerns';
import { alertOf } from '../../clinical/safety/side-effect-kinds';
import { responseOf } from './demo-response';
import type { GivenSession } from './given-sessions';
import type { CoursePlan } from '../courses/plan';
import type { DemoClinic } from './rows';
import { demoId } from '../seeded-random';
import { momentAt } from '../wall-clock';

/** Days since a hold of the demo began. */
const HELD_SINCE = 9;

export function holdsOf(
  courseId: string,
  { hold }: CoursePlan,
  { today, zone }: { today: PlainDate; zone: string },
): DemoClinic['holds'] {
  if (!hold) return [];
  const untilOn = addDays(today, hold.untilInDays);
  const { reason, lifted } = hold;
  const liftedAt = lifted === undefined ? null : momentAt(zone, addDays(untilOn, -3), '09:40');
  const fromOn = addDays(today < untilOn ? today : untilOn, -HELD_SINCE);
  const concerns = holdConcerns(reason);
  return [
    {
      id: demoId('hold', courseId),
      courseId,
      fromOn,
      untilOn,
      reason,
      concerns,
      liftedAt,
      liftReason: lifted ?? null,
    },
  ];
}

export function responsesOf(
  { indication, scalesOnly }: CoursePlan,
  given: readonly GivenSession[],
  today: PlainDate,
): DemoClinic['responses'] {
  return given.flatMap(({ rootId, word, counts }, index) => {
    const { performedOn } = counts.session;
    const nextOn = given[index + 1]?.counts.session.performedOn;
    return responseOf({ sessionId: rootId, indication, performedOn, nextOn, scalesOnly }, word, today) ?? [];
  });
}

export function eventsOf(
  { events = [] }: CoursePlan,
  given: readonly GivenSession[],
  zone: string,
): DemoClinic['adverseEvents'] {
  return events.map(({ session, kind, afterDays, severity, forDays, note }) => {
    const { rootId, counts } = given[session - 1]!;
    const onsetOn = addDays(counts.session.performedOn, afterDays);
    const alert =
      alertOf(
        kind,
        counts.injections.map(({ muscle }) => muscleOf(muscle).region),
      ) ?? null;
    return {
      id: demoId('adverse event', rootId, kind),
      sessionId: rootId,
      kind,
      onsetOn,
      severity,
      serious: false,
      resolvedOn: forDays === undefined ? null : addDays(onsetOn, forDays),
      note: note ?? null,
      alert,
      alertRound: 1,
      alertRaisedAt: alert && momentAt(zone, onsetOn, '16:40'),
      version: 1,
    };
  });
}

/** What has passed was answered on the day after it began; what has not still waits. */
export function alertAnswersOf(
  events: DemoClinic['adverseEvents'],
  { zone, neurologistId }: { zone: string; neurologistId: string },
): DemoClinic['alertAnswers'] {
  return events
    .filter(({ alert, resolvedOn }) => alert !== null && resolvedOn !== null)
    .map(({ id, sessionId, alertRound, onsetOn }) => ({
      id: demoId('alert answer', id),
      adverseEventId: id,
      sessionId,
      alertRound,
      decision: 'reassured',
      note: 'Called back: drinks safely, breathing free; comes at once if it becomes worse',
      answeredBy: neurologistId,
      answeredAt: momentAt(zone, addDays(onsetOn, 1), '10:20'),
    }));
}
