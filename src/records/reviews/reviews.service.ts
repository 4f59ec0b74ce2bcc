import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readTest, type TestResult } from '../../clinical/review/resistance-tests';
import { applyReview, type FlagReview } from '../../clinical/review/review-path';
import { toleranceAfter } from '../../clinical/safety/tolerance';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { malformed, Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { Course } from '../courses/course.entity';
import { reassessPatient } from '../assessment/reassess-course';
import { lockPatientOf } from '../patients/lock-patient';
import { Patient } from '../patients/patient.entity';
import { findFlags } from './flag-view.query';
import type { FindFlagsQuery, FlagView, ReviewFlagDto } from './flags.dto';
import { ReviewFlag } from './review-flag.entity';
import { Review } from './review.entity';
import { latestReviews, pathOf } from '../assessment/latest-flag.query';

@Injectable()
export class ReviewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  async find(query: FindFlagsQuery, clinic: Clinic): Promise<UpdatesPage<FlagView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'flags', query.cursor, [isId]);
    const search = { ...query, after: page.after?.[0], limit: limit + 1 };
    const rows = await findFlags(this.work.db, search, clinic);
    return updatesPage(page, rows, limit, (row) => [row.id]);
  }

  read(id: string, clinic: Clinic): Promise<FlagView> {
    return view(this.work.db, id, clinic);
  }

  /** A neurologist's decision. It closes the flag and is carried out on the course in the same transaction. */
  review(actor: SignedIn, id: string, dto: ReviewFlagDto): Promise<{ repeated: boolean; view: FlagView }> {
    const reviewId = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const { courseId } = await findOrRefuse(tx, ReviewFlag, id, 'flag');
      const { patient, course } = await lockPatientOf(tx, courseId);
      const clinic = await this.clinicNow.read(tx);
      const claim = { kind: 'review', id: reviewId, body: { flagId: id, ...dto } };
      const repeated = await writeOnce(tx, claim, async () => {
        const flag = await tx.findOneByOrFail(ReviewFlag, { id });
        const review = reviewOf(dto);
        refuseUnreadableTest(review.testResult);
        const latest = (await latestReviews(tx, [id])).get(id);
        const outcome = applyReview(
          pathOf({ flag, review: latest }),
          review,
          await lastProduct(tx, courseId),
        );
        if (outcome.findings) refuse(outcome.findings);
        await tx.insert(Review, this.rowOf(actor, reviewId, flag, review));
        await changeRow(tx, ReviewFlag, flag, { status: 'reviewed' });
        await carryOut(tx, review, { patient, course, clinic });
        await reassessPatient(tx, patient.id, clinic);
      });
      return { repeated, view: await view(tx, id, clinic) };
    });
  }

  private rowOf(actor: SignedIn, id: string, flag: ReviewFlag, review: FlagReview): Omit<Review, 'ordinal'> {
    return {
      id,
      flagId: flag.id,
      courseId: flag.courseId,
      decision: review.decision,
      reason: review.reason,
      plannedProduct: review.plannedProduct ?? null,
      priorTolerance: review.priorTolerance ?? null,
      test: review.testResult?.test ?? null,
      testResult: review.testResult?.result ?? null,
      reviewedBy: actor.id,
      reviewedAt: this.clock.now(),
    };
  }
}

/** A switch plans the other product, a stop ends the course; what was answered about tolerance goes on the patient. */
async function carryOut(
  tx: EntityManager,
  review: FlagReview,
  { patient, course, clinic }: { patient: Patient; course: Course; clinic: Clinic },
): Promise<void> {
  const { decision, plannedProduct, priorTolerance } = review;
  if (decision === 'switch') await changeRow(tx, Course, course, { plannedProduct });
  if (decision === 'stop' && !course.endedOn) {
    const changes = { endedOn: clinic.today, endReason: review.reason };
    await changeRow(tx, Course, course, changes);
  }
  const priorToxinTolerance = toleranceAfter(priorTolerance, patient.priorToxinTolerance);
  if (priorToxinTolerance !== patient.priorToxinTolerance) {
    await changeRow(tx, Patient, patient, { priorToxinTolerance });
  }
}

function reviewOf({
  decision,
  reason,
  plannedProduct,
  priorTolerance,
  testResult,
}: ReviewFlagDto): FlagReview {
  return {
    decision,
    reason,
    plannedProduct: plannedProduct ?? undefined,
    priorTolerance: priorTolerance ?? undefined,
    testResult: testResult ?? undefined,
  };
}

function refuseUnreadableTest(testResult: TestResult | undefined): void {
  try {
    if (testResult) readTest(testResult);
  } catch (error) {
    throw malformed('/testResult/result', 'test-result', (error as Error).message);
  }
}

/** What was decided already is a conflict; what is missing is wrong in the request. */
function refuse(findings: readonly { code: string; message: string; pointer: string }[]): never {
  const decided = findings.find(({ code }) => code === 'already-decided');
  if (decided) throw new Problem('conflict', decided.message);
  throw new Problem('malformed', findings[0]!.message, { errors: findings });
}

async function lastProduct(
  tx: EntityManager,
  courseId: string,
): Promise<Course['plannedProduct'] | undefined> {
  const [last] = await tx.query<{ product: Course['plannedProduct'] }[]>(
    `select product from injection_session where course_id = $1 and voided_at is null and replaced_at is null
     order by performed_on desc, created_at desc limit 1`,
    [courseId],
  );
  return last?.product;
}

async function view(db: EntityManager, id: string, clinic: Clinic): Promise<FlagView> {
  const [flag] = await findFlags(db, { id, limit: 1 }, clinic);
  if (!flag) throw new Problem('not-found', 'No such flag.');
  return flag;
}
