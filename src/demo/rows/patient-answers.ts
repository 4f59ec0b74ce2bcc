import { addDays } from '../../clinical/calendar';
import type { CoursePlan } from '../courses/plan';
import { DEMO_USERS } from '../demo-users';
import { demoId } from '../seeded-random';
import { momentAt, type WallTime } from '../wall-clock';
import type { GivenSession, MadeOn } from './given-sessions';
import type { DemoClinic } from './rows';

const ASKED_BY = DEMO_USERS.find(({ role }) => role === 'scheduler')!;
const CONFIRMED_AT: WallTime = '12:40';

/** What the patient said of the latest session. */
export function patientAnswersOf(
  courseId: string,
  { answers = [] }: CoursePlan,
  { given, responses }: { given: readonly GivenSession[]; responses: DemoClinic['responses'] },
  { today, zone, neurologistId }: MadeOn,
): DemoClinic['patientAnswers'] {
  return answers.map(({ daysAgo, channel, says, helpedPct, trouble, confirmed }) => {
    const sessionId = given.at(-1)!.rootId;
    const answeredOn = addDays(today, -daysAgo);
    const recorded = responses.find(({ response }) => response.sessionId === sessionId)?.response;
    return {
      id: demoId('patient answer', courseId, daysAgo),
      courseId,
      sessionId,
      answeredOn,
      stillEffective: says === 'still working',
      woreOffOn: says === 'wore off' ? (recorded?.woreOffOn ?? null) : null,
      helpedPct: helpedPct ?? null,
      trouble: trouble ?? null,
      alert: null,
      channel,
      askedBy: ASKED_BY.id,
      askedByName: ASKED_BY.displayName,
      outcome: confirmed ? ('confirmed' as const) : null,
      settledBy: confirmed ? neurologistId : null,
      settledAt: confirmed ? momentAt(zone, answeredOn, CONFIRMED_AT) : null,
      version: confirmed ? 2 : 1,
    };
  });
}

/** The responses with the answer that each took over. */
export function withConfirmed(
  responses: DemoClinic['responses'],
  answers: DemoClinic['patientAnswers'],
): DemoClinic['responses'] {
  return responses.map(({ response, measurements }) => {
    const taken = answers.find(({ sessionId, outcome }) => outcome && sessionId === response.sessionId);
    return { response: { ...response, answerId: taken?.id ?? null }, measurements };
  });
}
