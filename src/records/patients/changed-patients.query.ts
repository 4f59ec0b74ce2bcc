const CHANGED = [
  'select id from patient where updated_at >= $since',
  'select patient_id from course where updated_at >= $since',
  'select patient_id from course_assessment where assessed_at >= $since',
  ...[
    'injection_session x join course c on c.id = x.course_id where x.updated_at',
    'appointment x join course c on c.id = x.course_id where x.updated_at',
    'hold x join course c on c.id = x.course_id where x.updated_at',
    'review_flag x join course c on c.id = x.course_id where x.updated_at',
    'adverse_event x join injection_session s on s.id = x.session_id join course c on c.id = s.course_id where x.updated_at',
    'alert_answer x join injection_session s on s.id = x.session_id join course c on c.id = s.course_id where x.created_at',
  ].map((rows) => `select c.patient_id from ${rows} >= $since`),
].join('\nunion\n');

/**
 * SQL: the patients of whom something changed since a moment. What is told of a patient, of a course or of an authorization
 * is made from all of these rows: rather it comes once more than once too seldom.
 *
 * @param since how the statement names the moment
 */
export function changedPatients(since: string): string {
  return CHANGED.replaceAll('$since', () => since);
}
