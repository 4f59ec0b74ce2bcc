/** Every draft's name begins so. */
export const DRAFTS = 'draft:';

/** As long as a sign-in lasts: what nobody came back to by then is not kept on a shared desk. */
const DRAFT_HOURS = 12;

/** Whose draft it is stands in its name: it is given back to nobody else. On a page where nobody is signed in the user is ''. */
export function draftName(userId: string, key: string): string {
  return `${DRAFTS}${userId}:${key}`;
}

/** What is kept, with the moment of it. */
export function writeDraft(value: unknown, now: Date): string {
  return JSON.stringify({ at: now.getTime(), value });
}

/** What was kept; undefined where it is too old, or no draft of ours. */
export function draftIn(text: string, now: Date): { readonly value: unknown } | undefined {
  try {
    const draft = JSON.parse(text) as { at?: unknown; value?: unknown } | null;
    if (typeof draft?.at !== 'number' || now.getTime() - draft.at >= DRAFT_HOURS * 3_600_000)
      return undefined;
    return { value: draft.value };
  } catch {
    return undefined;
  }
}

/** May a draft stay in the browser while this user is at it? */
export function mayStay(name: string, text: string, userId: string, now: Date): boolean {
  return name.startsWith(draftName(userId, '')) && draftIn(text, now) !== undefined;
}
