import { addDays, type PlainDate } from '../calendar';
import { sessionTotals } from '../doses/session-totals';
import { ruleValues } from '../rules';
import { aContext, aDose, aSession, said } from '../session-check/example-session';
import type { SessionContext } from '../session-check/proposed-session';
import { checkSession } from '../session-check/session-check';
import { sortedDoses } from './sorted-doses';
import type { DoseElsewhere } from './told-dose';

const RULES = ruleValues();
const DAY = aSession().performedOn;
const daysBefore = (days: number): PlainDate => addDays(DAY, -days);

/** Bladder treatment with Botox at another clinic. */
function elsewhere(given: Partial<DoseElsewhere> = {}): DoseElsewhere {
  return {
    id: 'external',
    givenOn: daysBefore(30),
    product: 'ona',
    brand: null,
    units: 200,
    region: 'bladder',
    indication: null,
    source: 'patient',
    ...given,
  };
}

function contextWith(...doses: DoseElsewhere[]): SessionContext {
  const { counted, uncounted } = sortedDoses(doses);
  return aContext({ earlierDoses: counted, uncountedDoses: uncounted });
}

/** A session of 155 U Botox for migraine, in view of one dose elsewhere. */
const findings = (dose: Partial<DoseElsewhere>, units = 155) =>
  checkSession(aSession({ units }), contextWith(elsewhere(dose)), RULES);

describe('S03: every indication, wherever it was given', () => {
  it.each`
    units        | ago   | own    | says             | why
    ${200}       | ${30} | ${200} | ${''}            | ${'400 U in all'}
    ${200}       | ${30} | ${201} | ${'S03 confirm'} | ${'401 U in all'}
    ${200}       | ${83} | ${201} | ${'S03 confirm'} | ${'the first day of the window'}
    ${200}       | ${84} | ${201} | ${''}            | ${'before the window'}
    ${undefined} | ${83} | ${100} | ${'S03 confirm'} | ${'nobody knows how much'}
    ${undefined} | ${84} | ${100} | ${''}            | ${'nobody knows how much, long ago'}
  `('$units U elsewhere $ago days ago, $own U now: $says, $why', ({ units, ago, own, says }) => {
    const dose = { units: (units as number | undefined) ?? null, givenOn: daysBefore(ago as number) };
    expect(said(findings(dose, own as number))).toBe(says);
  });

  it('names what was given elsewhere', () => {
    expect(findings({}, 201)[0]!.message).toBe(
      '401 U Botox within 84 days (2026-08-31 to 2026-11-22), all indications together, with 200 U Botox given elsewhere (bladder) on 2026-10-23: the limit is 400 U Botox. 200 U Botox are left: lower it by at least 1 U Botox; 201 U Botox fit from 2027-01-15. Else give the reason for going on.',
    );
  });

  it('names none of our own sessions as given elsewhere', () => {
    const own = aDose({ performedOn: daysBefore(30), units: 300 });
    const message = (...doses: DoseElsewhere[]) => {
      const context = contextWith(...doses);
      const earlierDoses = [...context.earlierDoses, own];
      return checkSession(aSession({ units: 201 }), { ...context, earlierDoses }, RULES)[0]!.message;
    };
    expect(message()).toContain('all indications together: the limit');
    expect(message(elsewhere({ units: 50 }))).toContain(
      'all indications together, with 50 U Botox given elsewhere (bladder) on 2026-10-23: the limit',
    );
  });

  it('says that unknown units are in no sum', () => {
    expect(findings({ units: null, brand: 'Botox Cosmetic', region: 'trunk' })[0]).toMatchObject({
      pointer: '/product',
      message:
        'Botox Cosmetic given elsewhere (trunk) on 2026-10-23: its units are not known, so the sum within 84 days leaves it out; from 2027-01-15 on it no longer counts. Ask for the units and record them, or give the reason for going on.',
    });
  });

  it('adds to the totals beside the grid', () => {
    const { cumulative } = sessionTotals(aSession({ units: 155 }), contextWith(elsewhere()), RULES);
    expect(cumulative.units).toBe(355);
  });

  it('adds to a child’s limit a session, which knows no muscles of it', () => {
    const child = {
      birthDate: '2018-11-22',
      weight: { kg: 20, measuredOn: DAY },
      indication: 'spasticity_upper',
    } as const;
    const dose = elsewhere({ product: 'inco', units: 100, givenOn: DAY });
    const session = aSession({
      product: 'inco',
      injections: [{ muscle: 'biceps_brachii', side: 'left', units: 150 }],
    });
    const totals = sessionTotals(session, { ...contextWith(dose), ...child }, RULES);
    expect(totals.caps.at(-1)).toMatchObject({ units: 250, capUnits: 320 });
  });
});

