import { outcomeOfAnswer } from '../clinical/asking/patient-answer';
import { DIAGNOSIS_CODES } from '../clinical/catalogue/codes/billing-codes';
import { ageOn, dayIn, daysBetween, type PlainDate, weekdayOf } from '../clinical/calendar';
import { INDICATION_SLUGS, INDICATIONS } from '../clinical/catalogue/indications';
import { scaleOf, scaleValue, scaleValueOfText } from '../clinical/catalogue/scales';
import { TOXIN_PRODUCTS } from '../clinical/units';
import { ruleValues } from '../clinical/rules';
import { refuseUnfitAnswer } from '../records/patient-answers/answer-shape';
import { refuseUnfitResponse } from '../records/responses/response-shape';
import { demoClinic } from './demo-clinic';
import type { DemoClinic } from './rows/rows';

const ZONE = 'America/New_York';
const TODAY: PlainDate = '2026-11-23';

describe('the demo clinic as it is made up', () => {
  const clinic = demoClinic(TODAY, ZONE);
  const shown = relativeTo(TODAY, ZONE, clinic);

  it('is a small clinic', () => {
    expect(clinic.patients.length).toBeGreaterThanOrEqual(40);
    expect(clinic.courses.length).toBeGreaterThanOrEqual(48);
    expect(clinic.sessions.length).toBeGreaterThanOrEqual(250);
    expect(clinic.users.map(({ username }) => username)).toEqual([
      'neurologist',
      'scheduler',
      'reporting',
      'admin',
    ]);
  });

  it.each`
    today           | zone                  | why
    ${'2026-11-24'} | ${ZONE}               | ${'the day after'}
    ${'2028-02-29'} | ${ZONE}               | ${'a leap day'}
    ${'2026-03-08'} | ${ZONE}               | ${'the clock goes forward'}
    ${'2026-11-01'} | ${ZONE}               | ${'the clock goes back'}
    ${'2027-01-01'} | ${'Asia/Kolkata'}     | ${'New Year, another zone'}
    ${'2026-11-23'} | ${'Pacific/Auckland'} | ${'a zone far ahead of UTC'}
  `(
    'is the same relative to $today in $zone: $why',
    ({ today, zone }: { today: PlainDate; zone: string }) => {
      const other = demoClinic(today, zone);
      expect(relativeTo(today, zone, other)).toBe(shown);
      expect(other.courses.map(({ id }) => id)).toEqual(clinic.courses.map(({ id }) => id));
    },
  );

  it('no id and no record number stands twice', () => {
    const { patients, courses, sessions, appointments, contacts, adverseEvents, authorizations } = clinic;
    const rows = [
      patients,
      courses,
      sessions.map(({ session }) => session),
      appointments,
      contacts,
      adverseEvents,
    ];
    const ids = [...rows.flat(), ...authorizations].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(patients.map(({ mrn }) => mrn)).size).toBe(patients.length);
    expect(patients.every(({ phone }) => /^\+1 212 555 01\d\d$/.test(phone ?? ''))).toBe(true);
  });

  it('every indication and product appears, hemifacial spasm on either side', () => {
    expect(new Set(clinic.courses.map(({ indication }) => indication))).toEqual(new Set(INDICATION_SLUGS));
    expect(new Set(clinic.sessions.map(({ session }) => session.product))).toEqual(new Set(TOXIN_PRODUCTS));
    const sides = clinic.courses
      .filter(({ indication }) => indication === 'hemifacial_spasm')
      .map(({ side }) => side);
    expect(new Set(sides)).toEqual(new Set(['left', 'right']));
  });

  it('courses have the side, the cause and a code of their indication', () => {
    const unfit = clinic.courses.filter(({ indication, side, etiology, diagnosisCode }) => {
      const asked = INDICATIONS[indication];
      const codes = DIAGNOSIS_CODES[indication].flatMap((group) => group.codes);
      const sideFits = asked.side === 'optional' || (asked.side === 'required') === (side !== null);
      return (
        !sideFits ||
        (asked.etiology === 'required') !== (etiology !== null) ||
        !codes.includes(diagnosisCode!)
      );
    });
    expect(unfit).toEqual([]);
  });

  it('holds what a clinic has to deal with', () => {
    const { sessions, courses, patients, holds, contacts, appointments, adverseEvents } = clinic;
    const states = sessions.map(({ session }) => session);
    expect(states.filter(({ signedAt }) => signedAt === null).length).toBeGreaterThanOrEqual(2);
    expect(states.filter(({ replacesId }) => replacesId !== null).length).toBeGreaterThanOrEqual(2);
    expect(states.filter(({ voidedAt }) => voidedAt !== null).length).toBe(1);
    expect(courses.filter(({ endedOn }) => endedOn !== null).length).toBeGreaterThanOrEqual(2);
    expect(patients.filter(({ deceasedOn }) => deceasedOn !== null).length).toBe(1);
    expect(
      patients.filter(({ birthDate }) => ageOn(birthDate!, TODAY) < 18).map(({ weightKg }) => weightKg),
    ).toEqual([27.5, 22]);
    expect(holds.filter(({ untilOn, liftedAt }) => untilOn > TODAY && liftedAt === null).length).toBe(2);
    expect(
      contacts.filter(({ snoozeUntilOn }) => snoozeUntilOn && snoozeUntilOn > TODAY).length,
    ).toBeGreaterThanOrEqual(2);
    const outcomes = ['agreed', 'call-later', 'no-answer', 'declined', 'moved', 'deceased'];
    expect(new Set(contacts.map(({ outcome }) => outcome))).toEqual(new Set(outcomes));
    const visits = ['booked', 'attended', 'no-show', 'cancelled'];
    expect(new Set(appointments.map(({ status }) => status))).toEqual(new Set(visits));
    expect(adverseEvents.some(({ resolvedOn }) => resolvedOn === null)).toBe(true);
    const perPatient = patients.map(({ id }) => courses.filter(({ patientId }) => patientId === id).length);
    expect(perPatient.filter((count) => count > 1).length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...perPatient)).toBe(1);
  });

  it('no session met a stop, and each confirmation has its reason', () => {
    const findings = clinic.sessions.flatMap(({ session }) => session.findings);
    expect(findings.filter(({ severity }) => severity === 'stop')).toEqual([]);
    expect(findings.filter(({ severity, reason }) => severity === 'confirm' && !reason)).toEqual([]);
    expect(findings.some(({ severity }) => severity === 'confirm')).toBe(true);
  });

  it('no session is asked about for its doses: what is ordinary raises nothing', () => {
    const raised = new Set(
      clinic.sessions.flatMap(({ session }) => session.findings.map(({ code }) => code)),
    );
    const ofDoses = ['S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S19', 'S23', 'S24', 'S28'] as const;
    expect(ofDoses.filter((code) => raised.has(code))).toEqual([]);
  });

  it('an ordinary session of a known patient raises nothing, and what is raised has its cause', () => {
    const raised: Record<string, number> = {};
    for (const { session } of clinic.sessions)
      for (const { code, severity } of session.findings)
        raised[`${code} ${severity}`] = (raised[`${code} ${severity}`] ?? 0) + 1;
    expect(raised).toEqual({
      // One visit entered twice; the second entry is voided.
      'S02 confirm': 1,
      // The first sessions of four courses that go on beside another product.
      'S09 confirm': 4,
      // Three patients on an anticoagulant, each told of once.
      'S17 note': 3,
      // The first session in both sternocleidomastoids.
      'S18 confirm': 1,
      // Two sessions that were entered with left and right exchanged, and amended.
      'S25 confirm': 2,
      // After a severe dysphagia and a ptosis that limited the dose.
      'S27 confirm': 2,
    });
    const free = clinic.sessions.filter(({ session }) => session.findings.length === 0);
    expect(free.length / clinic.sessions.length).toBeGreaterThan(0.94);
  });

  it('responses have the days and values that the service accepts', () => {
    const days = new Map(clinic.sessions.map(({ session }) => [session.rootId, session.performedOn]));
    for (const { response: row, measurements } of clinic.responses) {
      const { answerId: _answerId, ...response } = row;
      const dto = measurements.map((measurement) => ({
        ...measurement,
        value: scaleValueOfText(measurement.scale, measurement.value),
      }));
      refuseUnfitResponse(response, { ...response, measurements: dto }, days.get(response.sessionId)!, TODAY);
      for (const { scale, value, phase } of dto) {
        expect(scaleValue(scale, value)).toBe(value);
        expect(scaleOf(scale).phases).toContain(phase);
      }
    }
  });

  it('patients were asked on the telephone and on the tablet, and what was confirmed stands in the response', () => {
    const { patientAnswers, responses, sessions } = clinic;
    const said = patientAnswers.map(({ channel, stillEffective, outcome }) => [
      channel,
      stillEffective ? 'still working' : 'wore off',
      outcome,
    ]);
    expect(said).toHaveLength(3);
    expect(said).toEqual(
      expect.arrayContaining([
        ['telephone', 'still working', null],
        ['telephone', 'wore off', 'confirmed'],
        ['tablet', 'still working', null],
      ]),
    );
    for (const answer of patientAnswers) {
      const { performedOn } = sessions.find(({ session }) => session.rootId === answer.sessionId)!.session;
      refuseUnfitAnswer(answer, { performedOn, answeredOn: answer.answeredOn, today: TODAY });
      const { response } = responses.find((known) => known.response.sessionId === answer.sessionId)!;
      expect(response.answerId).toBe(answer.outcome && answer.id);
      const both = { before: {}, now: response };
      if (answer.outcome) expect(outcomeOfAnswer(answer, both, performedOn, ruleValues())).toBe('confirmed');
      if (!answer.stillEffective) expect(answer.woreOffOn).not.toBeNull();
    }
  });

  it('nothing but appointments, holds, snoozes and authorizations lies ahead', () => {
    const past = [
      ...clinic.sessions.map(({ session }) => session.performedOn),
      ...clinic.adverseEvents.flatMap(({ onsetOn, resolvedOn }) => [onsetOn, resolvedOn ?? onsetOn]),
      ...clinic.contacts.map(({ at }) => dayIn(ZONE, at)),
      ...clinic.patientAnswers.map(({ answeredOn }) => answeredOn),
      ...clinic.appointments
        .filter(({ status }) => status !== 'booked')
        .map(({ startsAt }) => dayIn(ZONE, startsAt)),
    ];
    expect(past.filter((day) => day >= TODAY)).toEqual([]);
  });

  it('books when the clinic is open', () => {
    const booked = clinic.appointments
      .filter(({ status }) => status === 'booked')
      .map(({ startsAt }) => startsAt);
    expect(booked.length).toBeGreaterThanOrEqual(8);
    for (const moment of booked) {
      const day = dayIn(ZONE, moment);
      expect(day >= TODAY && !['saturday', 'sunday'].includes(weekdayOf(day))).toBe(true);
      expect(clinic.closedDays).not.toContain(day);
      const hour = Number(
        new Intl.DateTimeFormat('en', { timeZone: ZONE, hour: 'numeric', hourCycle: 'h23' }).format(moment),
      );
      expect(hour).toBeGreaterThanOrEqual(8);
      expect(hour).toBeLessThan(17);
    }
  });
});

/** Every day as its distance from today, every moment as that and the time on the wall; without what follows weekends. */
function relativeTo(today: PlainDate, zone: string, clinic: DemoClinic): string {
  const { closedDays: _closed, appointments, ...rest } = clinic;
  const shown = { ...rest, appointments: appointments.filter(({ status }) => status !== 'booked') };
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const text = JSON.stringify(
    shown,
    function (this: Record<string, unknown>, key, value: unknown) {
      const moment = this[key];
      return moment instanceof Date ? `${dayIn(zone, moment)} ${clock.format(moment)}` : value;
    },
    1,
  );
  return text.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => `day ${daysBetween(today, day as PlainDate)}`);
}
