import { unitsText } from './dose-cap';
import { isFirstTypeB } from './dose-limits';
import type { Finding } from '../finding';
import { dayUnits } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { RuleValues } from '../rules';
import { sourceText } from '../rules';

/**
 * Is this too much for a first session of Myobloc in cervical dystonia (S07)?
 *
 * 2,500 U and more ask for a patient known to have tolerated botulinum toxin; the dose of the product before says
 * nothing. More than 5,000 U is a limit of `doseCaps`.
 */
export function startDoseFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  if (session.product !== 'rima' || context.indication !== 'cervical_dystonia') return [];
  const least = rules['S07.rima.first.untried'];
  const units = dayUnits(session, context);
  if (!isFirstTypeB(session, context) || context.priorToxinTolerance || units < least) return [];
  return [
    {
      code: 'S07',
      severity: 'confirm',
      message: `${unitsText('rima', units)} as a first dose, and no tolerated toxin is on record. Start below ${unitsText('rima', least)}, or confirm that toxin was tolerated before.`,
      pointer: '/injections',
      sourceText: sourceText('S07.rima.first.untried'),
    },
  ];
}
