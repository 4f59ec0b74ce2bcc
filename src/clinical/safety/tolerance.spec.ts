import { toleranceAfter, toleratedBefore, toleratedSessions } from './tolerance';

const mild = { serious: false };
const serious = { serious: true };

it.each`
  asked    | sessionsOn                      | adverseEvents      | tolerated | why
  ${null}  | ${[]}                           | ${[]}              | ${false}  | ${'nothing known'}
  ${null}  | ${['2026-11-21']}               | ${[]}              | ${true}   | ${'a session the day before'}
  ${null}  | ${['2026-11-22']}               | ${[]}              | ${false}  | ${'a session of the same day says nothing yet'}
  ${null}  | ${['2026-11-23']}               | ${[]}              | ${false}  | ${'a later session neither'}
  ${null}  | ${['2026-11-23', '2026-08-01']} | ${[]}              | ${true}   | ${'one of them before'}
  ${null}  | ${['2026-08-01']}               | ${[mild]}          | ${true}   | ${'an adverse event that was not serious'}
  ${null}  | ${['2026-08-01']}               | ${[serious]}       | ${false}  | ${'a serious adverse event'}
  ${null}  | ${['2026-08-01']}               | ${[mild, serious]} | ${false}  | ${'one serious adverse event among others'}
  ${true}  | ${[]}                           | ${[serious]}       | ${true}   | ${'asked: yes'}
  ${false} | ${['2026-08-01']}               | ${[]}              | ${false}  | ${'asked: no'}
`(
  'asked $asked, sessions $sessionsOn, $why → $tolerated',
  ({ asked, sessionsOn, adverseEvents, tolerated }) => {
    expect(toleratedBefore({ asked, sessionsOn, adverseEvents }, '2026-11-22')).toBe(tolerated);
  },
);

it.each`
  sessionsOn                      | adverseEvents | sessions | why
  ${['2026-08-01', '2026-05-01']} | ${[mild]}     | ${2}     | ${'both before'}
  ${['2026-08-01', '2026-11-22']} | ${[]}         | ${1}     | ${'that of the same day says nothing yet'}
  ${['2026-08-01', '2026-05-01']} | ${[serious]}  | ${0}     | ${'a serious adverse event'}
`('$sessions sessions tell of tolerance: $why', ({ sessionsOn, adverseEvents, sessions }) => {
  expect(toleratedSessions({ sessionsOn, adverseEvents }, '2026-11-22')).toBe(sessions);
});

it.each`
  answer               | standing | becomes  | why
  ${'tolerated'}       | ${null}  | ${true}  | ${'answered'}
  ${'tolerated'}       | ${false} | ${true}  | ${'answered otherwise than before'}
  ${'not-tolerated'}   | ${null}  | ${false} | ${'answered'}
  ${'not-tolerated'}   | ${true}  | ${false} | ${'answered otherwise than before'}
  ${'never-had-toxin'} | ${null}  | ${null}  | ${'says nothing of tolerance'}
  ${'never-had-toxin'} | ${true}  | ${true}  | ${'says nothing of tolerance'}
  ${'unknown'}         | ${false} | ${false} | ${'says nothing of tolerance'}
  ${undefined}         | ${true}  | ${true}  | ${'not asked'}
  ${undefined}         | ${null}  | ${null}  | ${'not asked'}
`('$answer, until now $standing → $becomes: $why', ({ answer, standing, becomes }) => {
  expect(toleranceAfter(answer, standing)).toBe(becomes);
});
