import { overrideInForce } from './override-in-force';

it.each`
  overrideDueOn   | overrideAnchorOn | lastSessionOn   | holds    | why
  ${'2026-12-01'} | ${'2026-08-10'}  | ${'2026-08-10'} | ${true}  | ${'no session since'}
  ${'2026-12-01'} | ${'2026-08-10'}  | ${'2026-08-11'} | ${false} | ${'a session the day after the one it was made after'}
  ${'2026-12-01'} | ${'2026-08-10'}  | ${'2026-08-09'} | ${true}  | ${'that session was voided: an earlier one is the last'}
  ${'2026-12-01'} | ${'2026-08-10'}  | ${undefined}    | ${true}  | ${'that session was voided: none is left'}
  ${'2026-12-01'} | ${'2026-08-10'}  | ${'2026-12-01'} | ${false} | ${'the session it was made for'}
  ${'2026-12-01'} | ${null}          | ${undefined}    | ${true}  | ${'made before any session'}
  ${'2026-12-01'} | ${null}          | ${'2026-11-30'} | ${true}  | ${'made before any session, the day before'}
  ${'2026-12-01'} | ${null}          | ${'2026-12-01'} | ${false} | ${'made before any session, on its own day'}
  ${'2026-12-01'} | ${null}          | ${'2026-12-02'} | ${false} | ${'made before any session, the day after'}
  ${null}         | ${null}          | ${'2026-08-10'} | ${false} | ${'nothing was set'}
  ${null}         | ${'2026-08-10'}  | ${'2026-08-10'} | ${false} | ${'taken back'}
`(
  'set for $overrideDueOn after $overrideAnchorOn, last session $lastSessionOn → holds $holds: $why',
  ({ overrideDueOn, overrideAnchorOn, lastSessionOn, holds }) => {
    expect(overrideInForce({ overrideDueOn, overrideAnchorOn }, lastSessionOn)).toBe(
      holds ? overrideDueOn : undefined,
    );
  },
);
