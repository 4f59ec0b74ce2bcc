import type { ComponentChildren, JSX } from 'preact';
import { marks, type Marks } from '../../browser/marks';
import { numberText } from '../../shared/typed-number';

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
  readonly sentAs?: Marks['sentAs'];
  /** A proposal: of a form that sends what was changed, it is sent as it stands. */
  readonly proposed?: boolean;
  /** Of a form of a row: it begins empty, whatever the row has under its name. */
  readonly empty?: boolean;
}

/** One choice of a list: what is sent and what is read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A labelled input with its hint; errors are put below it by `api-form`. */
export function Field({ label, name, id = name, hint, type = 'text', ...input }: InputProps) {
  return (
    <Labelled {...{ label, id, hint }}>
      <input id={id} name={name} type={type} {...described(id, hint)} {...withMarks(input)} />
    </Labelled>
  );
}

type NumberProps = Omit<InputProps, 'type' | 'value' | 'sentAs' | 'min' | 'max' | 'step'> & {
  readonly value?: number | null;
  /** May it be emptied? Then nothing takes the place of what stood there. */
  readonly nullable?: boolean;
  /** Of a row of a list that is left out while it is empty. */
  readonly inRow?: boolean;
};

/** A number, typed with a point or a comma: the browser’s own number field reads `12,5` as 125 in one language and as nothing in another. */
export function NumberField({ value, nullable, inRow, inputMode = 'decimal', ...field }: NumberProps) {
  return (
    <Field
      {...field}
      inputMode={inputMode}
      autocomplete="off"
      value={typeof value === 'number' ? numberText(value) : ''}
      sentAs={[
        'number',
        ...(nullable ? (['null-if-empty'] as const) : []),
        ...(inRow ? (['row'] as const) : []),
      ]}
    />
  );
}

export function SelectField({ label, name, id = name, hint, options, value, ...select }: SelectProps) {
  return (
    <Labelled {...{ label, id, hint }}>
      <select id={id} name={name} {...described(id, hint)} {...withMarks(select)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function TextField({ label, name, id = name, hint, value, rows = 3, ...text }: TextProps) {
  return (
    <Labelled {...{ label, id, hint }}>
      <textarea id={id} name={name} rows={rows} {...described(id, hint)} {...withMarks(text)}>
        {value}
      </textarea>
    </Labelled>
  );
}

interface LabelledProps extends Pick<FieldProps, 'label' | 'hint'> {
  readonly id: string;
  readonly children: ComponentChildren;
}

function Labelled({ label, id, hint, children }: LabelledProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function described(id: string, hint: ComponentChildren) {
  return { 'aria-describedby': hint ? `${id}-hint` : undefined };
}

function withMarks<T extends Extra>({ sentAs, proposed, empty, ...attributes }: T) {
  return { ...attributes, ...marks({ sentAs, proposed, empty }) };
}
