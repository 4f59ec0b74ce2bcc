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

export interface ResponseToSave {
  readonly sessionId: string;
  readonly before: Response | null;
  readonly dto: RecordResponseDto;
}

/** Several at once: what is new of them in one statement each. */
export async function saveResponses(tx: EntityManager, responses: readonly ResponseToSave[]): Promise<void> {
  const fresh = responses.filter(({ before }) => before === null);
  if (fresh.length > 0)
    await tx.insert(
      Response,
      fresh.map(({ sessionId, dto: { measurements: _measurements, ...fields } }) => ({
        ...fields,
        sessionId,
        version: 1,
      })),
    );
  const measured = fresh.flatMap(({ sessionId, dto }) =>
    (dto.measurements ?? []).map((measurement) => measurementRow(sessionId, measurement)),
  );
  if (measured.length > 0) await tx.insert(MeasurementRow, measured);
  for (const { sessionId, before, dto } of responses)
    if (before !== null) await saveResponse(tx, sessionId, before, dto);
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
  for (const measurement of measurements ?? []) {
    const row = measurementRow(sessionId, measurement);
    const { scale, phase, of } = row;
    if (measurement.value === null) await tx.delete(MeasurementRow, { sessionId, scale, phase, of });
    else await tx.upsert(MeasurementRow, row, ['sessionId', 'scale', 'phase', 'of']);
  }
}

export function measurementRow(
  sessionId: string,
  { scale, phase, value, of, domains, measuredOn }: MeasurementDto,
) {
  return {
    sessionId,
    scale,
    phase,
    of: of ?? '',
    value: String(value),
    domains: domains ?? null,
    measuredOn,
  };
}
