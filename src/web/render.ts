import type { FastifyReply } from 'fastify';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { WaitingContext } from './parts/page/waiting';
import { waitingFor } from './count-waiting';
import { Unsent } from '../platform/audit/reads';

/** A screen that shows somebody: it leaves when the trail has it. */
export function screenOf<P>(reply: FastifyReply, shown: VNode<P>): Unsent<VNode<P>> {
  return new Unsent(shown, () => sendScreen(reply, shown as VNode));
}

/** Answers a screen as HTML, rendered here and now. */
export function sendScreen(reply: FastifyReply, screen: VNode, status = 200): void {
  const framed = h(WaitingContext.Provider, { value: waitingFor(reply), children: screen });
  void reply
    .status(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html>${renderToString(framed)}`);
}
