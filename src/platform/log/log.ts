import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { requestId } from './request-id';

/** Logs carry ids and codes, never a name, a birth date or a note. JSON lines unless a person watches the terminal. */
export function serviceLogger(): ConsoleLogger {
  const logLevels: LogLevel[] = ['warn', 'error', 'fatal'];
  return new ServiceLogger({ json: !process.stdout.isTTY, colors: process.stdout.isTTY, logLevels });
}

/** A line says for which request it was written: its entries in the trail say the same. */
class ServiceLogger extends ConsoleLogger {
  protected override getJsonLogObject(
    message: unknown,
    options: never,
  ): ReturnType<ConsoleLogger['getJsonLogObject']> {
    return { ...super.getJsonLogObject(message, options), requestId: requestId() };
  }
}
