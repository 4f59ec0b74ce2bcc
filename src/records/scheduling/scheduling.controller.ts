import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated, type Shown } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { Now } from '../../platform/http/now.decorator';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import {
  AppointmentPage,
  AppointmentView,
  BookAppointmentDto,
  BookingCheckView,
  ChangeAppointmentDto,
  CheckBookingDto,
  ContactPage,
  ContactView,
  FindAppointmentsQuery,
  FindContactsQuery,
  LogContactDto,
} from './scheduling.dto';
import { SchedulingService } from './scheduling.service';

@ApiTags('appointments and contacts')
@Controller()
export class SchedulingController {
  constructor(private readonly scheduling: SchedulingService) {}

  /** Book an appointment for the next session of a course. What speaks against the time is said in `warnings`. */
  @Post('courses/:id/appointments')
  @Allow('scheduling.write')
  @ReadsWhenRepeated('appointment', ofOne)
  @ApiWriteOnce(AppointmentView)
  book(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: BookAppointmentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AppointmentView> {
    return answerOnce(reply, this.scheduling.book(actor, id, dto));
  }

  /** What speaks against booking at this time? The warnings of a booking, nothing stored. */
  @Post('courses/:id/appointments/check')
  @HttpCode(200)
  @Allow('scheduling.write')
  @Costs('check')
  @Reads('booking_check', (_: BookingCheckView, { params: { id } }) => ({ courses: [id!] }))
  check(
    @Param('id', IdPipe) id: string,
    @Body() dto: CheckBookingDto,
    @Now() clinic: Clinic,
  ): Promise<BookingCheckView> {
    return this.scheduling.check(id, dto, clinic);
  }

  /** Move an appointment, or say what became of it. */
  @Patch('appointments/:id')
  @Allow('scheduling.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangeAppointmentDto,
  ): Promise<AppointmentView> {
    return this.scheduling.change(actor, id, version, dto);
  }

  /** Appointments by time. */
  @Get('appointments')
  @Allow('scheduling.read')
  @Reads('appointment', ({ items }: AppointmentPage) => ({ courses: items.map(({ courseId }) => courseId) }))
  findAppointments(@Query() query: FindAppointmentsQuery, @Now() clinic: Clinic): Promise<AppointmentPage> {
    return this.scheduling.findAppointments(query, clinic);
  }

  /** Log a call or a message about the next session. `deceased` takes the patient off the due list. */
  @Post('courses/:id/contacts')
  @Allow('scheduling.write')
  @ReadsWhenRepeated('contact', ofOne)
  @ApiWriteOnce(ContactView)
  logContact(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: LogContactDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactView> {
    return answerOnce(reply, this.scheduling.logContact(actor, id, dto));
  }

  /** The contacts about a course, the latest first. */
  @Get('courses/:id/contacts')
  @Allow('scheduling.read')
  @Reads('contact', (_: ContactPage, { params: { id } }) => ({ subjectId: id, courses: [id!] }))
  contactsOf(@Param('id', IdPipe) id: string, @Query() query: FindContactsQuery): Promise<ContactPage> {
    return this.scheduling.contactsOf(id, query);
  }
}

function ofOne({ id, courseId }: AppointmentView | ContactView): Shown {
  return { subjectId: id, courses: [courseId] };
}
