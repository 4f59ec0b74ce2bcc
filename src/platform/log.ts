import { ConsoleLogger, type LogLevel } from '@nestjs/common';

/** Logs carry ids and codes, never a name, a birth date or a note. JSON lines unless a person watches the terminal. */
export function serviceLogger(): ConsoleLogger {
  const logLevels: LogLevel[] = ['warn', 'error', 'fatal'];
  return new ConsoleLogger({ json: !process.stdout.isTTY, colors: process.stdout.isTTY, logLevels });
}
