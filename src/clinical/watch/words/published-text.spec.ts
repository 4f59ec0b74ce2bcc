import { courseOf } from '../../../../test/support/patients/course-line';
import { scaleCourse } from '../../../../test/support/patients/scale-course';
import { ruleValues } from '../../rules';
import { assessTrend } from '../response-trend';
import { publishedText } from './published-text';

const RULES = ruleValues();
const MHD = 'headache days (a failure is a fall of less than 30 %)';
const TWSTRS = 'TWSTRS total (a failure is a fall of less than 8 points)';
const PAIN = 'pain (0-10) (a failure is a fall of less than 2 points and a fall of less than 30 %)';
const RATED = "patient's rating (a failure is at most 30 %)";

it.each`
  indication             | sessions                                                  | told
  ${'chronic_migraine'}  | ${scaleCourse('mhd', '22-10 22-10 22-21 22-22')}          | ${`is met: sessions 3 and 4 failed by ${MHD}.`}
  ${'chronic_migraine'}  | ${scaleCourse('mhd', '22-10 22-10 22-15 22-15')}          | ${`is not met: session 4, the last that was judged, did not fail by ${MHD}.`}
  ${'cervical_dystonia'} | ${scaleCourse('twstrs_total', '45-30 45-30 45-38 45-38')} | ${`is met: sessions 3 and 4 failed by ${TWSTRS}.`}
  ${'cervical_dystonia'} | ${scaleCourse('twstrs_total', '45-30 45-30 45-37 45-37')} | ${`is not met: session 4, the last that was judged, did not fail by ${TWSTRS}.`}
  ${'chronic_neck_pain'} | ${scaleCourse('nrs_pain', '7-3 7-3 7-6 7-6')}             | ${`is met: sessions 3 and 4 failed by ${PAIN}.`}
  ${'cervical_dystonia'} | ${courseOf('60 60 30 30')}                                | ${`is met: sessions 3 and 4 failed by ${RATED}.`}
  ${'cervical_dystonia'} | ${courseOf('60 60 30 31')}                                | ${`is not met: session 4, the last that was judged, did not fail by ${RATED}.`}
  ${'cervical_dystonia'} | ${courseOf('60 60 31 30')}                                | ${`is not met: only session 4 failed by ${RATED}.`}
  ${'cervical_dystonia'} | ${courseOf('60 20 20')}                                   | ${`is not met: sessions 2 and 3 failed by ${RATED}, but no two in a row had worked before.`}
  ${'cervical_dystonia'} | ${courseOf('60 60 60 20@60 20@50')}                       | ${'is not met: session 5 failed at a reduced dose, which does not count.'}
  ${'cervical_dystonia'} | ${courseOf('60 60 60 20 20@50')}                          | ${'is not met: session 5 failed at a reduced dose, which does not count.'}
  ${'cervical_dystonia'} | ${courseOf('60 60 60 20@60 20 20')}                       | ${`is met: sessions 5 and 6 failed by ${RATED}.`}
  ${'cervical_dystonia'} | ${courseOf('/12 /12 /6 /6')}                              | ${'is not met: no session was judged at the peak by a measure of this indication.'}
`('$indication: $told', ({ indication, sessions, told }) => {
  const { sessions: evidence, states } = assessTrend(sessions, indication, RULES);
  const met = states.at(-1)!.publishedDefinitionMet;
  const text = publishedText(indication, evidence, met);
  expect(text).toBe(
    `The published definition of secondary non-response (two sessions in a row that failed at an adequate dose, after two in a row that worked) ${told}`,
  );
  expect(met).toBe(String(told).startsWith('is met'));
});
