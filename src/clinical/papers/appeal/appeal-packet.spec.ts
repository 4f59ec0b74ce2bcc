import { appealPacket } from './appeal-packet';
import type { PacketFacts, PacketSession } from './packet-facts';

const MEYER = { name: 'Ana Meyer, MD', hasCredentials: true };
const session = (
  performedOn: PacketSession['performedOn'],
  more: Partial<PacketSession> = {},
): PacketSession => ({
  performedOn,
  product: 'ona',
  totalUnits: 155,
  injections: [
    { muscle: 'splenius_capitis', side: 'right', units: 155, sites: 3, volumeMl: null, guidance: 'emg' },
  ],
  vials: [
    {
      lotNumber: 'C1',
      expiresOn: '2027-12-31',
      vialUnits: 200,
      madeUp: null,
      diluentMl: 2,
      unitsDiscarded: 45,
    },
  ],
  continuesOn: null,
  injector: MEYER,
  signed: { ...MEYER, at: '4 May 2026, 14:30' },
  takenOver: false,
  ...more,
});

const treated = (performedOn: PacketSession['performedOn'], before: number, peak: number) => ({
  performedOn,
  product: 'ona' as const,
  totalUnits: 155,
  response: {
    improvementPct: 60,
    measurements: [
      { scale: 'twstrs_total', phase: 'cycle-start' as const, value: before },
      { scale: 'twstrs_total', phase: 'peak' as const, value: peak },
    ],
  },
});

const FACTS: PacketFacts = {
  clinic: { name: 'Toxin clinic', address: null, phone: null },
  patient: { familyName: 'Whitfield', givenName: 'Ann', birthDate: '1964-06-14', mrn: 'B-1044' },
  payer: 'Aetna',
  course: {
    indication: 'cervical_dystonia',
    side: null,
    etiology: null,
    diagnosisCode: 'G24.3',
    plannedProduct: 'ona',
    endedOn: null,
    deceasedOn: null,
    holds: [],
    forecast: null,
    booked: null,
  },
  from: '2026-08-03',
  to: '2026-11-23',
  sessions: [session('2026-08-03')],
  treatments: [treated('2026-05-04', 42, 21), treated('2026-08-03', 40, 20)],
  events: [
    { kind: 'dysphagia', severity: 'mild', serious: false, onsetOn: '2026-08-10', resolvedOn: '2026-08-20' },
  ],
  guidanceReason: 'Deep muscles behind the great vessels.',
  next: {
    indication: 'cervical_dystonia',
    product: 'ona',
    last: { product: 'ona', totalUnits: 155 },
    injections: session('2026-08-03').injections,
    forecast: { earliestOn: '2026-10-26', dueOn: '2026-11-02', lastOnTimeOn: '2026-11-29' },
    booked: null,
  },
  tried: ['Trihexyphenidyl 2024, no effect.', '500 U Dysport on 7 Jan 2025, given by Dr. Lee.'],
  demands: [
    { code: 'diagnosis', text: 'A diagnosis code that fits the course.', evidence: 'Told above.' },
    {
      code: 'improvement',
      text: 'At least 50 % improvement.',
      evidence: 'Session of 3 Aug 2026: rated 60 % better.',
    },
    { code: 'benefit', text: 'Benefit for at least 8 weeks.', evidence: null },
  ],
  lacks: [],
};

it('tells a reviewer what was given, why, with what and what came of it', () => {
  expect(appealPacket(FACTS).text).toBe(`Toxin clinic

Botulinum toxin treatment, 3 Aug 2026 to 23 Nov 2026

Patient
Ann Whitfield, born 14 Jun 1964, record B-1044

Insurer
Aetna

Diagnosis
Cervical dystonia (G24.3: spasmodic torticollis).

Product
Botox (onabotulinumtoxinA). Treated here since 4 May 2026, 2 treatments until 23 Nov 2026.

Requested next
Botox (onabotulinumtoxinA), 155 U Botox as at the last session.
155 billing units of J0585 and 45 of J0585-JW for what is thrown away, from a vial of 200 U Botox.
Procedures as at the last session: 64616-RT, 95874.
Due on 2 Nov 2026, not before 26 Oct 2026, on time until 29 Nov 2026.

Tried before
Trihexyphenidyl 2024, no effect.
500 U Dysport on 7 Jan 2025, given by Dr. Lee.

What Aetna asks for
At least 50 % improvement. Session of 3 Aug 2026: rated 60 % better.

Session of 3 Aug 2026
Botox (onabotulinumtoxinA), 155 U Botox in all, 13 weeks after the session before.
Splenius capitis right: 155 U Botox, 3 sites, under EMG
Lot C1, expires 31 Dec 2027: vial of 200 U Botox in 2 mL (10 U Botox in 0.1 mL), 45 U Botox discarded
Injected by Ana Meyer, MD.
Signed by Ana Meyer, MD, 4 May 2026, 14:30.

Why guidance is needed
Deep muscles behind the great vessels.

Effect of the last two treatments
Response to the session of 4 May 2026 (155 U Botox): 60 % improvement.
TWSTRS total: 42 at the start of the cycle, 21 at the peak: better by 21 (50 %).
Response to the session of 3 Aug 2026 (155 U Botox): 60 % improvement.
TWSTRS total: 40 at the start of the cycle, 20 at the peak: better by 20 (50 %).

Side effects
Dysphagia, mild, from 10 Aug 2026, resolved 20 Aug 2026.
`);
  expect(appealPacket(FACTS).missing).toEqual([]);
});

