import type { RuleRow, SourceTag } from '../../../clinical/rule-row';
import { capitalised, counted } from '../../../clinical/words';
import { isSettableRule, RULE_ROWS } from '../../../clinical/rules';
import { marks } from '../../browser/marks';
import { citedWords } from '../page/cited-words';
import { numberText } from '../../shared/typed-number';
import { RULE_GROUPS, ruleGroup, type RuleGroup } from './rule-groups';
import { settingsMarks } from './settings-form';

const TAG_WORDS: Readonly<Record<SourceTag, string>> = {
  V: 'Verified, fixed',
  D: 'Derived from verified numbers',
  M: 'From memory, unverified',
  P: 'Proposed',
};

interface RuleSettingsProps {
  readonly own: Readonly<Record<string, number>>;
  readonly version: number;
}

/** Every threshold with its source, by what it is about. A verified number is shown as fixed; the others take a value of this clinic. */
export function RuleSettings({ own, version }: RuleSettingsProps) {
  return (
    <section class="panel stack" aria-labelledby="rules">
      <h2 id="rules">Thresholds</h2>
      <form
        class="stack"
        {...settingsMarks(version, 'The thresholds are saved, every course is worked out again.')}
      >
        <p class="muted">
          Leave a value empty to keep the default. A number that was verified in its source is fixed.
        </p>
        {RULE_GROUPS.map((group) => (
          <Group key={group} group={group} own={own} />
        ))}
        <div>
          <button type="submit" class="primary">
            Save the thresholds
          </button>
        </div>
      </form>
    </section>
  );
}

/** Folded away; what this clinic has set is counted in its heading. */
function Group({ group, own }: { readonly group: RuleGroup } & Pick<RuleSettingsProps, 'own'>) {
  const rows: readonly RuleRow[] = RULE_ROWS.filter(({ id }) => ruleGroup(id) === group);
  const settable = rows.filter(({ id }) => isSettableRule(id));
  const set = settable.filter(({ id }) => own[id] !== undefined).length;
  const words = [
    counted(rows.length, 'threshold'),
    settable.length < rows.length && `${rows.length - settable.length} fixed`,
    set > 0 && `${set} set by this clinic`,
  ].filter(Boolean);
  return (
    <details class="rule-group">
      <summary>
        {group} <small>{words.join(', ')}</small>
      </summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={group}>
        <table class="table rules">
          <thead>
            <tr>
              <th scope="col">Threshold</th>
              <th scope="col" class="num">
                Default
              </th>
              <th scope="col">Source</th>
              <th scope="col">Here</th>
            </tr>
          </thead>
          <tbody>
            {[...settable, ...rows.filter((row) => !settable.includes(row))].map((row) => (
              <tr key={row.id}>
                <RuleCells row={row} />
                <td>{settable.includes(row) ? <OwnValue row={row} own={own[row.id]} /> : 'Fixed'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function OwnValue({ row, own }: { readonly row: RuleRow; readonly own: number | undefined }) {
  return (
    <input
      aria-label={`${capitalised(row.text)}, value of this clinic in ${row.unit}`}
      name={`ruleValues["${row.id}"]`}
      inputMode="decimal"
      autocomplete="off"
      {...marks({ sentAs: ['number', 'null-if-empty'] })}
      value={ownText(own)}
      placeholder={String(row.value)}
    />
  );
}

function ownText(own: number | undefined): string | undefined {
  return own === undefined ? undefined : numberText(own);
}

function RuleCells({ row }: { readonly row: RuleRow }) {
  return (
    <>
      <th scope="row">
        {capitalised(row.text)}{' '}
        <small>
          <code>{row.id}</code>
        </small>
      </th>
      <td class="num">{`${row.value} ${row.unit}`}</td>
      <td>
        {TAG_WORDS[row.tag]} <small>{citedIn(row.source)}</small>
      </td>
    </>
  );
}

/** What a row cites beside its tag; some cite nothing. */
function citedIn(source: string): string {
  const keys = source.indexOf('V:');
  return keys === -1 ? (source.split(':')[1] ?? '') : citedWords(source.slice(keys));
}
