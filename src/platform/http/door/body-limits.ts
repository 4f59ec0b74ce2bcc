import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How much one request may send. Beyond it nothing is validated: the size alone is the refusal. */
export interface BodyLimits {
  readonly kilobytes: number;
  /** Every field and every item, at whatever depth. */
  readonly values: number;
}

/**
 * No object of ours has more fields: the longest is `ruleValues` of the clinic settings, with a field for each of some 120
 * thresholds that a clinic can set.
 */
export const MOST_FIELDS = 200;

/** A name of ours has 40 letters at most, a column of somebody else's file may have more; what is refused is named in the answer. */
export const LONGEST_NAME = 200;

/**
 * Our choice, from the largest requests of ours: all clinic settings are 1,000 closed days, 200 intervals of four fields and
 * the thresholds, some 2,200 values; a session with every list full has some 1,700.
 */
export const USUAL: BodyLimits = { kilobytes: 256, values: 3000 };

/** A life of 200 sessions, with some fifty values each: about ten injections and a response with its measurements. */
export const HISTORY: Partial<BodyLimits> = { values: 10_000 };

/** A name, a password and a code in the longest way to write them: 304 letters of twelve bytes (`\ud83d\udc89`). */
export const SIGN_IN: Partial<BodyLimits> = { kilobytes: 4 };

/** A patient's words, 2,000 letters, in the longest way to write them. */
export const PATIENTS_WORDS: Partial<BodyLimits> = { kilobytes: 32 };

/** On a handler whose body is smaller or larger than usual. */
export const TakesBody = (limits: Partial<BodyLimits>) => RouteConfig({ body: limits });

/** On a handler that reads a file of rows instead of JSON. */
export const TakesCsv = (limits: Partial<BodyLimits>) => RouteConfig({ body: limits, csv: true });

/** On a handler that reads a form, as OAuth sends it. */
export const TakesForm = (limits: Partial<BodyLimits>) => RouteConfig({ body: limits, form: true });

export function takesForm(request: FastifyRequest): boolean {
  return (request.routeOptions.config as { form?: boolean }).form === true;
}

export function takesCsv(request: FastifyRequest): boolean {
  return (request.routeOptions.config as { csv?: boolean }).csv === true;
}

/** Hands what handlers declare to the server that reads the bodies. Before the routes are made. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const { kilobytes } = declared(route.config);
    if (kilobytes !== undefined) route.bodyLimit = kilobytes * 1024;
  });
}

export function limitsOf(request: FastifyRequest): BodyLimits {
  return { ...USUAL, ...declared(request.routeOptions.config) };
}

function declared(config: unknown): Partial<BodyLimits> {
  return (config as { body?: Partial<BodyLimits> } | undefined)?.body ?? {};
}
