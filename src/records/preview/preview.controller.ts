import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { assessCourse } from '../../clinical/assess-course';
import { historyOf } from '../../clinical/course-input';
import { Clock } from '../../platform/clock';
import { CONFIG, type Config } from '../../platform/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { withoutNulls } from '../../platform/given';
import { Allow } from '../../platform/permissions';
import { clinicSettings } from '../clinic-settings/settings.query';
import { PreviewDto, PreviewView } from './preview.dto';

@ApiTags('assessments')
@Controller('assessments')
export class PreviewController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the decisions say of a history that is not stored: when due and why, how it stands, how the response goes. */
  @Post('preview')
  @HttpCode(200)
  @Allow('assessment.preview')
  async preview(@Body() dto: PreviewDto): Promise<PreviewView> {
    const settings = await clinicSettings(this.work.db, this.config.clinicZone);
    const rules = {
      ...settings.courseRules,
      settings: { ...settings.due, ...withoutNulls(dto.settings ?? {}) },
    };
    const history = historyOf(withoutNulls(dto));
    return assessCourse(history, dto.asOf ?? this.clock.today(settings.zone), rules);
  }
}
