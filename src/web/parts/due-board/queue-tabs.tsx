import { CALL_QUEUES, type CallQueue } from '../../../clinical/calling/call-queue';
import { marks } from '../../browser/marks';
import { addressWith } from '../../filled-query';
import { TAB_WORDS, type BoardTab } from './queue-words';

interface QueueTabsProps {
  readonly tab: BoardTab | 'to-start';
  /** The query of the address, whose filters every tab keeps. */
  readonly asked: Readonly<Record<string, unknown>>;
  readonly counts: Readonly<Record<CallQueue, number>>;
  /** How many have a payer to be asked now. */
  readonly toStart: string;
}

/** The queues with how many patients stand in each, under the filters that are set. */
export function QueueTabs({ tab, asked, counts, toStart }: QueueTabsProps) {
  return (
    <nav aria-label="Queues" class="tabs no-print" {...marks({ counts: true })}>
      {[...CALL_QUEUES, 'all' as const].map((queue) => (
        <a
          key={queue}
          href={addressWith('/due', asked, { queue, cursor: undefined })}
          aria-current={queue === tab ? 'page' : undefined}
        >
          {TAB_WORDS[queue]}
          {queue !== 'all' && <b>{` ${counts[queue]}`}</b>}
        </a>
      ))}
      <a
        href={addressWith('/authorizations-to-start', asked, { queue: undefined, cursor: undefined })}
        aria-current={tab === 'to-start' ? 'page' : undefined}
      >
        To authorize<b>{` ${toStart}`}</b>
      </a>
    </nav>
  );
}
