import type { ServerResponse } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from './problem';

/** `@StillWaiting() waiting: AbortSignal`: aborted once whoever asked has closed the line without an answer. */
export const StillWaiting = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal =>
  stillWaiting(context.switchToHttp().getResponse<FastifyReply>().raw),
);

/** Who has gone before the handler began, while the guards were asked, does not wait either. */
export function stillWaiting(raw: ServerResponse): AbortSignal {
  const gone = new AbortController();
  const leave = () => {
    if (!raw.writableFinished)
      gone.abort(new Problem('conflict', 'Cancelled by whoever asked. Nothing was changed.'));
  };
  if (raw.closed || raw.destroyed) leave();
  else raw.once('close', leave);
  return gone.signal;
}
