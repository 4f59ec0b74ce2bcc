const PLAIN = /^\d*(?:[.,]\d+)?$/;
/** `1,234` and `1.234`: a thousand and more to one, one and a bit to another. */
const TWO_WAYS = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** Thousands apart by one mark throughout, decimals behind another: `1,234.5`, `1.234,5`, `1 234,5`, `1,234,567`. */
const GROUPED = /^\d{1,3}([., ])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;

/**
 * A number as somebody typed it, with a decimal point or a comma, thousands apart or not. Nothing for what is no number,
 * and for what is one number to an American and another to a German: whoever typed it is asked to write it otherwise.
 */
export function readNumber(typed: string): number | undefined {
  const [, minus = '', text = ''] = /^([-−]?)(.*)$/.exec(typed.trim().replaceAll(/\s/g, ' ')) ?? [];
  if (text === '' || TWO_WAYS.test(text)) return undefined;
  if (PLAIN.test(text)) return signed(minus, text.replace(',', '.'));
  const [, mark] = GROUPED.exec(text) ?? [];
  return mark === undefined ? undefined : signed(minus, text.replaceAll(mark, '').replace(',', '.'));
}

/** A number as it stands in a field, so that it is read as the same one: `1.125` is written `1.1250`. */
export function numberText(number: number): string {
  const text = String(number);
  return TWO_WAYS.test(text.replace('-', '')) ? `${text}0` : text;
}

function signed(minus: string, digits: string): number {
  return minus === '' ? Number(digits) : -Number(digits);
}
