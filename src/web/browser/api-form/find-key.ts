import { isControl } from './fields/fields';
import { marked, markOf } from '../marks';

/** `/` goes to the field in which one looks for a patient, from wherever one is and is not typing. */
export function findOnSlash(): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (key !== '/' || ctrlKey || metaKey || altKey) return;
    if (target instanceof Element && (isControl(target) || target.closest('dialog[open]'))) return;
    const field = document.querySelector<HTMLInputElement>(marked('find'));
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** What proposes patients is fetched when somebody goes to the field: no page waits for it, and without it Enter finds them. */
export function proposeOnFocus(): void {
  const field = document.querySelector<HTMLInputElement>(marked('proposes'));
  const script = field && markOf(field, 'proposes');
  if (!script) return;
  field.addEventListener('focus', () => void import(script).catch(() => undefined), { once: true });
}
