import { Module } from '@nestjs/common';
import { CdsController } from './cds.controller';
import { CdsService } from './cds.service';

/** Beside /fhir/R4, at the address that CDS Hooks gives it. */
@Module({ controllers: [CdsController], providers: [CdsService] })
export class CdsModule {}
