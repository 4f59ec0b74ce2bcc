import { resultTone, resultWords } from './result-words';

const rows = (total: number, fresh: number, same: number, refused: number) => ({
  total,
  new: fresh,
  same,
  refused,
});

it.each`
  state            | dryRun   | allOrNothing | counts          | words
  ${'done'}        | ${false} | ${false}     | ${[4, 2, 1, 1]} | ${'Of 4 rows 2 were taken, 1 is on record already, 1 is refused.'}
  ${'done'}        | ${true}  | ${false}     | ${[1, 1, 0, 0]} | ${'Of 1 row 1 would be taken, 0 are on record already, 0 are refused. Nothing has been written.'}
  ${'refused'}     | ${false} | ${true}      | ${[4, 0, 0, 4]} | ${'Nothing was taken: all or nothing was asked for, and rows are refused. Correct them and send the file again.'}
  ${'refused'}     | ${true}  | ${true}      | ${[4, 0, 0, 4]} | ${'Nothing would be taken: all or nothing was asked for, and rows are refused. Correct them and send the file again.'}
  ${'running'}     | ${false} | ${false}     | ${[9, 2, 1, 1]} | ${'4 of 9 rows are done.'}
  ${'cancelled'}   | ${false} | ${false}     | ${[9, 2, 1, 1]} | ${'Of 9 rows 2 were taken, 1 is on record already, 1 is refused. 5 rows were not looked at: it was cancelled. Send the same file again, and it goes on there.'}
  ${'cancelled'}   | ${false} | ${true}      | ${[9, 0, 0, 0]} | ${'Cancelled: nothing was taken.'}
  ${'cancelled'}   | ${true}  | ${false}     | ${[9, 0, 0, 0]} | ${'Cancelled: nothing was taken.'}
  ${'interrupted'} | ${false} | ${false}     | ${[9, 2, 1, 1]} | ${'Of 9 rows 2 were taken, 1 is on record already, 1 is refused. 5 rows were not looked at: the service stopped meanwhile. Send the same file again, and it goes on there.'}
  ${'interrupted'} | ${false} | ${true}      | ${[9, 0, 0, 0]} | ${'The service stopped meanwhile: nothing was taken. Send the file again.'}
  ${'interrupted'} | ${true}  | ${false}     | ${[9, 0, 0, 0]} | ${'The service stopped meanwhile: nothing was taken. Send the file again.'}
`('$state, dry run $dryRun, all or nothing $allOrNothing: $words', ({ counts, words, ...file }) => {
  const [total, fresh, same, refused] = counts;
  expect(resultWords({ ...file, rows: rows(total, fresh, same, refused) }).join(' ')).toBe(words);
});

it.each`
  state            | refused | tone
  ${'done'}        | ${0}    | ${'good'}
  ${'done'}        | ${1}    | ${'warn'}
  ${'refused'}     | ${1}    | ${'bad'}
  ${'cancelled'}   | ${0}    | ${'warn'}
  ${'interrupted'} | ${0}    | ${'warn'}
`('$state with $refused refused looks $tone', ({ state, refused, tone }) => {
  const of = { state, dryRun: false, allOrNothing: false, rows: rows(2, 0, 0, refused) };
  expect(resultTone(of)).toBe(tone);
});
