import type { Clinic } from '../../platform/clinic';
import type { ResourceKind } from '../resource-kind';
import { selected, type Statement } from '../search/find-rows.query';
import type { Condition } from '../search/search-parameter';
import { filterConditions, type AskedExport } from './asked-export';
import { ofPatients } from './of-patients';

/** What a record of a merge moved bears the moment of its own last change. */
const MERGED = 'select patient_id from patient_merge union all select into_id from patient_merge';

/** The statement for the rows of a kind that belong into an export. */
export function exportedRows(
  kind: ResourceKind,
  kinds: readonly ResourceKind[],
  asked: AskedExport,
  clinic: Clinic,
): Statement {
  const filters = filterConditions(kind, kinds, asked.typeFilters);
  return selected(kind, {
    conditions: [
      ...(asked.since === undefined ? [] : [changedSince(kind, asked.since)]),
      ...(asked.indication === undefined ? [] : [inGroup(kind, asked.indication)]),
      ...(filters.length > 0 ? [anyOf(filters)] : []),
    ],
    clinic,
  });
}

function changedSince(kind: ResourceKind, since: string): Condition {
  return (value) => {
    const moment = `${value(since)}::timestamptz`;
    const merged = `select id from patient where updated_at >= ${moment} and id in (${MERGED})`;
    const moved = ofPatients(kind, merged);
    return `(r."updatedAt" >= ${moment}${moved === undefined ? '' : ` or ${moved}`})`;
  };
}

function inGroup(kind: ResourceKind, indication: string): Condition {
  return (value) =>
    ofPatients(kind, `select patient_id from course where indication = ${value(indication)}`) ?? 'false';
}

function anyOf(filters: readonly (readonly Condition[])[]): Condition {
  return (value, clinic) =>
    `(${filters
      .map((conditions) => ['true', ...conditions.map((condition) => condition(value, clinic))].join(' and '))
      .join(' or ')})`;
}
