/**
 * Is this a GTIN of fourteen digits whose last one checks the others?
 *
 * From the right, before the check digit, digits count three times and once in turn; all add up to a multiple of ten (GS1
 * General Specifications, 7.9).
 */
export function isGtin(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0;
}
