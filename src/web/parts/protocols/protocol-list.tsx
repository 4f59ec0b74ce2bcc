import { INDICATIONS } from '../../../clinical/catalogue/indications';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { ProtocolView } from '../../../records/protocols/protocols.dto';
import { marks } from '../../browser/marks';
import { numberWords, placeWords } from '../../shared/injection-words';
import { sourceWords } from '../../shared/source-words';

/** Protocols with their rows; those of the clinic can be changed, the others are taken as a pattern. */
export function ProtocolList({ protocols }: { readonly protocols: readonly ProtocolView[] }) {
  return (
    <ul class="protocols">
      {protocols.map((protocol) => (
        <li key={protocol.id} class="panel stack" id={`protocol-${protocol.id}`}>
          <ProtocolHead protocol={protocol} />
          <p class="muted">
            {protocol.source ? `Published: ${sourceWords(protocol.source)}.` : ownWords(protocol)}
          </p>
          <details>
            <summary>{`${protocol.rows.length} ${protocol.rows.length === 1 ? 'row' : 'rows'}`}</summary>
            <ul>
              {protocol.rows.map(({ muscle, side, units, sites, volumeMl }) => (
                <li key={`${muscle} ${side}`}>
                  {placeWords(muscle, side)}: {numberWords(units)} U
                  {sites !== null && ` in ${sites} ${sites === 1 ? 'site' : 'sites'}`}
                  {volumeMl !== null && `, ${numberWords(volumeMl)} mL`}
                </li>
              ))}
            </ul>
          </details>
          <ProtocolActions protocol={protocol} />
        </li>
      ))}
    </ul>
  );
}

function ProtocolHead({ protocol }: { readonly protocol: ProtocolView }) {
  const { name, indication, product, totalUnits, totalSites } = protocol;
  return (
    <div>
      <h3>{name}</h3>
      <p>
        {INDICATIONS[indication].name} · {numberWords(totalUnits)} U {PRODUCTS[product].brand}
        {totalSites > 0 && ` · ${totalSites} ${totalSites === 1 ? 'site' : 'sites'}`}
      </p>
    </div>
  );
}

function ownWords({ version, dilution, product }: ProtocolView): string {
  const made = dilution
    ? ` Reconstituted as ${numberWords(dilution.vialUnits)} U ${PRODUCTS[product].brand} in ${numberWords(dilution.diluentMl)} mL.`
    : '';
  return `Of this clinic, version ${version}.${made}`;
}

function ProtocolActions({
  protocol: { id, name, source, version, retired },
}: {
  readonly protocol: ProtocolView;
}) {
  return (
    <div class="row">
      {source === null && (
        <>
          <a class="button" href={`/protocols/${id}/change`} aria-label={`Change: ${name}`}>
            Change
          </a>
          <form
            {...marks({
              api: `PATCH /api/v1/protocols/${id}`,
              version,
              saved: retired ? `${name} is offered again.` : `${name} is no longer offered.`,
            })}
          >
            <input type="hidden" name="retired" value={String(!retired)} {...marks({ sentAs: 'boolean' })} />
            <button type="submit" aria-label={retired ? `Offer again: ${name}` : `No longer offer: ${name}`}>
              {retired ? 'Offer again' : 'No longer offer'}
            </button>
          </form>
        </>
      )}
      <a class="button" href={`/protocols/new?from=${id}`} aria-label={`New from this: ${name}`}>
        New from this
      </a>
    </div>
  );
}
