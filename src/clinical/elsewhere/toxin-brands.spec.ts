import { BRAND_NAMES, productOfBrand } from './toxin-brands';

it.each`
  brand                   | product   | why
  ${'Botox'}              | ${'ona'}  | ${'the clinic’s own name for it'}
  ${'BOTOX® Cosmetic'}    | ${'ona'}  | ${'the same toxin in another box'}
  ${'botox-cosmetic'}     | ${'ona'}  | ${'as people write it'}
  ${'onabotulinumtoxinA'} | ${'ona'}  | ${'the generic name'}
  ${'Dysport'}            | ${'abo'}  | ${'cosmetic or not'}
  ${'Dysport aesthetic'}  | ${'abo'}  | ${'the same toxin in another box'}
  ${'Xeomin Aesthetic'}   | ${'inco'} | ${'the same toxin in another box'}
  ${'Vistabel'}           | ${'ona'}  | ${'a European name'}
  ${'azzalure'}           | ${'abo'}  | ${'a European name'}
  ${'Bocouture'}          | ${'inco'} | ${'a European name'}
  ${'NeuroBloc'}          | ${'rima'} | ${'a European name'}
  ${'daxxify'}            | ${'daxi'} | ${'either use'}
  ${'Jeuveau'}            | ${null}   | ${'another product'}
  ${'Letybo'}             | ${null}   | ${'another product'}
  ${'Relfydess'}          | ${null}   | ${'another product'}
  ${'Botulax'}            | ${null}   | ${'a name that we do not know'}
  ${'Botox or Dysport'}   | ${null}   | ${'nobody knows which'}
  ${'Allergan Botox'}     | ${'ona'}  | ${'with its maker'}
  ${'Botox, at a spa'}    | ${'ona'}  | ${'among other words'}
  ${'botox injections'}   | ${'ona'}  | ${'among other words, small'}
  ${'Dysport (Ipsen)'}    | ${'abo'}  | ${'in brackets'}
  ${'Botox and Vistabel'} | ${'ona'}  | ${'two names of one product'}
  ${'Jeuveau or Botox'}   | ${null}   | ${'one of them is none of ours'}
  ${'not Botox'}          | ${null}   | ${'denied'}
  ${'Botox-like'}         | ${null}   | ${'something else'}
  ${'Botoxin'}            | ${null}   | ${'another word'}
  ${'®'}                  | ${null}   | ${'no name'}
`('$brand is $product: $why', ({ brand, product }: { brand: string; product: string | null }) => {
  expect(productOfBrand(brand)).toBe(product);
});

it('proposes each name once', () => {
  expect(new Set(BRAND_NAMES).size).toBe(BRAND_NAMES.length);
});
