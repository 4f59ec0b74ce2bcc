import { readGs1 } from './gs1-code';

const FNC1 = String.fromCodePoint(29);
const READ = { gtin: '00300231145014', expiresOn: '2027-01-31', lotNumber: 'C1234' };

it.each`
  code                                                | read                                    | how
  ${`]d201003002311450141727013110C1234${FNC1}21S99`} | ${{ ...READ, serial: 'S99' }}           | ${'scanned'}
  ${'01003002311450141727013110C1234'}                | ${READ}                                 | ${'without the name of the code'}
  ${'(01)00300231145014(17)270131(10)C1234(21)S99'}   | ${{ ...READ, serial: 'S99' }}           | ${'typed with brackets'}
  ${'01003002311450141727020010C1234'}                | ${{ ...READ, expiresOn: '2027-02-28' }} | ${'day 00 is the last of the month'}
`('$how → $read', ({ code, read }) => {
  expect(readGs1(code)).toEqual(read);
});

it.each`
  code                                                   | says
  ${'01003002311450131727013110C1234'}                   | ${'check digit'}
  ${'01003002311450141727023010C1234'}                   | ${'270230 is no day'}
  ${'01003002311450141727130110C1234'}                   | ${'271301 is no day'}
  ${'010030023114501417270131'}                          | ${'no lot (10)'}
  ${'10C1234'}                                           | ${'no GTIN (01), no expiry (17)'}
  ${'01003002311450141727013110C123456789021S123456789'} | ${'longer than 20 characters'}
  ${'hello'}                                             | ${'no GS1 code'}
  ${''}                                                  | ${'no GTIN'}
`('$code is refused: $says', ({ code, says }) => {
  expect(() => readGs1(code)).toThrow(says);
});
