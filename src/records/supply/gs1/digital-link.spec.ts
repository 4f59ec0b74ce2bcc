import { fieldsOfLink } from './digital-link';

const GTIN = '00300231145014';

it.each`
  link                                                              | fields                               | how
  ${`https://id.gs1.org/01/${GTIN}/10/C1234?17=270131`}             | ${`01${GTIN}1727013110C1234|`}       | ${'lot in the path, expiry in the query'}
  ${`https://id.gs1.org/01/${GTIN}/10/C1234/21/S99?17=270131`}      | ${`01${GTIN}1727013110C1234|21S99|`} | ${'with a serial number'}
  ${`HTTP://ID.GS1.ORG/01/${GTIN}/10/C1?17=270131`}                 | ${`01${GTIN}1727013110C1|`}          | ${'in capitals, as small codes have it'}
  ${`https://brand.example/products/eu/01/${GTIN}/10/C1?17=270131`} | ${`01${GTIN}1727013110C1|`}          | ${'a maker’s address, with a path of its own'}
  ${`https://id.gs1.org/01/300231145014/10/C1?17=270131`}           | ${`01${GTIN}1727013110C1|`}          | ${'a GTIN of twelve digits'}
  ${`https://id.gs1.org/01/${GTIN}/22/2A/10/C1?17=270131`}          | ${`01${GTIN}1727013110C1|`}          | ${'a variant of the pack is passed over'}
  ${`https://id.gs1.org/01/${GTIN}/10/C%2F1?17=270131&linkType=x`}  | ${`01${GTIN}1727013110C/1|`}         | ${'a lot with a stroke, and what says nothing'}
  ${`https://id.gs1.org/01/${GTIN}?10=C1&17=270131`}                | ${`01${GTIN}1727013110C1|`}          | ${'the lot in the query'}
  ${`https://id.gs1.org/01/${GTIN}/10/C1?15=270131`}                | ${`01${GTIN}1527013110C1|`}          | ${'best before'}
  ${`https://id.gs1.org/01/${GTIN}/10/C%ZZ?17=270131`}              | ${`01${GTIN}1727013110C%ZZ|`}        | ${'what is encoded wrongly stays as it is'}
  ${'https://id.gs1.org/DBC5iHmcGt'}                                | ${''}                                | ${'compressed'}
  ${'https://example.org/01/short'}                                 | ${''}                                | ${'an address without a GTIN'}
  ${'https://'}                                                     | ${undefined}                         | ${'no address'}
  ${`01${GTIN}1727013110C1234`}                                     | ${undefined}                         | ${'no link'}
`('$how: $fields', ({ link, fields }) => {
  expect(fieldsOfLink(link)?.replaceAll(String.fromCodePoint(29), '|')).toBe(fields);
});
