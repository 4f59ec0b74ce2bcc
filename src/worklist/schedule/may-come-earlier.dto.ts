import { ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../../clinical/calendar';
import { INDICATION_SLUGS, type IndicationSlug } from '../../clinical/catalogue/indications';
import { IsMoment } from '../../platform/http/validating/day-shapes';
import { Lists, OneOf } from '../../platform/http/validation';
import { DuePatientView } from '../worklist.dto';
import { WholeListQuery, WholeListView } from '../../platform/http/updates/whole-list.dto';

export class MayComeEarlierQuery extends WholeListQuery {
  /** The time that is free, in days to come. */
  @IsMoment() startsAt: string;
}

/** What would be treated: a course, in the words of the list. */
export class VisitCourseView {
  courseId: string;
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug;
  side: string | null;
}

/** The appointment that would be moved. */
export class LaterAppointmentView {
  appointmentId: string;
  startsAt: Date;
  durationMin: number;
  version: number;
}

/** Somebody who may come at a time: names, telephone and days; never a dose, a response or a note. */
export class MayComeEarlierRowView {
  patient: DuePatientView;
  /** What would be treated in the visit, what waits longest first. */
  @Lists(() => VisitCourseView) courses: readonly VisitCourseView[];
  /** The first due day among them; null before the first session. */
  dueOn: PlainDate | null;
  /** Whether they agreed to be called when an earlier time is free: then they are booked for later. */
  callEarlier: boolean;
  @ApiPropertyOptional({ type: LaterAppointmentView, nullable: true }) booked: LaterAppointmentView | null;
  /** How long their visit takes. */
  durationMin: number;
}

export class MayComeEarlierView extends WholeListView {
  startsAt: Date;
  /** Those first who agreed to be called; then those to be called who wait longest. */
  @Lists(() => MayComeEarlierRowView) items: MayComeEarlierRowView[];
}
