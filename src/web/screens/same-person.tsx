import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { dayText } from '../../clinical/due/due-text';
import { counted } from '../../clinical/words';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import {
  possibleDuplicates,
  type PossibleDuplicate,
} from '../../records/patients/duplicates/possible-duplicates.query';
import { rowsSince, type MovedRows } from '../../records/patients/merging/moved-rows.query';
import { proposedMerges } from '../../hl7/proposals/merge-proposals.query';
import { Patient } from '../../records/patients/patient.entity';
import { findPatients } from '../../records/patients/patient.query';
import { marks } from '../browser/marks';
import { Field } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { IdentityFacts } from '../parts/patient/identity-facts';
import { PatientBanner, type PatientBannerProps } from '../parts/patient/patient-banner';
import { bannerOf } from '../read-banner';
import { bornText, listedName } from '../../clinical/person-name';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';

/** A record beside another one, with how much is on it. */
interface SideBySide {
  readonly patient: Patient;
  readonly rows: MovedRows;
}

interface SamePersonProps {
  readonly actor: SignedIn;
  readonly clinic: Clinic;
  readonly kept: SideBySide;
  readonly banner: PatientBannerProps;
  readonly other?: SideBySide;
  /** The message by which a hospital says so. */
  readonly proposal?: string;
  readonly alike: readonly PossibleDuplicate[];
  readonly found: readonly Patient[];
  readonly q: string;
}

const BEGINNING = new Date(0);
const MOST_FOUND = 20;

/** Two records of one person, side by side before they become one. */
@Screen('patients')
export class SamePersonScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get(':id/same')
  @Allow('patient.merge')
  @Reads('patient', ({ props: { kept, other, alike, found } }: VNode<SamePersonProps>) => ({
    subjectId: kept.patient.id,
    patients: [
      kept.patient,
      ...(other ? [other.patient] : []),
      ...alike.map(({ patient }) => patient),
      ...found,
    ].map(({ id }) => id),
  }))
  async show(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query('as') as: string | undefined,
    @Query('q') q: string | undefined,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<SamePersonProps>>> {
    const { db } = this.work;
    const kept = await this.sideOf(id);
    const other = as ? await this.sideOf(new IdPipe().transform(as)) : undefined;
    const proposed = other ? await proposedMerges(db, id) : [];
    const proposal = proposed.find(({ prior, into }) => prior.id === other?.patient.id && into?.id === id);
    const { familyName, givenName, birthDate, phone } = kept.patient;
    const alike = other ? [] : await possibleDuplicates(db, { familyName, givenName, birthDate, phone });
    const sought = q?.trim() ?? '';
    const found = other || sought === '' ? [] : await findPatients(db, { q: sought, limit: MOST_FOUND });
    const props: SamePersonProps = {
      actor,
      clinic,
      kept,
      banner: await bannerOf(db, id, clinic, actor),
      ...(other && { other }),
      proposal: proposal?.message.id,
      alike: alike.filter(({ patient }) => patient.id !== id),
      found: found.filter((patient) => patient.id !== id),
      q: sought,
    };
    return screenOf(reply, <SamePerson {...props} />);
  }

  private async sideOf(id: string): Promise<SideBySide> {
    const patient = await findOrRefuse(this.work.db, Patient, id, 'patient');
    return { patient, rows: await rowsSince(this.work.db, id, BEGINNING) };
  }
}

function SamePerson(props: SamePersonProps) {
  const { actor, banner, kept, other } = props;
  return (
    <Page
      title={`Same person as ${listedName(kept.patient)}?`}
      actor={actor}
      at="/patients"
      banner={<PatientBanner {...banner} />}
    >
      <p>
        <a href={`/patients/${kept.patient.id}`}>Back to the record</a>
      </p>
      {other ? <Both {...props} other={other} /> : <Choose {...props} />}
    </Page>
  );
}

function Choose({ kept, alike, found, q }: SamePersonProps) {
  const { id } = kept.patient;
  const people = q === '' ? alike.map(({ patient }) => patient) : found;
  return (
    <section class="panel stack" aria-label="The other record">
      <form method="get" action={`/patients/${id}/same`} role="search" class="row">
        <Field label="Find the other record" name="q" type="search" value={q} />
        <button type="submit">Find</button>
      </form>
      {people.length === 0 ? (
        <p class="empty">
          {q === '' ? 'No record is alike: find the other one.' : 'No other record is found.'}
        </p>
      ) : (
        <ul class="people">
          {people.map((patient) => (
            <li key={patient.id}>
              <a class="person" href={`/patients/${id}/same?as=${patient.id}`}>
                <span class="strong">{listedName(patient)}</span>
                <span>{`record ${patient.mrn}`}</span>
                <span>{bornText(patient.birthDate)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Both({
  kept,
  other,
  proposal,
  clinic: { today },
}: SamePersonProps & { readonly other: SideBySide }) {
  const [to, from] = [kept.patient, other.patient];
  return (
    <>
      <div class="two-records">
        <Record title="Goes on" side={kept} today={today} />
        <Record title="Is put into it" side={other} today={today} />
      </div>
      <form
        class="panel stack"
        {...marks({
          api: proposal
            ? `POST /api/v1/merge-proposals/${proposal}/accept`
            : `POST /api/v1/patients/${from.id}/merge`,
          after: `/patients/${to.id}`,
          saved: 'They are one record now. It can be undone on this page.',
          noId: true,
        })}
      >
        <p>
          {`Everything on record ${from.mrn} goes to record ${to.mrn}. ${identityWords(from, to)} ${to.mrn}: change them there afterwards where the other ones are right.`}
        </p>
        {!proposal && <input type="hidden" name="intoId" value={to.id} />}
        <Field label="Why they are the same person" name="reason" required maxLength={2000} />
        <div class="row">
          <button type="submit" class="primary">
            Make them one record
          </button>
          <a class="button" href={`/patients/${from.id}/same?as=${to.id}`}>
            The other one goes on
          </a>
        </div>
      </form>
    </>
  );
}

/** Whose identity stays; a birth date that nobody knew comes from the other record. */
function identityWords(from: Patient, to: Patient): string {
  return to.birthDate === null && from.birthDate !== null
    ? `Its birth date, ${dayText(from.birthDate)}, goes over as well: ${to.mrn} has none. Name and contact stay those of`
    : 'Name, birth date and contact stay those of';
}

function Record({
  title,
  side: { patient, rows },
  today,
}: {
  readonly title: string;
  readonly side: SideBySide;
  readonly today: Clinic['today'];
}) {
  return (
    <section class="panel stack" aria-label={`${title}: ${patient.mrn}`}>
      <h2>{`${title}: ${listedName(patient)}`}</h2>
      <IdentityFacts patient={patient} today={today} />
      <p>
        {`${counted(rows.course.length, 'course')}, ${counted(rows.prior_authorization.length, 'authorization')}`}
      </p>
    </section>
  );
}
