import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads, ReadsNothing } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { StillWaiting } from '../../platform/http/still-waiting.decorator';
import { ChangeClinicSettingsDto, ClinicSettingsView, SettingsPreviewView } from './clinic-settings.dto';
import { ClinicSettingsService } from './clinic-settings.service';

@ApiTags('clinic settings')
@Controller('clinic-settings')
export class ClinicSettingsController {
  constructor(private readonly settings: ClinicSettingsService) {}

  /** What this clinic has set: zone, closed days, intervals, thresholds. */
  @Get()
  @Allow('settings.read')
  @ReadsNothing('the clinic, no patient')
  read(): Promise<ClinicSettingsView> {
    return this.settings.read();
  }

  /**
   * Change settings. Every course is assessed again in the same transaction; not for the clinic's name, address and telephone.
   *
   * Whoever closes the line before the answer cancels it: then nothing is changed.
   */
  @Patch()
  @Allow('settings.write')
  change(
    @By() actor: SignedIn,
    @IfMatch() version: number,
    @Body() dto: ChangeClinicSettingsDto,
    @StillWaiting() waiting: AbortSignal,
  ): Promise<ClinicSettingsView> {
    return this.settings.change(actor, version, dto, waiting);
  }

  /** What a change of settings would move, open or close. Nothing is stored. */
  @Post('preview')
  @HttpCode(200)
  @Allow('settings.write')
  @Costs('preview')
  @Reads('settings_preview', ({ changes }: SettingsPreviewView) => ({
    courses: changes.map(({ courseId }) => courseId),
  }))
  preview(
    @By() actor: SignedIn,
    @Body() dto: ChangeClinicSettingsDto,
    @StillWaiting() waiting: AbortSignal,
  ): Promise<SettingsPreviewView> {
    return this.settings.preview(actor, dto, waiting);
  }
}
