import { childDoseCaps, weightFindings } from './child-dose-limits';
import { capFinding } from '../dose-cap';
import { aContext, aDose, aSession, said } from '../../session-check/example-session';
import type { PlainDose, PlainSession } from '../../session-check/propose-session';
import type { SessionContext } from '../../session-check/proposed-session';
import { ruleValues } from '../../rules';

const RULES = ruleValues();

/** A child of 8 years; `places` reads "biceps_brachii left 60, soleus right 40". */
interface Case {
  product: PlainSession['product'];
  kg: number;
  places: string;
  says: string;
}

describe('S04: Botox', () => {
  it.each`
    kg    | places                                           | says                    | why
    ${20} | ${'biceps_brachii left 120'}                     | ${''}                   | ${'6 U/kg in the arm, on the limit'}
    ${20} | ${'biceps_brachii left 119'}                     | ${''}                   | ${'just under'}
    ${20} | ${'biceps_brachii left 121'}                     | ${'S04 stop'}           | ${'just over'}
    ${50} | ${'biceps_brachii left 200'}                     | ${''}                   | ${'200 U is lower than 6 U/kg'}
    ${50} | ${'biceps_brachii left 201'}                     | ${'S04 stop'}           | ${'just over 200 U'}
    ${20} | ${'biceps_brachii left 60, brachialis right 60'} | ${''}                   | ${'both arms together on the limit of one'}
    ${20} | ${'biceps_brachii left 61, brachialis right 60'} | ${'S04 confirm'}        | ${'both arms together over the limit of one'}
    ${20} | ${'biceps_brachii bilateral 121'}                | ${'S04 confirm'}        | ${'both sides in one entry: half each'}
    ${20} | ${'soleus left 160'}                             | ${''}                   | ${'8 U/kg in the leg, on the limit'}
    ${20} | ${'soleus left 161'}                             | ${'S04 stop'}           | ${'just over'}
    ${40} | ${'soleus left 300'}                             | ${''}                   | ${'300 U is lower than 8 U/kg'}
    ${40} | ${'soleus left 301'}                             | ${'S04 stop'}           | ${'just over 300 U'}
    ${20} | ${'soleus left 100, soleus right 100'}           | ${''}                   | ${'both legs 10 U/kg, on the limit'}
    ${20} | ${'soleus left 101, soleus right 100'}           | ${'S04 stop'}           | ${'both legs over 10 U/kg'}
    ${50} | ${'soleus left 170, soleus right 170'}           | ${''}                   | ${'340 U is lower than 10 U/kg'}
    ${50} | ${'soleus left 171, soleus right 170'}           | ${'S04 stop'}           | ${'just over 340 U'}
    ${20} | ${'biceps_brachii left 121, soleus right 80'}    | ${'S04 stop, S04 stop'} | ${'arm over its own limit and all over 10 U/kg'}
    ${20} | ${'orbicularis_oculi bilateral 201'}             | ${'S04 stop'}           | ${'no limb, yet 10 U/kg in all'}
  `('$kg kg, $places: $why → $says', ({ kg, places, says }: Case) => {
    expect(over({ product: 'ona', kg, places })).toBe(says);
  });

  it.each`
    earlier                 | window | says             | why
    ${'ona 100 2026-10-01'} | ${84}  | ${''}            | ${'on the limit with the other course'}
    ${'ona 101 2026-10-01'} | ${84}  | ${'S04 stop'}    | ${'over it'}
    ${'ona 101 2026-08-30'} | ${84}  | ${''}            | ${'84 days earlier'}
    ${'ona 101 2026-08-26'} | ${92}  | ${'S04 stop'}    | ${'88 days earlier is within any three months'}
    ${'ona 101 2026-08-25'} | ${92}  | ${'S04 confirm'} | ${'89 days earlier: only the clinic’s wider window surely holds it'}
    ${'abo 400 2026-10-01'} | ${84}  | ${''}            | ${'another product is never added'}
  `('100 U at 20 kg after $earlier, window $window: $why → $says', ({ earlier, window, says }) => {
    const [product, units, performedOn] = earlier.split(' ') as [
      PlainDose['product'],
      string,
      PlainDose['performedOn'],
    ];
    const earlierDoses = [aDose({ product, units: Number(units), performedOn })];
    expect(
      over(
        { product: 'ona', kg: 20, places: 'soleus left 100' },
        { earlierDoses },
        ruleValues({ 'S03.window': window }),
      ),
    ).toBe(says);
  });
});

it('only asks when what surely lies within three months is on the limit', () => {
  const earlierDoses = [aDose({ performedOn: '2026-10-01' }), aDose({ performedOn: '2026-08-25', units: 1 })];
  const wide = ruleValues({ 'S03.window': 92 });
  expect(over({ product: 'ona', kg: 20, places: 'soleus left 100' }, { earlierDoses }, wide)).toBe(
    'S04 confirm',
  );
});

it('shows the limits of the limbs that are injected, and the limit in all', () => {
  const injections = [{ muscle: 'soleus', side: 'left', units: 10 }] as const;
  const context = aContext({ weight: { kg: 20, measuredOn: '2026-11-20' } });
  expect(childDoseCaps(aSession({ injections }), context, RULES).map(({ ruleId }) => ruleId)).toEqual([
    'S04.ona.child.lower.perKg',
    'S04.ona.child.perKg',
  ]);
});

