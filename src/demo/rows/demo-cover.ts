import { addDays, type PlainDate } from '../../clinical/calendar';
import type { ToxinProduct } from '../../clinical/units';
import { PAYERS, type Person } from '../people';
import type { CoursePlan } from '../courses/plan';
import type { DemoClinic } from './rows';
import { NO_TERMS } from '../../clinical/payers/payer-terms';
import { demoId, seededRandom } from '../seeded-random';

/** What the payer of a course's patient has authorized. */
export function authorizationsOf(
  course: { readonly id: string; readonly patientId: string; readonly plannedProduct: ToxinProduct },
  plan: CoursePlan,
  { payer }: Person,
  today: PlainDate,
): DemoClinic['authorizations'] {
  return (plan.cover ?? []).map(({ fromInDays, toInDays, billingUnits, sessions }, index) => ({
    id: demoId('authorization', course.id, index),
    patientId: course.patientId,
    payer,
    product: course.plannedProduct,
    indication: plan.indication,
    number: `PA-${seededRandom('authorization', course.id, index).whole(100_000, 999_999)}`,
    startsOn: addDays(today, fromInDays),
    endsOn: addDays(today, toInDays),
    billingUnitsApproved: billingUnits ?? null,
    sessionsApproved: sessions ?? null,
    note: null,
    version: 1,
  }));
}

/** Where a payer differs from what is usual. */
export function coverOverrides(): DemoClinic['coverOverrides'] {
  return [
    {
      id: demoId('cover override', 'jaw'),
      patientId: null,
      payer: PAYERS.F,
      indication: 'tmj_dysfunction',
      product: null,
      coverage: 'usual',
      reason: 'Letter of the payer: no authorization up to 100 U a session',
    },
    {
      id: demoId('cover override', 'daxi'),
      patientId: null,
      payer: PAYERS.M,
      indication: null,
      product: 'daxi',
      coverage: 'pa_usual',
      reason: 'Asks for an authorization of Daxxify whatever the indication',
    },
  ];
}

/** Two invented payers whose rule is known; that of the third is not. */
export function demoPayers(): DemoClinic['payers'] {
  const source = 'Invented for the demo clinic.';
  const none = { ...NO_TERMS, indication: null, product: null };
  return [
    {
      ...NO_TERMS,
      id: demoId('payer', 'northgate'),
      name: PAYERS.N,
      otherNames: ['Northgate', 'NHP'],
      leadDays: 14,
      initialMonths: 6,
      renewalMonths: 12,
      mustImprovePct: 30,
      benefitWeeks: 8,
      treatmentsShown: 2,
      minDaysApart: 84,
      unitsPer84Days: [{ product: 'ona', indication: 'chronic_migraine', billingUnits: 200 }],
      exceptions: [{ ...none, indication: 'chronic_migraine', mustImprovePct: 50, triedFirst: 2 }],
      source,
      version: 1,
    },
    {
      ...NO_TERMS,
      id: demoId('payer', 'fairlea'),
      name: PAYERS.F,
      otherNames: ['Fairlea'],
      leadDays: 21,
      initialMonths: 12,
      renewalMonths: 12,
      scalesShown: true,
      unitsPer84Days: [],
      exceptions: [],
      source,
      version: 1,
    },
  ];
}
