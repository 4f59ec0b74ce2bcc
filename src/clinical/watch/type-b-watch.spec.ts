import { ruleValues } from '../rules';
import { failedTwiceEarly, lostDryMouthAndBenefit, stillResponds } from './type-b-watch';

const RULES = ruleValues();

/** `90 dry`: 90 % of usual benefit with dry mouth; `90 none` asked, without; `90 ?` not asked. */
function seen(course: string) {
  return course.split(', ').map((word) => {
    const [benefit, effects] = word.split(' ');
    const adverseEvents = { dry: ['dry_mouth'], none: [], other: ['dysphagia'], '?': undefined }[effects!];
    return { benefit: Number(benefit) / 100, adverseEvents };
  });
}

it.each`
  course                         | lost     | why
  ${'100 dry, 30 none'}          | ${true}  | ${'dry mouth and benefit lost together'}
  ${'100 dry, 30 other'}         | ${true}  | ${'another side effect is no dry mouth'}
  ${'100 dry, 30 dry'}           | ${false} | ${'the dry mouth is still there'}
  ${'100 dry, 30 ?'}             | ${false} | ${'nobody asked this time'}
  ${'100 none, 30 none'}         | ${false} | ${'there never was a dry mouth'}
  ${'100 ?, 30 none'}            | ${false} | ${'nobody asked before'}
  ${'30 none'}                   | ${false} | ${'a first session'}
  ${'100 dry, 90 none, 30 none'} | ${true}  | ${'not only the session just before'}
  ${'80 dry, 30 none'}           | ${true}  | ${'four fifths of usual were a good session'}
  ${'79 dry, 30 none'}           | ${false} | ${'just under: it was none'}
  ${'81 dry, 30 none'}           | ${true}  | ${'just over'}
  ${'100 dry, 75 none'}          | ${true}  | ${'three quarters count as lost here'}
  ${'100 dry, 76 none'}          | ${false} | ${'just over: not lost'}
  ${'100 dry, 74 none'}          | ${true}  | ${'just under'}
`('$course → lost $lost: $why', ({ course, lost }) => {
  expect(lostDryMouthAndBenefit(seen(course), RULES)).toBe(lost);
});

it('of no session nothing is lost', () => {
  expect(lostDryMouthAndBenefit([], RULES)).toBe(false);
});

/** `100 responded, 20 failed`: the share of usual, and what the indication's measure says; `cut`: at a reduced dose. */
function judged(course: string) {
  return course.split(', ').map((word) => {
    const [benefit, outcome, cut] = word.split(' ');
    return {
      benefit: Number(benefit) / 100,
      outcome: outcome === '?' ? undefined : { by: 'mas' as const, outcome: outcome as 'failed' },
      changes: cut ? (['dose-cut'] as const) : [],
    };
  });
}

it.each`
  course                                                 | failed   | why
  ${'100 responded, 10 failed, 10 failed'}               | ${true}  | ${'two failures after one good session'}
  ${'80 responded, 50 failed, 50 failed'}                | ${true}  | ${'just good, just half'}
  ${'79 responded, 10 failed, 10 failed'}                | ${false} | ${'it was not good before'}
  ${'100 responded, 10 failed, 51 failed'}               | ${false} | ${'more than half was left'}
  ${'100 responded, 51 failed, 10 failed'}               | ${false} | ${'more than half was left the first time'}
  ${'100 responded, 10 between, 10 failed'}              | ${false} | ${'one of them is no failure by the measure'}
  ${'100 responded, 10 ?, 10 failed'}                    | ${false} | ${'one was not judged by a measure'}
  ${'100 responded, 10 failed'}                          | ${false} | ${'one failure'}
  ${'10 failed, 10 failed'}                              | ${false} | ${'nothing before them'}
  ${'90 failed, 10 failed, 10 failed'}                   | ${true}  | ${'the benefit says that it was good'}
  ${'10 failed, 100 responded'}                          | ${false} | ${'the last one worked'}
  ${'40 failed, 90 failed'}                              | ${false} | ${'only what came before them was good'}
  ${'100 responded, 10 failed cut, 10 failed'}           | ${false} | ${'one at a cut dose'}
  ${'100 responded, 10 failed, 10 failed cut'}           | ${false} | ${'the other at a cut dose'}
  ${'100 responded, 90 responded, 10 failed, 10 failed'} | ${true}  | ${'after two'}
  ${'100 ?, 90 ?, 90 responded, 10 failed, 10 failed'}   | ${false} | ${'later on the weight decides'}
`('$course → $failed: $why', ({ course, failed }) => {
  expect(failedTwiceEarly(judged(course as string), RULES)).toBe(failed);
});

it.each`
  course                                                   | still    | why
  ${'100 responded, 50 responded, 40 responded'}           | ${true}  | ${'less than at first, and a response each time'}
  ${'100 responded, 50 responded, 20 failed'}              | ${false} | ${'the last one failed'}
  ${'100 responded, 20 failed, 50 responded'}              | ${false} | ${'the one before it'}
  ${'20 failed, 50 responded, 50 responded'}               | ${false} | ${'the third back'}
  ${'20 failed, 50 responded, 50 responded, 50 responded'} | ${true}  | ${'one more back is long ago'}
  ${'100 responded, 50 between, 50 responded'}             | ${false} | ${'one was no response'}
  ${'100 responded, 50 ?, 50 responded'}                   | ${false} | ${'one was not judged by a measure'}
`('$course → still responds $still: $why', ({ course, still }) => {
  expect(stillResponds(judged(course as string))).toBe(still);
});
