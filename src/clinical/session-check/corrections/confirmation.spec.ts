import type { Finding, FindingCode, FindingSeverity } from '../../finding';
import type { AnsweredFinding } from './confirmation';
import { confirmFindings } from './confirmation';

const confirmed = [{ code: 'S02', reason: 'Early on purpose' }] as const;

it.each`
  findings                      | stops    | open     | kept                                              | why
  ${''}                         | ${''}    | ${''}    | ${''}                                             | ${'nothing speaks against it'}
  ${'S02 confirm'}              | ${''}    | ${''}    | ${'S02: Early on purpose'}                        | ${'confirmed'}
  ${'S09 confirm'}              | ${''}    | ${'S09'} | ${'S09'}                                          | ${'not confirmed'}
  ${'S02 confirm, S09 confirm'} | ${''}    | ${'S09'} | ${'S02: Early on purpose, S09'}                   | ${'one of two'}
  ${'S02 confirm, S02 confirm'} | ${''}    | ${''}    | ${'S02: Early on purpose, S02: Early on purpose'} | ${'one reason for a code said twice'}
  ${'S02 note'}                 | ${''}    | ${''}    | ${'S02'}                                          | ${'a note asks for no reason: none is kept'}
  ${'S09 note'}                 | ${''}    | ${''}    | ${'S09'}                                          | ${'a note is never open'}
  ${'S02 stop'}                 | ${'S02'} | ${''}    | ${'S02'}                                          | ${'a stop cannot be confirmed'}
  ${'S03 stop, S09 confirm'}    | ${'S03'} | ${'S09'} | ${'S03, S09'}                                     | ${'both are told'}
`('$findings → stops $stops, open $open, kept $kept: $why', ({ findings, stops, open, kept }) => {
  const outcome = confirmFindings(findingsOf(findings), confirmed);
  expect(codes(outcome.stops)).toBe(stops);
  expect(codes(outcome.open)).toBe(open);
  expect(codes(outcome.answered)).toBe(kept);
});

it.each`
  sent                                             | kept                       | why
  ${[]}                                            | ${'S02: Early'}            | ${'nothing sent: the reason on record is kept, and not asked for again'}
  ${[{ code: 'S09', reason: 'Examined' }]}         | ${'S02: Early'}            | ${'a reason for another finding changes nothing'}
  ${[{ code: 'S02', reason: 'Agreed with them' }]} | ${'S02: Agreed with them'} | ${'another reason takes its place'}
`('$why', ({ sent, kept }) => {
  const [early] = findingsOf('S02 confirm') as [Finding];
  const outcome = confirmFindings([{ ...early, reason: 'Early' }], sent);
  expect([codes(outcome.open), codes(outcome.answered)]).toEqual(['', kept]);
});

function findingsOf(words: string): Finding[] {
  return words
    .split(', ')
    .filter((word) => word !== '')
    .map((word) => {
      const [code, severity] = word.split(' ') as [FindingCode, FindingSeverity];
      return { code, severity, message: 'Said', sourceText: 'Read' };
    });
}

function codes(findings: readonly AnsweredFinding[]): string {
  return findings.map(({ code, reason }) => (reason ? `${code}: ${reason}` : code)).join(', ');
}
