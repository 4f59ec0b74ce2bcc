import type { PlainDate } from '../../calendar';
import { codeFacts, codesBelow, fittingCodes, indicationsOf } from './diagnosis-codes';
import type { IndicationSlug } from '../indication-slugs';

it.each`
  code         | side           | dominant | limb     | unspecified | why
  ${'G81.11'}  | ${'right'}     | ${true}  | ${null}  | ${false}    | ${'hemiplegia, right, dominant'}
  ${'G81.12'}  | ${'left'}      | ${true}  | ${null}  | ${false}    | ${'hemiplegia, left, dominant'}
  ${'G81.13'}  | ${'right'}     | ${false} | ${null}  | ${false}    | ${'hemiplegia, right, not dominant'}
  ${'G81.14'}  | ${'left'}      | ${false} | ${null}  | ${false}    | ${'hemiplegia, left, not dominant'}
  ${'G81.10'}  | ${null}        | ${null}  | ${null}  | ${true}     | ${'hemiplegia, side not told'}
  ${'I69.359'} | ${null}        | ${null}  | ${null}  | ${true}     | ${'after a stroke, side not told'}
  ${'I69.334'} | ${'left'}      | ${false} | ${'arm'} | ${false}    | ${'one arm after a stroke'}
  ${'I69.341'} | ${'right'}     | ${true}  | ${'leg'} | ${false}    | ${'one leg after a stroke'}
  ${'G83.22'}  | ${'left'}      | ${true}  | ${'arm'} | ${false}    | ${'one arm'}
  ${'G83.13'}  | ${'right'}     | ${false} | ${'leg'} | ${false}    | ${'one leg'}
  ${'G83.31'}  | ${null}        | ${null}  | ${null}  | ${false}    | ${'one limb, nobody knows which'}
  ${'G82.21'}  | ${null}        | ${null}  | ${'leg'} | ${false}    | ${'both legs'}
  ${'G51.31'}  | ${'right'}     | ${null}  | ${null}  | ${false}    | ${'half of the face'}
  ${'G51.32'}  | ${'left'}      | ${null}  | ${null}  | ${false}    | ${'half of the face'}
  ${'G51.33'}  | ${'bilateral'} | ${null}  | ${null}  | ${false}    | ${'both halves of the face'}
  ${'G51.39'}  | ${null}        | ${null}  | ${null}  | ${true}     | ${'the face, side not told'}
  ${'M26.623'} | ${'bilateral'} | ${null}  | ${null}  | ${false}    | ${'both joints of the jaw'}
  ${'M26.609'} | ${null}        | ${null}  | ${null}  | ${true}     | ${'the jaw, side not told'}
  ${'G24.3'}   | ${null}        | ${null}  | ${null}  | ${false}    | ${'says nothing of a side'}
  ${'G81.111'} | ${null}        | ${null}  | ${null}  | ${false}    | ${'a digit too many: no code'}
  ${'G51.311'} | ${null}        | ${null}  | ${null}  | ${false}    | ${'a digit too many: no code'}
  ${'G83.221'} | ${null}        | ${null}  | ${null}  | ${false}    | ${'a digit too many: no code'}
  ${'G82.211'} | ${null}        | ${null}  | ${null}  | ${false}    | ${'a digit too many: no code'}
`('$code: side $side, dominant $dominant, limb $limb ($why)', ({ code, why: _why, ...facts }) => {
  expect(codeFacts(code)).toMatchObject(facts);
});

it.each`
  code         | causes
  ${'I69.351'} | ${['stroke']}
  ${'G80.1'}   | ${['cerebral_palsy']}
  ${'G35.A'}   | ${['multiple_sclerosis']}
  ${'G11.4'}   | ${['hereditary_spastic_paraplegia']}
  ${'G11.41'}  | ${null}
  ${'G82.21'}  | ${['multiple_sclerosis', 'spinal_cord_injury', 'traumatic_brain_injury', 'other']}
  ${'G24.3'}   | ${null}
`('$code speaks of $causes', ({ code, causes }) => {
  expect(codeFacts(code).causes).toEqual(causes);
});

it.each`
  code         | fromOn          | toOn
  ${'G35'}     | ${null}         | ${'2025-09-30'}
  ${'G35.A'}   | ${'2025-10-01'} | ${null}
  ${'G43.E09'} | ${'2023-10-01'} | ${null}
  ${'M54.5'}   | ${null}         | ${'2021-09-30'}
  ${'M54.50'}  | ${'2021-10-01'} | ${null}
  ${'G51.3'}   | ${null}         | ${'2018-09-30'}
  ${'G51.31'}  | ${'2018-10-01'} | ${null}
  ${'M79.1'}   | ${null}         | ${'2018-09-30'}
  ${'M79.18'}  | ${'2018-10-01'} | ${null}
  ${'G24.3'}   | ${null}         | ${null}
`('$code is billable from $fromOn to $toOn', ({ code, fromOn, toOn }) => {
  expect(codeFacts(code)).toMatchObject({ fromOn, toOn });
});

it.each`
  day             | fits                                                                        | why
  ${'2023-09-30'} | ${'G43.709, G43.719, G43.701, G43.711'}                                     | ${'the day before the new codes'}
  ${'2023-10-01'} | ${'G43.709, G43.719, G43.701, G43.711, G43.E09, G43.E19, G43.E01, G43.E11'} | ${'their first day'}
`('chronic migraine on $day, $why: $fits', ({ day, fits }: { day: PlainDate; fits: string }) => {
  expect(fittingCodes({ indication: 'chronic_migraine' }, day).join(', ')).toBe(fits);
});

it('what a course leaves open bars no code', () => {
  const arm = (etiology?: 'stroke') =>
    fittingCodes({ indication: 'spasticity_upper', etiology }, '2026-11-22');
  expect(arm()).toEqual(expect.arrayContaining(['G81.11', 'I69.351', 'G80.1', 'G35.A']));
  expect(arm('stroke').every((code) => code.startsWith('I69.'))).toBe(true);
});

it.each`
  code         | indications
  ${'G24.3'}   | ${['cervical_dystonia']}
  ${'G81.11'}  | ${['spasticity_upper', 'spasticity_lower']}
  ${'G35'}     | ${['spasticity_upper', 'spasticity_lower']}
  ${'M54.5'}   | ${['chronic_back_pain']}
  ${'G51.3'}   | ${['hemifacial_spasm']}
  ${'M79.1'}   | ${['chronic_neck_pain', 'tmj_dysfunction']}
  ${'G24'}     | ${[]}
  ${'J45.901'} | ${[]}
`('$code is or was given for $indications', ({ code, indications }) => {
  expect(indicationsOf(code)).toEqual(indications as IndicationSlug[]);
});

it.each`
  code        | below
  ${'G51.3'}  | ${'G51.31, G51.32, G51.33, G51.39'}
  ${'G35.B'}  | ${'G35.B0, G35.B1, G35.B2'}
  ${'G51.31'} | ${''}
  ${'J45'}    | ${''}
`('below $code stand “$below”', ({ code, below }) => {
  expect(codesBelow(code).join(', ')).toBe(below);
});
