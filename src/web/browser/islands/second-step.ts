import { showNote } from '../api-form/fields/form-notes';
import type { Refusal } from '../api-form/send';
import { asksForCode, showSecondStep } from '../api-form/sign-in/second-step';

/** The password was right: the code is asked for in the same form. */
document.addEventListener('api:refused', (event) => {
  const form = event.target;
  const refusal = (event as CustomEvent<Refusal>).detail;
  if (!(form instanceof HTMLFormElement) || !asksForCode(refusal)) return;
  event.preventDefault();
  showNote(form, showSecondStep(form) ? 'warn' : 'bad', refusal.detail);
});
