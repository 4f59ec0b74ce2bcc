import { plannedDose } from './planned-dose';

it.each`
  plannedProduct | lastSession                             | dose                              | why
  ${'ona'}       | ${{ product: 'ona', totalUnits: 155 }}  | ${{ product: 'ona', units: 155 }} | ${'as last time'}
  ${'abo'}       | ${{ product: 'abo', totalUnits: 500 }}  | ${{ product: 'abo', units: 500 }} | ${'as last time'}
  ${'ona'}       | ${{ product: 'rima', totalUnits: 155 }} | ${undefined}                      | ${'units of another product say nothing'}
  ${'ona'}       | ${{ product: 'inco', totalUnits: 155 }} | ${undefined}                      | ${'of another type A neither'}
  ${'ona'}       | ${undefined}                            | ${undefined}                      | ${'nothing given yet'}
`('$plannedProduct after $lastSession → $dose: $why', ({ plannedProduct, lastSession, dose }) => {
  expect(plannedDose(plannedProduct, lastSession)).toEqual(dose);
});
