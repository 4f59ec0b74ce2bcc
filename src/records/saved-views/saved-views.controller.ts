import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsNothing, ReadsWhenRepeated } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import { Allow } from '../../platform/permissions';
import { SavedViewList, SavedViewView, SaveViewDto } from './saved-views.dto';
import { SavedViewsService } from './saved-views.service';

@ApiTags('due list')
@Controller('me/views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  /** The views of the due list that I keep. */
  @Get()
  @Allow('due-list.read')
  @ReadsNothing('filters of a list, no patient')
  find(@By() actor: SignedIn): Promise<SavedViewList> {
    return this.views.find(actor);
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
