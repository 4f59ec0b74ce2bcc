import { procedureLines, type ProcedureSession } from './procedure-lines';

const ARM = [
  'biceps_brachii',
  'brachialis',
  'flexor_carpi_radialis',
  'flexor_carpi_ulnaris',
  'pronator_teres',
];
const TRUNK = ['thoracic_paraspinals', 'multifidus', 'rectus_abdominis'];
const LEG = ['soleus', 'gastrocnemius_medial', 'gastrocnemius_lateral', 'tibialis_posterior'];

const at = (side: string, ...muscles: string[]) => muscles.map((muscle) => ({ muscle, side }));

it.each`
  indication                  | injections                                                                                       | lines                       | why
  ${'chronic_migraine'}       | ${at('bilateral', 'frontalis', 'trapezius')}                                                     | ${['64615 x1']}             | ${'both sides by definition, no 64616 beside it'}
  ${'blepharospasm'}          | ${at('bilateral', 'orbicularis_oculi')}                                                          | ${['64612-50 x1']}          | ${'both eyes'}
  ${'hemifacial_spasm'}       | ${at('right', 'orbicularis_oculi', 'masseter')}                                                  | ${['64612-RT x1']}          | ${'right half, the jaw goes with it'}
  ${'hemifacial_spasm'}       | ${at('left', 'orbicularis_oculi')}                                                               | ${['64612-LT x1']}          | ${'left half'}
  ${'cervical_dystonia'}      | ${[...at('right', 'trapezius'), ...at('left', 'scalenes')]}                                      | ${['64616-50 x1']}          | ${'a muscle on each side'}
  ${'cervical_dystonia'}      | ${at('right', 'trapezius', 'scalenes')}                                                          | ${['64616-RT x1']}          | ${'one side'}
  ${'dystonia_other'}         | ${at('left', 'thyroarytenoid')}                                                                  | ${['64617-LT x1']}          | ${'larynx'}
  ${'spasticity_upper'}       | ${at('right', ...ARM.slice(0, 4))}                                                               | ${['64642 x1']}             | ${'four muscles'}
  ${'spasticity_upper'}       | ${at('right', ...ARM)}                                                                           | ${['64644 x1']}             | ${'five muscles'}
  ${'spasticity_upper'}       | ${at('bilateral', ...ARM.slice(0, 2))}                                                           | ${['64642 x1', '64643 x1']} | ${'two arms, few each'}
  ${'spasticity_upper'}       | ${at('bilateral', ...ARM)}                                                                       | ${['64644 x1', '64645 x1']} | ${'two arms, many each'}
  ${'spasticity_upper'}       | ${[...at('left', ...ARM), ...at('right', 'brachialis')]}                                         | ${['64644 x1', '64643 x1']} | ${'the add-on by its own number'}
  ${'spasticity_upper'}       | ${at('right', ...ARM.slice(0, 4), 'trapezius')}                                                  | ${['64644 x1']}             | ${'the shoulder girdle counts to the arm'}
  ${'spasticity_lower'}       | ${at('left', ...LEG, 'hamstrings')}                                                              | ${['64642 x1']}             | ${'two heads are one muscle'}
  ${'spasticity_lower'}       | ${at('bilateral', 'soleus', 'biceps_brachii')}                                                   | ${['64642 x1', '64643 x3']} | ${'four limbs'}
  ${'dystonia_other'}         | ${[...at('bilateral', 'thoracic_paraspinals', 'multifidus'), ...at('left', 'rectus_abdominis')]} | ${['64646 x1']}             | ${'five of the trunk'}
  ${'dystonia_other'}         | ${at('bilateral', ...TRUNK)}                                                                     | ${['64647 x1']}             | ${'six of the trunk'}
  ${'hyperhidrosis_axillary'} | ${at('bilateral', 'axilla')}                                                                     | ${['64650 x1']}             | ${'both armpits by definition'}
  ${'hyperhidrosis_other'}    | ${at('bilateral', 'face_skin', 'palm')}                                                          | ${['64653 x1']}             | ${'once, however many areas'}
  ${'hyperhidrosis_other'}    | ${at('bilateral', 'palm', 'sole')}                                                               | ${['64999 x1']}             | ${'hands and feet'}
  ${'sialorrhea'}             | ${at('bilateral', 'parotid')}                                                                    | ${['64611 x1']}             | ${'glands'}
  ${'tension_headache'}       | ${at('bilateral', 'frontalis')}                                                                  | ${['64999 x1']}             | ${'no code of its own, not that of the face'}
  ${'chronic_neck_pain'}      | ${at('bilateral', 'trapezius')}                                                                  | ${['64999 x1']}             | ${'no code of its own, not that of the neck'}
  ${'chronic_back_pain'}      | ${at('bilateral', 'multifidus')}                                                                 | ${['64999 x1']}             | ${'no code of its own, not that of the trunk'}
  ${'cervical_dystonia'}      | ${at('midline', 'trapezius')}                                                                    | ${['64616 x1']}             | ${'in the midline: no side'}
  ${'cervical_dystonia'}      | ${at('left', 'trapezius', 'masseter')}                                                           | ${['64616-LT x1']}          | ${'the jaw goes with the neck'}
  ${'dystonia_other'}         | ${at('left', 'rhomboids', 'supraspinatus', 'infraspinatus')}                                     | ${['64642 x1']}             | ${'muscles of the shoulder blade move the arm'}
  ${'dystonia_other'}         | ${at('midline', 'rectus_abdominis', 'multifidus')}                                               | ${['64646 x1']}             | ${'a muscle in the midline counts too'}
  ${'dystonia_other'}         | ${at('midline', 'soleus')}                                                                       | ${[]}                       | ${'a limb has a side'}
  ${'dystonia_other'}         | ${at('left', 'no_such_muscle')}                                                                  | ${[]}                       | ${'an unknown muscle has no code'}
  ${'dystonia_other'}         | ${at('left', 'trapezius')}                                                                       | ${['64616-LT x1']}          | ${'the neck, where no limb is spastic'}
  ${'spasticity_lower'}       | ${at('left', 'soleus', 'trapezius')}                                                             | ${['64642 x1', '64643 x1']} | ${'the shoulder girdle of a spastic leg too'}
  ${'tmj_dysfunction'}        | ${at('bilateral', 'masseter')}                                                                   | ${['64999 x1']}             | ${'64612 would be wrong'}
`('$indication, $injections.length rows → $lines: $why', ({ indication, injections, lines }) => {
  expect(told({ indication, injections })).toEqual(lines);
});

