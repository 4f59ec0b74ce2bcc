import { courseOf } from '../../../../test/support/patients/course-line';
import { scaleCourse } from '../../../../test/support/patients/scale-course';
import { INDICATION_SLUGS, type IndicationSlug } from '../../catalogue/indications';
import { ruleValues } from '../../rules';
import type { TreatedSession } from '../../treated-session';
import { usualNoise, type ClinicNoise } from '../clinic-noise';
import { flagOf } from '../decline-flag';
import { isRarelyLost } from '../indication-loss';
import { assessTrend } from '../response-trend';

const RULES = ruleValues();

/** Rows of made-up sessions, the same in every run. */
function* madeUp(count: number): Generator<{ indication: IndicationSlug; sessions: TreatedSession[] }> {
  let seed = 7;
  const below = (most: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * most);
  };
  const word = (level: number): string => {
    const size = below(6) === 0 ? '' : String(Math.max(-20, Math.round(level + below(24) - 12)));
    const length = below(4) === 0 ? '' : `/${Math.max(1, Math.round(4 + level / 8 + below(4)))}`;
    const changed = ['', '', '', '', '@60', '@130', '!injector', '!muscles'][below(8)]!;
    return `${size}${length}${below(9) === 0 && length ? '+' : ''}` === ''
      ? '-'
      : `${size}${length}${changed}`;
  };
  for (let nth = 0; nth < count; nth++) {
    const indication = INDICATION_SLUGS[nth % INDICATION_SLUGS.length]!;
    const good = 3 + below(5);
    const levels = Array.from({ length: good + 1 + below(5) }, (_, i) => (i < good ? 62 : 10 + below(45)));
    const [rare, scaled] = [below(12) === 0, below(4) === 0];
    if (scaled) {
      const peaks = levels.map((level) => `45-${45 - Math.round(level / 3)}`);
      yield { indication, sessions: scaleCourse('twstrs_total', peaks.join(' ')) };
    } else yield { indication, sessions: courseOf(levels.map((level) => word(rare ? 20 : level)).join(' ')) };
  }
}

it('the two sentences never contradict each other, nor say more than is known', () => {
  const told = { watch: 0, review: 0, primary: 0 };
  const learned: ClinicNoise = { ...usualNoise(RULES), differences: 1000 };
  for (const { indication, sessions } of madeUp(1500)) {
    for (const noise of [usualNoise(RULES), learned]) {
      const flag = flagOf(assessTrend(sessions, indication, RULES, { noise }), sessions, RULES);
      if (!flag) continue;
      told[flag.tier] += 1;
      const { text } = flag;
      const [seen = '', meant = ''] = text.split(/(?<=\w)\. (?=[A-Z])/);
      expect(text.match(/\. |\.$/g)).toHaveLength(2);
      expect(text).not.toMatch(/undefined|NaN|Infinity|null|\d U\b|[Ss]witch|Myobloc/);
      if (flag.tier !== 'primary') expect(seen).toMatch(/^(Since|At) session \d/);
      if (flag.tier !== 'primary') expect(seen).toContain(`${flag.sinceSession}`);
      const shares = [...seen.matchAll(/(\d+) %(?=[^(]*of usual)/g)].map(([, share]) => Number(share));
      if (meant.includes('had a lasting loss')) {
        expect(meant).toMatch(/^Of simulated courses with this pattern /);
        expect(flag.trueLossShare).not.toBeNull();
      } else if (flag.trueLossShare === null) expect(meant).not.toMatch(/1 in \d|half|in 10/);
      if (meant.includes('one session only'))
        expect(shares.filter((share) => share <= 90).length).toBeLessThan(2);
      if (seen.includes('at an unchanged dose')) expect(meant).not.toContain('dose cut');
      if (meant.includes('dose cut') && flag.tier !== 'primary')
        expect(seen).toMatch(/reduced dose|change of product/);
      if (meant.includes('the peak still holds'))
        expect(
          flag.comparable.concat(flag.notComparable).some(({ improvementPct }) => improvementPct !== null),
        ).toBe(true);
      if (noise.differences === 0) expect(meant).not.toMatch(/2 in 3|8 in 10/);
      if (isRarelyLost(indication)) expect(meant).not.toMatch(/about half|2 in 3|8 in 10|4 in 10 .*rare/);
      if (sessions.every(({ response }) => response?.measurements))
        expect(meant).not.toMatch(/1 in [345]\b|4 in 10|half|2 in 3|8 in 10/);
      expect(flag.publishedText).toContain(flag.publishedDefinitionMet ? ' is met: ' : ' is not met: ');
    }
  }
  expect(Math.min(told.watch, told.review, told.primary)).toBeGreaterThan(5);
});
