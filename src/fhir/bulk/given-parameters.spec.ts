import { givenIn } from './given-parameters';

const parameters = (...parameter: object[]) => ({ resourceType: 'Parameters', parameter });

it.each`
  query                    | body                                                     | given                                        | why
  ${{ _type: 'Task' }}     | ${undefined}                                             | ${[['_type', 'Task']]}                       | ${'the address'}
  ${{ _type: ['a', 'b'] }} | ${null}                                                  | ${[['_type', 'a'], ['_type', 'b']]}          | ${'one name twice'}
  ${{ _type: '' }}         | ${undefined}                                             | ${[]}                                        | ${'an empty one says nothing'}
  ${{}}                    | ${parameters({ name: '_since', valueInstant: '2026' })}  | ${[['_since', '2026']]}                      | ${'the body'}
  ${{ _type: 'Task' }}     | ${parameters({ name: '_type', valueString: 'Patient' })} | ${[['_type', 'Task'], ['_type', 'Patient']]} | ${'both'}
  ${{}}                    | ${{ resourceType: 'Parameters' }}                        | ${[]}                                        | ${'no parameter in it'}
`('$why', ({ query, body, given }) => {
  expect(givenIn(query, body)).toEqual(given);
});

it.each`
  body                                                                        | says
  ${{ resourceType: 'Patient' }}                                              | ${'Parameters'}
  ${[]}                                                                       | ${'Parameters'}
  ${'text'}                                                                   | ${'Parameters'}
  ${{ resourceType: 'Parameters', parameter: {} }}                            | ${'Parameters'}
  ${parameters({ name: '_type' })}                                            | ${'Parameter 1 must have'}
  ${parameters({ name: '_type', valueString: 'a' }, { valueString: 'Task' })} | ${'Parameter 2 must have'}
  ${{ resourceType: 'Parameters', parameter: [null] }}                        | ${'Parameter 1 must have'}
`('refuses $body', ({ body, says }) => {
  expect(() => givenIn({}, body)).toThrow(says);
});
