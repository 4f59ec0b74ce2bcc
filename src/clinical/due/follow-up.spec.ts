import { followUpOf, isScoredAsPeak } from './follow-up';
import { ruleValues } from '../rules';

const RULES = ruleValues();

it.each`
  indication             | contact                       | peak
  ${'cervical_dystonia'} | ${'2026-11-29 to 2026-12-06'} | ${'2026-12-20 to 2027-01-03'}
  ${'blepharospasm'}     | ${'2026-11-29 to 2026-12-06'} | ${'2026-12-06 to 2026-12-20'}
  ${'hemifacial_spasm'}  | ${'2026-11-29 to 2026-12-06'} | ${'2026-12-06 to 2026-12-20'}
  ${'tremor'}            | ${'2026-11-29 to 2026-12-06'} | ${'2026-12-20 to 2027-01-17'}
`('after 2026-11-22 in $indication: contact $contact, peak check $peak', ({ indication, contact, peak }) => {
  const due = followUpOf('2026-11-22', indication, RULES);
  expect(`${due.contactFromOn} to ${due.contactToOn}`).toBe(contact);
  expect(`${due.peakFromOn} to ${due.peakToOn}`).toBe(peak);
});

it.each`
  assessedOn      | scored   | why
  ${'2026-12-12'} | ${false} | ${'day 20'}
  ${'2026-12-13'} | ${true}  | ${'day 21'}
  ${'2027-01-17'} | ${true}  | ${'day 56'}
  ${'2027-01-18'} | ${false} | ${'day 57'}
`('a response on $assessedOn ($why) is scored as the peak: $scored', ({ assessedOn, scored }) => {
  expect(isScoredAsPeak('2026-11-22', assessedOn, RULES)).toBe(scored);
});
