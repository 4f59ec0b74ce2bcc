import type { Hl7Message } from '@medplum/core';
import { repetitionsOf } from './fields';
import { recordNumber } from './read-patient';
import { Refusal } from './refusal';

/** Two record numbers of which the sender says that they are of one person. */
export interface ToldMerge {
  /** The one that goes on (PID-3). */
  readonly mrn: string;
  /** The one that is given up (MRG-1). */
  readonly priorMrn: string;
}

/** @throws Refusal where one of the two cannot be told. */
export function readMerge(message: Hl7Message): ToldMerge {
  for (const segment of ['PID', 'MRG'])
    if (!message.getSegment(segment))
      throw new Refusal(100, `A segment ${segment} is missing. The message may have been cut off`, segment);
  const mrn = recordNumber(repetitionsOf(message, 'PID', 3));
  const priorMrn = recordNumber(repetitionsOf(message, 'MRG', 1), 'MRG-1');
  if (mrn === priorMrn)
    throw new Refusal(102, 'MRG-1 names the record that goes on: name the one that is given up', 'MRG-1');
  return { mrn, priorMrn };
}
