import { bodyHash } from './write-once';

const BODY = { product: 'ona', injections: [{ muscle: 'procerus', units: 5 }] };

it.each`
  other                                                                 | same     | why
  ${{ injections: [{ units: 5, muscle: 'procerus' }], product: 'ona' }} | ${true}  | ${'the order of fields says nothing'}
  ${{ ...BODY, note: undefined }}                                       | ${true}  | ${'a field left out is left out'}
  ${{ ...BODY, note: null }}                                            | ${false} | ${'null takes back: it is not left out'}
  ${{ ...BODY, injections: [{ muscle: 'procerus', units: 5.5 }] }}      | ${false} | ${'another dose'}
  ${{ ...BODY, injections: [...BODY.injections, ...BODY.injections] }}  | ${false} | ${'one row more'}
`('$why', ({ other, same }: { other: object; same: boolean }) => {
  expect(bodyHash(other).equals(bodyHash(BODY))).toBe(same);
});
