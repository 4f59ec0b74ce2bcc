import { holdConcerns } from './hold-concerns';

it.each`
  concerns     | reason
  ${'patient'} | ${'pregnancy'}
  ${'patient'} | ${'Pregnant, due in March'}
  ${'patient'} | ${'PREGNANCY: after the birth, see the letter'}
  ${'patient'} | ${'wants to conceive'}
  ${'patient'} | ${'breast-feeding'}
  ${'patient'} | ${'Breastfeeding until summer'}
  ${'patient'} | ${'breast fed infant'}
  ${'patient'} | ${'nursing her baby'}
  ${'patient'} | ${'lactating'}
  ${'patient'} | ${'chest infection'}
  ${'patient'} | ${'infected tooth'}
  ${'patient'} | ${'fever since Monday'}
  ${'patient'} | ${'on antibiotics'}
  ${'patient'} | ${'Gentamicin until then'}
  ${'patient'} | ${'aspiration pneumonia, do not inject'}
  ${'patient'} | ${'trouble swallowing'}
  ${'patient'} | ${'difficulty in swallowing solids'}
  ${'patient'} | ${'dysphagia after the last session'}
  ${'patient'} | ${'shortness of breath'}
  ${'patient'} | ${'hip surgery on 3 March'}
  ${'patient'} | ${'surgical procedure planned'}
  ${'patient'} | ${'general anaesthesia'}
  ${'patient'} | ${'anesthesia next week'}
  ${'patient'} | ${'admitted to hospital'}
  ${'patient'} | ${'COVID'}
  ${'patient'} | ${'flu'}
  ${'course'}  | ${'the patient wishes a pause'}
  ${'course'}  | ${'payer has not answered'}
  ${'course'}  | ${'Shingles over the shoulder'}
  ${'course'}  | ${'on holiday until May'}
  ${'course'}  | ${'ptosis must clear first'}
  ${'course'}  | ${'breathy voice must clear first'}
  ${'course'}  | ${'influential trip abroad, fluent in French'}
  ${'course'}  | ${'moves to a nursing home'}
  ${'course'}  | ${'x'}
`('$reason → $concerns', ({ concerns, reason }: { concerns: string; reason: string }) => {
  expect(holdConcerns(reason)).toBe(concerns);
});
