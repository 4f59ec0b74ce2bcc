import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MoreThan, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { holdsOn } from '../../clinical/precautions/dated-precaution';
import { PRECAUTIONS, precautionOf } from '../../clinical/precautions/precaution-rows';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT, type Page } from '../../platform/http/page-cursor';
import { malformed, Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { lockPatient } from '../patients/lock-patient';
import { Patient } from '../patients/patient.entity';
import { PrecautionRow } from './precaution.entity';
import type {
  AnswerPregnancyDto,
  ChangePrecautionDto,
  FindPrecautionsQuery,
  FindPregnancyAnswersQuery,
  PrecautionView,
  PregnancyAnswerView,
  RecordPrecautionDto,
} from './precautions.dto';
import { PregnancyAnswerRow } from './pregnancy-answer.entity';
import { applyAnswer, touchPatient } from './write-precautions';

@Injectable()
export class PrecautionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  record(
    actor: SignedIn,
    patientId: string,
    dto: RecordPrecautionDto,
  ): Promise<{ repeated: boolean; view: PrecautionView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const body = { ...dto, patientId };
      const repeated = await writeOnce(tx, { kind: 'precaution', id, body }, async () => {
        const patient = await lockPatient(tx, patientId);
        const { today } = await this.clinicNow.read(tx);
        const row = {
          startedOn: null,
          endedOn: null,
          value: null,
          ...dto,
          askedOn: dto.askedOn ?? dto.startedOn ?? today,
          id,
          patientId,
        };
        await refuseUnfit(tx, row, patient, today);
        await tx.insert(PrecautionRow, { ...row, version: 1 });
        await touchPatient(tx, patientId);
      });
      return { repeated, view: await findOrRefuse(tx, PrecautionRow, id, 'precaution') };
    });
  }

  change(actor: SignedIn, id: string, version: number, dto: ChangePrecautionDto): Promise<PrecautionView> {
    return this.work.write(actor, async (tx) => {
      const { patientId } = await findOrRefuse(tx, PrecautionRow, id, 'precaution');
      const patient = await lockPatient(tx, patientId);
      const before = await findOrRefuse(tx, PrecautionRow, id, 'precaution');
      const { today } = await this.clinicNow.read(tx);
      await refuseUnfit(tx, { ...before, ...dto }, patient, today);
      await changeRow(tx, PrecautionRow, id, version, { ...dto });
      await touchPatient(tx, patientId);
      return findOrRefuse(tx, PrecautionRow, id, 'precaution');
    });
  }

  async find(patientId: string, query: FindPrecautionsQuery): Promise<Page<PrecautionView>> {
    const { db } = this.work;
    await findOrRefuse(db, Patient, patientId, 'patient');
    const { onDay, updatedSince } = query;
    const rows = await db.find(PrecautionRow, {
      where: {
        patientId,
        ...(updatedSince && { updatedAt: MoreThanOrEqual(new Date(updatedSince)) }),
        ...afterCursor('precautions', query.cursor),
      },
      order: { id: 'ASC' },
    });
    return pageOf(
      'precautions',
      rows.filter((row) => !onDay || holdsOn(row, onDay)),
      query.limit,
    );
  }

  answer(
    actor: SignedIn,
    patientId: string,
    dto: AnswerPregnancyDto,
  ): Promise<{ repeated: boolean; view: PregnancyAnswerView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const body = { ...dto, patientId };
      const repeated = await writeOnce(tx, { kind: 'pregnancy-answer', id, body }, async () => {
        const patient = await lockPatient(tx, patientId);
        const { today } = await this.clinicNow.read(tx);
        refuseDay('askedOn', dto.askedOn, patient, today);
        await tx.insert(PregnancyAnswerRow, { ...dto, id, patientId });
        if (await applyAnswer(tx, patientId, dto)) await touchPatient(tx, patientId);
      });
      return { repeated, view: await findOrRefuse(tx, PregnancyAnswerRow, id, 'answer') };
    });
  }

  async findAnswers(patientId: string, query: FindPregnancyAnswersQuery): Promise<Page<PregnancyAnswerView>> {
    const { db } = this.work;
    await findOrRefuse(db, Patient, patientId, 'patient');
    const { updatedSince } = query;
    const rows = await db.find(PregnancyAnswerRow, {
      where: {
        patientId,
        ...(updatedSince && { createdAt: MoreThanOrEqual(new Date(updatedSince)) }),
        ...afterCursor('pregnancy-answers', query.cursor),
      },
      order: { id: 'ASC' },
      take: (query.limit ?? USUAL_LIMIT) + 1,
    });
    return pageOf('pregnancy-answers', rows, query.limit);
  }
}

