import type { IndicationSlug } from './indications';
import { isScale, SCALE_SLUGS, SCALES, scaleIn, scaleRank, scaleValue, scaleValueOfText } from './scales';

it.each`
  scale                | value    | accepted | why
  ${'twstrs_total'}    | ${85}    | ${true}  | ${'the top'}
  ${'twstrs_total'}    | ${84.75} | ${true}  | ${'pain counts in quarters'}
  ${'twstrs_total'}    | ${85.25} | ${false} | ${'above the top'}
  ${'twstrs_total'}    | ${0}     | ${true}  | ${'the bottom'}
  ${'twstrs_total'}    | ${-1}    | ${false} | ${'below the bottom'}
  ${'hit6'}            | ${36}    | ${true}  | ${'the bottom'}
  ${'hit6'}            | ${35}    | ${false} | ${'below the bottom'}
  ${'jrs'}             | ${4.5}   | ${false} | ${'between two steps'}
  ${'bsdi'}            | ${1.83}  | ${true}  | ${'a mean'}
  ${'pct_improvement'} | ${-100}  | ${true}  | ${'much worse'}
  ${'pct_improvement'} | ${101}   | ${false} | ${'more than all'}
  ${'pgic'}            | ${0}     | ${false} | ${'starts at 1'}
  ${'jrs'}             | ${'4'}   | ${false} | ${'text'}
  ${'jrs'}             | ${NaN}   | ${false} | ${'not a number'}
  ${'jrs'}             | ${null}  | ${false} | ${'nothing'}
  ${'mas'}             | ${'1+'}  | ${true}  | ${'the label'}
  ${'mas'}             | ${'4'}   | ${true}  | ${'the label'}
  ${'mas'}             | ${1.5}   | ${false} | ${'a number in place of the label'}
  ${'mas'}             | ${'5'}   | ${false} | ${'no such label'}
  ${'smc_grade'}       | ${1}     | ${true}  | ${'grade I'}
  ${'smc_grade'}       | ${4}     | ${true}  | ${'grade IV'}
  ${'smc_grade'}       | ${0}     | ${false} | ${'the grades begin at I'}
  ${'ftm'}             | ${144}   | ${true}  | ${'the top'}
  ${'ftm'}             | ${145}   | ${false} | ${'above the top'}
  ${'dsfs'}            | ${2}     | ${true}  | ${'never drools: 1 and 1'}
  ${'dsfs'}            | ${1}     | ${false} | ${'below the bottom'}
  ${'dsfs'}            | ${9}     | ${true}  | ${'profuse and constant: 5 and 4'}
  ${'dsfs'}            | ${10}    | ${false} | ${'above the top'}
  ${'vhi10'}           | ${40}    | ${true}  | ${'the top'}
  ${'vhi10'}           | ${41}    | ${false} | ${'above the top'}
  ${'repas'}           | ${104}   | ${true}  | ${'26 movements of 4'}
  ${'repas'}           | ${105}   | ${false} | ${'above the top'}
  ${'dlqi'}            | ${30}    | ${true}  | ${'the top'}
  ${'dlqi'}            | ${31}    | ${false} | ${'above the top'}
  ${'tardieu'}         | ${5}     | ${true}  | ${'the joint does not move'}
  ${'tardieu'}         | ${6}     | ${false} | ${'above the top'}
  ${'no_scale'}        | ${1}     | ${false} | ${'no such scale'}
`('$scale takes $value ($why): $accepted', ({ scale, value, accepted }) => {
  const take = () => scaleValue(scale, value);
  if (accepted) expect(take()).toBe(value);
  else expect(take).toThrow(RangeError);
});

it('says what a scale takes', () => {
  expect(() => scaleValue('jrs', 9)).toThrow('Jankovic Rating takes a number from 0 to 8 in steps of 1');
  expect(() => scaleValue('mas', '5')).toThrow('Modified Ashworth takes one of the labels 0, 1, 1+, 2, 3, 4');
});

it.each`
  label   | rank
  ${'0'}  | ${0}
  ${'1'}  | ${1}
  ${'1+'} | ${2}
  ${'2'}  | ${3}
  ${'4'}  | ${5}
`('Modified Ashworth $label has rank $rank', ({ label, rank }) => {
  expect(scaleRank('mas', label)).toBe(rank);
});

it('reads a stored value back', () => {
  expect([
    scaleValueOfText('mas', '1+'),
    scaleValueOfText('mas', '2'),
    scaleValueOfText('jrs', '6'),
    scaleRank('jrs', 6),
  ]).toEqual(['1+', '2', 6, 6]);
});

it.each`
  scale                | direction
  ${'twstrs_total'}    | ${'higher-is-worse'}
  ${'pgic'}            | ${'higher-is-worse'}
  ${'cgi_i'}           | ${'higher-is-worse'}
  ${'peak_effect_0_4'} | ${'higher-is-better'}
  ${'pct_improvement'} | ${'higher-is-better'}
  ${'duration_days'}   | ${'higher-is-better'}
  ${'gas_t'}           | ${'higher-is-better'}
`('$scale: $direction', ({ scale, direction }: { scale: keyof typeof SCALES; direction: string }) => {
  expect(SCALES[scale].direction).toBe(direction);
});

it.each`
  scale                | value   | kind
  ${'twstrs_total'}    | ${8}    | ${'points'}
  ${'twstrs_severity'} | ${20}   | ${'percent'}
  ${'mhd'}             | ${30}   | ${'percent'}
  ${'hit6'}            | ${6}    | ${'points'}
  ${'midas'}           | ${5}    | ${'points'}
  ${'jrs'}             | ${2}    | ${'points'}
  ${'bsdi'}            | ${0.7}  | ${'points'}
  ${'hfs30'}           | ${4.46} | ${'points'}
  ${'hfs7'}            | ${2.63} | ${'points'}
  ${'hdss'}            | ${2}    | ${'points'}
`(
  'a change of $value $kind of $scale matters',
  ({ scale, value, kind }: { scale: keyof typeof SCALES; value: number; kind: string }) => {
    expect(SCALES[scale].meaningfulChange).toMatchObject({
      value,
      kind,
      source: expect.stringMatching(/^V:/),
    });
  },
);

it.each`
  scale         | indication            | value
  ${'hit6'}     | ${'chronic_migraine'} | ${6}
  ${'hit6'}     | ${'tension_headache'} | ${8}
  ${'nrs_pain'} | ${'tension_headache'} | ${2}
`(
  'a change of $value points of $scale matters in $indication',
  ({ scale, indication, value }: { scale: string; indication: IndicationSlug; value: number }) => {
    expect(scaleIn(scale, indication).meaningfulChange).toMatchObject({ value, kind: 'points' });
  },
);

it('knows its slugs and nothing else', () => {
  expect(SCALE_SLUGS.every(isScale)).toBe(true);
  expect([isScale('toString'), isScale(7), isScale('MAS')]).toEqual([false, false, false]);
  expect(SCALE_SLUGS.map((slug) => SCALES[slug].slug)).toEqual(SCALE_SLUGS);
});
