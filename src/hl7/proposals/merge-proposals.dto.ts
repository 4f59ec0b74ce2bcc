import { InWords } from '../../platform/http/validating/reason-shapes';
import { IsId, MayBeLeftOut } from '../../platform/http/validation';
import { WholeListQuery, WholeListView } from '../../platform/http/updates/whole-list.dto';

export class FindMergeProposalsQuery extends WholeListQuery {
  /** Only those in which this record takes part. */
  @MayBeLeftOut() @IsId() patientId?: string;
}

export class AcceptMergeProposalDto {
  /** Why they are the same person, in words; left out: that the hospital says so. */
  @MayBeLeftOut() @InWords('word') reason?: string;
}

export class MergeProposalView {
  /** The id of the message. */
  id: string;
  /** Application and facility of whoever says so. */
  sender: string;
  receivedAt: Date;
  /** The record that would be given up, and its number. */
  patientId: string;
  priorMrn: string;
  /** The record that would go on; null: nobody on record has its number. */
  intoId: string | null;
  intoMrn: string;
}

export class MergeProposalsView extends WholeListView {
  /** The latest first. */
  items: MergeProposalView[];
}
