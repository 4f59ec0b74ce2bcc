import { render } from 'preact-render-to-string';
import type { ChecklistItemView, FlagView } from '../../../records/reviews/flags.dto';
import { FlagChecklist } from './flag-checklist';

const item = (given: Partial<ChecklistItemView>): ChecklistItemView => ({
  code: 'expectation',
  text: 'Expectation',
  status: 'open',
  detail: '',
  ...given,
});

function shown(checklist: readonly ChecklistItemView[]): string {
  return render(<FlagChecklist flag={{ checklist } as FlagView} open />);
}

it.each`
  code                    | source              | told     | why
  ${'medication-overuse'} | ${'V:NICE (first)'} | ${true}  | ${'an own cause of the indication, with a source that was read'}
  ${'medication-overuse'} | ${'M: from memory'} | ${false} | ${'no source was read'}
  ${'medication-overuse'} | ${undefined}        | ${false} | ${'a flag that was kept from before sources were told'}
  ${'expectation'}        | ${'V:UKD'}          | ${false} | ${'asked in every indication: its source stands with the rules'}
`('$code from $source, its source told $told: $why', ({ code, source, told }) => {
  expect(shown([item({ code, source })]).includes('NICE (first)')).toBe(told);
});

it('keeps the order of the causes within what may explain it, what is to be asked and what is excluded', () => {
  const html = shown([
    item({ code: 'diary-gaps', text: 'Diary' }),
    item({ code: 'dose-cut', text: 'Dose', status: 'explained', detail: 'session 7' }),
    item({ code: 'vial', text: 'Vial' }),
    item({ code: 'product', text: 'Product', status: 'excluded' }),
  ]);
  const order = ['May explain it (1)', 'Dose', 'To be asked (2)', 'Diary', 'Vial', 'Excluded (1)', 'Product'];
  expect(order.map((text) => html.indexOf(text))).toEqual(
    order.map((text) => html.indexOf(text)).toSorted((a, b) => a - b),
  );
});
