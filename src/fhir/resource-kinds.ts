import { APPOINTMENT } from './desk/appointment';
import { PATIENT } from './desk/patient';
import { SERVICE_REQUEST } from './desk/service-request';
import type { ResourceKind } from './resource-kind';

/** Every type of resource that can be read, as the CapabilityStatement lists them. */
export const RESOURCE_KINDS: readonly ResourceKind[] = [PATIENT, SERVICE_REQUEST, APPOINTMENT];
