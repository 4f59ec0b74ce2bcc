import { DIAGNOSIS_CODES, PROCEDURE_CODES } from '../../clinical/catalogue/billing-codes';
import { INDICATIONS } from '../../clinical/catalogue/indications';
import { MUSCLES } from '../../clinical/catalogue/muscles';
import { PRECAUTIONS } from '../../clinical/precautions/precaution-rows';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { isSettableRule, RULE_ROWS, type RuleValues } from '../../clinical/rules';
import { SCALES } from '../../clinical/catalogue/scales';
import { searchText } from '../../platform/search-text';
import type { CatalogName } from './catalog.dto';

/** The rows of one catalogue; `rules` shows what this clinic has set beside the default. */
export function catalogRows(name: CatalogName, rules: RuleValues, q: string | undefined): object[] {
  const words = searchText(q ?? '')
    .split(' ')
    .filter(Boolean);
  return ROWS[name](rules).filter((row) => {
    const text = ` ${searchText(JSON.stringify(Object.values(row).slice(0, 6)))}`;
    return words.every((word) => text.includes(` ${word}`));
  });
}

const ROWS: Readonly<Record<CatalogName, (rules: RuleValues) => readonly object[]>> = {
  indications: () =>
    Object.values(INDICATIONS).map((row) => ({
      ...row,
      diagnosisCodes: DIAGNOSIS_CODES[row.slug],
      procedureCodes: PROCEDURE_CODES[row.slug],
    })),
  products: () => Object.values(PRODUCTS),
  muscles: () => Object.values(MUSCLES),
  scales: () => Object.values(SCALES),
  precautions: () =>
    Object.entries(PRECAUTIONS).map(([slug, { name, rule }]) => ({ slug, name, ...(rule && { rule }) })),
  rules: (rules) =>
    RULE_ROWS.map((row) => ({
      ...row,
      value: rules[row.id],
      defaultValue: row.value,
      settable: isSettableRule(row.id),
    })),
};
