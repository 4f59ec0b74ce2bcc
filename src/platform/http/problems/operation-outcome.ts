import type { Problem, ProblemKind } from '../problem';

/** HL7's issue types: http://hl7.org/fhir/R4/valueset-issue-type.html. */
const ISSUE_TYPES: Readonly<Record<ProblemKind, string>> = {
  malformed: 'invalid',
  unauthenticated: 'login',
  'second-factor': 'login',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'method-not-allowed': 'not-supported',
  'not-acceptable': 'not-supported',
  'too-slow': 'timeout',
  conflict: 'conflict',
  gone: 'deleted',
  outdated: 'conflict',
  'too-large': 'too-long',
  'uri-too-long': 'too-long',
  'not-json': 'not-supported',
  'not-expected': 'not-supported',
  'wrong-host': 'invalid',
  'rule-broken': 'business-rule',
  'version-required': 'required',
  'too-many': 'throttled',
  'headers-too-large': 'too-long',
  internal: 'exception',
  unavailable: 'transient',
};

interface Issue {
  readonly severity: 'information' | 'error' | 'fatal';
  readonly code: string;
  readonly details: { readonly text: string };
  readonly diagnostics: string;
}

export interface OperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly Issue[];
}

/** A refusal as FHIR tells it: an issue for each field that is wrong, else one with what to do. */
export function operationOutcome({ kind, status, title, detail, more }: Problem): OperationOutcome {
  const said = more.errors?.map(({ message }) => message) ?? [detail];
  return {
    resourceType: 'OperationOutcome',
    issue: said.map((diagnostics) => ({
      severity: status >= 500 ? 'fatal' : 'error',
      code: ISSUE_TYPES[kind],
      details: { text: title },
      diagnostics,
    })),
  };
}
