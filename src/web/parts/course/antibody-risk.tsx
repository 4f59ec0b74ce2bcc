import type { CourseView } from '../../../records/courses/courses.dto';
import { citedWords } from '../page/cited-words';

/** What is known to raise the risk of antibodies: counts, no verdict. */
export function AntibodyRisk({ risk }: { readonly risk: CourseView['antibodyRisk'] }) {
  if (!risk) return null;
  return (
    <section class="panel stack antibodies no-print" aria-labelledby="antibodies-heading">
      <h2 id="antibodies-heading">What raises the risk of antibodies</h2>
      <ul class="plain">
        {risk.items.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      <details>
        <summary>Why these count</summary>
        <ul class="plain">
          {risk.items.map(({ code, sourceText }) => (
            <li key={code} class="reason muted">
              {citedWords(sourceText)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
