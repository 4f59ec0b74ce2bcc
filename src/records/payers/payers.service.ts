import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nameTaken, type PayerNames } from '../../clinical/payers/payer-names';
import { payerProblems } from '../../clinical/payers/payer-problems';
import { NO_TERMS } from '../../clinical/payers/payer-terms';
import { ClinicNow } from '../../platform/clinic';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { contradicting, shapeProblem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { reassessAll } from '../assessment/reassess-course';
import { lockAllPatients } from '../patients/lock-patient';
import { Payer } from './payer.entity';
import { allPayers, findPayers } from './payers.query';
import type { ChangePayerDto, FindPayersQuery, KeepPayerDto, PayerView } from './payers.dto';

/** Who pays, under which names, and what they ask for. */
@Injectable()
export class PayersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  async find(query: FindPayersQuery): Promise<UpdatesPage<PayerView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'payers', query.cursor, [isId]);
    const rows = await findPayers(this.work.db, { ...query, after: page.after?.[0], limit: limit + 1 });
    return updatesPage(page, rows, limit, ({ id }) => [id]);
  }

  read(id: string): Promise<PayerView> {
    return findOrRefuse(this.work.db, Payer, id, 'payer');
  }

  keep(actor: SignedIn, dto: KeepPayerDto): Promise<{ repeated: boolean; view: PayerView }> {
    const id = dto.id ?? randomUUID();
    const { otherNames = [], ...fields } = dto;
    const rows = rowsOf(dto);
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'payer', id, body: dto }, async () => {
        await this.underNewNames(tx, { id, name: dto.name, otherNames }, async () => {
          await tx.insert(Payer, { ...NO_TERMS, ...fields, otherNames, ...rows, id, version: 1 });
        });
      });
      return { repeated, view: await findOrRefuse(tx, Payer, id, 'payer') };
    });
  }

  change(actor: SignedIn, id: string, version: number, dto: ChangePayerDto): Promise<PayerView> {
    return this.work.write(actor, async (tx) => {
      const before = await findOrRefuse(tx, Payer, id, 'payer');
      const { name = before.name, otherNames = before.otherNames, ...fields } = dto;
      const { exceptions, unitsPer84Days } = rowsOf({ ...before, ...dto });
      const write = () =>
        changeRow(tx, Payer, { id, version }, { ...fields, name, otherNames, exceptions, unitsPer84Days });
      const renamed = dto.name !== undefined || dto.otherNames !== undefined;
      await (renamed ? this.underNewNames(tx, { id, name, otherNames }, write) : write());
      return findOrRefuse(tx, Payer, id, 'payer');
    });
  }

  /** Whose authorization is whose payer’s goes by the names, so every course is looked at again. */
  private async underNewNames(
    tx: EntityManager,
    payer: PayerNames,
    write: () => Promise<void>,
  ): Promise<void> {
    await lockAllPatients(tx);
    refuseTakenName(payer, await allPayers(tx));
    await write();
    await reassessAll(tx, await this.clinicNow.read(tx));
  }
}

function refuseTakenName(payer: PayerNames, payers: readonly PayerNames[]): void {
  const taken = nameTaken(payer, payers);
  if (!taken) return;
  const at = payer.otherNames.indexOf(taken.name);
  throw contradicting(
    at < 0 ? '/name' : `/otherNames/${at}`,
    'name-taken',
    `${taken.name} is a name of ${taken.by.name} already: take it from there first, or leave it out here`,
  );
}

/** What is left out of a row holds for all; two rows for the same are refused. */
function rowsOf({
  exceptions = [],
  unitsPer84Days = [],
}: Pick<KeepPayerDto, 'exceptions' | 'unitsPer84Days'>): Pick<Payer, 'exceptions' | 'unitsPer84Days'> {
  const rows = {
    exceptions: exceptions.map((row) => ({ indication: null, product: null, ...NO_TERMS, ...row })),
    unitsPer84Days: unitsPer84Days.map((row) => ({ indication: null, ...row })),
  };
  const problems = payerProblems(rows);
  if (problems.length > 0) throw shapeProblem(problems);
  return rows;
}
