import type { PlainDate } from '../calendar';

/** When a lot was ordered, sent and received; null: not yet, or not known. */
export interface DeliveryDays {
  readonly orderedOn: PlainDate | null;
  readonly shippedOn: PlainDate | null;
  readonly arrivedOn: PlainDate | null;
}

export interface DeliveryFault {
  readonly field: keyof DeliveryDays;
  readonly code: 'future-day' | 'before-order' | 'before-shipping' | 'after-expiry' | 'after-use' | 'in-use';
  readonly message: string;
}

interface LotDays {
  readonly expiresOn: PlainDate;
  readonly today: PlainDate;
  /** The first day on which a vial of it was opened or given; null: none was. */
  readonly firstUsedOn: PlainDate | null;
}

const STEPS = [
  { field: 'orderedOn', was: 'ordered' },
  { field: 'shippedOn', was: 'shipped' },
  { field: 'arrivedOn', was: 'received' },
] as const;

export const DELIVERY_DAYS = STEPS.map(({ field }) => field);

/**
 * Which of these days cannot be, and what to do?
 *
 * A lot is ordered, then shipped, then received, all on one day at the soonest; none of it later than today, none after its
 * last day of use; and it is here on the day on which a vial of it is first used. One fault a day, the plainest.
 */
export function deliveryFaults(days: DeliveryDays, lot: LotDays): readonly DeliveryFault[] {
  return STEPS.flatMap(({ field, was }) => {
    const day = days[field];
    if (day === null) return [];
    return faultOf(day, { field, was, days, lot }) ?? [];
  }).concat(notHereWhenUsed(days, lot));
}

function faultOf(
  day: PlainDate,
  {
    field,
    was,
    days: { orderedOn, shippedOn },
    lot,
  }: {
    readonly field: keyof DeliveryDays;
    readonly was: string;
    readonly days: DeliveryDays;
    readonly lot: LotDays;
  },
): DeliveryFault | undefined {
  if (day > lot.today)
    return {
      field,
      code: 'future-day',
      message: `${day} has not come yet (today is ${lot.today}): leave it out until it was ${was}`,
    };
  if (day > lot.expiresOn)
    return {
      field,
      code: 'after-expiry',
      message: `It was ${was} on ${day}, after its last day of use (${lot.expiresOn}): correct one of the days, or send it back`,
    };
  if (orderedOn !== null && day < orderedOn)
    return {
      field,
      code: 'before-order',
      message: `It was ${was} on ${day}, before it was ordered on ${orderedOn}: correct one of the days`,
    };
  if (field === 'arrivedOn' && shippedOn !== null && day < shippedOn)
    return {
      field,
      code: 'before-shipping',
      message: `It was received on ${day}, before it was shipped on ${shippedOn}: correct one of the days`,
    };
  return undefined;
}

function notHereWhenUsed(
  { arrivedOn }: DeliveryDays,
  { firstUsedOn, today }: LotDays,
): readonly DeliveryFault[] {
  if (firstUsedOn === null) return [];
  if (arrivedOn === null)
    return [
      {
        field: 'arrivedOn',
        code: 'in-use',
        message: `A vial of it was used on ${firstUsedOn}: it is here. Give the day on which it was received`,
      },
    ];
  if (arrivedOn <= firstUsedOn || arrivedOn > today) return [];
  return [
    {
      field: 'arrivedOn',
      code: 'after-use',
      message: `It was received on ${arrivedOn}, after a vial of it was used on ${firstUsedOn}: correct the day`,
    },
  ];
}
