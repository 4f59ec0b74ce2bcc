import { viewOfMerge } from './merge-view';
import type { PatientMerge } from './patient-merge.entity';

it('tells of what was moved how much, and of the merge what it is', () => {
  const merge = { id: 'm', reason: 'the same person' } as PatientMerge;
  const rows = (count: number) => Array.from({ length: count }, (_, at) => `row ${at}`);
  const moved = {
    course: rows(1),
    prior_authorization: rows(2),
    cover_override: rows(3),
    external_dose: rows(4),
    patient_precaution: rows(5),
    pregnancy_answer: rows(6),
    lot: rows(0),
  };
  expect(viewOfMerge({ ...merge, moved })).toEqual({
    ...merge,
    moved: {
      courses: 1,
      authorizations: 2,
      coverOverrides: 3,
      externalDoses: 4,
      precautions: 5,
      pregnancyAnswers: 6,
      lots: 0,
    },
  });
});
