import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SignedIn } from '../../../platform/http/by.decorator';
import { Problem } from '../../../platform/http/problem';
import { findWritten, writeOnce } from '../../../platform/write-once';
import { ImportMapping } from './import-mapping.entity';
import type { KeepMappingDto, MappingList, MappingView } from './mappings.dto';
import { refuseUnfitMapping } from './refuse-unfit-mapping';
import type { Given } from '../../../platform/http/updates/whole-list.dto';

/** The mappings that the clinic keeps for the files of other programs. */
@Injectable()
export class MappingsService {
  constructor(private readonly work: UnitOfWork) {}

  async find(): Promise<Given<MappingList>> {
    const kept = await this.work.db.find(ImportMapping, { order: { kind: 'ASC', name: 'ASC', id: 'ASC' } });
    return { items: kept.map(viewOf) };
  }

  keep(actor: SignedIn, dto: KeepMappingDto): Promise<{ repeated: boolean; view: MappingView }> {
    const { kind, name = null, columns } = dto;
    refuseUnfitMapping(kind, columns);
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'import-mapping', id, body: dto }, () =>
        tx.insert(ImportMapping, { id, kind, name, columns, createdBy: actor.id }),
      );
      return { repeated, view: viewOf(await findWritten(tx, ImportMapping, id)) };
    });
  }

  remove(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      const { affected } = await tx.delete(ImportMapping, { id });
      if (!affected) throw new Problem('not-found', 'No such mapping.');
    });
  }
}

function viewOf({ id, kind, name, columns, createdAt }: ImportMapping): MappingView {
  return { id, kind, name, columns, createdAt };
}
