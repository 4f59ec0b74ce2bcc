import { aContext, aDose, aSession, said } from '../example-session';
import { offLabelFindings } from './off-label';

it.each`
  product   | indication            | says          | why
  ${'ona'}  | ${'chronic_migraine'} | ${''}         | ${'labelled'}
  ${'inco'} | ${'chronic_migraine'} | ${'S10 note'} | ${'Botox is labelled'}
  ${'daxi'} | ${'spasticity_upper'} | ${'S10 note'} | ${'the label speaks against it'}
  ${'inco'} | ${'spasticity_lower'} | ${'S10 note'} | ${'labelled for the arm alone'}
  ${'rima'} | ${'blepharospasm'}    | ${'S10 note'} | ${'Botox and Xeomin are labelled'}
  ${'ona'}  | ${'hemifacial_spasm'} | ${''}         | ${'the wording may be read either way'}
  ${'abo'}  | ${'hemifacial_spasm'} | ${''}         | ${'no label names it plainly'}
  ${'ona'}  | ${'tension_headache'} | ${''}         | ${'no label at all: everybody knows'}
  ${'ona'}  | ${'sialorrhea'}       | ${'S10 note'} | ${'Xeomin and Myobloc are labelled'}
`('$product for $indication: $why → $says', ({ product, indication, says }) => {
  expect(said(offLabelFindings(aSession({ product }), aContext({ indication })))).toBe(says);
});

it.each`
  sameCourse | product   | says          | why
  ${true}    | ${'daxi'} | ${''}         | ${'told in the first session'}
  ${true}    | ${'ona'}  | ${'S10 note'} | ${'the first with this product'}
  ${false}   | ${'daxi'} | ${'S10 note'} | ${'another course is another use'}
`(
  'a session before with $product, same course $sameCourse: $why → $says',
  ({ sameCourse, product, says }) => {
    const earlierDoses = [aDose({ sameCourse, product })];
    const context = aContext({ indication: 'spasticity_upper', earlierDoses });
    expect(said(offLabelFindings(aSession({ product: 'daxi' }), context))).toBe(says);
  },
);

it('names what is labelled, and what the label says against it', () => {
  const context = aContext({ indication: 'spasticity_upper' });
  expect(offLabelFindings(aSession({ product: 'daxi' }), context)[0]!.message).toBe(
    'Daxxify is off-label for upper-limb spasticity; its boxed warning says that it is not approved for spasticity. Labelled are Botox, Dysport, Xeomin. Tell the patient, and check the cover.',
  );
});
