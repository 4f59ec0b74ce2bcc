import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keepBudget } from '../../clinical/watch/learning/alarm-budget';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { Problem } from '../../platform/http/problem';
import type { Reassessed } from '../assessment/reassess-course';
import { changeClinic, type ChangedClinic } from '../clinic-settings/change-clinic';
import type { AcceptLearningDto } from './clinic-learning.dto';
import { ClinicLearningRow } from './clinic-learning.entity';
import { findLearned, type LearnedSoFar } from './clinic-learning.query';
import { NightlyLearning } from './nightly-learning';

@Injectable()
export class ClinicLearningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
    private readonly learner: NightlyLearning,
  ) {}

  read(clinic: Clinic): Promise<LearnedSoFar> {
    return this.work.snapshot((db) => findLearned(db, clinic));
  }

  async learn(actor: SignedIn): Promise<LearnedSoFar> {
    const clinic = await this.clinicNow.read(this.work.db);
    if (!(await this.learner.learn(actor, clinic)))
      throw new Problem('conflict', 'The clinic is learning already: look again in a minute.');
    return this.read(clinic);
  }

  /** Nothing is stored: the transaction is undone. */
  async preview(
    actor: SignedIn,
    version: string,
    dto: AcceptLearningDto,
    waiting: AbortSignal,
  ): Promise<Reassessed> {
    const { done } = await this.work.tryOut(actor, (tx) =>
      this.judgeWith(tx, actor, { version, dto, waiting }),
    );
    return done;
  }

  accept(
    actor: SignedIn,
    version: string,
    dto: AcceptLearningDto,
    waiting: AbortSignal,
  ): Promise<LearnedSoFar> {
    return this.work.write(actor, async (tx) => {
      const { clinic } = await this.judgeWith(tx, actor, { version, dto, waiting });
      return findLearned(tx, clinic);
    });
  }

  withdraw(actor: SignedIn, version: string, waiting: AbortSignal): Promise<LearnedSoFar> {
    return this.work.write(actor, async (tx) => {
      const { clinic } = await changeClinic(tx, this.clinicNow, waiting, async (setting) => {
        const row = await versionNamed(tx, version);
        if (row.state !== 'accepted')
          throw new Problem(
            'conflict',
            `The clinic does not judge with version ${row.version}: there is nothing to take back.`,
          );
        await tx.update(ClinicLearningRow, { id: row.id }, this.decided(actor, 'withdrawn'));
        return { ...setting, learned: null };
      });
      return findLearned(tx, clinic);
    });
  }

  private judgeWith(
    tx: EntityManager,
    actor: SignedIn,
    { version, dto, waiting }: { version: string; dto: AcceptLearningDto; waiting: AbortSignal },
  ): Promise<ChangedClinic> {
    return changeClinic(tx, this.clinicNow, waiting, async (setting) => {
      const row = await toBeAccepted(tx, version);
      const proposed = dto.takeWeight ? proposedWeights(row, this.clinicNow.of(setting)) : {};
      await tx.update(ClinicLearningRow, { state: 'accepted' }, { state: 'superseded' });
      await tx.update(ClinicLearningRow, { id: row.id }, this.decided(actor, 'accepted'));
      return { ...setting, learned: row.learned, ruleValues: { ...setting.ruleValues, ...proposed } };
    });
  }

  private decided(actor: SignedIn, state: 'accepted' | 'withdrawn') {
    return { state, decidedBy: actor.id, decidedAt: this.clock.now() };
  }
}

async function versionNamed(tx: EntityManager, version: string): Promise<ClinicLearningRow> {
  const row = /^\d{1,9}$/.test(version)
    ? await tx.findOneBy(ClinicLearningRow, { version: Number(version) })
    : null;
  if (!row) throw new Problem('not-found', 'No such version: GET /clinic-learning lists them.');
  return row;
}

async function toBeAccepted(tx: EntityManager, version: string): Promise<ClinicLearningRow> {
  const row = await versionNamed(tx, version);
  if (row.state === 'proposed' || row.state === 'withdrawn') return row;
  throw new Problem('conflict', REFUSED[row.state](row.version));
}

const REFUSED = {
  accepted: (version: number) => `The clinic judges with version ${version} already.`,
  same: (version: number) =>
    `Version ${version} says nothing other than what is judged with: there is nothing to accept.`,
  superseded: (version: number) =>
    `Version ${version} has given way to a later one: accept the one that is proposed.`,
} as const;

function proposedWeights({ alarms }: ClinicLearningRow, { rules }: Clinic): Record<string, number> {
  const { proposed, text } = keepBudget(alarms, rules);
  if (!proposed) throw new Problem('conflict', `No other weight is proposed: leave takeWeight out. ${text}`);
  return {
    'R.review.weight': proposed.weight,
    'R.review.weight.scale-only': proposed.weightOnScaleOnly,
  };
}
