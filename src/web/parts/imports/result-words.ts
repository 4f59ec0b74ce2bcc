import { counted } from '../../../clinical/words';
import type { ImportView } from '../../../records/imports/imports.dto';

type Result = Pick<ImportView, 'state' | 'dryRun' | 'allOrNothing' | 'rows'>;

/** What became of a file, in a sentence or two. */
export function resultWords({ state, dryRun, allOrNothing, rows }: Result): string[] {
  const { total, new: fresh, same, refused } = rows;
  const left = total - fresh - same - refused;
  const all = `Of ${counted(total, 'row')} ${fresh} ${dryRun ? 'would be' : 'were'} taken, ${same} ${same === 1 ? 'is' : 'are'} on record already, ${refused} ${refused === 1 ? 'is' : 'are'} refused.`;
  switch (state) {
    case 'done':
      return dryRun ? [all, 'Nothing has been written.'] : [all];
    case 'refused':
      return [
        `Nothing ${dryRun ? 'would be' : 'was'} taken: all or nothing was asked for, and rows are refused. Correct them and send the file again.`,
      ];
    case 'running':
      return [`${total - left} of ${counted(total, 'row')} are done.`];
    case 'cancelled':
      return dryRun || allOrNothing
        ? ['Cancelled: nothing was taken.']
        : [
            `${all} ${counted(left, 'row')} were not looked at: it was cancelled. Send the same file again, and it goes on there.`,
          ];
    case 'interrupted':
      return dryRun || allOrNothing
        ? ['The service stopped meanwhile: nothing was taken. Send the file again.']
        : [
            `${all} ${counted(left, 'row')} were not looked at: the service stopped meanwhile. Send the same file again, and it goes on there.`,
          ];
  }
}

export function resultTone({ state, rows }: Result): 'good' | 'warn' | 'bad' {
  if (state === 'refused') return 'bad';
  return state === 'done' && rows.refused === 0 ? 'good' : 'warn';
}
