import type { PlainDate } from '../calendar';
import { dayIn } from '../calendar';
import { unitsText } from '../doses/dose-cap';
import type { Finding } from '../finding';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import type { ProposedSession, ProposedSessionOf, ProposedVial } from './proposed-session';
import { ofSession, sessionUnits } from './proposed-session';
import { sessionRule, sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import type { ToxinProduct } from '../units';
import { totalUnits } from '../units';

type Vial = Pick<ProposedVial<ToxinProduct>, 'lotNumber' | 'expiresOn' | 'openedAt' | 'reconstitutedAt'>;

const HOUR_MS = 3_600_000;

/**
 * Are the vials fit for use, and is their content accounted for (S11, S12)?
 *
 * Judged only from what was recorded. That a vial was not used for another patient is known to the inventory alone.
 *
 * @param zone the clinic's IANA zone: a session has a day, so a vial's hours are held against that day.
 */
export function vialFindings(
  session: ProposedSession,
  rules: SessionRuleValues,
  zone = 'UTC',
): readonly Finding[] {
  const vials: readonly Vial[] = session.vials ?? [];
  return [
    ...vials.flatMap((vial, index) => [
      ...expired(vial, index, session.performedOn),
      ...openedLater({ vial, index, performedOn: session.performedOn, zone }),
      ...inUseTooLong({ vial, index, session, rules, zone }),
    ]),
    ...ofSession(session, balance),
  ];
}

/** The printed day is the last day of use. */
function expired(vial: Vial, index: number, performedOn: PlainDate): readonly Finding[] {
  if (performedOn <= vial.expiresOn) return [];
  return [
    {
      code: 'S11',
      severity: 'stop',
      message: `Lot ${vial.lotNumber} expired on ${vial.expiresOn}. Use another vial.`,
      pointer: `/vials/${index}/expiresOn`,
      sourceText: 'A vial is used up to its printed expiry (V:BOT-STO)',
    },
  ];
}

/** Nothing is given of a vial that is still closed; one made up later is told by its hours. */
function openedLater({
  vial: { openedAt, reconstitutedAt, lotNumber },
  index,
  performedOn,
  zone,
}: {
  readonly vial: Vial;
  readonly index: number;
  readonly performedOn: PlainDate;
  readonly zone: string;
}): readonly Finding[] {
  const opened = Date.parse(openedAt ?? '');
  if (Number.isNaN(opened) || reconstitutedAt) return [];
  const openedOn = dayIn(zone, new Date(opened));
  if (openedOn <= performedOn) return [];
  return [
    {
      code: 'S11',
      severity: 'stop',
      message: `Lot ${lotNumber} was opened on ${openedOn}, after the session. Correct the time.`,
      pointer: `/vials/${index}/openedAt`,
      sourceText: 'A session is given from open vials (P)',
    },
  ];
}

/**
 * The hours surely ran out when they ended before the day of the session began. When they ended during that day, only
 * a person can tell, unless the vial was reconstituted on that same day: then it is a reminder.
 */
function inUseTooLong({
  vial,
  index,
  session: { product, performedOn },
  rules,
  zone,
}: {
  readonly vial: Vial;
  readonly index: number;
  readonly session: ProposedSession;
  readonly rules: SessionRuleValues;
  readonly zone: string;
}): readonly Finding[] {
  const made = Date.parse(vial.reconstitutedAt ?? '');
  if (Number.isNaN(made)) return [];
  const ruleId = PRODUCT_ROWS[product].hoursInUse;
  const hours = rules[ruleId];
  const madeOn = dayIn(zone, new Date(made));
  const end = new Date(made + hours * HOUR_MS);
  const at = { pointer: `/vials/${index}/reconstitutedAt`, sourceText: sourceText(ruleId) };
  const lot = `Lot ${vial.lotNumber} (${PRODUCTS[product].brand})`;
  if (madeOn > performedOn) {
    return [
      {
        code: 'S11',
        severity: 'stop',
        message: `${lot} was reconstituted on ${madeOn}, after the session. Correct the time.`,
        ...at,
      },
    ];
  }
  const until = `${lot} was usable for ${hours} hours, until ${clockIn(zone, end)} on ${dayIn(zone, end)}`;
  if (dayIn(zone, end) < performedOn) {
    const severity = sessionRule(ruleId).tag === 'V' ? 'stop' : 'confirm';
    return [{ code: 'S11', severity, message: `${until}. Use a fresh vial, or correct the time.`, ...at }];
  }
  if (dayIn(zone, end) > performedOn) return [];
  const severity = madeOn < performedOn ? 'confirm' : 'note';
  return [{ code: 'S11', severity, message: `${until}. Confirm that it was given before.`, ...at }];
}

/** Given and discarded together are the content of the vials, once the discarded units of every vial are recorded. */
function balance<P extends ToxinProduct>(session: ProposedSessionOf<P>): readonly Finding[] {
  const { product, vials = [] } = session;
  if (vials.length === 0) return [];
  const source = {
    code: 'S12',
    pointer: '/vials',
    sourceText: 'Given and discarded units are the content of the vials (V:JZ3)',
  } as const;
  const given = sessionUnits(session);
  const content = totalUnits(vials.map(({ vialUnits }) => vialUnits));
  const discards = vials.flatMap(({ unitsDiscarded }) => unitsDiscarded ?? []);
  if (discards.length < vials.length) {
    if (given <= content) return [];
    const message = `${unitsText(product, given)} given from vials of ${unitsText(product, content)}. A vial is missing from the record.`;
    return [{ ...source, severity: 'note', message }];
  }
  const discarded = totalUnits(discards);
  const accounted = totalUnits([given, discarded]);
  if (accounted === content) return [];
  const message = `Given ${unitsText(product, given)} and discarded ${unitsText(product, discarded)} make ${unitsText(product, accounted)}; the vials hold ${unitsText(product, content)}. Correct the units given, discarded or drawn.`;
  return [{ ...source, severity: 'stop', message }];
}

function clockIn(zone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    moment,
  );
}
