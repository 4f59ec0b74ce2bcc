import { Module } from '@nestjs/common';
import { UnsignedController } from './unsigned.controller';
import { WorklistController } from './worklist.controller';

@Module({ controllers: [WorklistController, UnsignedController] })
export class WorklistModule {}
