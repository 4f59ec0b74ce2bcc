import type { Truth } from './cohort';
import { scoreCourse, scorePrimary } from './score';

const stable: Truth = {
  kind: 'none',
  onsetSession: null,
  halfLossSession: null,
  rampSessions: null,
  finalR: null,
  evalStop: null,
  nSessions: 10,
  years: 2.5,
  durDays: [],
};
const loss: Truth = { ...stable, kind: 'secondary-abrupt', onsetSession: 6 };

/** `.` not shown, `x` shown. */
const shown = (text: string) => Array.from(text, (letter) => letter === 'x');

it.each`
  truth     | text            | alarms | delay   | isCase   | why
  ${stable} | ${'..........'} | ${0}   | ${null} | ${false} | ${'quiet'}
  ${stable} | ${'..xxx.....'} | ${1}   | ${null} | ${false} | ${'one run is one alarm'}
  ${stable} | ${'..x.x.....'} | ${1}   | ${null} | ${false} | ${'a pause of one session goes on'}
  ${stable} | ${'..x..x....'} | ${2}   | ${null} | ${false} | ${'a pause of two is another alarm'}
  ${loss}   | ${'.....x....'} | ${0}   | ${0}    | ${true}  | ${'found at once'}
  ${loss}   | ${'.......x..'} | ${0}   | ${2}    | ${true}  | ${'found two sessions later'}
  ${loss}   | ${'....xxxxxx'} | ${1}   | ${null} | ${true}  | ${'stood already when the loss began: earns nothing'}
  ${loss}   | ${'...x..xxxx'} | ${1}   | ${1}    | ${true}  | ${'cleared in between: counts'}
`('$text: $why', ({ truth, text, alarms, delay, isCase }) => {
  expect(scoreCourse(truth as Truth, shown(text as string))).toMatchObject({
    falseAlarms: alarms,
    delay,
    isCase,
  });
});

it('nothing after a switch to type B is scored, and three sessions of a loss make a case', () => {
  expect(scoreCourse({ ...loss, evalStop: 7 }, shown('.......x..'))).toMatchObject({
    isCase: false,
    delay: null,
  });
  expect(scoreCourse({ ...loss, evalStop: 8 }, shown('.......x..'))).toMatchObject({
    isCase: true,
    delay: 2,
  });
});

it('years before the loss alone are years at risk', () => {
  expect(scoreCourse(stable, shown('..........')).years).toBe(2.5);
  expect(scoreCourse(loss, shown('..........')).years).toBe(1.25);
});

it('a primary flag counts within the first six sessions', () => {
  const primary: Truth = { ...stable, kind: 'primary' };
  const courses = [
    { truth: primary, shown: shown('.....x....') },
    { truth: primary, shown: shown('......x...') },
    { truth: stable, shown: shown('x.........') },
    { truth: stable, shown: shown('..........') },
  ];
  expect(scorePrimary(courses)).toEqual({ cases: 2, sensitivity: 0.5, falseShare: 0.5 });
});
