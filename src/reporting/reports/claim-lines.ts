import type { ClaimLine } from '../../clinical/claims/claim-line';
import { CLAIM_FACTS, CLAIM_FACTS_CHANGED, claimOf, type ClaimFacts } from '../claims/claim-facts';
import { column, ofPart } from '../files/column';
import { filtered, type Report } from '../report';
import * as shared from './shared-columns';

/** A line with its place in the claim, and how much the whole claim lacks. */
interface NumberedLine extends ClaimLine {
  readonly line: number;
  readonly lacking: number;
}

const UPDATED_AT = shared.updatedAt(...CLAIM_FACTS_CHANGED);

export const CLAIM_LINES: Report = {
  name: 'claim-lines',
  title: 'Claim lines',
  description:
    'One row a line of the claim of a signed session, as GET /sessions/{id}/claim-lines has them; nothing is sent anywhere. from and to are days of the session. ' +
    'With updatedSince all lines of a changed record come: let them take the place of those known of it, and drop those of a record that is voided or replaced.',
  filters: shared.SESSION_FILTERS,
  columns: [
    shared.PATIENT,
    shared.COURSE,
    shared.SESSION,
    shared.RECORD,
    shared.STATE,
    shared.PERFORMED_ON,
    shared.INDICATION,
    shared.PRODUCT,
    ofPart(
      'line',
      'integer',
      ({ line }: NumberedLine) => line,
      'Place in the claim, from 1; the drug stands first.',
    ),
    ofPart(
      'code',
      'text',
      ({ code }: NumberedLine) => code,
      'HCPCS code of the drug, or CPT code of a procedure.',
    ),
    ofPart(
      'modifiers',
      'list',
      ({ modifiers }: NumberedLine) => modifiers,
      'Modifiers: JW thrown away, JZ nothing thrown away, 50 both sides, RT, LT.',
    ),
    ofPart(
      'billingUnits',
      { type: 'integer', unit: 'billing units of `code`' },
      ({ billingUnits }: NumberedLine) => billingUnits,
      'HCPCS billing units of a drug; of a procedure, how often.',
    ),
    ofPart(
      'ndc',
      'text',
      ({ ndc }: NumberedLine) => ndc ?? null,
      'National drug code in eleven digits, where all vials of the session have the same.',
    ),
    ofPart('why', 'text', ({ text }: NumberedLine) => text, 'Why the line stands there, and from what.'),
    ofPart(
      'lacking',
      'integer',
      ({ lacking }: NumberedLine) => lacking,
      'How many things the claim of the session lacks or leaves open, the same on each of its lines; 0 is a whole one.',
    ),
    column('signedOn', 'day', '(s.signed_at at time zone $7)::date', 'Day on which the session was signed.'),
    shared.updatedAtColumn(UPDATED_AT),
  ],
  parts: { sql: CLAIM_FACTS, of: numberedLines },
  from: shared.SESSION_COURSE_PATIENT,
  where: `s.signed_at is not null and ${shared.COUNTS} and ${filtered({
    day: 's.performed_on',
    indication: 'c.indication',
    product: 's.product',
    updatedAt: UPDATED_AT,
  })}`,
  orderBy: 's.performed_on, s.root_id, s.created_at, s.id',
};

function numberedLines(facts: ClaimFacts): readonly NumberedLine[] {
  const { lines, missing } = claimOf(facts);
  return lines.map((line, index) => ({ ...line, line: index + 1, lacking: missing.length }));
}
