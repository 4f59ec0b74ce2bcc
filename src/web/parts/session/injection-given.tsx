import type { Guidance } from '../../../clinical/catalogue/guidance';
import type { PlainDate } from '../../../clinical/calendar';
import type { Finding } from '../../../clinical/finding';
import type { InjectionSide } from '../../../clinical/catalogue/muscles';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { pointsText, type InjectionPoint } from '../../../clinical/doses/injection-points';
import { TAKEN_OVER } from '../../../clinical/papers/paper';
import type { ToxinProduct } from '../../../clinical/units';
import { Fragment } from 'preact';
import { BodyMaps } from '../../shared/body-map/body-maps';
import { shortDay, timeWords } from '../../shared/day-text';
import type { SessionOrigin } from '../../../records/sessions/session.entity';
import { FindingItem } from '../../shared/injection-findings';
import { GUIDANCE_WORDS, numberWords, placeWords } from '../../shared/injection-words';
import { SessionDifference } from './injection-difference';
import { SignButton } from './sign-button';
import { marks } from '../../browser/marks';

/** A stored session as this screen shows it. */
export interface ShownSession {
  readonly id: string;
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
  readonly totalUnits: number;
  readonly injections: readonly {
    readonly muscle: string;
    readonly side: InjectionSide;
    readonly units: number;
    readonly sites: number | null;
    readonly volumeMl: number | null;
    readonly guidance: Guidance | null;
    readonly points: readonly InjectionPoint[];
  }[];
  readonly vials: readonly {
    readonly lotNumber: string;
    readonly expiresOn: PlainDate;
    readonly vialUnits: number;
    readonly reconstitutedAt: Date | null;
    readonly unitsDiscarded: number | null;
  }[];
  readonly findings: readonly (Finding & { readonly reason?: string })[];
  readonly note: string | null;
  readonly state: string;
  readonly signedAt: Date | null;
  readonly origin: SessionOrigin;
  readonly version: number;
  readonly amendReason: string | null;
  readonly replacesId: string | null;
  readonly replacedById: string | null;
  readonly voidReason: string | null;
}

/** Another session of the same treatment. */
export interface TreatmentPart {
  readonly id: string;
  readonly performedOn: PlainDate;
  readonly totalUnits: number;
}

export interface GivenSessionProps {
  readonly session: ShownSession;
  readonly other: ShownSession | undefined;
  readonly others: readonly { readonly id: string; readonly words: string }[];
  readonly injector: string | undefined;
  /** The protocol that it began from, by its name. */
  readonly begun: string | undefined;
  readonly signed: string | null;
  /** The session that this one completes or touches up, and those that do so to this one. */
  readonly continued: TreatmentPart | undefined;
  readonly parts: readonly TreatmentPart[];
  readonly zone: string;
}

