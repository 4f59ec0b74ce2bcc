import { deskText } from './desk-text';

const MSH = 'MSH|^~\\&|HIS|GENERAL|CLINIC|HERE|20261128||SIU^S12|C1|P|2.5.1';

it.each`
  line                                                        | shown                                           | why
  ${'EVN||20261128'}                                          | ${'EVN||20261128'}                              | ${'when it took place'}
  ${'PID|1||A-1^^^G^MR||Example^Eve||19710304|F'}             | ${'PID|1||A-1^^^G^MR||Example^Eve||19710304|F'} | ${'who it is'}
  ${'PID|1||A-1||E^E||19710304|F|||12 High St'}               | ${'PID|1||A-1||E^E||19710304|F|||'}             | ${'not where they live'}
  ${'MRG|A-2'}                                                | ${'MRG|A-2'}                                    | ${'which number is given up'}
  ${'SCH|P1|F1||||Botox 200 U^neck|||30|MIN|^^^202612011000'} | ${'SCH|P1|F1|||||||30|MIN|^^^202612011000'}     | ${'when they come, not for what'}
  ${'TQ1|||||100^U||202612011000'}                            | ${'TQ1|||||||202612011000'}                     | ${'a time without its quantity'}
  ${'RXA|0|1|20261128||Botox|200|U'}                          | ${''}                                           | ${'a dose'}
  ${'OBX|1|NM|dose||200|U'}                                   | ${''}                                           | ${'what was measured'}
  ${'NTE|1||gave 200 U'}                                      | ${''}                                           | ${'words'}
  ${'DG1|1||G24.3'}                                           | ${''}                                           | ${'a diagnosis'}
  ${'AIS|1||BOTOX200'}                                        | ${''}                                           | ${'a service'}
  ${'constructor|1'}                                          | ${''}                                           | ${'no segment at all'}
`('$line: $why', ({ line, shown }) => {
  expect(deskText(`${MSH}\r${line}\r`)).toBe([MSH, shown].filter(Boolean).join('\r'));
});

it('reads the separator that the message names, and lines of any end', () => {
  const text = 'MSH!^~\\&!HIS\r\nPID!1!!A-1!!E^E\nRXA!0!1!!!Botox!200';
  expect(deskText(text)).toBe('MSH!^~\\&!HIS\rPID!1!!A-1!!E^E');
});
