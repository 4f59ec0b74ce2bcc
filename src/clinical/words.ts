/** `monday` → `Monday`. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A slug as it stands alone: `dry_mouth` → `Dry mouth`, `flu_like_symptoms` → `Flu-like symptoms`. */
export function slugWords(slug: string): string {
  return capitalised(slug.replace('_like', '-like').replaceAll(/_|-(?!like)/g, ' '));
}

/** `1 day`, `2 days`, `0 days`. */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** The sentences that say something, one after the other. */
export function sentences(...all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ');
}
