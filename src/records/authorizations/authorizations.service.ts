import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { reassessPatient } from '../assessment/reassess-course';
import { lockPatient } from '../patients/lock-patient';
import { PriorAuthorization } from './authorization.entity';
import { findAuthorizations } from './authorization.query';
import type {
  AuthorizationView,
  ChangeAuthorizationDto,
  FindAuthorizationsQuery,
  RecordAuthorizationDto,
} from './authorizations.dto';
import { balancesOf } from './balances.query';
import { insertAuthorization, refuseBackwards } from './insert-authorization';

@Injectable()
export class AuthorizationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  record(
    actor: SignedIn,
    dto: RecordAuthorizationDto,
  ): Promise<{ repeated: boolean; view: AuthorizationView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      let clinic: Clinic | undefined;
      const repeated = await writeOnce(tx, { kind: 'authorization', id, body: dto }, async () => {
        await lockPatient(tx, dto.patientId);
        await insertAuthorization(tx, { ...dto, id });
        clinic = await this.clinicNow.read(tx);
        await reassessPatient(tx, dto.patientId, clinic);
      });
      return { repeated, view: await view(tx, id, clinic ?? (await this.clinicNow.read(tx))) };
    });
  }

  change(
    actor: SignedIn,
    id: string,
    version: number,
    dto: ChangeAuthorizationDto,
  ): Promise<AuthorizationView> {
    return this.work.write(actor, async (tx) => {
      const before = await findOrRefuse(tx, PriorAuthorization, id, 'authorization');
      await lockPatient(tx, before.patientId);
      refuseBackwards(dto.startsOn ?? before.startsOn, dto.endsOn ?? before.endsOn);
      await changeRow(tx, PriorAuthorization, { id, version }, { ...dto });
      const clinic = await this.clinicNow.read(tx);
      await reassessPatient(tx, before.patientId, clinic);
      return view(tx, id, clinic);
    });
  }

  read(id: string, clinic: Clinic): Promise<AuthorizationView> {
    return view(this.work.db, id, clinic);
  }

  async find(query: FindAuthorizationsQuery, clinic: Clinic): Promise<UpdatesPage<AuthorizationView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'authorizations', query.cursor, [isId]);
    const search = { ...query, after: page.after?.[0], limit: limit + 1 };
    const rows = await findAuthorizations(this.work.db, search);
    const views = await viewsOf(this.work.db, rows, clinic);
    return updatesPage(page, views, limit, (row) => [row.id]);
  }
}

async function view(db: EntityManager, id: string, clinic: Clinic): Promise<AuthorizationView> {
  const row = await findOrRefuse(db, PriorAuthorization, id, 'authorization');
  return (await viewsOf(db, [row], clinic))[0]!;
}

async function viewsOf(
  db: EntityManager,
  rows: readonly PriorAuthorization[],
  clinic: Clinic,
): Promise<AuthorizationView[]> {
  const balances = await balancesOf(
    db,
    rows.map(({ patientId }) => patientId),
    clinic,
  );
  const balanceOf = new Map(balances.map((balance) => [balance.id, balance]));
  return rows.map((row) => {
    const balance = balanceOf.get(row.id)!;
    return {
      ...row,
      billingUnitsUsed: balance.billingUnitsUsed,
      billingUnitsReserved: balance.billingUnitsReserved,
      billingUnitsLeft: balance.billingUnitsLeft,
      sessionsUsed: balance.sessionsUsed,
      sessionsReserved: balance.sessionsReserved,
      sessionsLeft: balance.sessionsLeft,
      daysLeft: balance.daysLeft,
    };
  });
}
