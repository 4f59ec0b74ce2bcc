import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from './problem';

/** `@StillWaiting() waiting: AbortSignal`: aborted once whoever asked has closed the line without an answer. */
export const StillWaiting = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const { raw } = context.switchToHttp().getResponse<FastifyReply>();
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished)
      gone.abort(new Problem('conflict', 'Cancelled by whoever asked. Nothing was changed.'));
  });
  return gone.signal;
});
