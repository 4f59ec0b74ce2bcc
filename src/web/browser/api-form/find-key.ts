import { isControl } from './fields/fields';
import { marked } from '../marks';

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
