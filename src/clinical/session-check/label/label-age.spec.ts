import { aContext, aSession, said } from '../example-session';
import { labelAgeFindings } from './label-age';
import { ruleValues } from '../../rules';
import { sourceText } from '../../session-rules/session-rule';

const RULES = ruleValues();

it.each`
  product   | indication                  | birthDate       | says             | why
  ${'ona'}  | ${'chronic_migraine'}       | ${'2008-11-22'} | ${''}            | ${'18 today'}
  ${'ona'}  | ${'chronic_migraine'}       | ${'2008-11-23'} | ${'S10 confirm'} | ${'18 tomorrow'}
  ${'ona'}  | ${'chronic_migraine'}       | ${'2007-11-22'} | ${''}            | ${'19'}
  ${'ona'}  | ${'cervical_dystonia'}      | ${'2008-11-23'} | ${'S10 confirm'} | ${'17'}
  ${'ona'}  | ${'hyperhidrosis_axillary'} | ${'2008-11-23'} | ${'S10 confirm'} | ${'17'}
  ${'rima'} | ${'tremor'}                 | ${'2008-11-23'} | ${'S10 confirm'} | ${'Myobloc is for adults'}
  ${'daxi'} | ${'dystonia_other'}         | ${'2008-11-23'} | ${'S10 confirm'} | ${'Daxxify is for adults'}
  ${'ona'}  | ${'blepharospasm'}          | ${'2014-11-22'} | ${''}            | ${'12 today'}
  ${'ona'}  | ${'blepharospasm'}          | ${'2014-11-23'} | ${'S10 confirm'} | ${'12 tomorrow'}
  ${'ona'}  | ${'blepharospasm'}          | ${'2013-11-22'} | ${''}            | ${'13'}
  ${'ona'}  | ${'hemifacial_spasm'}       | ${'2014-11-23'} | ${'S10 confirm'} | ${'the same wording of the label'}
  ${'inco'} | ${'blepharospasm'}          | ${'2008-11-23'} | ${'S10 confirm'} | ${'adults'}
  ${'ona'}  | ${'spasticity_upper'}       | ${'2024-11-22'} | ${''}            | ${'2 today'}
  ${'ona'}  | ${'spasticity_upper'}       | ${'2024-11-23'} | ${'S10 confirm'} | ${'2 tomorrow'}
  ${'abo'}  | ${'spasticity_lower'}       | ${'2023-11-22'} | ${''}            | ${'3'}
  ${'abo'}  | ${'spasticity_lower'}       | ${'2024-11-23'} | ${'S10 confirm'} | ${'2 tomorrow'}
  ${'ona'}  | ${'hyperhidrosis_other'}    | ${'2008-11-23'} | ${'S10 confirm'} | ${'18 tomorrow'}
  ${'ona'}  | ${'chronic_migraine'}       | ${null}         | ${''}            | ${'not known: asked elsewhere'}
  ${'ona'}  | ${'tremor'}                 | ${'2014-11-22'} | ${''}            | ${'off-label at every age'}
  ${'inco'} | ${'tremor'}                 | ${'2014-11-22'} | ${''}            | ${'off-label at every age'}
  ${'abo'}  | ${'blepharospasm'}          | ${'2014-11-22'} | ${''}            | ${'off-label at every age'}
`('$product for $indication, $why → $says', ({ product, indication, birthDate, says }) => {
  expect(said(labelAgeFindings(aSession({ product }), aContext({ indication, birthDate }), RULES))).toBe(
    says,
  );
});

it.each`
  etiology            | birthDate       | says             | why
  ${'stroke'}         | ${'2018-11-22'} | ${''}            | ${'a child after a stroke'}
  ${'cerebral_palsy'} | ${'2018-11-22'} | ${'S10 confirm'} | ${'excluded by the label for children'}
  ${undefined}        | ${'2018-11-22'} | ${'S10 confirm'} | ${'the cause may be cerebral palsy'}
  ${'cerebral_palsy'} | ${'2008-11-22'} | ${''}            | ${'an adult'}
  ${'stroke'}         | ${'2025-11-22'} | ${'S10 confirm'} | ${'one year old'}
`('Xeomin in spasticity, $etiology, born $birthDate: $why → $says', ({ etiology, birthDate, says }) => {
  const context = aContext({ indication: 'spasticity_upper', etiology, birthDate });
  expect(said(labelAgeFindings(aSession({ product: 'inco' }), context, RULES))).toBe(says);
});

it('says whose label it is, from which age or for which cause, where in the session, and asks for the reason', () => {
  const migraine = aContext({ indication: 'chronic_migraine', birthDate: '2008-11-23' });
  expect(labelAgeFindings(aSession({ product: 'ona' }), migraine, RULES)).toEqual([
    {
      code: 'S10',
      severity: 'confirm',
      message:
        'The patient is 17 years old; Botox for chronic migraine is labelled from 18 years. Give the reason to go on.',
      pointer: '/product',
      sourceText: sourceText('S10.adult'),
    },
  ]);
  const child = aContext({ indication: 'spasticity_upper', birthDate: '2018-11-22' });
  expect(labelAgeFindings(aSession({ product: 'inco' }), child, RULES)[0]).toMatchObject({
    message: expect.stringContaining('is not labelled in cerebral palsy, and no cause is recorded'),
    sourceText: sourceText('S10.spasticity'),
  });
});
