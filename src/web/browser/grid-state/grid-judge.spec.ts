import { ruleValues } from '../../../clinical/rules';
import { earlierDose } from '../../../clinical/session-check/propose-session';
import {
  continuableIn,
  continuedIn,
  countedRows,
  gapsOf,
  judgeGrid,
  proposalOf,
  type JudgeContext,
} from './grid-judge';
import { copiedForward } from './grid-start';
import { reduceGrid, type GridAction, type RowField, type VialField } from './reduce-grid';

const CONTEXT: JudgeContext = {
  session: {
    indication: 'cervical_dystonia',
    birthDate: '1960-05-01',
    sex: 'male',
    precautions: [],
    priorToxinTolerance: true,
    today: '2026-11-23',
    zone: 'America/New_York',
    earlierDoses: [],
  },
  rules: ruleValues(),
  clinicMinimums: {},
};
const injection = {
  muscle: 'splenius_capitis',
  side: 'right',
  sites: null,
  volumeMl: null,
  guidance: null,
} as const;
const last = {
  id: '',
  performedOn: '2026-08-24',
  product: 'ona',
  injections: [{ ...injection, units: 400 }],
} as const;
const start = copiedForward(last, '2026-11-23', 'ona');
const after = (...actions: GridAction[]) => actions.reduce(reduceGrid, start);
const units = (value: string): GridAction => ({ type: 'row', key: 0, field: 'units', value });

it.each`
  typed      | codes
  ${'200'}   | ${[]}
  ${'200.5'} | ${['S23']}
  ${'395'}   | ${['S23']}
  ${'400'}   | ${['S23']}
  ${'400.5'} | ${['S03', 'S23']}
`('$typed U Botox: $codes', ({ typed, codes }) => {
  expect(judgeGrid(after(units(typed)), CONTEXT)?.findings.map(({ code }) => code)).toEqual(codes);
});

it('adds up as the server does', () => {
  expect(judgeGrid(start, CONTEXT)?.totals).toMatchObject({ units: 400, bySide: { right: 400, left: 0 } });
});

it('says from the start what speaks against the patient, and nothing of rows that are not there', () => {
  const context = {
    ...CONTEXT,
    session: {
      ...CONTEXT.session,
      precautions: [{ code: 'toxin_hypersensitivity' }],
      indication: 'chronic_migraine',
    },
  } as const;
  const empty = copiedForward(undefined, '2026-11-23', 'ona');
  const findings = judgeGrid(empty, context)?.findings ?? [];
  expect(findings.map(({ severity }) => severity)).toContain('stop');
  expect(findings.filter(({ pointer = '' }) => pointer.startsWith('/injections'))).toEqual([]);
  expect(judgeGrid(empty, CONTEXT)?.findings).toEqual([]);
});

it('judges nothing while the day is being typed', () => {
  expect(judgeGrid(after({ type: 'head', field: 'performedOn', value: '' }), CONTEXT)).toBeUndefined();
});

it.each`
  typed        | gaps
  ${'80'}      | ${[]}
  ${'2.25'}    | ${[]}
  ${'2.255'}   | ${['units']}
  ${'0'}       | ${['units']}
  ${''}        | ${['units']}
  ${'1.2.3'}   | ${['units']}
  ${'2,25'}    | ${[]}
  ${'2,255'}   | ${['units']}
  ${'12,5'}    | ${[]}
  ${'1,234.5'} | ${[]}
  ${'1.234,5'} | ${[]}
  ${'1 250'}   | ${[]}
  ${'1,250'}   | ${['units']}
  ${'1e2'}     | ${['units']}
  ${'12 U'}    | ${['units']}
`('units "$typed" leave open: $gaps', ({ typed, gaps }) => {
  expect(gapsOf(after(units(typed))).map(({ field }) => field)).toEqual(gaps);
});

it.each`
  field         | typed        | gaps            | sent
  ${'sites'}    | ${''}        | ${[]}           | ${undefined}
  ${'sites'}    | ${'4'}       | ${[]}           | ${4}
  ${'sites'}    | ${'0'}       | ${['sites']}    | ${undefined}
  ${'sites'}    | ${'1.5'}     | ${['sites']}    | ${undefined}
  ${'sites'}    | ${'999'}     | ${[]}           | ${999}
  ${'sites'}    | ${'1000'}    | ${['sites']}    | ${undefined}
  ${'sites'}    | ${'four'}    | ${['sites']}    | ${undefined}
  ${'volumeMl'} | ${'0,8'}     | ${[]}           | ${0.8}
  ${'volumeMl'} | ${'0.8'}     | ${[]}           | ${0.8}
  ${'volumeMl'} | ${'0.855'}   | ${['volumeMl']} | ${undefined}
  ${'volumeMl'} | ${'0'}       | ${['volumeMl']} | ${undefined}
  ${'volumeMl'} | ${'.5 mL'}   | ${['volumeMl']} | ${undefined}
  ${'units'}    | ${'1.234,5'} | ${[]}           | ${1234.5}
  ${'units'}    | ${'12,5'}    | ${[]}           | ${12.5}
`('$field “$typed” leaves open $gaps and sends $sent', ({ field, typed, gaps, sent }) => {
  const state = after({ type: 'row', key: 0, field: field as RowField, value: typed as string });
  expect(gapsOf(state).map((gap) => gap.field)).toEqual(gaps);
  expect(proposalOf(state).injections[0]![field as 'units']).toBe(sent);
});

it('counts no empty row, and asks for the muscle of a row with units', () => {
  const state = after({ type: 'add' });
  expect(gapsOf(state)).toEqual([]);
  expect(countedRows(state)).toHaveLength(1);
  const named = reduceGrid(state, { type: 'row', key: start.nextKey, field: 'units', value: '5' });
  expect(gapsOf(named).map(({ field }) => field)).toEqual(['muscle']);
});

