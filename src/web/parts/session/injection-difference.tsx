import type { PlainDate } from '../../../clinical/calendar';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { BodyMaps } from '../../shared/body-map/body-maps';
import { shortDay } from '../../shared/day-text';
import { numberWords, placeWords } from '../../shared/injection-words';
import { differenceDoses, differenceOf, type ComparedSession } from './session-difference';
import { CLASSES } from '../../shared/classes';

interface SessionOnScreen extends ComparedSession {
  readonly id: string;
  readonly performedOn: PlainDate;
}

export interface SessionDifferenceProps {
  readonly session: SessionOnScreen;
  readonly other: SessionOnScreen | undefined;
  /** The sessions that it can be compared with. */
  readonly others: readonly { readonly id: string; readonly words: string }[];
}

/** What was different another time: on the drawing and in the list. Units of two products are not compared. */
export function SessionDifference({ session, other, others }: SessionDifferenceProps) {
  const differences = other ? differenceOf(session, other) : [];
  const changed = differences.filter(({ tone }) => tone);
  return (
    <section class="panel stack" id="difference">
      <h2>Compared with</h2>
      <form method="get" action={`/sessions/${session.id}#difference`} class="row row-end no-print">
        <div class="field">
          <label for="with">Another session</label>
          <select id="with" name="with">
            {others.map(({ id, words }) => (
              <option key={id} value={id} selected={id === other?.id}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">Compare</button>
      </form>
      {other && other.product !== session.product && (
        <p class="notice notice-warn">
          {PRODUCTS[other.product].brand} then, {PRODUCTS[session.product].brand} now: units of different
          products cannot be compared. Only muscles are.
        </p>
      )}
      {other && changed.length === 0 && other.product === session.product && (
        <p>The same muscles and the same units.</p>
      )}
      {other && (
        <div class={changed.length > 0 ? 'beside' : undefined}>
          {changed.length > 0 && <BodyMaps doses={differenceDoses(changed)} />}
          <div class="scroll" tabIndex={0} role="region" aria-label="Doses beside the other session">
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">Muscle</th>
                  <th scope="col" class="num">
                    {shortDay(other.performedOn)}
                  </th>
                  <th scope="col" class="num">
                    {shortDay(session.performedOn)}
                  </th>
                  <th scope="col">Difference</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ muscle, side, before, now, words, tone }) => (
                  <tr key={`${muscle} ${side}`}>
                    <td>{placeWords(muscle, side)}</td>
                    <td class="num">{before === null ? '–' : numberWords(before)}</td>
                    <td class="num">{now === null ? '–' : numberWords(now)}</td>
                    <td class={tone && CLASSES.difference[tone]}>{words}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </section>
  );
}
