import { createInterface } from 'node:readline';
import { Writable, type Readable } from 'node:stream';

/** No password was given: the message is the one line that says so. */
export class NoPassword extends Error {}

interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/**
 * A new password: at a terminal asked twice and not shown, from a pipe its first line.
 *
 * @throws NoPassword when there is none or the two differ.
 */
export async function askPassword({ input, output }: Terminal): Promise<string> {
  if (!input.isTTY) return readLine(input);
  const lines = createInterface({ input, output: unseen(), terminal: true, historySize: 0 });
  const typed = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    output.write(question);
    const line = await typed.next();
    output.write('\n');
    if (line.done) throw new NoPassword('No password was given');
    return line.value;
  };
  try {
    const password = await ask('Password: ');
    if (password !== (await ask('The same password again: '))) {
      throw new NoPassword('The two passwords differ');
    }
    return password;
  } finally {
    lines.close();
  }
}

async function readLine(input: Readable): Promise<string> {
  const lines = createInterface({ input, crlfDelay: Infinity });
  try {
    for await (const line of lines) return line;
    throw new NoPassword('No password was given on the standard input');
  } finally {
    lines.close();
  }
}

/** Where the line editor echoes to. */
function unseen(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