function afterCursor(list: string, cursor: string | undefined) {
  const [after] = readCursor(list, cursor, [isId]) ?? [];
  return after ? { id: MoreThan(after) } : {};
}

function pageOf<T extends { id: string }>(list: string, rows: readonly T[], limit = USUAL_LIMIT): Page<T> {
  return toPage(
    list,
    rows.slice(0, limit + 1),
    limit,
    ({ id }) => [id],
    (row) => row,
  );
}

type Judged = Pick<
  PrecautionRow,
  'id' | 'patientId' | 'code' | 'startedOn' | 'endedOn' | 'askedOn' | 'value'
>;

/** @throws Problem 400 on days or a value that cannot be, 409 when the same is on record for these days. */
async function refuseUnfit(
  tx: EntityManager,
  row: Judged,
  patient: Patient,
  today: PlainDate,
): Promise<void> {
  const { startedOn, endedOn, askedOn } = row;
  if (startedOn) refuseDay('startedOn', startedOn, patient, today);
  refuseDay('askedOn', askedOn, patient, today);
  if (endedOn && endedOn < (startedOn ?? patient.birthDate)) {
    const before = startedOn ? `startedOn (${startedOn})` : 'the birth date';
    throw malformed('/endedOn', 'order', `endedOn lies before ${before}`);
  }
  refuseUnfitValue(row);
  await refuseTwice(tx, row);
}

function refuseDay(
  field: 'startedOn' | 'askedOn',
  day: PlainDate,
  { birthDate }: Patient,
  today: PlainDate,
): void {
  if (day > today) throw malformed(`/${field}`, 'future', `${field} lies in the future (today is ${today})`);
  if (day < birthDate) throw malformed(`/${field}`, 'before-birth', `${field} lies before the birth date`);
}

function refuseUnfitValue({ code, value, startedOn }: Judged): void {
  const known = precautionOf(code);
  const measured = known && PRECAUTIONS[known].measured;
  if (!measured) {
    if (value === null) return;
    throw malformed(
      '/value',
      'not-measured',
      `${code} has no value: leave it out; an INR is recorded as inr`,
    );
  }
  if (value === null) {
    if (!measured.required) return;
    throw malformed('/value', 'value-missing', `${code} needs its value, as 2.4`);
  }
  const { min, max } = measured;
  if (value < min || value > max)
    throw malformed('/value', 'range', `${code} lies between ${min} and ${max}: check the value`);
  if (!startedOn)
    throw malformed('/startedOn', 'day-missing', `${code} needs startedOn, the day it was measured`);
}

async function refuseTwice(tx: EntityManager, row: Judged): Promise<void> {
  const others = await tx.findBy(PrecautionRow, {
    patientId: row.patientId,
    code: row.code,
    id: Not(row.id),
  });
  const other = others.find(
    row.value === null ? (one) => overlap(one, row) : (one) => one.startedOn === row.startedOn,
  );
  if (!other) return;
  const from = other.startedOn ? `from ${other.startedOn}` : 'since an unknown day';
  throw new Problem(
    'conflict',
    `${row.code} is on record already (${from}, id ${other.id}): change or end that entry.`,
  );
}

function overlap(
  a: Pick<Judged, 'startedOn' | 'endedOn'>,
  b: Pick<Judged, 'startedOn' | 'endedOn'>,
): boolean {
  const beginsBeforeEnd = (one: typeof a, other: typeof a): boolean =>
    !one.startedOn || !other.endedOn || one.startedOn < other.endedOn;
  return beginsBeforeEnd(a, b) && beginsBeforeEnd(b, a);
}
