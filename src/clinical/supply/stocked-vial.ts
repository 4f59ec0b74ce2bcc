import type { PlainDate } from '../calendar';
import { dayIn } from '../calendar';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import { unitsText } from '../doses/dose-cap';
import type { Finding } from '../finding';
import type { RuleValues } from '../rules';
import type { ToxinProduct } from '../units';
import { toxinUnits } from '../units';

/** A vial of the clinic's stock, as somebody who wants to draw from it must know it. */
export interface StockedVial {
  readonly product: ToxinProduct;
  readonly lotNumber: string;
  readonly expiresOn: PlainDate;
  /** Of a pharmacy's vial: whose it is. */
  readonly patientId: string | null;
  /** Null: ordered or shipped, not here. */
  readonly arrivedOn: PlainDate | null;
  readonly holdReason: string | null;
  /** What it still holds, and what the session itself took that is judged anew. */
  readonly held: number;
  /** The day of another session that used it, whoever's. */
  readonly usedOn: PlainDate | null;
  /** The session that is judged has drawn from it already. */
  readonly drawnBefore: boolean;
}

export interface Drawing {
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
  readonly patientId: string;
}

/**
 * May this session draw from this vial? What speaks against it stops the session (S11).
 *
 * One vial is for one patient and one session (V:MYO-PP, XEO-STO, BOT-PDR). A hold that came after the draw does not stand against a correction
 * of the session. Expiry and hours in use are judged with every other vial's.
 */
export function stockedVialFindings(
  vial: StockedVial,
  drawing: Drawing,
  pointer: string,
): readonly Finding[] {
  const why = objection(vial, drawing);
  if (why === undefined) return [];
  const message = `Lot ${vial.lotNumber} (${PRODUCTS[vial.product].brand}): ${why} Use another vial.`;
  const sourceText = 'One vial is for one patient and one session (V:MYO-PP,XEO-STO,BOT-PDR)';
  return [{ code: 'S11', severity: 'stop', message, pointer, sourceText }];
}

function objection(vial: StockedVial, { product, patientId }: Drawing): string | undefined {
  if (vial.product !== product)
    return `this vial is ${PRODUCTS[vial.product].brand}, and the session is of ${PRODUCTS[product].brand}.`;
  if (vial.patientId !== null && vial.patientId !== patientId)
    return 'the pharmacy sent this vial for another patient.';
  if (vial.arrivedOn === null) return 'this vial has not arrived yet.';
  if (vial.usedOn !== null) return `this vial was used in another session, on ${vial.usedOn}.`;
  if (vial.holdReason !== null && !vial.drawnBefore) return `this lot is on hold: ${vial.holdReason}.`;
  if (vial.held === 0) return 'nothing is left in this vial.';
  return undefined;
}

/** The units that a session gave and its vials do not hold stop it (S12): nobody can have drawn them. */
export function shortFindings(product: ToxinProduct, given: number, short: number): readonly Finding[] {
  if (short === 0) return [];
  const text = (units: number): string => unitsText(product, toxinUnits(product, units));
  return [
    {
      code: 'S12',
      severity: 'stop',
      message: `${text(given)} were given, ${text(short)} more than the vials named hold. Name the other vial too, or correct the units.`,
      pointer: '/vials',
      sourceText: 'Given and discarded units are the content of the vials (V:JZ3)',
    },
  ];
}

/** Until when may a vial be used that was made up at this moment? So long as the rule of its product says. */
export function usableUntil(product: ToxinProduct, reconstitutedAt: Date, rules: RuleValues): Date {
  return new Date(reconstitutedAt.getTime() + rules[PRODUCT_ROWS[product].hoursInUse] * 3_600_000);
}

/** Why must a vial stay closed on this day? Undefined: it may be opened. */
export function reasonToStayClosed(
  {
    arrivedOn,
    expiresOn,
    holdReason,
    held,
  }: Pick<StockedVial, 'arrivedOn' | 'expiresOn' | 'holdReason' | 'held'>,
  { zone, now }: { readonly zone: string; readonly now: Date },
): string | undefined {
  if (arrivedOn === null) return 'This vial has not arrived yet. Record its arrival first.';
  if (dayIn(zone, now) > expiresOn)
    return `This vial expired on ${expiresOn}. Discard it and use another one.`;
  if (holdReason !== null) return `The lot of this vial is on hold: ${holdReason}. Use another one.`;
  if (held === 0) return 'Nothing is left in this vial. Use another one.';
  return undefined;
}
