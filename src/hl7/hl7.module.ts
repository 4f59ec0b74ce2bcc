import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Hl7MessageRow } from './hl7-message.entity';
import { MllpListener } from './mllp-listener';
import { MessageTaker } from './taking/message-taker';

@Module({
  imports: [TypeOrmModule.forFeature([Hl7MessageRow])],
  providers: [MessageTaker, MllpListener],
})
export class Hl7Module {}
