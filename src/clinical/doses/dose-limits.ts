import { ageOn } from '../calendar';
import { childCumulativeCap, childDoseCaps } from './child-dose-limits';
import type { DoseCap } from './dose-cap';
import { heaviestWindow } from './dose-window';
import { isSpasticity } from '../catalogue/indications';
import { dayUnits, dosesOf, sameDayDoses, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, ProposedSessionOf, SessionContext } from '../session-check/proposed-session';
import type { RuleValues } from '../rules';
import { isChild } from '../rules';
import type { ToxinProduct } from '../units';
import { totalUnits } from '../units';

/**
 * Every dose limit that this session is held against, reached or not (S03 to S08).
 *
 * Botox is summed over all courses in a window of days; Dysport, Xeomin and Daxxify are limited per session, and two
 * sessions of one day are one. Each limit is in its own product's units and sums that product alone.
 */
export function doseCaps(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly DoseCap[] {
  if (session.product === 'rima') return firstTypeBCap(session, context, rules);
  if (session.product === 'daxi') return [daxiCap(session, context, rules)];
  if (isChild(ageOn(context.birthDate, session.performedOn), rules))
    return childDoseCaps(session, context, rules);
  switch (session.product) {
    case 'ona':
      return [adultCumulativeCap(session, context, rules)];
    case 'abo':
      return aboCaps(session, context, rules);
    case 'inco':
      return [incoCap(session, context, rules)];
  }
}

/** The limit of the cumulative window, for the product that has one. */
export function cumulativeCap(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): DoseCap | undefined {
  if (session.product !== 'ona') return undefined;
  const child = isChild(ageOn(context.birthDate, session.performedOn), rules);
  return child ? childCumulativeCap(session, context, rules) : adultCumulativeCap(session, context, rules);
}

/** The most units of the session's product in any cumulative window that holds it, over all courses. */
export function unitsInWindow<P extends ToxinProduct>(
  session: ProposedSessionOf<P>,
  context: SessionContext,
  windowDays: number,
) {
  const own = { performedOn: session.performedOn, units: sessionUnits(session) };
  const others = dosesOf(session.product, context).map(({ performedOn, dose }) => ({
    performedOn,
    units: dose.units,
  }));
  return heaviestWindow(own, others, windowDays);
}

/** Is this the patient's first day of Myobloc, as far as the record goes? */
export function isFirstTypeB(session: ProposedSession, context: SessionContext): boolean {
  if (session.product !== 'rima') return false;
  return dosesOf('rima', context).every(({ performedOn }) => performedOn >= session.performedOn);
}

function adultCumulativeCap(
  session: ProposedSessionOf<'ona'>,
  context: SessionContext,
  rules: RuleValues,
): DoseCap {
  const windowDays = rules['S03.window'];
  const { units, fromOn, toOn } = unitsInWindow(session, context, windowDays);
  return {
    code: 'S03',
    ruleId: 'S03.ona.adult.cap',
    product: 'ona',
    units,
    capUnits: rules['S03.ona.adult.cap'],
    scope: `within ${windowDays} days (${fromOn} to ${toOn}), all indications together`,
    severity: 'confirm',
  };
}

function aboCaps(
  session: ProposedSessionOf<'abo'>,
  context: SessionContext,
  rules: RuleValues,
): readonly DoseCap[] {
  const sameDay = sameDayDoses(session, context);
  const indications = [context.indication, ...sameDay.map(({ indication }) => indication)];
  const whole: DoseCap = {
    code: 'S05',
    ruleId: 'S05.abo.adult.cap',
    product: 'abo',
    units: dayUnits(session, context),
    capUnits: rules['S05.abo.adult.cap'],
    scope: 'in this session, all regions together',
    // The label gives this limit for spasticity; elsewhere it is borrowed, so it asks.
    severity: indications.some(isSpasticity) ? 'stop' : 'confirm',
  };
  if (context.indication !== 'cervical_dystonia') return [whole];
  const neck = sameDay
    .filter(({ indication }) => indication === 'cervical_dystonia')
    .map(({ dose }) => dose.units);
  return [
    {
      ...whole,
      ruleId: 'S05.abo.cervical_dystonia.cap',
      units: totalUnits([sessionUnits(session), ...neck]),
      capUnits: rules['S05.abo.cervical_dystonia.cap'],
      scope: 'for cervical dystonia in this session',
      severity: 'stop',
    },
    ...(sameDay.length > neck.length ? [whole] : []),
  ];
}

function incoCap(session: ProposedSessionOf<'inco'>, context: SessionContext, rules: RuleValues): DoseCap {
  return {
    code: 'S06',
    ruleId: 'S06.inco.cap',
    product: 'inco',
    units: dayUnits(session, context),
    capUnits: rules['S06.inco.cap'],
    scope: 'in this session',
    severity: 'stop',
  };
}

function firstTypeBCap(
  session: ProposedSessionOf<'rima'>,
  context: SessionContext,
  rules: RuleValues,
): readonly DoseCap[] {
  if (context.indication !== 'cervical_dystonia' || !isFirstTypeB(session, context)) return [];
  return [
    {
      code: 'S07',
      ruleId: 'S07.rima.first.cap',
      product: 'rima',
      units: dayUnits(session, context),
      capUnits: rules['S07.rima.first.cap'],
      scope: 'in a first session of type B',
      severity: 'confirm',
    },
  ];
}

function daxiCap(session: ProposedSessionOf<'daxi'>, context: SessionContext, rules: RuleValues): DoseCap {
  return {
    code: 'S08',
    ruleId: 'S08.daxi.cap',
    product: 'daxi',
    units: dayUnits(session, context),
    capUnits: rules['S08.daxi.cap'],
    scope: 'in this session',
    severity: 'confirm',
  };
}
