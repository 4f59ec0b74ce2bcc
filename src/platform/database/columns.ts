import { Column, type ColumnOptions } from 'typeorm';

/** A day column: text in and out, never a moment. */
export function DayColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'date', ...options });
}

/** A numeric column read as a number. Fit for units and millilitres, whose digits a double holds exactly enough. */
export function NumberColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({
    type: 'numeric',
    transformer: {
      to: (value: number | null | undefined) => value,
      from: (value: string | null) => (value === null ? null : Number(value)),
    },
    ...options,
  });
}
