import { requestedSession, requestLines, type PlannedSession } from './requested-session';

const at = (muscle: string, side: string, guidance: string | null = null) => ({ muscle, side, guidance });
const plan = (more: object): PlannedSession =>
  ({
    indication: 'cervical_dystonia',
    product: 'ona',
    last: { product: 'ona', totalUnits: 155 },
    injections: [at('splenius_capitis', 'right')],
    forecast: null,
    booked: null,
    ...more,
  }) as PlannedSession;
const gave = (product: string, totalUnits: number) => ({ product, last: { product, totalUnits } });

it.each`
  more                                                            | lines                                                        | why
  ${gave('ona', 155)}                                             | ${['J0585 x155', 'J0585-JW x45', '64616-RT x1']}             | ${'from the vial that leaves the least'}
  ${gave('abo', 800)}                                             | ${['J0586-JZ x160', '64616-RT x1']}                          | ${'nothing is left of 500 and 300 U'}
  ${gave('abo', 640)}                                             | ${['J0586 x128', 'J0586-JW x32', '64616-RT x1']}             | ${'5 U are one billing unit'}
  ${gave('rima', 7500)}                                           | ${['J0587-JZ x75', '64616-RT x1']}                           | ${'100 U are one'}
  ${gave('daxi', 125)}                                            | ${['J0589 x125', 'J0589-JW x25', '64616-RT x1']}             | ${'from 100 and 50 U'}
  ${{ injections: [at('splenius_capitis', 'bilateral', 'emg')] }} | ${['J0585 x155', 'J0585-JW x45', '64616-50 x1', '95874 x1']} | ${'both sides, with its guidance'}
  ${{ product: 'rima' }}                                          | ${[]}                                                        | ${'another product than last: nobody can say'}
  ${{ last: undefined, injections: [] }}                          | ${[]}                                                        | ${'the first session'}
`('asks for $lines: $why', ({ more, lines }) => {
  const request = requestedSession(plan(more));
  expect(
    request.lines.map(
      ({ code, modifiers, billingUnits }) => `${[code, ...modifiers].join('-')} x${billingUnits}`,
    ),
  ).toEqual(lines);
  expect(request.units === null).toBe((lines as string[]).length === 0);
});

const DAYS = { earliestOn: '2026-10-26', dueOn: '2026-11-02', lastOnTimeOn: '2026-11-29' };
const ARMS = ['biceps_brachii', 'soleus'].map((muscle) => at(muscle, 'bilateral'));

it.each`
  more                                                    | line                                                                               | why
  ${{}}                                                   | ${'Botox (onabotulinumtoxinA), 155 U Botox as at the last session.'}               | ${'the plan'}
  ${{ product: 'rima' }}                                  | ${'Myobloc (rimabotulinumtoxinB, type B); the dose is not settled.'}               | ${'after another product'}
  ${gave('abo', 800)}                                     | ${'160 billing units of J0586-JZ, from vials of 500 U Dysport and 300 U Dysport.'} | ${'nothing left'}
  ${{ indication: 'spasticity_upper', injections: ARMS }} | ${'Procedures as at the last session: 64642, 64643 x3.'}                           | ${'four limbs'}
  ${{ forecast: DAYS }}                                   | ${'Due on 2 Nov 2026, not before 26 Oct 2026, on time until 29 Nov 2026.'}         | ${'the window'}
  ${{ booked: '4 Nov 2026, 09:00' }}                      | ${'Booked for 4 Nov 2026, 09:00.'}                                                 | ${'booked'}
`('says “$line”: $why', ({ more, line }) => {
  expect(requestLines(plan(more))).toContain(line);
});

it('says nothing of days and procedures that nobody knows', () => {
  expect(requestLines(plan({ last: undefined, injections: [] }))).toEqual([
    'Botox (onabotulinumtoxinA); the dose is not settled.',
  ]);
});
