import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated, type Shown } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import { FindFlagsQuery, FlagPage, FlagView, ReviewFlagDto } from './flags.dto';
import { ReviewsService } from './reviews.service';

@ApiTags('flags')
@Controller('flags')
export class FlagsController {
  constructor(private readonly reviews: ReviewsService) {}

  /** What a neurologist should look at. */
  @Get()
  @Allow('flag.read')
  @Reads('review_flag', ({ items }: FlagPage) => ({ patients: items.map(({ patientId }) => patientId) }))
  find(@Query() query: FindFlagsQuery, @Now() clinic: Clinic): Promise<FlagPage> {
    return this.reviews.find(query, clinic);
  }

  /** One flag with its evidence, its reviews and what may follow. */
  @Get(':id')
  @Allow('flag.read')
  @Reads('review_flag', ofFlag)
  read(@Param('id', IdPipe) id: string, @Now() clinic: Clinic): Promise<FlagView> {
    return this.reviews.read(id, clinic);
  }

  /** Decide on a flag. A switch plans the other product for the course, a stop ends it. */
  @Post(':id/reviews')
  @Allow('flag.review')
  @ReadsWhenRepeated('review_flag', ofFlag)
  @ApiWriteOnce(FlagView)
  review(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: ReviewFlagDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FlagView> {
    return answerOnce(reply, this.reviews.review(actor, id, dto));
  }
}

function ofFlag({ id, patientId }: FlagView): Shown {
  return { subjectId: id, patients: [patientId] };
}
