import { Controller, Get, Header, Param, Req, UseGuards, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Bundle, FhirResource } from 'fhir/r4';
import { Reads } from '../platform/audit/reads';
import type { Clinic } from '../platform/clinic';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { By, type SignedIn } from '../platform/http/by.decorator';
import { Now } from '../platform/http/now.decorator';
import { Problem } from '../platform/http/problem';
import { isId } from '../platform/http/validation';
import { Allow } from '../platform/permissions';
import { baseOf } from './fhir-base';
import { FHIR_JSON, FhirFormatGuard } from './fhir-format.guard';
import { refuseUnlessRead } from './may-read';
import { patientsIn } from './patients-in';
import type { ResourceKind } from './resource-kind';
import { everyVersion } from './search/find-rows.query';

/** What a resource was before it was corrected, the newest first. */
export function historyController(kind: ResourceKind): Type<unknown> {
  @ApiExcludeController()
  @Controller(kind.type)
  @UseGuards(FhirFormatGuard)
  class HistoryController {
    constructor(private readonly work: UnitOfWork) {}

    @Get(':id/_history')
    @Allow(kind.permission)
    @Header('content-type', FHIR_JSON)
    @Reads(kind.subject, ({ entry = [] }: Bundle<FhirResource>, { params }) => ({
      subjectId: isId(params.id) ? params.id : undefined,
      patients: entry.flatMap(({ resource }) => (resource ? patientsIn(resource) : [])),
    }))
    async history(
      @Req() request: FastifyRequest,
      @Param('id') id: string,
      @By() actor: SignedIn,
      @Now() clinic: Clinic,
    ): Promise<Bundle<FhirResource>> {
      refuseUnlessRead(actor, kind);
      const rows = await everyVersion(this.work.db, kind, id, clinic);
      if (rows.length === 0) throw new Problem('not-found', `There is no ${kind.type} of this id.`);
      const base = baseOf(request);
      const versions = rows.map((row) => kind.resource(row, { actor, clinic }));
      return {
        resourceType: 'Bundle',
        type: 'history',
        total: versions.length,
        link: [{ relation: 'self', url: `${base}/${kind.type}/${id}/_history` }],
        entry: versions.map((resource, index) => ({
          fullUrl: `${base}/${kind.type}/${resource.id}`,
          resource,
          request: {
            method: index === versions.length - 1 ? ('POST' as const) : ('PUT' as const),
            url: index === versions.length - 1 ? kind.type : `${kind.type}/${resource.id}`,
          },
          response: {
            status: index === versions.length - 1 ? '201' : '200',
            etag: `W/"${resource.meta?.versionId}"`,
            lastModified: resource.meta?.lastUpdated,
          },
        })),
      };
    }
  }

  Object.defineProperty(HistoryController, 'name', { value: `Fhir${kind.type}HistoryController` });
  return HistoryController;
}
