import { CLAIM_RESPONSE } from './cover/claim-response';
import { COVERAGE } from './cover/coverage';
import { CONDITION } from './course/condition';
import { EPISODE_OF_CARE } from './course/episode-of-care';
import { APPOINTMENT } from './desk/appointment';
import { COMMUNICATION } from './desk/communication';
import { PATIENT } from './desk/patient';
import { SERVICE_REQUEST } from './desk/service-request';
import { ADVERSE_EVENT } from './outcome/adverse-event';
import { OBSERVATION } from './outcome/observation';
import type { ResourceKind } from './resource-kind';
import { AUDIT_EVENT } from './trail/audit-event';
import { PROVENANCE } from './trail/provenance';
import { MEDICATION } from './treatment/medication';
import { MEDICATION_ADMINISTRATION } from './treatment/medication-administration';
import { PROCEDURE } from './treatment/procedure';
import { DETECTED_ISSUE } from './watch/detected-issue';
import { TASK } from './watch/task';

/** Every type of resource that can be read, as the CapabilityStatement lists them. */
export const RESOURCE_KINDS: readonly ResourceKind[] = [
  PATIENT,
  SERVICE_REQUEST,
  APPOINTMENT,
  CONDITION,
  EPISODE_OF_CARE,
  PROCEDURE,
  MEDICATION_ADMINISTRATION,
  MEDICATION,
  OBSERVATION,
  ADVERSE_EVENT,
  DETECTED_ISSUE,
  TASK,
  CLAIM_RESPONSE,
  COVERAGE,
  COMMUNICATION,
  PROVENANCE,
  AUDIT_EVENT,
];
