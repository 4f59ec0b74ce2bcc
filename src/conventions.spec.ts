import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const ROOT = join(__dirname, '..');

/** What the service, its figures and its tests are made of; `calendar` alone may make a day in UTC, as its test does. */
const SOURCES = ['src', 'bench', 'migrations', 'test', 'examples'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(ROOT, folder, name))
    .filter((path) => /\.([cm]?[jt]s|tsx)$/.test(path)),
);
const SLICED = /\bto(?:ISOString|JSON)\(\)\s*\??\.\s*(?:(?:slice|substring|substr)\(\s*0,\s*10\s*\)|split\()/;

it('finds the slice that it bans, on one line or two, and no other', () => {
  const banned = [
    'd.toISOString().slice(0, 10)',
    "d.toISOString().split('T')[0]",
    'd.toJSON()\n  .substring(0, 10)',
  ];
  expect(banned.every((line) => SLICED.test(line))).toBe(true);
  expect(SLICED.test('shown.toISOString().slice(0, 16)')).toBe(false);
});

it('a day comes from a moment only through dayIn(zone, moment)', () => {
  const slicing = SOURCES.filter((path) => SLICED.test(readFileSync(path, 'utf8')));
  expect(slicing.map((path) => relative(ROOT, path).split(sep).join('/')).toSorted()).toEqual([
    'src/clinical/calendar.spec.ts',
    'src/conventions.spec.ts',
  ]);
});

it('no test waits for a time: it waits for what it wants to see', () => {
  const waiting = SOURCES.filter((path) => /\bwaitForTimeout\(/.test(readFileSync(path, 'utf8')));
  expect(waiting.map((path) => relative(ROOT, path))).toEqual([]);
});
