/** What decides about the browser: the machine, the variable CHROMIUM, and which programs are there. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly named: string | undefined;
  /** Where Playwright keeps the browser that its own command fetches. */
  readonly fetched: string | undefined;
  readonly has: (path: string) => boolean;
}

export type WhichBrowser =
  | { readonly from: 'machine'; readonly path: string }
  | { readonly from: 'npm' }
  | { readonly from: 'nowhere'; readonly problem: string };

/** Where the packages of the systems and the vendor's installers put Chromium and Chrome. */
const INSTALLED: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
};

/**
 * Which browser do the browser tests use?
 *
 * The one that CHROMIUM names; else one that is installed; else the one that came with the development dependencies, which
 * is built for Linux on x64 alone. Where there is none, one command brings one.
 */
export function whichBrowser({ platform, arch, named, fetched, has }: Machine): WhichBrowser {
  if (named) {
    if (has(named)) return { from: 'machine', path: named };
    return { from: 'nowhere', problem: `CHROMIUM names ${named}, which is no program: correct or unset it.` };
  }
  const places = [...(INSTALLED[platform] ?? []), ...(fetched ? [fetched] : [])];
  const path = places.find(has);
  if (path !== undefined) return { from: 'machine', path };
  if (platform === 'linux' && arch === 'x64') return { from: 'npm' };
  const command = `npx playwright-core install ${platform === 'linux' ? '--with-deps ' : ''}chromium`;
  return {
    from: 'nowhere',
    problem: `The browser tests find no Chromium or Chrome on this machine (${platform} ${arch}); run: ${command}`,
  };
}
