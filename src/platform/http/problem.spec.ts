import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { Problem } from './problem';
import { toProblem } from './problems/problem.filter';

const unreachable = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

it.each`
  thrown                                                   | kind             | why
  ${new Error('x')}                                        | ${'internal'}    | ${'what nobody expected'}
  ${'x'}                                                   | ${'internal'}    | ${'what is no error'}
  ${new HttpException('x', 404)}                           | ${'not-found'}   | ${'a refusal of the framework'}
  ${Object.assign(new Error('x'), { statusCode: 413 })}    | ${'too-large'}   | ${'one of the server'}
  ${unreachable}                                           | ${'unavailable'} | ${'no database'}
  ${new QueryFailedError('select 1', [], new Error('no'))} | ${'internal'}    | ${'a statement that failed'}
`(
  '$why is answered as $kind and kept as its cause',
  ({ thrown, kind }: { thrown: unknown; kind: string }) => {
    const problem = toProblem(thrown);
    expect(problem.kind).toBe(kind);
    expect(problem.cause).toBe(thrown);
    expect(JSON.stringify(problem.toBody('/x'))).not.toContain('cause');
  },
);

it('answers a problem as it is', () => {
  const problem = new Problem('not-found', 'No such course');
  expect(toProblem(problem)).toBe(problem);
  expect('cause' in problem).toBe(false);
});
