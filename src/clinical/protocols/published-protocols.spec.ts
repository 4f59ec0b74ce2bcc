import { INDICATION_SLUGS } from '../catalogue/indications';
import { MUSCLES, isMuscle } from '../catalogue/muscles';
import { ruleValues } from '../rules';
import { aContext, aSession } from '../session-check/example-session';
import { checkSession } from '../session-check/session-check';
import { PUBLISHED_PROTOCOLS } from './published-protocols';
import { rowProblems, rowsForSide } from './protocol-rows';

const RULES = ruleValues();
const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((all, row) => all + (row ?? 0), 0);

it.each`
  name                  | indication                  | product   | units  | sites | source
  ${'PREEMPT 155 U'}    | ${'chronic_migraine'}       | ${'ona'}  | ${155} | ${31} | ${'V:CPT-15'}
  ${'PREEMPT 195 U'}    | ${'chronic_migraine'}       | ${'ona'}  | ${195} | ${39} | ${'V:EHF'}
  ${'Label start 15 U'} | ${'blepharospasm'}          | ${'ona'}  | ${15}  | ${6}  | ${'V:BOT-DC'}
  ${'Eyelids 4 × 5 U'}  | ${'hemifacial_spasm'}       | ${'ona'}  | ${20}  | ${4}  | ${'V:HFS-4x5'}
  ${'Label 100 U'}      | ${'hyperhidrosis_axillary'} | ${'ona'}  | ${100} | ${20} | ${'V:BOT-HL'}
  ${'Trial dose 100 U'} | ${'tmj_dysfunction'}        | ${'ona'}  | ${100} | ${0}  | ${'V:TMD-T1'}
  ${'Label 100 U'}      | ${'sialorrhea'}             | ${'inco'} | ${100} | ${0}  | ${'V:XEO-EPO'}
`('$indication, $name: $units U $product in $sites sites', ({ name, indication, product, ...total }) => {
  const protocol = PUBLISHED_PROTOCOLS.find(
    (known) => known.indication === indication && known.name === name,
  );
  expect(protocol).toMatchObject({ product, version: 1 });
  expect(sum(protocol!.rows.map(({ units }) => units))).toBe(total.units);
  expect(sum(protocol!.rows.map(({ sites }) => sites))).toBe(total.sites);
  expect(protocol!.source).toContain(total.source);
});

it.each`
  muscle                     | side           | units155 | sites155 | units195 | sites195
  ${'corrugator_supercilii'} | ${'bilateral'} | ${10}    | ${2}     | ${10}    | ${2}
  ${'procerus'}              | ${'midline'}   | ${5}     | ${1}     | ${5}     | ${1}
  ${'frontalis'}             | ${'bilateral'} | ${20}    | ${4}     | ${20}    | ${4}
  ${'temporalis'}            | ${'bilateral'} | ${40}    | ${8}     | ${50}    | ${10}
  ${'occipitalis'}           | ${'bilateral'} | ${30}    | ${6}     | ${40}    | ${8}
  ${'cervical_paraspinals'}  | ${'bilateral'} | ${20}    | ${4}     | ${20}    | ${4}
  ${'trapezius'}             | ${'bilateral'} | ${30}    | ${6}     | ${50}    | ${10}
`('PREEMPT, $muscle: $units155 U in $sites155 sites, $units195 U in $sites195', ({ muscle, side, ...of }) => {
  const [low, high] = PUBLISHED_PROTOCOLS;
  const given = (rows: typeof low) => rows!.rows.find((row) => row.muscle === muscle);
  expect(given(low)).toEqual({ muscle, side, units: of.units155, sites: of.sites155, volumeMl: null });
  expect(given(high)).toEqual({ muscle, side, units: of.units195, sites: of.sites195, volumeMl: null });
});

it.each(PUBLISHED_PROTOCOLS)('nobody is asked anything about $name for $indication', (protocol) => {
  const { indication, product, rows } = protocol;
  const courseSide = indication === 'hemifacial_spasm' ? 'left' : null;
  const injections = rowsForSide(rows, courseSide).map(({ sites, volumeMl: _volumeMl, ...row }) => ({
    ...row,
    ...(sites !== null && { sites }),
  }));
  const session = aSession({ product, injections });
  expect(checkSession(session, aContext({ indication, courseSide }), RULES)).toEqual([]);
});

it('has ids, names and rows that are right', () => {
  const names = PUBLISHED_PROTOCOLS.map(
    ({ indication, product, name }) => `${indication} ${product} ${name}`,
  );
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(PUBLISHED_PROTOCOLS.map(({ id }) => id)).size).toBe(PUBLISHED_PROTOCOLS.length);
  expect(PUBLISHED_PROTOCOLS.flatMap(({ rows }) => rowProblems(rows))).toEqual([]);
  const muscles = PUBLISHED_PROTOCOLS.flatMap(({ rows }) => rows.map(({ muscle }) => muscle));
  expect(muscles.filter((muscle) => !isMuscle(muscle) || !MUSCLES[muscle])).toEqual([]);
  expect(PUBLISHED_PROTOCOLS.filter(({ indication }) => !INDICATION_SLUGS.includes(indication))).toEqual([]);
});
