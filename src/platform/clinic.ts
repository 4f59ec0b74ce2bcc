import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../clinical/calendar';
import { courseRules, type ClinicInterval, type CourseRules } from '../clinical/course/course-rules';
import type { OpeningHours } from '../clinical/schedule/opening-hours';
import type { VisitLength } from '../clinical/schedule/visit-length';
import type { DueSettings } from '../clinical/due/due-settings';
import { ruleValues, type RuleValues } from '../clinical/rules';
import { ClinicSetting } from './clinic-setting.entity';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';

/** When visits take place, and how long they are. */
export interface ScheduleSettings {
  readonly openingHours: readonly OpeningHours[];
  readonly visitLengths: readonly VisitLength[];
}

/** The clinic now: what it has set, with the defaults where it has set nothing, and the day that it is there. */
export interface Clinic {
  readonly zone: string;
  /** As it stands on notes and letters. */
  readonly letterhead: Pick<ClinicSetting, 'name' | 'address' | 'phone'>;
  /** Of its settings. */
  readonly version: number;
  readonly today: PlainDate;
  readonly due: DueSettings;
  readonly intervals: readonly ClinicInterval[];
  readonly schedule: ScheduleSettings;
  readonly crossCourseMinimum: boolean;
  readonly rules: RuleValues;
  readonly courseRules: CourseRules;
}

/** Which transaction wrote the row of `setting`: it changes with each change, whoever makes it. */
export const SETTINGS_STORED = 'setting.xmin::text';

/**
 * Reads the clinic once for a request, where `@Now()` does it, or once for a transaction, after what it locks. From there
 * on it is passed.
 */
@Injectable()
export class ClinicNow {
  private kept: { readonly stored: string; readonly clinic: Clinic } | undefined;

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'clinicZone'>,
  ) {}

  async read(db: EntityManager): Promise<Clinic> {
    return this.of(await db.findOneByOrFail(ClinicSetting, { id: true }));
  }

  /**
   * For a request that only reads. What was read before serves while the row is the same: `stored` says which it was when
   * its actor was found, so that a change by whomever is seen by the next request.
   */
  async readUnlessKept(db: EntityManager, stored: string | undefined): Promise<Clinic> {
    const { clinic } =
      this.kept !== undefined && this.kept.stored === stored ? this.kept : await this.readAgain(db);
    return { ...clinic, today: this.clock.today(clinic.zone) };
  }

  /** With the row what names it, from one look: a change may fall between two. */
  private async readAgain(db: EntityManager): Promise<NonNullable<ClinicNow['kept']>> {
    const { entities, raw } = await db
      .createQueryBuilder(ClinicSetting, 'setting')
      .addSelect(SETTINGS_STORED, 'stored')
      .getRawAndEntities<{ stored: string }>();
    return (this.kept = { stored: raw[0]!.stored, clinic: this.of(entities[0]!) });
  }

  /** The configured zone holds until the clinic sets another. */
  of(row: ClinicSetting): Clinic {
    const zone = row.zone ?? this.config.clinicZone;
    const due: DueSettings = {
      closedWeekdays: row.closedWeekdays,
      closedDays: row.closedDays,
      leadDays: row.leadDays,
      onTimeDays: row.onTimeDays,
      lapseDays: row.lapseDays,
    };
    const rules = ruleValues(row.ruleValues);
    return {
      zone,
      letterhead: { name: row.name, address: row.address, phone: row.phone },
      version: row.version,
      today: this.clock.today(zone),
      due,
      intervals: row.intervals,
      schedule: { openingHours: row.openingHours, visitLengths: row.visitLengths },
      crossCourseMinimum: row.crossCourseMinimum,
      rules,
      courseRules: courseRules(rules, due, row.intervals, row.learned ?? undefined),
    };
  }
}

/** A clinic as another thread is sent it: what it judges by are functions, which no message carries. */
export interface SentClinic extends Pick<Clinic, 'zone' | 'today'> {
  readonly stored: ClinicSetting;
}

export function sentClinic(stored: ClinicSetting, { zone, today }: Clinic): SentClinic {
  return { stored: { ...stored }, zone, today };
}

/** The same clinic once it has arrived. */
export function arrivedClinic({ stored, zone, today }: SentClinic): Clinic {
  return { ...new ClinicNow(new Clock(), { clinicZone: zone }).of(stored), today };
}
