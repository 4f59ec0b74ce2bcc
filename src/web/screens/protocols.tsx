import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { INDICATIONS } from '../../clinical/catalogue/indications';
import type { PlainDate } from '../../clinical/calendar';
import { Reads, ReadsNothing, type Unsent } from '../../platform/audit/reads';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { malformed, Problem } from '../../platform/http/problem';
import { IdPipe, isId } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { Course } from '../../records/courses/course.entity';
import { findProtocol, findProtocols } from '../../records/protocols/protocol.query';
import type { ProtocolView } from '../../records/protocols/protocols.dto';
import { findSession } from '../../records/sessions/session-view.query';
import { Page } from '../parts/page/page';
import { ProtocolForm, type ProtocolFormProps } from '../parts/protocols/protocol-form';
import { ProtocolList } from '../parts/protocols/protocol-list';
import { screenOf, sendScreen } from '../render';
import { Screen } from '../screen.decorator';
import { shortDay } from '../shared/day-text';

const NO_PATIENT = 'patterns of doses, no patient';
const EMPTY: ProtocolFormProps['draft'] = {
  name: '',
  indication: 'cervical_dystonia',
  product: 'ona',
  rows: [],
  dilution: null,
};

/** What sessions start from: what was published, and what this clinic keeps. */
@Screen()
export class ProtocolsScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get('protocols')
  @Allow('protocol.write')
  @ReadsNothing(NO_PATIENT)
  async show(@By() actor: SignedIn, @Res() reply: FastifyReply): Promise<void> {
    const offered = (await findProtocols(this.work.db, { limit: Infinity })).toSorted(byIndication);
    const retired = await findProtocols(this.work.db, { retired: true, limit: Infinity });
    sendScreen(reply, <ProtocolsPage {...{ actor, offered, retired }} />);
  }

  @Get('protocols/new')
  @Allow('protocol.write')
  @ReadsNothing(NO_PATIENT)
  async make(
    @By() actor: SignedIn,
    @Query('from') from: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (from !== undefined && !isId(from)) throw malformed('/from', 'id', 'from names a protocol by its id');
    const pattern = from ? await this.found(from) : undefined;
    const draft = pattern ? { ...pattern, name: `${pattern.name}, ours` } : EMPTY;
    sendScreen(reply, <FormPage title="Keep a protocol" {...{ actor, draft }} />);
  }

  @Get('protocols/:id/change')
  @Allow('protocol.write')
  @ReadsNothing(NO_PATIENT)
  async change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const protocol = await this.found(id);
    if (protocol.source !== null)
      throw new Problem(
        'conflict',
        'A published protocol stays as it was published. Keep one of your own from it.',
      );
    const { version } = protocol;
    sendScreen(
      reply,
      <FormPage
        title={`Change ${protocol.name}`}
        {...{ actor, draft: protocol, changes: { id, version } }}
      />,
    );
  }

  /** As it was given to one patient, without who that was. */
  @Get('sessions/:id/protocol')
  @Allow('session.read')
  @Reads('injection_session', (_: VNode, { params: { id } }) => ({ subjectId: id, sessions: [id!] }))
  async ofSession(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const session = await findSession(this.work.db, id);
    if (!session) throw new Problem('not-found', 'No such session.');
    const { indication } = await findOrRefuse(this.work.db, Course, session.courseId, 'course');
    const draft = draftOf(session, indication);
    return screenOf(
      reply,
      <FormPage title="Keep a session as a protocol" {...{ actor, draft }} from={session.performedOn} />,
    );
  }

  private async found(id: string): Promise<ProtocolView> {
    const protocol = await findProtocol(this.work.db, id);
    if (!protocol) throw new Problem('not-found', 'No such protocol.');
    return protocol;
  }
}

/** Those of one indication stand together, in the order of their names. */
function byIndication(a: ProtocolView, b: ProtocolView): number {
  return INDICATIONS[a.indication].name.localeCompare(INDICATIONS[b.indication].name, 'en');
}

type Given = NonNullable<Awaited<ReturnType<typeof findSession>>>;

function draftOf(
  { product, injections, vials }: Given,
  indication: Course['indication'],
): ProtocolFormProps['draft'] {
  const [vial] = vials;
  const dilution = vial?.diluentMl ? { vialUnits: vial.vialUnits, diluentMl: vial.diluentMl } : null;
  return { name: '', indication, product, rows: injections, dilution };
}

interface ProtocolsPageProps {
  readonly actor: SignedIn;
  readonly offered: readonly ProtocolView[];
  readonly retired: readonly ProtocolView[];
}

function ProtocolsPage({ actor, offered, retired }: ProtocolsPageProps) {
  const own = offered.filter(({ source }) => source === null);
  return (
    <Page
      title="Protocols"
      actor={actor}
      at="/protocols"
      actions={
        <a class="button" href="/protocols/new">
          Keep a protocol
        </a>
      }
    >
      <section class="stack" aria-labelledby="own">
        <h2 id="own">Of this clinic</h2>
        {own.length === 0 ? (
          <p class="muted">
            None is kept yet. Begin with a published one below, or keep a session as a protocol on its own
            page.
          </p>
        ) : (
          <ProtocolList protocols={own} />
        )}
      </section>
      <section class="stack" aria-labelledby="published">
        <h2 id="published">Published</h2>
        <ProtocolList protocols={offered.filter(({ source }) => source !== null)} />
      </section>
      {retired.length > 0 && (
        <section class="stack" aria-labelledby="retired">
          <h2 id="retired">No longer offered</h2>
          <ProtocolList protocols={retired} />
        </section>
      )}
    </Page>
  );
}

interface FormPageProps extends ProtocolFormProps {
  readonly title: string;
  readonly actor: SignedIn;
  /** The day of the session that it is made from. */
  readonly from?: PlainDate;
}

function FormPage({ title, actor, from, ...form }: FormPageProps) {
  return (
    <Page title={title} actor={actor} at="/protocols" islands={['protocol-rows']}>
      <p class="muted">
        {from
          ? `As it was given on ${shortDay(from)}. A protocol names no patient: give it a name of its own.`
          : form.changes
            ? 'A change is a new version. Sessions that began from the one before still name that.'
            : 'Sessions of this indication may start from it. What is given is checked as in any session.'}
      </p>
      <ProtocolForm {...form} />
    </Page>
  );
}
