import type { InjectionSide } from '../catalogue/muscles';
import { toxinUnits } from '../units';
import { sharesInjection, sharesMuscle } from './same-region';

/** `trapezius left, frontalis midline` */
function places(text: string) {
  return text === ''
    ? []
    : text.split(', ').map((part) => {
        const [muscle, side] = part.split(' ') as [string, InjectionSide];
        return { muscle, side };
      });
}

it.each`
  first                               | second                                     | shared   | why
  ${'trapezius left'}                 | ${'trapezius left'}                        | ${true}  | ${'the same muscle and side'}
  ${'trapezius left'}                 | ${'trapezius right'}                       | ${false} | ${'the other side'}
  ${'trapezius bilateral'}            | ${'trapezius right'}                       | ${true}  | ${'both sides hold the right'}
  ${'trapezius right'}                | ${'trapezius bilateral'}                   | ${true}  | ${'and the other way round'}
  ${'trapezius left'}                 | ${'splenius_capitis left'}                 | ${false} | ${'another muscle'}
  ${'trapezius left'}                 | ${'trapezius_upper left'}                  | ${true}  | ${'a part of the muscle'}
  ${'trapezius_upper left'}           | ${'trapezius left'}                        | ${true}  | ${'and the other way round'}
  ${'trapezius_upper left'}           | ${'trapezius_lower left'}                  | ${false} | ${'two parts of one muscle'}
  ${'trapezius_upper left'}           | ${'upper left'}                            | ${false} | ${'a name that only ends alike'}
  ${'temporalis left'}                | ${'tempora left'}                          | ${false} | ${'a name that only begins alike'}
  ${'scalenes left'}                  | ${'scalenus_medius left'}                  | ${true}  | ${'a part whose name does not begin so'}
  ${'scalenus_medius left'}           | ${'scalenes left'}                         | ${true}  | ${'and the other way round'}
  ${'scalenus_medius left'}           | ${'scalenes right'}                        | ${false} | ${'on the other side'}
  ${'frontalis left, trapezius left'} | ${'splenius_capitis left, trapezius left'} | ${true}  | ${'one of several'}
  ${''}                               | ${'trapezius left'}                        | ${false} | ${'nothing injected'}
`('$first and $second share a muscle: $shared, $why', ({ first, second, shared }) => {
  expect(sharesMuscle(places(first), places(second))).toBe(shared);
});

/** `trapezius left 40, procerus midline 5` */
function injections(text: string) {
  return text.split(', ').map((part) => {
    const [muscle, side, units] = part.split(' ') as [string, InjectionSide, string];
    return { muscle, side, units: toxinUnits('ona', Number(units)) };
  });
}

it.each`
  first                                      | second                                         | shared   | why
  ${'trapezius left 40'}                     | ${'trapezius left 40'}                         | ${true}  | ${'one and the same row'}
  ${'trapezius left 40'}                     | ${'trapezius right 40'}                        | ${false} | ${'the other side'}
  ${'trapezius bilateral 40'}                | ${'trapezius left 40'}                         | ${false} | ${'both sides are another row'}
  ${'trapezius left 40'}                     | ${'trapezius left 35'}                         | ${false} | ${'other units'}
  ${'trapezius left 40'}                     | ${'splenius_capitis left 40'}                  | ${false} | ${'another muscle'}
  ${'procerus midline 5, trapezius left 40'} | ${'frontalis bilateral 20, trapezius left 40'} | ${true}  | ${'one row of several'}
  ${'procerus midline 5, trapezius left 40'} | ${'frontalis bilateral 20, trapezius left 30'} | ${false} | ${'no row of several'}
`('$first and $second hold one row: $shared, $why', ({ first, second, shared }) => {
  expect(sharesInjection(injections(first), injections(second))).toBe(shared);
});
