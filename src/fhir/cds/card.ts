/** What a CDS service answers, as far as ours do: CDS Hooks 2.0, "CDS Service Response". */
export interface Card {
  /** Fewer than 140 characters. */
  readonly summary: string;
  readonly detail: string;
  readonly indicator: 'info' | 'warning';
  readonly source: { readonly label: string };
  readonly links: readonly { readonly label: string; readonly url: string; readonly type: 'absolute' }[];
}

export const LONGEST_SUMMARY = 139;

interface Said {
  readonly summary: string;
  readonly detail: string;
  readonly indicator: Card['indicator'];
  readonly courseId: string;
}

/** A card with the way to the course; `origin` is where our screens are. */
export function card({ summary, detail, indicator, courseId }: Said, origin: string): Card {
  const fits = summary.length <= LONGEST_SUMMARY;
  return {
    summary: fits ? summary : `${summary.slice(0, LONGEST_SUMMARY - 1)}…`,
    detail: fits ? detail : `${summary}\n\n${detail}`,
    indicator,
    source: { label: 'Botulinum toxin clinic' },
    links: [{ label: 'Open the course', url: `${origin}/courses/${courseId}`, type: 'absolute' }],
  };
}
