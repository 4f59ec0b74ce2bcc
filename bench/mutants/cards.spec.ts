import { existsSync, readFileSync } from 'node:fs';
import { cards, NO_DECISION } from './cards';
import { EQUIVALENT } from './equivalent';

const CARDS = cards();

/** The rows of the table of scores: the file, and its cells by the names of their columns. */
const ROWS = readFileSync('docs/mutants.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:clinical|records)\//.test(line))
  .map((line) => {
    const [file, harm, specs, mutants, noticed, equivalent, score] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { file: `src/${file}`, harm, specs, mutants, noticed, equivalent, score: Number(score) };
  });

it('each file that decides has specs that answer for it', () => {
  expect(CARDS.filter(({ specs }) => specs.length === 0).map(({ file }) => file)).toEqual([]);
  expect(CARDS.flatMap(({ specs }) => specs).filter((spec) => !existsSync(spec))).toEqual([]);
});

it('a name is that of one file', () => {
  const names = CARDS.map(({ name }) => name);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

it('what is said to decide nothing is there', () => {
  expect(NO_DECISION.filter((file) => !existsSync(file))).toEqual([]);
});

it('a rule of the records is among them, what needs the database is not', () => {
  const files = CARDS.map(({ file }) => file).filter((file) => file.startsWith('src/records/'));
  expect(files).toContain('src/records/responses/response-shape.ts');
  expect(files).not.toContain('src/records/responses/responses.service.ts');
});

it('the table of scores names no file and no spec that is gone', () => {
  const known = CARDS.map(({ file }) => file);
  expect(ROWS.map(({ file }) => file).filter((file) => !known.includes(file))).toEqual([]);
});

it('what harms is kept at 90 percent and more', () => {
  const harms = new Set(CARDS.filter((card) => card.harms).map(({ file }) => file));
  expect(ROWS.filter(({ file, score }) => harms.has(file) && !(score >= 90))).toEqual([]);
});

it('what is said to be equivalent still stands in its file', () => {
  const gone = EQUIVALENT.filter(({ file, line }) => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    return !lines.some((text) => text.trim() === line);
  });
  expect(gone.map(({ file, line }) => `${file}: ${line}`)).toEqual([]);
});
