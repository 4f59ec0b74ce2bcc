import { announce } from '../api-form/announce';
import { refreshParts } from '../api-form/refresh';
import { marked } from '../marks';

const QUIET_MS = 180;

/** Finds while one types: the address follows, so that going back finds the same. */
const field = document.querySelector<HTMLInputElement>(marked('search'));
let waiting: ReturnType<typeof setTimeout> | undefined;
let latest = 0;

field?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void find(field.value.trim()), QUIET_MS);
});

async function find(q: string): Promise<void> {
  latest += 1;
  const mine = latest;
  document.getElementById('found')?.setAttribute('aria-busy', 'true');
  const address = q === '' ? location.pathname : `${location.pathname}?q=${encodeURIComponent(q)}`;
  const found = await refreshParts(['#found'], address, () => mine === latest);
  if (mine !== latest) return;
  if (found) return history.replaceState(null, '', address);
  document.getElementById('found')?.removeAttribute('aria-busy');
  announce('Not searched: no connection, or your sign-in has ended. Reload the page.');
}
