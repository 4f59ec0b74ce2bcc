import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isPlainDate, type PlainDate } from '../../clinical/calendar';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { productOfBrand } from '../../clinical/elsewhere/toxin-brands';
import type { ToxinProduct } from '../../clinical/units';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { malformed } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { lockPatient } from '../patients/lock-patient';
import type { Patient } from '../patients/patient.entity';
import { ExternalDose } from './external-dose.entity';
import { findExternalDoses } from './external-dose.query';
import type {
  ChangeExternalDoseDto,
  ExternalDoseView,
  FindExternalDosesQuery,
  RecordExternalDoseDto,
} from './external-doses.dto';

@Injectable()
export class ExternalDosesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  record(
    actor: SignedIn,
    dto: RecordExternalDoseDto,
  ): Promise<{ repeated: boolean; view: ExternalDoseView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'external-dose', id, body: dto }, async () => {
        const patient = await lockPatient(tx, dto.patientId);
        refuseUnfitDay(dto.givenOn, patient, (await this.clinicNow.read(tx)).today);
        await tx.insert(ExternalDose, { ...dto, ...namedToxin(dto), id, version: 1 });
      });
      return { repeated, view: await findOrRefuse(tx, ExternalDose, id, 'external dose') };
    });
  }

  change(
    actor: SignedIn,
    id: string,
    version: number,
    { withdrawReason, product, brand, ...dto }: ChangeExternalDoseDto,
  ): Promise<ExternalDoseView> {
    return this.work.write(actor, async (tx) => {
      const before = await findOrRefuse(tx, ExternalDose, id, 'external dose');
      const patient = await lockPatient(tx, before.patientId);
      refuseUnfitDay(dto.givenOn ?? before.givenOn, patient, (await this.clinicNow.read(tx)).today);
      await changeRow(tx, ExternalDose, id, version, {
        ...dto,
        ...((product !== undefined || brand !== undefined) && namedToxin({ product, brand })),
        ...(withdrawReason !== undefined && {
          withdrawReason,
          withdrawnAt: withdrawReason === null ? null : this.clock.now(),
        }),
      });
      return findOrRefuse(tx, ExternalDose, id, 'external dose');
    });
  }

  async find(query: FindExternalDosesQuery): Promise<UpdatesPage<ExternalDoseView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'external-doses', query.cursor, [isPlainDate, isId]);
    const { after } = page;
    const rows = await findExternalDoses(this.work.db, {
      ...query,
      after: after && [after[0] as PlainDate, after[1]!],
      limit: limit + 1,
    });
    return updatesPage(page, rows, limit, (row) => [row.givenOn, row.id]);
  }
}

interface NamedToxin {
  readonly product: ToxinProduct | null;
  readonly brand: string | null;
}

/** One of our products, or a brand, which may be a name of one. Both where they are the same toxin. */
function namedToxin({ product = null, brand = null }: Partial<NamedToxin>): NamedToxin {
  if (brand === null) {
    if (product === null)
      throw malformed('/product', 'toxin-required', 'Name the product, or else its brand as it was told');
    return { product, brand };
  }
  const sold = productOfBrand(brand);
  if (product !== null && product !== sold) {
    const other = sold ? `of ${PRODUCTS[sold].brand}` : 'of none of our products, as far as we know';
    throw malformed(
      '/brand',
      'brand-of-another-product',
      `This is a name ${other}, not of ${PRODUCTS[product].brand}: send either product or brand`,
    );
  }
  return { product: sold, brand };
}

function refuseUnfitDay(givenOn: PlainDate, { birthDate, deceasedOn }: Patient, today: PlainDate): void {
  if (birthDate && givenOn < birthDate)
    throw malformed('/givenOn', 'before-birth', 'givenOn lies before the patient was born');
  if (deceasedOn && givenOn > deceasedOn)
    throw malformed('/givenOn', 'after-death', `givenOn lies after the death of the patient (${deceasedOn})`);
  if (givenOn > today)
    throw malformed('/givenOn', 'future', `givenOn lies in the future (today is ${today})`);
}
