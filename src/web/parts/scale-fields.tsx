import type { PlainDate } from '../../clinical/calendar';
import { scaleOf, type Scale } from '../../clinical/scales';
import type { MeasurementPhase } from '../../clinical/treated-session';
import type { MeasurementRow } from '../../records/responses/measurement.entity';
import { changeText } from './scale-chart';

const PHASES = [
  ['cycle-start', 'Start of the cycle'],
  ['peak', 'At the peak'],
] as const satisfies readonly (readonly [MeasurementPhase, string])[];

/** The indication's scales, each with its own range. A line that stays empty is not sent. */
export function ScaleFields({
  scales,
  measurements,
  performedOn,
  today,
}: {
  readonly scales: readonly string[];
  readonly measurements: readonly MeasurementRow[];
  readonly performedOn: PlainDate;
  readonly today: PlainDate;
}) {
  if (scales.length === 0) return null;
  return (
    <fieldset class="panel stack" data-lines="measurements">
      <legend>Scales</legend>
      {scales.map((slug) => {
        const scale = scaleOf(slug);
        return (
          <div key={slug} class="scale-row">
            <div>
              <strong>{scale.name}</strong>
              <p class="hint" id={`help-${slug}`}>
                {helpText(scale)}
              </p>
            </div>
            {PHASES.filter(([phase]) => scale.phases.includes(phase)).map(([phase, label]) => {
              const before = measurements.find((one) => one.scale === slug && one.phase === phase);
              const measuredOn = before?.measuredOn ?? (phase === 'cycle-start' ? performedOn : today);
              return (
                <div key={phase} class="field" data-line>
                  <label for={`${slug}-${phase}`}>{label}</label>
                  <input type="hidden" data-part="scale" value={slug} />
                  <input type="hidden" data-part="phase" value={phase} />
                  <ScaleInput scale={scale} id={`${slug}-${phase}`} value={before?.value ?? ''} />
                  <input type="hidden" data-part="measuredOn" value={measuredOn} />
                </div>
              );
            })}
          </div>
        );
      })}
    </fieldset>
  );
}

function ScaleInput({
  scale,
  id,
  value,
}: {
  readonly scale: Scale;
  readonly id: string;
  readonly value: string;
}) {
  const describedBy = `help-${scale.slug}`;
  if (scale.labels) {
    return (
      <select id={id} data-part="value" aria-describedby={describedBy}>
        <option value="">–</option>
        {scale.labels.map((label) => (
          <option key={label} value={label} selected={label === value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={id}
      type="number"
      inputMode="decimal"
      data-part="value"
      data-type="number"
      min={scale.min}
      max={scale.max}
      step={scale.step ?? 'any'}
      value={value}
      aria-describedby={describedBy}
    />
  );
}

function helpText(scale: Scale): string {
  const range = scale.labels ? scale.labels.join(', ') : `${scale.min} to ${scale.max}`;
  const better = scale.direction === 'higher-is-worse' ? 'lower is better' : 'higher is better';
  return `${range}; ${better}${changeText(scale)}. Taken: ${scale.when}.`;
}
