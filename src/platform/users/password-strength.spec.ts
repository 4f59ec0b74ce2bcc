import { weaknessOf } from './password-strength';

const ANA = { username: 'a.meyer', displayName: 'Dr. Ana Meyer' };

it.each`
  password                             | isWeak   | why
  ${'12345678'}                        | ${true}  | ${'everybody’s'}
  ${'password'}                        | ${true}  | ${'everybody’s'}
  ${'Password1!'}                      | ${true}  | ${'everybody’s, dressed up'}
  ${'qwertyuiop'}                      | ${true}  | ${'a row of keys'}
  ${'aaaaaaaa'}                        | ${true}  | ${'one letter'}
  ${'        '}                        | ${true}  | ${'blanks'}
  ${'x'.repeat(200)}                   | ${true}  | ${'one letter, however long'}
  ${'abcabcabc'}                       | ${true}  | ${'a repeat'}
  ${'eight888'}                        | ${true}  | ${'a word and a repeat'}
  ${'Summer2026!'}                     | ${true}  | ${'a season and a year'}
  ${`${'p4ssw0rd@dm1n'.repeat(15)}z9`} | ${true}  | ${'a repeat of 200, quickly'}
  ${'a.meyer'}                         | ${true}  | ${'their user name'}
  ${'AnaMeyer1'}                       | ${true}  | ${'their name'}
  ${'Ana Meyer 1'}                     | ${true}  | ${'with blanks'}
  ${'Toxin clinic'}                    | ${true}  | ${'where they work'}
  ${'correct horse battery'}           | ${false} | ${'three words'}
  ${'another password 18'}             | ${false} | ${'two and a number'}
  ${'Meyer2026'}                       | ${true}  | ${'a part of it'}
  ${'Botox2026!'}                      | ${true}  | ${'what the clinic works with'}
  ${'Clinic2026'}                      | ${true}  | ${'what it is'}
  ${'mPv7xq2r'}                        | ${false} | ${'eight of nothing'}
  ${'hnhn-s5u9-2phm-tg42'}             | ${false} | ${'as the demo clinic draws one'}
  ${'corridor teapot 71 lantern'}      | ${false} | ${'words that have nothing to do with each other'}
  ${'korrekt Pferd Übung 17'}          | ${false} | ${'in another language'}
`('$password is weak: $isWeak ($why)', ({ password, isWeak }: { password: string; isWeak: boolean }) => {
  expect(weaknessOf(password, ANA) !== undefined).toBe(isWeak);
});
