import { refuseUnfitMapping } from './refuse-unfit-mapping';

it.each`
  columns                          | why
  ${{ Nr: 'mrn', Name: 'sex' }}    | ${'ours'}
  ${{ Nr: 'mrn', Remark: null }}   | ${'one that is left out'}
  ${{ Nr: 'mrn', 'MRN 2': 'mrn' }} | ${'two names of one'}
`('$columns is taken: $why', ({ columns }) => {
  expect(() => refuseUnfitMapping('patients', columns)).not.toThrow();
});

it.each`
  columns                                                                               | pointer                          | message
  ${{}}                                                                                 | ${'/columns'}                    | ${'names 0 columns'}
  ${Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`column ${at}`, null]))} | ${'/columns'}                    | ${'names 201 columns'}
  ${{ Colour: 'colour' }}                                                               | ${'/columns/Colour'}             | ${'“Colour” is mapped to “colour”, which is none of our columns of patients: take one of mrn, familyName'}
  ${{ 'km/h ~': 'speed' }}                                                              | ${'/columns/km~1h ~0'}           | ${'none of our columns'}
  ${{ Nr: 7 }}                                                                          | ${'/columns/Nr'}                 | ${'mapped to no name'}
  ${{ Nr: 'toString' }}                                                                 | ${'/columns/Nr'}                 | ${'none of our columns'}
  ${{ Nr: 'mrn', 'n-r': 'sex' }}                                                        | ${'/columns/n-r'}                | ${'“n-r” is there twice'}
  ${{ ' _': 'mrn' }}                                                                    | ${'/columns/ _'}                 | ${'1 to 200 characters'}
  ${{ ['x'.repeat(201)]: 'mrn' }}                                                       | ${`/columns/${'x'.repeat(201)}`} | ${'1 to 200 characters'}
`('$pointer: $message', ({ columns, pointer, message }) => {
  expect(() => refuseUnfitMapping('patients', columns)).toThrow(
    expect.objectContaining({
      status: 400,
      more: {
        errors: [expect.objectContaining({ pointer, message: expect.stringContaining(message as string) })],
      },
    }),
  );
});
