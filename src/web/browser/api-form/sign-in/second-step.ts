import { marked } from '../../marks';
import type { Refusal } from '../send';

/** The password is right, and a code is asked for beside it. */
export function asksForCode({ type }: Refusal): boolean {
  return type === 'urn:problem:second-factor';
}

/** Shows the field of the code and takes the focus there. Answers whether it was hidden: whether nobody was asked before. */
export function showSecondStep(form: HTMLElement): boolean {
  const step = form.querySelector<HTMLElement>(marked('secondStep'));
  const field = step?.querySelector('input');
  if (!step || !field) return false;
  const wasHidden = Boolean(step.hidden);
  step.hidden = false;
  field.required = true;
  field.value = '';
  field.focus();
  return wasHidden;
}
