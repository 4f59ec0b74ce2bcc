import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { malformed } from '../../platform/http/problem';
import { PriorAuthorization } from './authorization.entity';
import type { RecordAuthorizationDto } from './authorizations.dto';

/** Writes a new authorization, typed or from a file. */
export async function insertAuthorization(
  tx: EntityManager,
  authorization: RecordAuthorizationDto & { readonly id: string },
): Promise<void> {
  refuseBackwards(authorization.startsOn, authorization.endsOn);
  await tx.insert(PriorAuthorization, { ...authorization, version: 1 });
}

export function refuseBackwards(startsOn: PlainDate, endsOn: PlainDate): void {
  if (endsOn < startsOn) throw malformed('/endsOn', 'order', `endsOn lies before startsOn (${startsOn})`);
}
