import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsNothing, ReadsWhenRepeated } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import { Allow } from '../../platform/permissions';
import { ExcursionsService } from './excursions/excursions.service';
import { LotsService } from './lots.service';
import {
  ExcursionPage,
  ExcursionView,
  FindExcursionsQuery,
  RecordExcursionDto,
} from './excursions/excursions.dto';
import { StockForecastView, StockView } from './stock/stock.dto';
import {
  ChangeLotDto,
  DiscardVialDto,
  FindLotsQuery,
  FindVialsQuery,
  HoldLotDto,
  LotPage,
  LotPatientsView,
  LotView,
  OpenVialDto,
  ReceiveLotDto,
  ReceiveVialDto,
  ReconstituteVialDto,
  ReleaseLotDto,
  StockVialPage,
  StockVialView,
} from './supply.dto';
import { VialsService } from './vials.service';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { asWhole, WholeListQuery } from '../../platform/http/updates/whole-list.dto';

@ApiTags('supply')
@Controller()
export class SupplyController {
  constructor(
    private readonly lots: LotsService,
    private readonly vials: VialsService,
    private readonly excursions: ExcursionsService,
  ) {}

  /** Lots, the first to expire first. */
  @Get('lots')
  @Allow('supply.read')
  @Reads('lot', ({ items }: LotPage) => ({ patients: items.map(({ patientId }) => patientId) }))
  findLots(@Query() query: FindLotsQuery): Promise<LotPage> {
    return this.lots.find(query);
  }

  /** Receive a lot, or record what was ordered: typed, or by its GS1 code. */
  @Post('lots')
  @Allow('supply.write')
  @ReadsWhenRepeated('lot', ({ id, patientId }: LotView) => ({ subjectId: id, patients: [patientId] }))
  @ApiWriteOnce(LotView)
  receiveLot(
    @By() actor: SignedIn,
    @Body() dto: ReceiveLotDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LotView> {
    return answerOnce(reply, this.lots.receive(actor, dto));
  }

  /** One lot. */
  @Get('lots/:id')
  @Allow('supply.read')
  @Reads('lot', ({ id, patientId }: LotView) => ({ subjectId: id, patients: [patientId] }))
  readLot(@Param('id', IdPipe) id: string): Promise<LotView> {
    return this.lots.read(id);
  }

  /** Say when it was ordered, shipped or arrived, and where it is kept. */
  @Patch('lots/:id')
  @Allow('supply.write')
  changeLot(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangeLotDto,
  ): Promise<LotView> {
    return this.lots.change(actor, id, version, dto);
  }

  /** Put a lot on hold: nothing is drawn from it until it is released. */
  @Post('lots/:id/hold')
  @HttpCode(200)
  @Allow('supply.write')
  holdLot(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: HoldLotDto,
  ): Promise<LotView> {
    return this.lots.hold(actor, id, reason);
  }

  /** Release a lot that was on hold, with why. */
  @Post('lots/:id/release')
  @HttpCode(200)
  @Allow('supply.write')
  releaseLot(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReleaseLotDto,
  ): Promise<LotView> {
    return this.lots.release(actor, id, reason);
  }

  /** Who got something of a lot, for a recall. */
  @Get('lots/:id/patients')
  @Allow('recall.read')
  @TellsUpdates()
  @Reads('lot', ({ lotId, items }: LotPatientsView) => ({
    subjectId: lotId,
    patients: items.map(({ patientId }) => patientId),
  }))
  async patientsOfLot(
    @Param('id', IdPipe) id: string,
    @Query() _: WholeListQuery,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<LotPatientsView> {
    return { ...(await this.lots.patients(id)), ...asWhole(unchangedBefore) };
  }

  /** Vials, the first to expire first; with `usable` those to draw from today. */
  @Get('vials')
  @Allow('supply.read')
  @Reads('vial', ({ items }: StockVialPage) => ofVials(items))
  findVials(@By() actor: SignedIn, @Query() query: FindVialsQuery): Promise<StockVialPage> {
    return this.vials.find(actor, query);
  }

  /** Receive one more vial of a lot: by the lot's id, or by its GS1 code. */
  @Post('vials')
  @Allow('supply.write')
  @ReadsWhenRepeated('vial', (vial: StockVialView) => ({ subjectId: vial.id, ...ofVials([vial]) }))
  @ApiWriteOnce(StockVialView)
  receiveVial(
    @By() actor: SignedIn,
    @Body() dto: ReceiveVialDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StockVialView> {
    return answerOnce(reply, this.vials.receive(actor, dto));
  }

  /** One vial. */
  @Get('vials/:id')
  @Allow('supply.read')
  @Reads('vial', (vial: StockVialView) => ({ subjectId: vial.id, ...ofVials([vial]) }))
  readVial(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<StockVialView> {
    return this.vials.read(actor, id);
  }

  /** Open a vial. */
  @Post('vials/:id/open')
  @HttpCode(200)
  @Allow('supply.write')
  open(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: OpenVialDto,
  ): Promise<StockVialView> {
    return this.vials.open(actor, id, dto);
  }

  /** Make up a vial: its hours in use begin. */
  @Post('vials/:id/reconstitute')
  @HttpCode(200)
  @Allow('supply.write')
  reconstitute(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: ReconstituteVialDto,
  ): Promise<StockVialView> {
    return this.vials.reconstitute(actor, id, dto);
  }

  /** Discard what is left in a vial, or a part of it. */
  @Post('vials/:id/discard')
  @HttpCode(200)
  @Allow('supply.write')
  discard(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: DiscardVialDto,
  ): Promise<StockVialView> {
    return this.vials.discard(actor, id, dto);
  }

  /** When refrigerators were too warm or too cold, the latest first, with the lots that are still on hold. */
  @Get('stock/excursions')
  @Allow('supply.read')
  @ReadsNothing('refrigerators and lots, no patient')
  findExcursions(@Query() query: FindExcursionsQuery): Promise<ExcursionPage> {
    return this.excursions.find(query);
  }

  /** Record that a refrigerator was too warm or too cold: its lots are put on hold. */
  @Post('stock/excursions')
  @Allow('supply.write')
  @ReadsWhenRepeated('temperature_excursion', ({ id }: ExcursionView) => ({ subjectId: id }))
  @ApiWriteOnce(ExcursionView)
  recordExcursion(
    @By() actor: SignedIn,
    @Body() dto: RecordExcursionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExcursionView> {
    return answerOnce(reply, this.excursions.record(actor, dto));
  }

  /** What is here, by product and size of vial. */
  @Get('stock')
  @Allow('stock.read')
  @TellsUpdates()
  @ReadsNothing('counts of vials, no patient')
  async stock(@Query() _: WholeListQuery, @UnchangedBefore() unchangedBefore: Date): Promise<StockView> {
    return { ...(await this.vials.stock()), ...asWhole(unchangedBefore) };
  }

  /** What the due days of the next twelve weeks need by product, against what is here and when it expires, with what to order. */
  @Get('stock/forecast')
  @Allow('stock.read')
  @TellsUpdates()
  @ReadsNothing('sums over visits, no patient')
  async forecast(
    @Query() _: WholeListQuery,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<StockForecastView> {
    return { ...(await this.vials.forecast()), ...asWhole(unchangedBefore) };
  }
}

function ofVials(vials: readonly StockVialView[]) {
  return {
    patients: vials.map(({ patientId }) => patientId),
    sessions: vials.flatMap(({ sessionId }) => sessionId ?? []),
  };
}
