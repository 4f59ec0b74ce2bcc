import type { PlainDate } from '../../clinical/calendar';
import { scaleOf, scaleValue, type Scale } from '../../clinical/catalogue/scales';
import { shapeProblem, type FieldError } from '../../platform/http/problem';
import type { MeasurementDto, RecordResponseDto } from './responses.dto';

type Days = Pick<RecordResponseDto, 'assessedOn' | 'onsetOn' | 'woreOffOn' | 'stillEffectiveOn'>;

/**
 * Do the days of a response fit the session and one another? None before the session, none in the future, the effect
 * not felt after it wore off. `merged` is the response as it would stand.
 *
 * @throws Problem 400 naming each wrong field.
 */
export function refuseUnfitResponse(
  merged: Days,
  dto: RecordResponseDto,
  performedOn: PlainDate,
  today: PlainDate,
): void {
  const errors: FieldError[] = [];
  const days: [string, PlainDate | null | undefined][] = [
    ['/assessedOn', dto.assessedOn],
    ['/onsetOn', dto.onsetOn],
    ['/woreOffOn', dto.woreOffOn],
    ['/stillEffectiveOn', dto.stillEffectiveOn],
  ];
  for (const [pointer, day] of days) {
    if (!day) continue;
    const name = pointer.slice(1);
    if (day < performedOn)
      errors.push({
        pointer,
        code: 'before-session',
        message: `${name} lies before the session of ${performedOn}`,
      });
    if (day > today)
      errors.push({ pointer, code: 'future', message: `${name} lies in the future (today is ${today})` });
  }
  const { onsetOn, woreOffOn, stillEffectiveOn } = merged;
  if (woreOffOn && onsetOn && onsetOn > woreOffOn) {
    errors.push({
      pointer: '/onsetOn',
      code: 'order',
      message: `onsetOn (${onsetOn}) lies after woreOffOn (${woreOffOn})`,
    });
  }
  if (woreOffOn && stillEffectiveOn && stillEffectiveOn >= woreOffOn) {
    const message = `stillEffectiveOn (${stillEffectiveOn}) is not before woreOffOn (${woreOffOn}): set the one that no longer holds to null`;
    errors.push({ pointer: '/stillEffectiveOn', code: 'order', message });
  }
  const measurements = dto.measurements ?? [];
  errors.push(...measurements.flatMap((measurement, i) => measurementErrors(measurement, i, today)));
  errors.push(...measuredTwice(measurements));
  if (errors.length > 0) throw shapeProblem(errors);
}

/** Of two numbers for one place nobody could say which was meant. */
function measuredTwice(measurements: readonly MeasurementDto[]): FieldError[] {
  return measurements.flatMap(({ scale, phase, of }, i) => {
    const first = measurements.findIndex(
      (other) => other.scale === scale && other.phase === phase && (other.of ?? null) === (of ?? null),
    );
    if (first === i) return [];
    const message = `${scaleOf(scale).name} (${phase}${of ? `, ${of}` : ''}) is given twice`;
    return [{ pointer: `/measurements/${i}`, code: 'twice', message }];
  });
}

function measurementErrors(
  { scale, value, of, domains, measuredOn }: MeasurementDto,
  i: number,
  today: PlainDate,
): FieldError[] {
  const at = `/measurements/${i}`;
  const future = {
    pointer: `${at}/measuredOn`,
    code: 'future',
    message: `measuredOn lies in the future (today is ${today})`,
  };
  const errors = [
    ...(measuredOn > today ? [future] : []),
    ...partErrors(at, scaleOf(scale), { value, of, domains }),
  ];
  try {
    if (value !== null) scaleValue(scale, value);
    return errors;
  } catch (error) {
    return [...errors, { pointer: `${at}/value`, code: 'scale-value', message: (error as Error).message }];
  }
}

/** Does the scale know groups or domains at all, and do the domains add up to the value? */
function partErrors(
  at: string,
  scale: Scale,
  { value, of, domains }: Pick<MeasurementDto, 'value' | 'of' | 'domains'>,
): FieldError[] {
  const errors: FieldError[] = [];
  if (of && !scale.groups) {
    const message = `${scale.name} is not taken of a muscle group: leave it out`;
    errors.push({ pointer: `${at}/of`, code: 'no-groups', message });
  }
  if (!domains || value === null) return errors;
  const pointer = `${at}/domains`;
  const sum = domains.reduce((total, days) => total + days, 0);
  if (!scale.domains)
    errors.push({ pointer, code: 'no-domains', message: `${scale.name} has no domains: leave them out` });
  else if (domains.length !== scale.domains) {
    const message = `${scale.name} has ${scale.domains} domains, ${domains.length} are given`;
    errors.push({ pointer, code: 'domain-count', message });
  } else if (sum !== value) {
    const message = `The domains add up to ${sum}, the value is ${value}`;
    errors.push({ pointer, code: 'domain-sum', message });
  }
  return errors;
}
