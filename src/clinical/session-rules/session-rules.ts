import { rule } from '../rule-row';

/** Thresholds for giving a session and for the interval to the next. `S01` and `S02` are days, counted from session to session. */
export const SESSION_RULES = [
  // Usual interval to the next session
  rule('S01.usual.default', [84, 'days'], 'P', 'Usual interval'),
  rule(
    'S01.usual.cervical_dystonia.daxi',
    [112, 'days'],
    'P',
    'Usual interval of Daxxify in cervical dystonia',
  ),
  rule('S01.usual.hyperhidrosis_axillary', [168, 'days'], 'P', 'Usual interval in axillary hyperhidrosis'),
  rule('S01.usual.hyperhidrosis_other', [112, 'days'], 'P', 'Usual interval in other hyperhidrosis'),
  rule('S01.usual.sialorrhea.inco', [112, 'days'], 'P', 'Usual interval of Xeomin in sialorrhea'),

  // Shortest interval
  rule('S02.ona.minimum', [84, 'days'], 'V:BOT-EM,BOT-PED', 'Shortest interval of Botox: 12 weeks'),
  rule('S02.abo.minimum', [84, 'days'], 'V:DYS-CD,DYS-AS,DYS-PED', 'Shortest interval of Dysport: 12 weeks'),
  rule(
    'S05.abo.child.upper.minimum',
    [112, 'days'],
    'V:DYS-PED',
    'Shortest interval of Dysport in a child’s upper limb: 16 weeks',
  ),
  rule('S02.inco.minimum', [84, 'days'], 'V:XEO-DC', 'Shortest interval of Xeomin: 12 weeks'),
  rule('S02.inco.child.minimum', [84, 'days'], 'M', 'Shortest interval of Xeomin in a child'),
  rule(
    'S02.inco.sialorrhea.minimum',
    [112, 'days'],
    'V:XEO-EPO,XEO-CSI',
    'Shortest interval of Xeomin in sialorrhea: 16 weeks',
  ),
  rule('S02.rima.minimum', [84, 'days'], 'P; V:MYO-MPR', 'Shortest interval of Myobloc'),
  rule('S08.daxi.minimum', [84, 'days'], 'P; V:DAX-MS,DAX-WH', 'Shortest interval of Daxxify'),
  rule(
    'S02.booster',
    [56, 'days'],
    'P',
    'A second injection of the same region sooner than this is a booster',
  ),
  rule('S02.short', [84, 'days'], 'P', 'An interval shorter than this counts as short'),
  rule(
    'S02.continuation',
    [28, 'days'],
    'P',
    'A session may be completed or touched up so long after its day',
  ),

  // Cumulative and session doses
  rule('S03.window', [84, 'days'], 'P; V:DAX-CB,MYO-MAG', 'Window of a cumulative dose, for “3 months”'),
  rule(
    'S03.ona.adult.cap',
    [400, 'U'],
    'V:BOT-DC,BOT-HL',
    'Botox, adults: at most 400 U in 3 months, all indications together',
  ),
  rule('S04.weight.age', [30, 'days'], 'P', 'A child’s weight is dated so near to the session'),
  rule(
    'S04.weight.high',
    [2.5, 'times'],
    'P',
    'More than so many times the usual weight of the age is asked about',
  ),
  rule(
    'S04.weight.low',
    [0.5, 'times'],
    'P',
    'Less than such a share of the usual weight of the age is asked about',
  ),
  rule('S04.ona.child.perKg', [10, 'U/kg'], 'V:BOT-LL340', 'Botox, children: at most 10 U/kg in 3 months'),
  rule('S04.ona.child.cap', [340, 'U'], 'V:BOT-LL340', 'Botox, children: at most 340 U in 3 months'),
  rule(
    'S04.ona.child.upper.perKg',
    [6, 'U/kg'],
    'V:BOT-PED',
    'Botox, children: at most 6 U/kg in the upper limb',
  ),
  rule(
    'S04.ona.child.upper.cap',
    [200, 'U'],
    'V:BOT-PED',
    'Botox, children: at most 200 U in the upper limb',
  ),
  rule(
    'S04.ona.child.lower.perKg',
    [8, 'U/kg'],
    'V:BOT-LL340',
    'Botox, children: at most 8 U/kg in one lower limb',
  ),
  rule(
    'S04.ona.child.lower.cap',
    [300, 'U'],
    'V:BOT-LL340',
    'Botox, children: at most 300 U in one lower limb',
  ),
  rule(
    'S05.abo.adult.cap',
    [1500, 'U'],
    'V:DYS-AS',
    'Dysport, adults: at most 1,500 U in one session, upper and lower limbs together',
  ),
  rule(
    'S05.abo.cervical_dystonia.cap',
    [1000, 'U'],
    'V:DYS-CD,DYS-IE',
    'Dysport in cervical dystonia: at most 1,000 U in one session',
  ),
  rule('S05.abo.child.perKg', [30, 'U/kg'], 'V:DYS-PED', 'Dysport, children: at most 30 U/kg in one session'),
  rule('S05.abo.child.cap', [1000, 'U'], 'V:DYS-PED', 'Dysport, children: at most 1,000 U in one session'),
  rule(
    'S05.abo.child.upper.perKg',
    [16, 'U/kg'],
    'V:DYS-PED',
    'Dysport, children: at most 16 U/kg in one upper limb',
  ),
  rule(
    'S05.abo.child.upper.cap',
    [640, 'U'],
    'V:DYS-PED',
    'Dysport, children: at most 640 U in one upper limb',
  ),
  rule(
    'S05.abo.child.lower.perKg',
    [15, 'U/kg'],
    'V:DYS-PED',
    'Dysport, children: at most 15 U/kg in one lower limb',
  ),
  rule(
    'S05.abo.child.lower.cap',
    [1000, 'U'],
    'V:DYS-PED',
    'Dysport, children: at most 1,000 U in one lower limb',
  ),
  rule('S06.inco.cap', [400, 'U'], 'V:XEO-DC', 'Xeomin: at most 400 U in one session'),
  rule(
    'S06.inco.child.perKg',
    [16, 'U/kg'],
    'V:XEO-OR',
    'Xeomin, children: at most 16 U/kg in both upper limbs',
  ),
  rule('S06.inco.child.cap', [400, 'U'], 'V:XEO-OR', 'Xeomin, children: at most 400 U in both upper limbs'),
  rule(
    'S06.inco.child.upper.perKg',
    [8, 'U/kg'],
    'V:XEO-OR',
    'Xeomin, children: at most 8 U/kg in one upper limb',
  ),
  rule(
    'S06.inco.child.upper.cap',
    [200, 'U'],
    'V:XEO-OR',
    'Xeomin, children: at most 200 U in one upper limb',
  ),
  rule(
    'S06.inco.sialorrhea.cap',
    [100, 'U'],
    'V:XEO-EPO,XEO-CSI',
    'Xeomin in sialorrhea: 100 U in one session, in children less by weight',
  ),
  rule(
    'S07.rima.sialorrhea.cap',
    [3500, 'U'],
    'V:MYO-HCP',
    'Myobloc in sialorrhea: 1,500 to 3,500 U in one session',
  ),
  rule(
    'S07.rima.first.cap',
    [5000, 'U'],
    'V:MYO-RG,MYO-HCP',
    'Myobloc in cervical dystonia: first session at most 5,000 U',
  ),
  rule(
    'S07.rima.first.untried',
    [2500, 'U'],
    'V:MYO-RG,MYO-HCP',
    'Myobloc: below 2,500 U at first unless toxin was tolerated before',
  ),
  rule('S08.daxi.cap', [250, 'U'], 'V:DAX-MS', 'Daxxify: at most 250 U in one session'),
  rule('S09.window', [84, 'days'], 'P; V:DAX-MS', 'Two products so near to each other'),

  // Cumulative doses of the products that labels limit per session
  rule(
    'S05.abo.window.cap',
    [1500, 'U'],
    'P; V:DYS-AS',
    'Dysport over weeks, all indications together: the most of one session',
  ),
  rule(
    'S06.inco.window.cap',
    [400, 'U'],
    'P; V:XEO-DC',
    'Xeomin over weeks, all indications together: the most of one session',
  ),
  rule(
    'S07.rima.window.cap',
    [15000, 'U'],
    'P; V:MYO-MAG',
    'Myobloc over weeks, all indications together, as insurers have it',
  ),
  rule(
    'S07.rima.cervical_dystonia.window.cap',
    [10000, 'U'],
    'P; V:MYO-MAG',
    'Myobloc over weeks in cervical dystonia, as insurers have it',
  ),
  rule(
    'S08.daxi.window.cap',
    [300, 'U'],
    'P; V:DAX-CB',
    'Daxxify over weeks, all indications together, as insurers have it',
  ),

  // Where a label starts
  rule(
    'S05.abo.cervical_dystonia.start',
    [500, 'U'],
    'V:DYS-CD,DYS-IE',
    'Dysport in cervical dystonia: the label starts with 500 U',
  ),
  rule(
    'S05.abo.arm',
    [1000, 'U'],
    'V:DYS-AS',
    'Dysport in one arm: up to 1,000 U; outside the US more only with shoulder muscles',
  ),
  rule(
    'S06.inco.cervical_dystonia.start',
    [120, 'U'],
    'V:XEO-CD',
    'Xeomin in cervical dystonia: the label starts with 120 U',
  ),
  rule(
    'S19.inco.start',
    [50, 'U'],
    'V:XEO-BSP',
    'Xeomin in blepharospasm: the label starts with 50 U, 25 U an eye',
  ),

  // Age on the label
  rule('S10.adult', [18, 'years'], 'V:BOT-WH,DYS-CD,XEO-CD,MYO-PP,DAX-MS', 'Labelled for adults'),
  rule(
    'S10.ona.eyelid',
    [12, 'years'],
    'V:WMIB',
    'Botox in blepharospasm and facial-nerve disorders: from 12 years',
  ),
  rule('S10.inco.sialorrhea', [2, 'years'], 'V:XEO-CSI', 'Xeomin in sialorrhea: from 2 years'),
  rule('S10.inco.sialorrhea.weight', [12, 'kg'], 'V:XEO-CSI', 'Xeomin in sialorrhea: from 12 kg'),
  rule('S10.spasticity', [2, 'years'], 'V:BOT-WH,DYS-PED,XEO-PED', 'Spasticity: from 2 years'),

  // Vials
  rule('S11.ona.hours', [24, 'hours'], 'V:BOT-STO', 'Botox is used within 24 hours of reconstitution'),
  rule('S11.abo.hours', [24, 'hours'], 'M', 'Dysport is used so soon after reconstitution'),
  rule('S11.inco.hours', [24, 'hours'], 'V:XEO-STO', 'Xeomin is used within 24 hours of reconstitution'),
  rule('S11.rima.hours', [4, 'hours'], 'M', 'Diluted Myobloc is used so soon'),
  rule('S11.daxi.hours', [72, 'hours'], 'M', 'Daxxify is used so soon after reconstitution'),

  // Precautions
  rule('S13.fertile.from', [12, 'years'], 'P', 'Pregnancy is asked about from this age'),
  rule('S13.fertile.to', [50, 'years'], 'P', 'Pregnancy is asked about to this age'),
  rule('S13.answer.days', [28, 'days'], 'P', 'An answer on pregnancy holds so long'),
  rule('S14.again', [365, 'days'], 'P', 'A precaution that may end is asked about again after so long'),
  rule('S17.inr.above', [3, 'INR'], 'P', 'An INR above this asks for a confirmation'),
  rule('S17.inr.age', [28, 'days'], 'P', 'An INR is measured again after so long'),

  // Muscles and sites
  rule('S18.ona.scm.cap', [100, 'U'], 'V:NSTA', 'Botox in both sternocleidomastoids together: at most 100 U'),
  rule('S18.abo.scm.cap', [150, 'U'], 'V:DYS-CD', 'Dysport in one sternocleidomastoid: at most 150 U'),
  rule('S18.inco.scm.cap', [100, 'U'], 'P', 'Xeomin in both sternocleidomastoids together'),
  rule('S18.daxi.scm.cap', [100, 'U'], 'P', 'Daxxify in both sternocleidomastoids together'),
  rule('S19.ona.site.cap', [5, 'U/site'], 'V:BOT-DC', 'Botox in blepharospasm: at most 5 U a site'),
  rule('S19.ona.cap', [200, 'U'], 'V:BOT-DC', 'Botox in blepharospasm: at most 200 U in 30 days'),
  rule('S19.ona.window', [30, 'days'], 'V:BOT-DC', 'Botox in blepharospasm: window of the 200 U'),
  rule('S19.inco.eye.cap', [50, 'U'], 'V:XEO-BSP', 'Xeomin in blepharospasm: at most 50 U an eye'),
  rule('S19.inco.cap', [100, 'U'], 'V:XEO-BSP', 'Xeomin in blepharospasm: at most 100 U in one session'),
  rule('S24.ona.site.cap', [50, 'U/site'], 'V:BOT-SP', 'Botox: at most 50 U in one site'),
  rule('S24.abo.site.volume', [1, 'mL/site'], 'V:DYS-AS', 'Dysport: at most 1 mL in one site'),
  rule(
    'S24.abo.child.site.volume',
    [0.5, 'mL/site'],
    'V:DYS-PED',
    'Dysport, children: at most 0.5 mL in one site',
  ),
  rule(
    'S24.volume.tolerance',
    [10, '%'],
    'P',
    'A volume may differ so much from what units and dilution make',
  ),

  // Dilution
  rule('S24.ona.strength.least', [10, 'U/mL'], 'P; V:BOT-PDR', 'Botox: less in a millilitre is asked about'),
  rule('S24.ona.strength.most', [200, 'U/mL'], 'P; V:BOT-PDR', 'Botox: more in a millilitre is asked about'),
  rule('S24.abo.strength.least', [60, 'U/mL'], 'P; V:DYS-CD', 'Dysport: less in a millilitre is asked about'),
  rule(
    'S24.abo.strength.most',
    [1000, 'U/mL'],
    'P; V:DYS-CD',
    'Dysport: more in a millilitre is asked about',
  ),
  rule('S24.inco.strength.least', [10, 'U/mL'], 'P', 'Xeomin: less in a millilitre is asked about'),
  rule('S24.inco.strength.most', [200, 'U/mL'], 'P', 'Xeomin: more in a millilitre is asked about'),
  rule(
    'S24.rima.strength.least',
    [500, 'U/mL'],
    'P; V:MYO-SUP',
    'Myobloc: less in a millilitre is asked about',
  ),
  rule(
    'S24.rima.strength.most',
    [5000, 'U/mL'],
    'P; V:MYO-SUP',
    'Myobloc: more in a millilitre is asked about',
  ),
  rule('S24.daxi.strength.least', [10, 'U/mL'], 'P', 'Daxxify: less in a millilitre is asked about'),
  rule('S24.daxi.strength.most', [200, 'U/mL'], 'P', 'Daxxify: more in a millilitre is asked about'),

  // What is plausible
  rule('S23.high', [2, 'times'], 'P', 'More than so many times the usual dose is asked about'),
  rule('S23.low', [0.5, 'times'], 'P', 'Less than such a share of the usual dose is noted'),
  rule(
    'S23.child.adult',
    [50, 'kg'],
    'P',
    'Below this weight a child’s usual session is a share of an adult’s',
  ),
  rule('S23.return', [730, 'days'], 'P', 'After so long without a session the dose is weighed up anew'),
  rule(
    'S23.change',
    [2, 'times'],
    'P',
    'A dose that grew or shrank more than so many times since the last is asked about',
  ),
  rule(
    'S23.other',
    [1.2, 'times'],
    'P',
    'More than so many times the limit of the product is asked about when it is usual of another product',
  ),
  rule(
    'S23.stop',
    [3, 'times'],
    'P',
    'More than so many times the limit of the product: no reading of its label makes it possible',
  ),

  // Signature
  rule('S30.unsigned.days', [2, 'days'], 'P', 'A session stays unsigned so long without being named'),

  // Follow-up
  rule('S22.contact.from', [7, 'days'], 'P', 'First contact after a session: not sooner'),
  rule('S22.contact.to', [14, 'days'], 'P', 'First contact after a session: not later'),
  rule('S22.peak.scored.from', [21, 'days'], 'P', 'A response is scored as the peak: not sooner'),
  rule('S22.peak.scored.to', [56, 'days'], 'P', 'A response is scored as the peak: not later'),
  rule('S22.check-in.minutes', [15, 'minutes'], 'P', 'A check-in is begun, and then answered, within'),
  rule(
    'S22.note.scales',
    [20, 'sessions'],
    'P',
    'What asking for the wear-off day brings is told from so many scales a year',
  ),
  rule(
    'S22.note.lengths',
    [10, '%'],
    'P',
    'It is told while the length is known of at most so many sessions',
  ),
] as const;
