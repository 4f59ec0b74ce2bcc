import { ruleValues } from '../../rules';
import { compareSession, scattersMore } from './session-comparability';
import { courseOf } from '../../../../test/support/patients/course-line';
import { toxinUnits } from '../../units';

const RULES = ruleValues();

interface Case {
  course: string;
  ratio: number;
  changes: string[];
}

it.each`
  course                                       | ratio   | changes                    | why
  ${'60'}                                      | ${1}    | ${[]}                      | ${'nothing earlier to compare with'}
  ${'60@100 60@100 60@100'}                    | ${1}    | ${[]}                      | ${'as before'}
  ${'60@100 60@100 60@86'}                     | ${0.86} | ${[]}                      | ${'just not reduced'}
  ${'60@100 60@100 60@85'}                     | ${0.85} | ${[]}                      | ${'on the line is not below it'}
  ${'60@100 60@100 60@84'}                     | ${0.84} | ${['dose-cut']}            | ${'reduced'}
  ${'60@100 60@100 60@130'}                    | ${1.3}  | ${[]}                      | ${'a raised dose is no reservation'}
  ${'60@100 60@300:abo'}                       | ${1}    | ${['product']}             | ${'units of two products are never compared'}
  ${'60@100 60@300:abo 60@50'}                 | ${0.5}  | ${['dose-cut', 'product']} | ${'back again: with its own product'}
  ${'60@100 60@200 60@150'}                    | ${1}    | ${[]}                      | ${'of two doses the mean is usual'}
  ${'60@80 60@100 60@300 60@100'}              | ${1}    | ${[]}                      | ${'of three the middle one'}
  ${'60@300 60@90 60@100 60@110 60@105'}       | ${1}    | ${[]}                      | ${'of four the mean of the middle two'}
  ${'60 60!injector'}                          | ${1}    | ${['injector']}            | ${'another injector'}
  ${'60 60!muscles!injector'}                  | ${1}    | ${['injector', 'muscles']} | ${'two changes'}
  ${'1@10 1@50 1@50 1@50 1@50 1@50 1@50 1@50'} | ${1}    | ${[]}                      | ${'six earlier doses count'}
`('$course → $ratio $changes: $why', ({ course, ratio, changes }: Case) => {
  const sessions = courseOf(course);
  const compared = compareSession(sessions.at(-1)!, sessions.slice(0, -1), RULES);
  expect(compared.doseRatio).toBeCloseTo(ratio, 10);
  expect(compared.changes).toEqual(changes);
});

it('what is not recorded has not changed', () => {
  const [first, second] = courseOf('60 60!muscles!injector') as [
    ReturnType<typeof courseOf>[0],
    ReturnType<typeof courseOf>[0],
  ];
  const unrecorded = { ...second, muscles: undefined, injectorId: undefined };
  expect(compareSession(unrecorded, [first], RULES).changes).toEqual([]);
});

it('a dose that is not known is no cut, and none is measured by it', () => {
  const known = {
    performedOn: '2026-01-05',
    dose: { product: 'ona', units: toxinUnits('ona', 100) },
  } as const;
  const unknown = {
    performedOn: '2026-04-06',
    dose: { product: 'ona', units: toxinUnits('ona', 0) },
  } as const;
  expect(compareSession(unknown, [known], RULES)).toEqual({ doseRatio: 1, changes: [] });
  expect(compareSession(known, [unknown, known, unknown], RULES).doseRatio).toBe(1);
});

it('the muscles are the same in whichever order and however often they are listed', () => {
  const [first, second] = courseOf('60 60');
  const listed = (muscles: string[]) => ({ ...second!, muscles });
  const changesOf = (muscles: string[]) =>
    compareSession(listed(muscles), [{ ...first!, muscles: ['trapezius', 'scalenus'] }], RULES).changes;
  expect(changesOf(['scalenus', 'trapezius', 'trapezius'])).toEqual([]);
  expect(changesOf(['scalenus'])).toEqual(['muscles']);
  expect(changesOf(['scalenus', 'trapezius', 'masseter'])).toEqual(['muscles']);
});

it.each`
  changes                    | more     | why
  ${[]}                      | ${false} | ${'as before'}
  ${['dose-cut']}            | ${false} | ${'a dose is reckoned with'}
  ${['product']}             | ${true}  | ${'another product'}
  ${['injector']}            | ${true}  | ${'another injector'}
  ${['muscles']}             | ${true}  | ${'other muscles'}
  ${['dose-cut', 'muscles']} | ${true}  | ${'one of two'}
`('$changes → scatters more $more: $why', ({ changes, more }) => {
  expect(scattersMore({ doseRatio: 1, changes })).toBe(more);
});
