import { applyDecorators, Controller, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CountWaiting } from './count-waiting';
import { ScreenFilter } from './screen.filter';

/** A controller whose answers are screens: not part of the API's document, and its refusals are screens too. */
export function Screen(path = ''): ClassDecorator {
  return applyDecorators(
    ApiExcludeController(),
    Controller(path),
    UseFilters(ScreenFilter),
    UseInterceptors(CountWaiting),
  );
}
