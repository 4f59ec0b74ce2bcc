import { connect } from 'node:net';
import { Hl7Message, type Hl7Segment } from '@medplum/core';
import { Hl7Client } from '@medplum/hl7';
import { MllpListener } from '../../../src/hl7/mllp-listener';
import type { TestApp } from '../app';

let last = 0;

export interface MessageOf {
  readonly type: string;
  readonly controlId?: string;
  /** `YYYYMMDDHHMMSS`, by the clinic's clock. */
  readonly at?: string;
  readonly pid: string;
  /** Further segments. */
  readonly more?: readonly string[];
}

/** A message as a hospital sends it. */
export function hl7({
  type,
  controlId = `C${(last += 1)}`,
  at = '20261123080000',
  pid,
  more = [],
}: MessageOf): string {
  const lines = [
    `MSH|^~\\&|HIS|GENERAL|CLINIC|HERE|${at}||${type}|${controlId}|P|2.5.1`,
    `EVN||${at}`,
    `PID|1||${pid}`,
    ...more,
  ];
  return `${lines.join('\r')}\r`;
}

export interface AppointmentOf extends Omit<MessageOf, 'type' | 'pid'> {
  /** `S12`. */
  readonly trigger: string;
  readonly mrn: string;
  /** The numbers of whoever asked for it and whoever booked it. */
  readonly numbers: string;
  /** `YYYYMMDDHHMMSS`; left out, the message does not say. */
  readonly starts?: string;
  readonly minutes?: number;
  readonly status?: string;
}

/** A message of an appointment: without EVN, its patient behind it. */
export function siu({
  trigger,
  mrn,
  numbers,
  starts = '',
  minutes,
  status = '',
  ...message
}: AppointmentOf): string {
  const sch = `SCH|${numbers}|||||||${minutes ?? ''}|MIN|^^^${starts}||||||||||||||${status}`;
  const lines = hl7({ ...message, type: `SIU^${trigger}^SIU_S12`, pid: `${mrn}^^^GENERAL^MR` }).split('\r');
  return [lines[0], sch, ...lines.slice(2)].join('\r');
}

export interface Acknowledged {
  readonly code: string;
  readonly controlId: string;
  readonly text: string;
  readonly error: string;
}

/** A client library's connection to the listener of a service. */
export async function hl7Client({ app }: TestApp): Promise<{
  send(text: string): Promise<Acknowledged>;
  close(): Promise<void>;
}> {
  const client = new Hl7Client({ host: '127.0.0.1', port: app.get(MllpListener).port! });
  await client.connect();
  return {
    send: async (text) => acknowledged(await client.sendAndWait(Hl7Message.parse(text))),
    close: () => client.close(),
  };
}

function acknowledged(answer: Hl7Message): Acknowledged {
  const part = (segment: Hl7Segment | undefined, field: number): string =>
    segment?.getField(field)?.toString() ?? '';
  const msa = answer.getSegment('MSA');
  return {
    code: part(msa, 1),
    controlId: part(msa, 2),
    text: part(msa, 3),
    error: [part(answer.getSegment('ERR'), 2), part(answer.getSegment('ERR'), 3).split('^')[0]]
      .filter(Boolean)
      .join(' '),
  };
}

/** Whatever bytes, as they are; answers what came back until `answers` of them have, or the line was closed. */
export function sendRaw(
  { app }: TestApp,
  chunks: readonly Buffer[],
  answers: number,
): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    let came = '';
    const socket = connect(app.get(MllpListener).port!, '127.0.0.1', () => {
      for (const chunk of chunks) socket.write(chunk);
      if (answers === 0) socket.end();
    });
    const found = (): Acknowledged[] =>
      came
        .split('\x1c\r')
        .slice(0, -1)
        .map((frame) => acknowledged(Hl7Message.parse(frame.replace('\x0b', ''))));
    socket.on('data', (chunk: Buffer) => {
      came += chunk.toString('utf8');
      if (found().length >= answers && answers > 0) socket.end();
    });
    socket.on('close', () => resolve(found()));
    socket.on('error', reject);
  });
}
