import type { Patient } from 'fhir/r4';
import { searchset } from './searchset';

const patient = (id: string): Patient => ({ resourceType: 'Patient', id });
const FOUND = {
  base: 'https://clinic.example/fhir/R4',
  type: 'Patient',
  total: 3,
  matches: [patient('a')],
  included: [],
  understood: [['name', 'Åsa & co']] as const,
  cursor: undefined,
  nextCursor: null,
};

it('repeats what was understood, and has no empty list', () => {
  expect(searchset({ ...FOUND, total: 0, matches: [] })).toEqual({
    resourceType: 'Bundle',
    type: 'searchset',
    total: 0,
    link: [{ relation: 'self', url: 'https://clinic.example/fhir/R4/Patient?name=%C3%85sa+%26+co' }],
  });
});

it('of what is not counted it says no number', () => {
  expect(searchset({ ...FOUND, total: undefined })).not.toHaveProperty('total');
});

it('leads on from where it ends', () => {
  expect(searchset({ ...FOUND, understood: [], cursor: 'one', nextCursor: 'two' }).link).toEqual([
    { relation: 'self', url: 'https://clinic.example/fhir/R4/Patient?_cursor=one' },
    { relation: 'next', url: 'https://clinic.example/fhir/R4/Patient?_cursor=two' },
  ]);
});

it('shows each once: what was found before what comes along', () => {
  const { entry } = searchset({ ...FOUND, included: [patient('a'), patient('b'), patient('b')] });
  expect(entry?.map(({ fullUrl, search }) => [fullUrl, search?.mode])).toEqual([
    ['https://clinic.example/fhir/R4/Patient/a', 'match'],
    ['https://clinic.example/fhir/R4/Patient/b', 'include'],
  ]);
});
