import { Injectable, Logger } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clinic } from '../platform/clinic';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Format } from './files/encoder';
import { ENCODERS } from './files/encoders';
import { exportPlaces } from './exports/export-places';
import { ExportThread } from './exports/export-thread';
import { begun, impatientStream } from './exports/impatient-stream';
import { ReportSources } from './exports/report-source';
import { pseudonymKey } from './deidentify/pseudonym-key';
import { parametersOf, type Report, type ReportFilters } from './report';

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
  /** All that was committed before this moment is in it. */
  readonly asOf: Date;
  /** What to give as `updatedSince` the next time to miss nothing. */
  readonly nextUpdatedSince: Date;
}

@Injectable()
export class ReportsService {
  private readonly log = new Logger('Reports');
  private readonly places = exportPlaces(EXPORTS_AT_ONCE, LONGEST_WAIT_MS);

  constructor(
    private readonly work: UnitOfWork,
    private readonly thread: ExportThread,
    private readonly sources: ReportSources,
  ) {}

  /** Opens an export. The caller has put it in the trail, and reads it to the end or destroys it. */
  async open({ report, format, filters }: AskedReport, clinic: Clinic): Promise<Export> {
    const { zone, today, due } = clinic;
    const leave = await this.places.enter();
    try {
      const asOf = filters.asOf ?? today;
      const key = await pseudonymKey(this.work);
      const { url, ...shows } = await this.sources.find();
      const body = impatientStream(STALLED_AFTER_MS);
      const parameters = parametersOf(filters, asOf, zone);
      const made = this.thread.make({
        url,
        report: report.name,
        format,
        parameters,
        pseudonymKey: key,
        asOf,
        due,
      });
      void pipeline(made, body)
        .catch((error: unknown) =>
          this.log.warn(`${report.name} was not exported to its end: ${codeOf(error)}`),
        )
        .finally(leave);
      await begun(body);
      return {
        body,
        contentType: ENCODERS[format].contentType,
        fileName: `${report.name}-${today}.${format}`,
        ...shows,
      };
    } catch (error) {
      leave();
      throw error;
    }
  }
}

function codeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? 'unknown';
}
