import { fieldsOf } from '../api-form/fields/fields';
import { refreshParts } from '../api-form/refresh';
import { submitForm } from '../api-form/submit';
import { marked } from '../marks';

const ASKED = ['familyName', 'givenName', 'birthDate', 'phone', 'mrn'];

/** Asks before somebody is registered whether they are on record already. Where that cannot be asked, it is not in the way. */
const form = document.querySelector<HTMLFormElement>(marked('asksWhetherSame'));
let asking = false;

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!asking) void ask(form);
});

document.addEventListener('click', ({ target }) => {
  if (form && target instanceof Element && target.closest(marked('noneOfThese')) && form.reportValidity())
    void submitForm(form);
});

async function ask(registering: HTMLFormElement): Promise<void> {
  asking = true;
  const typed = fieldsOf(registering)
    .filter(({ name, value, box }) => ASKED.includes(name) && !box && value.trim() !== '')
    .map(({ name, value }): [string, string] => [name, value]);
  await refreshParts(['#same-person'], `/patients/possible-duplicates?${new URLSearchParams(typed)}`);
  asking = false;
  const question = document.getElementById('same-person-asked');
  if (question) question.focus();
  else void submitForm(registering);
}
