import { outdated } from './take-backup';

const NOW = new Date('2026-11-27T12:00:00Z');
const at = (moment: string, ending = '.backup.gz') => `clinic-${moment}Z${ending}`;

const [old, older, oldest] = [
  at('2026-11-26T02-30-00'),
  at('2026-11-25T02-30-00'),
  at('2026-11-24T02-30-00'),
];
const sealed = at('2026-11-23T02-30-00', '.backup.gz.age');

it.each`
  names                                                  | keep | gone               | why
  ${[old, older]}                                        | ${2} | ${[]}              | ${'as many as are kept'}
  ${[oldest, old, older]}                                | ${2} | ${[oldest]}        | ${'one more: the oldest goes, wherever it stands'}
  ${[oldest, old, older]}                                | ${1} | ${[older, oldest]} | ${'only the newest is kept'}
  ${[old, older, sealed]}                                | ${2} | ${[sealed]}        | ${'an encrypted one counts as well'}
  ${['notes.txt', 'clinic.backup.gz', old]}              | ${1} | ${[]}              | ${'other files are nobody’s business'}
  ${[at('2026-11-26T11-59-59', '.backup.gz.part'), old]} | ${1} | ${['left']}        | ${'a part that a killed one left a day ago'}
  ${[at('2026-11-26T12-00-00', '.backup.gz.part'), old]} | ${1} | ${[]}              | ${'a younger part may be under way'}
`('$why', ({ names, keep, gone }) => {
  const expected = (gone as string[]).map((name) => (name === 'left' ? (names as string[])[0] : name));
  expect(outdated(names, keep, NOW)).toEqual(expected);
});
