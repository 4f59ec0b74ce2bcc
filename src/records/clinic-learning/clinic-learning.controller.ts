import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads, ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { StillWaiting } from '../../platform/http/still-waiting.decorator';
import { Allow } from '../../platform/permissions';
import { SettingsPreviewView } from '../clinic-settings/clinic-settings.dto';
import { AcceptLearningDto, ClinicLearningView } from './clinic-learning.dto';
import { ClinicLearningService } from './clinic-learning.service';

@ApiTags('clinic learning')
@Controller('clinic-learning')
export class ClinicLearningController {
  constructor(private readonly learning: ClinicLearningService) {}

  /**
   * What the clinic learned from its own courses, what of it is judged with, and what its reviews cost. It learns every
   * night and by `npm run reassess`.
   */
  @Get()
  @Allow('learning.read')
  @ReadsNothing('counts and estimates of the clinic, no patient')
  read(@Now() clinic: Clinic): Promise<ClinicLearningView> {
    return this.learning.read(clinic);
  }

  /** Learn now instead of in the coming night; what it says anew is proposed. Other work goes on meanwhile. */
  @Post()
  @HttpCode(200)
  @Allow('settings.write')
  learn(@By() actor: SignedIn): Promise<ClinicLearningView> {
    return this.learning.learn(actor);
  }

  /** What accepting a version would move, open or close. Nothing is stored. */
  @Post(':version/preview')
  @HttpCode(200)
  @Allow('learning.read')
  @Reads('settings_preview', ({ changes }: SettingsPreviewView) => ({
    courses: changes.map(({ courseId }) => courseId),
  }))
  preview(
    @By() actor: SignedIn,
    @Param('version') version: string,
    @Body() dto: AcceptLearningDto,
    @StillWaiting() waiting: AbortSignal,
  ): Promise<SettingsPreviewView> {
    return this.learning.preview(actor, version, dto, waiting);
  }

  /**
   * Judge with a version from now on. A person decides it, no script; every course is assessed again in the same
   * transaction. Whoever closes the line before the answer cancels it.
   */
  @Post(':version/accept')
  @HttpCode(200)
  @Allow('learning.accept')
  accept(
    @By() actor: SignedIn,
    @Param('version') version: string,
    @Body() dto: AcceptLearningDto,
    @StillWaiting() waiting: AbortSignal,
  ): Promise<ClinicLearningView> {
    return this.learning.accept(actor, version, dto, waiting);
  }

  /** Judge as usual again. The weights of a review stay: they are settings. */
  @Post(':version/withdraw')
  @HttpCode(200)
  @Allow('learning.accept')
  withdraw(
    @By() actor: SignedIn,
    @Param('version') version: string,
    @StillWaiting() waiting: AbortSignal,
  ): Promise<ClinicLearningView> {
    return this.learning.withdraw(actor, version, waiting);
  }
}
