/** `system/*.rs`, `system/Procedure.rs`; `.read` is how the first version of SMART wrote it. Nothing is written by a client. */
export const READ_SCOPE = /^system\/(\*|[A-Z][A-Za-z]{1,60})\.(?:rs|read)$/;

const EVERY = '*';

/** Which of the scopes that a client asks for does it get? As far as it is registered for them; what is no scope of ours is left out. */
export function grantedScopes(asked: readonly string[], registered: readonly string[]): string[] {
  const may = typesOf(registered);
  const wanted = typesOf(asked);
  const types = wanted.includes(EVERY)
    ? may
    : may.includes(EVERY)
      ? wanted
      : wanted.filter((type) => may.includes(type));
  return types.map((type) => `system/${type}.rs`);
}

/** May a client with these scopes read resources of this type? */
export function opens(scopes: readonly string[], type: string): boolean {
  const types = typesOf(scopes);
  return types.includes(EVERY) || types.includes(type);
}

/** Each once; with the star the others say nothing more. */
function typesOf(scopes: readonly string[]): string[] {
  const types = scopes.flatMap((scope) => READ_SCOPE.exec(scope)?.[1] ?? []);
  return types.includes(EVERY) ? [EVERY] : [...new Set(types)];
}
