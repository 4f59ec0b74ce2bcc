import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsNothing, ReadsWhenRepeated } from '../../../platform/audit/reads';
import { By, type SignedIn } from '../../../platform/http/by.decorator';
import { IdPipe } from '../../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../../platform/http/write-once.http';
import { Allow } from '../../../platform/permissions';
import { KeepMappingDto, MappingList, MappingView } from './mappings.dto';
import { MappingsService } from './mappings.service';
import { TellsUpdates, UnchangedBefore } from '../../../platform/http/updates/tells-updates.decorator';
import { asWhole, WholeListQuery } from '../../../platform/http/updates/whole-list.dto';

@ApiTags('imports')
@Controller('imports/mappings')
export class MappingsController {
  constructor(private readonly mappings: MappingsService) {}

  /** What the columns of other programs' files are called here. */
  @Get()
  @Allow('import.read')
  @TellsUpdates()
  @ReadsNothing('names of columns')
  async find(@Query() _: WholeListQuery, @UnchangedBefore() unchangedBefore: Date): Promise<MappingList> {
    return { ...(await this.mappings.find()), ...asWhole(unchangedBefore) };
  }

  /**
   * Keep what the columns of another program's file are called here.
   *
   * A file without our names is read by the one mapping of its kind that fits it; POST /imports?mapping= says which.
   */
  @Post()
  @Allow('import.write')
  @ReadsWhenRepeated('import_mapping', ({ id }: MappingView) => ({ subjectId: id }))
  @ApiWriteOnce(MappingView)
  keep(
    @By() actor: SignedIn,
    @Body() dto: KeepMappingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MappingView> {
    return answerOnce(reply, this.mappings.keep(actor, dto));
  }

  /** Remove a mapping: files are no longer read by it. */
  @Delete(':id')
  @Allow('import.write')
  @HttpCode(204)
  remove(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.mappings.remove(actor, id);
  }
}
