import { indicationNamed } from './indication-named';
import { INDICATION_SLUGS, indicationOf } from './indications';

it.each`
  text                         | indication             | why
  ${'cervical_dystonia'}       | ${'cervical_dystonia'} | ${'its slug'}
  ${'Cervical dystonia'}       | ${'cervical_dystonia'} | ${'its name'}
  ${'CERVICAL  DYSTONIA'}      | ${'cervical_dystonia'} | ${'another case, two blanks'}
  ${'Torticollis'}             | ${'cervical_dystonia'} | ${'another name'}
  ${'Upper-limb spasticity'}   | ${'spasticity_upper'}  | ${'a name unlike its slug'}
  ${'upper limb spasticity'}   | ${'spasticity_upper'}  | ${'without its hyphen'}
  ${'LL spasticity'}           | ${'spasticity_lower'}  | ${'its short name'}
  ${'TMD'}                     | ${'tmj_dysfunction'}   | ${'an abbreviation'}
  ${'HFS'}                     | ${'hemifacial_spasm'}  | ${'another one'}
  ${'Chronische Migräne'}      | ${'chronic_migraine'}  | ${'German'}
  ${'Distonía cervical'}       | ${'cervical_dystonia'} | ${'Spanish'}
  ${'Distoni\u0301a cervical'} | ${'cervical_dystonia'} | ${'its mark as a letter of its own'}
  ${'Distonia cervical'}       | ${'cervical_dystonia'} | ${'without the mark'}
  ${'drooling'}                | ${'sialorrhea'}        | ${'as people say'}
  ${'migraine'}                | ${undefined}           | ${'episodic or chronic'}
  ${'spasticity'}              | ${undefined}           | ${'of an arm or a leg'}
  ${'hyperhidrosis'}           | ${undefined}           | ${'of which place'}
  ${'dystonia'}                | ${undefined}           | ${'of which place'}
  ${'torticollis left'}        | ${undefined}           | ${'a side is another column'}
  ${'constructor'}             | ${undefined}           | ${'nobody’s name'}
  ${'G24.3'}                   | ${undefined}           | ${'a code is no name'}
  ${''}                        | ${undefined}           | ${'nothing'}
`('“$text” is $indication: $why', ({ text, indication }) => {
  expect(indicationNamed(text as string)).toBe(indication);
});

it('every indication is found by its slug and its names', () => {
  for (const slug of INDICATION_SLUGS) {
    const { name, shortName } = indicationOf(slug);
    for (const written of [slug, name, shortName ?? name])
      expect([written, indicationNamed(written)]).toEqual([written, slug]);
  }
});
