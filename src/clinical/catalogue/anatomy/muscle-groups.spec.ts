import { groupsOf, MEASURED_GROUPS } from './muscle-groups';

it.each`
  muscles                                                | groups
  ${'biceps_brachii brachialis flexor_carpi_radialis'}   | ${'elbow_flexors wrist_flexors'}
  ${'soleus tibialis_posterior flexor_digitorum_longus'} | ${'plantar_flexors ankle_invertors toe_flexors'}
  ${'adductor_pollicis'}                                 | ${'thumb_flexors'}
  ${'frontalis'}                                         | ${''}
`('$muscles: $groups', ({ muscles, groups }) => {
  expect(groupsOf((muscles as string).split(' ')).join(' ')).toBe(groups);
});

it('a group is measured in one limb, or on a side of both', () => {
  expect(MEASURED_GROUPS).toContain('elbow_flexors');
  expect(MEASURED_GROUPS).toContain('plantar_flexors_left');
});
