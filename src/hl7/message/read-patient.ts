import type { Hl7Message } from '@medplum/core';
import { isEmail } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import type { Sex } from '../../records/patients/patient.entity';
import { repetitionsOf, said, type Repetition } from './fields';
import { dayOf } from './read-moment';
import { Refusal } from './refusal';

/** What a message says about a patient; what it leaves out it says nothing about. */
export interface ToldFacts {
  familyName?: string;
  givenName?: string | null;
  birthDate?: PlainDate;
  sex?: Sex;
  phone?: string | null;
  email?: string | null;
  deceasedOn?: PlainDate | null;
}

export interface ToldPatient {
  readonly mrn: string;
  readonly facts: ToldFacts;
  /** It says that they died, and not when. */
  readonly diedSomeDay: boolean;
  /** What could not be read and is left out. */
  readonly notes: readonly string[];
}

/**
 * Whom does a message speak of, and what does it say about them? (PID)
 *
 * @throws Refusal without one record number, and for a day that does not exist.
 */
export function readPatient(message: Hl7Message): ToldPatient {
  if (!message.getSegment('PID'))
    throw new Refusal(
      100,
      'The message names no patient: a segment PID is missing. It may have been cut off',
      'PID',
    );
  const mrn = recordNumber(repetitionsOf(message, 'PID', 3));
  const notes: string[] = [];
  const name = legalName(repetitionsOf(message, 'PID', 5));
  const birth = said(message, 'PID', 7);
  const sex = said(message, 'PID', 8);
  const death = said(message, 'PID', 29);
  const died = said(message, 'PID', 30) === 'Y';
  const birthDate = birth ? dayOf(birth, 'PID-7') : undefined;
  if (birth && !birthDate) notes.push('PID-7 names no day: the birth date is left out');
  const deceasedOn = death ? dayOf(death, 'PID-29') : death === null ? null : undefined;
  const facts: ToldFacts = {
    familyName: name?.said(1) ?? undefined,
    givenName: name?.said(2),
    birthDate,
    sex: sex ? (SEX_OF[sex.toUpperCase()] ?? 'unknown') : undefined,
    ...reachedAt(message, notes),
    deceasedOn,
  };
  return { mrn, facts: withoutUnsaid(facts), diedSomeDay: (died || Boolean(death)) && !deceasedOn, notes };
}

/** HL7 table 0001. */
const SEX_OF: Readonly<Record<string, Sex>> = Object.assign(Object.create(null), {
  F: 'female',
  M: 'male',
  O: 'other',
  A: 'other',
  U: 'unknown',
  N: 'unknown',
});

/**
 * The record number among the identifiers of a patient: the one of type MR, else the only one that there is.
 *
 * @throws Refusal where it cannot be told.
 */
export function recordNumber(identifiers: readonly Repetition[], place = 'PID-3'): string {
  const named = identifiers.filter((identifier) => identifier.said(1));
  const records = named.filter((identifier) => identifier.said(5)?.toUpperCase() === 'MR');
  const numbers = new Set((records.length > 0 ? records : named).map((identifier) => identifier.said(1)!));
  const [number, ...more] = numbers;
  if (number === undefined) throw new Refusal(101, `${place} holds no record number`, place);
  if (more.length > 0)
    throw new Refusal(
      102,
      `${place} holds ${numbers.size} numbers: mark the record number with the type MR in its fifth component`,
      place,
    );
  return number;
}

/** The legal name, else the first. */
function legalName(names: readonly Repetition[]): Repetition | undefined {
  return names.find((name) => name.said(7) === 'L') ?? names[0];
}

function reachedAt(message: Hl7Message, notes: string[]): Pick<ToldFacts, 'phone' | 'email'> {
  const all = [...repetitionsOf(message, 'PID', 13), ...repetitionsOf(message, 'PID', 14)];
  const emails = all.flatMap((field) => [field.said(4), field.said(1)].filter((text) => text?.includes('@')));
  const email = emails.find((text) => isEmail(text) && text!.length <= 254);
  if (emails.length > 0 && !email) notes.push('PID-13 names no e-mail address that exists: it is left out');
  const numbers = all
    .filter((field) => !NO_TELEPHONE.has(field.said(3)?.toUpperCase() ?? ''))
    .flatMap((field) => written(field) ?? []);
  const phone = numbers.map(dialled).find((number) => number !== undefined);
  if (numbers.length > 0 && !phone)
    notes.push('PID-13 holds no telephone number that can be dialled: it is left out');
  return { phone: phone ?? (all[0]?.said(1) === null ? null : undefined), email: email ?? undefined };
}

/** HL7 table 0202: fax, beeper, and what is no telephone. */
const NO_TELEPHONE = new Set(['FX', 'BP', 'INTERNET', 'X.400', 'MD']);

/** The number as one text, else put together from its parts. */
function written(number: Repetition): string | undefined {
  const whole = number.said(1) ?? number.said(12);
  if (whole?.includes('@')) return undefined;
  if (whole) return whole;
  const [country, area, local, extension] = [5, 6, 7, 8].map((component) => number.said(component));
  if (!local) return undefined;
  const parts = [country && `+${country.replace(/^\+/, '')}`, area, local, extension && `x${extension}`];
  return parts.filter(Boolean).join(' ');
}

/** As much of a number as can be dialled: old messages write words behind it. */
function dialled(text: string): string | undefined {
  const [number = ''] = /^[+()\d\s./x-]*/.exec(text.toLowerCase())!;
  const kept = number.replace(/[\s./x-]+$/, '').trim();
  return kept.replaceAll(/\D/g, '').length >= 3 && kept.length <= 40 ? kept : undefined;
}

function withoutUnsaid(facts: ToldFacts): ToldFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
