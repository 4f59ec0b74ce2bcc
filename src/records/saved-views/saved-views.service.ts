import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { Problem } from '../../platform/http/problem';
import { User } from '../../platform/users/user.entity';
import { writeOnce } from '../../platform/write-once';
import { SavedView } from './saved-view.entity';
import { viewsOf } from './saved-view.query';
import type { SavedViewList, SavedViewView, SaveViewDto } from './saved-views.dto';
import type { Given } from '../../platform/http/updates/whole-list.dto';

/** As many as one finds again in a list. */
const MOST_VIEWS = 40;

/** The views that each person keeps for themselves. */
@Injectable()
export class SavedViewsService {
  constructor(private readonly work: UnitOfWork) {}

  async find(actor: SignedIn): Promise<Given<SavedViewList>> {
    return { items: await viewsOf(this.work.db, actor.id) };
  }

  save(actor: SignedIn, dto: SaveViewDto): Promise<{ repeated: boolean; view: SavedViewView }> {
    if (actor.isScript)
      throw new Problem('forbidden', 'A view belongs to a person who signs in: a token has none.');
    const id = dto.id ?? randomUUID();
    const { name, query } = dto;
    return this.work.write(actor, async (tx) => {
      await oneWriterAtATime(tx, actor.id);
      const repeated = await writeOnce(
        tx,
        { kind: 'saved-view', id, body: { ...dto, by: actor.id } },
        async () => {
          await refuseOneTooMany(tx, actor.id, name);
          await tx.insert(SavedView, { id, userId: actor.id, name, query });
        },
      );
      const view = (await viewsOf(tx, actor.id)).find((kept) => kept.id === id);
      if (!view) throw new Problem('gone', 'This view was removed. Save it again under a new id.');
      return { repeated, view };
    });
  }

  /** Of somebody else's view nothing is said, not even that it is there. */
  remove(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      const { affected } = await tx.delete(SavedView, { id, userId: actor.id });
      if (!affected) throw new Problem('not-found', 'You have no such view.');
    });
  }
}

/** Two views of one name would be taken for each other. */
async function oneWriterAtATime(tx: EntityManager, userId: string): Promise<void> {
  await tx.findOneOrFail(User, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
}

async function refuseOneTooMany(tx: EntityManager, userId: string, name: string): Promise<void> {
  const views = await viewsOf(tx, userId);
  if (views.some((kept) => kept.name.toLowerCase() === name.toLowerCase()))
    throw new Problem(
      'conflict',
      `You have a view “${name}” already: take another name, or remove that one.`,
    );
  if (views.length >= MOST_VIEWS)
    throw new Problem('conflict', `You keep ${MOST_VIEWS} views, the most there may be: remove one first.`);
}
