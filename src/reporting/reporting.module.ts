import { Module } from '@nestjs/common';
import { ClaimsController } from './claims/claims.controller';
import { ExportThread } from './exports/export-thread';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';

@Module({ controllers: [ClaimsController, ReportsController], providers: [ReportsService, ExportThread] })
export class ReportingModule {}
