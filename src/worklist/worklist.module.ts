import { Module } from '@nestjs/common';
import { CallsController } from './calling/calls.controller';
import { MyDayController } from './my-day/my-day.controller';
import { PeakChecksController } from './peak-checks/peak-checks.controller';
import { FreeSlotsController } from './schedule/free-slots.controller';
import { MayComeEarlierController } from './schedule/may-come-earlier.controller';
import { ReadinessController } from './readiness/readiness.controller';
import { ToStartController } from './to-start/to-start.controller';
import { UnsignedController } from './unsigned/unsigned.controller';
import { WorklistController } from './worklist.controller';

@Module({
  controllers: [
    WorklistController,
    CallsController,
    UnsignedController,
    PeakChecksController,
    MyDayController,
    FreeSlotsController,
    MayComeEarlierController,
    ReadinessController,
    ToStartController,
  ],
})
export class WorklistModule {}
