import { readMerge } from './read-merge';
import { parseMessage } from './read-message';
import { Refusal } from './refusal';

const HEADER = 'MSH|^~\\&|HIS|GEN|||20261127||ADT^A40|1|P|2.5';

it.each`
  segments                                              | read           | why
  ${['PID|1||B^^^GEN^MR', 'MRG|A^^^GEN^MR']}            | ${'A into B'}  | ${'two numbers'}
  ${['PID|1||9^^^X^SS~B^^^GEN^MR', 'MRG|A']}            | ${'A into B'}  | ${'the record number among others'}
  ${['PID|1||B^^^GEN^MR']}                              | ${'100 MRG'}   | ${'cut off before the one that is given up'}
  ${['MRG|A^^^GEN^MR']}                                 | ${'100 PID'}   | ${'nobody goes on'}
  ${['PID|1||B^^^GEN^MR', 'MRG|']}                      | ${'101 MRG-1'} | ${'nobody is given up'}
  ${['PID|1||B^^^GEN^MR', 'MRG|A^^^GEN^MR~C^^^GEN^MR']} | ${'102 MRG-1'} | ${'two are given up'}
  ${['PID|1||B^^^GEN^MR', 'MRG|B^^^GEN^MR']}            | ${'102 MRG-1'} | ${'one and the same'}
`('$why', ({ segments, read }: { segments: string[]; read: string }) => {
  expect(tried([HEADER, ...segments].join('\r'))).toBe(read);
});

function tried(text: string): string {
  try {
    const { mrn, priorMrn } = readMerge(parseMessage(text));
    return `${priorMrn} into ${mrn}`;
  } catch (error) {
    if (error instanceof Refusal) return `${error.number} ${error.place}`;
    throw error;
  }
}
