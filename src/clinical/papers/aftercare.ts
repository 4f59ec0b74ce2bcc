import type { PlainDate } from '../calendar';
import { INDICATIONS } from '../catalogue/indications';
import { PRODUCTS } from '../catalogue/products';
import { dayText } from '../due/due-text';
import type { FollowUp } from '../due/follow-up';
import type { ToxinProduct } from '../units';
import type { PaperCourse } from './course-lines';
import { paperOf, type Letterhead, type Paper, type PaperPatient } from './paper';

export interface AftercareFacts {
  readonly clinic: Letterhead;
  readonly patient: PaperPatient;
  readonly course: PaperCourse;
  readonly session: { readonly performedOn: PlainDate; readonly product: ToxinProduct };
  readonly followUp: FollowUp;
  readonly isLatest: boolean;
}

/**
 * The sheet that a patient takes home: what to watch for, when we ask, when to come again. No dose.
 *
 * What asks for help at once, and for how long, is the boxed warning of every label (V:BOT-GC).
 */
export function aftercareSheet(facts: AftercareFacts): Paper {
  const { clinic, patient, course, session, followUp, isLatest } = facts;
  const { forecast, booked } = course;
  const goesOn = isLatest && !course.endedOn && !course.deceasedOn;
  return paperOf({
    title: 'After your treatment',
    draft: false,
    clinic,
    patient,
    parts: [
      {
        heading: 'Your treatment',
        lines: [
          `${PRODUCTS[session.product].brand} on ${dayText(session.performedOn)} for: ${INDICATIONS[course.indication].name.toLowerCase()}.`,
        ],
      },
      {
        heading: 'Get emergency help at once',
        lines: [
          'If you have trouble swallowing, speaking or breathing, or become weak in other parts of the body.',
          'This can begin hours to weeks after the injection.',
        ],
      },
      {
        heading: 'We ask how you are',
        lines: goesOn
          ? [
              `Between ${dayText(followUp.contactFromOn)} and ${dayText(followUp.contactToOn)}: did anything trouble you?`,
              `Between ${dayText(followUp.peakFromOn)} and ${dayText(followUp.peakToOn)}: how well does it work?`,
            ]
          : [],
      },
      {
        heading: 'Your next visit',
        lines: !goesOn
          ? []
          : booked
            ? [`${booked}.`]
            : forecast
              ? [`From ${dayText(forecast.dueOn)} on. No appointment is booked yet.`]
              : [],
      },
      {
        heading: 'Questions',
        lines: clinic.phone ? [`Call us: ${clinic.phone}.`] : [],
      },
    ],
    missing: [],
  });
}