/** A session that was given: rows, map, objections with their reasons, and what was different another time. */
export function GivenSession(props: GivenSessionProps) {
  const { session, other, others, injector, begun, zone } = props;
  const { product, injections, vials, findings, note } = session;
  const doses = injections.map(({ muscle, side, units, points }) => ({
    muscle,
    side,
    units: numberWords(units),
    points,
  }));
  const { brand } = PRODUCTS[product];
  return (
    <>
      <Standing session={session} />
      <Treatment {...props} />
      <section class="panel stack">
        <h2>
          {numberWords(session.totalUnits)} U {brand}
        </h2>
        <p class="muted">
          {injector && `Given by ${injector}. `}
          {begun && `Begun from ${begun}. `}
          {signatureWords(props)}
        </p>
        <div class="beside">
          <BodyMaps doses={doses} />
          <div class="scroll" tabIndex={0} role="region" aria-label="Muscles and doses">
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">Muscle</th>
                  <th scope="col" class="num">
                    Units
                  </th>
                  <th scope="col" class="num">
                    Sites
                  </th>
                  <th scope="col" class="num">
                    mL
                  </th>
                  <th scope="col">Guidance</th>
                </tr>
              </thead>
              <tbody>
                {injections.map(({ muscle, side, units, sites, volumeMl, guidance, points }) => (
                  <tr key={`${muscle} ${side}`}>
                    <td>
                      {placeWords(muscle, side)}
                      {points.length > 0 && (
                        <>
                          <br />
                          <small class="muted">{pointsText(points, side, product)}</small>
                        </>
                      )}
                    </td>
                    <td class="num">{numberWords(units)}</td>
                    <td class="num">{sites ?? '–'}</td>
                    <td class="num">{volumeMl ?? '–'}</td>
                    <td>{guidance ? GUIDANCE_WORDS[guidance] : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
        {note && <p>{note}</p>}
        {findings.map((finding) => (
          <FindingItem key={`${finding.code} ${finding.message}`} finding={finding} />
        ))}
      </section>
      {vials.length > 0 && (
        <section class="panel">
          <h2>Vials</h2>
          <ul>
            {vials.map((vial) => (
              <li key={vial.lotNumber}>
                Lot {vial.lotNumber}, {numberWords(vial.vialUnits)} U {brand}, expires{' '}
                {shortDay(vial.expiresOn)}
                {vial.reconstitutedAt && `, reconstituted ${timeWords(vial.reconstitutedAt, zone)}`}
                {vial.unitsDiscarded !== null && `, ${numberWords(vial.unitsDiscarded)} U discarded`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && <SessionDifference session={session} other={other} others={others} />}
    </>
  );
}

function signatureWords({ session, signed }: GivenSessionProps): string {
  if (signed) return `Signed ${signed}.`;
  return session.origin === 'import' ? TAKEN_OVER : 'Not signed yet.';
}

/** Change, sign, void: what may be done with this version. */
export function SessionActions({ session }: { readonly session: ShownSession }) {
  const { id, state, signedAt, origin, version } = session;
  if (state !== 'completed') return null;
  return (
    <>
      <a class="button" href={`/sessions/${id}/note`}>
        Note
      </a>
      <a class="button" href={`/sessions/${id}/aftercare`}>
        Aftercare
      </a>
      <a class="button" href={`/sessions/${id}/claim`}>
        Claim
      </a>
      {!signedAt && origin === 'logged' && <SignButton id={id} version={version} primary />}
      <a class="button" href={`/sessions/${id}/protocol`}>
        Keep as a protocol
      </a>
      <a class="button" href={`/sessions/${id}/change`}>
        {signedAt ? 'Amend' : 'Change'}
      </a>
      <details class="session-void">
        <summary>Void</summary>
        <form
          class="panel stack"
          {...marks({ api: `POST /api/v1/sessions/${id}/void`, version, noId: true, saved: 'Voided.' })}
        >
          <div class="field">
            <label for="void-reason">Why was it entered in error?</label>
            <input id="void-reason" name="reason" required maxLength={2000} />
          </div>
          <p class="hint">It stays in the record and counts no more.</p>
          <button type="submit" class="danger">
            Void this session
          </button>
        </form>
      </details>
    </>
  );
}

/** A treatment in several parts: where its others are, and what came of it stands with the first. */
function Treatment({ session, continued, parts }: GivenSessionProps) {
  if (!continued && parts.length === 0) return null;
  const { brand } = PRODUCTS[session.product];
  return (
    <p class="notice">
      <span>
        {continued ? 'It completes or touches up the session of ' : 'Completed or touched up on '}
        {(continued ? [continued] : parts).map(({ id, performedOn, totalUnits }, i) => (
          <Fragment key={id}>
            {i > 0 && ', '}
            <a href={`/sessions/${id}`}>{shortDay(performedOn)}</a>
            {` (${numberWords(totalUnits)} U ${brand})`}
          </Fragment>
        ))}
        {continued
          ? ': one treatment, whose response stands there.'
          : ': one treatment, the units of all counted.'}
      </span>
    </p>
  );
}

function Standing({ session }: { readonly session: ShownSession }) {
  const { state, voidReason, replacedById, replacesId, amendReason } = session;
  if (state === 'voided')
    return <p class="notice notice-bad">Void: it counts no more. Reason: {voidReason}</p>;
  if (replacedById)
    return (
      <p class="notice notice-warn">
        <span>
          Amended since: <a href={`/sessions/${replacedById}`}>see the version that counts</a>.
        </span>
      </p>
    );
  if (!replacesId) return null;
  return (
    <p class="notice">
      <span>
        Amended: {amendReason} <a href={`/sessions/${replacesId}`}>See the version before</a>.
      </span>
    </p>
  );
}
