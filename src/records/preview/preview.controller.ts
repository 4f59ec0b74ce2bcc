import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { assessCourse } from '../../clinical/assess-course';
import { historyOf, type CourseInput } from '../../clinical/course-input';
import type { Clinic } from '../../platform/clinic';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { PreviewDto, PreviewView } from './preview.dto';

@ApiTags('assessments')
@Controller('assessments')
export class PreviewController {
  /** What the decisions say of a history that is not stored: when due and why, how it stands, how the response goes. */
  @Post('preview')
  @HttpCode(200)
  @Allow('assessment.preview')
  preview(@Body() dto: PreviewDto, @Now() clinic: Clinic): PreviewView {
    const rules = {
      ...clinic.courseRules,
      settings: { ...clinic.due, ...withoutNulls(dto.settings ?? {}) },
    };
    const history = historyOf(withoutNulls(dto) as CourseInput);
    const { forecast, ...assessed } = assessCourse(history, dto.asOf ?? clinic.today, rules);
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
