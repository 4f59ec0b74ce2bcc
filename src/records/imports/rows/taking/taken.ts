import type { EntityManager } from 'typeorm';
import type { Finding } from '../../../../clinical/finding';
import type { Clinic } from '../../../../platform/clinic';
import type { Colleague } from '../../sessions/injector-of';
import type { KnownPatients } from '../known-patients';

/** What became of rows of a file that belong together. */
export type Taken =
  | {
      readonly outcome: 'new';
      readonly notes: readonly string[];
      /** What speaks against it by our rules, which does not keep history out. */
      readonly against?: readonly Pick<Finding, 'code' | 'message'>[];
      /** Whose courses are to be derived again once the file is read. */
      readonly changedPatientId?: string;
    }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'refused'; readonly problems: readonly RowProblem[] };

export interface RowProblem {
  /** Which of the rows that belong together; left out, the first. */
  readonly place?: number;
  /** Which field of the request; null: the whole row. */
  readonly pointer: string | null;
  readonly message: string;
  readonly patientId?: string;
}

export interface TakenBy {
  readonly clinic: Clinic;
  readonly patients: KnownPatients;
  readonly colleagues: readonly Colleague[];
}

/** To what a row belongs, as far as it says so. */
export interface Belonging {
  readonly mrn: unknown;
  readonly performedOn: unknown;
  /** The same for all that belong together; in its order they are taken. */
  readonly key: string;
}

/** Rows that belong together, each as what its request holds. */
export type Together<Row extends object> = readonly [Row, ...Row[]];

/** How rows of a kind are taken; `Row` is what the request of each holds. */
export interface Taker<Row extends object> {
  readonly dto: new () => Row;
  /** Rows with the same words here are taken together, those of the first words first. Left out: each row alone. */
  readonly belongsTo?: (row: Readonly<Record<string, unknown>>) => Belonging;
  /** What becomes of each, in their order. */
  take(tx: EntityManager, all: readonly Together<Row>[], by: TakenBy): Promise<Taken[]>;
}

/** Refused for what stands on record with other values. */
export function refusedFor(
  fields: readonly string[],
  patientId: string,
  message: (field: string) => string,
): Taken {
  const problems = fields.map((field) => ({ pointer: `/${field}`, message: message(field), patientId }));
  return { outcome: 'refused', problems };
}
