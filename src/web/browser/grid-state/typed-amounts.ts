import { isHundredths } from '../../../clinical/numbers';
import { readNumber } from '../../shared/typed-number';

/** Above zero, in hundredths: units and millilitres. */
export function isAmount(text: string): boolean {
  const number = readNumber(text);
  return number !== undefined && number > 0 && isHundredths(number);
}

/** What may be left empty, and may be zero. */
export function isAmountOrNone(text: string): boolean {
  return text.trim() === '' || readNumber(text) === 0 || isAmount(text);
}

/** A number of sites. */
export function isCount(text: string): boolean {
  const number = readNumber(text);
  return number !== undefined && Number.isInteger(number) && number >= 1 && number <= MOST_SITES;
}

const MOST_SITES = 999;
