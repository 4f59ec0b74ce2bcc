/** `monday` → `Monday`. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Chronic migraine` → `chronic migraine`: a name within a sentence. */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A slug as it stands alone: `dry_mouth` → `Dry mouth`, `flu_like_symptoms` → `Flu-like symptoms`. */
export function slugWords(slug: string): string {
  return capitalised(slug.replaceAll(/[_-](?!like)/g, ' ').replace('_like', '-like'));
}

/** `1 day`, `2 days`, `0 days`. */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** The sentences that say something, one after the other. */
export function sentences(...all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ');
}
