import { markOf } from '../marks';
import { signInAgain } from './sign-in/sign-in';

/** When somebody last touched a page of ours in this browser; all its tabs know. */
const LAST_USED = 'last-used';
const CHECKED_EVERY_MS = 10_000;
const USE = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Covers the page once nobody used it for as long as a sign-in lasts without use: who walks by reads nothing of it. The
 * service counts by itself, from the last request.
 */
export function coverWhenIdle(): void {
  const minutes = Number(markOf(document.body, 'idleMinutes') ?? 0);
  if (minutes <= 0) return;
  let covered = false;
  let usedHere = Date.now();
  const use = (): void => {
    if (covered) return;
    usedHere = Date.now();
    tellTabs(usedHere);
  };
  const check = async (): Promise<void> => {
    if (covered || Date.now() - Math.max(usedHere, usedInTabs()) < minutes * 60_000) return;
    covered = true;
    const { title } = document;
    document.title = 'Signed out';
    if (!(await signInAgain('idle'))) return location.assign('/login');
    document.title = title;
    covered = false;
    use();
  };
  tellTabs(usedHere);
  USE.forEach((event) => addEventListener(event, use, { capture: true, passive: true }));
  setInterval(() => void check(), CHECKED_EVERY_MS);
  document.addEventListener('visibilitychange', () => void check());
}

function tellTabs(usedAt: number): void {
  try {
    localStorage.setItem(LAST_USED, String(usedAt));
  } catch {
    // Then each tab counts by itself.
  }
}

function usedInTabs(): number {
  try {
    return Number(localStorage.getItem(LAST_USED) ?? 0);
  } catch {
    return 0;
  }
}
