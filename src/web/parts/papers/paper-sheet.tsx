import { letterheadLines, patientLine } from '../../../clinical/papers/paper';
import type { PaperView } from '../../../records/papers/papers.dto';

/** A paper as it is printed: clinic and patient stand on every page. The text to copy is that of the API. */
export function PaperSheet({ paper }: { readonly paper: PaperView }) {
  const { clinic, patient, parts, text } = paper;
  return (
    <>
      <article class="paper panel">
        <header class="paper-head">
          <div>
            {letterheadLines(clinic).map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p>
              <b>{patientLine(patient)}</b>
            </p>
          </div>
        </header>
        <div class="paper-body">
          {parts
            .filter(({ heading }) => heading !== 'Patient')
            .map(({ heading, lines }) => (
              <section key={heading}>
                <h2>{heading}</h2>
                {lines.map((line, index) => (
                  <p key={`${index} ${line}`}>{line}</p>
                ))}
              </section>
            ))}
        </div>
      </article>
      <pre id="paper-text" hidden>
        {text}
      </pre>
    </>
  );
}
