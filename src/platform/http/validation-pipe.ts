import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { shapeProblem, type FieldError } from './problem';
import { SHAPE_WORDS } from './shape-words';

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
    message: name === 'whitelistValidation' ? `${error.property} ${SHAPE_WORDS.unknownField}` : text,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

const CODES: Readonly<Record<string, string>> = { whitelistValidation: 'unknown-field' };

function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
