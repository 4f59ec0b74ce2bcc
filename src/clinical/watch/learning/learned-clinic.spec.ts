import { learnedShareAt, versionWith } from './learned-clinic';

it.each`
  weight   | share  | why
  ${1}     | ${0.9} | ${'the most'}
  ${0.8}   | ${0.9} | ${'where the cell begins'}
  ${0.799} | ${0.5} | ${'just below'}
  ${0.1}   | ${0.5} | ${'where the last one begins'}
  ${0.099} | ${1}   | ${'nothing learned: it lowers nothing'}
`('at a weight of $weight it allows $share: $why', ({ weight, share }) => {
  const calibration = [
    { from: 0.8, share: 0.9, reviews: 50 },
    { from: 0.1, share: 0.5, reviews: 50 },
  ];
  expect(learnedShareAt(calibration, weight as number)).toBe(share);
});

it.each`
  version        | text
  ${undefined}   | ${'response-trend 4'}
  ${'default'}   | ${'response-trend 4'}
  ${'learned 7'} | ${'response-trend 4, learned 7'}
`('what was judged with $version carries "$text"', ({ version, text }) => {
  expect(versionWith('response-trend 4', version && { version: version as string })).toBe(text);
});
