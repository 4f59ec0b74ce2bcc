import type { LotView } from '../../../records/supply/supply.dto';
import { marks } from '../../browser/marks';

/** Keeps a lot from being drawn from, with why, and releases it. */
export function LotHold({
  lot: { id, holdReason },
  mayWrite,
}: {
  readonly lot: LotView;
  readonly mayWrite: boolean;
}) {
  if (holdReason !== null)
    return (
      <div class="panel stack">
        <p>{`On hold: ${holdReason}. Nothing is drawn from it.`}</p>
        {mayWrite && (
          <form {...marks({ api: `POST /api/v1/lots/${id}/release`, after: 'refresh' })}>
            <button type="submit">Release this lot</button>
          </form>
        )}
      </div>
    );
  if (!mayWrite) return null;
  return (
    <form class="panel stack" {...marks({ api: `POST /api/v1/lots/${id}/hold`, after: 'refresh' })}>
      <label>
        Why nothing may be drawn from it
        <input name="reason" required maxLength={2000} />
      </label>
      <button type="submit">Put this lot on hold</button>
    </form>
  );
}
