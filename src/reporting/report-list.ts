import type { Report } from './report';
import { ADVERSE_EVENTS } from './reports/adverse-events';
import { COMPLETENESS } from './reports/completeness';
import { DUE_FORECAST } from './reports/due-forecast';
import { FLAG_RATE } from './reports/flag-rate';
import { INJECTIONS } from './reports/injections';
import { MEASUREMENTS } from './reports/measurements';
import { OUTCOMES } from './reports/outcomes';
import { RESPONSES } from './reports/responses';
import { SESSIONS } from './reports/sessions';

/** Every report, in the order in which they are listed. */
export const REPORTS: readonly Report[] = [
  SESSIONS,
  INJECTIONS,
  RESPONSES,
  MEASUREMENTS,
  ADVERSE_EVENTS,
  DUE_FORECAST,
  OUTCOMES,
  FLAG_RATE,
  COMPLETENESS,
];

export const REPORT_NAMES: readonly string[] = REPORTS.map((report) => report.name);
