import { dayText } from '../../../clinical/due/due-text';
import type { PrecautionKind } from '../../../clinical/precautions/precaution-rows';
import { slugWords } from '../../../clinical/words';
import type { Clinic } from '../../../platform/clinic';
import type { PatientCare } from '../../../records/patients/care/patient-care.query';
import type { Patient } from '../../../records/patients/patient.entity';
import { CLASSES } from '../../shared/classes';
import { shortDay } from '../../shared/day-text';
import { careWords } from './banner-words';
import { bornText, listedName } from '../../../clinical/person-name';

export interface PatientBannerProps {
  readonly patient: Patient;
  readonly clinic: Pick<Clinic, 'today' | 'rules'>;
  /** Absent for whoever may not see it. */
  readonly care?: PatientCare;
  /** On the page of the patient itself the name leads nowhere. */
  readonly atHome?: boolean;
}

const SIGNS: Readonly<Record<PrecautionKind, string>> = {
  allergy: '⛔',
  contraindication: '⛔',
  care: '⚠',
  fact: '',
};

/** Who this is, and what to know before a needle: the same on every page about a patient, on paper too. */
export function PatientBanner({ patient, clinic, care, atHome }: PatientBannerProps) {
  const { id, birthDate, mrn, deceasedOn } = patient;
  return (
    <section class="patient-banner" aria-label="Patient">
      <p class="patient-banner-who">
        {atHome ? <b>{listedName(patient)}</b> : <a href={`/patients/${id}`}>{listedName(patient)}</a>}
        <span>{bornText(birthDate, deceasedOn ?? clinic.today)}</span>
        <span>{`record ${mrn}`}</span>
        {deceasedOn && <span class="badge">{`Died on ${dayText(deceasedOn)}`}</span>}
      </p>
      {care && <CareList care={care} clinic={clinic} />}
    </section>
  );
}

interface CareProps {
  readonly care: PatientCare;
  readonly clinic: Pick<Clinic, 'today' | 'rules'>;
}

/** Allergies, alerts and what speaks against a toxin before what asks for care: words and a sign, the colour only helps. */
export function CareList({ care, clinic: { today, rules } }: CareProps) {
  const words = careWords(care.precautions, today, rules);
  const allergies = words.filter(({ kind }) => kind === 'allergy');
  const others = words.filter(({ kind }) => kind !== 'allergy');
  const nothing = words.length + care.alerts.length + care.holds.length === 0;
  if (nothing) return <p class="muted">No precautions recorded.</p>;
  return (
    <ul class="patient-banner-care" aria-label="Precautions and alerts">
      {allergies.map(({ kind, text }) => (
        <Chip key={text} kind={kind} text={text} />
      ))}
      {care.alerts.map(({ adverseEventId, courseId, kind, onsetOn }) => (
        <Chip
          key={adverseEventId}
          kind="contraindication"
          text={`Alert: ${slugWords(kind)} since ${shortDay(onsetOn, today)}`}
          href={`/courses/${courseId}`}
        />
      ))}
      {care.holds.map(({ id, untilOn, reason }) => (
        <Chip
          key={id}
          kind="contraindication"
          text={`On hold until ${shortDay(untilOn, today)}: ${reason}`}
        />
      ))}
      {others.map(({ kind, text }) => (
        <Chip key={text} kind={kind} text={text} />
      ))}
    </ul>
  );
}

interface ChipProps {
  readonly kind: PrecautionKind;
  readonly text: string;
  readonly href?: string;
}

function Chip({ kind, text, href }: ChipProps) {
  return (
    <li class={CLASSES.care[kind]}>
      <span aria-hidden="true">{SIGNS[kind]}</span> {href ? <a href={href}>{text}</a> : text}
    </li>
  );
}
