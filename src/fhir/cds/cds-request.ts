import { malformed } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { ownSystem, SOURCED } from '../codes';
import { list, record, text } from './foreign';

/** Whom a hook speaks of: our own id, or the record numbers that the patient of the other system carries. */
export interface HookPatient {
  readonly id: string | undefined;
  readonly mrns: readonly string[];
  /** As the other system knows it: another day is another person. */
  readonly birthDate: string | undefined;
}

export interface HookRequest {
  readonly patient: HookPatient;
  /** Resources that are being ordered, those that were selected where the client says so. */
  readonly orders: readonly Record<string, unknown>[];
}

/**
 * What does the request of a hook ask about?
 *
 * @throws Problem 400 for a request of another hook, or without a patient.
 */
export function hookRequest(hook: string, body: unknown): HookRequest {
  const request = record(body);
  if (text(request.hook) !== hook)
    throw malformed('/hook', 'hook', `hook must be ${hook}: this service answers no other`);
  const context = record(request.context);
  const patientId = text(context.patientId);
  if (patientId === undefined)
    throw malformed('/context/patientId', 'is-string', 'context.patientId must name the patient');
  return {
    patient: hookPatient(patientId, record(record(request.prefetch).patient)),
    orders: ordersOf(context),
  };
}

function hookPatient(patientId: string, prefetched: Record<string, unknown>): HookPatient {
  const mrns = list(prefetched.identifier).flatMap((identifier) => {
    const value = text(identifier.value);
    return value !== undefined && isRecordNumber(identifier) ? [value] : [];
  });
  const id = patientId.replace(/^Patient\//, '');
  return {
    id: isId(id) ? id.toLowerCase() : undefined,
    mrns,
    birthDate: text(prefetched.birthDate),
  };
}

function isRecordNumber(identifier: Record<string, unknown>): boolean {
  if (identifier.system === ownSystem('mrn')) return true;
  return list(record(identifier.type).coding).some(
    ({ system, code }) => code === SOURCED.recordNumber.code && system === SOURCED.recordNumber.system,
  );
}

function ordersOf(context: Record<string, unknown>): Record<string, unknown>[] {
  const drafts = list(record(context.draftOrders).entry).map(({ resource }) => record(resource));
  if (!Array.isArray(context.selections)) return drafts;
  const selected = context.selections.filter(
    (selection): selection is string => typeof selection === 'string',
  );
  return drafts.filter(({ resourceType, id }) =>
    selected.some((address) => address === `${text(resourceType)}/${text(id)}`),
  );
}
