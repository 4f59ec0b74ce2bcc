export interface Told {
  /** When what the message tells took place. */
  readonly occurredAt: Date;
  /** The latest that any message told of this patient; null: none has yet. */
  readonly latestToldAt: Date | null;
  /** When somebody here last changed the record; null: only messages have. */
  readonly changedHereAt: Date | null;
  /** Does the message say something else than the record? */
  readonly differs: boolean;
}

/**
 * May what a message tells be written over the record?
 *
 * Not where a later message was taken already: it was overtaken on its way. Where somebody here has changed the record since,
 * they are asked; of two at one moment the one that comes last counts.
 */
export function toldOrder({ occurredAt, latestToldAt, changedHereAt, differs }: Told): ToldOrder {
  if (latestToldAt !== null && occurredAt < latestToldAt) return 'overtaken';
  if (!differs) return 'same';
  return changedHereAt !== null && occurredAt < changedHereAt ? 'ask' : 'write';
}

export type ToldOrder = 'overtaken' | 'same' | 'ask' | 'write';
