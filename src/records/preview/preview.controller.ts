import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { assessCourse } from '../../clinical/assess-course';
import { historyOf, type CourseInput } from '../../clinical/course-input';
import { Clock } from '../../platform/clock';
import { CONFIG, type Config } from '../../platform/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
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
    const history = historyOf(withoutNulls(dto) as CourseInput);
    const { forecast, ...assessed } = assessCourse(
      history,
      dto.asOf ?? this.clock.today(settings.zone),
      rules,
    );
    return { forecast: forecast && { ...forecast, reasons: [...forecast.reasons] }, ...assessed };
  }
}

/** Null and left out mean the same here: not given. */
function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(given.map(([name, field]) => [name, withoutNulls(field as unknown)])) as T;
}
