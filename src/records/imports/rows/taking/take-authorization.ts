import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import { PriorAuthorization } from '../../../authorizations/authorization.entity';
import { insertAuthorization } from '../../../authorizations/insert-authorization';
import { differing } from '../differing';
import { patientOf } from '../known-patients';
import { ImportedAuthorizationDto } from '../imported-rows.dto';
import { takeEach } from './take-each';
import { refusedFor, type Taker } from './taken';

const COMPARED = ['payer', 'startsOn', 'endsOn', 'billingUnitsApproved', 'sessionsApproved', 'note'] as const;

/** A row of a file as a prior authorization. Its number, product and indication tell it from others of the patient. */
export const AUTHORIZATIONS: Taker<ImportedAuthorizationDto> = {
  dto: ImportedAuthorizationDto,
  take: takeEach(async (tx, [{ mrn, ...authorization }], { patients }) => {
    const { id: patientId } = patientOf(patients, mrn);
    const { number, product, indication } = authorization;
    const standing = await tx.findOneBy(PriorAuthorization, {
      patientId,
      number,
      product,
      indication: indication ?? IsNull(),
    });
    if (!standing) {
      await insertAuthorization(tx, { ...authorization, id: randomUUID(), patientId });
      return { outcome: 'new', notes: [], changedPatientId: patientId };
    }
    const fields = differing(COMPARED, authorization, standing);
    if (fields.length === 0) return { outcome: 'same' };
    return refusedFor(
      fields,
      patientId,
      (field) =>
        `The authorization ${number} is on record with another ${field}. Correct it there, or this cell`,
    );
  }),
};
