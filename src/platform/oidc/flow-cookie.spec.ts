import { flowText, readFlow } from './flow-cookie';

const FLOW = { state: 's', nonce: 'n', verifier: 'v', next: '/due', server: 'https://ehr.example' };
const written = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

it('is read as it was written, and is a cookie’s value as it stands', () => {
  expect(readFlow(flowText(FLOW))).toEqual(FLOW);
  expect(flowText({ ...FLOW, next: '/patients?q=ä;,"' })).toMatch(/^[\w-]+$/);
});

it.each`
  text                                 | why
  ${undefined}                         | ${'no cookie'}
  ${''}                                | ${'an empty one'}
  ${'%%%'}                             | ${'nothing of ours'}
  ${written(null)}                     | ${'null'}
  ${written('state')}                  | ${'a text'}
  ${written([])}                       | ${'a list'}
  ${written({ ...FLOW, state: '' })}   | ${'an empty state, which an empty one would equal'}
  ${written({ ...FLOW, nonce: null })} | ${'no nonce'}
  ${written({ ...FLOW, verifier: 7 })} | ${'a verifier that is no text'}
`('$text is none: $why', ({ text }: { text?: string }) => {
  expect(readFlow(text)).toBeUndefined();
});

it.each(['next', 'server'])('%s is a text or nothing', (name) => {
  expect(readFlow(written({ ...FLOW, [name]: { a: 1 } }))).toEqual({ ...FLOW, [name]: undefined });
});
