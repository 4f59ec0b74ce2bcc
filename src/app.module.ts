import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, RouterModule } from '@nestjs/core';
import type { Config } from './platform/config';
import { Readiness } from './platform/database/readiness';
import { HealthController } from './platform/health.controller';
import { ClientsModule } from './platform/clients/clients.module';
import { PlatformModule } from './platform/platform.module';
import { ProblemFilter } from './platform/http/problems/problem.filter';
import { RecordsModule } from './records/records.module';
import { ReportingModule } from './reporting/reporting.module';
import { WebModule } from './web/web.module';
import { WorklistModule } from './worklist/worklist.module';
import { CdsModule } from './fhir/cds/cds.module';
import { FHIR_PATH } from './fhir/fhir-base';
import { FhirModule } from './fhir/fhir.module';
import { Hl7Module } from './hl7/hl7.module';

const API_ROOMS = [RecordsModule, WorklistModule, ReportingModule, Hl7Module];

/** The contract stands under /api/v1, and beside it under the paths of FHIR; what people ask for stands outside them. */
const PATHS = [
  ...[PlatformModule, ...API_ROOMS].map((module) => ({ path: 'api/v1', module })),
  { path: FHIR_PATH, module: FhirModule },
];

/** The rooms. */
@Module({})
export class AppModule {
  static on(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(config, databaseUrl),
        ...API_ROOMS,
        FhirModule,
        CdsModule,
        ClientsModule,
        WebModule,
        RouterModule.register(PATHS),
      ],
      controllers: [HealthController],
      providers: [Readiness, { provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
