import {
  Body,
  Controller,
  Get,
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
import { Exports, Unsent, type Shown } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { OperationOutcome } from '../../platform/http/problems/operation-outcome';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { baseOf } from '../fhir-base';
import { FhirFormatGuard } from '../fhir-format.guard';
import { RESOURCE_KINDS } from '../resource-kinds';
import { readKickOff, type AskedExport, type ExportLevel } from './asked-export';
import { BulkService } from './bulk.service';
import { givenIn } from './given-parameters';

const PATHS: Readonly<Record<ExportLevel, string>> = { system: '', patient: 'Patient', group: 'Group/:id' };

/** Asks for a whole: it is made while the client waits, and found at the Content-Location. */
export function kickOffController(level: ExportLevel): Type<unknown> {
  @ApiExcludeController()
  @Controller(PATHS[level])
  @UseGuards(FhirFormatGuard)
  class KickOffController {
    constructor(private readonly bulk: BulkService) {}

    @Get('$export')
    @Allow('record.export')
    @Costs('export')
    @HttpCode(202)
    @Exports('fhir_export', inTrail)
    get(
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Query() query: unknown,
      @Param('id') group: string | undefined,
      @By() actor: SignedIn,
    ): Unsent<AskedExport> {
      return this.ask({ request, reply, actor, group, given: givenIn(query, undefined) });
    }

    @Post('$export')
    @Allow('record.export')
    @Costs('export')
    @HttpCode(202)
    @Exports('fhir_export', inTrail)
    post(
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Body() body: unknown,
      @Param('id') group: string | undefined,
      @By() actor: SignedIn,
    ): Unsent<AskedExport> {
      return this.ask({ request, reply, actor, group, given: givenIn(request.query, body) });
    }

    private ask({ request, reply, actor, group, given }: Asking): Unsent<AskedExport> {
      const lenient = [request.headers.prefer].flat().some((prefer) => prefer?.includes('handling=lenient'));
      const asked = readKickOff({ level, group, given, lenient }, RESOURCE_KINDS, actor);
      const { protocol, host, originalUrl } = request;
      return new Unsent(asked, async () => {
        const id = await this.bulk.ask(actor, asked, `${protocol}://${host}${originalUrl}`);
        const at = `${baseOf(request)}/bulk-exports/${id}`;
        void reply.header('content-location', at).header('content-type', 'application/fhir+json');
        return accepted(at);
      });
    }
  }

  Object.defineProperty(KickOffController, 'name', { value: `Fhir${level}ExportController` });
  return KickOffController;
}

/** A filter may hold a name. */
function inTrail({ level, indication, types, since, typeFilters }: AskedExport): Shown {
  return { detail: { level, indication, types, since, filters: typeFilters.length } };
}

interface Asking {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly actor: SignedIn;
  readonly group: string | undefined;
  readonly given: readonly (readonly [string, string])[];
}

function accepted(at: string): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'information',
        code: 'informational',
        details: { text: 'Accepted' },
        diagnostics: `Ask at ${at} until it is made.`,
      },
    ],
  };
}
