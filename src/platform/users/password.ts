import { hash, verify, type Options } from '@node-rs/argon2';

export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 200;

/** Argon2id (the library's algorithm unless told otherwise) with the second set of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(typed(password), COST);
}

export function passwordFits(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, typed(password));
}

let nobodys: Promise<string> | undefined;

/** Takes as long as checking a password: whoever tries cannot tell by the time whether the user name exists. */
export async function checkNobodysPassword(password: string): Promise<false> {
  await passwordFits(await (nobodys ??= hashPassword('nobody has this password')), password);
  return false;
}

/** Keyboards differ in how they compose an accent; the same characters are the same password. */
function typed(password: string): string {
  return password.normalize('NFKC');
}
