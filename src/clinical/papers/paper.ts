import { capitalised } from '../words';
import type { PlainDate } from '../calendar';
import { bornText, personName, type Named } from '../person-name';

export interface PaperPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Who writes; what the clinic has not set is absent. */
export interface Letterhead {
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

export interface PaperPatient extends Named {
  /** Null: not known. */
  readonly birthDate: PlainDate | null;
  readonly mrn: string;
}

/** A note or a letter: the same words in parts and as one text. */
export interface Paper {
  readonly title: string;
  /** A session in it waits for a signature. */
  readonly draft: boolean;
  readonly parts: readonly PaperPart[];
  /** What the record does not tell and one would look for. */
  readonly missing: readonly string[];
  readonly text: string;
}

interface Written {
  readonly title: string;
  readonly draft: boolean;
  readonly clinic: Letterhead;
  readonly patient: PaperPatient;
  /** A part without lines is left out. */
  readonly parts: readonly PaperPart[];
  readonly missing: readonly string[];
  /** What is missing stands before everything else. */
  readonly missingFirst?: boolean;
}

/** Who gave it, whether they signed and where, stands in the other record. */
export const TAKEN_OVER = 'Taken over from another record; nobody signed it here.';

/** What is not signed says DRAFT before anything else; what is not on record is named in the end, or first. */
export function paperOf({ title, draft, clinic, patient, parts, missing, missingFirst }: Written): Paper {
  const absent: PaperPart = {
    heading: 'Not on record',
    lines: missing.length > 0 ? [`${capitalised(missing.join(', '))}.`] : [],
  };
  const told: PaperPart[] = [{ heading: 'Patient', lines: [patientLine(patient)] }, ...parts];
  const all = (
    missingFirst
      ? [{ ...absent, lines: missing.map((what) => `${capitalised(what)}.`) }, ...told]
      : [...told, absent]
  ).filter(({ lines }) => lines.length > 0);
  const shownTitle = draft ? `DRAFT, not signed: ${title}` : title;
  const blocks = [
    letterheadLines(clinic),
    [shownTitle],
    ...all.map(({ heading, lines }) => [heading, ...lines]),
  ].filter((lines) => lines.length > 0);
  const text = `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  return { title: shownTitle, draft, parts: all, missing, text };
}

export function letterheadLines({ name, address, phone }: Letterhead): string[] {
  return [name, ...(address?.split('\n') ?? []), phone && `Telephone ${phone}`].filter(
    (line): line is string => !!line,
  );
}

export function patientLine(patient: PaperPatient): string {
  const { birthDate, mrn } = patient;
  return `${personName(patient)}, ${bornText(birthDate)}, record ${mrn}`;
}
