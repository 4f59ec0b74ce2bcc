import { ApiProperty, getSchemaPath } from '@nestjs/swagger';

export class UpdatesPageView {
  nextCursor: string | null;
  /**
   * What to send as `updatedSince` the next time, so that no row is missed; some may come again. All pages of one walk say the
   * same. Fetch without other filters: that a row no longer fits one is not told.
   */
  nextUpdatedSince: Date;
}

/** A row that was removed, in its place in the list; only with `updatedSince`. */
export class RemovedView {
  id: string;
  removedAt: Date;
}

/** The items of a list that tells what was removed; its page names both as extra models. */
export function ListsOrRemoved(row: () => new () => object): PropertyDecorator {
  return (target, property) =>
    ApiProperty({
      type: 'array',
      items: { oneOf: [row(), RemovedView].map((view) => ({ $ref: getSchemaPath(view) })) },
    })(target, property);
}
