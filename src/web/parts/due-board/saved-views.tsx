import type { PlainDate } from '../../../clinical/calendar';
import type { SavedViewView } from '../../../records/saved-views/saved-views.dto';
import { marks } from '../../browser/marks';
import { Field } from '../page/field';
import { keptQuery, viewAddress } from './view-address';

interface SavedViewsProps {
  readonly views: readonly SavedViewView[];
  readonly asked: Readonly<Record<string, unknown>>;
  readonly today: PlainDate;
}

/** The views that one keeps: each a tap, and a name for the one that is shown. */
export function SavedViews({ views, asked, today }: SavedViewsProps) {
  const here = keptQuery(asked, today);
  return (
    <details class="chip-menu" {...{ name: 'chip-menu' }}>
      <summary class="chip">My views</summary>
      <div class="chip-choices saved-views">
        {views.length > 0 && (
          <ul>
            {views.map(({ id, name, query }) => (
              <li key={id}>
                <a href={viewAddress(query, today)} aria-current={query === here ? 'true' : undefined}>
                  {name}
                </a>
                <form {...marks({ api: `DELETE /api/v1/me/views/${id}`, saved: `“${name}” is removed.` })}>
                  <button type="submit" class="quiet">
                    Remove <span class="visually-hidden">{name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <form class="stack" {...marks({ api: 'POST /api/v1/me/views', saved: 'The view is kept.' })}>
          <input type="hidden" name="query" value={here} />
          <Field
            label="Keep what is shown as"
            name="name"
            id="view-name"
            maxLength={60}
            required
            hint="Its tab and filters, for yourself. A name searched for is not kept, nor days other than next week."
          />
          <button type="submit">Keep the view</button>
        </form>
      </div>
    </details>
  );
}
