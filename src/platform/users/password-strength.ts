import { zxcvbn, zxcvbnOptions } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english, translations } from '@zxcvbn-ts/language-en';
import { malformed } from '../http/problem';

/** Where the library begins to say "safely unguessable"; eight random characters just reach it. */
const FEWEST_GUESSES = 1e8;

/** The search takes seconds for two hundred characters, and holds everybody up; what begins this long and well is long enough. */
const JUDGED_CHARACTERS = 40;

/** What everybody at a clinic would try first (ASVS 5.0, 6.1.2). */
const CLINIC_WORDS = [
  'clinic',
  'toxin',
  'botulinum',
  'botox',
  'dysport',
  'xeomin',
  'jeuveau',
  'daxxify',
  'myobloc',
  'neurobloc',
];

let ready = false;

export interface PasswordOwner {
  readonly username: string;
  readonly displayName: string;
}

/**
 * Why is a password too easy to guess? Undefined when it is not.
 *
 * Common passwords, words, names and repeats are found by the lists of zxcvbn, and with them the user's own name and what
 * the clinic works with (ASVS 5.0, 6.2.4 and 6.2.11). No rule asks for digits or capitals (6.2.5).
 */
export function weaknessOf(password: string, owner: PasswordOwner): string | undefined {
  if (!ready)
    zxcvbnOptions.setOptions({
      dictionary: { ...common, ...english },
      graphs: adjacencyGraphs,
      translations,
    });
  ready = true;
  const judged = password.normalize('NFKC').slice(0, JUDGED_CHARACTERS);
  const words = [...wordsOf(owner), ...CLINIC_WORDS];
  // Blanks and dots between them make two words that anybody would try no better.
  const found = [judged, judged.replaceAll(/[\s._-]/g, '')]
    .filter((text) => text !== '')
    .map((text) => zxcvbn(text, words))
    .find(({ guesses }) => guesses < FEWEST_GUESSES);
  return found && (found.feedback.warning ?? 'It takes few guesses.');
}

/** @throws Problem 400 that says what to take instead. */
export function refuseWeakPassword(pointer: string, password: string, owner: PasswordOwner): void {
  const weakness = weaknessOf(password, owner);
  if (weakness === undefined) return;
  throw malformed(pointer, 'easy-to-guess', saysWeak(weakness));
}

export function saysWeak(weakness: string): string {
  return `This password is easy to guess. ${weakness} Take three or four words that have nothing to do with each other, or with you.`;
}

function wordsOf({ username, displayName }: PasswordOwner): string[] {
  const parts = `${username} ${displayName}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length > 2)
    .slice(0, 8);
  return [username, ...parts, ...parts.flatMap((part) => parts.map((next) => part + next))];
}
