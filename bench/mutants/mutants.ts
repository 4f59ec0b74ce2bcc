import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dayIn } from '../../src/clinical/calendar';
import { cards, type Card } from './cards';
import { EQUIVALENT } from './equivalent';
import { percentKilled, scoreOf, type MutationReport, type Score } from './report';

/*
 * Do the tables of cases notice when a decision is wrong? `npm run mutants -- due-forecast` breaks one file in every way
 * the tool knows, runs its own specs on each, prints what they did not notice and writes the score into
 * `docs/mutants.md`. Several names, `harm` (every file whose wrong answer harms) or `all` go on one after the other.
 */

const TABLE = 'docs/mutants.md';
const FOLDER = 'coverage/mutants';

const asked = process.argv.slice(2);
const known = cards();
const chosen = known.filter(
  ({ name, harms }) => asked.includes(name) || asked.includes('all') || (harms && asked.includes('harm')),
);
if (chosen.length === 0) {
  console.log(`npm run mutants -- <file> … | harm | all\n\n${known.map(({ name }) => name).join('\n')}`);
  process.exitCode = asked.length === 0 ? 0 : 2;
}
for (const card of chosen) {
  const report = mutate(card);
  if (!report) {
    console.error(`${card.file}: the tool gave up; its row stays as it was`);
    process.exitCode = 1;
    continue;
  }
  const score = scoreOf(report, card);
  print(card, score);
  writeFileSync(TABLE, withRow(readFileSync(TABLE, 'utf8'), card, score));
}

function mutate({ name, file, specs }: Card): MutationReport | undefined {
  const report = `${FOLDER}/${name}.json`;
  const { status } = spawnSync('node_modules/.bin/stryker', ['run', 'bench/mutants/stryker.config.cjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      MUTANTS_FILE: file,
      MUTANTS_SPECS: specs.join(' '),
      MUTANTS_REPORT: report,
    },
  });
  return status === 0 ? (JSON.parse(readFileSync(report, 'utf8')) as MutationReport) : undefined;
}

function print({ file }: Card, score: Score): void {
  const { mutants, killed, equivalent, survivors } = score;
  console.log(
    `${file}: ${killed} of ${mutants} killed, ${equivalent.length} equivalent: ${percentKilled(score)} %`,
  );
  for (const { line, original, replacement, covered } of survivors) {
    console.log(`  ${line}${covered ? '' : ' (no case)'}: ${oneLine(original)} → ${oneLine(replacement)}`);
  }
  for (const stale of EQUIVALENT.filter((said) => said.file === file && !equivalent.includes(said))) {
    console.log(`  no longer met, take it out of equivalent.ts: ${oneLine(stale.original)}`);
  }
}

/** The table with this file's row put in place of its last one. */
function withRow(text: string, { file, specs, harms }: Card, score: Score): string {
  const cells = [
    file.replace('src/', ''),
    harms ? 'yes' : '',
    specs.map((spec) => spec.slice(spec.lastIndexOf('/') + 1).replace('.spec.ts', '')).join(', '),
    score.mutants,
    score.killed,
    score.equivalent.length,
    percentKilled(score),
    dayIn('UTC', new Date()),
  ];
  const row = `| ${cells.join(' | ')} |`;
  const lines = text.split('\n').filter((line) => !line.startsWith(`| ${cells[0]} `));
  const rule = lines.findIndex((line) => line.startsWith('| ---'));
  const order = known.map((card) => card.file.replace('src/', ''));
  const place = (line: string): number => order.indexOf(line.split('|')[1]!.trim());
  let at = rule + 1;
  while (lines[at]?.startsWith('|') && place(lines[at]!) < place(row)) at += 1;
  return [...lines.slice(0, at), row, ...lines.slice(at)].join('\n');
}

function oneLine(code: string): string {
  return code.replaceAll(/\s+/g, ' ');
}
