import { ruleValues } from '../../../clinical/rules';
import { SESSION_RULES } from '../../../clinical/session-rules/session-rules';
import { readInjectionData, writeInjectionData, type InjectionFormData } from './injection-data';

const dataWith = (overrides: Parameters<typeof ruleValues>[0], words = 'x'): InjectionFormData => ({
  courseId: 'c',
  target: { kind: 'log', courseId: 'c' },
  start: {} as InjectionFormData['start'],
  basedOn: { id: 'b', words },
  protocols: [],
  judge: {
    session: {} as InjectionFormData['judge']['session'],
    rules: ruleValues(overrides),
    clinicMinimums: {},
  },
  guidance: [],
  stock: {},
  zone: 'America/New_York',
});

it.each`
  overrides               | why
  ${{}}                   | ${'all as they come'}
  ${{ 'S03.window': 92 }} | ${'one that the clinic has changed'}
`('takes the rules of a session as the server has them: $why', ({ overrides }) => {
  const { judge } = readInjectionData(writeInjectionData(dataWith(overrides as object)));
  const rules = ruleValues(overrides as object);
  expect(judge.rules).toEqual(Object.fromEntries(SESSION_RULES.map(({ id }) => [id, rules[id]])));
});

it('hands over no rule that stands in the script already', () => {
  expect(writeInjectionData(dataWith({}))).not.toContain('S03.window');
  expect(writeInjectionData(dataWith({ 'S03.window': 92 }))).toContain('"S03.window":92');
});

it('ends no element, whatever words stand in it', () => {
  const words = '</script><b>&amp;"';
  const text = writeInjectionData(dataWith({}, words));
  expect(text).not.toContain('<');
  expect(readInjectionData(text).basedOn?.words).toBe(words);
});
