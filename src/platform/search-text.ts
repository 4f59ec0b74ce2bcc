/** Letters that no decomposition takes apart, as somebody without them on the keyboard types them. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'n',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** Words as a search compares them: no marks on letters, no capitals, one space between. */
export function searchText(...parts: readonly string[]): string {
  return parts
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(SPECIAL, (letter) => LETTERS[letter]!)
    .replaceAll(/[^\p{L}\p{N}]+|\p{Lm}+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
