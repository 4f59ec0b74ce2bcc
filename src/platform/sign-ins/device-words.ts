const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What somebody signed in with, in words that they know it by: of a browser its name and its system, of a program its name. */
export function deviceWords(userAgent = ''): string {
  const browser = nameOf(BROWSERS, userAgent);
  if (browser !== undefined) {
    const system = nameOf(SYSTEMS, userAgent);
    return system === undefined ? browser : `${browser} on ${system}`;
  }
  return /^[\w.-]{1,40}/.exec(userAgent)?.[0] ?? 'A program';
}

function nameOf(all: typeof BROWSERS, userAgent: string): string | undefined {
  return all.find(([sign]) => sign.test(userAgent))?.[1];
}
