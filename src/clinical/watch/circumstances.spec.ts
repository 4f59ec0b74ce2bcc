import { circumstancesOf } from './circumstances';

it.each`
  answered | adverseEvents    | says             | why
  ${false} | ${[]}            | ${undefined}     | ${'nobody asked'}
  ${true}  | ${[]}            | ${[]}            | ${'asked, and none came up'}
  ${true}  | ${['dysphagia']} | ${['dysphagia']} | ${'asked'}
  ${false} | ${['dysphagia']} | ${['dysphagia']} | ${'reported before anything else was'}
`('side effects: $why → $says', ({ answered, adverseEvents, says }) => {
  expect(circumstancesOf({ answered, adverseEvents, guidance: [], muscles: [] })).toEqual(
    says ? { adverseEvents: says } : {},
  );
});

it.each`
  guidance                | muscles                              | guided       | why
  ${['emg']}              | ${['splenius_capitis']}              | ${true}      | ${'EMG'}
  ${['ultrasound']}       | ${['splenius_capitis']}              | ${true}      | ${'ultrasound'}
  ${['stimulation']}      | ${['splenius_capitis']}              | ${true}      | ${'stimulation'}
  ${['ct']}               | ${['splenius_capitis']}              | ${true}      | ${'CT'}
  ${['palpation']}        | ${['splenius_capitis']}              | ${false}     | ${'by hand'}
  ${['palpation', 'emg']} | ${['splenius_capitis']}              | ${true}      | ${'one of two ways'}
  ${[]}                   | ${['splenius_capitis']}              | ${undefined} | ${'not recorded'}
  ${['palpation']}        | ${['frontalis']}                     | ${undefined} | ${'a muscle of the face is found by eye'}
  ${['palpation']}        | ${['axilla']}                        | ${undefined} | ${'skin is found by eye'}
  ${['emg']}              | ${[]}                                | ${undefined} | ${'no muscle known'}
  ${['palpation']}        | ${['frontalis', 'splenius_capitis']} | ${false}     | ${'one deep muscle is enough'}
`('guidance: $why → $guided', ({ guidance, muscles, guided }) => {
  const { deepMusclesGuided } = circumstancesOf({ answered: false, adverseEvents: [], guidance, muscles });
  expect(deepMusclesGuided).toBe(guided);
});
