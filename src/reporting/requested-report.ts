import Negotiator from 'negotiator';
import { malformed, Problem, type FieldError, shapeProblem } from '../platform/http/problem';
import { FORMATS, type Format } from './files/encoder';
import { ENCODERS } from './files/encoders';
import { REPORTS, REPORT_NAMES } from './report-list';
import type { Report, ReportFilters } from './report';

/** Of equals the first: what takes anything gets JSON. */
const OFFERED = (['json', 'csv', 'ndjson', 'parquet'] as const).map((format) => ({
  format,
  type: ENCODERS[format].contentType,
}));

/**
 * Which report in which format? `sessions.csv` says both; `sessions` leaves the format to the Accept header.
 *
 * @throws Problem 404 that lists what there is; 406 when the header takes none of the formats.
 */
export function requestedReport(
  file: string,
  accept: string | undefined,
): { report: Report; format: Format } {
  const dot = file.indexOf('.');
  const name = dot < 0 ? file : file.slice(0, dot);
  const report = reportNamed(name);
  if (dot < 0) return { report, format: acceptedFormat(accept) };
  const format = FORMATS.find((known) => known === file.slice(dot + 1));
  if (!format) throw noSuch('format');
  return { report, format };
}

/** @throws Problem 404 that lists what there is. */
export function reportNamed(name: string): Report {
  const report = REPORTS.find((known) => known.name === name);
  if (!report) throw noSuch('report');
  return report;
}

/** @throws Problem 400 for a filter that this report does not know, or days in the wrong order. */
export function refuseUnfit(report: Report, filters: ReportFilters): void {
  const given = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const unknown = given.filter((name) => !(report.filters as readonly string[]).includes(name));
  if (unknown.length > 0) throw shapeProblem(unknown.map((name) => noSuchFilter(report, name)));
  if (filters.from !== undefined && filters.to !== undefined && filters.from > filters.to) {
    throw malformed(
      '/from',
      'order',
      'from lies after to: both days belong to the range, the earlier one is from',
    );
  }
}

function noSuchFilter({ name: report, filters }: Report, name: string): FieldError {
  return {
    pointer: `/${name}`,
    code: 'unknown-field',
    message: `${report} takes ${filters.join(', ')}, not ${name}`,
  };
}

function noSuch(what: string): Problem {
  const [last, ...others] = FORMATS.toReversed();
  return new Problem(
    'not-found',
    `There is no such ${what}. There are the reports ${REPORT_NAMES.join(', ')}, each as .${others.toReversed().join(', .')} or .${last}.`,
  );
}

/** The best format that an Accept header takes (RFC 9110, 12.5.1); without one JSON. */
function acceptedFormat(accept: string | undefined): Format {
  if (!accept?.trim()) return 'json';
  const taken = new Negotiator({ headers: { accept } }).mediaType(OFFERED.map(({ type }) => type));
  const offer = OFFERED.find(({ type }) => type === taken);
  if (!offer) {
    throw new Problem(
      'not-acceptable',
      'A report comes as text/csv, application/x-ndjson, application/json or application/vnd.apache.parquet: accept one of them, or end the address in .csv, .ndjson, .json or .parquet.',
    );
  }
  return offer.format;
}
