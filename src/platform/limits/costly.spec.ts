import { readLimits, USUAL_LIMITS, type RequestLimits } from './costly';

it.each`
  text                           | read                           | why
  ${undefined}                   | ${{}}                          | ${'the usual ones'}
  ${''}                          | ${{}}                          | ${'the same'}
  ${'preview=60'}                | ${{ preview: 60 }}             | ${'one of its own'}
  ${' export = 1, search=5000,'} | ${{ export: 1, search: 5000 }} | ${'two, with blanks'}
  ${'check=1000000'}             | ${{ check: 1_000_000 }}        | ${'the highest'}
  ${'check=7, check=8'}          | ${{ check: 8 }}                | ${'the later of two'}
`('REQUEST_LIMITS=$text: $why', ({ text, read }: { text?: string; read: Partial<RequestLimits> }) => {
  expect(readLimits(text)).toEqual({ ...USUAL_LIMITS, ...read });
});

it.each(['preview', 'preview=', 'preview=0', 'preview=-1', 'preview=1.5', 'check=1000001', 'login=5', '60'])(
  'REQUEST_LIMITS=%s is refused in one line',
  (text) => {
    expect(() => readLimits(text)).toThrow(/^REQUEST_LIMITS=.* is no limit: give requests a minute such as/);
  },
);
