import { claimLines, type ClaimedSession } from '../../clinical/claims/claim-lines';
import type { ClaimPart } from '../../clinical/claims/claim-line';
import type { ProcedureSession } from '../../clinical/claims/procedure-lines';
import { DISCARDED, SESSION_VIALS } from '../reports/shared-columns';

/** What the claim of a session is made from, as `CLAIM_FACTS` selects it. */
export interface ClaimFacts extends ClaimedSession {
  /** Other sessions of the patient on that day, in the order of ids. */
  readonly sameDay: readonly (ProcedureSession & { readonly isEarlier: boolean })[];
}

/** The claim lines of a session and what they lack. */
export function claimOf({ sameDay, ...session }: ClaimFacts): ClaimPart {
  return claimLines(session, {
    earlier: sameDay.filter(({ isEarlier }) => isEarlier),
    later: sameDay.filter(({ isEarlier }) => !isEarlier),
  });
}

const PLACES = `'muscle', i.muscle, 'side', i.side, 'guidance', i.guidance`;

/** The facts of the session `s` of the course `c` of the patient `p`. */
export const CLAIM_FACTS = `jsonb_build_object(
  'indication', c.indication,
  'performedOn', s.performed_on,
  'product', s.product,
  'isSigned', s.signed_at is not null, 'takenOver', s.origin = 'import',
  'course', jsonb_build_object('indication', c.indication, 'side', c.side, 'etiology', c.etiology,
    'diagnosisCode', c.diagnosis_code, 'secondDiagnosisCode', c.second_diagnosis_code, 'handedness', p.handedness),
  'given', (select sum(i.units) from injection i where i.session_id = s.id),
  'injections', (select jsonb_agg(jsonb_build_object(${PLACES}) order by i.position)
    from injection i where i.session_id = s.id),
  'vials', coalesce((
    select jsonb_agg(jsonb_build_object('vialUnits', v.vial_units, 'unitsDiscarded', ${DISCARDED}) order by v.position)
    from ${SESSION_VIALS} where v.session_id = s.id), '[]'),
  'sameDay', coalesce((
    select jsonb_agg(jsonb_build_object('indication', oc.indication, 'isEarlier', o.id < s.id, 'injections', (
      select jsonb_agg(jsonb_build_object(${PLACES})) from injection i where i.session_id = o.id)) order by o.id)
    from injection_session o join course oc on oc.id = o.course_id
    where oc.patient_id = c.patient_id and o.performed_on = s.performed_on and o.id <> s.id
      and o.voided_at is null and o.replaced_at is null), '[]'))`;

/** When anything that those facts are selected from last changed, besides session, course and patient. */
export const CLAIM_FACTS_CHANGED = [
  `(select max(m.moved_at) from session_vial v join vial_movement m on m.vial_id = v.vial_id where v.session_id = s.id)`,
  `(select max(greatest(o.updated_at, oc.updated_at)) from injection_session o join course oc on oc.id = o.course_id
    where oc.patient_id = c.patient_id and o.performed_on = s.performed_on)`,
];
