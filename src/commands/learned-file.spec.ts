import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulesOfFile } from './learned-file';

const FOLDER = mkdtempSync(join(tmpdir(), 'learned-'));
const PATH = join(FOLDER, 'clinic.json');
afterAll(() => rmSync(FOLDER, { recursive: true }));

const NOISE = {
  version: 'learned 1',
  sizeSd: 13,
  lengthSd: 0.2,
  differences: 1500,
  scaleRatio: { mhd: 1.4 },
};
const USUAL = { tremor: { meanSizePct: 50, medianDays: 90, courses: 60 } };
const LEARNED = { noise: NOISE, usual: USUAL, calibration: [{ from: 0.8, share: 0.5, reviews: 60 }] };

function read(file: unknown) {
  writeFileSync(PATH, typeof file === 'string' ? file : JSON.stringify(file));
  return rulesOfFile(PATH);
}

it('reads what calibrate wrote', () => {
  const rules = read({ learned: LEARNED, ruleValues: { 'R.review.weight': 0.2 }, alarms: { courses: 3 } });
  expect(rules.learned).toEqual(LEARNED);
  expect(rules.values['R.review.weight']).toBe(0.2);
  expect(rules.values['R.watch.weight']).toBe(
    read({ learned: LEARNED, ruleValues: {} }).values['R.watch.weight'],
  );
});

it.each`
  file                                                                                  | problem
  ${'x'}                                                                                | ${'is not JSON: give a file that calibrate wrote'}
  ${[]}                                                                                 | ${': the file must be an object, as calibrate writes it'}
  ${{}}                                                                                 | ${': /learned must be an object, as calibrate writes it'}
  ${{ learned: { ...LEARNED, noise: { ...NOISE, version: '' } } }}                      | ${': /learned/noise/version must be a text, as calibrate writes it'}
  ${{ learned: { ...LEARNED, noise: { ...NOISE, sizeSd: 0.9 } } }}                      | ${': /learned/noise/sizeSd must be a number from 1 to 100, as calibrate writes it'}
  ${{ learned: { ...LEARNED, noise: { ...NOISE, sizeSd: '13' } } }}                     | ${': /learned/noise/sizeSd must be a number from 1 to 100, as calibrate writes it'}
  ${{ learned: { ...LEARNED, noise: { ...NOISE, lengthSd: 3.1 } } }}                    | ${': /learned/noise/lengthSd must be a number from 0.01 to 3, as calibrate writes it'}
  ${{ learned: { ...LEARNED, noise: { ...NOISE, differences: -1 } } }}                  | ${': /learned/noise/differences must be a number from 0 on, as calibrate writes it'}
  ${{ learned: { ...LEARNED, usual: { tremor: { ...USUAL.tremor, medianDays: 0 } } } }} | ${': /learned/usual/tremor/medianDays must be a number from 1 to 1000, as calibrate writes it'}
  ${{ learned: { ...LEARNED, calibration: {} } }}                                       | ${': /learned/calibration must be a list, as calibrate writes it'}
  ${{ learned: { ...LEARNED, calibration: [{ from: 0.8, share: 1.1, reviews: 60 }] } }} | ${': /learned/calibration/0/share must be a number from 0 to 1, as calibrate writes it'}
  ${{ learned: LEARNED, ruleValues: { 'S03.none': 1 } }}                                | ${': /ruleValues/S03.none must be a threshold that a clinic can set, as calibrate writes it'}
  ${{ learned: LEARNED, ruleValues: { 'R.review.weight': 0 } }}                         | ${/: .ruleValues.R\.review\.weight must be a number from /}
`('says what is wrong: $problem', ({ file, problem }) => {
  expect(() => read(file)).toThrow(problem as string | RegExp);
});

it.each`
  learned                                                              | problem
  ${{ ...LEARNED, usual: { toothache: USUAL.tremor } }}                | ${/: .learned.usual.toothache must be one of chronic_migraine, /}
  ${{ ...LEARNED, noise: { ...NOISE, scaleRatio: { shoe_size: 1 } } }} | ${/: .learned.noise.scaleRatio.shoe_size must be one of /}
`('knows its indications and scales: $problem', ({ learned, problem }) => {
  expect(() => read({ learned: learned as unknown, ruleValues: {} })).toThrow(problem as RegExp);
});

it('says so where there is no such file', () => {
  expect(() => rulesOfFile(join(FOLDER, 'none.json'))).toThrow(
    'none.json cannot be read (ENOENT): give a file that calibrate wrote',
  );
});
