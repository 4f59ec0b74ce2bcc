import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** A patient with one course; what a spec leaves out is as good as any. */
export interface PatientFacts {
  /** Null: nobody knows it. */
  readonly birthDate?: string | null;
  readonly sex?: string;
  readonly indication?: string;
  readonly side?: string | null;
  readonly product?: string;
}

export interface SessionFacts {
  readonly rootId?: string;
  readonly replacesId?: string;
  /** The first version of the session that it completes or touches up. */
  readonly continuesId?: string;
  readonly performedOn: string;
  readonly product?: string;
  readonly units?: readonly number[];
  readonly lots?: readonly string[];
  readonly signed?: boolean;
}

export interface ResponseFacts {
  readonly onsetOn?: string | null;
  readonly woreOffOn?: string | null;
  readonly stillEffectiveOn?: string | null;
  readonly improvementPct?: number | null;
}

/** Stored facts for specs that only read: written as the tables take them, in a transaction that names its actor. */
export function treatedPatients(write: <T>(change: (tx: EntityManager) => Promise<T>) => Promise<T>) {
  async function aCourse(facts: PatientFacts = {}): Promise<{ patientId: string; courseId: string }> {
    const { birthDate = '1970-05-17', sex = 'female', indication = 'cervical_dystonia' } = facts;
    const [patientId, courseId] = [randomUUID(), randomUUID()];
    await write(async (tx) => {
      await tx.query(
        `insert into patient (id, mrn, family_name, given_name, birth_date, sex, phone, search_text)
          values ($1, $2, 'Muster', 'Erika', $3, $4, '+1 555 0100', ' muster erika')`,
        [patientId, `MRN-${patientId.slice(0, 8)}`, birthDate, sex],
      );
      await tx.query(
        `insert into course (id, patient_id, indication, side, planned_product) values ($1, $2, $3, $4, $5)`,
        [courseId, patientId, indication, facts.side ?? null, facts.product ?? 'ona'],
      );
    });
    return { patientId, courseId };
  }

  async function aSession(courseId: string, injectorId: string, facts: SessionFacts): Promise<string> {
    const { performedOn, product = 'ona', units = [100], lots = ['C1234'], signed = false } = facts;
    const id = randomUUID();
    await write(async (tx) => {
      await tx.query(
        `insert into injection_session (id, root_id, replaces_id, amend_reason, course_id, performed_on, product, injector_id, note, continues_id)
          values ($1, $2, $3, $4, $5, $6, $7, $8, 'a note of the session', $9)`,
        [
          id,
          facts.rootId ?? id,
          facts.replacesId ?? null,
          facts.replacesId ? 'wrong dose' : null,
          courseId,
          performedOn,
          product,
          injectorId,
          facts.continuesId ?? null,
        ],
      );
      await tx.query(
        `insert into injection (session_id, position, muscle, side, units, sites)
          select $1, n - 1, 'splenius_capitis', (array['left', 'right', 'bilateral', 'midline'])[n], units, 2
          from unnest($2::numeric[]) with ordinality as given (units, n)`,
        [id, units],
      );
      await tx.query(
        `insert into session_vial (session_id, position, lot_number, expires_on, vial_units)
          select $1, n - 1, lot, '2030-01-31', 100 from unnest($2::text[]) with ordinality as given (lot, n)`,
        [id, lots],
      );
      if (signed)
        await tx.query(
          'update injection_session set signed_at = now(), signed_by = $2, signed_version = 1 where id = $1',
          [id, injectorId],
        );
    });
    return id;
  }

  function aResponse(sessionId: string, facts: ResponseFacts): Promise<void> {
    const { onsetOn = null, woreOffOn = null, stillEffectiveOn = null, improvementPct = null } = facts;
    return write(async (tx) => {
      await tx.query(
        `insert into response (session_id, onset_on, wore_off_on, still_effective_on, improvement_pct, note)
          values ($1, $2, $3, $4, $5, 'a note of the response')`,
        [sessionId, onsetOn, woreOffOn, stillEffectiveOn, improvementPct],
      );
    });
  }

  function anAdverseEvent(sessionId: string, onsetOn: string, kind = 'ptosis'): Promise<void> {
    return write(async (tx) => {
      await tx.query(
        `insert into adverse_event (id, session_id, kind, onset_on, severity, serious, note)
          values ($1, $2, $3, $4, 'mild', false, 'a note of the event')`,
        [randomUUID(), sessionId, kind, onsetOn],
      );
    });
  }

  return { aCourse, aSession, aResponse, anAdverseEvent };
}
