import { FORMATS } from './encoder';
import { REPORTS } from '../report-list';
import type { Report } from '../report';
import type { ReportsView, ReportView } from '../reports.dto';

/** What there is to fetch and what every column means; made of the tables that the rows are made of. */
export function reportsView(): ReportsView {
  return { reports: REPORTS.map(reportView) };
}

export function reportView({ name, title, description, filters, columns }: Report): ReportView {
  return {
    name,
    title,
    description,
    formats: FORMATS,
    filters,
    columns: columns.map(({ sql: _sql, read: _read, ofPart: _ofPart, ...line }) => line),
  };
}
