import type { LearnedSoFar, LearnedVersion } from '../../../records/clinic-learning/clinic-learning.query';
import { counted } from '../../../clinical/words';
import { marks } from '../../browser/marks';
import { timeWords } from '../../shared/day-text';

/** What waits for the administrator: what it would change, what it would move, and the way to accept it. */
export function ProposedVersion({
  proposed,
  alarms,
  zone,
}: Pick<LearnedSoFar, 'proposed' | 'alarms'> & { readonly zone: string }) {
  if (!proposed)
    return (
      <section class="panel" aria-labelledby="proposed">
        <h2 id="proposed">Nothing is proposed</h2>
        <p class="empty">The clinic’s courses say nothing other than what is judged with.</p>
      </section>
    );
  const address = `POST /api/v1/clinic-learning/${proposed.version}` as const;
  return (
    <section class="panel stack" aria-labelledby="proposed">
      <h2 id="proposed">{`Proposed: version ${proposed.version}`}</h2>
      <p class="muted">{learnedFrom(proposed, zone)}</p>
      <Changes of={proposed} />
      <p>Nothing is judged with it before you accept it.</p>
      <form
        class="stack"
        aria-label="What it would move"
        {...marks({
          api: `${address}/preview`,
          noId: true,
          movesOnly: true,
          long: 'Working out what it would move',
        })}
      >
        {alarms?.proposed && <TakeWeight id="preview-weight" weight={alarms.proposed.weight} />}
        <div>
          <button type="submit">Show what it would move</button>
        </div>
      </form>
      <div id="moves" aria-live="polite" />
      <form
        class="stack"
        aria-label="Accept"
        {...marks({
          api: `${address}/accept`,
          noId: true,
          long: 'Judging every course anew',
          confirm: `Judge every course with version ${proposed.version} from now on?`,
          saved: `The clinic judges with version ${proposed.version} now.`,
        })}
      >
        {alarms?.proposed && <TakeWeight id="accept-weight" weight={alarms.proposed.weight} />}
        <div>
          <button type="submit" class="primary">
            {`Accept version ${proposed.version}`}
          </button>
        </div>
      </form>
    </section>
  );
}

function TakeWeight({ id, weight }: { readonly id: string; readonly weight: number }) {
  return (
    <label class="choice" for={id}>
      <input id={id} type="checkbox" name="takeWeight" value="true" {...marks({ sentAs: 'boolean' })} />
      {`With the proposed weight of a review, ${weight}`}
    </label>
  );
}

/** What is judged with now, and the way back to the usual. */
export function AcceptedVersion({
  accepted,
  zone,
}: Pick<LearnedSoFar, 'accepted'> & { readonly zone: string }) {
  if (!accepted)
    return (
      <section class="panel" aria-labelledby="accepted">
        <h2 id="accepted">The clinic judges as usual</h2>
        <p class="empty">Nothing that it learned has been accepted.</p>
      </section>
    );
  return (
    <section class="panel stack" aria-labelledby="accepted">
      <h2 id="accepted">{`The clinic judges with version ${accepted.version}`}</h2>
      <p class="muted">{learnedFrom(accepted, zone)}</p>
      <Changes of={accepted} />
      <form
        {...marks({
          api: `POST /api/v1/clinic-learning/${accepted.version}/withdraw`,
          noId: true,
          long: 'Judging every course anew',
          confirm: 'Judge every course as usual again? The weights of a review stay as they are set.',
          saved: 'The clinic judges as usual again.',
        })}
      >
        <button type="submit">Judge as usual again</button>
      </form>
    </section>
  );
}

function learnedFrom({ courses, differences, madeAt }: LearnedVersion, zone: string): string {
  return `Learned ${timeWords(madeAt, zone)} from ${counted(courses, 'course')}, sizes from ${counted(differences, 'difference')} between one session and the next.`;
}

function Changes({ of: { changes } }: { readonly of: LearnedVersion }) {
  return (
    <ul>
      {changes.map(({ what, of, weight, text }) => (
        <li key={`${what} ${of ?? weight ?? ''}`}>{text}.</li>
      ))}
    </ul>
  );
}
