import { parseMessage } from './read-message';
import { readPatient, type ToldPatient } from './read-patient';
import { Refusal } from './refusal';

function told(fields: Readonly<Record<number, string>>): ToldPatient {
  const pid = Array.from({ length: 31 }, (_, field) => (field === 0 ? 'PID' : (fields[field] ?? '')));
  return readPatient(parseMessage(`MSH|^~\\&|HIS|GEN|||20261127||ADT^A08|1|P|2.5\r${pid.join('|')}\r`));
}

it.each`
  identifiers                      | mrn            | why
  ${'MR-1'}                        | ${'MR-1'}      | ${'the only one'}
  ${'MR-1^^^GEN^MR'}               | ${'MR-1'}      | ${'a record number'}
  ${'999^^^SSA^SS~MR-1^^^GEN^MR'}  | ${'MR-1'}      | ${'the record number among others'}
  ${'MR-1^^^GEN^mr'}               | ${'MR-1'}      | ${'in small letters'}
  ${'MR-1^^^GEN^MR~MR-1^^^OLD^MR'} | ${'MR-1'}      | ${'the same twice'}
  ${'A\\T\\B'}                     | ${'A&B'}       | ${'an escape'}
  ${''}                            | ${'101 PID-3'} | ${'none'}
  ${'^^^GEN^MR'}                   | ${'101 PID-3'} | ${'an empty one'}
  ${'""'}                          | ${'101 PID-3'} | ${'one that is taken back'}
  ${'1^^^GEN^PI~2^^^GEN^AN'}       | ${'102 PID-3'} | ${'two, none of them marked'}
  ${'1^^^GEN^MR~2^^^OTHER^MR'}     | ${'102 PID-3'} | ${'two record numbers'}
`('PID-3 $identifiers: $why', ({ identifiers, mrn }: { identifiers: string; mrn: string }) => {
  expect(tried(() => told({ 3: identifiers }).mrn)).toBe(mrn);
});

it.each`
  field | value                                  | facts                                                 | why
  ${5}  | ${'Uxtester^Nora'}                     | ${{ familyName: 'Uxtester', givenName: 'Nora' }}      | ${'a name'}
  ${5}  | ${'Uxtester&van&Uxtester^Nora^M^Jr'}   | ${{ familyName: 'Uxtester', givenName: 'Nora' }}      | ${'with all its parts'}
  ${5}  | ${'Alias^N^^^^^A~Uxtester^Nora^^^^^L'} | ${{ familyName: 'Uxtester', givenName: 'Nora' }}      | ${'the legal one'}
  ${5}  | ${'Sukarno'}                           | ${{ familyName: 'Sukarno' }}                          | ${'one name only'}
  ${5}  | ${'Sukarno^""'}                        | ${{ familyName: 'Sukarno', givenName: null }}         | ${'and said so'}
  ${5}  | ${'O\\F\\Neil^A'}                      | ${{ familyName: 'O|Neil', givenName: 'A' }}           | ${'an escape'}
  ${5}  | ${'M\\XC3BC\\ller^A'}                  | ${{ familyName: 'Müller', givenName: 'A' }}           | ${'bytes as an escape'}
  ${7}  | ${'19700517'}                          | ${{ birthDate: '1970-05-17' }}                        | ${'a day'}
  ${7}  | ${'197005170815'}                      | ${{ birthDate: '1970-05-17' }}                        | ${'with its minute'}
  ${7}  | ${'1970'}                              | ${{}}                                                 | ${'a year is no day'}
  ${7}  | ${'19700230'}                          | ${'102 PID-7'}                                        | ${'no such day'}
  ${8}  | ${'F'}                                 | ${{ sex: 'female' }}                                  | ${'table 0001'}
  ${8}  | ${'m'}                                 | ${{ sex: 'male' }}                                    | ${'in small letters'}
  ${8}  | ${'A'}                                 | ${{ sex: 'other' }}                                   | ${'ambiguous'}
  ${8}  | ${'constructor'}                       | ${{ sex: 'unknown' }}                                 | ${'no code of the table'}
  ${13} | ${'(212)555-0140'}                     | ${{ phone: '(212)555-0140' }}                         | ${'a number'}
  ${13} | ${'(212)555-0140X12C CALL LATE'}       | ${{ phone: '(212)555-0140x12' }}                      | ${'with words behind it'}
  ${13} | ${'^PRN^PH^^1^212^5550140^12'}         | ${{ phone: '+1 212 5550140 x12' }}                    | ${'in parts'}
  ${13} | ${'^PRN^FX^^1^212^5550140'}            | ${{}}                                                 | ${'a fax'}
  ${13} | ${'unlisted'}                          | ${{}}                                                 | ${'no number'}
  ${13} | ${'""'}                                | ${{ phone: null }}                                    | ${'taken back'}
  ${13} | ${'^NET^Internet^nora@clinic.example'} | ${{ email: 'nora@clinic.example' }}                   | ${'an e-mail address'}
  ${13} | ${'212 555 0140~^NET^^nora@c.example'} | ${{ phone: '212 555 0140', email: 'nora@c.example' }} | ${'both'}
  ${13} | ${'nora@clinic'}                       | ${{}}                                                 | ${'no address'}
  ${14} | ${'212 555 0199'}                      | ${{ phone: '212 555 0199' }}                          | ${'at work'}
  ${29} | ${'20261120'}                          | ${{ deceasedOn: '2026-11-20' }}                       | ${'a death'}
  ${29} | ${'""'}                                | ${{ deceasedOn: null }}                               | ${'taken back'}
  ${29} | ${'20261131'}                          | ${'102 PID-29'}                                       | ${'no such day'}
`('PID-$field $value: $why', ({ field, value, facts }: { field: number; value: string; facts: unknown }) => {
  expect(tried(() => told({ 3: 'MR-1', [field]: value }).facts)).toEqual(facts);
});

it.each`
  date          | indicator | some     | why
  ${''}         | ${'Y'}    | ${true}  | ${'died, and nobody says when'}
  ${'2026'}     | ${'Y'}    | ${true}  | ${'a year is no day'}
  ${'20261120'} | ${'Y'}    | ${false} | ${'the day is known'}
  ${'20261120'} | ${''}     | ${false} | ${'the day is enough'}
  ${''}         | ${'N'}    | ${false} | ${'lives'}
  ${''}         | ${''}     | ${false} | ${'nothing is said'}
`('PID-29 $date, PID-30 $indicator: $why', ({ date, indicator, some }) => {
  expect(told({ 3: 'MR-1', 29: date, 30: indicator }).diedSomeDay).toBe(some);
});

it('says what it left out', () => {
  expect(told({ 3: 'MR-1', 7: '1970', 13: 'unlisted~nora@clinic' }).notes).toEqual([
    'PID-7 names no day: the birth date is left out',
    'PID-13 names no e-mail address that exists: it is left out',
    'PID-13 holds no telephone number that can be dialled: it is left out',
  ]);
});

it('takes a message without PID for one that was cut off', () => {
  expect(() =>
    readPatient(parseMessage('MSH|^~\\&|HIS|GEN|||20261127||ADT^A01|1|P|2.5\rEVN||20261127\r')),
  ).toThrow('cut off');
});

function tried(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return `${error.number} ${error.place}`;
    throw error;
  }
}
