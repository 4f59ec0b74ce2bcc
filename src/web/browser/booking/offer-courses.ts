import { element } from '../api-form/element';
import { marked, type CourseChoice } from '../marks';
import { firstFree } from './first-free';

export interface Offer {
  readonly courseId: string;
  readonly others: readonly CourseChoice[];
  readonly zone: string;
}

/**
 * Offers the other courses of the patient for the same visit. With each that is ticked or not, the visit gets another
 * length, and another proposal as long as nobody has chosen a time.
 */
export function offerCourses(form: HTMLFormElement, { courseId, others, zone }: Offer): void {
  const place = form.querySelector<HTMLElement>(marked('offered'));
  if (!place || others.length === 0) return;
  const boxes = others.map((other) => boxOf(courseId, other));
  place.append(
    element('fieldset', {}, element('legend', {}, 'In the same visit'), ...boxes.map(({ label }) => label)),
  );
  const time = form.elements.namedItem('startsAt') as HTMLInputElement;
  const minutes = form.elements.namedItem('durationMin') as HTMLInputElement;
  let proposed = time.value;
  const ticked = (): string[] => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  const proposeAgain = async (): Promise<void> => {
    const chosen = ticked();
    const found = await firstFree(courseId, chosen, zone);
    if (!found || chosen.join() !== ticked().join()) return;
    minutes.value = found.durationMin;
    if (time.value === proposed) time.value = proposed = found.startsAt;
  };
  boxes.forEach(({ box }) => box.addEventListener('change', () => void proposeAgain()));
}

function boxOf(courseId: string, { courseId: other, words, proposed }: CourseChoice) {
  const box = element('input', {
    type: 'checkbox',
    name: 'alsoFor[]',
    id: `also-${courseId}-${other}`,
    value: other,
    checked: proposed,
  });
  return { box, label: element('label', { class: 'choice' }, box, words) };
}
