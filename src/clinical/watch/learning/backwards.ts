import type { PlainDate } from '../../calendar';
import { addDays, daysBetween } from '../../calendar';
import type { IndicationSlug } from '../../catalogue/indications';
import { median } from '../../numbers';
import type {
  Measurement,
  SessionCircumstances,
  SessionResponse,
  TreatedSession,
} from '../../treated-session';

/** A course as the trend reads it. */
export interface LearnedCourse {
  readonly indication: IndicationSlug;
  /** Oldest first. */
  readonly sessions: readonly (TreatedSession & { readonly circumstances?: SessionCircumstances })[];
}

/** The same, with the day on which its last cycle ends. */
export interface PlayedCourse extends LearnedCourse {
  readonly endsOn: PlainDate;
}

/** What the only cycle of a course is taken to last (P); no clinic sets it. */
const USUAL_CYCLE_DAYS = 84;

/** The course up to the end of its last cycle, which is as long as its cycles are and no shorter than what is known of it. */
export function playedCourse(course: LearnedCourse): PlayedCourse | undefined {
  const { sessions } = course;
  const last = sessions.at(-1);
  if (!last) return undefined;
  const between = sessions
    .slice(1)
    .map(({ performedOn }, index) => daysBetween(sessions[index]!.performedOn, performedOn));
  const { response = {} } = last;
  const noted = [response.woreOffOn, response.stillEffectiveOn, response.assessedOn].flatMap((on) =>
    on === undefined ? [] : daysBetween(last.performedOn, on),
  );
  const days = Math.max(Math.round(median(between) ?? USUAL_CYCLE_DAYS), ...noted);
  return { ...course, endsOn: addDays(last.performedOn, days) };
}

/**
 * The course with its cycles in the opposite order, each with its own content and length, over the same days.
 *
 * Played backwards a loss is a recovery, and whatever is called a loss there is none: so a clinic can count its false
 * alarms without knowing who lost the response (decline-rules 8). What the untreated value was stays known from the start.
 */
export function backwards({ indication, sessions, endsOn }: PlayedCourse): PlayedCourse {
  const first = sessions[0]!.performedOn;
  const untreated = sessions.flatMap(({ response }) => (response?.measurements ?? []).filter(isUntreated));
  return {
    indication,
    endsOn,
    sessions: sessions
      .map((session, index) => {
        const cycleEnds = sessions[index + 1]?.performedOn ?? endsOn;
        return movedBy(
          session,
          daysBetween(session.performedOn, addDays(first, daysBetween(cycleEnds, endsOn))),
        );
      })
      .toReversed()
      .map((session, index) => withUntreated(session, index === 0 ? untreated : [])),
  };
}

function movedBy<Session extends TreatedSession>(session: Session, days: number): Session {
  const { performedOn, response } = session;
  return {
    ...session,
    performedOn: addDays(performedOn, days),
    response: response && responseMovedBy(response, days),
  };
}

function responseMovedBy(response: SessionResponse, days: number): SessionResponse {
  const moved = (on: PlainDate | undefined) => on && addDays(on, days);
  return {
    ...response,
    assessedOn: moved(response.assessedOn),
    onsetOn: moved(response.onsetOn),
    woreOffOn: moved(response.woreOffOn),
    stillEffectiveOn: moved(response.stillEffectiveOn),
    measurements: response.measurements?.map((measured) => ({
      ...measured,
      measuredOn: moved(measured.measuredOn),
    })),
  };
}

function withUntreated<Session extends TreatedSession>(
  session: Session,
  untreated: readonly Measurement[],
): Session {
  const { response } = session;
  const others = response?.measurements?.filter((measured) => !isUntreated(measured)) ?? [];
  if (!response && !untreated.length) return session;
  return { ...session, response: { ...response, measurements: [...untreated, ...others] } };
}

function isUntreated({ phase }: Measurement): boolean {
  return phase === 'untreated';
}
