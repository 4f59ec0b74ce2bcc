/** A payer of the clinic's list, by all names that it goes by. */
export interface PayerNames {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** Which payer of the list is meant by a name as somebody typed it? It may be any of its names, in any case, with any blanks. */
export function payerNamed<P extends PayerNames>(typed: string, payers: readonly P[]): P | undefined {
  const name = foldedName(typed);
  return payers.find((payer) => namesOf(payer).includes(name));
}

/** Are two names as they were typed those of one payer? Names that are not on the list are the same where they read alike. */
export function samePayer(a: string, b: string, payers: readonly PayerNames[]): boolean {
  if (foldedName(a) === foldedName(b)) return true;
  const payer = payerNamed(a, payers);
  return payer !== undefined && payer.id === payerNamed(b, payers)?.id;
}

/** A name of this payer that another one goes by already: nobody could tell which of the two is meant. */
export function nameTaken(
  payer: PayerNames,
  payers: readonly PayerNames[],
): { readonly name: string; readonly by: PayerNames } | undefined {
  const others = payers.filter(({ id }) => id !== payer.id);
  for (const name of [payer.name, ...payer.otherNames]) {
    const by = payerNamed(name, others);
    if (by) return { name, by };
  }
  return undefined;
}

function namesOf({ name, otherNames }: PayerNames): string[] {
  return [name, ...otherNames].map(foldedName);
}

function foldedName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
