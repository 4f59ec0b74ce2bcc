import { INJECTION_SIDES, MUSCLES, MUSCLE_SLUGS } from '../../../clinical/catalogue/muscles';
import { MOST_INJECTIONS } from '../../../clinical/bounds';
import type { Dilution, Protocol, ProtocolRow } from '../../../clinical/protocols/protocol';
import { marks, type Marks } from '../../browser/marks';
import { SIDE_WORDS } from '../../shared/injection-words';
import { numberText } from '../../shared/typed-number';
import { Field, NumberField, SelectField } from '../page/field';
import { INDICATION_CHOICES, PRODUCT_CHOICES } from '../patient/patient-words';

/** What a protocol is made from: another one, or a session that was given. */
export type ProtocolDraft = Omit<Protocol, 'id' | 'version'>;

export interface ProtocolFormProps {
  readonly draft: ProtocolDraft;
  /** The protocol that is changed, and its version. */
  readonly changes?: { readonly id: string; readonly version: number };
}

/** A protocol of the clinic: a row a muscle and side, and how its vials are reconstituted. */
export function ProtocolForm({ draft, changes }: ProtocolFormProps) {
  const { name, indication, product, rows, dilution } = draft;
  return (
    <form
      class="panel stack"
      {...marks({
        api: changes ? `PATCH /api/v1/protocols/${changes.id}` : 'POST /api/v1/protocols',
        version: changes?.version,
        after: '/protocols',
        saved: changes ? `${name} is saved as a new version.` : 'The protocol is kept.',
      })}
      aria-label="Protocol"
    >
      <div class="fields">
        <Field label="Name" name="name" value={name} required maxLength={100} />
        <SelectField label="Indication" name="indication" options={INDICATION_CHOICES} value={indication} />
        <SelectField
          label="Product"
          name="product"
          options={PRODUCT_CHOICES}
          value={product}
          hint="Units never cross over to another product: fill them in anew."
        />
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label="Rows">
        <table class="table protocol-rows">
          <thead>
            <tr>
              <th scope="col">Muscle</th>
              <th scope="col">Side</th>
              <th scope="col">Units</th>
              <th scope="col">Sites</th>
              <th scope="col">mL</th>
            </tr>
          </thead>
          <tbody {...marks({ lines: 'rows' })}>
            {rows.map((row) => (
              <Line key={`${row.muscle} ${row.side}`} row={row} />
            ))}
            {rows.length < MOST_INJECTIONS && <Line />}
          </tbody>
        </table>
      </div>
      <p class="hint">
        An empty line is left out; a new one appears once the last is filled in. Both: the units of both sides
        together. Leave mL empty where the dilution says it.
      </p>
      <DilutionFields dilution={dilution} />
      <div>
        <button type="submit" class="primary">
          {changes ? 'Save as a new version' : 'Keep the protocol'}
        </button>
      </div>
    </form>
  );
}

function DilutionFields({ dilution }: { readonly dilution: Dilution | null }) {
  return (
    <fieldset>
      <legend>Dilution</legend>
      <div class="fields">
        <NumberField label="Units of a vial" name="dilution.vialUnits" value={dilution?.vialUnits} />
        <NumberField label="Diluent, mL" name="dilution.diluentMl" value={dilution?.diluentMl} />
      </div>
      {/* Both left empty: there is none. */}
      <input type="hidden" name="dilution" value="" {...marks({ sentAs: 'null-if-empty' })} />
    </fieldset>
  );
}

/** A line of the list; the script gives its fields their place once it holds something. */
function Line({ row }: { readonly row?: ProtocolRow }) {
  return (
    <tr {...marks({ line: 'row' })}>
      <td>
        <select aria-label="Muscle" {...marks({ part: 'muscle' })}>
          <option value="">–</option>
          {BY_NAME.map((slug) => (
            <option key={slug} value={slug} selected={slug === row?.muscle}>
              {MUSCLES[slug].name}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select aria-label="Side" {...marks({ part: 'side' })}>
          {INJECTION_SIDES.map((side) => (
            <option key={side} value={side} selected={side === (row?.side ?? 'bilateral')}>
              {SIDE_WORDS[side]}
            </option>
          ))}
        </select>
      </td>
      <NumberCell label="Units" part="units" value={row?.units} sentAs="number" />
      <NumberCell label="Sites" part="sites" value={row?.sites} sentAs={['number', 'null-if-empty']} />
      <NumberCell label="mL" part="volumeMl" value={row?.volumeMl} sentAs={['number', 'null-if-empty']} />
    </tr>
  );
}

interface NumberCellProps {
  readonly label: string;
  readonly part: string;
  readonly value: number | null | undefined;
  readonly sentAs: Marks['sentAs'];
}

function NumberCell({ label, part, value, sentAs }: NumberCellProps) {
  return (
    <td>
      <input
        class="num"
        inputMode="decimal"
        autocomplete="off"
        aria-label={label}
        value={typeof value === 'number' ? numberText(value) : ''}
        {...marks({ part, sentAs })}
      />
    </td>
  );
}

const BY_NAME = MUSCLE_SLUGS.toSorted((a, b) => MUSCLES[a].name.localeCompare(MUSCLES[b].name, 'en'));
