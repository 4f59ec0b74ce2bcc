import type { ProposedMerge } from '../../../../hl7/proposals/merge-proposals.query';
import { marks } from '../../../browser/marks';

/** Which records are of one person, as a hospital says: each to be looked at, or left apart. */
export function ProposedMerges({ proposed }: { readonly proposed: readonly ProposedMerge[] }) {
  return (
    <>
      {proposed.map(({ message, told, prior, into }) => (
        <div key={message.id} class="notice notice-warn stack no-print">
          <p>
            {`${message.sender} says that record ${told.priorMrn} and record ${told.mrn} are of one person.`}
            {!into && ` Nobody on record has ${told.mrn}: `}
            {!into && (
              <a href={`/patients/${prior.id}`}>{`look whether ${told.priorMrn} gets that number`}</a>
            )}
          </p>
          <div class="row">
            {into && (
              <a class="button" href={`/patients/${into.id}/same?as=${prior.id}`}>
                {`Look at ${told.priorMrn} and ${told.mrn}`}
              </a>
            )}
            <form
              {...marks({
                api: `POST /api/v1/merge-proposals/${message.id}/dismiss`,
                noId: true,
                confirm: 'Leave the two records apart?',
                saved: 'They stay two records.',
              })}
            >
              <button type="submit">Leave them apart</button>
            </form>
          </div>
        </div>
      ))}
    </>
  );
}
