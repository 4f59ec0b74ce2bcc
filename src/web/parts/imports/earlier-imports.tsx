import type { Clinic } from '../../../platform/clinic';
import type { ImportSummaryView } from '../../../records/imports/imports.dto';
import { timeWords } from '../../shared/day-text';
import { KIND_WORDS, STATE_WORDS } from './import-words';

interface EarlierImportsProps {
  readonly items: readonly ImportSummaryView[];
  readonly moreAt?: string;
  readonly clinic: Pick<Clinic, 'zone' | 'today'>;
}

/** The files that were tried or taken, the last one first. */
export function EarlierImports({ items, moreAt, clinic }: EarlierImportsProps) {
  return (
    <section class="panel scroll" id="earlier" aria-labelledby="earlier-heading" tabIndex={0}>
      <h2 id="earlier-heading">Earlier files</h2>
      {items.length === 0 ? (
        <p class="empty">No file has been read yet.</p>
      ) : (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">When</th>
              <th scope="col">What became of it</th>
              <th scope="col" class="num">
                Rows
              </th>
              <th scope="col" class="num">
                New
              </th>
              <th scope="col" class="num">
                There before
              </th>
              <th scope="col" class="num">
                Refused
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((file) => (
              <EarlierImport key={file.id} file={file} clinic={clinic} />
            ))}
          </tbody>
        </table>
      )}
      {moreAt && (
        <p>
          <a class="button" href={moreAt}>
            Show more
          </a>
        </p>
      )}
    </section>
  );
}

function EarlierImport({
  file,
  clinic: { zone, today },
}: {
  readonly file: ImportSummaryView;
  readonly clinic: EarlierImportsProps['clinic'];
}) {
  const { id, kind, name, dryRun, state, rows, createdAt } = file;
  return (
    <tr>
      <th scope="row">
        <a href={`/imports/${id}`}>{name ?? KIND_WORDS[kind]}</a>
        {name && <span class="muted"> {KIND_WORDS[kind]}</span>}
      </th>
      <td>{timeWords(createdAt, zone, today)}</td>
      <td>{dryRun ? `tried, ${STATE_WORDS[state]}` : STATE_WORDS[state]}</td>
      <td class="num">{rows.total}</td>
      <td class="num">{rows.new}</td>
      <td class="num">{rows.same}</td>
      <td class="num">{rows.refused}</td>
    </tr>
  );
}
