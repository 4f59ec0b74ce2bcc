import type { PlainDate } from '../../calendar';
import { PRODUCTS } from '../../catalogue/products';
import type { ClaimLine } from '../../claims/claim-line';
import { drugLines } from '../../claims/drug-lines';
import { procedureLines, type ProcedureSession } from '../../claims/procedure-lines';
import { dayText } from '../../due/due-text';
import { vialsFor } from '../../supply/stock-forecast';
import type { ToxinProduct } from '../../units';
import { counted } from '../../words';
import type { PaperTreatment } from '../course-lines';
import { unitsText } from '../../doses/dose-cap';
import { productText } from '../dose-lines';

/** The next session as the plan and the last one have it. */
export interface PlannedSession extends ProcedureSession {
  readonly product: ToxinProduct;
  /** What was given last, with all its parts; its injections are those of this plan. */
  readonly last: Pick<PaperTreatment, 'product' | 'totalUnits'> | undefined;
  readonly forecast: {
    readonly earliestOn: PlainDate;
    readonly dueOn: PlainDate;
    readonly lastOnTimeOn: PlainDate;
  } | null;
  /** "18 Jan 2027, 09:00". */
  readonly booked: string | null;
}

/** What a payer is asked to pay for next. */
export interface RequestedSession {
  readonly product: ToxinProduct;
  /** Null: nobody can say the dose yet. */
  readonly units: number | null;
  /** The vials of the product that leave the least; the clinic may have others. */
  readonly vialUnits: readonly number[];
  /** As they would be claimed, the drug first. */
  readonly lines: readonly Pick<ClaimLine, 'code' | 'modifiers' | 'billingUnits'>[];
  readonly earliestOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly lastOnTimeOn: PlainDate | null;
}

/**
 * What is the payer to pay for next: product, dose, billing units, procedures and days?
 *
 * Dose and places are expected to be those of the last session, where that was of the planned product; after another product nobody
 * can say them.
 */
export function requestedSession(plan: PlannedSession): RequestedSession {
  const { product, last, forecast } = plan;
  const units = last?.product === product ? last.totalUnits : null;
  const vialUnits = units === null ? [] : vialsFor(units, PRODUCTS[product].vialUnits);
  const lines =
    units === null
      ? []
      : [
          ...drugLines({ product, given: units, vials: vialUnits.map((size) => ({ vialUnits: size })) })
            .lines,
          ...procedureLines(plan).lines,
        ];
  return {
    product,
    units,
    vialUnits,
    lines: lines.map(({ code, modifiers, billingUnits }) => ({ code, modifiers, billingUnits })),
    earliestOn: forecast?.earliestOn ?? null,
    dueOn: forecast?.dueOn ?? null,
    lastOnTimeOn: forecast?.lastOnTimeOn ?? null,
  };
}

/** The same in sentences. */
export function requestLines(plan: PlannedSession): string[] {
  const { product, units, vialUnits, lines, earliestOn, dueOn, lastOnTimeOn } = requestedSession(plan);
  const { hcpcs } = PRODUCTS[product];
  const drug = lines.filter(({ code }) => code === hcpcs);
  const procedures = lines.filter(({ code }) => code !== hcpcs);
  return [
    units === null
      ? `${productText(product)}; the dose is not settled.`
      : `${productText(product)}, ${unitsText(product, units)} as at the last session.`,
    drug.length > 0 &&
      `${drug.map(drugText).join(' and ')}, from ${vialUnits.length === 1 ? 'a vial' : 'vials'} of ${vialUnits.map((size) => unitsText(product, size)).join(' and ')}.`,
    procedures.length > 0 &&
      `Procedures as at the last session: ${procedures.map(({ code, modifiers, billingUnits }) => `${[code, ...modifiers].join('-')}${billingUnits > 1 ? ` x${billingUnits}` : ''}`).join(', ')}.`,
    dueOn !== null &&
      earliestOn !== null &&
      lastOnTimeOn !== null &&
      `Due on ${dayText(dueOn)}, not before ${dayText(earliestOn)}, on time until ${dayText(lastOnTimeOn)}.`,
    plan.booked !== null && `Booked for ${plan.booked}.`,
  ].filter((line): line is string => typeof line === 'string');
}

/** `155 billing units of J0585`, `45 of J0585-JW for what is thrown away`. */
function drugText({ code, modifiers, billingUnits }: RequestedSession['lines'][number]): string {
  const named = [code, ...modifiers].join('-');
  return modifiers.includes('JW')
    ? `${billingUnits} of ${named} for what is thrown away`
    : `${counted(billingUnits, 'billing unit')} of ${named}`;
}
