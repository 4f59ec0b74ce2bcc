import type { FastifyRequest } from 'fastify';
import { deviceWords } from '../sign-ins/device-words';
import { DEVICE_COOKIE } from '../sign-ins/known-device';
import { cookieIn } from './token';

/** Where somebody is who signs in. */
export interface CameFrom {
  readonly address: string;
  /** What they sign in with, in words. */
  readonly device: string;
  /** A screen of ours in a browser, not a program. */
  readonly isBrowser: boolean;
  /** What the cookie of a device that is known holds. */
  readonly deviceToken?: string;
}

/** A browser says with each POST which page it comes from, and no script on that page can keep it from saying so. */
export function cameFrom(request: FastifyRequest): CameFrom {
  const { headers, ip } = request;
  return {
    address: ip,
    device: deviceWords(headers['user-agent']),
    isBrowser: headers.origin !== undefined || headers['sec-fetch-site'] !== undefined,
    deviceToken: cookieIn(request, DEVICE_COOKIE),
  };
}
