import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hoursOverlap } from '../../clinical/schedule/opening-hours';
import { isRule, isSettableRule, ruleRow } from '../../clinical/rules';
import type { Actor } from '../../platform/actor';
import { ClinicNow } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { ClinicSetting } from '../../platform/clinic-setting.entity';
import { zoneDisagreement } from '../../platform/database/connection/zone-agreement';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { refuseUnlessVersion } from '../../platform/http/if-match';
import { shapeProblem, type FieldError } from '../../platform/http/problem';
import { changeClinic, judgesNothing, lockSettings, type ChangedClinic } from './change-clinic';
import type { ChangeClinicSettingsDto, ClinicSettingsView, SettingsPreviewView } from './clinic-settings.dto';

@Injectable()
export class ClinicSettingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<ClinicSettingsView> {
    return this.view(await this.work.db.findOneByOrFail(ClinicSetting, { id: true }));
  }

  /** Every due day follows in the same transaction, unless nothing is judged by what changes. Undone when nobody waits for it any more. */
  async change(
    actor: Actor,
    version: number,
    dto: ChangeClinicSettingsDto,
    waiting: AbortSignal,
  ): Promise<ClinicSettingsView> {
    await this.refuseUnknownZone(dto);
    return this.work.write(actor, async (tx) => {
      if (judgesNothing(dto)) return this.view(await changeAlone(tx, version, dto));
      const { stored } = await this.apply(tx, dto, waiting, version);
      return this.view(stored);
    });
  }

  /** What a change would move, open or close. Nothing is stored: the transaction is undone. */
  async preview(
    actor: Actor,
    dto: ChangeClinicSettingsDto,
    waiting: AbortSignal,
  ): Promise<SettingsPreviewView> {
    await this.refuseUnknownZone(dto);
    const { done } = await this.work.tryOut(actor, (tx) => this.apply(tx, dto, waiting));
    return done;
  }

  /** Before the transaction, which a question that PostgreSQL refuses would end. */
  private async refuseUnknownZone({ zone }: ChangeClinicSettingsDto): Promise<void> {
    if (zone === undefined || zone === null) return;
    const ask = <R>(sql: string, values: unknown[]): Promise<R[]> => this.work.db.query(sql, values);
    const disagreement = await zoneDisagreement(ask, zone, this.clock.now());
    if (disagreement === undefined) return;
    const message = `${disagreement}: give the name of a place, such as America/New_York`;
    throw shapeProblem([{ pointer: '/zone', code: 'zone-disagreement', message }]);
  }

  private apply(
    tx: EntityManager,
    dto: ChangeClinicSettingsDto,
    waiting: AbortSignal,
    version?: number,
  ): Promise<ChangedClinic> {
    return changeClinic(tx, this.clinicNow, waiting, (row) => {
      if (version !== undefined) refuseUnlessVersion(row.version, version);
      const { ruleValues, ...changes } = dto;
      const next = { ...row, ...changes, ruleValues: mergeRuleValues(row.ruleValues, ruleValues) };
      refuseContradiction(next);
      refuseHours(next);
      return next;
    });
  }

  private view(setting: ClinicSetting): ClinicSettingsView {
    const { id: _id, learned: _learned, ...row } = setting;
    return { ...row, zone: this.clinicNow.of(setting).zone };
  }
}

async function changeAlone(
  tx: EntityManager,
  version: number,
  dto: ChangeClinicSettingsDto,
): Promise<ClinicSetting> {
  const row = await lockSettings(tx);
  refuseUnlessVersion(row.version, version);
  const { ruleValues: _none, ...changes } = dto;
  refuseHours({ ...row, ...changes });
  await tx.update(ClinicSetting, { id: true }, { ...changes, version: row.version + 1 });
  return tx.findOneByOrFail(ClinicSetting, { id: true });
}

function refuseContradiction({ lapseDays, onTimeDays }: ClinicSetting): void {
  if (lapseDays <= onTimeDays) {
    const message = `A course cannot lapse (${lapseDays} days) before it is overdue (${onTimeDays} days): raise lapseDays`;
    throw shapeProblem([{ pointer: '/lapseDays', code: 'order', message }]);
  }
}

function refuseHours({ openingHours }: ClinicSetting): void {
  const errors = openingHours.flatMap((hours, index): FieldError[] => {
    const { opensAt, closesAt } = hours;
    if (opensAt >= closesAt) {
      const message = `It cannot close at ${closesAt} before it opens at ${opensAt}: exchange the two times`;
      return [{ pointer: `/openingHours/${index}/closesAt`, code: 'order', message }];
    }
    const other = openingHours.slice(0, index).find((before) => hoursOverlap(before, hours));
    if (!other) return [];
    const message = `It is open from ${other.opensAt} to ${other.closesAt} already: begin at ${other.closesAt} or later, or make that longer`;
    return [{ pointer: `/openingHours/${index}/opensAt`, code: 'overlap', message }];
  });
  if (errors.length > 0) throw shapeProblem(errors);
}

function mergeRuleValues(
  before: Record<string, number>,
  changes: Record<string, number | null> | undefined,
): Record<string, number> {
  const errors = Object.entries(changes ?? {}).flatMap(([id, value]) => ruleValueErrors(id, value));
  if (errors.length > 0) throw shapeProblem(errors);
  return Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter((entry): entry is [string, number] => entry[1] !== null),
  );
}

function ruleValueErrors(id: string, value: unknown): FieldError[] {
  const pointer = `/ruleValues/${id}`;
  if (!isRule(id))
    return [
      { pointer, code: 'unknown-rule', message: `There is no rule ${id}: GET /catalog/rules lists them` },
    ];
  if (!isSettableRule(id)) {
    const message = `${id} is a verified number (${ruleRow(id).source}) and not a setting`;
    return [{ pointer, code: 'verified-rule', message }];
  }
  if (value === null || isRuleValue(value, ruleRow(id).unit)) return [];
  const whole = COUNTED.has(ruleRow(id).unit)
    ? `a whole number of ${ruleRow(id).unit} from 1 to`
    : 'a number above 0, at most';
  const message = `${id} takes ${whole} ${MOST[ruleRow(id).unit] ?? MOST_OF_ANY}, or null for the default`;
  return [{ pointer, code: 'rule-value', message }];
}

/** Ten years of days: beyond it a due day could leave the calendar. Courses are held in memory while the clinic learns. */
const MOST: Readonly<Record<string, number>> = { days: 3660, courses: 20_000 };
const MOST_OF_ANY = 1_000_000;
const COUNTED = new Set(['days', 'sessions', 'courses']);

function isRuleValue(value: unknown, unit: string): boolean {
  if (typeof value !== 'number' || !(value > 0) || value > (MOST[unit] ?? MOST_OF_ANY)) return false;
  return Number.isInteger(value) || !COUNTED.has(unit);
}
