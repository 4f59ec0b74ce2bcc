import type { PlainDate } from '../../../clinical/calendar';
import { ruleValues } from '../../../clinical/rules';
import type { Clinic } from '../../../platform/clinic';
import type { JudgedPatient } from '../../patients/lock-patient';
import type { JudgedCourse } from '../judging/session-context.query';
import { takeOverSession } from './take-over-session';

const CLINIC = {
  today: '2026-11-28',
  zone: 'America/New_York',
  intervals: [],
  rules: ruleValues(),
} as Pick<Clinic, 'today' | 'zone' | 'intervals' | 'rules'> as Clinic;
const PATIENT: JudgedPatient = {
  id: 'p',
  birthDate: '1960-05-01',
  sex: 'female',
  handedness: null,
  weightKg: null,
  weightMeasuredOn: null,
  deceasedOn: '2020-01-31',
  priorToxinTolerance: null,
  mergedInto: null,
};
const COURSE: JudgedCourse = {
  id: 'c',
  indication: 'cervical_dystonia',
  side: null,
  etiology: null,
  plannedProduct: 'ona',
  diagnosisCode: null,
  minInterval: null,
  startedOn: '2018-01-01',
  endedOn: '2019-03-01',
};
const FOUND = {
  courses: [],
  elsewhere: [],
  precautions: [],
  pregnancyAnswers: [],
  holds: [],
  sideEffects: [],
};

function taken(performedOn: string, units: number) {
  return takeOverSession(
    {
      id: 's',
      content: {
        performedOn: performedOn as PlainDate,
        product: 'ona',
        injections: [{ muscle: 'trapezius', side: 'right', units }],
      },
      note: 'from the old record',
      injectorId: 'i',
      continued: null,
    },
    { patient: PATIENT, course: COURSE, found: FOUND },
    CLINIC,
  );
}

it.each`
  performedOn     | units   | codes      | why
  ${'2018-02-03'} | ${50}   | ${[]}      | ${'an ordinary dose bears no note'}
  ${'2019-04-01'} | ${50}   | ${[]}      | ${'a course that is over by now'}
  ${'2020-01-31'} | ${50}   | ${['S29']} | ${'the day of death'}
  ${'2018-02-03'} | ${6000} | ${['S23']} | ${'what would have stopped it is a note'}
`('$performedOn, $units U → $codes: $why', ({ performedOn, units, codes }) => {
  const { session, told } = taken(performedOn as string, units as number);
  const found = (session.findings ?? []).map(({ code }) => code);
  expect(found).toEqual(expect.arrayContaining(codes as string[]));
  expect(found.length > 0).toBe((codes as string[]).length > 0);
  expect((session.findings ?? []).every(({ severity }) => severity === 'note')).toBe(true);
  expect(told.map(({ code }) => code)).toEqual(found);
  expect(session).toMatchObject({
    id: 's',
    rootId: 's',
    courseId: 'c',
    injectorId: 'i',
    note: 'from the old record',
    continuesId: null,
    origin: 'import',
  });
});

it.each`
  performedOn     | code              | why
  ${'1960-04-30'} | ${'before-birth'} | ${'before birth'}
  ${'2020-02-01'} | ${'S29'}          | ${'the day after death'}
  ${'2026-11-29'} | ${'future-day'}   | ${'tomorrow'}
`('$performedOn is refused: $why', ({ performedOn, code }) => {
  expect(() => taken(performedOn as string, 50)).toThrow(
    expect.objectContaining({
      status: 400,
      more: {
        errors: expect.arrayContaining([expect.objectContaining({ pointer: '/performedOn', code })]),
      },
    }),
  );
});
