import type { ImportKind } from '../../import-kinds';
import { AUTHORIZATIONS } from './take-authorization';
import { COURSES } from './take-course';
import { EXTERNAL_DOSES } from './take-external-dose';
import { PATIENTS } from './take-patient';
import { RESPONSES } from '../../responses/take-response';
import { SESSIONS } from '../../sessions/take-session';
import type { Taker } from './taken';

/** Of each its own request, which its rows have been held to before. */
export const TAKERS: Readonly<Record<ImportKind, Taker<object>>> = {
  patients: PATIENTS,
  courses: COURSES,
  sessions: SESSIONS,
  responses: RESPONSES,
  'external-doses': EXTERNAL_DOSES,
  authorizations: AUTHORIZATIONS,
};
