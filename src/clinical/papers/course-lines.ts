import { unitsText } from '../doses/dose-cap';
import { daysBetween, type PlainDate } from '../calendar';
import { codeWords } from '../catalogue/codes/code-words';
import { INDICATIONS, type CourseSide, type Etiology, type IndicationSlug } from '../catalogue/indications';
import { scaleOf } from '../catalogue/scales';
import { dayText, weeksText } from '../due/due-text';
import type { SessionResponse } from '../treated-session';
import type { ToxinProduct } from '../units';
import { counted, slugWords } from '../words';

export interface PaperCourse {
  readonly indication: IndicationSlug;
  readonly side: CourseSide | null;
  readonly etiology: Etiology | null;
  readonly diagnosisCode: string | null;
  readonly secondDiagnosisCode?: string | null;
  readonly plannedProduct: ToxinProduct;
  readonly endedOn: PlainDate | null;
  readonly deceasedOn: PlainDate | null;
  readonly holds: readonly { readonly untilOn: PlainDate; readonly reason: string }[];
  readonly forecast: { readonly earliestOn: PlainDate; readonly dueOn: PlainDate } | null;
  /** The coming appointment: "18 Jan 2027, 09:00". */
  readonly booked: string | null;
}

/** A treatment with what was given in all its parts. */
export interface PaperTreatment {
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
  readonly totalUnits: number;
  readonly response: SessionResponse | undefined;
}

export interface PaperEvent {
  readonly kind: string;
  readonly severity: string;
  readonly serious: boolean;
  readonly onsetOn: PlainDate;
  readonly resolvedOn: PlainDate | null;
}

/** `Cervical dystonia, left (G24.3: spasmodic torticollis)`. */
export function diagnosisLine({
  indication,
  side,
  etiology,
  diagnosisCode,
  secondDiagnosisCode,
}: Pick<PaperCourse, 'indication' | 'side' | 'etiology' | 'diagnosisCode' | 'secondDiagnosisCode'>): string {
  const codes = [diagnosisCode, secondDiagnosisCode].flatMap((code) => code ?? []);
  const said = codes.map((code) => [code, codeWords(code, indication)].filter(Boolean).join(': '));
  return [
    [INDICATIONS[indication].name, side, etiology && `cause: ${slugWords(etiology).toLowerCase()}`]
      .filter(Boolean)
      .join(', '),
    said.length > 0 && ` (${said.join('; ')})`,
    '.',
  ]
    .filter(Boolean)
    .join('');
}

/** What came of a treatment, as it was entered. */
export function responseLine({ performedOn, product, totalUnits, response }: PaperTreatment): string {
  const after = `${dayText(performedOn)} (${unitsText(product, totalUnits)})`;
  const said = response ? responseWords(response, performedOn) : [];
  return said.length === 0
    ? `No response to the session of ${after} is on record.`
    : `Response to the session of ${after}: ${said.join('; ')}.`;
}

function responseWords(response: SessionResponse, performedOn: PlainDate): string[] {
  const { improvementPct, assessedOn, pgic, peakEffect, onsetOn, woreOffOn, stillEffectiveOn } = response;
  const after = (day: PlainDate): string => {
    const days = daysBetween(performedOn, day);
    return `${dayText(day)} (after ${days < 14 ? counted(days, 'day') : weeksText(days)})`;
  };
  return [
    improvementPct !== undefined &&
      (improvementPct < 0 ? `${-improvementPct} % worse` : `${improvementPct} % improvement`) +
        (assessedOn ? `, judged ${dayText(assessedOn)}` : ''),
    pgic !== undefined && `PGIC ${pgic} of 7, where 1 is very much improved`,
    peakEffect !== undefined && `peak effect ${peakEffect} of 4`,
    ...(response.measurements ?? []).map(
      ({ scale, value, phase, of, measuredOn }) =>
        `${scaleOf(scale).name}${of ? ` (${slugWords(of).toLowerCase()})` : ''} ${value}, ${phase.replace('-', ' ')}${measuredOn ? `, ${dayText(measuredOn)}` : ''}`,
    ),
    onsetOn && `began ${after(onsetOn)}`,
    woreOffOn
      ? `wore off ${after(woreOffOn)}`
      : stillEffectiveOn && `still effective ${after(stillEffectiveOn)}`,
  ].filter((words): words is string => typeof words === 'string');
}

export function eventLine({ kind, severity, serious, onsetOn, resolvedOn }: PaperEvent): string {
  const end = resolvedOn ? `resolved ${dayText(resolvedOn)}` : 'no end on record';
  return `${slugWords(kind)}, ${severity}${serious ? ', serious' : ''}, from ${dayText(onsetOn)}, ${end}.`;
}

/** When the next session is; of whoever has died or a course that has ended, that. */
export function nextLines(course: PaperCourse): string[] {
  const { deceasedOn, endedOn, holds, forecast, booked } = course;
  if (deceasedOn) return [`The patient died on ${dayText(deceasedOn)}.`];
  if (endedOn) return [`The treatment ended on ${dayText(endedOn)}.`];
  return [
    forecast &&
      (forecast.dueOn === forecast.earliestOn
        ? `Due on ${dayText(forecast.dueOn)}, not before.`
        : `Due on ${dayText(forecast.dueOn)}, not before ${dayText(forecast.earliestOn)}.`),
    booked && `Booked for ${booked}.`,
    ...holds.map(({ untilOn, reason }) => `On hold until ${dayText(untilOn)}: ${reason}`),
  ].filter((line): line is string => typeof line === 'string');
}