describe('S05: Dysport', () => {
  it.each`
    kg    | places                                         | says          | why
    ${20} | ${'biceps_brachii left 320'}                   | ${''}         | ${'16 U/kg in one arm, on the limit'}
    ${20} | ${'biceps_brachii left 321'}                   | ${'S05 stop'} | ${'just over'}
    ${45} | ${'biceps_brachii left 640'}                   | ${''}         | ${'640 U is lower than 16 U/kg'}
    ${45} | ${'biceps_brachii left 641'}                   | ${'S05 stop'} | ${'just over 640 U'}
    ${20} | ${'soleus left 300'}                           | ${''}         | ${'15 U/kg in one leg, on the limit'}
    ${20} | ${'soleus left 301'}                           | ${'S05 stop'} | ${'just over'}
    ${20} | ${'soleus left 300, soleus right 300'}         | ${''}         | ${'30 U/kg in all, on the limit'}
    ${20} | ${'biceps_brachii left 301, soleus right 300'} | ${'S05 stop'} | ${'30 U/kg in all, just over'}
    ${60} | ${'soleus left 500, soleus right 500'}         | ${''}         | ${'1,000 U is lower than 30 U/kg'}
    ${60} | ${'soleus left 501, soleus right 500'}         | ${'S05 stop'} | ${'just over 1,000 U'}
  `('$kg kg, $places: $why → $says', ({ kg, places, says }: Case) => {
    expect(over({ product: 'abo', kg, places })).toBe(says);
  });
});

describe('S06: Xeomin', () => {
  it.each`
    kg    | places                                                 | says          | why
    ${20} | ${'biceps_brachii left 160'}                           | ${''}         | ${'8 U/kg in one arm, on the limit'}
    ${20} | ${'biceps_brachii left 161'}                           | ${'S06 stop'} | ${'just over'}
    ${30} | ${'biceps_brachii left 200'}                           | ${''}         | ${'200 U is lower than 8 U/kg'}
    ${30} | ${'biceps_brachii left 201'}                           | ${'S06 stop'} | ${'just over 200 U'}
    ${20} | ${'biceps_brachii left 160, biceps_brachii right 160'} | ${''}         | ${'16 U/kg in both arms, on the limit'}
    ${20} | ${'biceps_brachii bilateral 320, trapezius left 1'}    | ${'S06 stop'} | ${'16 U/kg in all, just over'}
    ${30} | ${'biceps_brachii bilateral 400'}                      | ${''}         | ${'400 U is lower than 16 U/kg'}
    ${30} | ${'biceps_brachii bilateral 400, trapezius left 1'}    | ${'S06 stop'} | ${'just over 400 U'}
  `('$kg kg, $places: $why → $says', ({ kg, places, says }: Case) => {
    expect(over({ product: 'inco', kg, places })).toBe(says);
  });
});

it('adds the muscles of another course on the same day', () => {
  const muscles = [{ muscle: 'brachialis', side: 'left', units: 21 }] as const;
  const earlierDoses = [aDose({ performedOn: '2026-11-22', units: 21, muscles })];
  expect(over({ product: 'ona', kg: 20, places: 'biceps_brachii left 100' }, { earlierDoses })).toBe(
    'S04 stop',
  );
});

it('asks, and does not stop, where the label for children says nothing', () => {
  const places = 'trapezius left 601';
  expect(over({ product: 'abo', kg: 20, places }, { indication: 'dystonia_other' })).toBe('S05 confirm');
});

it('says the weight that a limit was taken from', () => {
  const [finding] = findings({ product: 'ona', kg: 18.5, places: 'biceps_brachii left 112' });
  expect(finding?.message).toBe(
    '112 U Botox in the left upper limb: the limit is 111 U Botox (6 U/kg at 18.5 kg). Lower it by at least 1 U Botox.',
  );
});

it.each`
  product   | measuredOn      | says             | why
  ${'ona'}  | ${'2026-10-23'} | ${''}            | ${'30 days old'}
  ${'ona'}  | ${'2026-10-24'} | ${''}            | ${'29 days old'}
  ${'ona'}  | ${'2026-10-22'} | ${'S04 confirm'} | ${'31 days old'}
  ${'ona'}  | ${'2026-12-23'} | ${'S04 confirm'} | ${'session entered late, weight 31 days after it'}
  ${'ona'}  | ${null}         | ${'S04 stop'}    | ${'no weight'}
  ${'abo'}  | ${null}         | ${'S05 stop'}    | ${'no weight'}
  ${'inco'} | ${null}         | ${'S06 stop'}    | ${'no weight'}
  ${'rima'} | ${null}         | ${''}            | ${'not dosed by weight'}
`('$product, weight of $measuredOn: $why → $says', ({ product, measuredOn, says }) => {
  const weight = measuredOn && { kg: 20, measuredOn };
  expect(said(weightFindings(aSession({ product }), aContext({ weight }), RULES))).toBe(says);
});

it('still holds the absolute limit without a weight', () => {
  expect(over({ product: 'ona', places: 'soleus left 301' })).toBe('S04 stop');
});

type Given = Omit<Partial<Case>, 'says'> & Pick<Case, 'product' | 'places'>;

function over(given: Given, more?: Partial<SessionContext>, rules = RULES): string {
  return said(findings(given, more, rules));
}

function findings({ product, kg, places }: Given, more?: Partial<SessionContext>, rules = RULES) {
  const injections = places.split(', ').map((place) => {
    const [muscle, side, units] = place.split(' ') as [
      string,
      PlainSession['injections'][number]['side'],
      string,
    ];
    return { muscle, side, units: Number(units) };
  });
  const context = aContext({
    indication: 'spasticity_lower',
    birthDate: '2018-11-22',
    weight: kg ? { kg, measuredOn: '2026-11-20' } : null,
    ...more,
  });
  return childDoseCaps(aSession({ product, injections }), context, rules).flatMap(
    (cap) => capFinding(cap) ?? [],
  );
}
