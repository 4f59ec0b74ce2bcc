import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, dayIn } from '../../clinical/calendar';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { malformed } from '../../platform/http/problem';
import { isMoment } from '../../platform/http/validating/day-shapes';
import { isId } from '../../platform/http/validation';
import { findWritten, writeOnce } from '../../platform/write-once';
import { Course } from '../courses/course.entity';
import { reassessPatient } from '../assessment/reassess-course';
import { lockPatientOf } from '../patients/lock-patient';
import { endWithDeath } from '../patients/record-death';
import { Patient } from '../patients/patient.entity';
import { coursesMeant } from './also-for';
import { Appointment } from './appointment.entity';
import { Contact } from './contact.entity';
import { warnBooking } from './booking/judge-booking';
import { meantVisit, visitOf } from './booking/visit';
import { bookVisit, changeVisit } from './booking/write-visit';
import { findAppointments, findContacts } from './scheduling.query';
import type {
  AppointmentView,
  BookAppointmentDto,
  BookingCheckView,
  ChangeAppointmentDto,
  CheckBookingDto,
  ContactView,
  FindAppointmentsQuery,
  FindContactsQuery,
  LogContactDto,
} from './scheduling.dto';

@Injectable()
export class SchedulingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  book(
    actor: SignedIn,
    courseId: string,
    dto: BookAppointmentDto,
  ): Promise<{ repeated: boolean; view: AppointmentView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'appointment', id, body: { courseId, ...dto } }, () =>
        bookVisit(tx, { id, courseId, dto }, this.clinicNow),
      );
      return { repeated, view: viewOf(await findWritten(tx, Appointment, id)) };
    });
  }

  async check(courseId: string, dto: CheckBookingDto, clinic: Clinic): Promise<BookingCheckView> {
    const { db } = this.work;
    const course = await findOrRefuse(db, Course, courseId, 'course');
    const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
    const moved = await visitOf(db, dto.appointmentId);
    const visit = await meantVisit(db, { patient, course }, asMoved(dto, moved), clinic);
    return { warnings: await warnBooking(db, { ...visit, own: moved.map(({ id }) => id) }, clinic) };
  }

  change(actor: SignedIn, id: string, version: number, dto: ChangeAppointmentDto): Promise<AppointmentView> {
    return this.work.write(actor, async (tx) => {
      await changeVisit(tx, { id, version, dto }, this.clinicNow);
      return viewOf(await tx.findOneByOrFail(Appointment, { id }));
    });
  }

  async findAppointments(
    query: FindAppointmentsQuery,
    { zone }: Clinic,
  ): Promise<UpdatesPage<AppointmentView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'appointments', query.cursor, [isMoment, isId]);
    const search = { ...query, after: page.after, limit: limit + 1 };
    const rows = await findAppointments(this.work.db, search, zone);
    return updatesPage(page, rows.map(viewOf), limit, (row) => [row.startsAt.toISOString(), row.id]);
  }

  logContact(
    actor: SignedIn,
    courseId: string,
    dto: LogContactDto,
  ): Promise<{ repeated: boolean; view: ContactView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'contact', id, body: { courseId, ...dto } }, async () => {
        const { patient, course } = await lockPatientOf(tx, courseId);
        const at = dto.at ? new Date(dto.at) : this.clock.now();
        if (at.getTime() > this.clock.now().getTime() + 60_000)
          throw malformed('/at', 'future', 'at lies in the future');
        const clinic = await this.clinicNow.read(tx);
        const day = dayIn(clinic.zone, at);
        if (patient.birthDate && day < patient.birthDate)
          throw malformed('/at', 'before-birth', 'at lies before the birth of this patient');
        if (dto.snoozeUntilOn && (dto.snoozeUntilOn <= day || dto.snoozeUntilOn > addDays(day, 366))) {
          throw malformed('/snoozeUntilOn', 'range', `snoozeUntilOn must lie within a year after ${day}`);
        }
        const { alsoFor, ...said } = dto;
        for (const meant of await coursesMeant(tx, course, alsoFor)) {
          const contactId = meant === courseId ? id : randomUUID();
          await tx.insert(Contact, { ...said, id: contactId, courseId: meant, at });
        }
        if (dto.outcome === 'deceased' && !patient.deceasedOn) {
          await endWithDeath(tx, patient.id, day, { pointer: '/at', zone: clinic.zone });
          await changeRow(tx, Patient, patient, { deceasedOn: day });
        }
        await reassessPatient(tx, patient.id, clinic);
      });
      return { repeated, view: await findWritten(tx, Contact, id) };
    });
  }

  async contactsOf(courseId: string, query: FindContactsQuery): Promise<UpdatesPage<ContactView>> {
    await findOrRefuse(this.work.db, Course, courseId, 'course');
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'contacts', query.cursor, [isMoment, isId]);
    const search = { ...query, courseId, after: page.after, limit: limit + 1 };
    const rows = await findContacts(this.work.db, search);
    return updatesPage(page, rows, limit, (row) => [row.at.toISOString(), row.id]);
  }
}

/** What is not said of an appointment that is moved stays as it is, as when it is changed. */
function asMoved(dto: CheckBookingDto, [moved, ...others]: readonly Appointment[]): CheckBookingDto {
  if (!moved) return dto;
  return {
    ...dto,
    alsoFor: dto.alsoFor ?? others.map(({ courseId }) => courseId),
    durationMin: dto.durationMin ?? moved.durationMin,
    injectorId: dto.injectorId === undefined ? moved.injectorId : dto.injectorId,
  };
}

function viewOf(row: Appointment): AppointmentView {
  return { ...row, visitId: row.visitId ?? row.id };
}
