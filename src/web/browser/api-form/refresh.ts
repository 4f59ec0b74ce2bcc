import { marked, markOf } from '../marks';

/**
 * Replaces parts of the page with what the server shows of them now. The page keeps its scroll; the focus comes back
 * to the part that had it.
 */
export async function refreshParts(
  selectors: readonly string[],
  from: string = location.href,
  stillWanted: () => boolean = () => true,
): Promise<boolean> {
  try {
    const response = await fetch(from, { credentials: 'same-origin', headers: { accept: 'text/html' } });
    if (!response.ok || response.redirected) return false;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!stillWanted()) return false;
    for (const selector of selectors) replacePart(selector, fresh);
    return true;
  } catch {
    return false;
  }
}

function replacePart(selector: string, fresh: Document): void {
  const before = document.querySelector<HTMLElement>(selector);
  const after = fresh.querySelector<HTMLElement>(selector);
  if (!before) return;
  const hadFocus = before.contains(document.activeElement);
  const home = document.activeElement?.closest(`${marked('row')}[id]`)?.id;
  if (!after) {
    const next = before.nextElementSibling ?? before.previousElementSibling;
    before.remove();
    if (hadFocus) next?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    return;
  }
  const part = document.importNode(after, true);
  before.replaceWith(part);
  if (!hadFocus) return;
  const again = home === undefined ? part : (document.getElementById(home) ?? part);
  const focus = markOf(before, 'focus');
  const wanted = focus && again.querySelector<HTMLElement>(focus);
  (wanted || again.querySelector<HTMLElement>('button, a, summary, input'))?.focus({ preventScroll: true });
}
