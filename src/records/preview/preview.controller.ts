import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { assessCourse } from '../../clinical/assess-course';
import { historyOf } from '../../clinical/course-input';
import type { Clinic } from '../../platform/clinic';
import { Now } from '../../platform/http/now.decorator';
import { withoutNulls } from '../../platform/given';
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
    const history = historyOf(withoutNulls(dto));
    return assessCourse(history, dto.asOf ?? clinic.today, rules);
  }
}
