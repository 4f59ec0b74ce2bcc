import type { ComponentChildren, JSX } from 'preact';

export interface FieldProps {
  /** Its label, always visible. */
  readonly label: string;
  /** The name under which the value is sent. */
  readonly name: string;
  /** Unique on the page where several forms have a field of this name. */
  readonly id?: string;
  readonly hint?: ComponentChildren;
}

type InputProps = FieldProps & Omit<JSX.HTMLAttributes<HTMLInputElement>, 'label' | 'name' | 'id'> & Extra;
type SelectProps = FieldProps &
  Omit<JSX.HTMLAttributes<HTMLSelectElement>, 'label' | 'name' | 'id'> &
  Extra & {
    readonly options: readonly Choice[];
    readonly value?: string;
  };
type TextProps = FieldProps & Omit<JSX.HTMLAttributes<HTMLTextAreaElement>, 'label' | 'name' | 'id'> & Extra;

/** What the field types of preact leave out of HTML's own attributes. */
interface Extra {
  readonly type?: string;
  readonly value?: string | number;
  readonly required?: boolean;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: string | number;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly placeholder?: string;
  /** The id of a list of proposals. */
  readonly list?: string;
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  readonly 'data-type'?: string;
  /** A proposal: of a form that sends what was changed, it is sent as it stands. */
  readonly 'data-proposed'?: boolean;
}

/** One choice of a list: what is sent and what is read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A labelled input with its hint; errors are put below it by `api-form`. */
export function Field({ label, name, id = name, hint, type = 'text', ...input }: InputProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name={name} type={type} aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function SelectField({ label, name, id = name, hint, options, value, ...select }: SelectProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name} aria-describedby={hint ? `${id}-hint` : undefined} {...select}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, name, id = name, hint, value, rows = 3, ...text }: TextProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} name={name} rows={rows} aria-describedby={hint ? `${id}-hint` : undefined} {...text}>
        {value}
      </textarea>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
