import { Column, type ColumnOptions } from 'typeorm';

/** A day column: text in and out, never a moment. */
export function DayColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'date', ...options });
}
