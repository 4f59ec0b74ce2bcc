import ICAL from 'ical.js';
import { feedFile } from './feed-file';

const VISIT = {
  visitId: '6f3c2d6e-0a57-4f0b-8a6e-0e0f3f1f8d11',
  startsAt: new Date('2026-12-07T15:00:00Z'),
  durationMin: 45,
  courses: 1,
  version: 3,
  updatedAt: new Date('2026-11-23T10:00:00Z'),
};

function read(file: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(file) as never)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
}

it.each`
  visit                                                              | start                     | end                       | summary                    | why
  ${{}}                                                              | ${'2026-12-07T15:00:00Z'} | ${'2026-12-07T15:45:00Z'} | ${'Injections'}            | ${'one course'}
  ${{ courses: 2 }}                                                  | ${'2026-12-07T15:00:00Z'} | ${'2026-12-07T15:45:00Z'} | ${'Injections, 2 courses'} | ${'two in one visit'}
  ${{ startsAt: new Date('2026-11-01T05:30:00Z'), durationMin: 60 }} | ${'2026-11-01T05:30:00Z'} | ${'2026-11-01T06:30:00Z'} | ${'Injections'}            | ${'over the hour that New York has twice'}
  ${{ startsAt: new Date('2026-12-31T23:30:00Z') }}                  | ${'2026-12-31T23:30:00Z'} | ${'2027-01-01T00:15:00Z'} | ${'Injections'}            | ${'over the year'}
`('$why: $start to $end', ({ visit, start, end, summary }) => {
  const [event] = read(feedFile([{ ...VISIT, ...visit }]));
  expect(event!.startDate.toString()).toBe(start);
  expect(event!.endDate.toString()).toBe(end);
  expect(event!.summary).toBe(summary);
});

it('keeps what a visit is called when it moves, tells that it changed, and names no id of the record', () => {
  const [before] = read(feedFile([VISIT]));
  const file = feedFile([{ ...VISIT, startsAt: new Date('2026-12-08T15:00:00Z'), version: 4 }]);
  const [after] = read(file);
  expect(after!.uid).toBe(before!.uid);
  expect([before!.sequence, after!.sequence]).toEqual([3, 4]);
  expect(file).not.toContain(VISIT.visitId);
});

it('of nothing is a calendar without events', () => {
  expect(read(feedFile([]))).toEqual([]);
});
