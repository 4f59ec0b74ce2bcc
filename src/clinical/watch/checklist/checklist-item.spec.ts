import { excluded, explained, open, sessionsText } from './checklist-item';

it.each`
  sessions        | text
  ${[7]}          | ${'session 7'}
  ${[7, 8]}       | ${'sessions 7 and 8'}
  ${[1, 2, 3]}    | ${'sessions 1, 2 and 3'}
  ${[1, 2, 3, 5]} | ${'4 sessions'}
`('names $sessions as “$text”', ({ sessions, text }: { sessions: number[]; text: string }) => {
  expect(sessionsText(sessions.map((session) => ({ session })))).toBe(text);
});

it('a cause is open, with or without words of the record, or the record explains or excludes it', () => {
  expect([open(), open('asked'), explained('it changed'), excluded('it stayed')]).toEqual([
    { status: 'open', detail: '' },
    { status: 'open', detail: 'asked' },
    { status: 'explained', detail: 'it changed' },
    { status: 'excluded', detail: 'it stayed' },
  ]);
});
