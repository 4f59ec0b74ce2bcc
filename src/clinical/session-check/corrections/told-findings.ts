import type { Finding } from '../../finding';

/**
 * Findings as they are told: what asks for a reason says so at its end, and leaves it out while another finding stops the
 * session, because then no reason helps. A note never asks.
 */
export function toldFindings<F extends Finding>(findings: readonly F[]): readonly F[] {
  const stopped = findings.some(({ severity }) => severity === 'stop');
  return findings.map((finding) => {
    const asks = finding.severity === 'confirm' && !stopped;
    return asks ? finding : { ...finding, message: withoutAsking(finding.message) };
  });
}

/** How a message asks for a reason or a confirmation, after what may be done instead of giving one. */
const ASKS = /(?:,? (?:or|and) |: | Else |(?<=[.)]) )(?:give the reason|confirm|note why)\b[^.]*\.$/i;

function withoutAsking(message: string): string {
  const said = message.replace(ASKS, '');
  return said === message || said.endsWith('.') ? said : `${said}.`;
}
