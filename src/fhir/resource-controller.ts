import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
  type Type,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bundle, FhirResource } from 'fhir/r4';
import { Reads, type Shown } from '../platform/audit/reads';
import type { Clinic } from '../platform/clinic';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { By, type SignedIn } from '../platform/http/by.decorator';
import { TakesForm } from '../platform/http/door/body-limits';
import { Now } from '../platform/http/now.decorator';
import { readCursor, toPage } from '../platform/http/page-cursor';
import { Problem } from '../platform/http/problem';
import { isId } from '../platform/http/validation';
import { Costs } from '../platform/limits/costly';
import { Allow } from '../platform/permissions';
import { baseOf } from './fhir-base';
import { FHIR_JSON, FhirFormatGuard } from './fhir-format.guard';
import { refuseUnlessRead } from './may-read';
import { patientsIn } from './patients-in';
import type { Asked, ResourceKind } from './resource-kind';
import { countRows, findRows, includedRows } from './search/find-rows.query';
import { bothOf, readSearch, type GivenQuery } from './search/read-search';
import { hasId, isNumber, type IdKind } from './search/search-parameter';
import { searchset } from './search/searchset';

/** Reading and searching one type of resource, under the permission of its kind. */
export function resourceController(kind: ResourceKind, kinds: readonly ResourceKind[]): Type<unknown> {
  @ApiExcludeController()
  @Controller(kind.type)
  @UseGuards(FhirFormatGuard)
  class ResourceController {
    constructor(private readonly work: UnitOfWork) {}

    @Get()
    @Allow(kind.permission)
    @Costs('search')
    @Header('content-type', FHIR_JSON)
    @Reads(kind.subject, shownIn)
    search(
      @Req() request: FastifyRequest,
      @Query() query: GivenQuery,
      @By() actor: SignedIn,
      @Now() clinic: Clinic,
    ): Promise<Bundle<FhirResource>> {
      return this.page(query, { request, actor, clinic });
    }

    /** The same, without what is sought in an address. */
    @Post('_search')
    @HttpCode(200)
    @Allow(kind.permission)
    @Costs('search')
    @TakesForm({ kilobytes: 32 })
    @Header('content-type', FHIR_JSON)
    @Reads(kind.subject, shownIn)
    searchByForm(
      @Req() request: FastifyRequest,
      @Query() query: GivenQuery,
      @Body() form: GivenQuery | undefined,
      @By() actor: SignedIn,
      @Now() clinic: Clinic,
    ): Promise<Bundle<FhirResource>> {
      return this.page(bothOf(query, form), { request, actor, clinic });
    }

    private async page(
      query: GivenQuery,
      { request, ...asked }: Asked & { readonly request: FastifyRequest },
    ): Promise<Bundle<FhirResource>> {
      const { actor, clinic } = asked;
      refuseUnlessRead(actor, kind);
      const search = readSearch(kind, kinds, query, isStrict(request));
      for (const along of [...search.includes.map((included) => included.kind), ...search.through])
        refuseUnlessRead(actor, along);
      const list = `fhir:${kind.type}`;
      const [after] = readCursor(list, search.cursor, [IS_ID[kind.ids]]) ?? [];
      const { db } = this.work;
      const { conditions, count, includes, understood, cursor } = search;
      const isCounted = kind.isUncounted !== true || count === 0;
      const total = isCounted ? await countRows(db, kind, { conditions, clinic }) : undefined;
      const rows =
        count === 0 ? [] : await findRows(db, kind, { conditions, clinic, after, limit: count + 1 });
      const { items, nextCursor } = toPage(list, rows, count, ({ id }) => [id]);
      const included: FhirResource[] = [];
      for (const along of includes) {
        const found = await includedRows(db, along, items, clinic);
        included.push(...found.map((row) => along.kind.resource(row, asked)));
      }
      const matches = items.map((row) => kind.resource(row, asked));
      const base = baseOf(request);
      return searchset({
        base,
        type: kind.type,
        total,
        matches,
        included,
        understood,
        cursor,
        nextCursor,
      });
    }

    @Get(':id')
    @Allow(kind.permission)
    @Header('content-type', FHIR_JSON)
    @Reads(kind.subject, (resource: FhirResource, { params }) => ({
      subjectId: isId(params.id) ? params.id : undefined,
      patients: patientsIn(resource),
    }))
    async read(
      @Param('id') id: string,
      @By() actor: SignedIn,
      @Now() clinic: Clinic,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<FhirResource> {
      refuseUnlessRead(actor, kind);
      const { db } = this.work;
      const [row] = await findRows(db, kind, {
        conditions: [hasId(kind.ids, [id])],
        clinic,
        limit: 1,
      });
      if (row === undefined) throw await noSuch(this.work, id);
      const resource = kind.resource(row, { actor, clinic });
      const { versionId, lastUpdated } = resource.meta ?? {};
      if (versionId !== undefined) void reply.header('etag', `W/"${versionId}"`);
      if (lastUpdated !== undefined) void reply.header('last-modified', new Date(lastUpdated).toUTCString());
      return resource;
    }
  }

  function shownIn({ entry = [] }: Bundle<FhirResource>): Shown {
    return { patients: entry.flatMap(({ resource }) => (resource ? patientsIn(resource) : [])) };
  }

  async function noSuch({ db }: UnitOfWork, id: string): Promise<Problem> {
    const gone = await kind.gone?.(db, id);
    return gone === undefined
      ? new Problem('not-found', `There is no ${kind.type} of this id: search at ${kind.type}.`)
      : new Problem('gone', gone);
  }

  Object.defineProperty(ResourceController, 'name', { value: `Fhir${kind.type}Controller` });
  return ResourceController;
}

const IS_ID: Readonly<Record<IdKind, (part: string) => boolean>> = {
  uuid: isId,
  text: (part) => part !== '',
  number: isNumber,
};

function isStrict({ headers }: FastifyRequest): boolean {
  return [headers.prefer].flat().some((prefer) => prefer?.includes('handling=strict'));
}
