import type { Finding, FindingCode } from '../../finding';

/** A finding's code with the neurologist's reason for going on. */
export interface Confirmation {
  readonly code: FindingCode;
  readonly reason: string;
}

/** A finding as it is stored with a session: the reason for going ahead, where it asked for one. */
export type AnsweredFinding = Finding & { readonly reason?: string };

export interface ConfirmedFindings {
  /** These keep the session from being saved. */
  readonly stops: readonly Finding[];
  /** These ask for a reason and have none. */
  readonly open: readonly Finding[];
  /** All of them; a reason is kept only for a finding that asks for one. */
  readonly answered: AnsweredFinding[];
}

/**
 * Which findings still stand against saving a session, and what is stored of them? One that was answered before keeps its
 * reason unless another is given.
 */
export function confirmFindings(
  findings: readonly AnsweredFinding[],
  confirmed: readonly Confirmation[],
): ConfirmedFindings {
  const reasons = new Map(confirmed.map(({ code, reason }) => [code, reason]));
  const asking = findings.filter(({ severity }) => severity === 'confirm');
  return {
    stops: findings.filter(({ severity }) => severity === 'stop'),
    open: asking.filter(({ code, reason }) => reason === undefined && !reasons.has(code)),
    answered: findings.map((finding) => {
      const reason = asking.includes(finding) ? reasons.get(finding.code) : undefined;
      return reason === undefined ? finding : { ...finding, reason };
    }),
  };
}
