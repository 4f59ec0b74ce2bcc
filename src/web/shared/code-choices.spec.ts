import { codeChoices } from './code-choices';

it('offers the codes that fit, in words, and names the one that stands there and does not', () => {
  const face = { indication: 'hemifacial_spasm', side: 'left' } as const;
  expect(codeChoices(face, '2026-11-22', 'G51.31').map(({ label }) => label)).toEqual([
    'None',
    'G51.32 Left',
    'G51.33 Both sides',
    'G51.39 Side not told',
    'G51.31 Does not fit',
  ]);
  expect(codeChoices(face, '2026-11-22', 'G51.32').map(({ value }) => value)).toEqual([
    '',
    'G51.32',
    'G51.33',
    'G51.39',
  ]);
});

it('offers none before an indication is chosen', () => {
  expect(codeChoices({ indication: null, side: 'left' }, '2026-11-22').map(({ label }) => label)).toEqual([
    'None',
  ]);
});
