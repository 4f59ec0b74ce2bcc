import { isAsFound, lackingIn, type LookedAt } from './columns';

const found = {
  columns: [
    { name: 'Nr', field: 'mrn', examples: [] },
    { name: 'Name', field: null, examples: [] },
  ],
  fields: [
    { name: 'mrn', required: true },
    { name: 'familyName', required: true },
    { name: 'phone', required: false },
  ],
} as unknown as LookedAt;

it.each`
  Nr       | Name            | asFound  | lacking
  ${'mrn'} | ${null}         | ${true}  | ${'Say which column is familyName.'}
  ${'mrn'} | ${'familyName'} | ${false} | ${''}
  ${null}  | ${'phone'}      | ${false} | ${'Say which column is mrn, familyName.'}
  ${'mrn'} | ${'mrn'}        | ${false} | ${'Say which column is familyName. Two columns are mrn: leave one of them out.'}
`('Nr is $Nr, Name is $Name: $lacking', ({ Nr, Name, asFound, lacking }) => {
  expect(isAsFound({ Nr, Name }, found)).toBe(asFound);
  expect(lackingIn({ Nr, Name }, found).join(' ')).toBe(lacking);
});
