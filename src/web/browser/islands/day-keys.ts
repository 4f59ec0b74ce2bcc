import { marked, type KeyLetter } from '../marks';

/** Where J and K go among the patients of the day. */
const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 };

/** One key for what is done with each patient. Only while the focus is on one of them: letters mean nothing elsewhere. */
document.addEventListener('keydown', (event) => {
  const { target, ctrlKey, metaKey, altKey } = event;
  if (!(target instanceof HTMLElement) || ctrlKey || metaKey || altKey || isField(target)) return;
  const row = target.closest<HTMLElement>(marked('row'));
  if (!row) return;
  const letter = event.key.toLowerCase();
  const step = STEPS[letter];
  const next = step ? beside(row, step)?.querySelector<HTMLElement>('a') : undefined;
  const part = target.closest(marked('keyed')) ?? row;
  const link = step ? undefined : part.querySelector<HTMLElement>(marked('key', letter as KeyLetter));
  if (!next && !link) return;
  event.preventDefault();
  next?.focus();
  link?.click();
});

function beside(row: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>(marked('row'))];
  return rows[rows.indexOf(row) + step];
}

function isField(element: HTMLElement): boolean {
  return element.matches('input, select, textarea, [contenteditable]');
}
