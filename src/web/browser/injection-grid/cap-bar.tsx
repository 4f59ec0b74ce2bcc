import { numberWords } from '../../shared/injection-words';

export interface CapBarProps {
  readonly text: string;
  readonly units: number;
  readonly capUnits: number;
  readonly brand: string;
}

/** A limit as a bar that fills: what is used, what is left, what is over. Said in words too. */
export function CapBar({ text, units, capUnits, brand }: CapBarProps) {
  const over = units > capUnits;
  const full = capUnits > 0 ? Math.min(100, (units / capUnits) * 100) : 100;
  const rest = over ? `${numberWords(units - capUnits)} U over` : `${numberWords(capUnits - units)} U left`;
  return (
    <div class={over ? 'cap cap-over' : full >= 90 ? 'cap cap-near' : 'cap'}>
      <div class="cap-words">
        <span>{text}</span>
        <span class="num">
          <b>{numberWords(units)}</b> of {numberWords(capUnits)} U {brand} · {rest}
        </span>
      </div>
      <svg class="cap-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="cap-track" x="0" y="0" width="100" height="4" />
        <rect class="cap-fill" x="0" y="0" width={full} height="4" />
      </svg>
    </div>
  );
}