it.each`
  guidance                                 | code         | why
  ${['emg', null]}                         | ${['95874']} | ${'EMG'}
  ${['stimulation', 'none']}               | ${['95873']} | ${'stimulation'}
  ${['emg', 'stimulation']}                | ${['95874']} | ${'never both'}
  ${['emg', 'stimulation', 'stimulation']} | ${['95873']} | ${'what more muscles had'}
  ${['ultrasound']}                        | ${['76942']} | ${'ultrasound'}
  ${['palpation', 'none', null]}           | ${[]}        | ${'nothing to claim'}
`('guided by $guidance → $code: $why', ({ guidance, code }) => {
  const muscles = ['trapezius', 'scalenes', 'splenius_capitis'];
  const injections = (guidance as string[]).map((by, index) => ({
    muscle: muscles[index],
    side: 'left',
    guidance: by,
  }));
  const { lines } = procedureLines({ indication: 'cervical_dystonia', injections } as ProcedureSession);
  expect(lines.slice(1).map((line) => line.code)).toEqual(code);
});

it.each`
  guidance                                 | told         | why
  ${['emg', 'stimulation']}                | ${['95874']} | ${'only one of them stands'}
  ${['stimulation', 'stimulation', 'emg']} | ${['95873']} | ${'whichever is claimed'}
  ${['emg']}                               | ${[]}        | ${'there was no other'}
  ${['stimulation']}                       | ${[]}        | ${'there was no other'}
`('guided by $guidance: the text of $told says that one alone stands: $why', ({ guidance, told: says }) => {
  const muscles = ['trapezius', 'scalenes', 'splenius_capitis'];
  const injections = (guidance as string[]).map((by, i) => ({
    muscle: muscles[i],
    side: 'left',
    guidance: by,
  }));
  const { lines } = procedureLines({ indication: 'cervical_dystonia', injections } as ProcedureSession);
  expect(lines.filter(({ text }) => text.includes('only one stands')).map(({ code }) => code)).toEqual(says);
});

it.each`
  injections                                                                               | missing                                                                   | why
  ${at('left', 'no_such_muscle')}                                                          | ${['No procedure code is known for the places injected: ask the payer.']} | ${'no place that a code has'}
  ${at('left', 'trapezius')}                                                               | ${[]}                                                                     | ${'a code is known'}
  ${[{ ...at('left', 'trapezius')[0], guidance: 'endoscopy' }, ...at('left', 'scalenes')]} | ${['No code is known for guidance by CT or endoscopy: ask the payer.']}   | ${'by endoscopy in one of two'}
`('$injections lacks $missing: $why', ({ injections, missing }) => {
  expect(procedureLines({ indication: 'dystonia_other', injections }).missing).toEqual(missing);
});

