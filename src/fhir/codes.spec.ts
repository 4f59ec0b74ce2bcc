import { OWN_SYSTEMS, ownConcept, ownSystem, SOURCED, sourced } from './codes';

it('every code of others has a source, and none is given twice', () => {
  const codes = Object.values(SOURCED);
  expect(codes.filter(({ source }) => source.length < 10)).toEqual([]);
  expect(new Set(codes.map(({ system, code }) => `${system}|${code}`)).size).toBe(codes.length);
  expect(codes.filter(({ system }) => OWN_SYSTEMS.some((own) => system === ownSystem(own)))).toEqual([]);
});

it('our own word stands first, those of others behind it', () => {
  expect(ownConcept('plan', 'botulinum-toxin-session', sourced('toxinInjection'))).toEqual({
    coding: [
      {
        system: 'urn:botulinum-toxin-clinic:plan',
        code: 'botulinum-toxin-session',
        display: 'Botulinum toxin session',
      },
      {
        system: 'http://snomed.info/sct',
        code: '404909007',
        display: 'Injection of neurotoxin into muscle',
      },
    ],
    text: 'Botulinum toxin session',
  });
});
