import { INDICATION_CAUSES, type ChecklistCode } from '../../../clinical/watch/checklist/causes';
import type { FlagView } from '../../../records/reviews/flags.dto';
import { citedWords } from '../page/cited-words';
import { saidDays } from '../../shared/day-text';
import { CLASSES } from '../../shared/classes';

const STATUS_WORDS = {
  open: ['?', 'To be asked'],
  explained: ['!', 'May explain it'],
  excluded: ['✓', 'Excluded'],
} as const;

/** The causes of all indications have their sources with the rules; an own one may be new to who reads it. */
const isOwn = (code: ChecklistCode): boolean => INDICATION_CAUSES.some((own) => own === code);

/** What else could explain it, as far as the record knows: what may, what is still to be asked, what is excluded. */
export function FlagChecklist({ flag, open }: { readonly flag: FlagView; readonly open: boolean }) {
  const groups = (['explained', 'open', 'excluded'] as const).map((status) => ({
    status,
    items: flag.checklist.filter((item) => item.status === status),
  }));
  return (
    <details open={open}>
      <summary>Other causes, to be excluded first</summary>
      <div class="checklist-groups">
        {groups
          .filter(({ items }) => items.length > 0)
          .map(({ status, items }) => (
            <div key={status} class={CLASSES.check[status]}>
              <h3>{`${STATUS_WORDS[status][1]} (${items.length})`}</h3>
              <ul>
                {items.map(({ code, text, detail, source }) => (
                  <li key={code}>
                    <span class="tick" aria-hidden="true">
                      {STATUS_WORDS[status][0]}
                    </span>
                    <span>
                      {text}
                      {detail && <span class="reason muted">{saidDays(detail)}</span>}
                      {isOwn(code) && source?.startsWith('V:') && (
                        <small class="reason muted">{citedWords(source)}</small>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </div>
    </details>
  );
}
