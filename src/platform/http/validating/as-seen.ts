/**
 * What a font shows nothing for, with the marks that turn the direction of what follows: pasted along unseen, it makes two
 * record numbers of one that looks alike, a name of nothing, or a line that reads backwards. The joiners (U+200C, U+200D)
 * and what picks a letter's form stay, for scripts and emoji are written with them; the rest of Unicode's ignorable ones and
 * the blanks that count as letters or signs (U+2800, U+3164) go.
 */
const UNSEEN =
  /[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\u{e0000}-\u{e00ff}]/gu;
/** A joiner beside nothing joins nothing. */
const LOOSE_JOINER =
  /(?<![\p{L}\p{M}\p{So}\p{Sk}\ufe0f])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}\p{So}])/gu;

/** Text as somebody sees it: without the spaces around it and without what shows nothing. */
export function asSeen(text: string): string {
  return text.replaceAll(UNSEEN, '').replaceAll(LOOSE_JOINER, '').trim();
}
