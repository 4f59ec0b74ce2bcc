import { SESSION_RULES } from '../../clinical/session-rules/session-rules';
import { SESSION_SOURCES } from './source-names';
import { sourceWords } from './source-words';

it.each`
  text                                    | words
  ${'Pregnancy is asked about (P)'}       | ${'Pregnancy is asked about (our proposal)'}
  ${'Diluted Myobloc within 4 hours (M)'} | ${'Diluted Myobloc within 4 hours (from memory, not verified)'}
  ${'At most 400 U (V:BOT-DC,BOT-HL)'}    | ${'At most 400 U (Botox dosage, drugs.com; Botox dosage, Healthline)'}
  ${'At most 10,000 U (P; V:MYO-MAG)'}    | ${'At most 10,000 U (our proposal; Magellan on Myobloc)'}
  ${'V:MYO-RG,MYO-HCP'}                   | ${'Myobloc label text; Myobloc, maker'}
  ${'NDC 1 (vial of 100 U, M): compare'}  | ${'NDC 1 (vial of 100 U, from memory, not verified): compare'}
  ${'V:NOT-KNOWN'}                        | ${'NOT-KNOWN'}
`('$text → $words', ({ text, words }: { text: string; words: string }) => {
  expect(sourceWords(text)).toBe(words);
});

/** What it stands for is not on record with us. */
const NAMELESS = ['XEO-CSI'];

it('names what the rules of a session cite', () => {
  const cited = SESSION_RULES.flatMap(({ source }) =>
    [...source.matchAll(/V:([A-Z][\w,-]*)/g)].flatMap(([, keys]) => keys!.split(',')),
  );
  const missing = [...new Set(cited)].filter((key) => SESSION_SOURCES[key] === undefined);
  expect(missing.toSorted()).toEqual(NAMELESS);
});
