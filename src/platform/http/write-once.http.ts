import { applyDecorators, type Type } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Asking } from './asking';

/** 201 (or `written`) for what was written now, 200 for what had been written before: then it is a read, for the trail. */
export async function answerOnce<V>(
  reply: FastifyReply,
  write: Promise<{ repeated: boolean; view: V }>,
  written: 200 | 201 = 201,
): Promise<V> {
  const { repeated, view } = await write;
  (reply.request as Asking).repeated = repeated;
  void reply.status(repeated ? 200 : written);
  return view;
}

/** Documents both answers. */
export function ApiWriteOnce(type: Type): MethodDecorator {
  return applyDecorators(
    ApiCreatedResponse({ type, description: 'Written' }),
    ApiOkResponse({ type, description: 'The same request was written before: what it made' }),
  );
}
