import { courseChanges } from './course-change';
import type { AssessedCourse } from './course-assessment.entity';

const shown = { tier: 'review', cause: 'loss:s6', sessionIds: ['s5', 's6'] };
const latest = {
  flag: { ...shown, id: 'f', courseId: 'c', status: 'open', shown: true, content: shown, version: 1 },
  review: undefined,
};

const course = (given: object): AssessedCourse =>
  ({
    row: { courseId: 'c', dueOn: '2026-12-01' },
    flag: null,
    stored: { courseId: 'c', dueOn: '2026-12-01' },
    latestFlag: undefined,
    ...given,
  }) as unknown as AssessedCourse;

it.each`
  given                                                         | change                                                                                          | why
  ${{}}                                                         | ${undefined}                                                                                    | ${'nothing moves'}
  ${{ stored: { dueOn: '2026-12-02' } }}                        | ${{ due: { from: '2026-12-02', to: '2026-12-01' } }}                                            | ${'the due day moves'}
  ${{ stored: undefined }}                                      | ${{ due: { from: null, to: '2026-12-01' } }}                                                    | ${'nothing was stored of it'}
  ${{ row: { courseId: 'c', dueOn: null } }}                    | ${{ due: { from: '2026-12-01', to: null } }}                                                    | ${'it has no due day any more'}
  ${{ row: { courseId: 'c', dueOn: null }, stored: undefined }} | ${undefined}                                                                                    | ${'it had none, and has none'}
  ${{ flag: shown }}                                            | ${{ flag: { change: 'opens', tier: 'review' } }}                                                | ${'a flag opens'}
  ${{ flag: shown, latestFlag: latest }}                        | ${undefined}                                                                                    | ${'the flag goes on'}
  ${{ latestFlag: latest }}                                     | ${{ flag: { change: 'no-longer-shown', tier: 'review' } }}                                      | ${'the flag is shown no longer'}
  ${{ flag: shown, stored: { dueOn: '2026-12-02' } }}           | ${{ due: { from: '2026-12-02', to: '2026-12-01' }, flag: { change: 'opens', tier: 'review' } }} | ${'both'}
`('tells what changes: $why', ({ given, change }) => {
  expect(courseChanges([course(given)])).toEqual(change ? [{ courseId: 'c', ...change }] : []);
});

it('tells of each course that changes, and of no other', () => {
  const other = course({ row: { courseId: 'd', dueOn: '2026-12-03' } });
  expect(courseChanges([course({}), other]).map(({ courseId }) => courseId)).toEqual(['d']);
});
