import { checkHeading, headingOf, parseMessage } from './read-message';
import { Refusal } from './refusal';

it.each`
  text                                                                                                              | read                    | why
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT^A01^ADT_A01|C1|P|2.5.1\r'}                                                   | ${'HIS|GEN C1 ADT^A01'} | ${'a message'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT^A08|C1|P|2.3\r\n'}                                                           | ${'HIS|GEN C1 ADT^A08'} | ${'lines that end as on Windows'}
  ${'MSH|^~\\&#|HIS|GEN|||20261127||ADT^A28|C1|P|2.7\n'}                                                            | ${'HIS|GEN C1 ADT^A28'} | ${'a fifth separator'}
  ${'MSH!^~\\&!HIS!GEN!!!20261127!!ADT^A31!C1!P!2.1'}                                                               | ${'HIS|GEN C1 ADT^A31'} | ${'other separators'}
  ${'MSH|^~\\&|HIS^1.2^ISO||||20261127||ADT^A04|C1|P^T|2.9^DEU'}                                                    | ${'HIS| C1 ADT^A04'}    | ${'components behind'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT^A01||P|2.5'}                                                                 | ${'101 MSH-10'}         | ${'no control id'}
  ${`MSH|^~\\&|HIS|GEN|||20261127||ADT^A01|${'1'.repeat(200)}|P|2.5`}                                               | ${'102 MSH-10'}         | ${'a control id without end'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT^A01|C1|P|3.0'}                                                               | ${'203 MSH-12'}         | ${'version 3'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT^A01|C1|P|'}                                                                  | ${'203 MSH-12'}         | ${'no version'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT^A01|C1'}                                                                     | ${'203 MSH-12'}         | ${'cut off in the header'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT^A01|C1|T|2.5'}                                                               | ${'202 MSH-11'}         | ${'training'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT^A03|C1|P|2.5'}                                                               | ${'201 MSH-9'}          | ${'a discharge is nothing to us'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ORU^R01|C1|P|2.5'}                                                               | ${'200 MSH-9'}          | ${'a result'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT|C1|P|2.5'}                                                                   | ${'200 MSH-9'}          | ${'no trigger'}
  ${'MSH|^~\\&|HIS|GEN|||20261127|||C1|P|2.5'}                                                                      | ${'200 MSH-9'}          | ${'no type'}
  ${'MSH|^~\\&|HIS|GEN|||20261127||ADT^A01|C1|P|2.5\rPID|1\rMSH|^~\\&|HIS|GEN|||20261127||ADT^A01|C2|P|2.5\rPID|1'} | ${'100 MSH-1'}          | ${'two in one frame'}
  ${'MSH'}                                                                                                          | ${'100 MSH-1'}          | ${'three letters'}
  ${'MSH|'}                                                                                                         | ${'100 MSH-1'}          | ${'no separators'}
  ${'MSHA^~\\&AHIS'}                                                                                                | ${'100 MSH-1'}          | ${'a letter separates nothing'}
  ${'PID|1||MR-1'}                                                                                                  | ${'100 MSH-1'}          | ${'no header'}
  ${'GET / HTTP/1.1'}                                                                                               | ${'100 MSH-1'}          | ${'another language'}
  ${''}                                                                                                             | ${'100 MSH-1'}          | ${'nothing'}
`('$why', ({ text, read }: { text: string; read: string }) => {
  expect(tried(text)).toBe(read);
});

function tried(text: string): string {
  try {
    const message = parseMessage(text);
    const heading = headingOf(message);
    checkHeading(message, heading);
    return `${heading.sender} ${heading.controlId} ${heading.type}`;
  } catch (error) {
    if (error instanceof Refusal) return `${error.number} ${error.place}`;
    throw error;
  }
}
