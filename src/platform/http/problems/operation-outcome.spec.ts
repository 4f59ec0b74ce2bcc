import { operationOutcome } from './operation-outcome';
import { Problem, shapeProblem, type ProblemKind } from '../problem';

it.each`
  kind                 | code               | severity
  ${'malformed'}       | ${'invalid'}       | ${'error'}
  ${'unauthenticated'} | ${'login'}         | ${'error'}
  ${'forbidden'}       | ${'forbidden'}     | ${'error'}
  ${'not-found'}       | ${'not-found'}     | ${'error'}
  ${'not-acceptable'}  | ${'not-supported'} | ${'error'}
  ${'gone'}            | ${'deleted'}       | ${'error'}
  ${'too-many'}        | ${'throttled'}     | ${'error'}
  ${'internal'}        | ${'exception'}     | ${'fatal'}
  ${'unavailable'}     | ${'transient'}     | ${'fatal'}
`('$kind is $code', ({ kind, code, severity }: { kind: ProblemKind; code: string; severity: string }) => {
  expect(operationOutcome(new Problem(kind, 'Do this.'))).toMatchObject({
    resourceType: 'OperationOutcome',
    issue: [{ severity, code, diagnostics: 'Do this.' }],
  });
});

it('has an issue for each field that is wrong', () => {
  const fields = ['date', 'status'].map((name) => ({
    pointer: `/${name}`,
    code: 'x',
    message: `${name} is wrong`,
  }));
  expect(operationOutcome(shapeProblem(fields)).issue.map(({ diagnostics }) => diagnostics)).toEqual([
    'date is wrong',
    'status is wrong',
  ]);
});
