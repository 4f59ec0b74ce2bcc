import type { PlainDate } from '../../../clinical/calendar';
import { HELPED_PCTS } from './helped-pcts';
import { INDICATIONS, type IndicationSlug } from '../../../clinical/catalogue/indications';
import type { MeasurementRow } from '../../../records/responses/measurement.entity';
import type { Response } from '../../../records/responses/response.entity';
import type { Session } from '../../../records/sessions/session.entity';
import { shortDay } from '../../shared/day-text';
import { EffectQuestion } from './effect-question';
import { Field, TextField } from '../page/field';
import { PEAK_EFFECT, PGIC } from './response-choices';
import type { NextPage } from './next-page';
import { ScaleFields } from './scale-fields';
import { marks } from '../../browser/marks';

export interface ResponseFormProps {
  readonly session: Session;
  readonly indication: IndicationSlug;
  /** What was injected. */
  readonly muscles: readonly string[];
  readonly response: Response | null;
  /** What the patient said, which this response confirms or corrects. */
  readonly answerId?: string;
  readonly measurements: readonly MeasurementRow[];
  /** May the peak be judged today? */
  readonly atPeak: boolean;
  /** When the peak is to be judged. */
  readonly peak: { readonly fromOn: PlainDate; readonly toOn: PlainDate };
  readonly today: PlainDate;
  readonly next: NextPage;
}

/** Scales that are asked as words. */
const ASKED_ABOVE: ReadonlySet<string> = new Set(['pgic', 'peak_effect_0_4']);

/**
 * The length of the effect first, then its size; everything else may be left open. What is left as it was is not sent;
 * what is emptied is taken back.
 */
export function ResponseForm({
  session,
  indication,
  muscles,
  response,
  answerId,
  measurements,
  atPeak,
  peak,
  today,
  next,
}: ResponseFormProps) {
  const { scales } = INDICATIONS[indication];
  const peakOn = atPeak ? today : undefined;
  // Whenever it is asked, the day is kept with it: asked at the next visit it is shown as that.
  const askedOn = response?.assessedOn ?? (atPeak || !isRated(response) ? today : undefined);
  return (
    <form
      class="stack response-form"
      {...marks({
        changed: true,
        api: `PUT /api/v1/sessions/${session.id}/response`,
        after: next.href,
      })}
    >
      {answerId && <input type="hidden" name="answerId" value={answerId} />}
      <EffectQuestion session={session} response={response} today={today} />
      <Improvement response={response} />
      <fieldset class="panel stack">
        <legend>The patient’s impression of the change (PGIC)</legend>
        <Choices name="pgic" words={PGIC} from={1} value={response?.pgic ?? null} />
      </fieldset>
      <fieldset class="panel stack">
        <legend>Peak effect on severity and function</legend>
        <Choices name="peakEffect" words={PEAK_EFFECT} from={0} value={response?.peakEffect ?? null} />
      </fieldset>
      <ScaleFields
        indication={indication}
        muscles={muscles}
        scales={scales.filter(
          (slug) => !ASKED_ABOVE.has(slug) || measurements.some(({ scale }) => scale === slug),
        )}
        measurements={measurements}
        today={today}
        peakOn={peakOn}
        performedOn={session.performedOn}
      />
      <section class="panel stack">
        <div class="fields">
          <Field
            label="First felt on"
            name="onsetOn"
            type="date"
            min={session.performedOn}
            max={today}
            value={response?.onsetOn ?? ''}
            sentAs="null-if-empty"
          />
          <Field
            label="Assessed on"
            name="assessedOn"
            type="date"
            min={session.performedOn}
            max={today}
            value={askedOn ?? ''}
            sentAs="null-if-empty"
            proposed={(!response?.assessedOn && askedOn !== undefined) || undefined}
            hint={judgedHint({ atPeak, peak, today })}
          />
        </div>
        <TextField label="Note" name="note" rows={2} value={response?.note ?? ''} sentAs="null-if-empty" />
      </section>
      <div class="save-bar">
        <button type="submit" class="primary">
          {next.save}
        </button>
        <a class="button quiet" href={next.href}>
          {next.leave}
        </a>
      </div>
    </form>
  );
}

/** A rating on record keeps its day, or that nobody wrote one down. */
function isRated(response: Response | null): boolean {
  return (
    response !== null &&
    [response.improvementPct, response.pgic, response.peakEffect].some((rating) => rating !== null)
  );
}

function judgedHint({ atPeak, peak, today }: Pick<ResponseFormProps, 'atPeak' | 'peak' | 'today'>): string {
  const when = `The peak is judged from ${shortDay(peak.fromOn, today)} to ${shortDay(peak.toOn, today)}.`;
  if (atPeak) return when;
  return `${when} Asked today, it is kept as that and does not count as the size; if it was judged at the peak, give that day.`;
}

const WORSE = Array.from({ length: 10 }, (_, i) => (i + 1) * -10);

function Improvement({ response }: { readonly response: Response | null }) {
  const recorded = response?.improvementPct ?? null;
  const offered = [
    ...new Set([...HELPED_PCTS, ...(recorded !== null && recorded > 0 ? [recorded] : [])]),
  ].toSorted((a, b) => a - b);
  const radio = (pct: number) => (
    <label key={pct} class="step">
      <input
        type="radio"
        name="improvementPct"
        value={pct}
        {...marks({ sentAs: 'number' })}
        checked={recorded === pct}
      />
      <span>{`${String(pct).replace('-', '−')} %`}</span>
    </label>
  );
  return (
    <fieldset class="panel stack">
      <legend>How much better was it at its best?</legend>
      <div class="steps">
        {offered.map(radio)}
        <NotKnown name="improvementPct" recorded={recorded} />
      </div>
      <details open={recorded !== null && recorded < 0}>
        <summary>Worse than before</summary>
        <div class="steps">{WORSE.map(radio)}</div>
      </details>
    </fieldset>
  );
}

function Choices({
  name,
  words,
  from,
  value,
}: {
  readonly name: string;
  readonly words: readonly string[];
  readonly from: number;
  readonly value: number | null;
}) {
  return (
    <div class="steps words">
      {words.map((word, i) => (
        <label key={word} class="step">
          <input
            type="radio"
            name={name}
            value={from + i}
            {...marks({ sentAs: 'number' })}
            checked={value === from + i}
          />
          <span>{word}</span>
        </label>
      ))}
      <NotKnown name={name} recorded={value} />
    </div>
  );
}

/** A choice that takes an answer back; there until one is given it says that none was. */
function NotKnown({ name, recorded }: { readonly name: string; readonly recorded: number | null }) {
  return (
    <label class="step">
      <input
        type="radio"
        name={name}
        value=""
        {...marks({ sentAs: 'null-if-empty' })}
        checked={recorded === null}
      />
      <span>Not asked</span>
    </label>
  );
}
