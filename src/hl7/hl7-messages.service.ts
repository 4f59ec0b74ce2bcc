import { Injectable } from '@nestjs/common';
import { changeRow, findOrRefuse } from '../platform/database/change-row';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { SignedIn } from '../platform/http/by.decorator';
import { startPage, updatesPage, USUAL_LIMIT } from '../platform/http/page-cursor';
import { malformed, Problem } from '../platform/http/problem';
import { isMoment } from '../platform/http/validating/day-shapes';
import { isId } from '../platform/http/validation';
import { Hl7MessageRow } from './hl7-message.entity';
import type {
  FindHl7MessagesQuery,
  Hl7MessagePage,
  Hl7MessageView,
  WholeHl7MessageView,
} from './hl7-messages.dto';
import { findMessages, textFor } from './hl7-messages.query';
import { lockWaiting } from './lock-waiting';
import { checkHeading, headingOf, parseMessage } from './message/read-message';
import { Refusal } from './message/refusal';
import { MessageTaker } from './taking/message-taker';
import type { Taking } from './taking/outcome';

const LIST = 'hl7-messages';

/** The messages that were kept, and what a person makes of those that wait. */
@Injectable()
export class Hl7MessagesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly taker: MessageTaker,
  ) {}

  async find({ cursor, limit = USUAL_LIMIT, ...search }: FindHl7MessagesQuery): Promise<Hl7MessagePage> {
    const start = await startPage(this.work.db, LIST, cursor, [isMoment, isId]);
    const rows = await findMessages(this.work.db, { ...search, after: start.after, limit: limit + 1 });
    const page = updatesPage(start, rows, limit, ({ receivedAt, id }) => [receivedAt.toISOString(), id]);
    return { ...page, items: page.items.map(viewOf) };
  }

  async read(actor: SignedIn, id: string): Promise<WholeHl7MessageView> {
    return wholeOf(actor, await findOrRefuse(this.work.db, Hl7MessageRow, id, 'message'));
  }

  /** Takes a message that waits, as the record is now. */
  retry(
    actor: SignedIn,
    id: string,
    { evenSo, courseId }: Pick<Taking, 'evenSo' | 'courseId'>,
  ): Promise<WholeHl7MessageView> {
    return this.work.write(actor, async (tx) => {
      const { text, type: told, version } = await lockWaiting(tx, id);
      if (courseId !== undefined && !told.startsWith('SIU^'))
        throw malformed(
          '/courseId',
          'no-appointment',
          `courseId says which course an appointment is of: ${told} tells of none`,
        );
      const message = parseMessage(text);
      try {
        const type = checkHeading(message, headingOf(message));
        const outcome = await this.taker.takeIn(tx, { message, type, evenSo, courseId });
        await changeRow(tx, Hl7MessageRow, { id, version }, outcome);
      } catch (error) {
        if (error instanceof Refusal) throw new Problem('conflict', error.reason, { cause: error });
        throw error;
      }
      return wholeOf(actor, await tx.findOneByOrFail(Hl7MessageRow, { id }));
    });
  }

  dismiss(actor: SignedIn, id: string): Promise<WholeHl7MessageView> {
    return this.work.write(actor, async (tx) => {
      const { version } = await lockWaiting(tx, id);
      await changeRow(tx, Hl7MessageRow, { id, version }, { state: 'dismissed' });
      return wholeOf(actor, await tx.findOneByOrFail(Hl7MessageRow, { id }));
    });
  }
}

function viewOf(row: Hl7MessageRow): Hl7MessageView {
  const { text: _, answer: __, digest: ___, updatedAt: ____, ...shown } = row;
  return shown;
}

function wholeOf(actor: SignedIn, row: Hl7MessageRow): WholeHl7MessageView {
  return { ...viewOf(row), text: inLines(textFor(actor.role, row.text)), answer: inLines(row.answer) };
}

function inLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trimEnd();
}
