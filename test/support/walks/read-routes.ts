import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { PERMISSIONS, ALLOW, type Permission } from '../../../src/platform/permissions';
import type { Role } from '../../../src/platform/actor';
import { READS } from '../../../src/platform/audit/reads';
import { CdsModule } from '../../../src/fhir/cds/cds.module';
import { FhirModule } from '../../../src/fhir/fhir.module';
import { ClientsModule } from '../../../src/platform/clients/clients.module';
import { WebModule } from '../../../src/web/web.module';
import { AppModule } from '../../../src/app.module';
import type { TestApp } from '../app';

export interface Route {
  readonly method: string;
  /** As it is asked for, `/api/v1/patients/:id`. */
  readonly path: string;
  /** Nobody: anybody may. */
  readonly roles: readonly Role[];
  readonly declaration: unknown;
}

const BASES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [WebModule, ''],
  [AppModule, ''],
  [FhirModule, '/fhir/R4'],
  [CdsModule, ''],
  [ClientsModule, ''],
]);

/** Every route of the service as Nest has it, screens included. */
export function everyRoute({ app }: TestApp): Route[] {
  return [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => {
      const base = BASES.get(module.metatype) ?? '/api/v1';
      const prototype = (metatype as { prototype: Record<string, object> }).prototype;
      return Object.getOwnPropertyNames(prototype)
        .map((name) => prototype[name]!)
        .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
        .map((handler) => {
          const allow = Reflect.getMetadata(ALLOW, handler) as Permission | 'anyone';
          return {
            method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod],
            path: pathOf(base, Reflect.getMetadata(PATH_METADATA, metatype!), handler),
            roles: allow === 'anyone' ? [] : PERMISSIONS[allow],
            declaration: Reflect.getMetadata(READS, handler) as unknown,
          };
        });
    }),
  );
}

function pathOf(base: string, ofController: unknown, handler: object): string {
  const parts = [ofController, Reflect.getMetadata(PATH_METADATA, handler)].map(String);
  const path = parts.map((part) => part.replaceAll(/^\/|\/$/g, '')).filter(Boolean);
  return [base, ...path].join('/') || '/';
}
