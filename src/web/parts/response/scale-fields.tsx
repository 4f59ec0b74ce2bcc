import type { PlainDate } from '../../../clinical/calendar';
import type { IndicationSlug } from '../../../clinical/catalogue/indications';
import { scaleIn, type Scale } from '../../../clinical/catalogue/scales';
import type { MeasurementPhase } from '../../../clinical/treated-session';
import type { MeasurementRow } from '../../../records/responses/measurement.entity';
import { numberText } from '../../shared/typed-number';
import { changeText } from '../course-charts/scale-chart';
import { marks } from '../../browser/marks';

const PHASES = [
  ['cycle-start', 'Start of the cycle'],
  ['peak', 'At the peak'],
] as const satisfies readonly (readonly [MeasurementPhase, string])[];

export interface ScaleFieldsProps {
  readonly indication: IndicationSlug;
  readonly scales: readonly string[];
  readonly measurements: readonly MeasurementRow[];
  readonly performedOn: PlainDate;
  /** The day to propose for the peak; none when today is too early or too late for it. */
  readonly peakOn: PlainDate | undefined;
  readonly today: PlainDate;
}

/** The indication's scales, each with its own range. A line that is left as it was is not sent; emptied, it is taken back. */
export function ScaleFields({
  indication,
  scales,
  measurements,
  performedOn,
  peakOn,
  today,
}: ScaleFieldsProps) {
  if (scales.length === 0) return null;
  const proposed = { 'cycle-start': performedOn, peak: peakOn };
  const recordedOn = (phase: MeasurementPhase) =>
    measurements.find((measurement) => measurement.phase === phase && scales.includes(measurement.scale))
      ?.measuredOn;
  return (
    <fieldset class="panel stack" {...marks({ lines: 'measurements' })}>
      <legend>Scales</legend>
      <div class="scale-row">
        <p class="hint">An emptied field takes the value back.</p>
        {PHASES.map(([phase, label]) => (
          <div key={phase} class="field">
            <label for={`day-${phase}`}>{`${label}, on`}</label>
            <input
              id={`day-${phase}`}
              type="date"
              {...marks({ dayOf: phase })}
              max={today}
              value={recordedOn(phase) ?? proposed[phase] ?? ''}
            />
          </div>
        ))}
      </div>
      {scales.map((slug) => {
        const scale = scaleIn(slug, indication);
        return (
          <div key={slug} class="scale-row">
            <div>
              <strong>{scale.name}</strong>
              <p class="hint" id={`help-${slug}`}>
                {helpText(scale)}
              </p>
            </div>
            {PHASES.map(([phase, label]) => {
              if (!scale.phases.includes(phase)) return <span key={phase} />;
              const before = measurements.find(
                (measurement) => measurement.scale === slug && measurement.phase === phase,
              );
              return (
                <div key={phase} class="field" {...marks({ line: phase })}>
                  <label for={`${slug}-${phase}`}>
                    {label}
                    <span class="visually-hidden">{`, ${scale.name}`}</span>
                  </label>
                  <input type="hidden" {...marks({ part: 'scale' })} value={slug} />
                  <input type="hidden" {...marks({ part: 'phase' })} value={phase} />
                  <ScaleInput scale={scale} id={`${slug}-${phase}`} value={before?.value ?? ''} />
                  <input type="hidden" {...marks({ part: 'measuredOn' })} value="" />
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
      <select id={id} {...marks({ part: 'value', sentAs: 'null-if-empty' })} aria-describedby={describedBy}>
        <option value="" selected={value === ''}>
          –
        </option>
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
      inputMode="decimal"
      autocomplete="off"
      {...marks({ part: 'value', sentAs: ['number', 'null-if-empty'] })}
      value={value === '' ? '' : numberText(Number(value))}
      aria-describedby={describedBy}
    />
  );
}

function helpText(scale: Scale): string {
  const range = scale.labels ? scale.labels.join(', ') : `${scale.min} to ${scale.max}`;
  const better = scale.direction === 'higher-is-worse' ? 'lower is better' : 'higher is better';
  return `${range}; ${better}${changeText(scale)}. Taken: ${scale.when}.`;
}
