import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { Clinic } from '../../../platform/clinic';
import type { MyDayRowView } from '../../../worklist/my-day/my-day.dto';
import { dayWords } from '../../shared/day-text';
import { numberWords } from '../../shared/injection-words';
import { beforeWords } from './before-words';

interface LastSessionProps {
  readonly row: MyDayRowView;
  readonly clinic: Clinic;
}

/** What was given last, and how it worked: `200 U Botox, Mon 24 Aug, 3 months ago: 60 %; wore off after 11 weeks`. */
export function LastSession({ row: { lastSession, lastResponse }, clinic }: LastSessionProps) {
  if (!lastSession) return <p>First session.</p>;
  const { id, product, totalUnits, performedOn } = lastSession;
  const { today, rules } = clinic;
  return (
    <p>
      <a href={`/sessions/${id}`}>{`${numberWords(totalUnits)} U ${PRODUCTS[product].brand}`}</a>
      {`, ${dayWords(performedOn, today)}: `}
      <strong>{beforeWords({ performedOn, response: lastResponse }, today, rules)}</strong>.
    </p>
  );
}
