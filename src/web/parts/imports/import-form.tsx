import { IMPORT_ROWS } from '../../../clinical/bounds';
import { marks } from '../../browser/marks';
import { SelectField } from '../page/field';
import { DATES_WORDS, KIND_WORDS } from './import-words';

const ENCODINGS = [
  'UTF-8',
  'windows-1252',
  'ISO-8859-1',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1250',
  'macroman',
  'CP850',
];

/** Chooses a file; what is found in it is shown by the script, and what nobody can tell is asked. */
export function ImportForm() {
  return (
    <form class="panel stack" aria-labelledby="file-heading" {...marks({ importForm: true })}>
      <h2 id="file-heading">A file of another program</h2>
      <p class="muted">
        A CSV file with the names of its columns in the first row, at most{' '}
        {IMPORT_ROWS.toLocaleString('en-US')} rows. Begin with patients, then courses, then sessions, then
        their responses. Nothing is written before you have seen what would happen.
      </p>
      <div class="fields">
        <SelectField
          label="What its rows are"
          name="kind"
          value="patients"
          options={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
          hint={
            <a href="/api/v1/imports/templates/patients.csv" download {...marks({ importPart: 'template' })}>
              Empty file with the columns we know
            </a>
          }
        />
        <div class="field field-wide">
          <label for="file">File</label>
          <input id="file" name="file" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" required />
        </div>
      </div>
      <div {...marks({ importPart: 'found' })} class="stack" hidden>
        <p role="status" {...marks({ importPart: 'looked' })} />
        <div class="fields">
          <SelectField
            label="How its days are written"
            name="dates"
            value=""
            options={[
              { value: '', label: 'As found' },
              ...Object.entries(DATES_WORDS).map(([value, label]) => ({ value, label })),
            ]}
          />
          <SelectField
            label="Its alphabet"
            name="encoding"
            value=""
            options={[
              { value: '', label: 'As found' },
              ...ENCODINGS.map((value) => ({ value, label: value })),
            ]}
            hint="Look at a name with a mark, such as é or ü, below."
          />
        </div>
        <div class="scroll" tabIndex={0} role="region" aria-label="Columns of the file">
          <table class="table">
            <caption>Which of its columns is which of ours</caption>
            <thead>
              <tr>
                <th scope="col">In the file</th>
                <th scope="col">First values</th>
                <th scope="col">Here</th>
              </tr>
            </thead>
            <tbody {...marks({ importPart: 'columns' })} />
          </table>
        </div>
        <p role="status" {...marks({ importPart: 'lacking' })} />
        <div class="field">
          <label for="mapping-name">Remember these columns as</label>
          <input
            id="mapping-name"
            name="mappingName"
            maxLength={60}
            autocomplete="off"
            aria-describedby="mapping-hint"
          />
          <p class="hint" id="mapping-hint">
            What was chosen here is remembered for the next file with the same columns.
          </p>
        </div>
        <label class="check">
          <input type="checkbox" name="allOrNothing" /> All or nothing: if one row is refused, none is taken
        </label>
        <div class="row">
          <button type="submit" class="primary" {...marks({ importPart: 'try' })}>
            Try it: write nothing
          </button>
          <button type="button" hidden {...marks({ importPart: 'take' })}>
            Take it
          </button>
        </div>
      </div>
      <div {...marks({ importPart: 'progress' })} />
      <div {...marks({ importPart: 'outcome' })} />
    </form>
  );
}
