import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../actor';
import { requestId } from '../log/request-id';
import { markUnwritten } from './faults/outcome';

/** The one way to write: a transaction that names its actor, so that the database can put the name in the trail. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  async write<T>(actor: Actor, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(async (tx) => {
        const named = nameActor(tx, actor);
        // It goes out with the first statement of the work; what it is refused for is told by it, not by what follows.
        named.catch(() => undefined);
        try {
          return await work(tx);
        } finally {
          await named;
        }
      });
    } catch (error) {
      markUnwritten(error);
      throw error;
    }
  }

  /** What a write would come to: it is done and undone. */
  async tryOut<T>(actor: Actor, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const undone = new Error('undone on purpose');
    let result: { readonly value: T } | undefined;
    await this.write(actor, async (tx) => {
      result = { value: await work(tx) };
      throw undone;
    }).catch((error: unknown) => {
      if (error !== undone) throw error;
    });
    return result!.value;
  }

  /** Reads that must agree with one another: one snapshot, nothing written. */
  snapshot<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (db) => {
      await db.query('set transaction read only');
      return work(db);
    });
  }

  get db(): EntityManager {
    return this.dataSource.manager;
  }
}

export async function nameActor(tx: EntityManager, actor: Actor): Promise<void> {
  await tx.query(
    `select set_config('clinic.actor_id', $1, true), set_config('clinic.actor_name', $2, true),
      set_config('clinic.actor_role', $3, true), set_config('clinic.request_id', $4, true)`,
    [actor.id, actor.name, actor.role, requestId() ?? ''],
  );
}
