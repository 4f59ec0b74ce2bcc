import { Controller, Get, Header, Req, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { CapabilityStatement } from 'fhir/r4';
import { ReadsNothing } from '../../platform/audit/reads';
import { AllowAnyone } from '../../platform/permissions';
import { capabilityStatement } from './capability-statement';
import { baseOf } from '../fhir-base';
import { FHIR_JSON, FhirFormatGuard } from '../fhir-format.guard';
import { RESOURCE_KINDS } from '../resource-kinds';

@ApiExcludeController()
@Controller('metadata')
@UseGuards(FhirFormatGuard)
export class MetadataController {
  @Get()
  @AllowAnyone()
  @Header('content-type', FHIR_JSON)
  @ReadsNothing('what there is to be read')
  read(@Req() request: FastifyRequest): CapabilityStatement {
    return capabilityStatement(RESOURCE_KINDS, baseOf(request));
  }
}
