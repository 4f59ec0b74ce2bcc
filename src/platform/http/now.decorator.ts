import { createParamDecorator, Injectable, type PipeTransform } from '@nestjs/common';
import { ClinicNow, type Clinic } from '../clinic';
import { UnitOfWork } from '../database/unit-of-work';

@Injectable()
class ReadClinic implements PipeTransform<undefined, Promise<Clinic>> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  transform(): Promise<Clinic> {
    return this.clinicNow.read(this.work.db);
  }
}

const Nothing = createParamDecorator(() => undefined);

/** `@Now() clinic: Clinic` in a handler that only reads; what writes reads the clinic in its transaction. */
export const Now = (): ParameterDecorator => Nothing(ReadClinic);
