import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { PlainDate } from '../../clinical/calendar';
import { counted } from '../../clinical/words';
import { namedIn, proposedMerges, type ProposedMerge } from '../../hl7/proposals/merge-proposals.query';
import { Reads, Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { Now } from '../../platform/http/now.decorator';
import { Costs } from '../../platform/limits/costly';
import { Allow, may } from '../../platform/permissions';
import { isId } from '../../platform/http/validation';
import type { Patient } from '../../records/patients/patient.entity';
import { findPatients } from '../../records/patients/patient.query';
import { addressWith } from '../filled-query';
import { Page } from '../parts/page/page';
import { ProposedMerges } from '../parts/patient/same-person/proposed-merges';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';
import { CLASSES } from '../shared/classes';
import { bornText, listedName } from '../../clinical/person-name';

/** What an EHR that started the service with a patient told of them. */
const LAUNCHED: ReadonlyMap<unknown, string> = new Map([
  [
    'unknown',
    'Your EHR has a patient open whose record number nobody has here. Look for them by name, or register them.',
  ],
  [
    'unnamed',
    'Your EHR did not tell the record number of the patient who is open there. Look for them by name.',
  ],
]);

interface ListProps {
  readonly actor: SignedIn;
  readonly q: string;
  /** Why an EHR's patient is not shown. */
  readonly launched?: string;
  readonly found: readonly Patient[];
  readonly moreAt?: string;
  /** What a hospital proposes to whoever may merge, beside no search. */
  readonly proposed: readonly ProposedMerge[];
  readonly today: PlainDate;
}

/** Finding a patient. */
@Screen('patients')
export class PatientsScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('patient.read')
  @Costs('search')
  @Reads('patient', ({ props }: VNode<ListProps>) => ({
    patients: [...props.found.map(({ id }) => id), ...namedIn(props.proposed)],
  }))
  async list(
    @By() actor: SignedIn,
    @Query() query: Record<string, unknown>,
    @Now() { today }: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<ListProps>>> {
    const q = typeof query['q'] === 'string' ? query['q'].trim().slice(0, 200) : '';
    const anyText = (): boolean => true;
    const cursor = typeof query['cursor'] === 'string' ? query['cursor'] : undefined;
    const after = readCursor('patients', cursor, [anyText, anyText, isId]);
    const rows = await findPatients(this.work.db, { ...(q !== '' && { q }), after, limit: USUAL_LIMIT + 1 });
    const { items: found, nextCursor } = toPage('patients', rows, USUAL_LIMIT, (row) => [
      row.familyName,
      row.givenName ?? '',
      row.id,
    ]);
    const moreAt = nextCursor === null ? undefined : addressWith('/patients', { q }, { cursor: nextCursor });
    const proposed =
      q === '' && cursor === undefined && may(actor.role, 'patient.merge')
        ? await proposedMerges(this.work.db)
        : [];
    const launched = LAUNCHED.get(query['launched']);
    const list = <PatientList {...{ actor, q, launched, found, moreAt, proposed, today }} />;
    const [only, another] = found;
    if (query['go'] === undefined || !only || another) return screenOf(reply, list);
    return new Unsent(list, () => reply.redirect(`/patients/${only.id}`, 303));
  }
}

function PatientList({ actor, q, launched, found, moreAt, proposed, today }: ListProps) {
  const register = may(actor.role, 'patient.write') && (
    <a class="button primary" href="/patients/new">
      Register a patient
    </a>
  );
  return (
    <Page
      title="Patients"
      actor={actor}
      at="/patients"
      finds
      islands={['patient-search', 'rows']}
      actions={register}
    >
      {launched !== undefined && (
        <p class={CLASSES.notice.warn} role="status">
          {launched}
        </p>
      )}
      <form method="get" action="/patients" role="search" class="row search">
        <label class="visually-hidden" for="q">
          Name, record number, telephone or birth date
        </label>
        <input
          id="q"
          name="q"
          type="search"
          value={q}
          placeholder="Name, record number, telephone or birth date"
          autocomplete="off"
          maxLength={200}
          {...marks({ search: true, find: true })}
        />
        <button type="submit">Find</button>
      </form>
      {proposed.length > 0 && (
        <details class="notice notice-warn no-print">
          <summary>
            {`The hospital says of ${counted(proposed.length, 'record')} that it is of the same person as another one`}
          </summary>
          <ProposedMerges proposed={proposed} />
        </details>
      )}
      <div id="found" class="panel" role="region" aria-label="Patients found">
        <Found q={q} found={found} moreAt={moreAt} today={today} />
      </div>
    </Page>
  );
}

function Found({ q, found, moreAt, today }: Pick<ListProps, 'q' | 'found' | 'moreAt' | 'today'>) {
  if (found.length === 0) {
    return (
      <p class="empty" role="status">
        {q === ''
          ? 'No patient is registered yet.'
          : `Nobody is found for “${q}”. Three letters of a name are enough.`}
      </p>
    );
  }
  return (
    <>
      <p class="visually-hidden" role="status">{`${found.length}${moreAt ? ' or more' : ''} found`}</p>
      <ul class="people" {...marks({ rows: true })}>
        {found.map((patient) => (
          <li key={patient.id}>
            <a class="person" href={`/patients/${patient.id}`}>
              <span class="strong">{listedName(patient)}</span>
              <span>{patient.mrn}</span>
              <span>{bornText(patient.birthDate, today)}</span>
              <span>{patient.deceasedOn ? <span class="badge">Died</span> : (patient.phone ?? '')}</span>
            </a>
          </li>
        ))}
      </ul>
      {moreAt && (
        <a class="button" href={moreAt} {...marks({ more: '#found' })}>
          Show more
        </a>
      )}
    </>
  );
}
