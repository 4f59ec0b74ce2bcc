import { Controller, Get, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import { may, AllowAnyone } from '../../platform/permissions';
import { CLIENT_ROLE } from '../../platform/clients/why-shut';
import { ALGORITHMS } from '../../platform/clients/client-keys';
import { tokenAddress } from '../../platform/clients/assertion';
import { RESOURCE_KINDS } from '../resource-kinds';

/** Where a client gets its token, and what it may ask for. */
@ApiExcludeController()
@Controller('.well-known/smart-configuration')
export class SmartConfigurationController {
  @Get()
  @AllowAnyone()
  @ReadsNothing('where a client gets its token')
  read(@Req() request: FastifyRequest): object {
    const types = RESOURCE_KINDS.filter(({ permission }) => may(CLIENT_ROLE, permission));
    return {
      token_endpoint: tokenAddress(request),
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ALGORITHMS,
      scopes_supported: ['system/*.rs', ...types.map(({ type }) => `system/${type}.rs`)],
      capabilities: ['client-confidential-asymmetric', 'permission-v2'],
    };
  }
}
