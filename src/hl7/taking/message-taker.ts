import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Hl7Message } from '@medplum/core';
import type { EntityManager } from 'typeorm';
import { readAppointment } from '../appointments/reading/read-appointment';
import { takeAppointment } from '../appointments/take-appointment';
import { HL7 } from '../../platform/actor';
import { ClinicNow } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { ClockWatch } from '../../platform/clocks/clock-watch';
import { FullDisk } from '../../platform/database/faults/full-disk';
import { ADVISORY_LOCKS } from '../../platform/database/locks/advisory-locks';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toProblem } from '../../platform/http/problems/problem.filter';
import { acknowledge, type Answer } from '../message/acknowledge';
import { readMerge } from '../message/read-merge';
import type { TakenType } from '../message/read-message';
import { readPatient } from '../message/read-patient';
import { Refusal } from '../message/refusal';
import { Hl7MessageRow } from '../hl7-message.entity';
import { waiting, type Outcome, type Taking } from './outcome';
import { occurredAt, receive, type Received } from './receive';
import { refusalOf } from './shape-told';
import { takeMerge } from './take-merge';
import { takePatient } from './take-patient';

/** Takes messages: each is kept with what became of it, once, in one transaction with what it writes. */
@Injectable()
export class MessageTaker {
  private readonly log = new Logger('HL7');

  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
    private readonly disk: FullDisk,
    private readonly clocks: ClockWatch,
  ) {}

  /** @returns the answer to its sender. What could not be kept is to be sent again. */
  async take(bytes: Buffer): Promise<string> {
    const received = receive(bytes);
    // What is told would lie in the future, and be refused for good.
    if (this.clocks.setBack() !== undefined) return this.answer(received.message, NOT_KEPT);
    try {
      return await this.work.write(HL7, (tx) => this.takeOnce(tx, received));
    } catch (error) {
      this.disk.note(error);
      const { kind, detail } = toProblem(error);
      this.log.error(`A message was not kept: ${kind === 'unavailable' ? detail : describe(error)}`);
      return this.answer(received.message, NOT_KEPT);
    }
  }

  /** What is larger than any message of ours; nothing of it is kept. */
  refuseTooLarge(limit: number): string {
    this.log.error(`A message larger than ${limit} bytes was refused`);
    const text = `The message is larger than ${limit} bytes: send less at once`;
    return this.answer(undefined, { code: 'AR', text, error: { number: 102, place: '' } });
  }

  /** What a kept message says is taken, now. */
  async takeIn(
    tx: EntityManager,
    { message, type, evenSo, courseId }: ReadyMessage,
  ): Promise<Outcome & { readonly occurredAt: Date }> {
    const { zone } = await this.clinicNow.read(tx);
    const at = occurredAt(message, zone, this.clock.now());
    const take = this.readFor({ type, message, zone }, { occurredAt: at, evenSo, courseId });
    try {
      return { ...(await tx.transaction(take)), occurredAt: at };
    } catch (error) {
      const refusal = error instanceof Refusal ? error : refusalOf(error);
      if (refusal) throw refusal;
      const problem = toProblem(error);
      if (problem.status >= 500) throw error;
      return { ...waiting(problem.detail), occurredAt: at };
    }
  }

  private readFor(
    { type, message, zone }: { type: TakenType; message: Hl7Message; zone: string },
    taking: Taking,
  ): (savepoint: EntityManager) => Promise<Outcome> {
    if (type.startsWith('SIU^')) {
      const appointment = readAppointment(message, zone);
      return (savepoint) => takeAppointment(savepoint, appointment, taking, this.clinicNow);
    }
    if (type === 'ADT^A40') {
      const merge = readMerge(message);
      return (savepoint) => takeMerge(savepoint, merge);
    }
    const told = readPatient(message);
    return (savepoint) => takePatient(savepoint, told, taking, this.clinicNow);
  }

  private async takeOnce(tx: EntityManager, received: Received): Promise<string> {
    const { heading, digest, text, message } = received;
    const { sender, controlId } = heading;
    const before = controlId === '' ? [] : await this.knownAs(tx, sender, controlId);
    const repeated = before.find((row) => row.digest.equals(digest));
    if (repeated) return repeated.answer;
    const { outcome, answer: said } = before.length > 0 ? refused(USED) : await this.judge(tx, received);
    const id = randomUUID();
    const answer = this.answer(message, said, id);
    await tx.insert(Hl7MessageRow, {
      id,
      ...heading,
      digest,
      text,
      receivedAt: this.clock.now(),
      answer,
      ...outcome,
      version: 1,
    });
    return answer;
  }

  /** The messages under a control id; whoever sends another one under it waits. */
  private async knownAs(tx: EntityManager, sender: string, controlId: string): Promise<Hl7MessageRow[]> {
    await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [
      ADVISORY_LOCKS.hl7Message,
      `${sender} ${controlId}`,
    ]);
    return tx.findBy(Hl7MessageRow, { sender, controlId });
  }

  private async judge(tx: EntityManager, { message, type, refusal }: Received): Promise<Judged> {
    if (!message || !type) return refused(refusal!);
    try {
      const outcome = await this.takeIn(tx, { message, type, evenSo: false });
      const text =
        outcome.state === 'waiting' ? 'Kept for a person to look at' : (outcome.reason ?? undefined);
      return { outcome, answer: { code: 'AA', text } };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  }

  private answer(to: Hl7Message | undefined, answer: Answer, id: string = randomUUID()): string {
    return acknowledge(to, answer, { now: this.clock.now(), id: id.replaceAll('-', '').slice(0, 20) });
  }
}

/** A message that is taken here, by its type. */
interface ReadyMessage extends Pick<Taking, 'evenSo' | 'courseId'> {
  readonly message: Hl7Message;
  readonly type: TakenType;
}

interface Judged {
  readonly outcome: Pick<Hl7MessageRow, 'state' | 'reason'> &
    Partial<Pick<Hl7MessageRow, 'patientId' | 'occurredAt'>>;
  readonly answer: Answer;
}

function refused({ code, number, reason, place }: Refusal): Judged {
  return {
    outcome: { state: 'refused', reason: place ? `${place}: ${reason}` : reason },
    answer: { code, text: reason, error: { number, place } },
  };
}

const USED = new Refusal(
  205,
  'This control id was used before for another message: give each message its own',
  'MSH-10',
);

const NOT_KEPT: Answer = {
  code: 'AE',
  text: 'The message could not be kept for the moment: send it again',
  error: { number: 207, place: '' },
};

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
