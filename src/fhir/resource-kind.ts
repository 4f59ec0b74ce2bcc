import type { EntityManager } from 'typeorm';
import type { FhirResource } from 'fhir/r4';
import type { Clinic } from '../platform/clinic';
import type { SignedIn } from '../platform/http/by.decorator';
import type { Permission } from '../platform/permissions';
import type { IdKind, SearchParameter, Value } from './search/search-parameter';

/** Who asks, and what day it is there. */
export interface Asked {
  readonly actor: SignedIn;
  readonly clinic: Clinic;
}

/** What every row has beside the columns that its parameters name. */
export interface ResourceRow {
  readonly id: string;
  readonly updatedAt: Date;
}

/** One type of resource: who may read it, from which rows, how it is searched, and how a row is told. */
export interface ResourceKind<R extends FhirResource = FhirResource, Row extends ResourceRow = ResourceRow> {
  readonly type: R['resourceType'];
  /** What the CapabilityStatement says of it. */
  readonly what: string;
  readonly permission: Permission;
  /** As the trail names it. */
  readonly subject: string;
  /** Too many to be counted for each page. */
  readonly isUncounted?: true;
  readonly parameters: Readonly<Record<string, SearchParameter>>;
  /** Text: it begins with the id of its session, which is the column `"sessionId"`. Number: that is the column `number`. */
  readonly ids: IdKind;
  /** SQL: a row each, with `id`, `"updatedAt"` and the columns of the parameters. */
  from(value: Value, clinic: Clinic): string;
  /** SQL: the same with every version that there was, and `"createdAt"`. Without it there is no history. */
  readonly versions?: string;
  /** Was there such a one, which is no more? In words. */
  gone?(db: EntityManager, id: string): Promise<string | undefined>;
  resource(row: Row, asked: Asked): R;
}
