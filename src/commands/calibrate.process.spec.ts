import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SETTINGS } from '../../bench/settings';
import { simulateCohort } from '../../bench/simulated/simulate';
import { assessHistory } from '../clinical/assess-course';
import { historyOf } from '../clinical/course/course-input';
import { TREND_RULES_VERSION } from '../clinical/watch/response-rules';
import { readLine } from './course-line';
import { rulesOfFile, type LearnedFile } from './learned-file';

const ROOT = join(__dirname, '../..');
const FOLDER = mkdtempSync(join(tmpdir(), 'calibrate-'));
const FILE = join(FOLDER, 'clinic.json');
afterAll(() => rmSync(FOLDER, { recursive: true }));

function run(command: string, args: readonly string[], input: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', './test/support/typescript.cjs', `src/commands/${command}.ts`, ...args],
    { cwd: ROOT, input, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return { status, stdout, stderr };
}

/** A noisy clinic, as lines of `assess`. */
const LINES = simulateCohort(SETTINGS.noisy, 400, 9)
  .map(({ courseId, indication, sessions }) => ({
    id: courseId,
    indication,
    sessions: sessions.map(({ date, product, units, muscles, injector, response }) => ({
      performedOn: date,
      product,
      totalUnits: units,
      muscles,
      injectorId: injector,
      response: {
        improvementPct: response.peakImprovementPct,
        pgic: response.pgic,
        woreOffOn: response.wearOffDate,
      },
    })),
  }))
  .map((line) => JSON.stringify(line));

it('what calibrate learned is what assess judges with', () => {
  const calibrated = run('calibrate', [], `${LINES.join('\n')}\nx\n`);
  expect(calibrated.status).toBe(1);
  expect(calibrated.stderr).toMatch(
    /^line 401: not JSON\nlearned [0-9a-f]{8}: 400 courses, \d+ differences; .+\n$/,
  );
  writeFileSync(FILE, calibrated.stdout);
  const file = JSON.parse(calibrated.stdout) as LearnedFile;
  expect(file.ruleValues).toEqual({});
  expect(file.learned.noise.sizeSd).toBeGreaterThan(11.5);

  const assessed = run('assess', ['--clinic', FILE], LINES.join('\n'));
  expect({ status: assessed.status, stderr: assessed.stderr }).toEqual({ status: 0, stderr: '' });
  const answers = assessed.stdout.trim().split('\n');
  const rules = rulesOfFile(FILE);
  const expected = LINES.map((text) => {
    const line = readLine(text);
    const {
      forecast,
      dueStatus: _status,
      daysOverdue: _overdue,
      ...decided
    } = assessHistory(historyOf(line), '2026-12-07', rules);
    const { trend, flags, forecasts } = decided;
    return { id: line.id, due: forecast?.dueOn, trend, flags, forecasts };
  });
  const seen = answers.map((answer) => {
    const { id, forecast, trend, flags, forecasts } = JSON.parse(answer) as Record<string, never> & {
      forecast?: { dueOn: string };
    };
    return { id, due: forecast?.dueOn, trend, flags, forecasts };
  });
  expect(seen).toEqual(JSON.parse(JSON.stringify(expected)));
  const { trend } = expected[0]!;
  expect(trend!.rulesVersion).toBe(`${TREND_RULES_VERSION}, ${file.learned.noise.version}`);

  const usual = run('assess', [], LINES.join('\n')).stdout.trim().split('\n');
  expect(usual.filter((answer, index) => answer !== answers[index]).length).toBeGreaterThan(100);
});

it('learns the same from the same courses in another order', () => {
  const versions = [LINES, LINES.toReversed()].map(
    (lines) =>
      (JSON.parse(run('calibrate', [], lines.join('\n')).stdout) as LearnedFile).learned.noise.version,
  );
  expect(versions[0]).toBe(versions[1]);
});
