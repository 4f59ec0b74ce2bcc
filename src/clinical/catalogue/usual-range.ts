/** Usual units of one product in one place or one session, and where that was read (`V:` key, `M` from memory, `P` proposed). */
export interface UsualRange {
  readonly text: string;
  readonly source: string;
  /** 0 where only an upper end is known. */
  readonly from: number;
  readonly to: number;
  readonly childPerKg?: { readonly from: number; readonly to: number };
}

/**
 * Reads `60-200; child 1.5-3 U/kg|V:BOT-PED`: a number, or two, then any words; the source follows the bar, `M` without
 * one. "up to 150" has no lower end.
 *
 * @throws RangeError when the text does not begin with such a number.
 */
export function usualRange(written: string): UsualRange {
  const [text, source = 'M'] = written.split('|') as [string, string?];
  const found = /^(up to |about )?([\d.]+)(?:-([\d.]+))?/.exec(text);
  if (!found) throw new RangeError(`Not a range: ${written}`);
  const [, word, low, high = low] = found;
  const child = /child ([\d.]+)-([\d.]+) U\/kg/.exec(text);
  return {
    text: text.replace(
      /[\d.][\d.-]*/,
      (units) => `${units.replaceAll(/\d{4,}/g, (many) => Number(many).toLocaleString('en-US'))} U`,
    ),
    source,
    from: word === 'up to ' ? 0 : Number(low),
    to: Number(high),
    ...(child && { childPerKg: { from: Number(child[1]), to: Number(child[2]) } }),
  };
}
