import type { Finding } from '../../finding';
import { sourceText, type SessionRuleValues } from '../../session-rules/session-rule';
import type { SessionContext } from '../proposed-session';

/**
 * Is it known that this patient is no child, for whom every product has other limits or no label?
 *
 * Without a birth date the session is held against what holds in adults; somebody has to say so, once: who was an adult
 * at an earlier session still is.
 */
export function unknownAgeFindings(
  { birthDate, saidAdult }: Pick<SessionContext, 'birthDate' | 'saidAdult'>,
  rules: SessionRuleValues,
): readonly Finding[] {
  if (birthDate !== null || saidAdult) return [];
  const adult = rules['S10.adult'];
  return [
    {
      code: 'age-unknown',
      severity: 'confirm',
      message:
        `The birth date is not known: dose, interval and label are held against those of adults, and under ${adult} years others hold. ` +
        `Record the birth date, of a child at least an estimated one, or confirm that the patient is ${adult} or older and say how you know.`,
      sourceText: sourceText('S10.adult'),
    },
  ];
}
