export const ROLES = ['neurologist', 'scheduler', 'reporting', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who does something: a signed-in person, a script with a token, the service itself, or a patient at the clinic's tablet,
 * who bears the id of the person who handed it to them. The trail names one always.
 */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role | 'system' | 'patient';
}

/** The service acting on its own: migrations' data, the demo clinic, a recalculation from the command line. */
export const SYSTEM: Actor = { id: '00000000-0000-4000-8000-000000000001', name: 'system', role: 'system' };

/** What a provider says of those who sign in there (OpenID Connect): that somebody is new, or has another role. */
export const PROVIDER: Actor = {
  id: '00000000-0000-4000-8000-000000000003',
  name: 'sign-in provider',
  role: 'system',
};

/** What another system tells in messages (HL7 v2). */
export const HL7: Actor = { id: '00000000-0000-4000-8000-000000000002', name: 'hl7', role: 'system' };
