import { isPlainDate } from '../../../clinical/calendar';
import { dayText } from '../../../clinical/due/due-text';
import { saidDays, timeWords } from '../../shared/day-text';

/** What a clinic calls otherwise than the tables do. */
const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  api_token: 'token',
  app_user: 'user',
  clinic_setting: 'clinic settings',
  contact: 'call',
  external_dose: 'toxin given elsewhere',
  hl7_message: 'HL7 message',
  injection_session: 'session',
  prior_authorization: 'authorization',
};

/** What was touched, in words: `injection_session` is a session, `saved_view` a saved view. */
export function subjectWords(subject: string): string {
  return SUBJECT_WORDS[subject] ?? subject.replaceAll(/[_-]/g, ' ');
}

const SUBJECTS = new Map(
  Object.entries(SUBJECT_WORDS).map(([subject, words]) => [words.toLowerCase(), subject]),
);

/** The other way: what somebody means who writes it as the trail does, or by its own name. None where it can be no name. */
export function subjectMeant(typed: string): string | undefined {
  const words = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const subject = SUBJECTS.get(words) ?? words.replaceAll(' ', '_');
  return /^[a-z][a-z0-9_-]{0,62}$/.test(subject) ? subject : undefined;
}

/** The name of a field, of a table (`created_at`) or of a request (`sessionId`), in words. */
export function fieldWords(field: string): string {
  return field.replaceAll('_', ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value of an entry: days and moments as everywhere on the screens, nothing as a dash. */
export function valueWords(value: unknown, zone: string): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value !== 'string') return saidDays(JSON.stringify(value));
  if (isPlainDate(value)) return dayText(value);
  return MOMENT.test(value) && !Number.isNaN(Date.parse(value)) ? timeWords(new Date(value), zone) : value;
}
