import type { ToxinProduct } from '../units';
import { drugLines } from './drug-lines';

interface Case {
  readonly product: ToxinProduct;
  readonly given: number;
  readonly vials: readonly number[];
  readonly lines: readonly string[];
}

/** The worked examples of the clinical reference first, then the thresholds. */
it.each`
  product   | given    | vials                   | lines                             | why
  ${'ona'}  | ${155}   | ${[200]}                | ${['J0585 x155', 'J0585-JW x45']} | ${'PREEMPT from 200 U'}
  ${'ona'}  | ${195}   | ${[200]}                | ${['J0585 x195', 'J0585-JW x5']}  | ${'PREEMPT 195 U'}
  ${'abo'}  | ${800}   | ${[500, 300]}           | ${['J0586-JZ x160']}              | ${'nothing left'}
  ${'abo'}  | ${640}   | ${[500, 300]}           | ${['J0586 x128', 'J0586-JW x32']} | ${'a fifth left'}
  ${'rima'} | ${7500}  | ${[5000, 2500]}         | ${['J0587-JZ x75']}               | ${'nothing left'}
  ${'daxi'} | ${125}   | ${[100, 100]}           | ${['J0589 x125', 'J0589-JW x75']} | ${'two vials'}
  ${'ona'}  | ${200}   | ${[200]}                | ${['J0585-JZ x200']}              | ${'to the unit'}
  ${'ona'}  | ${199}   | ${[200]}                | ${['J0585 x199', 'J0585-JW x1']}  | ${'one whole billing unit'}
  ${'ona'}  | ${199.5} | ${[200]}                | ${['J0585-JZ x200']}              | ${'half a billing unit'}
  ${'ona'}  | ${198.5} | ${[200]}                | ${['J0585 x199', 'J0585-JW x1']}  | ${'a started one given, a whole one left'}
  ${'abo'}  | ${795}   | ${[500, 300]}           | ${['J0586 x159', 'J0586-JW x1']}  | ${'5 U are one billing unit'}
  ${'abo'}  | ${796}   | ${[500, 300]}           | ${['J0586-JZ x160']}              | ${'4 U are less than one'}
  ${'abo'}  | ${794}   | ${[500, 300]}           | ${['J0586 x159', 'J0586-JW x1']}  | ${'6 U are one and a bit'}
  ${'abo'}  | ${642}   | ${[500, 300]}           | ${['J0586 x129', 'J0586-JW x31']} | ${'a started one counts as given'}
  ${'rima'} | ${2400}  | ${[2500]}               | ${['J0587 x24', 'J0587-JW x1']}   | ${'100 U are one billing unit'}
  ${'rima'} | ${2401}  | ${[2500]}               | ${['J0587-JZ x25']}               | ${'99 U are less than one'}
  ${'rima'} | ${2350}  | ${[2500]}               | ${['J0587 x24', 'J0587-JW x1']}   | ${'150 U are one'}
  ${'inco'} | ${120}   | ${[100, 50]}            | ${['J0588 x120', 'J0588-JW x30']} | ${'two sizes'}
  ${'inco'} | ${400}   | ${[200, 200]}           | ${['J0588-JZ x400']}              | ${'the limit of a session'}
  ${'daxi'} | ${100}   | ${[100]}                | ${['J0589-JZ x100']}              | ${'to the unit'}
  ${'ona'}  | ${25}    | ${[100]}                | ${['J0585 x25', 'J0585-JW x75']}  | ${'more thrown away than given'}
  ${'ona'}  | ${155}   | ${[]}                   | ${['J0585 x155']}                 | ${'no vial on record: neither JW nor JZ'}
  ${'ona'}  | ${201}   | ${[200]}                | ${['J0585 x201']}                 | ${'more than the vials hold: neither'}
  ${'abo'}  | ${1500}  | ${[500, 500, 500, 300]} | ${['J0586 x300', 'J0586-JW x60']} | ${'four vials'}
`('$given U $product of $vials: $why', ({ product, given, vials, lines }: Case) => {
  const part = drugLines({ product, given, vials: vials.map((vialUnits) => ({ vialUnits })) });
  expect(
    part.lines.map(
      ({ code, modifiers, billingUnits }) => `${[code, ...modifiers].join('-')} x${billingUnits}`,
    ),
  ).toEqual(lines);
});

