import type { Finding, FindingSeverity } from '../../finding';
import { toldFindings } from './told-findings';

const found = (severity: FindingSeverity, message: string): Finding => ({
  code: 'S02',
  severity,
  message,
  sourceText: 'S02',
});

it.each`
  message                                                                         | told
  ${'84 days (2026-12-24 or later). Give the reason to go on.'}                   | ${'84 days (2026-12-24 or later).'}
  ${'Correct it, or give the reason for so much.'}                                | ${'Correct it.'}
  ${'Halve each, or give the reason.'}                                            | ${'Halve each.'}
  ${'lift the hold if its reason is gone, or give the reason for a session now.'} | ${'lift the hold if its reason is gone.'}
  ${'300 U Botox fit from 2026-11-15. Else give the reason for going on.'}        | ${'300 U Botox fit from 2026-11-15.'}
  ${'Severe weakness is possible: confirm that the risk was weighed up.'}         | ${'Severe weakness is possible.'}
  ${'wait for a lower INR, or confirm.'}                                          | ${'wait for a lower INR.'}
  ${'used until 2026-08-03. Confirm that it was given before.'}                   | ${'used until 2026-08-03.'}
  ${'judge the weakness to expect and note why.'}                                 | ${'judge the weakness to expect.'}
  ${'Correct the muscle, or record it in the course that it belongs to.'}         | ${'Correct the muscle, or record it in the course that it belongs to.'}
`('“$message” beside a stop: “$told”', ({ message, told }: { message: string; told: string }) => {
  const stop = found('stop', 'The patient died on 2026-08-01.');
  expect(toldFindings([stop, found('confirm', message)])).toEqual([stop, found('confirm', told)]);
  expect(toldFindings([found('note', message)])).toEqual([found('note', told)]);
  expect(toldFindings([found('confirm', message)])).toEqual([found('confirm', message)]);
});
