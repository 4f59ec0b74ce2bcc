import { Injectable, Logger } from '@nestjs/common';
import type { Readable, Writable } from 'node:stream';
import type { Clinic } from '../platform/clinic';
import { unchangedBefore } from '../platform/database/unchanged-before';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { ReportContext } from './files/column';
import type { Encoder, Format } from './files/encoder';
import { ENCODERS } from './files/encoders';
import { exportPlaces } from './export-places';
import { pseudonymizer } from './deidentify/pseudonym';
import { pseudonymKey } from './deidentify/pseudonym-key';
import { parametersOf, type Report, type ReportFilters } from './report';
import { begun, impatientStream, streamReport } from './stream-report';

/** An export holds a connection for as long as its client reads: the others belong to the clinic's work. */
const EXPORTS_AT_ONCE = 4;
const LONGEST_WAIT_MS = 20_000;
const STALLED_AFTER_MS = 60_000;

/** Which report, in which format, of what. */
export interface AskedReport {
  readonly report: Report;
  readonly format: Format;
  readonly filters: ReportFilters;
}

export interface Export {
  readonly body: Readable;
  readonly contentType: string;
  readonly fileName: string;
  /** What to give as `updatedSince` the next time to miss nothing. */
  readonly nextUpdatedSince: Date;
}

@Injectable()
export class ReportsService {
  private readonly log = new Logger('Reports');
  private readonly places = exportPlaces(EXPORTS_AT_ONCE, LONGEST_WAIT_MS);

  constructor(private readonly work: UnitOfWork) {}

  /** Opens an export. The caller has put it in the trail, and reads it to the end or destroys it. */
  async open({ report, format, filters }: AskedReport, clinic: Clinic): Promise<Export> {
    const { zone, today, due } = clinic;
    const leave = await this.places.enter();
    try {
      const asOf = filters.asOf ?? today;
      const pseudonymize = pseudonymizer(await pseudonymKey(this.work));
      const nextUpdatedSince = await unchangedBefore(this.work.db);
      const encoder = ENCODERS[format];
      const body = impatientStream(STALLED_AFTER_MS);
      void this.write(
        report,
        parametersOf(filters, asOf, zone),
        { pseudonymize, asOf, due },
        encoder,
        body,
      ).finally(leave);
      await begun(body);
      return {
        body,
        contentType: encoder.contentType,
        fileName: `${report.name}-${today}.${format}`,
        nextUpdatedSince,
      };
    } catch (error) {
      leave();
      throw error;
    }
  }

  private write(
    report: Report,
    parameters: readonly unknown[],
    context: ReportContext,
    encoder: Encoder,
    out: Writable,
  ): Promise<void> {
    return this.work
      .snapshot((db) => streamReport(db, report, parameters, context, encoder, out))
      .catch((error: unknown) => {
        if (!out.writableFinished)
          this.log.warn(`${report.name} was not exported to its end: ${codeOf(error)}`);
        out.destroy(error as Error);
      });
  }
}

function codeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? 'unknown';
}
