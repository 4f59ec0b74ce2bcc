import { QueryFailedError } from 'typeorm';
import { databaseProblem, isDatabaseError } from './database-problem';
import { CommitUnknown, markUnwritten, NoAnswer } from './outcome';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });
const said = (message: string): Error => new Error(message);
const named = (name: string): Error => Object.assign(new Error('x'), { name });
const DOWN = 'The database cannot be reached. Try again in a moment.';

it.each`
  thrown                                                              | seconds | detail
  ${coded('ECONNREFUSED')}                                            | ${5}    | ${DOWN}
  ${coded('ECONNRESET')}                                              | ${5}    | ${DOWN}
  ${coded('EHOSTUNREACH')}                                            | ${5}    | ${DOWN}
  ${coded('EAI_AGAIN')}                                               | ${5}    | ${DOWN}
  ${coded('57P01')}                                                   | ${5}    | ${DOWN}
  ${coded('57P03')}                                                   | ${5}    | ${DOWN}
  ${coded('08006')}                                                   | ${5}    | ${DOWN}
  ${coded('53300')}                                                   | ${5}    | ${DOWN}
  ${coded('58030')}                                                   | ${5}    | ${DOWN}
  ${coded('25P03')}                                                   | ${5}    | ${DOWN}
  ${coded('3D000')}                                                   | ${5}    | ${DOWN}
  ${coded('28P01')}                                                   | ${5}    | ${DOWN}
  ${said('Connection terminated')}                                    | ${5}    | ${DOWN}
  ${said('Connection terminated unexpectedly')}                       | ${5}    | ${DOWN}
  ${said('Connection terminated due to connection timeout')}          | ${5}    | ${DOWN}
  ${said('timeout exceeded when trying to connect')}                  | ${5}    | ${DOWN}
  ${said('timeout expired')}                                          | ${5}    | ${DOWN}
  ${said('Client was closed and is not queryable')}                   | ${5}    | ${DOWN}
  ${said('Client has encountered a connection error and is not qu…')} | ${5}    | ${DOWN}
  ${said('Cannot use a pool after calling end on the pool')}          | ${5}    | ${DOWN}
  ${said('Query read timeout')}                                       | ${5}    | ${DOWN}
  ${named('QueryRunnerAlreadyReleasedError')}                         | ${5}    | ${DOWN}
  ${named('QueryRunnerProviderAlreadyReleasedError')}                 | ${5}    | ${DOWN}
  ${new NoAnswer()}                                                   | ${5}    | ${DOWN}
  ${coded('25006')}                                                   | ${5}    | ${expect.stringMatching(/^The database takes no writes at the moment/)}
  ${coded('53100')}                                                   | ${30}   | ${'The disk of the database is full. Tell the administrator, and send it again once there is room.'}
  ${coded('55P03')}                                                   | ${1}    | ${'Somebody else was writing at the same moment. Send it again.'}
  ${coded('57014')}                                                   | ${5}    | ${'This took too long and was given up. Ask for less at once.'}
  ${new CommitUnknown()}                                              | ${2}    | ${expect.stringMatching(/^It is not known whether this was written\. Send the same request again with the same id/)}
`('$thrown is a 503: $detail', ({ thrown, seconds, detail }) => {
  for (const error of [thrown as Error, new QueryFailedError('commit', [], thrown as Error)]) {
    expect(isDatabaseError(error)).toBe(true);
    const problem = databaseProblem(error);
    expect([problem.status, problem.detail, problem.more.retryAfterSeconds]).toEqual([503, detail, seconds]);
  }
});

it.each`
  thrown                     | detail
  ${coded('57P01')}          | ${'The database cannot be reached. Nothing was written: try again in a moment.'}
  ${coded('53100')}          | ${'The disk of the database is full. Nothing was written: tell the administrator, and send it again once there is room.'}
  ${new CommitUnknown()}     | ${expect.stringMatching(/^It is not known whether this was written/)}
  ${named('ReferenceError')} | ${'The service failed. Nothing was written. Tell the administrator when this happened.'}
`('of $thrown in a transaction: $detail', ({ thrown, detail }) => {
  markUnwritten(thrown);
  expect(databaseProblem(thrown).detail).toEqual(detail);
});

it.each`
  thrown                     | why
  ${new Error('x')}          | ${'a fault of ours'}
  ${coded('ENOENT')}         | ${'a file that is missing'}
  ${named('ReferenceError')} | ${'a wrong name'}
  ${'text'}                  | ${'what is no error'}
  ${undefined}               | ${'nothing'}
`('$why does not come from the database, and claims nothing', ({ thrown }: { thrown: unknown }) => {
  expect(isDatabaseError(thrown)).toBe(false);
  expect(databaseProblem(thrown).detail).toBe(
    'The service failed. If this was a write, look whether it is there before you send it again. Tell the administrator when this happened.',
  );
});
