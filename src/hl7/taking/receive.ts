import { createHash } from 'node:crypto';
import type { Hl7Message } from '@medplum/core';
import { said } from '../message/fields';
import { momentOf } from '../message/read-moment';
import { checkHeading, headingOf, parseMessage, type Heading, type TakenType } from '../message/read-message';
import { Refusal } from '../message/refusal';
import { decodeMessage, shownBytes } from '../wire/decode-message';

/** A message as far as it can be read. */
export interface Received {
  readonly digest: Buffer;
  readonly text: string;
  readonly heading: Heading;
  readonly message?: Hl7Message;
  readonly type?: TakenType;
  readonly refusal?: Refusal;
}

const NO_HEADING: Heading = { sender: '', controlId: '', type: '' };

/** What came: its heading even where the rest is refused, so that the answer names it. */
export function receive(bytes: Buffer): Received {
  const digest = createHash('sha256').update(bytes).digest();
  let text = shownBytes(bytes);
  let heading = NO_HEADING;
  let message: Hl7Message | undefined;
  try {
    message = parseMessage(text);
    heading = shortened(headingOf(message));
    text = decodeMessage(bytes);
    message = parseMessage(text);
    heading = headingOf(message);
    return { digest, text, heading: shortened(heading), message, type: checkHeading(message, heading) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { digest, text, heading: shortened(heading), message, refusal: error };
  }
}

function shortened({ sender, controlId, type }: Heading): Heading {
  return { sender: sender.slice(0, 400), controlId: controlId.slice(0, 199), type: type.slice(0, 40) };
}

/** A sender’s clock may be wrong by as much. */
const MOST_AHEAD_MS = 24 * 3_600_000;

/**
 * When what a message tells took place: EVN-2, else when it was sent.
 *
 * @throws Refusal without one, and for one to come: nothing that is told later would count any more.
 */
export function occurredAt(message: Hl7Message, zone: string, now: Date): Date {
  const event = said(message, 'EVN', 2);
  const place = event ? 'EVN-2' : 'MSH-7';
  const time = event ?? message.header.getComponent(7, 1);
  if (!time) throw new Refusal(101, 'The message does not tell when: give EVN-2 or MSH-7', place);
  const moment = momentOf(time, zone, place);
  if (moment.getTime() > now.getTime() + MOST_AHEAD_MS)
    throw new Refusal(102, `“${time.slice(0, 40)}” lies in the future: set the clock of the sender`, place);
  return moment;
}
