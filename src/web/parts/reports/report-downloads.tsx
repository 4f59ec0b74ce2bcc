import type { ReportFilters } from '../../../reporting/report';
import type { ReportView } from '../../../reporting/reports.dto';
import { marks } from '../../browser/marks';

interface ReportDownloadsProps {
  readonly reports: readonly ReportView[];
  readonly filters: ReportFilters;
}

/** Every report as a file, with the filters of the page, and what each of its columns means. */
export function ReportDownloads({ reports, filters }: ReportDownloadsProps) {
  return (
    <section class="panel stack" aria-labelledby="files">
      <h2 id="files">Files</h2>
      <p class="muted">
        De-identified: pseudonyms stand for ids, ages for birth dates. The days of treatment are real, so keep
        a file as health data. Every download is in the audit trail.
      </p>
      {reports.map((report) => (
        <article class="stack report" key={report.name} {...marks({ file: true })}>
          <h3>{report.title}</h3>
          <p>{report.description}</p>
          <p class="row">
            {report.formats.map((format) => (
              <a
                class="button"
                key={format}
                download
                {...marks({ download: `${report.title} as ${format.toUpperCase()}` })}
                href={addressOf(report, format, filters)}
              >
                {format.toUpperCase()} <span class="visually-hidden">of {report.title}</span>
              </a>
            ))}
          </p>
          <details>
            <summary>
              {`${report.columns.length} columns `}
              <span class="visually-hidden">of {report.title}</span>
            </summary>
            <dl class="facts codebook">
              {report.columns.map(({ name, type, unit, values, description }) => [
                <dt key={`${name}-name`}>
                  <code>{name}</code>
                </dt>,
                <dd key={name}>
                  {description}{' '}
                  <small>
                    {[type, unit].filter(Boolean).join(' · ')}
                    {values && <code>{` · ${values.join(', ')}`}</code>}
                  </small>
                </dd>,
              ])}
            </dl>
          </details>
        </article>
      ))}
    </section>
  );
}

function addressOf({ name, filters: known }: ReportView, format: string, filters: ReportFilters): string {
  const given = Object.entries(filters).flatMap(([filter, value]): [string, string][] =>
    value !== undefined && known.some((possible) => possible === filter) ? [[filter, String(value)]] : [],
  );
  const query = given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
  return `/api/v1/reports/${name}.${format}${query}`;
}
