import type { ContactChannel, ContactOutcome } from '../../../records/scheduling/contact.entity';

export const CHANNEL_WORDS: Readonly<Record<ContactChannel, string>> = {
  phone: 'Telephone',
  sms: 'Text message',
  email: 'E-mail',
  portal: 'Patient portal',
  letter: 'Letter',
  'in-person': 'In person',
};

/** What came of calling somebody. */
export const OUTCOME_WORDS: Readonly<Record<ContactOutcome, string>> = {
  agreed: 'Agreed to come',
  'call-later': 'Asked to be called later',
  'no-answer': 'No answer',
  declined: 'Does not want to come',
  moved: 'Has moved away',
  deceased: 'Has died',
};
