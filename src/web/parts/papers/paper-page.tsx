import type { ComponentChildren } from 'preact';
import type { SignedIn } from '../../../platform/http/by.decorator';
import type { PaperView } from '../../../records/papers/papers.dto';
import { marks } from '../../browser/marks';
import { Page } from '../page/page';
import { PaperSheet } from './paper-sheet';

interface PaperPageProps {
  readonly actor: SignedIn;
  readonly paper: PaperView;
  /** Above the sheet, and not on paper. */
  readonly children?: ComponentChildren;
}

/** A paper on its screen, to be copied and printed. */
export function PaperPage({ actor, paper, children }: PaperPageProps) {
  return (
    <Page
      title={paper.title}
      actor={actor}
      at="/patients"
      islands={['copy-text']}
      actions={
        <>
          <button type="button" class="primary" {...marks({ copy: 'paper-text' })}>
            Copy
          </button>
          <button type="button" {...marks({ print: true })}>
            Print
          </button>
        </>
      }
    >
      {children}
      <PaperSheet paper={paper} />
    </Page>
  );
}
