import { marks } from '../../browser/marks';
import { SelectField, TextField } from '../page/field';
import { ANSWER_WORDS } from './alert-words';

const CHOICES = [
  { value: '', label: 'Please choose' },
  ...Object.entries(ANSWER_WORDS).map(([value, label]) => ({ value, label })),
];

/** A neurologist's answer to an alert: what was done, and what was found. It closes the alert. */
export function AnswerForm({ adverseEventId }: { readonly adverseEventId: string }) {
  return (
    <form
      class="stack no-print"
      {...marks({
        api: `POST /api/v1/adverse-events/${adverseEventId}/answers`,
        saved: 'The alert is answered.',
      })}
    >
      <SelectField
        label="What was done"
        name="decision"
        id={`answer-${adverseEventId}`}
        options={CHOICES}
        required
      />
      <TextField
        label="What was found and agreed"
        name="note"
        id={`answer-note-${adverseEventId}`}
        rows={2}
        maxLength={2000}
        required
      />
      <div class="row">
        <button type="submit" class="primary">
          Answer the alert
        </button>
      </div>
    </form>
  );
}
