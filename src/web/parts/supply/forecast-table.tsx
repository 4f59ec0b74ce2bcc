import type { PlainDate } from '../../../clinical/calendar';
import { unitsText } from '../../../clinical/doses/dose-cap';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { counted } from '../../../clinical/words';
import type { StockForecastItemView, StockForecastView } from '../../../records/supply/stock/stock.dto';
import { CardTable } from '../page/card-table';
import { shortDay } from '../../shared/day-text';

const HEADS = [
  'Product',
  'Visits',
  'Needed',
  'Of it overdue, not booked',
  'Given in the 12 weeks before',
  'Here',
  'Expires unused',
  'Short from',
  'Order',
];

/** What the next twelve weeks need by product, and what to order. */
export function ForecastTable({
  forecast: { items, asOf },
}: {
  readonly forecast: Pick<StockForecastView, 'items' | 'asOf'>;
}) {
  if (items.length === 0) return null;
  return (
    <CardTable
      title="The next 12 weeks, by due days and the doses of the last sessions"
      heads={HEADS}
      rows={items.map((item) => ({
        key: item.product,
        cells: [
          PRODUCTS[item.product].brand,
          visitWords(item),
          unitsText(item.product, item.unitsNeeded),
          overdueWords(item),
          givenWords(item),
          unitsText(item.product, item.unitsInStock),
          unitsText(item.product, item.unitsExpiring),
          shortWords(item, asOf),
          orderWords(item),
        ],
      }))}
    />
  );
}

function visitWords({ visits, visitsWithoutDose }: StockForecastItemView): string {
  return visitsWithoutDose === 0
    ? `${visits}`
    : `${visits}, ${visitsWithoutDose} of them without a known dose`;
}

function overdueWords(item: StockForecastItemView): string {
  const { visits, unitsNeeded } = item.overdueNotBooked;
  return visits === 0 ? 'nobody' : `${counted(visits, 'visit')}, ${unitsText(item.product, unitsNeeded)}`;
}

function givenWords(item: StockForecastItemView): string {
  const { sessions, unitsGiven } = item.givenBefore;
  return sessions === 0
    ? 'nothing'
    : `${counted(sessions, 'session')}, ${unitsText(item.product, unitsGiven)}`;
}

function shortWords({ shortFrom, order }: StockForecastItemView, asOf: PlainDate): string {
  if (shortFrom) return shortDay(shortFrom, asOf);
  return order.length > 0 ? 'if those overdue come' : 'never';
}

/** What is for those overdue alone is said, so that a clinic may wait with it until they are booked. */
function orderWords({ order, overdueNotBooked }: StockForecastItemView): string {
  if (order.length === 0) return 'nothing';
  const late = overdueNotBooked.order;
  return late.length === 0
    ? vialWords(order)
    : `${vialWords(order)}; of these for those overdue ${vialWords(late)}`;
}

function vialWords(order: StockForecastItemView['order']): string {
  return order
    .map(({ vialUnits, vials }) => `${counted(vials, 'vial')} of ${vialUnits.toLocaleString('en-US')} U`)
    .join(', ');
}
