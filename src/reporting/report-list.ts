import type { Report } from './report';
import { ADVERSE_EVENTS } from './reports/adverse-events';
import { AUTHORIZATIONS } from './reports/authorizations';
import { CLAIM_LINES } from './reports/claim-lines';
import { COMPLETENESS } from './reports/completeness';
import { DUE_FORECAST } from './reports/due-forecast';
import { EXPIRING_LOTS } from './reports/expiring-lots';
import { FLAG_RATE } from './reports/flag-rate';
import { FLAGS } from './reports/flags';
import { INJECTIONS } from './reports/injections';
import { INTERVALS } from './reports/intervals';
import { MEASUREMENTS } from './reports/measurements';
import { OUTCOMES } from './reports/outcomes';
import { RESPONSES } from './reports/responses';
import { RETENTION } from './reports/retention';
import { SESSIONS } from './reports/sessions';
import { VIAL_USE } from './reports/vial-use';

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
  INTERVALS,
  RETENTION,
  FLAGS,
  AUTHORIZATIONS,
  VIAL_USE,
  EXPIRING_LOTS,
  CLAIM_LINES,
];

export const REPORT_NAMES: readonly string[] = REPORTS.map((report) => report.name);