describe('S02: the same region again', () => {
  it.each`
    region         | indication              | ago   | says             | why
    ${'forehead'}  | ${null}                 | ${83} | ${'S02 confirm'} | ${'the face, 83 days ago'}
    ${'forehead'}  | ${null}                 | ${84} | ${''}            | ${'the face, 84 days ago'}
    ${'bladder'}   | ${null}                 | ${30} | ${''}            | ${'another part of the body'}
    ${'left calf'} | ${'chronic_migraine'}   | ${30} | ${'S02 confirm'} | ${'for what this course treats'}
    ${null}        | ${'Chronic migraine'}   | ${30} | ${'S02 confirm'} | ${'for what this course treats'}
    ${null}        | ${'wrinkles'}           | ${30} | ${'S02 confirm'} | ${'the face'}
    ${null}        | ${'overactive bladder'} | ${30} | ${''}            | ${'for what we do not treat'}
    ${null}        | ${null}                 | ${83} | ${'S02 confirm'} | ${'nobody knows where'}
    ${null}        | ${null}                 | ${84} | ${''}            | ${'nobody knows where, long ago'}
  `('in $region for $indication, $ago days ago: $says, $why', ({ region, indication, ago, says }) => {
    const dose = {
      region,
      indication,
      givenOn: daysBefore(ago as number),
      units: 20,
    } as Partial<DoseElsewhere>;
    expect(said(findings(dose))).toBe(says);
  });

  it.each`
    ago    | region        | message
    ${60}  | ${'forehead'} | ${'Botox given elsewhere (forehead) on 2026-09-23 is 60 days before; the shortest interval is 84 days (2026-12-16 or later). Give the reason to go on.'}
    ${30}  | ${'forehead'} | ${'Botox given elsewhere (forehead) on 2026-10-23 is 30 days before; the shortest interval is 84 days (2027-01-15 or later). Under 56 days it counts as a booster, which favours antibodies. Give the reason to go on.'}
    ${-60} | ${'forehead'} | ${'Botox given elsewhere (forehead) on 2027-01-21 is 60 days after; the shortest interval is 84 days. Give the reason to go on.'}
    ${0}   | ${'forehead'} | ${'Botox given elsewhere (forehead) on 2026-11-22, the day of this session: check that it is not the same injection. Give the reason to go on.'}
    ${60}  | ${null}       | ${'Botox given elsewhere on 2026-09-23, nobody recorded in which region, is 60 days before; the shortest interval is 84 days (2026-12-16 or later). Give the reason to go on.'}
  `('$ago days ago: $message', ({ ago, region, message }) => {
    const dose = { region, givenOn: daysBefore(ago as number), units: 20 } as Partial<DoseElsewhere>;
    expect(findings(dose).find(({ code }) => code === 'S02')?.message).toBe(message);
  });
});

it('where only the indication was told, it is named as the place', () => {
  const dose = { region: null, indication: 'wrinkles', givenOn: daysBefore(60), units: 20 };
  expect(findings(dose).find(({ code }) => code === 'S02')?.message).toMatch(
    /^Botox given elsewhere \(wrinkles\) on 2026-09-23 is 60 days before;/,
  );
});

describe('S09: another product near by', () => {
  it.each`
    product  | brand           | units   | ago   | says             | why
    ${'abo'} | ${'Azzalure'}   | ${50}   | ${83} | ${'S09 confirm'} | ${'Dysport under another name'}
    ${'abo'} | ${null}         | ${null} | ${83} | ${'S09 confirm'} | ${'however much it was'}
    ${null}  | ${'Jeuveau'}    | ${20}   | ${83} | ${'S09 confirm'} | ${'a product that is not ours'}
    ${null}  | ${'some toxin'} | ${null} | ${83} | ${'S09 confirm'} | ${'whatever it was'}
    ${null}  | ${'Jeuveau'}    | ${20}   | ${84} | ${''}            | ${'long ago'}
    ${'ona'} | ${null}         | ${20}   | ${83} | ${''}            | ${'the same product'}
  `('$brand of $product, $units U, $ago days ago: $says, $why', ({ product, brand, units, ago, says }) => {
    const dose = { product, brand, units, givenOn: daysBefore(ago as number) } as Partial<DoseElsewhere>;
    expect(said(findings(dose))).toBe(says);
  });

  it('names the brand', () => {
    expect(findings({ product: null, brand: 'Jeuveau' })[0]!.message).toContain(
      'Jeuveau given elsewhere (bladder) on 2026-10-23.',
    );
    expect(
      findings({ product: null, brand: null, units: null, region: null, indication: 'face' })[0]!.message,
    ).toContain('toxin given elsewhere (face) on 2026-10-23');
  });
});

it('S08: the interval of Daxxify holds between all regions, known units or not', () => {
  const session = aSession({ product: 'daxi' });
  const codes = [50, null].map((units) =>
    said(checkSession(session, contextWith(elsewhere({ product: 'daxi', units })), RULES)),
  );
  expect(codes.map((text) => text.includes('S08 confirm'))).toEqual([true, true]);
});

it('S08: the interval of Daxxify is not asked of another product', () => {
  const context = contextWith(elsewhere({ product: 'ona', units: 50 }));
  expect(said(checkSession(aSession({ product: 'daxi' }), context, RULES))).not.toContain('S08');
});

it('objects to nothing when nothing was given elsewhere', () => {
  expect(said(checkSession(aSession({ units: 155 }), contextWith(), RULES))).toBe('');
  expect(said(checkSession(aSession({ units: 155 }), aContext(), RULES))).toBe('');
});
