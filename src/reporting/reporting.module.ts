import { Module } from '@nestjs/common';
import { ClaimsController } from './claims/claims.controller';
import { ExportThread } from './exports/export-thread';
import { ReportSources } from './exports/report-source';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';

@Module({
  controllers: [ClaimsController, ReportsController],
  providers: [ReportsService, ReportSources, ExportThread],
})
export class ReportingModule {}
