import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import { StartError } from '../../embedded-postgres/start-error';

/** What one request of may cost the service as much as a hundred others. */
export const COSTLY = ['preview', 'check', 'export', 'search'] as const;
export type Costly = (typeof COSTLY)[number];
/** How often a minute one user or token may ask for it. */
export type RequestLimits = Readonly<Record<Costly, number>>;

/**
 * Our choice, beyond what a person or a nightly script asks for: ten letters typed a second are 600 searches, all courses
 * of a large clinic are previewed in ten minutes, and every report in every format are some thirty files.
 */
export const USUAL_LIMITS: RequestLimits = { preview: 1200, check: 1200, export: 120, search: 1200 };

const MOST = 1_000_000;

export const COSTS = 'clinic:costs';

/** On a handler that is costly: it counts against the limit of whoever asks. */
export function Costs(what: Costly): CustomDecorator {
  return SetMetadata(COSTS, what);
}

/**
 * `preview=600, export=30`: what is not named keeps the usual limit.
 *
 * @throws StartError naming what is wrong.
 */
export function readLimits(text: string | undefined): RequestLimits {
  const given = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name, number] = /^(\w+) *= *(\d{1,7})$/.exec(part) ?? [];
      const what = COSTLY.find((known) => known === name);
      const limit = Number(number);
      if (what === undefined || limit < 1 || limit > MOST)
        throw new StartError(
          `REQUEST_LIMITS=${text}: ${part} is no limit: give requests a minute such as preview=${USUAL_LIMITS.preview}, of ${COSTLY.join(', ')}, several with commas`,
        );
      return [what, limit];
    });
  return { ...USUAL_LIMITS, ...Object.fromEntries(given) };
}
