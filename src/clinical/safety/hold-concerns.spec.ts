import { holdConcerns } from './hold-concerns';

it.each`
  concerns     | reason
  ${'patient'} | ${'pregnancy'}
  ${'patient'} | ${'Pregnant, due in March'}
  ${'patient'} | ${'PREGNANCY: after the birth, see the letter'}
  ${'patient'} | ${'wants to conceive'}
  ${'patient'} | ${'third trimester, see the obstetrician'}
  ${'patient'} | ${'prenatal care has begun'}
  ${'patient'} | ${'antenatal visit first'}
  ${'patient'} | ${'28 weeks of gestation'}
  ${'patient'} | ${'miscarriage last week'}
  ${'patient'} | ${'newborn at home'}
  ${'patient'} | ${'breast-feeding'}
  ${'patient'} | ${'Breastfeeding until summer'}
  ${'patient'} | ${'breast fed infant'}
  ${'patient'} | ${'nursing her baby'}
  ${'patient'} | ${'lactating'}
  ${'patient'} | ${'chest infection'}
  ${'patient'} | ${'urosepsis'}
  ${'patient'} | ${'cellulitis of the leg'}
  ${'patient'} | ${'tooth abscess'}
  ${'patient'} | ${'stroke last week'}
  ${'patient'} | ${'had another stroke'}
  ${'patient'} | ${'heart attack'}
  ${'patient'} | ${'broken hip'}
  ${'patient'} | ${'hip replacement on Monday'}
  ${'patient'} | ${'lung cancer, radiotherapy first'}
  ${'patient'} | ${'PEG placement'}
  ${'patient'} | ${'on oxygen at home'}
  ${'course'}  | ${'arm after stroke is soft, wants to wait'}
  ${'course'}  | ${'post-stroke arm does well without'}
  ${'patient'} | ${'infected tooth'}
  ${'patient'} | ${'acute UTI'}
  ${'patient'} | ${'cystitis again'}
  ${'patient'} | ${'pyelonephritis'}
  ${'patient'} | ${'tonsillitis'}
  ${'patient'} | ${'sinusitis'}
  ${'patient'} | ${'gastroenteritis'}
  ${'patient'} | ${'viral illness'}
  ${'patient'} | ${'meningitis'}
  ${'patient'} | ${'PEG tube since Tuesday'}
  ${'patient'} | ${'PEG placed'}
  ${'patient'} | ${'percutaneous gastrostomy'}
  ${'patient'} | ${'nasogastric feeding'}
  ${'patient'} | ${'thickened fluids only'}
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
  ${'course'}  | ${'utility bill unpaid'}
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
