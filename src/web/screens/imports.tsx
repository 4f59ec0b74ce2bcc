import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { Reads, ReadsNothing, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { ImportFile } from '../../records/imports/import-file.entity';
import type { ImportPage, ImportView } from '../../records/imports/imports.dto';
import { importsPage, wholeView } from '../../records/imports/imports.query';
import { addressWith } from '../filled-query';
import { EarlierImports } from '../parts/imports/earlier-imports';
import { ImportForm } from '../parts/imports/import-form';
import { ImportResult } from '../parts/imports/import-result';
import { KIND_WORDS } from '../parts/imports/import-words';
import { Page } from '../parts/page/page';
import { screenOf, sendScreen } from '../render';
import { Screen } from '../screen.decorator';

interface ImportsProps {
  readonly actor: SignedIn;
  readonly earlier: ImportPage;
  readonly clinic: Clinic;
}

interface ResultProps {
  readonly actor: SignedIn;
  readonly file: ImportView;
}

/** Files of another program: try one, see what would happen row by row, take it; and what became of earlier ones. */
@Screen('imports')
export class ImportsScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('import.read')
  @ReadsNothing('counts of rows, no patient')
  async show(
    @By() actor: SignedIn,
    @Query() query: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const cursor = typeof query['cursor'] === 'string' ? query['cursor'] : undefined;
    const earlier = await importsPage(this.work.db, { cursor });
    sendScreen(reply, <ImportsPage {...{ actor, earlier, clinic }} />);
  }

  @Get(':id')
  @Allow('import.read')
  @Reads('import_file', ({ props: { file } }: VNode<ResultProps>) => ({
    subjectId: file.id,
    patients: file.problems.map(({ patientId }) => patientId),
  }))
  async result(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<ResultProps>>> {
    const file = await wholeView(this.work.db, await findOrRefuse(this.work.db, ImportFile, id, 'import'));
    return screenOf(reply, <ResultPage {...{ actor, file }} />);
  }
}

function ImportsPage({ actor, earlier, clinic }: ImportsProps) {
  const { items, nextCursor } = earlier;
  const moreAt = nextCursor === null ? undefined : addressWith('/imports', {}, { cursor: nextCursor });
  return (
    <Page title="Imports" actor={actor} at="/imports" islands={['import-file']}>
      <ImportForm />
      <EarlierImports {...{ items, moreAt, clinic }} />
    </Page>
  );
}

function ResultPage({ actor, file }: ResultProps) {
  const { kind, name, dryRun } = file;
  const title = `${dryRun ? 'Try of' : 'Import of'} ${name ?? KIND_WORDS[kind].toLowerCase()}`;
  return (
    <Page title={title} actor={actor} at="/imports">
      <ImportResult file={file} />
      <p>
        <a class="button" href="/imports">
          All imports
        </a>
      </p>
    </Page>
  );
}
