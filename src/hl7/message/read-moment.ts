import { isPlainDate, type PlainDate } from '../../clinical/calendar';
import { momentAt } from '../../clinical/schedule/wall-clock';
import { Refusal } from './refusal';

const TIME = /^(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})?(?:(\d{2})(?:\.\d{1,4})?)?)?([+-]\d{4})?$/;

/**
 * The day of a date or time of HL7 (`YYYY[MM[DD[HH[MM[SS[.S]]]]]][+ZZZZ]`), as it is written, whatever its zone. A year or a
 * month alone is no day.
 *
 * @throws Refusal for a day that does not exist.
 */
export function dayOf(text: string, place: string): PlainDate | undefined {
  const parts = TIME.exec(text);
  if (!parts) throw wrong(text, place);
  const [, year, month, day] = parts;
  if (month === undefined || day === undefined) return undefined;
  const found = `${year}-${month}-${day}`;
  if (!isPlainDate(found)) throw wrong(text, place);
  return found;
}

/**
 * The moment of a time of HL7, which names at least its day. One without an offset is meant by the clinic's clock; one
 * without an hour is the day's begin.
 *
 * @throws Refusal for a time that does not exist.
 */
export function momentOf(text: string, zone: string, place: string): Date {
  const day = dayOf(text, place);
  const [, , , , hour = '00', minute = '00', second = '00', offset] = TIME.exec(text)!;
  if (day === undefined || hour > '23' || minute > '59' || second > '59') throw wrong(text, place);
  const wall = `${day}T${hour}:${minute}`;
  const moment = offset
    ? new Date(`${wall}:00${offset.slice(0, 3)}:${offset.slice(3)}`)
    : momentAt(wall, zone);
  if (!moment || Number.isNaN(moment.getTime())) throw wrong(text, place);
  return new Date(moment.getTime() + Number(second) * 1000);
}

function wrong(text: string, place: string): Refusal {
  return new Refusal(
    102,
    `“${text.slice(0, 40)}” is no time that exists: write YYYYMMDD, or YYYYMMDDHHMMSS and the offset such as -0500`,
    place,
  );
}
