import { DIAGNOSIS_CODES, PROCEDURE_CODES } from '../../clinical/catalogue/codes/billing-codes';
import { INDICATIONS } from '../../clinical/catalogue/indications';
import { MUSCLES } from '../../clinical/catalogue/muscles';
import { PRECAUTION_CODES, PRECAUTIONS } from '../../clinical/precautions/precaution-rows';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { isSettableRule, RULE_ROWS, RULES_VERSION, type RuleValues } from '../../clinical/rules';
import { SCALES } from '../../clinical/catalogue/scales';
import { searchText } from '../../platform/search-text';
import type { CatalogName, CatalogView } from './catalog.dto';

/** One catalogue, or what of it is found by `q`; `rules` shows what this clinic has set beside the default. */
export function catalogView(name: CatalogName, rules: RuleValues, q: string | undefined): CatalogView {
  const words = searchText(q ?? '')
    .split(' ')
    .filter(Boolean);
  const items = (ROWS[name](rules) as readonly object[]).filter((row) => {
    const text = ` ${searchText(JSON.stringify(Object.values(row).slice(0, 6)))}`;
    return words.every((word) => text.includes(` ${word}`));
  });
  return { catalog: name, items, rulesVersion: RULES_VERSION } as CatalogView;
}

const ROWS: {
  readonly [Name in CatalogName]: (rules: RuleValues) => Extract<CatalogView, { catalog: Name }>['items'];
} = {
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
    PRECAUTION_CODES.map((slug) => {
      const { name, rule } = PRECAUTIONS[slug];
      return { slug, name, ...(rule && { rule }) };
    }),
  rules: (rules) =>
    RULE_ROWS.map((row) => ({
      ...row,
      value: rules[row.id],
      defaultValue: row.value,
      settable: isSettableRule(row.id),
    })),
};
