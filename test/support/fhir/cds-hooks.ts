import Ajv, { type ValidateFunction } from 'ajv';

/*
 * What CDS Hooks 2.0 says of the three bodies (https://cds-hooks.hl7.org/2.0/: "Discovery", "HTTP Request", "CDS Service Response", and
 * the contexts of patient-view 1.0 and order-select 1.0), with all that others may send. No validator on npm knows it: cds-validator
 * 0.3.0 is of the draft before 1.0.
 */

const text = { type: 'string', minLength: 1 } as const;
const UUID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
const uuid = { type: 'string', pattern: UUID } as const;
const address = { type: 'string', pattern: '^https?://[^\\s]+$' } as const;
const coding = {
  type: 'object',
  required: ['code'],
  properties: { code: text, system: text, display: text },
} as const;
const resource = { type: 'object', required: ['resourceType'], properties: { resourceType: text } } as const;

const action = {
  type: 'object',
  required: ['type', 'description'],
  additionalProperties: false,
  properties: {
    type: { enum: ['create', 'update', 'delete'] },
    description: text,
    resource,
    resourceId: text,
  },
  anyOf: [{ properties: { type: { const: 'delete' } } }, { required: ['resource'] }],
} as const;

const card = {
  type: 'object',
  required: ['summary', 'indicator', 'source'],
  additionalProperties: false,
  properties: {
    uuid,
    // "<140-character summary message"
    summary: { type: 'string', minLength: 1, maxLength: 139 },
    detail: text,
    indicator: { enum: ['info', 'warning', 'critical'] },
    source: {
      type: 'object',
      required: ['label'],
      additionalProperties: false,
      properties: { label: text, url: address, icon: address, topic: coding },
    },
    suggestions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['label'],
        additionalProperties: false,
        properties: {
          label: text,
          uuid,
          isRecommended: { type: 'boolean' },
          actions: { type: 'array', items: action },
        },
      },
    },
    selectionBehavior: { enum: ['at-most-one', 'any'] },
    overrideReasons: { type: 'array', items: coding },
    links: {
      type: 'array',
      items: {
        type: 'object',
        required: ['label', 'url', 'type'],
        additionalProperties: false,
        properties: { label: text, url: address, type: { enum: ['absolute', 'smart'] }, appContext: text },
        anyOf: [{ properties: { type: { const: 'smart' } } }, { not: { required: ['appContext'] } }],
      },
    },
  },
  // "If suggestions are present, this field MUST be provided."
  dependencies: { suggestions: ['selectionBehavior'] },
} as const;

const RESPONSE = {
  type: 'object',
  required: ['cards'],
  additionalProperties: false,
  properties: { cards: { type: 'array', items: card }, systemActions: { type: 'array', items: action } },
} as const;

const DISCOVERY = {
  type: 'object',
  required: ['services'],
  additionalProperties: false,
  properties: {
    services: {
      type: 'array',
      items: {
        type: 'object',
        required: ['hook', 'description', 'id'],
        additionalProperties: false,
        properties: {
          hook: text,
          title: text,
          description: text,
          id: { type: 'string', pattern: '^[A-Za-z0-9\\-_.~]+$' },
          prefetch: { type: 'object', additionalProperties: text },
          usageRequirements: text,
        },
      },
    },
  },
} as const;

const bundle = {
  type: 'object',
  required: ['resourceType'],
  properties: {
    resourceType: { const: 'Bundle' },
    entry: { type: 'array', items: { type: 'object', required: ['resource'], properties: { resource } } },
  },
} as const;

const REQUEST = {
  type: 'object',
  required: ['hook', 'hookInstance', 'context'],
  properties: {
    hook: { enum: ['patient-view', 'order-select'] },
    hookInstance: uuid,
    fhirServer: address,
    fhirAuthorization: {
      type: 'object',
      required: ['access_token', 'token_type', 'expires_in', 'scope', 'subject'],
    },
    context: {
      type: 'object',
      required: ['userId', 'patientId'],
      properties: {
        userId: { type: 'string', pattern: '^[A-Z][A-Za-z]+/.+' },
        patientId: text,
        encounterId: text,
        selections: { type: 'array', items: text },
        draftOrders: bundle,
      },
    },
    prefetch: { type: 'object' },
  },
  dependencies: { fhirAuthorization: ['fhirServer'] },
  anyOf: [
    { properties: { hook: { const: 'patient-view' } } },
    { properties: { context: { required: ['selections', 'draftOrders'] } } },
  ],
} as const;

const ajv = new Ajv({ allErrors: true, strictTypes: false });

function wrongWith(isRight: ValidateFunction): (body: unknown) => string[] {
  return (body) =>
    isRight(body) ? [] : isRight.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What is wrong with an answer of a CDS service; nothing where it is right. */
export const wrongInAnswer = wrongWith(ajv.compile(RESPONSE));
export const wrongInDiscovery = wrongWith(ajv.compile(DISCOVERY));
export const wrongInRequest = wrongWith(ajv.compile(REQUEST));
