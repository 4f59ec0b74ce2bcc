import { ruleValues } from '../rules';
import { usualNoise } from './clinic-noise';
import { shareText, trueLossShare } from './true-loss-share';

const RULES = ruleValues();

it.each`
  p         | learned | scaleOnly | indication                  | share   | why
  ${0.0275} | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.05} | ${'where a watch begins'}
  ${0.0499} | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.05} | ${'just under'}
  ${0.05}   | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.1}  | ${'1 in 10'}
  ${0.063}  | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.1}  | ${'where a review begins'}
  ${0.0801} | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.17} | ${'1 in 6'}
  ${0.1501} | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.25} | ${'1 in 4'}
  ${0.3001} | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.4}  | ${'4 in 10'}
  ${0.5001} | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.5}  | ${'half'}
  ${0.7499} | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.5}  | ${'still half'}
  ${0.7501} | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.67} | ${'2 in 3'}
  ${0.9001} | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.83} | ${'the most that is told'}
  ${0.9701} | ${999}  | ${false}  | ${'cervical_dystonia'}      | ${0.5}  | ${'a difference too few: never above half'}
  ${0.2001} | ${0}    | ${false}  | ${'cervical_dystonia'}      | ${0.25} | ${'nothing learned'}
  ${0.3001} | ${0}    | ${false}  | ${'cervical_dystonia'}      | ${0.33} | ${'nothing learned'}
  ${0.9999} | ${1000} | ${true}   | ${'cervical_dystonia'}      | ${0.17} | ${'a scale alone: never above 1 in 6'}
  ${0.1499} | ${1000} | ${true}   | ${'cervical_dystonia'}      | ${0.1}  | ${'a scale alone'}
  ${0.3}    | ${1000} | ${false}  | ${'chronic_migraine'}       | ${0.02} | ${'rare in migraine'}
  ${0.63}   | ${1000} | ${false}  | ${'chronic_migraine'}       | ${0.1}  | ${'the case of the clinical review: 1 in 10, not 7 in 10'}
  ${0.9701} | ${1000} | ${false}  | ${'hyperhidrosis_axillary'} | ${0.4}  | ${'rare in sweating'}
  ${1}      | ${1000} | ${false}  | ${'cervical_dystonia'}      | ${0.83} | ${'a certainty is told as no more'}
  ${1}      | ${1000} | ${false}  | ${'chronic_migraine'}       | ${0.4}  | ${'above it too few such losses were simulated'}
  ${1}      | ${0}    | ${false}  | ${'chronic_migraine'}       | ${0.4}  | ${'nothing learned'}
  ${1}      | ${1000} | ${true}   | ${'chronic_migraine'}       | ${0.17} | ${'a scale alone: never above 1 in 6'}
`('p $p, $learned differences, scale only $scaleOnly, $indication → $share: $why', (given) => {
  const { p, learned, scaleOnly, indication, share } = given;
  const noise = { ...usualNoise(RULES), differences: learned as number };
  expect(trueLossShare({ p, indication, scaleOnly, noise, rules: RULES })).toBe(share);
});

it.each`
  noise                  | share   | why
  ${{ sizeSd: 15 }}      | ${0.83} | ${'about as noisy as a simulated clinic'}
  ${{ sizeSd: 15.1 }}    | ${0.5}  | ${'sizes scatter more than in any'}
  ${{ lengthSd: 0.25 }}  | ${0.83} | ${'lengths as in one'}
  ${{ lengthSd: 0.251 }} | ${0.5}  | ${'lengths scatter more than in any'}
`('of a clinic with $noise tells $share: $why', ({ noise: set, share }) => {
  const noise = { ...usualNoise(RULES), differences: 1000, ...(set as object) };
  const told = trueLossShare({
    p: 0.98,
    indication: 'cervical_dystonia',
    scaleOnly: false,
    noise,
    rules: RULES,
  });
  expect(told).toBe(share);
});

it.each`
  p        | share   | why
  ${0.98}  | ${0.83} | ${'the clinic’s own reviews say more than the simulated'}
  ${0.8}   | ${0.3}  | ${'they say less: the lower is told'}
  ${0.5}   | ${0.3}  | ${'where their cell begins'}
  ${0.499} | ${0.4}  | ${'just below the last cell: as simulated'}
`('a weight of $p is told as $share: $why', ({ p, share }) => {
  const calibration = [
    { from: 0.9, share: 0.9, reviews: 60 },
    { from: 0.5, share: 0.3, reviews: 55 },
  ];
  const noise = { ...usualNoise(RULES), differences: 1000 };
  const told = {
    indication: 'cervical_dystonia',
    scaleOnly: false,
    noise,
    calibration,
    rules: RULES,
  } as const;
  expect(trueLossShare({ ...told, p: p as number })).toBe(share);
});

it.each`
  share   | text
  ${0.02} | ${'fewer than 1 in 20'}
  ${0.05} | ${'about 1 in 20'}
  ${0.1}  | ${'about 1 in 10'}
  ${0.17} | ${'about 1 in 6'}
  ${0.25} | ${'about 1 in 4'}
  ${0.33} | ${'about 1 in 3'}
  ${0.4}  | ${'about 4 in 10'}
  ${0.5}  | ${'about half'}
  ${0.67} | ${'about 2 in 3'}
  ${0.83} | ${'more than 8 in 10'}
`('$share is told as "$text"', ({ share, text }) => {
  expect(shareText(share as number)).toBe(text);
});
