import type { PlainDate } from '../../../clinical/calendar';
import type { IndicationSlug } from '../../../clinical/catalogue/indications';
import { groupsOf } from '../../../clinical/catalogue/anatomy/muscle-groups';
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
  /** What was injected: its muscle groups are offered where a grade is taken of each. */
  readonly muscles: readonly string[];
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
  muscles,
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
      {linesOf(scales, muscles, measurements).map(({ slug, of }) => {
        const scale = scaleIn(slug, indication);
        const id = of === '' ? slug : `${slug}-${of}`;
        const name = of === '' ? scale.name : `${scale.name}, ${of.replaceAll('_', ' ')}`;
        return (
          <div key={id} class="scale-row">
            <div>
              <strong>{name}</strong>
              <p class="hint" id={`help-${id}`}>
                {helpText(scale)}
              </p>
            </div>
            {PHASES.map(([phase, label]) => {
              if (!scale.phases.includes(phase)) return <span key={phase} />;
              const before = measurements.find(
                (measurement) =>
                  measurement.scale === slug && measurement.phase === phase && measurement.of === of,
              );
              return (
                <div key={phase} class="field" {...marks({ line: phase })}>
                  <label for={`${id}-${phase}`}>
                    {label}
                    <span class="visually-hidden">{`, ${name}`}</span>
                  </label>
                  <input type="hidden" {...marks({ part: 'scale' })} value={slug} />
                  <input type="hidden" {...marks({ part: 'phase' })} value={phase} />
                  {of !== '' && <input type="hidden" {...marks({ part: 'of' })} value={of} />}
                  <ScaleInput
                    scale={scale}
                    id={`${id}-${phase}`}
                    helpId={`help-${id}`}
                    value={before?.value ?? ''}
                  />
                  {scale.domains && (
                    <Domains
                      count={scale.domains}
                      id={`${id}-${phase}`}
                      name={`${label}, ${name}`}
                      values={before?.domains ?? []}
                    />
                  )}
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

/** Each scale of the whole; below it what was taken of a group, and the grade of each group that was injected. */
function linesOf(
  scales: readonly string[],
  muscles: readonly string[],
  measurements: readonly MeasurementRow[],
): readonly { readonly slug: string; readonly of: string }[] {
  return scales.flatMap((slug) => {
    const recorded = measurements.filter(({ scale, of }) => scale === slug && of !== '').map(({ of }) => of);
    const injected = slug === 'mas' ? groupsOf(muscles) : [];
    return ['', ...new Set([...injected, ...recorded])].map((of) => ({ slug, of }));
  });
}

interface DomainsProps {
  readonly count: number;
  readonly id: string;
  readonly name: string;
  readonly values: readonly number[];
}

/** What a total is made of; once one is filled in, the total is their sum. */
function Domains({ count, id, name, values }: DomainsProps) {
  return (
    <div class="domains" role="group" aria-label={`${name}: its domains`}>
      {Array.from({ length: count }, (_, index) => (
        <input
          key={index}
          id={`${id}-domain-${index}`}
          inputMode="numeric"
          autocomplete="off"
          aria-label={`${name}: domain ${index + 1}`}
          {...marks({ part: `domains[${index}]`, sentAs: 'number' })}
          value={values[index] === undefined ? '' : numberText(values[index])}
        />
      ))}
    </div>
  );
}

function ScaleInput({
  scale,
  id,
  helpId,
  value,
}: {
  readonly scale: Scale;
  readonly id: string;
  readonly helpId: string;
  readonly value: string;
}) {
  if (scale.labels) {
    return (
      <select id={id} {...marks({ part: 'value', sentAs: 'null-if-empty' })} aria-describedby={helpId}>
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
      aria-describedby={helpId}
    />
  );
}

function helpText(scale: Scale): string {
  const range = scale.labels ? scale.labels.join(', ') : `${scale.min} to ${scale.max}`;
  const better = scale.direction === 'higher-is-worse' ? 'lower is better' : 'higher is better';
  return `${range}; ${better}${changeText(scale)}. Taken: ${scale.when}.`;
}
