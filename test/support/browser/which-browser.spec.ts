import { whichBrowser, type WhichBrowser } from './which-browser';

const CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const FETCHED = '/home/anna/.cache/ms-playwright/chromium/chrome';

interface Case {
  readonly platform: string;
  readonly arch: string;
  readonly named?: string;
  readonly there: readonly string[];
  readonly browser: string;
}

it.each`
  platform    | arch       | named          | there                                                     | browser                                                                                                                                | why
  ${'linux'}  | ${'x64'}   | ${undefined}   | ${[]}                                                     | ${'npm'}                                                                                                                               | ${'a bare machine: the one that npm brought'}
  ${'linux'}  | ${'x64'}   | ${''}          | ${[]}                                                     | ${'npm'}                                                                                                                               | ${'an empty variable names nothing'}
  ${'linux'}  | ${'x64'}   | ${undefined}   | ${['/usr/bin/chromium']}                                  | ${'/usr/bin/chromium'}                                                                                                                 | ${'the installed one goes before it'}
  ${'linux'}  | ${'x64'}   | ${undefined}   | ${['/usr/bin/google-chrome-stable']}                      | ${'/usr/bin/google-chrome-stable'}                                                                                                     | ${'Chrome will do'}
  ${'linux'}  | ${'x64'}   | ${undefined}   | ${['/usr/bin/google-chrome-stable', '/usr/bin/chromium']} | ${'/usr/bin/chromium'}                                                                                                                 | ${'of both Chromium'}
  ${'linux'}  | ${'x64'}   | ${undefined}   | ${[FETCHED]}                                              | ${FETCHED}                                                                                                                             | ${'one that Playwright fetched'}
  ${'linux'}  | ${'x64'}   | ${'/opt/mine'} | ${['/opt/mine', '/usr/bin/chromium']}                     | ${'/opt/mine'}                                                                                                                         | ${'the variable goes before all'}
  ${'linux'}  | ${'x64'}   | ${'/opt/mine'} | ${['/usr/bin/chromium']}                                  | ${'CHROMIUM names /opt/mine, which is no program: correct or unset it.'}                                                               | ${'a wrong name is said, not passed over'}
  ${'linux'}  | ${'arm64'} | ${undefined}   | ${['/usr/bin/chromium-headless-shell']}                   | ${'/usr/bin/chromium-headless-shell'}                                                                                                  | ${'Debian’s small one'}
  ${'linux'}  | ${'arm64'} | ${undefined}   | ${[]}                                                     | ${'The browser tests find no Chromium or Chrome on this machine (linux arm64); run: npx playwright-core install --with-deps chromium'} | ${'npm’s is for x64'}
  ${'darwin'} | ${'arm64'} | ${undefined}   | ${[]}                                                     | ${'The browser tests find no Chromium or Chrome on this machine (darwin arm64); run: npx playwright-core install chromium'}            | ${'npm’s is for Linux'}
  ${'darwin'} | ${'x64'}   | ${undefined}   | ${[]}                                                     | ${'The browser tests find no Chromium or Chrome on this machine (darwin x64); run: npx playwright-core install chromium'}              | ${'on x64, too'}
  ${'darwin'} | ${'arm64'} | ${undefined}   | ${[CHROME]}                                               | ${CHROME}                                                                                                                              | ${'Chrome where a Mac has it'}
  ${'darwin'} | ${'arm64'} | ${undefined}   | ${[FETCHED]}                                              | ${FETCHED}                                                                                                                             | ${'what the command brought'}
  ${'darwin'} | ${'arm64'} | ${undefined}   | ${['/usr/bin/chromium']}                                  | ${'The browser tests find no Chromium or Chrome on this machine (darwin arm64); run: npx playwright-core install chromium'}            | ${'each system has its own places'}
  ${'win32'}  | ${'x64'}   | ${undefined}   | ${[]}                                                     | ${'The browser tests find no Chromium or Chrome on this machine (win32 x64); run: npx playwright-core install chromium'}               | ${'no places are known'}
  ${'win32'}  | ${'x64'}   | ${'C:\\c.exe'} | ${['C:\\c.exe']}                                          | ${'C:\\c.exe'}                                                                                                                         | ${'the variable works everywhere'}
`('$platform $arch, CHROMIUM=$named, there: $there ($why): $browser', (given: Case) => {
  const { there, browser, named, ...machine } = given;
  const which = whichBrowser({ ...machine, named, fetched: FETCHED, has: (path) => there.includes(path) });
  expect(inWords(which)).toBe(browser);
});

function inWords(which: WhichBrowser): string {
  if (which.from === 'machine') return which.path;
  return which.from === 'npm' ? 'npm' : which.problem;
}
