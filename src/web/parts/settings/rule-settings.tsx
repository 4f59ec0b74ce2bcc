import type { RuleRow, SourceTag } from '../../../clinical/rule-row';
import { isSettableRule, RULE_ROWS } from '../../../clinical/rules';
import { marks } from '../../browser/marks';
import { numberText } from '../../shared/typed-number';

const TAG_WORDS: Readonly<Record<SourceTag, string>> = {
  V: 'Verified, fixed',
  D: 'Derived from verified numbers',
  M: 'From memory, unverified',
  P: 'Proposed',
};

/** Every threshold with its source. A verified number is shown as fixed; the others take a value of this clinic. */
export function RuleSettings({
  own,
  version,
}: {
  readonly own: Readonly<Record<string, number>>;
  readonly version: number;
}) {
  const settable = RULE_ROWS.filter(({ id }) => isSettableRule(id));
  const fixed = RULE_ROWS.filter(({ id }) => !isSettableRule(id));
  return (
    <section class="panel stack" aria-labelledby="rules">
      <h2 id="rules">Thresholds</h2>
      <form
        class="stack"
        {...marks({
          api: 'PATCH /api/v1/clinic-settings',
          long: 'Working out every due day again',
          version,
          saved: 'The thresholds are saved, every course is worked out again.',
        })}
      >
        <p class="muted">Leave a value empty to keep the default.</p>
        <div class="scroll" tabIndex={0} role="region" aria-label="Thresholds that the clinic sets">
          <table class="table rules">
            <Head last="Here" />
            <tbody>
              {settable.map((row) => (
                <tr key={row.id}>
                  <RuleCells row={row} />
                  <td>
                    <input
                      aria-label={`${row.text}, value of this clinic in ${row.unit}`}
                      name={`ruleValues["${row.id}"]`}
                      inputMode="decimal"
                      autocomplete="off"
                      {...marks({ sentAs: ['number', 'null-if-empty'] })}
                      value={ownText(own[row.id])}
                      placeholder={String(row.value)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <button type="submit" class="primary">
            Save the thresholds
          </button>
        </div>
      </form>
      <details>
        <summary>{`${fixed.length} verified thresholds, fixed`}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label="Verified thresholds">
          <table class="table rules">
            <Head last="State" />
            <tbody>
              {fixed.map((row) => (
                <tr key={row.id}>
                  <RuleCells row={row} />
                  <td>Fixed</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function ownText(own: number | undefined): string | undefined {
  return own === undefined ? undefined : numberText(own);
}

function Head({ last }: { readonly last: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">Threshold</th>
        <th scope="col" class="num">
          Default
        </th>
        <th scope="col">Source</th>
        <th scope="col">{last}</th>
      </tr>
    </thead>
  );
}

function RuleCells({ row }: { readonly row: RuleRow }) {
  return (
    <>
      <th scope="row">
        {row.text} <small>{row.id}</small>
      </th>
      <td class="num">{`${row.value} ${row.unit}`}</td>
      <td>
        {TAG_WORDS[row.tag]} {row.source.includes(':') && <small>{row.source.split(':')[1]}</small>}
      </td>
    </>
  );
}
