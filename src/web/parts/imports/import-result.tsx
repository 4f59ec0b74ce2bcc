import { counted } from '../../../clinical/words';
import type { ImportView } from '../../../records/imports/imports.dto';
import { CLASSES } from '../../shared/classes';
import { delimiterWords, DATES_WORDS } from './import-words';
import { resultTone, resultWords } from './result-words';

/** More are in the file of refused rows; a page of them all would be read by nobody. */
const MOST_SHOWN = 200;

/** What became of a file, row by row: on its own page, and under the form that sent it. */
export function ImportResult({ file }: { readonly file: ImportView }) {
  const { id, rows, rules, notes } = file;
  return (
    <section id="outcome" class="panel stack" aria-labelledby="outcome-heading" tabIndex={-1}>
      <h2 id="outcome-heading">{file.dryRun ? 'What would happen' : 'What happened'}</h2>
      <div class={CLASSES.notice[resultTone(file)]}>
        {resultWords(file).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <p class="muted">
        Read as {file.encoding}, with {delimiterWords(file.delimiter)} between the values; days{' '}
        {DATES_WORDS[file.dates]}.
      </p>
      {rules.length > 0 && <Rules {...file} />}
      {rows.refused > 0 && (
        <p>
          <a class="button" href={`/api/v1/imports/${id}/refused.csv`} download>
            The {counted(rows.refused, 'refused row')} as a file, each with its reason
          </a>
        </p>
      )}
      <Problems {...file} />
      {notes.length > 0 && (
        <details open={notes.length <= 10}>
          <summary>{counted(notes.length, 'thing')} to know besides</summary>
          <ul>
            {notes.slice(0, MOST_SHOWN).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          {notes.length > MOST_SHOWN && <p class="muted">The first {MOST_SHOWN} are shown.</p>}
        </details>
      )}
    </section>
  );
}

/** History is not blocked by rules of today; whoever takes it reads what they say. */
function Rules({ rules, dryRun }: Pick<ImportView, 'rules' | 'dryRun'>) {
  return (
    <div>
      <p>
        These rules speak against sessions of the file. They {dryRun ? 'would be' : 'were'} taken all the
        same, as history, with it as a note: look whether a number is a slip.
      </p>
      <ul>
        {rules.map(({ code, times, row, message }) => (
          <li key={code}>
            <strong>{code}</strong>, {counted(times, 'time')}; first in row {row}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Problems({ problems }: Pick<ImportView, 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Refused rows">
      <table class="table">
        <caption>Why rows are refused</caption>
        <thead>
          <tr>
            <th scope="col" class="num">
              Row
            </th>
            <th scope="col">Column</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, MOST_SHOWN).map(({ row, column, message, patientId }, at) => (
            <tr key={at}>
              <td class="num">{row}</td>
              <td>{column ?? 'the whole row'}</td>
              <td>
                {message}
                {patientId && (
                  <>
                    {' '}
                    <a href={`/patients/${patientId}`}>Show who is on record</a>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > MOST_SHOWN && (
        <p class="muted">The first {MOST_SHOWN} are shown; all are in the file of refused rows.</p>
      )}
    </div>
  );
}
