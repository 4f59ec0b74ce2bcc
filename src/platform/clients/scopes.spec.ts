import { grantedScopes, opens } from './scopes';

it.each`
  asked                                                   | registered                              | granted                  | why
  ${['system/*.rs']}                                      | ${['system/*.rs']}                      | ${['system/*.rs']}       | ${'all of all'}
  ${['system/*.rs']}                                      | ${['system/Patient.rs']}                | ${['system/Patient.rs']} | ${'no more than it is registered for'}
  ${['system/Patient.rs']}                                | ${['system/*.rs']}                      | ${['system/Patient.rs']} | ${'no more than it asks for'}
  ${['system/Patient.rs', 'system/Task.rs']}              | ${['system/Task.rs', 'system/Flag.rs']} | ${['system/Task.rs']}    | ${'what both name'}
  ${['system/Patient.read']}                              | ${['system/Patient.rs']}                | ${['system/Patient.rs']} | ${'as the first version wrote it'}
  ${['system/*.rs', 'system/Patient.rs']}                 | ${['system/*.rs']}                      | ${['system/*.rs']}       | ${'the star says it'}
  ${['system/Patient.rs', 'system/Patient.read']}         | ${['system/*.rs']}                      | ${['system/Patient.rs']} | ${'each once'}
  ${['system/Task.rs']}                                   | ${['system/Patient.rs']}                | ${[]}                    | ${'nothing of it'}
  ${['system/*.cruds', 'user/*.rs', 'system/patient.rs']} | ${['system/*.rs']}                      | ${[]}                    | ${'writing, a person’s, no type'}
  ${[]}                                                   | ${['system/*.rs']}                      | ${[]}                    | ${'it asks for nothing'}
`('$asked of $registered: $why', ({ asked, registered, granted }) => {
  expect(grantedScopes(asked, registered)).toEqual(granted);
});

it.each`
  scopes                   | type         | open
  ${['system/*.rs']}       | ${'Patient'} | ${true}
  ${['system/Patient.rs']} | ${'Patient'} | ${true}
  ${['system/Patient.rs']} | ${'Task'}    | ${false}
  ${[]}                    | ${'Patient'} | ${false}
`('$scopes open $type: $open', ({ scopes, type, open }) => {
  expect(opens(scopes, type)).toBe(open);
});
