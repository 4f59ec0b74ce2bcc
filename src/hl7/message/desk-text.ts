/** Fields that say who it is and when they come; of a segment that is not here nothing is shown. */
const SHOWN: Readonly<Record<string, readonly number[] | 'all'>> = {
  MSH: 'all',
  EVN: 'all',
  PID: [1, 3, 5, 7, 8, 13, 14, 29, 30],
  MRG: [1],
  SCH: [1, 2, 9, 10, 11, 25],
  TQ1: [7],
};

/**
 * What a message says to whoever books: who it is and when they come. Orders, doses, diagnoses and words that anybody may have
 * written about them are left out, whatever segment they came in.
 */
export function deskText(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  const separator = lines[0]?.[3] ?? '|';
  return lines
    .flatMap((line) => {
      const [name = '', ...fields] = line.split(separator);
      const shown = Object.hasOwn(SHOWN, name) ? SHOWN[name]! : [];
      if (shown === 'all') return [line];
      if (shown.length === 0) return [];
      const kept = fields.map((field, at) => (shown.includes(at + 1) ? field : ''));
      return [[name, ...kept].join(separator)];
    })
    .join('\r');
}
