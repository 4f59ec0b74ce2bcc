import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { rowProblems } from '../../clinical/protocols/protocol-rows';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { refuseUnlessVersion } from '../../platform/http/if-match';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { malformed, Problem, shapeProblem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { ProtocolVersion } from './protocol.entity';
import { findProtocol, findProtocols, keyOf } from './protocol.query';
import type { ChangeProtocolDto, FindProtocolsQuery, KeepProtocolDto, ProtocolView } from './protocols.dto';

type Content = Omit<KeepProtocolDto, 'id'>;

/** The patterns that sessions start from: what was published, and what this clinic keeps. */
@Injectable()
export class ProtocolsService {
  constructor(private readonly work: UnitOfWork) {}

  async find(query: FindProtocolsQuery): Promise<UpdatesPage<ProtocolView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'protocols', query.cursor, [() => true, isId]);
    const rows = await findProtocols(this.work.db, { ...query, after: page.after, limit: limit + 1 });
    return updatesPage(page, rows, limit, keyOf);
  }

  read(id: string, version?: number): Promise<ProtocolView> {
    return found(this.work.db, id, version);
  }

  keep(actor: SignedIn, dto: KeepProtocolDto): Promise<{ repeated: boolean; view: ProtocolView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'protocol', id, body: dto }, async () => {
        await oneWriterAtATime(tx);
        await refuseUnfit(tx, id, dto);
        await insertVersion(tx, { id, version: 1, madeBy: actor.id, retired: false }, dto);
      });
      return { repeated, view: await found(tx, id) };
    });
  }

  /** A new version: sessions that began from the one before still name that. */
  change(actor: SignedIn, id: string, version: number, dto: ChangeProtocolDto): Promise<ProtocolView> {
    return this.work.write(actor, async (tx) => {
      await oneWriterAtATime(tx);
      const before = await found(tx, id);
      if (before.source !== null)
        throw new Problem(
          'conflict',
          'A published protocol stays as it was published. Keep one of your own under another name.',
        );
      refuseUnlessVersion(before.version, version);
      const { retired = before.retired, ...fields } = dto;
      const after: Content = { ...before, ...fields };
      refuseForeignUnits(before, dto);
      if (!retired) await refuseUnfit(tx, id, after);
      await insertVersion(tx, { id, version: version + 1, madeBy: actor.id, retired }, after);
      return found(tx, id);
    });
  }
}

/** Two of one name would be taken for each other, and two next versions for one. */
async function oneWriterAtATime(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(17528, 0)');
}

async function found(db: EntityManager, id: string, version?: number): Promise<ProtocolView> {
  const protocol = await findProtocol(db, id, version);
  if (!protocol)
    throw new Problem('not-found', version ? 'No such version of a protocol.' : 'No such protocol.');
  return protocol;
}

async function refuseUnfit(
  tx: EntityManager,
  id: string,
  { name, indication, product, rows }: Content,
): Promise<void> {
  const problems = rowProblems(rows);
  if (problems.length > 0) throw shapeProblem(problems);
  const others = await findProtocols(tx, { indication, product, limit: Infinity });
  const same = others.find((other) => other.id !== id && folded(other.name) === folded(name));
  if (same)
    throw malformed(
      '/name',
      'name-taken',
      `There is a protocol of this name for ${PRODUCTS[product].brand} in this indication: take another name, or change that one`,
    );
}

/** Units of one product are none of another: who names another product sends its rows, and its dilution if there is one. */
function refuseForeignUnits(
  before: ProtocolView,
  { product = before.product, rows, dilution }: ChangeProtocolDto,
): void {
  if (product === before.product) return;
  const missing = [
    ...(rows ? [] : ['rows']),
    ...(before.dilution && dilution === undefined ? ['dilution'] : []),
  ];
  if (missing.length > 0)
    throw shapeProblem(
      missing.map((field) => ({
        pointer: `/${field}`,
        code: 'units-of-another-product',
        message: `Send ${field} too: what stands there is in units of ${PRODUCTS[before.product].brand}`,
      })),
    );
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, ' ');
}

async function insertVersion(
  tx: EntityManager,
  row: Pick<ProtocolVersion, 'id' | 'version' | 'madeBy' | 'retired'>,
  { name, indication, product, rows, dilution }: Content,
): Promise<void> {
  await tx.insert(ProtocolVersion, {
    ...row,
    name,
    indication,
    product,
    rows: rows.map(({ muscle, side, units, sites = null, volumeMl = null }) => ({
      muscle,
      side,
      units,
      sites,
      volumeMl,
    })),
    vialUnits: dilution?.vialUnits ?? null,
    diluentMl: dilution?.diluentMl ?? null,
  });
}
