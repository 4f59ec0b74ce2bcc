import { unitsToSend } from './changed-product';

it.each`
  to       | injections | vials    | hasVials | missing                    | why
  ${'ona'} | ${false}   | ${false} | ${true}  | ${[]}                      | ${'the product stays: so do its units'}
  ${'abo'} | ${false}   | ${false} | ${true}  | ${['injections', 'vials']} | ${'neither is sent'}
  ${'abo'} | ${true}    | ${false} | ${true}  | ${['vials']}               | ${'the vials would stay in units of Botox'}
  ${'abo'} | ${false}   | ${true}  | ${true}  | ${['injections']}          | ${'the injections would'}
  ${'abo'} | ${true}    | ${true}  | ${true}  | ${[]}                      | ${'both are sent'}
  ${'abo'} | ${true}    | ${false} | ${false} | ${[]}                      | ${'there are no vials on record'}
  ${'abo'} | ${false}   | ${false} | ${false} | ${['injections']}          | ${'no vials, and no injections sent'}
`(
  'from ona to $to, injections $injections, vials $vials → $missing: $why',
  ({ to, injections, vials, hasVials, missing }) => {
    expect(unitsToSend({ from: 'ona', to, sent: { injections, vials }, hasVials })).toEqual(missing);
  },
);
