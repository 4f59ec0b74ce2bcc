import type { InjectionSide } from '../catalogue/muscles';
import { sharesMuscle } from './same-region';

/** `trapezius left, frontalis midline` */
function places(text: string) {
  return text === ''
    ? []
    : text.split(', ').map((each) => {
        const [muscle, side] = each.split(' ') as [string, InjectionSide];
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
  ${'frontalis left, trapezius left'} | ${'splenius_capitis left, trapezius left'} | ${true}  | ${'one of several'}
  ${''}                               | ${'trapezius left'}                        | ${false} | ${'nothing injected'}
`('$first and $second share a muscle: $shared, $why', ({ first, second, shared }) => {
  expect(sharesMuscle(places(first), places(second))).toBe(shared);
});
