import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TrailSealer } from './audit/chain/trail-sealer';
import { RefusalLog } from './audit/refusal-log';
import { AUTH_CONTROLLERS, AUTH_ENTITIES, AUTH_PROVIDERS } from './auth/auth.providers';
import { LoginThrottle } from './limits/login-throttle';
import { BackupMetric } from './backups/backup-metric';
import { BackupRun } from './backups/backup-run.entity';
import { ClinicNow } from './clinic';
import { ClinicSetting } from './clinic-setting.entity';
import { Clock } from './clock';
import { ClockWatch } from './clocks/clock-watch';
import { CONFIG, type Config } from './config';
import { dataSourceOptions } from './database/data-source';
import { FullDisk } from './database/faults/full-disk';
import { RemovedRow } from './database/removed-row.entity';
import { UnitOfWork } from './database/unit-of-work';
import { FairTurns } from './limits/fair-turns';
import { OidcService } from './oidc/oidc.service';
import { SmartService } from './smart/smart.service';

export const PLATFORM_ENTITIES = [...AUTH_ENTITIES, ClinicSetting, RemovedRow, BackupRun];

/** What every room stands on: the database, the clinic and its clock, who may, the trail. */
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
        TypeOrmModule.forFeature(PLATFORM_ENTITIES),
      ],
      controllers: AUTH_CONTROLLERS,
      providers: [
        { provide: CONFIG, useValue: config },
        Clock,
        ClockWatch,
        ClinicNow,
        UnitOfWork,
        TrailSealer,
        BackupMetric,
        FullDisk,
        ...AUTH_PROVIDERS,
      ],
      exports: [
        CONFIG,
        Clock,
        ClockWatch,
        ClinicNow,
        UnitOfWork,
        BackupMetric,
        FullDisk,
        OidcService,
        SmartService,
        RefusalLog,
        LoginThrottle,
        FairTurns,
      ],
    };
  }
}
