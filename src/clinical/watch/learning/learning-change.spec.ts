import { ruleValues } from '../../rules';
import { usualNoise } from '../clinic-noise';
import type { LearnedClinic } from './learned-clinic';
import { learningChanges, type LearningChange } from './learning-change';

const RULES = ruleValues();
const USUAL: LearnedClinic = { noise: usualNoise(RULES), usual: {}, calibration: [] };
const noise = (set: object): LearnedClinic => ({ ...USUAL, noise: { ...USUAL.noise, ...set } });
const tremor = (meanSizePct: number, medianDays: number): LearnedClinic => ({
  ...USUAL,
  usual: { tremor: { meanSizePct, medianDays, courses: 60 } },
});

const told = (share: number, from = 0.05): LearnedClinic => ({
  ...USUAL,
  calibration: [{ from, share, reviews: 50 }],
});
const FIVE = Array.from({ length: 5 }, () => 'told');
const MORE_TOLD = ['shares', ...FIVE, 'told'];

interface Case {
  learned: LearnedClinic;
  standing: LearnedClinic | undefined;
  what: LearningChange['what'][];
}

it.each`
  learned                                 | standing                               | what                | why
  ${USUAL}                                | ${undefined}                           | ${[]}               | ${'as usual'}
  ${noise({ sizeSd: 11.5 })}              | ${undefined}                           | ${['sizes']}        | ${'sizes scatter more'}
  ${noise({ sizeSd: 11.49 })}             | ${undefined}                           | ${[]}               | ${'hardly more'}
  ${noise({ sizeSd: 11.49 })}             | ${noise({ sizeSd: 12 })}               | ${['sizes']}        | ${'less than what stands'}
  ${noise({ lengthSd: 0.1801 })}          | ${undefined}                           | ${['lengths']}      | ${'lengths scatter more'}
  ${noise({ lengthSd: 0.179 })}           | ${undefined}                           | ${[]}               | ${'hardly more'}
  ${noise({ scaleRatio: { mhd: 1.16 } })} | ${undefined}                           | ${['scale']}        | ${'a scale errs more'}
  ${noise({ scaleRatio: { mhd: 1.14 } })} | ${undefined}                           | ${[]}               | ${'hardly more'}
  ${USUAL}                                | ${noise({ scaleRatio: { mhd: 0.6 } })} | ${['scale']}        | ${'a scale as usual again'}
  ${tremor(57, 89)}                       | ${undefined}                           | ${['usual-size']}   | ${'tremor gives 57 %, not 55'}
  ${tremor(56.9, 89)}                     | ${undefined}                           | ${[]}               | ${'hardly more'}
  ${tremor(55, 91.7)}                     | ${undefined}                           | ${['usual-length']} | ${'3 % longer'}
  ${tremor(55, 91.6)}                     | ${undefined}                           | ${[]}               | ${'hardly longer'}
  ${tremor(57, 95)}                       | ${tremor(57, 95)}                      | ${[]}               | ${'as what stands'}
  ${noise({ differences: 1000 })}         | ${undefined}                           | ${MORE_TOLD}        | ${'enough differences that a share above half may be told'}
  ${noise({ differences: 999 })}          | ${undefined}                           | ${[]}               | ${'one too few'}
  ${noise({ differences: 1200 })}         | ${noise({ differences: 1000 })}        | ${[]}               | ${'enough as before'}
  ${told(0.16)}                           | ${undefined}                           | ${FIVE}             | ${'its own reviews were oftener false than is told'}
  ${told(0.32, 0.5)}                      | ${undefined}                           | ${['told', 'told']} | ${'of the heaviest alone, not of those where as little is told'}
  ${told(0.44, 0.75)}                     | ${undefined}                           | ${['told', 'told']} | ${'just another word'}
  ${told(0.46, 0.75)}                     | ${undefined}                           | ${[]}               | ${'another word, hardly another share'}
  ${told(0.9)}                            | ${undefined}                           | ${[]}               | ${'it never raises what is told'}
  ${USUAL}                                | ${told(0.16)}                          | ${FIVE}             | ${'no longer lowered'}
`('changes $what: $why', ({ learned, standing, what }: Case) => {
  expect(learningChanges(learned, standing, RULES).map((change) => change.what)).toEqual(what);
});

it('says of what, from what and to what', () => {
  expect(learningChanges(tremor(60, 100), undefined, RULES)).toEqual([
    { what: 'usual-size', of: 'tremor', from: 55, to: 60 },
    { what: 'usual-length', of: 'tremor', from: 89, to: 100 },
  ]);
  expect(learningChanges(told(0.3, 0.75), undefined, RULES)).toEqual([
    { what: 'told', weight: 0.9, from: 0.5, to: 0.3 },
    { what: 'told', weight: 0.75, from: 0.5, to: 0.3 },
  ]);
});