const OF = ' (session of 3 Aug 2026)';
const given = (more: Partial<PacketSession>) => ({ sessions: [session('2026-08-03', more)] });
const [before, last] = FACTS.treatments;
const rated = { improvementPct: 60 };
const [start, peak] = last!.response!.measurements!;
const after = (response: object | undefined) => ({ treatments: [before, { ...last, response }] });
const NO_SCALE = 'one scale both before and after the session of 3 Aug 2026';

it.each`
  more                                                                      | missing
  ${{ clinic: { ...FACTS.clinic, name: null } }}                            | ${['name of the clinic']}
  ${{ payer: null }}                                                        | ${['insurer']}
  ${{ course: { ...FACTS.course, diagnosisCode: null } }}                   | ${['diagnosis code']}
  ${{ tried: [] }}                                                          | ${['what was tried before, with days and outcome']}
  ${{ lacks: ['insurer'] }}                                                 | ${['insurer']}
  ${{ payer: null, lacks: ['insurer'] }}                                    | ${['insurer']}
  ${{ sessions: [] }}                                                       | ${['a session between 3 Aug 2026 and 23 Nov 2026']}
  ${given({ vials: [] })}                                                   | ${[`lot, expiry, dilution and waste of the vials${OF}`]}
  ${given({ signed: null })}                                                | ${[`signature${OF}`]}
  ${given({ signed: null, takenOver: true })}                               | ${[`signature, which the other record has${OF}`]}
  ${given({ injector: { name: 'Ana', hasCredentials: false } })}            | ${['credentials of Ana']}
  ${{ guidanceReason: null }}                                               | ${['reason for injecting under EMG']}
  ${{ next: { ...FACTS.next, last: { product: 'abo', totalUnits: 500 } } }} | ${['dose of the next session']}
  ${{ next: { ...FACTS.next, last: undefined } }}                           | ${['dose of the next session']}
  ${{ next: null }}                                                         | ${[]}
  ${after(undefined)}                                                       | ${['effect of the session of 3 Aug 2026', NO_SCALE]}
  ${after(rated)}                                                           | ${[NO_SCALE]}
  ${after({ measurements: [peak] })}                                        | ${[NO_SCALE]}
  ${after({ measurements: [start] })}                                       | ${['effect of the session of 3 Aug 2026', NO_SCALE]}
  ${after({ measurements: [start, peak] })}                                 | ${[]}
`('says first that $missing is missing', ({ more, missing }) => {
  const packet = appealPacket({ ...FACTS, ...more });
  expect(packet.missing).toEqual(missing);
  const first = packet.parts[0]!;
  expect(first.heading).toBe(missing.length > 0 ? 'Not on record' : 'Patient');
});

it('is a draft while one of its sessions waits for a signature, and says of a part what it continues', () => {
  const part = session('2026-08-17', { signed: null, continuesOn: '2026-08-03' });
  const packet = appealPacket({ ...FACTS, sessions: [session('2026-08-03'), part] });
  expect(packet).toMatchObject({ draft: true, title: expect.stringContaining('DRAFT, not signed') });
  expect(packet.text).toContain('155 U Botox in all; it continues the session of 3 Aug 2026.');
});

it('is no draft for a session that was taken over from another record, and says where it is from', () => {
  const packet = appealPacket({
    ...FACTS,
    sessions: [session('2026-08-03', { signed: null, takenOver: true })],
  });
  expect(packet.draft).toBe(false);
  expect(packet.text).toContain('Taken over from another record; nobody signed it here.');
});

it('of a course without a session tells what is planned, and of side effects nothing', () => {
  const packet = appealPacket({ ...FACTS, sessions: [], treatments: [], events: [] });
  expect(packet.text).toContain('Product\nPlanned with Botox (onabotulinumtoxinA).');
  expect(packet.text).not.toContain('Side effects');
  expect(packet.text).not.toContain('Effect of the last');
});

it('says once what is so of two vials', () => {
  const [vial] = session('2026-08-03').vials;
  const other = { ...vial!, unitsDiscarded: 0 };
  const { text } = appealPacket({
    ...FACTS,
    sessions: [session('2026-08-03', { vials: [vial!, other, vial!] })],
  });
  expect(text).toContain('45 U Botox discarded (2 vials, each so)\nLot C1');
  expect(text).toContain('nothing discarded\nInjected by');
});

it('of a scale that the payer asks for points to where it is told', () => {
  const scales = { code: 'scales', text: 'A scale taken before treatment and after it.', evidence: 'TWSTRS' };
  const { text } = appealPacket({ ...FACTS, demands: [scales] });
  expect(text).toContain(`${scales.text} See the effect of the last two treatments.`);
});

it('tells of the last two treatments alone', () => {
  const treatments = [treated('2026-02-02', 50, 30), ...FACTS.treatments];
  const { text } = appealPacket({ ...FACTS, treatments });
  expect(text).not.toContain('Response to the session of 2 Feb 2026');
});

it('tells no reason where nothing was looked for, and asks for that of every method once', () => {
  const by = (...guidance: (string | null)[]) => ({
    guidanceReason: null,
    sessions: guidance.map((one, i) =>
      session(`2026-08-0${i + 3}` as '2026-08-03', {
        injections: [{ ...session('2026-08-03').injections[0]!, guidance: one as 'emg' }],
      }),
    ),
  });
  const reasons = (facts: object): string[] =>
    appealPacket({ ...FACTS, ...facts }).missing.filter((what) => what.startsWith('reason'));
  expect(reasons(by('palpation', 'none'))).toEqual([]);
  expect(reasons(by('ultrasound', 'emg', 'ultrasound'))).toEqual([
    'reason for injecting under EMG and under ultrasound',
  ]);
  const quiet = { ...FACTS, ...by('palpation'), guidanceReason: 'Deep muscles.' };
  expect(appealPacket(quiet).text).not.toContain('Why guidance');
});
