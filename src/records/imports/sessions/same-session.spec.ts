import { differencesOf, type StandingSession } from './same-session';

const TRAPEZIUS = {
  muscle: 'trapezius',
  side: 'left',
  units: 50,
  sites: 2,
  volumeMl: 0.5,
  guidance: 'emg',
} as const;
const STANDING: StandingSession = {
  product: 'ona',
  injectorId: 'ana',
  note: 'Sore',
  injections: [TRAPEZIUS],
};

it.each`
  given                                                                              | fields          | why
  ${{}}                                                                              | ${[]}           | ${'the same'}
  ${{ product: 'abo' }}                                                              | ${['product']}  | ${'another product'}
  ${{ injections: [{ ...TRAPEZIUS, units: 50.5 }] }}                                 | ${['units']}    | ${'other units'}
  ${{ injections: [{ ...TRAPEZIUS, side: 'right' }] }}                               | ${['muscle']}   | ${'another side'}
  ${{ injections: [TRAPEZIUS, { ...TRAPEZIUS, muscle: 'scalenes' }] }}               | ${['muscle']}   | ${'one more'}
  ${{ injections: [] }}                                                              | ${['muscle']}   | ${'one less'}
  ${{ injections: [{ ...TRAPEZIUS, sites: 3 }] }}                                    | ${['sites']}    | ${'other sites'}
  ${{ injections: [{ ...TRAPEZIUS, volumeMl: 1 }] }}                                 | ${['volumeMl']} | ${'another volume'}
  ${{ injections: [{ ...TRAPEZIUS, guidance: 'ct' }] }}                              | ${['guidance']} | ${'found otherwise'}
  ${{ injections: [{ ...TRAPEZIUS, sites: null, volumeMl: null, guidance: null }] }} | ${[]}           | ${'what is left out says nothing'}
  ${{ injector: 'ben', injectorId: 'ben' }}                                          | ${['injector']} | ${'somebody else'}
  ${{ injector: undefined, injectorId: 'ben' }}                                      | ${[]}           | ${'nobody is named'}
  ${{ note: 'Well' }}                                                                | ${['note']}     | ${'another note'}
  ${{ note: null }}                                                                  | ${[]}           | ${'no note'}
`('$why: $fields', ({ given, fields }) => {
  const { product, injections, injector, note, injectorId } = {
    product: 'ona',
    injections: [TRAPEZIUS],
    injector: 'ana',
    note: 'Sore',
    injectorId: 'ana',
    ...given,
  };
  const content = { performedOn: '2025-03-03', product, injections } as const;
  expect(differencesOf({ content, note, injector }, injectorId, STANDING)).toEqual(fields);
});
