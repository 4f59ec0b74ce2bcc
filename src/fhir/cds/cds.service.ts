import { Injectable } from '@nestjs/common';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { slugWords } from '../../clinical/words';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { findCourses } from '../../records/courses/course.query';
import type { Patient } from '../../records/patients/patient.entity';
import { sessionContextOf } from '../../records/sessions/judging/session-context.query';
import { card, type Card } from './card';
import { hookRequest } from './cds-request';
import { coursesFor, lastInjected, patientOfHook } from './hook-context.query';
import { orderFindings } from './order-findings';
import { orderedToxin } from './ordered-toxin';
import { patientViewCards } from './patient-view-cards';

const MOST_COURSES = 50;

export interface CardsOf {
  readonly patientId: string | undefined;
  readonly cards: readonly Card[];
}

/** What the clinic says when a hook asks. Of a patient who is not here, or has died, nothing. */
@Injectable()
export class CdsService {
  constructor(private readonly work: UnitOfWork) {}

  async patientView(body: unknown, clinic: Clinic, origin: string): Promise<CardsOf> {
    const { patient: named } = hookRequest('patient-view', body);
    const patient = await patientOfHook(this.work.db, named);
    if (!patient || patient.deceasedOn !== null) return { patientId: patient?.id, cards: [] };
    const courses = await findCourses(this.work.db, { patientId: patient.id, limit: MOST_COURSES }, clinic);
    return { patientId: patient.id, cards: patientViewCards(courses, origin) };
  }

  async orderSelect(body: unknown, clinic: Clinic, origin: string): Promise<CardsOf> {
    const { patient: named, orders } = hookRequest('order-select', body);
    const patient = await patientOfHook(this.work.db, named);
    if (!patient || patient.deceasedOn !== null) return { patientId: patient?.id, cards: [] };
    const cards: Card[] = [];
    for (const order of orders) cards.push(...(await this.cardsOfOrder(order, { patient, clinic, origin })));
    return { patientId: patient.id, cards };
  }

  private async cardsOfOrder(
    order: Record<string, unknown>,
    { patient, clinic, origin }: { patient: Patient; clinic: Clinic; origin: string },
  ): Promise<Card[]> {
    const toxin = orderedToxin(order);
    if (toxin?.units === undefined) return [];
    const { product, units } = toxin;
    const { db } = this.work;
    const session = { performedOn: clinic.today, product };
    const courses = await coursesFor(db, patient.id, product);
    const cards: Card[] = [];
    for (const course of courses) {
      const context = await sessionContextOf(db, session, { patient, course }, clinic);
      const before = await lastInjected(db, course.id);
      const findings = orderFindings({ product, units }, before, context, clinic.rules);
      if (findings.length === 0) continue;
      const summary = `${slugWords(course.indication)}: ${units} U ${PRODUCTS[product].brand} today would be asked about`;
      const detail = findings.map(({ message }) => `- ${message}`).join('\n');
      cards.push(card({ summary, detail, indicator: 'warning', courseId: course.id }, origin));
    }
    return cards;
  }
}
