import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RefusalLog } from './audit/refusal-log';
import { AUTH_CONTROLLERS, AUTH_ENTITIES, AUTH_PROVIDERS } from './auth/auth.providers';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';
import { dataSourceOptions } from './database/data-source';
import { UnitOfWork } from './database/unit-of-work';

/** What every room stands on: the database, the clock, who may, the trail. */
@Global()
@Module({})
export class PlatformModule {
  static on(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(databaseUrl),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        TypeOrmModule.forFeature(AUTH_ENTITIES),
      ],
      controllers: AUTH_CONTROLLERS,
      providers: [{ provide: CONFIG, useValue: config }, Clock, UnitOfWork, ...AUTH_PROVIDERS],
      exports: [CONFIG, Clock, UnitOfWork, RefusalLog],
    };
  }
}
