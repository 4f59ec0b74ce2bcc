import { musclesNamed } from './muscle-named';
import { MUSCLES, MUSCLE_SLUGS } from './muscles';

it.each`
  text                         | muscles                                                             | why
  ${'splenius_capitis'}        | ${['splenius_capitis']}                                             | ${'its slug'}
  ${'Splenius Capitis'}        | ${['splenius_capitis']}                                             | ${'its name'}
  ${'splenius-capitis'}        | ${['splenius_capitis']}                                             | ${'with a hyphen'}
  ${'SCM'}                     | ${['sternocleidomastoid']}                                          | ${'an abbreviation of the catalogue'}
  ${'M. splenius capitis'}     | ${['splenius_capitis']}                                             | ${'as anatomists write it'}
  ${'Musculus masseter'}       | ${['masseter']}                                                     | ${'in full'}
  ${'Levator scapulae muscle'} | ${['levator_scapulae']}                                             | ${'with the word behind it'}
  ${'M.splenius capitis'}      | ${['splenius_capitis']}                                             | ${'without a blank'}
  ${'Mm.  scaleni medii'}      | ${[]}                                                               | ${'a plural that nobody lists'}
  ${'musculus  trapezius'}     | ${['trapezius']}                                                    | ${'two blanks'}
  ${'trapezius  muscles'}      | ${['trapezius']}                                                    | ${'two blanks before the word behind it'}
  ${'muscle trapezius x'}      | ${[]}                                                               | ${'the word anywhere else'}
  ${'trapezius muscle left'}   | ${[]}                                                               | ${'a side behind the word'}
  ${'anterior scalene'}        | ${['scalenus_anterior']}                                            | ${'another name'}
  ${'TA'}                      | ${['thyroarytenoid', 'transversus_abdominis', 'tibialis_anterior']} | ${'the larynx, the belly or the leg'}
  ${'APL'}                     | ${['adductor_pollicis', 'abductor_pollicis_longus']}                | ${'one thumb or the other'}
  ${'FDS'}                     | ${['flexor_digitorum_superficialis']}                               | ${'its own first letters'}
  ${'levator'}                 | ${[]}                                                               | ${'of several'}
  ${'lev scap'}                | ${[]}                                                               | ${'nobody’s name'}
  ${'SCM right'}               | ${[]}                                                               | ${'a side is another column'}
  ${''}                        | ${[]}                                                               | ${'nothing'}
`('“$text” may be $muscles: $why', ({ text, muscles }) => {
  expect(musclesNamed(text)).toEqual(muscles);
});

it('every muscle is found by its slug and its name, and no name of one is another’s', () => {
  for (const slug of MUSCLE_SLUGS)
    for (const name of [
      slug,
      MUSCLES[slug].name,
      ...MUSCLES[slug].aliases.filter(({ length }) => length > 4),
    ])
      expect([name, musclesNamed(name)]).toEqual([name, [slug]]);
});
