import type { Role } from '../../platform/actor';
import { launchPath } from './launch-path';

const patientId = 'p';
const none = { patientId, courseIds: [] };
const one = { patientId, courseIds: ['c'] };
const two = { patientId, courseIds: ['c', 'd'] };

it.each`
  role             | numbers       | patient      | path                                      | why
  ${'neurologist'} | ${['1']}      | ${one}       | ${'/courses/c'}                           | ${'the only course that goes on'}
  ${'neurologist'} | ${['1']}      | ${two}       | ${'/patients/p'}                          | ${'of two nobody knows which'}
  ${'neurologist'} | ${['1']}      | ${none}      | ${'/patients/p'}                          | ${'no course, or all have ended'}
  ${'scheduler'}   | ${['1']}      | ${one}       | ${'/patients/p'}                          | ${'a course is not for schedulers'}
  ${'admin'}       | ${['1']}      | ${one}       | ${'/patients/p'}                          | ${'nor for administrators'}
  ${'reporting'}   | ${['1']}      | ${one}       | ${'/'}                                    | ${'patients are not for reporting'}
  ${'reporting'}   | ${['1']}      | ${undefined} | ${'/'}                                    | ${'whoever it is'}
  ${'neurologist'} | ${['A 1/2']}  | ${undefined} | ${'/patients?q=A+1%2F2&launched=unknown'} | ${'nobody has the number'}
  ${'scheduler'}   | ${['1', '2']} | ${undefined} | ${'/patients?q=1&launched=unknown'}       | ${'nobody has either, or two have'}
  ${'scheduler'}   | ${[]}         | ${undefined} | ${'/patients?launched=unnamed'}           | ${'the EHR told none'}
`('a launch leads $role with $numbers to $path: $why', ({ role, numbers, patient, path }: Case) => {
  expect(launchPath(role, numbers, patient)).toBe(path);
});

interface Case {
  readonly role: Role;
  readonly numbers: readonly string[];
  readonly patient: typeof one | undefined;
  readonly path: string;
}
