import type { Hl7State } from '../hl7-message.entity';

/** What became of a message. */
export interface Outcome {
  readonly state: Exclude<Hl7State, 'dismissed' | 'refused'>;
  /** Why it waits, or what was left out. */
  readonly reason: string | null;
  readonly patientId: string | null;
}

export function waiting(reason: string, patientId: string | null = null): Outcome {
  return { state: 'waiting', reason, patientId };
}

/** What a message is taken with. */
export interface Taking {
  /** When what it tells took place. */
  readonly occurredAt: Date;
  /** A person has looked at it: it is taken although it asks. */
  readonly evenSo: boolean;
  /** Which course an appointment is of, where a person has said it. */
  readonly courseId?: string;
}