it.each`
  vials                                                                             | missing                                              | why
  ${[]}                                                                             | ${['The vials are not on record']}                   | ${'no vial'}
  ${[{ vialUnits: 100 }]}                                                           | ${['a vial is not on record']}                       | ${'too little'}
  ${[{ vialUnits: 200, unitsDiscarded: 45 }]}                                       | ${[]}                                                | ${'accounted for to the unit'}
  ${[{ vialUnits: 200, unitsDiscarded: 44 }]}                                       | ${['44 U Botox are on record as thrown']}            | ${'a unit short'}
  ${[{ vialUnits: 200 }]}                                                           | ${['it is 45 U Botox']}                              | ${'the waste is not recorded'}
  ${[{ vialUnits: 100, unitsDiscarded: 0 }, { vialUnits: 100 }]}                    | ${['What was thrown away is not on record']}         | ${'of one vial it is not'}
  ${[{ vialUnits: 150, unitsDiscarded: 0 }, { vialUnits: 50, unitsDiscarded: 45 }]} | ${['a vial of 150 U Botox', 'a vial of 50 U Botox']} | ${'sizes without a known NDC'}
`('155 U Botox of $vials lacks $missing: $why', ({ vials, missing }) => {
  const told = drugLines({ product: 'ona', given: 155, vials }).missing;
  expect(told).toEqual((missing as string[]).map((text) => expect.stringContaining(text)));
});

it.each`
  vials                                                          | missing                                      | why
  ${[{ vialUnits: 100 }, { vialUnits: 100 }]}                    | ${[]}                                        | ${'all was given: nothing can have been thrown away'}
  ${[{ vialUnits: 100, unitsDiscarded: 0 }, { vialUnits: 100 }]} | ${[]}                                        | ${'of one it is said'}
  ${[{ vialUnits: 100, unitsDiscarded: 1 }, { vialUnits: 100 }]} | ${['What was thrown away is not on record']} | ${'said of one, and it cannot be'}
`('200 U Botox of $vials lacks $missing: $why', ({ vials, missing }) => {
  const told = drugLines({ product: 'ona', given: 200, vials }).missing;
  expect(told).toEqual((missing as string[]).map((text) => expect.stringContaining(text)));
});

it.each`
  product  | given    | vials         | texts                                                                                                     | why
  ${'ona'} | ${200}   | ${[200]}      | ${['each unit is one', 'Nothing thrown away: JZ']}                                                        | ${'nothing left'}
  ${'ona'} | ${199.5} | ${[200]}      | ${['0.5 U Botox thrown away are less than one billing unit: JZ']}                                         | ${'less than one left'}
  ${'abo'} | ${796}   | ${[500, 300]} | ${['5 U are one (a started one is whole)', '4 U Dysport thrown away are less than one billing unit: JZ']} | ${'a unit of five'}
`('says of $given U $product of $vials: $texts', ({ product, given, vials, texts }) => {
  const { lines } = drugLines({
    product,
    given,
    vials: (vials as number[]).map((vialUnits) => ({ vialUnits })),
  });
  expect(lines).toHaveLength(1);
  for (const text of texts as string[]) expect(lines[0]!.text).toContain(text);
});

it('says nothing of an NDC, nor leaves a gap, where no vial or no code is known', () => {
  const [none] = drugLines({ product: 'ona', given: 155, vials: [] }).lines;
  expect(none).not.toHaveProperty('ndc');
  expect(none!.text).toMatch(/\S$/);
  expect(none!.text).not.toContain('NDC');
  const [odd] = drugLines({ product: 'ona', given: 150, vials: [{ vialUnits: 150 }] }).lines;
  expect(odd).not.toHaveProperty('ndc');
  expect(odd!.text).not.toContain('NDC');
});

it('names one NDC on the lines where all vials have it, and each in words where they differ', () => {
  const [one] = drugLines({ product: 'ona', given: 155, vials: [{ vialUnits: 200 }] }).lines;
  expect(one!.ndc).toBe('00023392102');
  const [two] = drugLines({
    product: 'abo',
    given: 800,
    vials: [{ vialUnits: 500 }, { vialUnits: 300 }],
  }).lines;
  expect(two!.ndc).toBeUndefined();
  expect(two!.text).toContain('15054050001 (vial of 500 U Dysport, V:OR-PDL) and 15054053006');
  expect([one!, two!].map(({ text }) => text.includes('wants a line for each'))).toEqual([false, true]);
});
