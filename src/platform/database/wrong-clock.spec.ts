import { wrongClock } from './wrong-clock';

it.each`
  service       | database      | newest        | said                                                           | why
  ${'12:00:00'} | ${'12:00:00'} | ${null}       | ${undefined}                                                   | ${'nothing is recorded yet'}
  ${'12:00:00'} | ${'12:00:00'} | ${'11:59:00'} | ${undefined}                                                   | ${'as it should be'}
  ${'12:00:00'} | ${'12:00:00'} | ${'12:05:00'} | ${undefined}                                                   | ${'five minutes may be put right'}
  ${'12:00:00'} | ${'12:00:00'} | ${'12:05:01'} | ${/^The clock stands at .*12:00:00.*before.*12:05:01/}         | ${'a second more: it was set back'}
  ${'12:05:00'} | ${'12:00:00'} | ${'11:59:00'} | ${undefined}                                                   | ${'two machines, five minutes apart'}
  ${'12:05:01'} | ${'12:00:00'} | ${'11:59:00'} | ${/^The clock of this machine .*12:05:01.*database.*12:00:00/} | ${'the service’s goes before'}
  ${'11:54:59'} | ${'12:00:00'} | ${'11:59:00'} | ${/^The clock of this machine .*11:54:59.*database.*12:00:00/} | ${'the service’s was set back alone'}
`('$service, $database, last entry $newest: $why', ({ service, database, newest, said }) => {
  const at = (time: string): Date => new Date(`2026-11-23T${time}Z`);
  const found = wrongClock({
    service: at(service as string),
    database: at(database as string),
    newest: newest === null ? null : at(newest as string),
  });
  if (said === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(said as RegExp);
});
