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
  change                                                       | problem
  ${{ learned: 3 }}                                            | ${'/learned: learned must be an object'}
  ${{ noise: { ...NOISE, version: '' } }}                      | ${'/learned/noise/version: version must not be empty'}
  ${{ noise: { ...NOISE, sizeSd: 0.9 } }}                      | ${'/learned/noise/sizeSd: sizeSd must not be less than 1'}
  ${{ noise: { ...NOISE, sizeSd: '13' } }}                     | ${'/learned/noise/sizeSd: sizeSd must be a number'}
  ${{ noise: { ...NOISE, lengthSd: 3.1 } }}                    | ${'/learned/noise/lengthSd: lengthSd must not be greater than 3'}
  ${{ noise: { ...NOISE, differences: -1 } }}                  | ${'/learned/noise/differences: differences must not be less than 0'}
  ${{ noise: { ...NOISE, scaleRatio: { shoe_size: 1 } } }}     | ${'/learned/noise/scaleRatio/shoe_size: shoe_size is not a field here: leave it out'}
  ${{ usual: { toothache: USUAL.tremor } }}                    | ${'/learned/usual/toothache: toothache is not a field here: leave it out'}
  ${{ usual: { tremor: { meanSizePct: 50, courses: 60 } } }}   | ${'/learned/usual/tremor/medianDays: medianDays must be a number'}
  ${{ calibration: {} }}                                       | ${'/learned/calibration: calibration must be an array'}
  ${{ calibration: [{ from: 0.8, share: 1.1, reviews: 60 }] }} | ${'/learned/calibration/0/share: share must not be greater than 1'}
  ${{ ruleValues: { 'S03.none': 1 } }}                         | ${'/ruleValues/S03.none: S03.none is not a field here: leave it out'}
  ${{ ruleValues: { 'R.review.weight': 0 } }}                  | ${'/ruleValues/R.review.weight: R.review.weight must be a number above 0'}
`('says what is wrong first: $problem', ({ change, problem }) => {
  const { learned, ruleValues = {}, ...more } = change as Record<string, unknown>;
  const file = { learned: learned ?? { ...LEARNED, ...more }, ruleValues };
  expect(() => read(file)).toThrow(`${PATH} is not what calibrate wrote: ${problem}`);
});

it.each`
  text    | problem
  ${'x'}  | ${'is not JSON: give a file that calibrate wrote'}
  ${'[]'} | ${'is not what calibrate wrote: the file must be an object'}
  ${'{}'} | ${'is not what calibrate wrote: /learned: learned must be an object'}
`('refuses $text: $problem', ({ text, problem }) => {
  expect(() => read(text)).toThrow(problem as string);
});

it('says so where there is no such file', () => {
  expect(() => rulesOfFile(join(FOLDER, 'none.json'))).toThrow(
    'none.json cannot be read (ENOENT): give a file that calibrate wrote',
  );
});
