import { takesFhirJson } from './fhir-format.guard';

it.each`
  format                     | accept                         | takes    | why
  ${undefined}               | ${undefined}                   | ${true}  | ${'asks for nothing'}
  ${undefined}               | ${'*/*'}                       | ${true}  | ${'takes anything'}
  ${undefined}               | ${'application/fhir+json'}     | ${true}  | ${'asks for it'}
  ${undefined}               | ${'application/json;q=0.5'}    | ${true}  | ${'takes plain JSON'}
  ${undefined}               | ${'application/fhir+xml'}      | ${false} | ${'takes XML alone'}
  ${undefined}               | ${'application/fhir+json;q=0'} | ${false} | ${'takes all but it'}
  ${'json'}                  | ${'application/fhir+xml'}      | ${true}  | ${'the parameter decides'}
  ${'application/fhir json'} | ${undefined}                   | ${true}  | ${'a plus sign that came as a space'}
  ${'xml'}                   | ${'application/fhir+json'}     | ${false} | ${'the parameter decides'}
`('_format=$format, Accept: $accept: $takes, $why', ({ format, accept, takes }) => {
  expect(takesFhirJson(format, accept)).toBe(takes);
});
