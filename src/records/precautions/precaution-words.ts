import { Transform } from 'class-transformer';
import { precautionOf } from '../../clinical/precautions/precaution-rows';

/** Takes words that mean a precaution for its code, of a list each; what means none stays and is refused. */
export function AsPrecautions(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map(meant) : meant(value),
  );
}

function meant(value: unknown): unknown {
  return typeof value === 'string' ? (precautionOf(value) ?? value) : value;
}
