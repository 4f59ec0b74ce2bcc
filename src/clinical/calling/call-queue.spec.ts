import { callQueueOn } from './call-queue';

const TODAY = '2026-11-23';
const SETTINGS = { leadDays: 30, onTimeDays: 28, lapseDays: 366 };

it.each`
  dueOn           | booked   | snoozedUntilOn  | refusedOn       | queue             | why
  ${'2026-12-24'} | ${false} | ${null}         | ${null}         | ${undefined}      | ${'31 days ahead: not due for long'}
  ${'2026-12-23'} | ${false} | ${null}         | ${null}         | ${'to-call'}      | ${'30 days ahead: coming up'}
  ${'2026-11-23'} | ${false} | ${null}         | ${null}         | ${'to-call'}      | ${'due today'}
  ${'2025-11-23'} | ${false} | ${null}         | ${null}         | ${'to-call'}      | ${'365 days late'}
  ${'2025-11-22'} | ${false} | ${null}         | ${null}         | ${'lapsed'}       | ${'366 days late'}
  ${null}         | ${false} | ${null}         | ${null}         | ${'first-visits'} | ${'no session yet'}
  ${'2026-11-23'} | ${true}  | ${null}         | ${null}         | ${'booked'}       | ${'booked'}
  ${null}         | ${true}  | ${null}         | ${null}         | ${'booked'}       | ${'a first visit that is booked'}
  ${'2026-12-24'} | ${true}  | ${null}         | ${null}         | ${'booked'}       | ${'booked long ahead'}
  ${'2025-11-22'} | ${true}  | ${null}         | ${null}         | ${'booked'}       | ${'lapsed, and booked again'}
  ${'2026-11-23'} | ${true}  | ${'2026-12-01'} | ${'2026-11-23'} | ${'booked'}       | ${'booked before everything'}
  ${'2026-11-23'} | ${false} | ${'2026-11-24'} | ${null}         | ${'snoozed'}      | ${'until tomorrow'}
  ${'2026-11-23'} | ${false} | ${'2026-11-23'} | ${null}         | ${'to-call'}      | ${'until today: its day has come'}
  ${'2026-11-23'} | ${false} | ${'2026-11-22'} | ${null}         | ${'to-call'}      | ${'until yesterday'}
  ${'2026-12-24'} | ${false} | ${'2026-12-01'} | ${null}         | ${'snoozed'}      | ${'snoozed before it is due'}
  ${null}         | ${false} | ${'2026-12-01'} | ${null}         | ${'snoozed'}      | ${'a first visit that is snoozed'}
  ${'2025-11-22'} | ${false} | ${'2026-12-01'} | ${null}         | ${'snoozed'}      | ${'snoozed before lapsed'}
  ${'2026-11-23'} | ${false} | ${'2026-12-01'} | ${'2026-11-23'} | ${'snoozed'}      | ${'snoozed before the refusal'}
  ${'2026-11-02'} | ${false} | ${null}         | ${'2026-11-02'} | ${'said-no'}      | ${'refused on the due day'}
  ${'2026-11-02'} | ${false} | ${null}         | ${'2026-11-20'} | ${'said-no'}      | ${'refused after it'}
  ${'2026-11-02'} | ${false} | ${null}         | ${'2026-11-01'} | ${'to-call'}      | ${'refused the day before it: ask once more'}
  ${'2026-11-24'} | ${false} | ${null}         | ${'2026-11-01'} | ${'said-no'}      | ${'refused, and due only tomorrow'}
  ${'2026-11-23'} | ${false} | ${null}         | ${'2026-11-01'} | ${'to-call'}      | ${'refused, and due today'}
  ${null}         | ${false} | ${null}         | ${'2026-11-01'} | ${'said-no'}      | ${'a first visit that was refused'}
  ${'2025-11-22'} | ${false} | ${null}         | ${'2025-12-01'} | ${'said-no'}      | ${'refused since the due day, however long ago'}
  ${'2025-11-22'} | ${false} | ${null}         | ${'2025-11-01'} | ${'lapsed'}       | ${'refused before it, and lapsed'}
  ${'2026-12-24'} | ${false} | ${null}         | ${'2026-11-01'} | ${'said-no'}      | ${'refused long ahead'}
`('$queue: $why', ({ dueOn, booked, snoozedUntilOn, refusedOn, queue }) => {
  expect(callQueueOn(TODAY, { dueOn, booked, snoozedUntilOn, refusedOn }, SETTINGS)).toBe(queue);
});
