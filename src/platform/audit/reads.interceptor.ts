import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { shareStatement } from '../database/share-statement';
import { UnitOfWork } from '../database/unit-of-work';
import type { Asking } from '../http/asking';
import { Problem } from '../http/problem';
import { requestId } from '../log/request-id';
import {
  READS,
  READS_WHEN_REFUSED,
  Unsent,
  type ReadDeclaration,
  type RefusalDeclaration,
  type Shown,
} from './reads';
import { recordReads, type RecordedRead } from './record-audit';

/**
 * Records who saw what, as the handlers declare it. Awaited before the answer is sent: what cannot be recorded is not shown.
 *
 * A GET that declares nothing is answered to nobody.
 */
@Injectable()
export class ReadsInterceptor implements NestInterceptor {
  private readonly recordRead = shareStatement<RecordedRead, void>(async (reads) => {
    await recordReads(this.work.db, reads);
    return [];
  });

  constructor(
    private readonly reflector: Reflector,
    private readonly work: UnitOfWork,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.answer(context, next));
  }

  private async answer(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = context.switchToHttp().getRequest<Asking>();
    const handler = context.getHandler();
    const reads = this.reflector.get<ReadDeclaration | string | undefined>(READS, handler);
    if (reads === undefined && (request.method === 'GET' || request.method === 'HEAD'))
      throw new Error(`${context.getClass().name}.${handler.name} does not declare what it reads`);
    const answer = await lastValueFrom(next.handle(), { defaultValue: undefined }).catch(
      async (error: unknown) => {
        await this.recordFindings(handler, request, error);
        throw error;
      },
    );
    const unsent = answer instanceof Unsent ? answer : undefined;
    if (typeof reads === 'object' && (reads.of === 'every-answer' || request.repeated))
      await this.record(request, reads, reads.shown((unsent ? unsent.answer : answer) as never, request));
    return unsent ? unsent.send() : answer;
  }

  private async recordFindings(
    handler: ReturnType<ExecutionContext['getHandler']>,
    request: Asking,
    error: unknown,
  ): Promise<void> {
    if (!(error instanceof Problem) || error.more.findings === undefined) return;
    const refused = this.reflector.get<RefusalDeclaration | undefined>(READS_WHEN_REFUSED, handler);
    if (refused === undefined) throw new Error(`${handler.name} does not declare of whom its findings speak`);
    const { subject, shown } = refused;
    const codes = error.more.findings.map(({ code }) => code);
    const named = shown(request as never);
    await this.record(request, { action: 'read', subject }, { ...named, detail: { findings: codes } });
  }

  private record(
    { actor }: Asking,
    { action, subject }: Pick<ReadDeclaration, 'action' | 'subject'>,
    shown: Shown,
  ): Promise<void> {
    if (actor === undefined) throw new Error(`Nobody is signed in who could read ${subject}`);
    return this.recordRead({ actor, read: { action, subject, ...shown }, requestId: requestId() });
  }
}
