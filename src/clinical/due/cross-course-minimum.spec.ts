import type { Duration } from '../calendar';
import { courseRules } from '../course/course-rules';
import { crossCourseMinimum, type CourseBeside } from './cross-course-minimum';

const MIGRAINE: CourseBeside = {
  indication: 'chronic_migraine',
  birthDate: '1976-11-22',
  lastSession: { performedOn: '2026-09-01', product: 'ona' },
};

it.each`
  others                                                                                            | earliestOn      | why
  ${[]}                                                                                             | ${undefined}    | ${'no other course'}
  ${[{ ...MIGRAINE, lastSession: undefined }]}                                                      | ${undefined}    | ${'nothing given in it yet'}
  ${[MIGRAINE]}                                                                                     | ${'2026-11-24'} | ${'12 weeks after its session'}
  ${[{ ...MIGRAINE, lastSession: undefined }, MIGRAINE]}                                            | ${'2026-11-24'} | ${'the one that was treated decides'}
  ${[MIGRAINE, { ...MIGRAINE, lastSession: { performedOn: '2026-09-02', product: 'ona' } }]}        | ${'2026-11-25'} | ${'the latest of these days'}
  ${[{ ...MIGRAINE, lastSession: { performedOn: '2026-09-02', product: 'ona' } }, MIGRAINE]}        | ${'2026-11-25'} | ${'in whichever order'}
  ${[{ ...MIGRAINE, indication: 'spasticity_upper', birthDate: '2008-09-02', lastSession: ABO() }]} | ${'2026-12-22'} | ${'17 on the day of that session: 16 weeks'}
  ${[{ ...MIGRAINE, indication: 'spasticity_upper', birthDate: '2008-09-01', lastSession: ABO() }]} | ${'2026-11-24'} | ${'18 on that day: 12 weeks'}
  ${[{ ...MIGRAINE, indication: 'spasticity_upper', birthDate: null, lastSession: ABO() }]}         | ${'2026-11-24'} | ${'nobody knows: the session asks'}
`('$why → $earliestOn', ({ others, earliestOn }) => {
  expect(crossCourseMinimum(others, courseRules())?.earliestOn).toBe(earliestOn);
});

it.each`
  minInterval | earliestOn      | why
  ${'P13W'}   | ${'2026-12-01'} | ${'the clinic’s is longer'}
  ${'P85D'}   | ${'2026-11-25'} | ${'longer by a day'}
  ${'P84D'}   | ${'2026-11-24'} | ${'as long'}
  ${'P83D'}   | ${'2026-11-24'} | ${'shorter: the catalogue’s holds'}
`(
  'a shortest interval of the clinic of $minInterval, $why → $earliestOn',
  ({ minInterval, earliestOn }: { minInterval: Duration; earliestOn: string }) => {
    const rules = courseRules(undefined, undefined, [{ indication: 'chronic_migraine', minInterval }]);
    expect(crossCourseMinimum([MIGRAINE], rules)?.earliestOn).toBe(earliestOn);
  },
);

it('names the session and what it was for', () => {
  expect(crossCourseMinimum([MIGRAINE], courseRules())?.text).toBe(
    'the session of 1 Sep 2026 for chronic migraine keeps this course waiting too',
  );
});

it('of two courses with one day the later in the list is named', () => {
  const tremor = { ...MIGRAINE, indication: 'tremor' } as const;
  expect(crossCourseMinimum([MIGRAINE, tremor], courseRules())?.text).toContain('tremor');
  expect(crossCourseMinimum([tremor, MIGRAINE], courseRules())?.text).toContain('migraine');
});

function ABO(): CourseBeside['lastSession'] {
  return { performedOn: '2026-09-01', product: 'abo' };
}
