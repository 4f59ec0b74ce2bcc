import { Module } from '@nestjs/common';
import { ClaimsController } from './claims/claims.controller';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';

@Module({ controllers: [ClaimsController, ReportsController], providers: [ReportsService] })
export class ReportingModule {}
