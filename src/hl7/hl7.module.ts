import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Hl7AppointmentRow } from './appointments/hl7-appointment.entity';
import { Hl7MessageRow } from './hl7-message.entity';
import { Hl7MessagesController } from './hl7-messages.controller';
import { Hl7MessagesService } from './hl7-messages.service';
import { MllpListener } from './mllp-listener';
import { MergeProposalsController } from './proposals/merge-proposals.controller';
import { MergeProposalsService } from './proposals/merge-proposals.service';
import { MessageTaker } from './taking/message-taker';

@Module({
  imports: [TypeOrmModule.forFeature([Hl7MessageRow, Hl7AppointmentRow])],
  controllers: [Hl7MessagesController, MergeProposalsController],
  providers: [Hl7MessagesService, MergeProposalsService, MessageTaker, MllpListener],
})
export class Hl7Module {}
