import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const TEXT = readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8');

/** Levels 1 and 2 of ASVS 5.0.0: of each section how many, counted from 1. In 6.4 and elsewhere those of level 3 come last. */
const REQUIREMENTS: Readonly<Record<number, readonly number[]>> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2],
};
const ALL = Object.entries(REQUIREMENTS).flatMap(([chapter, sections]) =>
  sections.flatMap((count, section) =>
    Array.from({ length: count }, (_, n) => `${chapter}.${section + 1}.${n + 1}`),
  ),
);

const LINES = TEXT.split('\n').flatMap((line) => {
  const [, numbers, , verdict, how] = line.split('|').map((cell) => cell.trim());
  return numbers && /^\d/.test(numbers) ? [{ numbers: idsIn(numbers), verdict: verdict!, how: how! }] : [];
});

/** `6.5.1–5` are five. */
function idsIn(text: string): string[] {
  return text.split(', ').flatMap((part) => {
    const [, section, from, to = from] = /^(\d+\.\d+)\.(\d+)(?:–(\d+))?$/.exec(part) ?? [];
    if (section === undefined) throw new Error(`${part} is no number of the standard`);
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => `${section}.${Number(from) + n}`);
  });
}

it('each of the 253 requirements stands there once, in order', () => {
  expect(ALL).toHaveLength(253);
  expect(LINES.flatMap(({ numbers }) => numbers)).toEqual(ALL);
});

it('what a line names exists', () => {
  const named = [
    ...TEXT.matchAll(/`((?:src|test|docs|openapi|package|Dockerfile|\.dockerignore)[\w./-]*)`/g),
  ];
  const paths = named.map(([, path]) => path!);
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('every verdict is one of three, and the counts are those of the text', () => {
  const counts = { met: 0, 'n/a': 0, 'not done': 0 };
  for (const { numbers, verdict } of LINES) counts[verdict as keyof typeof counts] += numbers.length;
  expect(Object.keys(counts)).toEqual(['met', 'n/a', 'not done']);
  expect(TEXT.replaceAll(/\s+/g, ' ')).toContain(
    `of 253 requirements **${counts.met} are met, ${counts['n/a']} do not apply, ${counts['not done']} are not done**`,
  );
});
