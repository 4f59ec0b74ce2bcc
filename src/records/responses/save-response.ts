import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/http/problem';
import type { Session } from '../sessions/session.entity';
import { MeasurementRow } from './measurement.entity';
import { Response } from './response.entity';
import type { MeasurementDto, RecordResponseDto } from './responses.dto';

/** A treatment has one response, that of its first session. */
export function refuseWithoutResponse({
  voidedAt,
  continuesId,
}: Pick<Session, 'voidedAt' | 'continuesId'>): void {
  if (voidedAt) throw new Problem('conflict', 'This session is void: it has no response.');
  if (continuesId)
    throw new Problem(
      'conflict',
      'This session continues another one, to which the response belongs: record it there.',
    );
}

/** Measurements alone change the response too: a script that fetches what is new must see it. */
export async function saveResponse(
  tx: EntityManager,
  sessionId: string,
  before: Response | null,
  { measurements, ...fields }: RecordResponseDto,
): Promise<void> {
  if (before) await tx.update(Response, { sessionId }, { ...fields, version: before.version + 1 });
  else await tx.insert(Response, { ...fields, sessionId, version: 1 });
  await saveMeasurements(tx, sessionId, measurements);
}

async function saveMeasurements(
  tx: EntityManager,
  sessionId: string,
  measurements: MeasurementDto[] | null | undefined,
): Promise<void> {
  if (measurements === null) await tx.delete(MeasurementRow, { sessionId });
  for (const { scale, phase, value, of, domains, measuredOn } of measurements ?? []) {
    const place = { sessionId, scale, phase, of: of ?? '' };
    if (value === null) await tx.delete(MeasurementRow, place);
    else
      await tx.upsert(
        MeasurementRow,
        { ...place, value: String(value), domains: domains ?? null, measuredOn },
        ['sessionId', 'scale', 'phase', 'of'],
      );
  }
}
