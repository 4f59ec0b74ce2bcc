import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Asking } from '../asking';

export const TELLS_UPDATES = 'tells-updates';

/** On the handler of a list that is asked for often: the moment to fetch from the next time comes with who asks, in one look. */
export const TellsUpdates = (): MethodDecorator => SetMetadata(TELLS_UPDATES, true);

/** `@UnchangedBefore() moment: Date` in such a handler. */
export const UnchangedBefore = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<Asking>().actor?.unchangedBefore,
);
