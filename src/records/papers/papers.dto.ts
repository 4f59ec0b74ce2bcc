import type { PlainDate } from '../../clinical/calendar';
import { Lists } from '../../platform/http/validation';

export class PaperPartView {
  heading: string;
  lines: string[];
}

export class PaperClinicView {
  name: string | null;
  address: string | null;
  phone: string | null;
}

export class PaperPatientView {
  id: string;
  mrn: string;
  familyName: string;
  /** Null: the patient has one name only, the family name. */
  givenName: string | null;
  /** Null: nobody knows it. */
  birthDate: PlainDate | null;
}

/** A note or a letter from the record, in parts and as one text. */
export class PaperView {
  title: string;
  /** A session in it waits for a signature. */
  draft: boolean;
  clinic: PaperClinicView;
  patient: PaperPatientView;
  @Lists(() => PaperPartView) parts: readonly PaperPartView[];
  /** What one would look for and the record does not tell. */
  missing: string[];
  /** All of it, to be copied. Also what is answered to `Accept: text/plain`. */
  text: string;
}