it.each`
  indication                  | muscle          | guidance         | lines                 | missing                   | why
  ${'hyperhidrosis_axillary'} | ${'axilla'}     | ${'emg'}         | ${['64650']}          | ${['Guidance by EMG']}    | ${'no add-on to glands'}
  ${'tmj_dysfunction'}        | ${'masseter'}   | ${'stimulation'} | ${['64999']}          | ${['Guidance by stimul']} | ${'nor to an unlisted code'}
  ${'sialorrhea'}             | ${'parotid'}    | ${'ultrasound'}  | ${['64611', '76942']} | ${[]}                     | ${'ultrasound is no add-on'}
  ${'spasticity_upper'}       | ${'brachialis'} | ${'emg'}         | ${['64642', '95874']} | ${[]}                     | ${'a limb'}
  ${'chronic_migraine'}       | ${'frontalis'}  | ${'emg'}         | ${['64615', '95874']} | ${[]}                     | ${'migraine'}
  ${'dystonia_other'}         | ${'multifidus'} | ${'emg'}         | ${['64646', '95874']} | ${[]}                     | ${'the trunk'}
`('$indication guided by $guidance → $lines: $why', ({ indication, muscle, guidance, lines, missing }) => {
  const part = procedureLines({ indication, injections: [{ muscle, side: 'left', guidance }] });
  expect(part.lines.map(({ code }) => code)).toEqual(lines);
  expect(part.missing).toEqual((missing as string[]).map((text) => expect.stringContaining(text)));
});

it.each`
  injections                                                               | text
  ${at('bilateral', 'trapezius')}                                          | ${'Muscles of the neck, both sides (V:AAPC; 50: M).'}
  ${at('right', 'trapezius')}                                              | ${'Muscles of the neck, right (V:AAPC; 50: M).'}
  ${at('midline', 'trapezius')}                                            | ${'Muscles of the neck, in the midline only: no side (V:AAPC; 50: M).'}
  ${[...at('right', 'brachialis'), ...at('left', 'brachialis', 'soleus')]} | ${'left arm 1 muscle, left leg 1 muscle: beside the base code of the most treated limb of the day (V:CPT-42,CPT-45).'}
`('says where: $text', ({ injections, text }) => {
  const { lines } = procedureLines({ indication: 'dystonia_other', injections });
  expect(lines.map((line) => line.text)).toContain(text);
});

it('counts EMG of the larynx as part of its code, and says that CT has none', () => {
  const injections = [{ muscle: 'thyroarytenoid', side: 'left', guidance: 'emg' }];
  expect(told({ indication: 'dystonia_other', injections } as ProcedureSession)).toEqual(['64617-LT x1']);
  const by = [{ muscle: 'longus_colli', side: 'left', guidance: 'ct' }];
  expect(
    procedureLines({ indication: 'cervical_dystonia', injections: by } as ProcedureSession).missing,
  ).toEqual(['No code is known for guidance by CT or endoscopy: ask the payer.']);
});

it.each`
  earlier | later | lines           | why
  ${1}    | ${0}  | ${['64642 x1']} | ${'more than the other session'}
  ${2}    | ${0}  | ${['64643 x1']} | ${'as many, and the other comes first'}
  ${0}    | ${2}  | ${['64642 x1']} | ${'as many, and it comes first'}
  ${0}    | ${3}  | ${['64643 x1']} | ${'fewer than the other session'}
`(
  'two arm muscles beside $earlier and $later leg muscles of that day → $lines: $why',
  ({ earlier, later, lines }) => {
    const of = (count: number) => [
      {
        indication: 'spasticity_lower',
        injections: at('left', ...['soleus', 'hamstrings', 'gracilis'].slice(0, count)),
      },
    ];
    const session = { indication: 'spasticity_upper', injections: at('left', ...ARM.slice(0, 2)) };
    expect(told(session as ProcedureSession, { earlier: of(earlier), later: of(later) } as never)).toEqual(
      lines,
    );
  },
);

function told(session: ProcedureSession, day?: Parameters<typeof procedureLines>[1]): string[] {
  return procedureLines(session, day).lines.map(
    ({ code, modifiers, billingUnits }) => `${[code, ...modifiers].join('-')} x${billingUnits}`,
  );
}
