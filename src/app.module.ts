import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { Config } from './platform/config';
import { PlatformModule } from './platform/platform.module';
import { ProblemFilter } from './platform/problem.filter';
import { RecordsModule } from './records/records.module';
import { ReportingModule } from './reporting/reporting.module';
import { WebModule } from './web/web.module';
import { WorklistModule } from './worklist/worklist.module';

/** The rooms. */
@Module({})
export class AppModule {
  static on(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.on(config, databaseUrl), RecordsModule, WorklistModule, ReportingModule, WebModule],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
