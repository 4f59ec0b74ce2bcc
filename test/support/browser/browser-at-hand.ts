import { accessSync, constants, statSync } from 'node:fs';
import { chromium, type LaunchOptions } from 'playwright-core';
import { fontsConfig } from './fonts';
import { npmChromium } from './npm-chromium';
import { whichBrowser } from './which-browser';

/**
 * The browser of the browser tests and the surroundings that it needs, as `chromium.launch` takes them.
 *
 * @throws when there is none; the message is one line that says what to do.
 */
export async function browserAtHand(): Promise<LaunchOptions> {
  const { platform, arch, env } = process;
  const which = whichBrowser({
    platform,
    arch,
    named: env['CHROMIUM'],
    fetched: chromium.executablePath(),
    has: isProgram,
  });
  if (which.from === 'nowhere') throw new Error(which.problem);
  const { path, libraries } =
    which.from === 'npm' ? await npmChromium() : { path: which.path, libraries: undefined };
  return {
    executablePath: path,
    env: {
      ...env,
      // Elsewhere the system has its own fonts and its own way to them.
      ...(platform === 'linux' && { FONTCONFIG_FILE: await fontsConfig() }),
      ...(libraries && { LD_LIBRARY_PATH: [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':') }),
    },
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
