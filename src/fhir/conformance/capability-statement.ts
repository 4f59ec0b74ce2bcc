import type { CapabilityStatement } from 'fhir/r4';
import { FHIR_JSON } from '../fhir-format.guard';
import type { ResourceKind } from '../resource-kind';
import { backward, forward } from '../search/includes';
import { parametersOf } from '../search/parameters-of';

/** The day of what it says; it changes with that. */
const SAID_ON = '2026-11-27';

const SECURITY = 'http://terminology.hl7.org/CodeSystem/restful-security-service';

/** What can be read here, and by what is it searched? */
export function capabilityStatement(kinds: readonly ResourceKind[], base: string): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: SAID_ON,
    kind: 'instance',
    software: { name: 'Botulinum toxin clinic' },
    implementation: {
      description: 'The record of a clinic that gives botulinum toxin, to be read',
      url: base,
    },
    fhirVersion: '4.0.1',
    format: [FHIR_JSON, 'json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'Read only. A parameter that is not known is left out, or refused with Prefer: handling=strict; a modifier, a chain of more than one step and _has are refused always. A search is a GET, or a form at _search. What a role may not read is refused as a whole.',
        security: {
          service: [{ coding: [{ system: SECURITY, code: 'SMART-on-FHIR' }] }],
          description:
            'Authorization: Bearer, with a session of POST /api/v1/auth/login, an API token, or the token of a client (SMART Backend Services: .well-known/smart-configuration)',
        },
        resource: [...kinds.map((kind) => resourceOf(kind, kinds)), GROUP],
        operation: [exportOperation('export')],
      },
    ],
  };
}

function exportOperation(name: 'export' | 'patient-export' | 'group-export') {
  return { name: 'export', definition: `http://hl7.org/fhir/uv/bulkdata/OperationDefinition/${name}` };
}

type Resource = NonNullable<NonNullable<CapabilityStatement['rest']>[number]['resource']>[number];

const GROUP: Resource = {
  type: 'Group',
  documentation: 'The patients with a course of one indication, by its name: cervical_dystonia',
  operation: [exportOperation('group-export')],
};

function resourceOf(kind: ResourceKind, kinds: readonly ResourceKind[]): Resource {
  const [include, revInclude] = [[...forward(kind, kinds).keys()], [...backward(kind, kinds).keys()]];
  return {
    type: kind.type,
    documentation: kind.what,
    interaction: [
      { code: 'read' },
      { code: 'search-type' },
      ...(kind.versions !== undefined ? [{ code: 'history-instance' as const }] : []),
    ],
    versioning: 'no-version',
    ...(include.length > 0 && { searchInclude: include }),
    ...(revInclude.length > 0 && { searchRevInclude: revInclude }),
    ...(kind.type === 'Patient' && { operation: [exportOperation('patient-export')] }),
    searchParam: Object.entries(parametersOf(kind)).map(([name, { type, what }]) => ({
      name,
      type,
      documentation: what,
    })),
  };
}
