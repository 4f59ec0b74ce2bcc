import { mondayOf, type PlainDate } from '../../../clinical/calendar';
import { DEFAULT_DUE_SETTINGS } from '../../../clinical/due/due-settings';
import { isOpenOn } from '../../../clinical/due/open-days';
import { firstDueDayFor } from './open-day';

const SETTINGS = { ...DEFAULT_DUE_SETTINGS, closedDays: ['2026-11-26'] as PlainDate[] };

it.each`
  day             | monday          | open     | dueFrom         | why
  ${'2026-11-23'} | ${'2026-11-23'} | ${true}  | ${'2026-11-21'} | ${'a Monday takes what falls due at the weekend'}
  ${'2026-11-25'} | ${'2026-11-23'} | ${true}  | ${'2026-11-25'} | ${'after an open day only its own'}
  ${'2026-11-27'} | ${'2026-11-23'} | ${true}  | ${'2026-11-26'} | ${'after a closed day that one too'}
  ${'2026-11-26'} | ${'2026-11-23'} | ${false} | ${'2026-11-26'} | ${'closed by the settings'}
  ${'2026-11-29'} | ${'2026-11-23'} | ${false} | ${'2026-11-28'} | ${'a Sunday ends its week'}
`(
  '$day: $why',
  ({ day, monday, open, dueFrom }: { day: PlainDate; monday: string; open: boolean; dueFrom: string }) => {
    expect({
      monday: mondayOf(day),
      open: isOpenOn(day, SETTINGS),
      dueFrom: firstDueDayFor(day, SETTINGS),
    }).toEqual({
      monday,
      open,
      dueFrom,
    });
  },
);
