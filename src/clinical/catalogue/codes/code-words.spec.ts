import { DIAGNOSIS_CODES } from './billing-codes';
import { codeWords } from './code-words';
import { INDICATION_SLUGS } from '../indications';

it.each`
  indication            | code         | words
  ${'chronic_migraine'} | ${'G43.709'} | ${'without aura, not intractable, without status'}
  ${'chronic_migraine'} | ${'G43.E11'} | ${'with aura, intractable, with status'}
  ${'tension_headache'} | ${'G44.229'} | ${'chronic, not intractable'}
  ${'tension_headache'} | ${'G44.201'} | ${'unspecified, intractable'}
  ${'spasticity_lower'} | ${'I69.354'} | ${'hemiplegia after infarction, left, nondominant'}
  ${'spasticity_upper'} | ${'I69.131'} | ${'one arm after bleeding into the brain, right, dominant'}
  ${'spasticity_upper'} | ${'G81.10'}  | ${'spastic hemiplegia, side not told'}
  ${'spasticity_upper'} | ${'G83.22'}  | ${'one arm, left, dominant'}
  ${'hemifacial_spasm'} | ${'G51.31'}  | ${'right'}
`('$code of $indication: $words', ({ indication, code, words }) => {
  expect(codeWords(code, indication)).toBe(words);
});

it('says of every code something else than of the others of its indication', () => {
  for (const slug of INDICATION_SLUGS) {
    const words = DIAGNOSIS_CODES[slug].flatMap(({ codes }) => codes.map((code) => codeWords(code, slug)));
    expect(words.filter((said) => said === '' || said.includes(':'))).toEqual([]);
    expect(words.filter((said, index) => words.indexOf(said) !== index)).toEqual([]);
  }
});
