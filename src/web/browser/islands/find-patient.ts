import { bornText, listedName, type Named } from '../../../clinical/person-name';
import type { PlainDate } from '../../../clinical/calendar';
import { counted } from '../../../clinical/words';
import { element } from '../api-form/element';
import { sendJson } from '../api-form/send';
import { marked } from '../marks';

const QUIET_MS = 200;
const FEWEST_LETTERS = 2;
const SHOWN = 8;
const LIST = 'patients-found';

interface Found extends Named {
  readonly id: string;
  readonly mrn: string;
  readonly birthDate: PlainDate | null;
}

/**
 * Whom one may mean, below the field of the bar while one types: the combobox of the ARIA APG without a choice of its own.
 * Enter looks in the list of patients as ever; an arrow down and Enter goes to the patient.
 */
function proposeIn(field: HTMLInputElement): void {
  const list = element('ul', { id: LIST, role: 'listbox', 'aria-label': 'Patients', hidden: true });
  const said = element('p', { role: 'status', class: 'visually-hidden' });
  field.after(list, said);
  field.role = 'combobox';
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', LIST);
  let found: readonly Found[] = [];
  let at = -1;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = '';

  const goTo = (patient: Found): void => location.assign(`/patients/${patient.id}`);
  const choose = (next: number): void => {
    at = next;
    [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    if (at < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', list.children[at]!.id);
  };
  const show = (patients: readonly Found[]): void => {
    found = patients;
    list.replaceChildren(...patients.map((patient) => optionOf(patient, goTo)));
    list.hidden = patients.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    said.textContent = list.hidden ? '' : `${counted(patients.length, 'patient')} below`;
    choose(-1);
  };
  const close = (): void => {
    clearTimeout(waiting);
    asked = '';
    show([]);
  };
  const ask = async (): Promise<void> => {
    const q = field.value.trim();
    if (q.length < FEWEST_LETTERS) return close();
    asked = q;
    const sent = await sendJson('GET', `/api/v1/patients?limit=${SHOWN}&q=${encodeURIComponent(q)}`);
    if (asked !== q) return;
    show(sent.kind === 'answered' ? (sent.data as { items: readonly Found[] }).items : []);
    if (sent.kind === 'answered' && list.hidden) said.textContent = 'Nobody is found.';
  };

  const askSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), QUIET_MS);
  };
  field.addEventListener('input', askSoon);
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    const chosen = found[at];
    if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'Enter' && chosen) goTo(chosen);
    else if (event.key === 'ArrowDown' && found.length > 0) choose(at + 1 < found.length ? at + 1 : -1);
    else if (event.key === 'ArrowUp' && found.length > 0) choose(at < 0 ? found.length - 1 : at - 1);
    else return;
    event.preventDefault();
  });
  close();
  if (field.value !== '') askSoon();
}

function optionOf(patient: Found, goTo: (patient: Found) => void): HTMLElement {
  const { id, mrn, birthDate } = patient;
  return element(
    'li',
    {
      id: `found-${id}`,
      role: 'option',
      // The field keeps the focus: without it the list would be gone before the click.
      onmousedown: (event) => event.preventDefault(),
      onclick: () => goTo(patient),
    },
    listedName(patient),
    element('small', {}, `${mrn}, ${bornText(birthDate)}`),
  );
}

const field = document.querySelector<HTMLInputElement>(marked('proposes'));
if (field) proposeIn(field);
