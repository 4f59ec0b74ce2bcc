import { ageOn, type PlainDate } from '../../../clinical/calendar';
import { dayText } from '../../../clinical/due/due-text';
import { slugWords } from '../../../clinical/words';
import type { Patient } from '../../../records/patients/patient.entity';

/** Who it is and how to reach them. */
export function IdentityFacts({ patient, today }: { readonly patient: Patient; readonly today: PlainDate }) {
  const { mrn, birthDate, sex, phone, email, payer, deceasedOn } = patient;
  return (
    <dl class="facts">
      <dt>Record number</dt>
      <dd>{mrn}</dd>
      <dt>Born on</dt>
      <dd>{birthDate ? bornWords(birthDate, deceasedOn ? null : today) : 'Not known'}</dd>
      <dt>Sex</dt>
      <dd>{slugWords(sex)}</dd>
      <dt>Telephone</dt>
      <dd>{phone ? <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a> : 'Not known'}</dd>
      <dt>E-mail</dt>
      <dd>{email ? <a href={`mailto:${email}`}>{email}</a> : 'Not known'}</dd>
      <dt>Insurer</dt>
      <dd>{payer ?? 'Not known'}</dd>
    </dl>
  );
}

/** With the age of whoever lives. */
function bornWords(birthDate: PlainDate, today: PlainDate | null): string {
  return `${dayText(birthDate)}${today ? `, ${ageOn(birthDate, today)} years old` : ''}`;
}