it('objects to a muscle that stands twice on one side', () => {
  const state = after({ type: 'add' }, { type: 'muscle', key: start.nextKey, muscle: 'splenius_capitis' });
  expect(gapsOf(state).map(({ key, field }) => `${key === 0 ? 'first' : 'second'} ${field}`)).toEqual([
    'second muscle',
    'second units',
  ]);
});

it.each`
  vialUnits    | diluentMl | unitsDiscarded | messages
  ${'200'}     | ${''}     | ${''}          | ${[]}
  ${'1,000.5'} | ${'2,5'}  | ${'0'}         | ${[]}
  ${'200'}     | ${'0'}    | ${' '}         | ${[]}
  ${''}        | ${''}     | ${''}          | ${['A vial needs']}
  ${'many'}    | ${''}     | ${''}          | ${['A vial needs']}
  ${'1,000'}   | ${''}     | ${''}          | ${['A vial needs']}
  ${'200'}     | ${'some'} | ${''}          | ${['Diluent, mL:']}
  ${'200'}     | ${'-1'}   | ${''}          | ${['Diluent, mL:']}
  ${'200'}     | ${'2.5'}  | ${'2 or 3'}    | ${['Discarded, U:']}
  ${'200'}     | ${'x'}    | ${'y'}         | ${['Diluent, mL:', 'Discarded, U:']}
`(
  'a vial of “$vialUnits” with “$diluentMl”, “$unitsDiscarded” discarded leaves open $messages',
  ({ messages, ...typed }) => {
    const fields = { lotNumber: 'C1', expiresOn: '2028-01-31', ...(typed as Record<string, string>) };
    const actions = Object.entries(fields).map(([field, value]): GridAction => ({
      type: 'vial',
      key: start.nextKey,
      field: field as VialField,
      value,
    }));
    const told = gapsOf(after({ type: 'add-vial' }, ...actions)).map(({ message }) => message);
    expect(
      told.map((message) =>
        message
          .split(' ', 3)
          .slice(0, message.startsWith('A') ? 3 : 2)
          .join(' '),
      ),
    ).toEqual(messages);
  },
);

it('sends a vial with its time on the clinic’s wall', () => {
  const key = start.nextKey;
  const set = (
    field: 'lotNumber' | 'expiresOn' | 'vialUnits' | 'reconstitutedAt',
    value: string,
  ): GridAction => ({
    type: 'vial',
    key,
    field,
    value,
  });
  const state = after(
    { type: 'add-vial' },
    set('lotNumber', ' C1234 '),
    set('expiresOn', '2028-01-31'),
    set('vialUnits', '200'),
    set('reconstitutedAt', '2026-11-23T09:30'),
  );
  expect(proposalOf(state, 'America/New_York').vials).toEqual([
    {
      lotNumber: 'C1234',
      expiresOn: '2028-01-31',
      vialUnits: 200,
      reconstitutedAt: '2026-11-23T14:30:00.000Z',
    },
  ]);
});

it('sends a vial of the stock by its id', () => {
  const vial = {
    stock: { id: 'a vial', state: 'closed' as const },
    lotNumber: 'C1234',
    expiresOn: '2028-01-31',
    vialUnits: '200',
    reconstitutedAt: '',
    diluentMl: '4',
  };
  expect(proposalOf(after({ type: 'take-vial', vial })).vials).toEqual([
    { vialId: 'a vial', lotNumber: 'C1234', expiresOn: '2028-01-31', vialUnits: 200, diluentMl: 4 },
  ]);
});

describe('what may be completed or touched up', () => {
  const first = earlierDose({
    sessionId: 'first',
    treatmentId: 'root of first',
    courseId: 'this one',
    sameCourse: true,
    indication: 'cervical_dystonia',
    performedOn: '2026-11-10',
    product: 'ona',
    units: 80,
    muscles: [{ muscle: 'trapezius', side: 'left', units: 80 }],
  });
  const context: JudgeContext = { ...CONTEXT, session: { ...CONTEXT.session, earlierDoses: [first] } };
  const chosen: GridAction = { type: 'continues', sessionId: 'first', afresh: false };
  const day = (value: string): GridAction => ({ type: 'head', field: 'performedOn', value });
  const codes = (...actions: GridAction[]) =>
    judgeGrid(after(units('90'), ...actions), context)?.findings.map(({ code }) => code);

  it('is judged as one treatment once it is chosen', () => {
    expect(codes()).toEqual(['S02']);
    expect(codes(chosen)).toEqual([]);
    expect(continuedIn(after(chosen), context)).toBe(first);
  });

  it.each`
    change                                  | offered  | why
    ${day('2026-12-08')}                    | ${true}  | ${'28 days after'}
    ${day('2026-12-09')}                    | ${false} | ${'29 days after'}
    ${day('')}                              | ${false} | ${'no day yet'}
    ${{ type: 'product', product: 'inco' }} | ${false} | ${'another product'}
  `('offered: $offered, $why', ({ change, offered }: { change: GridAction; offered: boolean }) => {
    const state = after(chosen, change);
    expect(continuableIn(state, context).length > 0).toBe(offered);
    expect(continuedIn(state, context) !== undefined).toBe(offered);
  });

  it('stays to be chosen where it stands on record, whatever the day: the service says why not', () => {
    const continues = { treatmentId: 'root of first', continuesOn: '2026-11-10' } as const;
    const session = proposalOf(start);
    const standing = { session, continues, findings: [], recordedAt: '2026-11-23T15:00:00.000Z' };
    const state = after(chosen, day('2026-12-09'));
    expect(continuedIn(state, { ...context, standing })).toBe(first);
  });
});
