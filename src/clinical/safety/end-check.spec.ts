import { said } from '../session-check/example-session';
import { endFindings } from './end-check';

it.each`
  performedOn     | ends                                                         | says                    | why
  ${'2026-11-20'} | ${{}}                                                        | ${''}                   | ${'alive and open'}
  ${'2026-11-20'} | ${{ deceasedOn: null, courseEndedOn: null }}                 | ${''}                   | ${'alive and open, as stored'}
  ${'2026-11-19'} | ${{ deceasedOn: '2026-11-20' }}                              | ${''}                   | ${'the day before death'}
  ${'2026-11-20'} | ${{ deceasedOn: '2026-11-20' }}                              | ${'S29 confirm'}        | ${'the day of death'}
  ${'2026-11-21'} | ${{ deceasedOn: '2026-11-20' }}                              | ${'S29 stop'}           | ${'the day after death'}
  ${'2026-11-21'} | ${{ deceasedOn: '2026-11-20', corrects: true }}              | ${'S29 stop'}           | ${'moved past the death'}
  ${'2026-11-19'} | ${{ courseEndedOn: '2026-11-20' }}                           | ${'S29 confirm'}        | ${'written down after the end'}
  ${'2026-11-20'} | ${{ courseEndedOn: '2026-11-20' }}                           | ${'S29 stop'}           | ${'the day of the end'}
  ${'2026-11-21'} | ${{ courseEndedOn: '2026-11-20' }}                           | ${'S29 stop'}           | ${'the day after the end'}
  ${'2026-11-19'} | ${{ courseEndedOn: '2026-11-20', corrects: true }}           | ${''}                   | ${'corrected where it stands'}
  ${'2026-11-20'} | ${{ courseEndedOn: '2026-11-20', corrects: true }}           | ${''}                   | ${'corrected: the last session was on the day of the end'}
  ${'2026-11-21'} | ${{ courseEndedOn: '2026-11-20', corrects: true }}           | ${'S29 stop'}           | ${'moved past the end'}
  ${'2026-11-21'} | ${{ courseEndedOn: '2026-11-20', deceasedOn: '2026-11-20' }} | ${'S29 stop, S29 stop'} | ${'both'}
`(
  '$performedOn, $why → $says',
  ({ performedOn, ends, says }: { performedOn: '2026-11-20'; ends: object; says: string }) => {
    expect(said(endFindings({ performedOn }, ends))).toBe(says);
  },
);

it('says the day of the end and what to do', () => {
  expect(endFindings({ performedOn: '2026-11-21' }, { courseEndedOn: '2026-11-20' })[0]).toMatchObject({
    pointer: '/performedOn',
    message:
      'This course ended on 2026-11-20; a session of 2026-11-21 is not part of it. Correct the day, reopen the course if it was ended by mistake, or start a new course for further sessions.',
  });
});
