/**
 * Cuts a stream of bytes into lines, without holding more than one line. Ends at a line feed, with or without a carriage
 * return before it; a byte order mark at the start is dropped. `node:readline` would also cut at U+2028, which may stand
 * inside a JSON text.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const parts = text.split('\n');
    rest += parts.shift() ?? '';
    for (const part of parts) {
      yield withoutReturn(rest);
      rest = part;
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
