import { toldOrder, type Told } from './told-order';

const NINE = new Date('2026-11-27T09:00:00Z');
const BEFORE = new Date('2026-11-27T08:59:59Z');
const AFTER = new Date('2026-11-27T09:00:01Z');

it.each`
  latestToldAt | changedHereAt | differs  | order          | why
  ${null}      | ${null}       | ${true}  | ${'write'}     | ${'nothing was told before'}
  ${null}      | ${null}       | ${false} | ${'same'}      | ${'it is on record'}
  ${BEFORE}    | ${null}       | ${true}  | ${'write'}     | ${'it is newer'}
  ${NINE}      | ${null}       | ${true}  | ${'write'}     | ${'of one moment the last counts'}
  ${AFTER}     | ${null}       | ${true}  | ${'overtaken'} | ${'a newer one came first'}
  ${AFTER}     | ${null}       | ${false} | ${'overtaken'} | ${'even where it says the same'}
  ${null}      | ${BEFORE}     | ${true}  | ${'write'}     | ${'changed here before that'}
  ${null}      | ${NINE}       | ${true}  | ${'write'}     | ${'changed here at that moment'}
  ${null}      | ${AFTER}      | ${true}  | ${'ask'}       | ${'changed here since'}
  ${null}      | ${AFTER}      | ${false} | ${'same'}      | ${'changed here since, to the same'}
  ${AFTER}     | ${AFTER}      | ${true}  | ${'overtaken'} | ${'a newer message before a change here'}
`('$order: $why', ({ order, ...told }: Omit<Told, 'occurredAt'> & { order: string }) => {
  expect(toldOrder({ ...told, occurredAt: NINE })).toBe(order);
});
