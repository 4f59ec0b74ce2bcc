import type { ComponentChildren } from 'preact';
import type { SignedIn } from '../../../platform/http/by.decorator';
import type { PaperView } from '../../../records/papers/papers.dto';
import { marks } from '../../browser/marks';
import { Page } from '../page/page';
import { PatientBanner, type PatientBannerProps } from '../patient/patient-banner';
import { PaperSheet } from './paper-sheet';

interface PaperPageProps {
  readonly actor: SignedIn;
  readonly paper: PaperView;
  readonly banner: PatientBannerProps;
  /** Above the sheet, and not on paper. */
  readonly children?: ComponentChildren;
}

/** A paper on its screen, to be copied and printed. The banner stays in the house: a paper says of the patient what it is for. */
export function PaperPage({ actor, paper, banner, children }: PaperPageProps) {
  return (
    <Page
      title={paper.title}
      actor={actor}
      at="/patients"
      islands={['copy-text']}
      banner={
        <div class="no-print">
          <PatientBanner {...banner} />
        </div>
      }
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
