import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertsController } from './adverse-events/alerts.controller';
import { AlertsService } from './adverse-events/alerts.service';
import { AlertAnswer } from './adverse-events/alert-answer.entity';
import { AdverseEvent } from './adverse-events/adverse-event.entity';
import { AdverseEventsController } from './adverse-events/adverse-events.controller';
import { AdverseEventsService } from './adverse-events/adverse-events.service';
import { PriorAuthorization } from './authorizations/authorization.entity';
import { AuthorizationsController } from './authorizations/authorizations.controller';
import { AuthorizationsService } from './authorizations/authorizations.service';
import { CoverOverride } from './authorizations/cover-override.entity';
import { CoverOverridesService } from './authorizations/cover-overrides.service';
import { CatalogController } from './catalog/catalog.controller';
import { ClinicLearningController } from './clinic-learning/clinic-learning.controller';
import { ClinicLearningRow } from './clinic-learning/clinic-learning.entity';
import { ClinicLearningService } from './clinic-learning/clinic-learning.service';
import { NightlyLearning } from './clinic-learning/nightly-learning';
import { ClinicSettingsController } from './clinic-settings/clinic-settings.controller';
import { ClinicSettingsService } from './clinic-settings/clinic-settings.service';
import { CourseAssessmentRow } from './assessment/course-assessment.entity';
import { Course } from './courses/course.entity';
import { CoursesController } from './courses/courses.controller';
import { CoursesService } from './courses/courses.service';
import { Hold } from './courses/hold.entity';
import { PrecautionRow } from './precautions/precaution.entity';
import { PrecautionsController } from './precautions/precautions.controller';
import { PrecautionsService } from './precautions/precautions.service';
import { PregnancyAnswerRow } from './precautions/pregnancy-answer.entity';
import { ExternalDose } from './external-doses/external-dose.entity';
import { ExternalDosesController } from './external-doses/external-doses.controller';
import { ExternalDosesService } from './external-doses/external-doses.service';
import { PreviewController } from './preview/preview.controller';
import { ClinicNotesController } from './clinic-notes/clinic-notes.controller';
import { DismissedNote } from './clinic-notes/dismissed-note.entity';
import { CheckIn } from './check-ins/check-in.entity';
import { CheckInsController } from './check-ins/check-ins.controller';
import { CheckInsService } from './check-ins/check-ins.service';
import { ImportFile } from './imports/import-file.entity';
import { ImportPart } from './imports/import-part.entity';
import { ImportsController } from './imports/imports.controller';
import { ImportsService } from './imports/imports.service';
import { ImportMapping } from './imports/mappings/import-mapping.entity';
import { MappingsController } from './imports/mappings/mappings.controller';
import { MappingsService } from './imports/mappings/mappings.service';
import { PapersController } from './papers/papers.controller';
import { RenewalController } from './papers/renewal.controller';
import { PatientAnswerRow } from './patient-answers/patient-answer.entity';
import { PatientAnswersController } from './patient-answers/patient-answers.controller';
import { PatientAnswersService } from './patient-answers/patient-answers.service';
import { Patient } from './patients/patient.entity';
import { DuplicatesController } from './patients/duplicates/duplicates.controller';
import { PatientsController } from './patients/patients.controller';
import { MergesController } from './patients/merging/merges.controller';
import { MergesService } from './patients/merging/merges.service';
import { PatientMerge } from './patients/merging/patient-merge.entity';
import { PatientsService } from './patients/patients.service';
import { MeasurementRow } from './responses/measurement.entity';
import { FlagsController } from './reviews/flags.controller';
import { ReviewFlag } from './reviews/review-flag.entity';
import { Review } from './reviews/review.entity';
import { ReviewsService } from './reviews/reviews.service';
import { Payer } from './payers/payer.entity';
import { PayersController } from './payers/payers.controller';
import { PayersService } from './payers/payers.service';
import { Response } from './responses/response.entity';
import { ProtocolVersion } from './protocols/protocol.entity';
import { ProtocolsController } from './protocols/protocols.controller';
import { ProtocolsService } from './protocols/protocols.service';
import { ResponsesController } from './responses/responses.controller';
import { ResponsesService } from './responses/responses.service';
import { SavedView } from './saved-views/saved-view.entity';
import { SavedViewsController } from './saved-views/saved-views.controller';
import { SavedViewsService } from './saved-views/saved-views.service';
import { Appointment } from './scheduling/appointment.entity';
import { Contact } from './scheduling/contact.entity';
import { CalendarFeed } from './scheduling/feeds/calendar-feed.entity';
import { CalendarFeedsController } from './scheduling/feeds/calendar-feeds.controller';
import { CalendarFeedsService } from './scheduling/feeds/calendar-feeds.service';
import { SchedulingController } from './scheduling/scheduling.controller';
import { SchedulingService } from './scheduling/scheduling.service';
import { Snooze } from './scheduling/snoozes/snooze.entity';
import { SnoozesController } from './scheduling/snoozes/snoozes.controller';
import { SnoozesService } from './scheduling/snoozes/snoozes.service';
import { Injection } from './sessions/injection.entity';
import { Session } from './sessions/session.entity';
import { SessionsController } from './sessions/sessions.controller';
import { CorrectionsService } from './sessions/corrections/corrections.service';
import { SessionsService } from './sessions/sessions.service';
import { SessionVial } from './sessions/vial.entity';

