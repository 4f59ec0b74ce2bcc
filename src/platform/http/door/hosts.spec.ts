import { answersTo, refuseWrongHost } from './hosts';

it.each`
  host                     | allowed                       | answers  | why
  ${'clinic.example'}      | ${['clinic.example']}         | ${true}  | ${'the name itself'}
  ${'clinic.example:8443'} | ${['clinic.example']}         | ${true}  | ${'on any port'}
  ${'CLINIC.example.'}     | ${['clinic.example']}         | ${true}  | ${'in capitals, written out to the root'}
  ${'b.example'}           | ${['a.example', 'b.example']} | ${true}  | ${'one of two'}
  ${'evil.example'}        | ${['clinic.example']}         | ${false} | ${'another'}
  ${'x.clinic.example'}    | ${['clinic.example']}         | ${false} | ${'one below it'}
  ${'clinic.example.evil'} | ${['clinic.example']}         | ${false} | ${'one that begins like it'}
  ${'localhost:3000'}      | ${['clinic.example']}         | ${true}  | ${'this machine'}
  ${'127.0.0.1:3000'}      | ${['clinic.example']}         | ${true}  | ${'this machine by its number'}
  ${'[::1]:3000'}          | ${['clinic.example']}         | ${true}  | ${'by its longer number'}
  ${'127.0.0.1.evil'}      | ${['clinic.example']}         | ${false} | ${'a name that begins like the number'}
  ${'192.168.0.9'}         | ${['clinic.example']}         | ${false} | ${'another number'}
  ${'evil.example'}        | ${[]}                         | ${true}  | ${'no names configured'}
`('$host of $allowed: $answers, $why', ({ host, allowed, answers }) => {
  expect(answersTo(host as string, allowed as string[])).toBe(answers);
});

it.each`
  hosts         | version  | status       | why
  ${['a.test']} | ${'1.1'} | ${undefined} | ${'one name'}
  ${[]}         | ${'1.0'} | ${undefined} | ${'none in HTTP/1.0, as a probe asks'}
  ${[]}         | ${'1.1'} | ${400}       | ${'none'}
  ${['']}       | ${'1.1'} | ${400}       | ${'an empty one'}
  ${['a', 'b']} | ${'1.1'} | ${400}       | ${'two'}
  ${['b.test']} | ${'1.1'} | ${421}       | ${'one that is not ours'}
`('$why: $status', ({ hosts, version, status }) => {
  let refusal: unknown;
  try {
    refuseWrongHost({ hosts, host: hosts[0] ?? '', version }, ['a.test']);
  } catch (problem) {
    refusal = problem;
  }
  expect((refusal as { status: number } | undefined)?.status).toBe(status);
});
