import type { Extension, Medication } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { drugCodeOf } from '../../clinical/claims/national-drug-code';
import type { ToxinProduct } from '../../clinical/units';
import { NDC, ownSystem, ownTerm } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { daysIn, tokenOf } from '../search/search-parameter';
import { goneWithItsSession } from './gone-with-its-session';
import { productUnits } from './product-units';

export interface MedicationRow extends ResourceRow {
  readonly product: ToxinProduct;
  readonly lotNumber: string;
  readonly expiresOn: PlainDate;
  readonly vialUnits: number;
  readonly openedAt: Date | null;
  readonly reconstitutedAt: Date | null;
  readonly diluentMl: number | null;
  readonly unitsDiscarded: number | null;
}

export const MEDICATION: ResourceKind<Medication, MedicationRow> = {
  type: 'Medication',
  what: 'A vial that was used in a session',
  permission: 'session.read',
  subject: 'session_vial',
  ids: 'text',
  parameters: {
    code: tokenOf('r.product', 'The product, in our words', ownSystem('product')),
    'lot-number': tokenOf('r."lotNumber"', 'The lot as printed'),
    'expiration-date': daysIn('r."expiresOn"', 'r."expiresOn"', 'The last day of use'),
  },
  from: () => `select s.root_id || '-' || v.position as id, s.root_id as "sessionId", s.product, v.lot_number as "lotNumber", v.expires_on as "expiresOn",
    v.vial_units::float8 as "vialUnits", v.opened_at as "openedAt", v.reconstituted_at as "reconstitutedAt",
    v.diluent_ml::float8 as "diluentMl", v.units_discarded::float8 as "unitsDiscarded", s.updated_at as "updatedAt"
    from session_vial v join injection_session s on s.id = v.session_id
    where s.replaced_at is null and s.voided_at is null`,
  gone: goneWithItsSession,
  resource: medicationResource,
};

/** Which vial? Its NDC is given where it was read for this product and content. */
export function medicationResource(row: MedicationRow): Medication {
  const { id, product, lotNumber, expiresOn, vialUnits } = row;
  const { brand, generic } = PRODUCTS[product];
  const found = drugCodeOf(product, vialUnits);
  const ndc = found?.source.startsWith('V:') ? [{ system: NDC, code: found.code }] : [];
  return {
    resourceType: 'Medication',
    id,
    meta: { lastUpdated: row.updatedAt.toISOString() },
    extension: [
      { url: `${ownSystem('vial')}:content`, valueQuantity: productUnits(product, vialUnits) },
      ...extensionsOf(row),
    ],
    code: ownTerm('product', product, `${brand} (${generic})`, ...ndc),
    batch: { lotNumber, expirationDate: expiresOn },
  };
}

function extensionsOf({
  product,
  openedAt,
  reconstitutedAt,
  diluentMl,
  unitsDiscarded,
}: MedicationRow): Extension[] {
  const url = (name: string): string => `${ownSystem('vial')}:${name}`;
  return [
    ...(openedAt === null ? [] : [{ url: url('opened-at'), valueDateTime: openedAt.toISOString() }]),
    ...(reconstitutedAt === null
      ? []
      : [{ url: url('reconstituted-at'), valueDateTime: reconstitutedAt.toISOString() }]),
    ...(diluentMl === null ? [] : [{ url: url('diluent-ml'), valueDecimal: diluentMl }]),
    ...(unitsDiscarded === null
      ? []
      : [{ url: url('discarded'), valueQuantity: productUnits(product, unitsDiscarded) }]),
  ];
}
