import type { Finding } from '../../finding';
import { takenOver } from './taken-over';

const finding = (code: Finding['code'], severity: Finding['severity']): Finding => ({
  code,
  severity,
  message: 'Too soon.',
  pointer: '/performedOn',
  sourceText: 'a source',
});

it.each`
  code              | severity     | impossible | notes | why
  ${'S02'}          | ${'confirm'} | ${0}       | ${1}  | ${'it asks for a reason'}
  ${'S11'}          | ${'stop'}    | ${0}       | ${1}  | ${'it stops a session of today'}
  ${'S19'}          | ${'note'}    | ${0}       | ${0}  | ${'it is only noted'}
  ${'past-day'}     | ${'confirm'} | ${0}       | ${0}  | ${'history is entered late'}
  ${'age-unknown'}  | ${'confirm'} | ${0}       | ${1}  | ${'nobody said it'}
  ${'S29'}          | ${'confirm'} | ${0}       | ${1}  | ${'on the day of death'}
  ${'S29'}          | ${'stop'}    | ${1}       | ${1}  | ${'after death'}
  ${'future-day'}   | ${'stop'}    | ${1}       | ${1}  | ${'not given yet'}
  ${'before-birth'} | ${'stop'}    | ${1}       | ${1}  | ${'nobody to be given it'}
`(
  '$severity $code: $impossible impossible, $notes notes, as $why',
  ({ code, severity, impossible, notes }) => {
    const found = takenOver([finding(code, severity)], '2026-11-27');
    expect(found.impossible).toHaveLength(impossible);
    expect(found.notes).toHaveLength(notes);
  },
);

it.each`
  severity     | message
  ${'stop'}    | ${'Taken over from another record on 2026-11-27; the check would have stopped this session: Too soon.'}
  ${'confirm'} | ${'Taken over from another record on 2026-11-27; the check would have asked for a reason: Too soon.'}
`('keeps a $severity as a note that says so', ({ severity, message }) => {
  const { notes } = takenOver([finding('S02', severity)], '2026-11-27');
  expect(notes).toEqual([{ ...finding('S02', 'note'), message }]);
});
