import { wrongInAnswer, wrongInDiscovery, wrongInRequest } from './cds-hooks';

const CARD = { summary: 'A review waits', indicator: 'warning', source: { label: 'Clinic' } };
const answer = (card: object) => ({ cards: [{ ...CARD, ...card }] });
const link = (more: object) => answer({ links: [{ label: 'Open', url: 'https://a.example/', ...more }] });

it.each`
  body                                                                                       | why
  ${{ cards: [] }}                                                                           | ${'nothing to say'}
  ${answer({})}                                                                              | ${'a card'}
  ${answer({ summary: 'x'.repeat(139) })}                                                    | ${'as long as it may be'}
  ${answer({ suggestions: [{ label: 'Book' }], selectionBehavior: 'any' })}                  | ${'a suggestion'}
  ${answer({ overrideReasons: [{ code: 'seen', system: 'urn:x' }] })}                        | ${'reasons'}
  ${link({ type: 'smart', appContext: 'x' })}                                                | ${'an app'}
  ${{ cards: [], systemActions: [{ type: 'delete', description: 'x', resourceId: 'A/1' }] }} | ${'an action'}
`('an answer may be so: $why', ({ body }) => {
  expect(wrongInAnswer(body)).toEqual([]);
});

it.each`
  body                                                                   | why
  ${{}}                                                                  | ${'no list of cards'}
  ${{ cards: {} }}                                                       | ${'no list'}
  ${{ cards: [{ indicator: 'info', source: { label: 'x' } }] }}          | ${'no summary'}
  ${answer({ summary: 'x'.repeat(140) })}                                | ${'a summary that is too long'}
  ${answer({ indicator: 'hard-stop' })}                                  | ${'a word of the draft'}
  ${answer({ source: { name: 'x' } })}                                   | ${'a source of the draft'}
  ${answer({ uuid: '1' })}                                               | ${'no uuid'}
  ${answer({ suggestions: [{ label: 'Book' }] })}                        | ${'suggestions, and not how they are chosen'}
  ${answer({ colour: 'red' })}                                           | ${'what is unknown'}
  ${link({ type: 'absolute', appContext: 'x' })}                         | ${'what an app alone is given'}
  ${link({ type: 'absolute', url: '/courses/1' })}                       | ${'an address without its site'}
  ${{ cards: [], systemActions: [{ type: 'create', description: '' }] }} | ${'nothing to create'}
`('an answer may not be so: $why', ({ body }) => {
  expect(wrongInAnswer(body)).not.toEqual([]);
});

it.each`
  service                                                    | right    | why
  ${{ hook: 'patient-view', id: 'a', description: 'x' }}     | ${true}  | ${'what it must have'}
  ${{ hook: 'patient-view', id: 'a/b', description: 'x' }}   | ${false} | ${'an id that is no part of an address'}
  ${{ hook: 'patient-view', id: 'a' }}                       | ${false} | ${'no description'}
  ${{ hook: 'a', id: 'a', description: 'x', name: 'draft' }} | ${false} | ${'a name as in the draft'}
`('a service may be so: $right, $why', ({ service, right }) => {
  expect(wrongInDiscovery({ services: [service] }).length === 0).toBe(right);
});

const INSTANCE = '3f0a4f2e-6b1d-4b5e-9d0c-0d4b1f6a7c11';
const CONTEXT = { userId: 'Practitioner/1', patientId: '1' };

it.each`
  request                                                                                                                               | right    | why
  ${{ hook: 'patient-view', hookInstance: INSTANCE, context: CONTEXT }}                                                                 | ${true}  | ${'what it must have'}
  ${{ hook: 'patient-view', hookInstance: 'x', context: CONTEXT }}                                                                      | ${false} | ${'no uuid'}
  ${{ hook: 'patient-view', hookInstance: INSTANCE, context: { patientId: '1' } }}                                                      | ${false} | ${'nobody asks'}
  ${{ hook: 'order-select', hookInstance: INSTANCE, context: CONTEXT }}                                                                 | ${false} | ${'nothing is ordered'}
  ${{ hook: 'order-select', hookInstance: INSTANCE, context: { ...CONTEXT, selections: [], draftOrders: { resourceType: 'Bundle' } } }} | ${true}  | ${'an order'}
`('a request may be so: $right, $why', ({ request, right }) => {
  expect(wrongInRequest(request).length === 0).toBe(right);
});
