import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RecordedYear } from '../../clinical/asking/ask-wear-off';
import { DUE_BOUNDS, type Bounds } from '../../clinical/bounds';
import { WEEKDAYS, type PlainDate } from '../../clinical/calendar';
import { ReadsNothing } from '../../platform/audit/reads';
import { lastBackup, type LastBackup } from '../../platform/backups/last-backup.query';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { ClockWatch } from '../../platform/clocks/clock-watch';
import { FullDisk } from '../../platform/database/faults/full-disk';
import { timeWords } from '../shared/day-text';
import { ClinicNow } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { ClinicSetting } from '../../platform/clinic-setting.entity';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Allow } from '../../platform/permissions';
import { untoldYear } from '../../records/clinic-notes/recorded-year.query';
import { injectorsHere, type Injector } from '../../worklist/schedule/free-slots.query';
import { AskWearOffNote } from '../parts/asking/ask-wear-off-note';
import { BackupNote } from '../parts/settings/backup-note';
import { ClosedDays } from '../parts/settings/closed-days';
import { ClinicName } from '../parts/settings/clinic-name';
import { Field, NumberField } from '../parts/page/field';
import { OpeningHoursSettings } from '../parts/settings/opening-hours-settings';
import { VisitLengthSettings } from '../parts/settings/visit-length-settings';
import { IntervalSettings } from '../parts/settings/interval-settings';
import { Page } from '../parts/page/page';
import { RuleSettings } from '../parts/settings/rule-settings';
import { sendScreen } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';
import { capitalised } from '../../clinical/words';
import { settingsMarks } from '../parts/settings/settings-form';

/** What this clinic sets: its calendar, its intervals, its thresholds. */
@Screen('settings')
export class SettingsScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
    private readonly disk: FullDisk,
    private readonly clocks: ClockWatch,
  ) {}

  @Get()
  @Allow('settings.write')
  @ReadsNothing('the clinic, no patient')
  async show(@By() actor: SignedIn, @Res() reply: FastifyReply): Promise<void> {
    const setting = await this.work.db.findOneByOrFail(ClinicSetting, { id: true });
    const clinic = this.clinicNow.of(setting);
    const untold = await untoldYear(this.work.db, clinic);
    const injectors = await injectorsHere(this.work.db);
    const backup = await lastBackup(this.work.db);
    const { zone, today } = clinic;
    const now = this.clock.now();
    const diskFullAt = this.disk.lastSaidAt();
    const clockSetBack = this.clocks.setBack();
    sendScreen(
      reply,
      <SettingsPage
        {...{ actor, setting, injectors, zone, today, untold, backup, diskFullAt, clockSetBack, now }}
      />,
    );
  }
}

interface SettingsPageProps {
  readonly actor: SignedIn;
  readonly setting: ClinicSetting;
  readonly injectors: readonly Injector[];
  readonly zone: string;
  readonly today: PlainDate;
  readonly untold: RecordedYear | undefined;
  readonly backup: LastBackup;
  /** When the database last said so. */
  readonly diskFullAt: Date | null;
  /** In words. */
  readonly clockSetBack: string | undefined;
  readonly now: Date;
}

function SettingsPage({
  actor,
  setting,
  injectors,
  zone,
  today,
  untold,
  backup,
  diskFullAt,
  clockSetBack,
  now,
}: SettingsPageProps) {
  const { version } = setting;
  return (
    <Page title="Clinic settings" actor={actor} at="/settings" islands={['settings-moves']}>
      <AskWearOffNote year={untold} />
      {clockSetBack && <p class="notice notice-warn">{clockSetBack}</p>}
      {diskFullAt && (
        <p class="notice notice-warn">
          {`The disk of the database was full at ${timeWords(diskFullAt, zone)}. What was sent then was refused, not written: make room for it.`}
        </p>
      )}
      <BackupNote {...{ backup, now, zone }} />
      <ClinicName letterhead={setting} version={version} />
      <p class="muted">
        Every due day is worked out again with a change, which may take some seconds. Where due days or flags
        would move, you are told how many before anything is saved.
      </p>
      <CalendarSettings setting={setting} zone={zone} />
      <OpeningHoursSettings
        hours={setting.openingHours}
        injectors={injectors}
        closedWeekdays={setting.closedWeekdays}
        version={version}
      />
      <VisitLengthSettings lengths={setting.visitLengths} version={version} />
      <ClosedDays days={setting.closedDays} today={today} version={version} />
      <IntervalSettings intervals={setting.intervals} version={version} />
      <RuleSettings own={setting.ruleValues} version={version} />
    </Page>
  );
}

function CalendarSettings({ setting, zone }: { readonly setting: ClinicSetting; readonly zone: string }) {
  return (
    <form
      class="panel stack"
      {...settingsMarks(setting.version, 'The calendar is saved, every due day is worked out again.')}
      aria-labelledby="calendar"
    >
      <h2 id="calendar">Calendar and due list</h2>
      <fieldset>
        <legend>Closed on</legend>
        <div class="row">
          {WEEKDAYS.map((weekday) => (
            <label class="choice" key={weekday}>
              <input
                type="checkbox"
                name="closedWeekdays[]"
                value={weekday}
                checked={setting.closedWeekdays.includes(weekday)}
              />
              {capitalised(weekday)}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="fields">
        <Field
          label="Time zone"
          name="zone"
          value={zone}
          {...{ list: 'zones' }}
          required
          hint="Days and times are of this zone."
        />
        <Days
          label="On the list ahead"
          name="leadDays"
          value={setting.leadDays}
          bounds={DUE_BOUNDS.leadDays}
          hint="Days before the due day on which a course comes up."
        />
        <Days
          label="On time"
          name="onTimeDays"
          value={setting.onTimeDays}
          bounds={DUE_BOUNDS.onTimeDays}
          hint="Days, the due day included. The day after is the first overdue one."
        />
        <Days
          label="Lapsed after"
          name="lapseDays"
          value={setting.lapseDays}
          bounds={DUE_BOUNDS.lapseDays}
          hint="Days after the due day."
        />
      </div>
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label class="choice">
        <input
          type="checkbox"
          name="crossCourseMinimum"
          value="true"
          {...marks({ sentAs: 'boolean' })}
          checked={setting.crossCourseMinimum}
        />
        A session of one course keeps the patient’s other courses waiting for the shortest interval too
      </label>
      <div>
        <button type="submit" class="primary">
          Save the calendar
        </button>
      </div>
    </form>
  );
}

interface DaysProps {
  readonly label: string;
  readonly name: string;
  readonly value: number;
  readonly bounds: Bounds;
  readonly hint: string;
}

function Days({ bounds, hint, ...field }: DaysProps) {
  return (
    <NumberField
      inputMode="numeric"
      required
      {...field}
      hint={`${hint} From ${bounds.min} to ${bounds.max}.`}
    />
  );
}
