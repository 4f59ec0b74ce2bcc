import { applyDecorators, type Type } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** 201 for what was written now, 200 for what the same request had written before. */
export async function answerOnce<V>(
  reply: FastifyReply,
  written: Promise<{ repeated: boolean; view: V }>,
): Promise<V> {
  const { repeated, view } = await written;
  void reply.status(repeated ? 200 : 201);
  return view;
}

/** Documents both answers. */
export function ApiWriteOnce(type: Type): MethodDecorator {
  return applyDecorators(
    ApiCreatedResponse({ type, description: 'Written' }),
    ApiOkResponse({ type, description: 'The same request was written before: what it made' }),
  );
}
