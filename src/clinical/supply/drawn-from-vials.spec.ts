import { drawnFromVials } from './drawn-from-vials';

const vial = (held: number, unitsDiscarded?: number | null) => ({ held, unitsDiscarded });

it.each`
  given    | vials                             | drawn                     | short  | why
  ${155}   | ${[vial(200, 45)]}                | ${[[155, 45]]}            | ${0}   | ${'given and discarded are the content'}
  ${155}   | ${[vial(200)]}                    | ${[[155, 0]]}             | ${0}   | ${'the rest stays in the vial'}
  ${200}   | ${[vial(200)]}                    | ${[[200, 0]]}             | ${0}   | ${'the whole vial'}
  ${200.5} | ${[vial(200)]}                    | ${[[200, 0]]}             | ${0.5} | ${'just over what it holds'}
  ${640}   | ${[vial(500, 0), vial(300, 160)]} | ${[[500, 0], [140, 160]]} | ${0}   | ${'each says what was discarded'}
  ${640}   | ${[vial(500), vial(300, 160)]}    | ${[[500, 0], [140, 160]]} | ${0}   | ${'who says it gives its own part first'}
  ${120}   | ${[vial(100), vial(100)]}         | ${[[100, 0], [20, 0]]}    | ${0}   | ${'in their order'}
  ${120}   | ${[vial(100, null), vial(0)]}     | ${[[100, 0], [0, 0]]}     | ${20}  | ${'an empty vial gives nothing'}
  ${10}    | ${[vial(100, 120)]}               | ${[[0, 100]]}             | ${10}  | ${'more discarded than it holds'}
  ${0.3}   | ${[vial(0.1), vial(0.2)]}         | ${[[0.1, 0], [0.2, 0]]}   | ${0}   | ${'to a hundredth'}
`('$given U of $vials.length vials leaves $short U short: $why', ({ given, vials, drawn, short }) => {
  expect(drawnFromVials(given, vials)).toEqual({
    vials: drawn.map(([units, discarded]: [number, number]) => ({ given: units, discarded })),
    short,
  });
});
