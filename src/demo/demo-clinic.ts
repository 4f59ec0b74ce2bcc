import type { PlainDate } from '../clinical/calendar';
import { DEFAULT_DUE_SETTINGS, type DueSettings } from '../clinical/due/due-settings';
import { ruleValues } from '../clinical/rules';
import { DECLINING_COURSES } from './courses/declining-courses';
import { authorizationsOf, coverOverrides, demoPayers } from './rows/demo-cover';
import { DEMO_USERS, NEUROLOGIST } from './demo-users';
import { appointmentsOf, contactsOf } from './desk';
import { givenSessions } from './rows/given-sessions';
import { HEADACHE_COURSES } from './courses/headache-courses';
import { alertAnswersOf, eventsOf, holdsOf, responsesOf } from './rows/follow-up-rows';
import { holidaysAfter } from './holidays';
import { judgeSessions } from './rows/judged-sessions';
import { LIMB_AND_OTHER_COURSES } from './courses/limb-and-other-courses';
import { LOOK_ALIKE_COURSES } from './courses/look-alike-courses';
import { MOVEMENT_COURSES } from './courses/movement-courses';
import { SCALE_ONLY_COURSES } from './courses/scale-only-courses';
import { patientAnswersOf, withConfirmed } from './rows/patient-answers';
import { reviewsOf } from './rows/past-reviews';
import { pregnancyAnswerRows, precautionRows } from './rows/precaution-rows';
import { courseRow, patientRow } from './rows/patient-rows';
import { PEOPLE, type Person } from './people';
import { stockOn } from './rows/stock';
import type { CoursePlan } from './courses/plan';
import type { DemoClinic, PatientRow } from './rows/rows';
import { demoId } from './seeded-random';

const COURSE_PLANS: readonly CoursePlan[] = [
  ...DECLINING_COURSES,
  ...SCALE_ONLY_COURSES,
  ...LOOK_ALIKE_COURSES,
  ...HEADACHE_COURSES,
  ...MOVEMENT_COURSES,
  ...LIMB_AND_OTHER_COURSES,
];

/**
 * The demo clinic as it stands on a day: an invented clinic, the same on every day but for weekends and holidays, on
 * which nothing is booked. Nobody in it exists.
 *
 * @param zone the clinic's IANA zone, in which its visits have their hours
 */
export function demoClinic(today: PlainDate, zone: string): DemoClinic {
  const closedDays = holidaysAfter(today);
  const settings: DueSettings = { ...DEFAULT_DUE_SETTINGS, closedDays };
  const parts = PEOPLE.map((person, index) => patientParts(person, index, { today, zone, settings }));
  return {
    users: DEMO_USERS,
    closedDays,
    stock: stockOn(today),
    coverOverrides: coverOverrides(),
    payers: demoPayers(),
    patients: parts.map(({ patient }) => patient),
    precautions: parts.flatMap(({ precautions }) => precautions),
    pregnancyAnswers: parts.flatMap(({ pregnancyAnswers }) => pregnancyAnswers),
    courses: parts.flatMap(({ courses }) => courses),
    holds: parts.flatMap(({ holds }) => holds),
    sessions: parts.flatMap(({ sessions }) => sessions),
    patientAnswers: parts.flatMap(({ patientAnswers }) => patientAnswers),
    responses: parts.flatMap(({ responses }) => responses),
    reviews: parts.flatMap(({ reviews }) => reviews),
    adverseEvents: parts.flatMap(({ adverseEvents }) => adverseEvents),
    alertAnswers: parts.flatMap(({ alertAnswers }) => alertAnswers),
    appointments: parts.flatMap(({ appointments }) => appointments),
    contacts: parts.flatMap(({ contacts }) => contacts),
    authorizations: parts.flatMap(({ authorizations }) => authorizations),
  };
}

interface OnDay {
  readonly today: PlainDate;
  readonly zone: string;
  readonly settings: DueSettings;
}

type PatientParts = Omit<
  DemoClinic,
  'users' | 'stock' | 'closedDays' | 'coverOverrides' | 'payers' | 'patients'
> & {
  readonly patient: PatientRow;
};

function patientParts(person: Person, index: number, day: OnDay): PatientParts {
  const { today, zone } = day;
  const made = { today, zone, neurologistId: NEUROLOGIST.id };
  const patientId = demoId('patient', person.key);
  const courses = COURSE_PLANS.filter(({ who }) => who === person.key).map((plan) => {
    const id = demoId('course', person.key, plan.indication, plan.side ?? '');
    const given = givenSessions(id, plan, made);
    const responses = responsesOf(plan, given, today);
    return { plan, given, responses, course: courseRow({ id, patientId }, plan, given, today) };
  });
  const patientAnswers = courses.flatMap(({ course, plan, ...known }) =>
    patientAnswersOf(course.id, plan, known, made),
  );
  const adverseEvents = courses.flatMap(({ plan, given }) => eventsOf(plan, given, zone));
  const patient = patientRow({ id: patientId, index }, person, courses, today);
  const days = courses.flatMap(({ given }) => given.map(({ counts }) => counts.session.performedOn));
  const precautions = precautionRows(person, patientId, days.toSorted().at(-1), today);
  const rules = ruleValues();
  const pregnancyAnswers = pregnancyAnswerRows({ person, patient, precautions }, days, rules);
  const onRecord = { person, patient, precautions, pregnancyAnswers };
  return {
    patient,
    precautions,
    pregnancyAnswers,
    courses: courses.map(({ course }) => course),
    sessions: judgeSessions(onRecord, courses, { rules, zone }),
    holds: courses.flatMap(({ course, plan }) => holdsOf(course.id, plan, day)),
    patientAnswers,
    responses: withConfirmed(
      courses.flatMap(({ responses }) => responses),
      patientAnswers,
    ),
    reviews: courses.flatMap(({ course, plan, given }) => reviewsOf(course, plan, given, made)),
    adverseEvents,
    alertAnswers: alertAnswersOf(adverseEvents, made),
    appointments: courses.flatMap(({ course, plan, given }) => appointmentsOf(course.id, plan, given, day)),
    contacts: courses.flatMap(({ course, plan }) => contactsOf(course.id, plan, day)),
    authorizations: courses.flatMap(({ course, plan }) => authorizationsOf(course, plan, person, today)),
  };
}
