import type { PlainDate } from '../../../clinical/calendar';
import type { LotView } from '../../../records/supply/supply.dto';
import { marks } from '../../browser/marks';
import { timeWords } from '../../shared/day-text';
import { Field } from '../page/field';

interface LotHoldProps {
  readonly lot: LotView;
  /** Who released it last, by name. */
  readonly releasedBy: string | undefined;
  readonly zone: string;
  readonly today: PlainDate;
  readonly mayWrite: boolean;
}

/** Keeps a lot from being drawn from, with why, and releases it, with why; who released it last, and when. */
export function LotHold({ lot, releasedBy, zone, today, mayWrite }: LotHoldProps) {
  const { id, holdReason, releasedAt, releaseReason } = lot;
  const released = releasedAt && (
    <p>{`Last released ${timeWords(releasedAt, zone, today)} by ${releasedBy}${releaseReason === null ? '' : `: ${releaseReason}`}`}</p>
  );
  if (holdReason !== null)
    return (
      <div class="panel stack">
        <p>{`On hold: ${holdReason}. Nothing is drawn from it.`}</p>
        {released}
        {mayWrite && (
          <form class="stack" {...marks({ api: `POST /api/v1/lots/${id}/release`, after: 'refresh' })}>
            <Field label="Why it may be used again" name="reason" required maxLength={2000} />
            <div>
              <button type="submit">Release this lot</button>
            </div>
          </form>
        )}
      </div>
    );
  return (
    <>
      {released}
      {mayWrite && (
        <form class="panel stack" {...marks({ api: `POST /api/v1/lots/${id}/hold`, after: 'refresh' })}>
          <Field label="Why nothing may be drawn from it" name="reason" required maxLength={2000} />
          <div>
            <button type="submit">Put this lot on hold</button>
          </div>
        </form>
      )}
    </>
  );
}
