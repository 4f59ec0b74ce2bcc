import { announce } from '../api-form/announce';
import { marked, markOf } from '../marks';

/** Copies the text of the element that a button names, and says whether it did. */
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>(marked('copy')) : null;
  if (button) void copy(document.getElementById(markOf(button, 'copy')!)!.textContent);
});

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce('Copied.');
  } catch {
    announce('Not copied: the browser does not allow it. Mark the text and copy it by hand.');
  }
}
