import type { PlainDate } from '../../../clinical/calendar';
import type { ExcursionView } from '../../../records/supply/excursions/excursions.dto';
import type { LotView } from '../../../records/supply/supply.dto';
import { timeWords } from '../../shared/day-text';
import { numberText } from '../../shared/typed-number';
import { CardTable } from '../page/card-table';

interface ExcursionTableProps {
  readonly excursions: readonly ExcursionView[];
  readonly lots: readonly LotView[];
  /** Names of users, by id. */
  readonly people: ReadonlyMap<string, string>;
  readonly zone: string;
  readonly today: PlainDate;
}

/** When a refrigerator was too warm or too cold, the latest first, with the lots that are on hold still. */
export function ExcursionTable({ excursions, lots, people, zone, today }: ExcursionTableProps) {
  return (
    <CardTable
      title="Refrigerators that were too warm or too cold"
      heads={['Refrigerator', 'Noticed', 'Farthest from 2-8 °C', 'Recorded by', 'Note', 'Lots on hold']}
      rows={excursions.map(({ id, fridge, noticedAt, temperatureC, recordedBy, note, lotsOnHold }) => ({
        key: id,
        cells: [
          fridge,
          timeWords(noticedAt, zone, today),
          `${numberText(temperatureC)} °C`,
          people.get(recordedBy),
          note ?? '–',
          lotsOnHold.length === 0 ? 'none' : <LotLinks ids={lotsOnHold} lots={lots} />,
        ],
      }))}
    />
  );
}

function LotLinks({ ids, lots }: { readonly ids: readonly string[]; readonly lots: readonly LotView[] }) {
  return (
    <>
      {ids.map((id) => (
        <div key={id}>
          <a href={`/lots/${id}`}>{lots.find((lot) => lot.id === id)?.lotNumber ?? 'One more lot'}</a>
        </div>
      ))}
    </>
  );
}
