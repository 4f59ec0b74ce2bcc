import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { ClinicNow, type Clinic } from '../clinic';
import { UnitOfWork } from '../database/unit-of-work';
import type { Asking } from './asking';

@Injectable()
class ReadClinic implements PipeTransform<string | undefined, Promise<Clinic>> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  transform(settingsStored: string | undefined): Promise<Clinic> {
    return this.clinicNow.readUnlessKept(this.work.db, settingsStored);
  }
}

const SettingsStored = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<Asking>().actor?.settingsStored,
);

/** `@Now() clinic: Clinic` in a handler that only reads; what writes reads the clinic in its transaction. */
export const Now = (): ParameterDecorator => SettingsStored(ReadClinic);
