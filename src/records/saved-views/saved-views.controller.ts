import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsNothing, ReadsWhenRepeated } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import { Allow } from '../../platform/permissions';
import { SavedViewList, SavedViewView, SaveViewDto } from './saved-views.dto';
import { SavedViewsService } from './saved-views.service';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { asWhole, WholeListQuery } from '../../platform/http/updates/whole-list.dto';

@ApiTags('due list')
@Controller('me/views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  /** The views of the due list that I keep. */
  @Get()
  @Allow('due-list.read')
  @TellsUpdates()
  @ReadsNothing('filters of a list, no patient')
  async find(
    @By() actor: SignedIn,
    @Query() _: WholeListQuery,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<SavedViewList> {
    return { ...(await this.views.find(actor)), ...asWhole(unchangedBefore) };
  }

  /** Keep a view of the due list under a name, for me. */
  @Post()
  @Allow('due-list.read')
  @ReadsWhenRepeated('saved_view', ({ id }: SavedViewView) => ({ subjectId: id }))
  @ApiWriteOnce(SavedViewView)
  save(
    @By() actor: SignedIn,
    @Body() dto: SaveViewDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedViewView> {
    return answerOnce(reply, this.views.save(actor, dto));
  }

  /** Remove a view of mine. */
  @Delete(':id')
  @Allow('due-list.read')
  @HttpCode(204)
  remove(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.views.remove(actor, id);
  }
}
