import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { toleratedBefore } from '../../clinical/safety/tolerance';
import { findOrRefuse } from '../../platform/database/change-row';
import type { SignedIn } from '../../platform/http/by.decorator';
import { may } from '../../platform/permissions';
import { openAlertsOf } from '../adverse-events/alert.query';
import { codesInForce } from '../precautions/precaution.query';
import { toleranceRecordsOf } from './care/borne-toxin.query';
import { Patient } from './patient.entity';
import type { PatientView } from './patients.dto';

export async function viewOf(
  db: EntityManager,
  actor: SignedIn,
  id: string,
  today: PlainDate,
): Promise<PatientView> {
  const [one] = await viewsOf(db, actor, [await findOrRefuse(db, Patient, id, 'patient')], today);
  return one!;
}

/** Patients as whoever asks may see them. */
export async function viewsOf(
  db: EntityManager,
  actor: SignedIn,
  patients: readonly Patient[],
  today: PlainDate,
): Promise<PatientView[]> {
  if (!may(actor.role, 'session.read')) return patients.map(identityOf);
  const ids = patients.map(({ id }) => id);
  const codes = await codesInForce(db, ids, today);
  const tolerance = await toleranceRecordsOf(db, patients);
  const alerts = await openAlertsOf(db, ids);
  return patients.map((patient) => {
    const { id, weightKg: kg, weightMeasuredOn: measuredOn, priorToxinTolerance, handedness } = patient;
    return {
      ...identityOf(patient),
      weight: kg === null || measuredOn === null ? null : { kg, measuredOn },
      precautions: [...(codes.get(id) ?? [])],
      priorToxinTolerance: priorToxinTolerance ?? (toleratedBefore(tolerance.get(id)!, today) || null),
      handedness,
      openAlerts: alerts.get(id) ?? [],
    };
  });
}

function identityOf(patient: Patient): PatientView {
  const {
    searchText: _text,
    weightKg: _kg,
    weightMeasuredOn: _on,
    priorToxinTolerance: _tolerance,
    handedness: _hand,
    ...identity
  } = patient;
  return identity;
}
