import { Module } from '@nestjs/common';
import { PeakChecksController } from './peak-checks.controller';
import { UnsignedController } from './unsigned.controller';
import { WorklistController } from './worklist.controller';

@Module({ controllers: [WorklistController, UnsignedController, PeakChecksController] })
export class WorklistModule {}
