import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClinicNow } from '../../platform/clinic';
import { changeRow } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { Problem } from '../../platform/http/problem';
import { mergeRecords } from '../../records/patients/merging/merge-records';
import { viewOfMerge } from '../../records/patients/merging/merge-view';
import type { PatientMergeView } from '../../records/patients/merging/merges.dto';
import { Hl7MessageRow } from '../hl7-message.entity';
import { lockWaiting } from '../lock-waiting';
import { readMerge } from '../message/read-merge';
import { parseMessage } from '../message/read-message';
import { outcomeOf, proposedRecords } from '../taking/take-merge';
import type { AcceptMergeProposalDto, MergeProposalsView, MergeProposalView } from './merge-proposals.dto';
import { proposedMerges, type ProposedMerge } from './merge-proposals.query';
import type { Given } from '../../platform/http/updates/whole-list.dto';

/** The merges that a hospital proposes, for whoever may merge records. */
@Injectable()
export class MergeProposalsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  async find(patientId: string | undefined): Promise<Given<MergeProposalsView>> {
    return { items: (await proposedMerges(this.work.db, patientId)).map(viewOf) };
  }

  /** Merges the two records, as when a person had found them. */
  accept(actor: SignedIn, id: string, { reason }: AcceptMergeProposalDto): Promise<PatientMergeView> {
    return this.work.write(actor, async (tx) => {
      const { text, sender, version } = await lockProposal(tx, id);
      const told = readMerge(parseMessage(text));
      const { prior, goesOn } = await proposedRecords(tx, told);
      const { state, reason: why } = outcomeOf(told, { prior, goesOn });
      if (state !== 'waiting' || !prior || !goesOn)
        throw new Problem('conflict', `${why ?? 'The two are one record already'}.`);
      const merge = await mergeRecords(
        tx,
        {
          patientId: prior.id,
          intoId: goesOn.id,
          reason: reason ?? `The hospital says so (${sender})`,
          mergedBy: actor.id,
        },
        this.clinicNow,
      );
      const settled = { state: 'done', reason: null, patientId: goesOn.id } as const;
      await changeRow(tx, Hl7MessageRow, { id, version }, settled);
      return viewOfMerge(merge);
    });
  }

  /** Leaves the two records apart. */
  dismiss(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      const { version } = await lockProposal(tx, id);
      await changeRow(tx, Hl7MessageRow, { id, version }, { state: 'dismissed' });
    });
  }
}

async function lockProposal(tx: EntityManager, id: string): Promise<Hl7MessageRow> {
  const known = await tx.existsBy(Hl7MessageRow, { id, type: 'ADT^A40' });
  if (!known) throw new Problem('not-found', 'No such proposal.');
  return lockWaiting(tx, id);
}

function viewOf({
  message: { id, sender, receivedAt },
  told,
  prior,
  into,
}: ProposedMerge): MergeProposalView {
  return {
    id,
    sender,
    receivedAt,
    patientId: prior.id,
    priorMrn: told.priorMrn,
    intoId: into?.id ?? null,
    intoMrn: told.mrn,
  };
}
