import type { Reference } from 'fhir/r4';
import { ownSystem } from '../codes';

/** A user or a token by id and name; somebody who did not get in has no id. */
export function whoActed(id: string | null, name: string): Reference {
  return {
    ...(id !== null && { identifier: { system: ownSystem('actor'), value: id } }),
    ...(name !== '' && { display: name }),
  };
}
