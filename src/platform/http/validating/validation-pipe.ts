import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { shapeProblem, type FieldError } from '../problem';
import { LONGER_THAN_NOTHING, SHAPE_WORDS } from './shape-words';

/** Checks the shape of what a client sends: unknown fields are refused, and every error says where and what to do. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => shapeProblem(errors.flatMap((error) => fieldErrors(error, ''))),
  });
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([name, text]) => ({
    pointer,
    code: CODES[name] ?? kebab(name),
    message: words(error, name, text),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

function words({ property, value }: ValidationError, constraint: string, text: string): string {
  if (constraint === 'whitelistValidation') return `${property} ${SHAPE_WORDS.unknownField}`;
  return value === '' ? text.replace(LONGER_THAN_NOTHING, SHAPE_WORDS.notShorter(1)) : text;
}

const CODES: Readonly<Record<string, string>> = { whitelistValidation: 'unknown-field' };

function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