import { Excursion } from './supply/excursions/excursion.entity';
import { ExcursionsService } from './supply/excursions/excursions.service';
import { Lot } from './supply/lot.entity';
import { LotsService } from './supply/lots.service';
import { StockVial } from './supply/stock-vial.entity';
import { SupplyController } from './supply/supply.controller';
import { VialMovement } from './supply/vial-movement.entity';
import { VialsService } from './supply/vials.service';

/** The entities of the record. */
export const RECORDS = [
  AdverseEvent,
  CalendarFeed,
  AlertAnswer,
  Appointment,
  ClinicLearningRow,
  CheckIn,
  Contact,
  Snooze,
  Course,
  CourseAssessmentRow,
  CoverOverride,
  DismissedNote,
  Excursion,
  ExternalDose,
  Hold,
  ImportFile,
  ImportPart,
  ImportMapping,
  Injection,
  Lot,
  MeasurementRow,
  Patient,
  PatientMerge,
  PatientAnswerRow,
  Payer,
  PrecautionRow,
  PregnancyAnswerRow,
  PriorAuthorization,
  ProtocolVersion,
  Response,
  Review,
  ReviewFlag,
  SavedView,
  Session,
  SessionVial,
  StockVial,
  VialMovement,
];

@Module({
  imports: [TypeOrmModule.forFeature(RECORDS)],
  controllers: [
    AdverseEventsController,
    AlertsController,
    AuthorizationsController,
    CalendarFeedsController,
    CatalogController,
    CheckInsController,
    ClinicLearningController,
    ClinicNotesController,
    ClinicSettingsController,
    CoursesController,
    DuplicatesController,
    MergesController,
    ExternalDosesController,
    FlagsController,
    ImportsController,
    MappingsController,
    PapersController,
    RenewalController,
    PatientAnswersController,
    PatientsController,
    PrecautionsController,
    PreviewController,
    PayersController,
    ProtocolsController,
    ResponsesController,
    SavedViewsController,
    SchedulingController,
    SnoozesController,
    SessionsController,
    SupplyController,
  ],
  providers: [
    AdverseEventsService,
    AlertsService,
    AuthorizationsService,
    CalendarFeedsService,
    CheckInsService,
    ClinicLearningService,
    ClinicSettingsService,
    CoursesService,
    CoverOverridesService,
    ExcursionsService,
    ExternalDosesService,
    ImportsService,
    MappingsService,
    PatientAnswersService,
    PatientsService,
    MergesService,
    LotsService,
    NightlyLearning,
    PrecautionsService,
    PayersService,
    ProtocolsService,
    ResponsesService,
    ReviewsService,
    SavedViewsService,
    SchedulingService,
    SnoozesService,
    SessionsService,
    CorrectionsService,
    VialsService,
  ],
})
export class RecordsModule {}
