import { onRecordAt } from './dated-precaution';

const MOMENT = '2026-11-22T17:00:00.000Z';

it.each`
  recordedAt                    | known    | why
  ${undefined}                  | ${true}  | ${'nobody knows since when: it always was'}
  ${'2026-11-22T16:59:59.999Z'} | ${true}  | ${'just before'}
  ${MOMENT}                     | ${true}  | ${'at the very moment'}
  ${'2026-11-22T17:00:00.001Z'} | ${false} | ${'just after'}
`('recorded at $recordedAt it is on record: $known, $why', ({ recordedAt, known }) => {
  expect(onRecordAt({ recordedAt: recordedAt as string | undefined }, MOMENT)).toBe(known);
});
