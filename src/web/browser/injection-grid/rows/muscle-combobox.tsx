import { useState } from 'preact/hooks';
import { MUSCLES, isMuscle, type InjectionSide } from '../../../../clinical/catalogue/muscles';
import { selectsOnFocus } from '../field-focus';
import { searchMuscles } from '../../grid-state/muscle-search';
import { placeWords } from '../../../shared/injection-words';

export interface MuscleComboboxProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly muscle: string;
  readonly invalid: boolean;
  readonly describedBy?: string;
  readonly onText: (text: string) => void;
  /** A muscle, and its side where one was typed behind it. */
  readonly onPick: (slug: string, side?: InjectionSide) => void;
  /** A muscle was taken, or Enter pressed on one that stands: the next field. */
  readonly onDone: () => void;
}

const SHOWN = 8;

/** Type a name or an abbreviation, arrow to a match, Enter or Tab takes it and goes on: the combobox of the ARIA APG. */
export function MuscleCombobox(props: MuscleComboboxProps) {
  const { id, text, muscle } = props;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { muscles, side } = searchMuscles(text);
  const matches = open && !isMuscle(muscle) ? muscles.slice(0, SHOWN) : [];
  const active = matches[Math.min(at, matches.length - 1)];

  const take = (slug: string) => {
    props.onPick(slug, side);
    setOpen(false);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' && matches.length > 0) {
      setAt((at + 1) % matches.length);
    } else if (event.key === 'ArrowUp' && matches.length > 0) {
      setAt((at + matches.length - 1) % matches.length);
    } else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && active)) {
      if (active) take(active.slug);
      props.onDone();
    } else if (event.key === 'Escape' && open) {
      setOpen(false);
    } else return;
    event.preventDefault();
  };

  return (
    <div class="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-autocomplete="list"
        aria-expanded={matches.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? `${id}-${active.slug}` : undefined}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        autocomplete="off"
        spellcheck={false}
        placeholder="Type a muscle"
        value={text}
        {...selectsOnFocus}
        onInput={(event) => {
          props.onText(event.currentTarget.value);
          setOpen(true);
          setAt(0);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Muscles" hidden={matches.length === 0}>
        {matches.map(({ slug }) => (
          <li
            key={slug}
            id={`${id}-${slug}`}
            role="option"
            aria-selected={slug === active?.slug}
            onMouseDown={(event) => {
              event.preventDefault();
              take(slug);
            }}
          >
            {side ? placeWords(slug, side) : MUSCLES[slug].name}
            {MUSCLES[slug].aliases.length > 0 && <small>{MUSCLES[slug].aliases.join(', ')}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}
