import { Module } from '@nestjs/common';
import { AccessTokensService } from './access-tokens.service';
import { SmartTokenController } from './smart-token.controller';

/** Stands outside of the contract's paths, as FHIR does. */
@Module({ controllers: [SmartTokenController], providers: [AccessTokensService] })
export class ClientsModule {}
