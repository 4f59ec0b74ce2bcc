/** An id of FHIR R4 (2.24.0.1), which becomes part of an address. */
const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;

/** The patient of a launch, as the answer with the token names them; none: the EHR was started without one. */
export function patientIdIn(answer: Readonly<Record<string, unknown>>): string | undefined {
  const { patient } = answer;
  return typeof patient === 'string' && FHIR_ID.test(patient) && !/^\.+$/.test(patient) ? patient : undefined;
}

/**
 * The record numbers of a FHIR Patient: those of the type MR, or the only one where none says its type. Old ones are none.
 */
export function recordNumbersOf(resource: unknown): readonly string[] {
  const all = listIn(resource, 'identifier').filter((identifier) => fieldIn(identifier, 'use') !== 'old');
  const typed = all.filter((identifier) =>
    listIn(fieldIn(identifier, 'type'), 'coding').some((coding) => fieldIn(coding, 'code') === 'MR'),
  );
  const meant = typed.length > 0 ? typed : all.length === 1 && !fieldIn(all[0], 'type') ? all : [];
  const numbers = meant.map((identifier) => fieldIn(identifier, 'value'));
  return [...new Set(numbers.filter((text) => typeof text === 'string' && text.trim() !== ''))] as string[];
}

function fieldIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = fieldIn(value, name);
  return Array.isArray(list) ? list : [];
}
