import type { EntityManager } from 'typeorm';
import { SavedView } from './saved-view.entity';
import type { SavedViewView } from './saved-views.dto';

/** The views of one person, by name. */
export async function viewsOf(db: EntityManager, userId: string): Promise<SavedViewView[]> {
  const views = await db.findBy(SavedView, { userId });
  return views
    .map(({ id, name, query, createdAt }) => ({ id, name, query, createdAt }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
