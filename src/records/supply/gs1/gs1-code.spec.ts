import { readGs1 } from './gs1-code';

const FNC1 = String.fromCodePoint(29);
const READ = { gtin: '00300231145014', expiresOn: '2027-01-31', lotNumber: 'C1234' };

it.each`
  code                                                                | read                                    | how
  ${`]d201003002311450141727013110C1234${FNC1}21S99`}                 | ${{ ...READ, serial: 'S99' }}           | ${'scanned'}
  ${'01003002311450141727013110C1234'}                                | ${READ}                                 | ${'without the name of the code'}
  ${'(01)00300231145014(17)270131(10)C1234(21)S99'}                   | ${{ ...READ, serial: 'S99' }}           | ${'typed with brackets'}
  ${`]d2${FNC1}01003002311450141727013110C1234`}                      | ${READ}                                 | ${'with the first mark sent too'}
  ${`]D201003002311450141727013110C1234`}                             | ${READ}                                 | ${'a keyboard in capitals'}
  ${`${FNC1}01003002311450141727013110C1234${FNC1}`}                  | ${READ}                                 | ${'between marks'}
  ${'01003002311450141727013110C1234\r\n'}                            | ${READ}                                 | ${'with the line end that scanners type'}
  ${`10C1234${FNC1}010030023114501417270131`}                         | ${READ}                                 | ${'the lot first'}
  ${`010030023114501421S99${FNC1}1727013110C1234`}                    | ${{ ...READ, serial: 'S99' }}           | ${'the serial number before expiry and lot'}
  ${'(01) 00300231145014 (17) 270131\n(10) C1234'}                    | ${READ}                                 | ${'typed with blanks around brackets'}
  ${'01003002311450141727013110C1234<GS>21S99'}                       | ${{ ...READ, serial: 'S99' }}           | ${'the mark spelt'}
  ${'01003002311450141727013110C1234^]21S99'}                         | ${{ ...READ, serial: 'S99' }}           | ${'the mark as a terminal shows it'}
  ${'01003002311450141727013110C1234\u241d21S99'}                     | ${{ ...READ, serial: 'S99' }}           | ${'the mark as its picture'}
  ${'01003002311450141727013110C-1/a_2'}                              | ${{ ...READ, lotNumber: 'C-1/a_2' }}    | ${'small letters and signs'}
  ${'01003002311450141728020010C1234'}                                | ${{ ...READ, expiresOn: '2028-02-29' }} | ${'day 00 in a leap year'}
  ${'01003002311450141727020010C1234'}                                | ${{ ...READ, expiresOn: '2027-02-28' }} | ${'day 00 is the last of the month'}
  ${'https://id.gs1.org/01/00300231145014/10/C1234/21/S99?17=270131'} | ${{ ...READ, serial: 'S99' }}           | ${'a GS1 Digital Link'}
  ${'0100300231145014172701311526123110C1234'}                        | ${READ}                                 | ${'best before beside the expiry'}
`('$how → $read', ({ code, read }) => {
  expect(readGs1(code)).toEqual(read);
});

it.each`
  code                                                      | says
  ${'01003002311450131727013110C1234'}                      | ${'check digit'}
  ${'01003002311450141727023010C1234'}                      | ${'270230 is no day'}
  ${'01003002311450141727130110C1234'}                      | ${'271301 is no day'}
  ${'010030023114501417270131'}                             | ${'no lot (10)'}
  ${'10C1234'}                                              | ${'no GTIN (01), no expiry (17)'}
  ${'01003002311450141727013110C123456789021S123456789'}    | ${'longer than 20 characters'}
  ${'01003002311450141727013110'}                           | ${'lot in the code is empty'}
  ${'01003002311450141727013110C1 21S99'}                   | ${'“C1 21S99” is no lot'}
  ${'01003002311450141727013110CÄ1'}                        | ${'is no lot that a GS1 code can hold'}
  ${`01003002311450141727013110C1${FNC1}10C2`}              | ${'(10) more than once: C1, C2'}
  ${'01003002311450141527013110C1234'}                      | ${'best before 270131 (15), and no last day of use (17)'}
  ${'https://id.gs1.org/01/00300231145013/10/C1?17=270131'} | ${'check digit'}
  ${'https://id.gs1.org/01/00300231145014/10/C1'}           | ${'no expiry (17)'}
  ${'https://id.gs1.org/DBC5iHmcGt'}                        | ${'no GTIN'}
  ${'hello'}                                                | ${'no GS1 code'}
  ${''}                                                     | ${'no GTIN'}
`('$code is refused: $says', ({ code, says }) => {
  expect(() => readGs1(code)).toThrow(says);
});
