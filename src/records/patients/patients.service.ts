import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { bornAfter } from '../../clinical/days-in-order';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT, type Page } from '../../platform/http/page-cursor';
import { may } from '../../platform/permissions';
import { contradicting, malformed, Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { factsOfPatient } from '../assessment/dated-facts.query';
import { reassessPatient } from '../assessment/reassess-course';
import { openAlertsOf } from '../adverse-events/alert.query';
import { lockPatient } from './lock-patient';
import { endWithDeath } from './record-death';
import { Patient } from './patient.entity';
import { findPatients } from './patient.query';
import type { ChangePatientDto, FindPatientsQuery, PatientView, RegisterPatientDto } from './patients.dto';
import { searchText } from '../../platform/search-text';

@Injectable()
export class PatientsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  register(actor: SignedIn, dto: RegisterPatientDto): Promise<{ repeated: boolean; view: PatientView }> {
    refuseClinicalFields(actor, dto);
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'patient', id, body: dto }, async () => {
        const { weight, ...fields } = dto;
        refuseImpossibleDays(dto, (await this.clinicNow.read(tx)).today);
        await tx.insert(Patient, {
          ...fields,
          ...weightColumns(weight),
          id,
          precautions: dto.precautions ?? [],
          searchText: searchText(dto.familyName, dto.givenName, dto.mrn),
          version: 1,
        });
      });
      return { repeated, view: await viewOf(tx, actor, await tx.findOneByOrFail(Patient, { id })) };
    });
  }

  async read(actor: SignedIn, id: string): Promise<PatientView> {
    const patient = await findOrRefuse(this.work.db, Patient, id, 'patient');
    return viewOf(this.work.db, actor, patient);
  }

  async find(actor: SignedIn, query: FindPatientsQuery): Promise<Page<PatientView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const anyText = (): boolean => true;
    const after = readCursor('patients', query.cursor, [anyText, anyText, isId]);
    const rows = await findPatients(this.work.db, { ...query, after, limit: limit + 1 });
    const alerts = await openAlertsFor(this.work.db, actor, rows);
    return toPage(
      'patients',
      rows,
      limit,
      (row) => [row.familyName, row.givenName, row.id],
      (row) => view(actor, row, alerts.get(row.id)),
    );
  }

  change(actor: SignedIn, id: string, version: number, dto: ChangePatientDto): Promise<PatientView> {
    refuseClinicalFields(actor, dto);
    return this.work.write(actor, async (tx) => {
      const before = await lockPatient(tx, id);
      const clinic = await this.clinicNow.read(tx);
      const { weight, ...fields } = dto;
      const next = { ...before, ...fields, ...weightColumns(weight) };
      const days = { birthDate: next.birthDate, weight, deceasedOn: next.deceasedOn };
      refuseImpossibleDays(days, clinic.today);
      await refuseBirthAfter(tx, before, next.birthDate);
      if (next.deceasedOn && next.deceasedOn !== before.deceasedOn) {
        await endWithDeath(tx, id, next.deceasedOn, { pointer: '/deceasedOn', zone: clinic.zone });
      }
      await changeRow(tx, Patient, id, version, {
        ...fields,
        ...weightColumns(weight),
        searchText: searchText(next.familyName, next.givenName, next.mrn),
      });
      await reassessPatient(tx, id, clinic);
      return viewOf(tx, actor, await tx.findOneByOrFail(Patient, { id }));
    });
  }
}

function refuseImpossibleDays(
  { birthDate, weight, deceasedOn }: Pick<ChangePatientDto, 'birthDate' | 'weight' | 'deceasedOn'>,
  today: PlainDate,
): void {
  if (birthDate && birthDate > today) throw malformed('/birthDate', 'future', 'birthDate lies in the future');
  if (weight && weight.measuredOn > today)
    throw malformed('/weight/measuredOn', 'future', 'measuredOn lies in the future');
  if (weight && birthDate && weight.measuredOn < birthDate) {
    throw malformed('/weight/measuredOn', 'before-birth', 'measuredOn lies before the birth date');
  }
  if (deceasedOn && deceasedOn > today)
    throw malformed('/deceasedOn', 'future', 'deceasedOn lies in the future');
  if (deceasedOn && birthDate && deceasedOn < birthDate) {
    throw malformed('/deceasedOn', 'before-birth', 'deceasedOn lies before the birth date');
  }
}

/** A birth date moves past nothing that is on record. */
async function refuseBirthAfter(tx: EntityManager, patient: Patient, birthDate: PlainDate): Promise<void> {
  if (birthDate <= patient.birthDate) return;
  const before = bornAfter(birthDate, await factsOfPatient(tx, patient.id));
  if (before) throw contradicting('/birthDate', 'before-birth', before);
}

/** Whoever may not read a session may not read or write what only a session needs; null would take it back unseen. */
function refuseClinicalFields(actor: SignedIn, dto: ChangePatientDto): void {
  const clinical = ['weight', 'precautions', 'priorToxinTolerance'] as const;
  const sent = clinical.filter((field) => dto[field] !== undefined);
  if (sent.length > 0 && !may(actor.role, 'session.write')) {
    throw new Problem('forbidden', `${sent.join(', ')} are clinical: a neurologist records them.`);
  }
}

function weightColumns(
  weight: ChangePatientDto['weight'],
): Partial<Pick<Patient, 'weightKg' | 'weightMeasuredOn'>> {
  if (weight === undefined) return {};
  return { weightKg: weight?.kg ?? null, weightMeasuredOn: weight?.measuredOn ?? null };
}

async function viewOf(db: EntityManager, actor: SignedIn, patient: Patient): Promise<PatientView> {
  return view(actor, patient, (await openAlertsFor(db, actor, [patient])).get(patient.id));
}

/** Of nobody, for whom may not see them. */
function openAlertsFor(
  db: EntityManager,
  actor: SignedIn,
  patients: readonly Patient[],
): ReturnType<typeof openAlertsOf> {
  return openAlertsOf(db, may(actor.role, 'session.read') ? patients.map(({ id }) => id) : []);
}

function view(actor: SignedIn, patient: Patient, openAlerts: PatientView['openAlerts'] = []): PatientView {
  const {
    searchText: _text,
    weightKg,
    weightMeasuredOn,
    precautions,
    priorToxinTolerance,
    ...identity
  } = patient;
  if (!may(actor.role, 'session.read')) return identity;
  const weight =
    weightKg === null || weightMeasuredOn === null ? null : { kg: weightKg, measuredOn: weightMeasuredOn };
  return { ...identity, weight, precautions, priorToxinTolerance, openAlerts };
}
