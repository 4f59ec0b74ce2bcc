import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Reads, ReadsNothing, Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { Now } from '../../platform/http/now.decorator';
import { Problem } from '../../platform/http/problem';
import { Costs } from '../../platform/limits/costly';
import { Allow, AllowAnyone } from '../../platform/permissions';
import { CdsService, type CardsOf } from './cds.service';

const PREFETCH = { patient: 'Patient/{{context.patientId}}' };

const SERVICES = [
  {
    hook: 'patient-view',
    id: 'patient-view',
    title: 'Botulinum toxin: what is open',
    description:
      'A review that waits, a session that is due and not booked, and one that no authorization covers',
    prefetch: PREFETCH,
  },
  {
    hook: 'order-select',
    id: 'order-select',
    title: 'Botulinum toxin: may this be given today',
    description: 'Interval, limits and plausible dose of a toxin that is being ordered',
    prefetch: PREFETCH,
  },
] as const;

@ApiExcludeController()
@Controller('cds-services')
export class CdsController {
  constructor(private readonly cds: CdsService) {}

  @Get()
  @AllowAnyone()
  @ReadsNothing('which services there are')
  discover(): { services: typeof SERVICES } {
    return { services: SERVICES };
  }

  @Post(':id')
  @HttpCode(200)
  @Allow('course.read')
  @Costs('check')
  @Reads('course', ({ patientId }: CardsOf) => ({ patients: [patientId], detail: { as: 'cards' } }))
  async ask(
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
    @Req() { protocol, host }: FastifyRequest,
    @Now() clinic: Clinic,
  ): Promise<Unsent<CardsOf>> {
    const answer = await this.answer(id, body, { clinic, origin: `${protocol}://${host}` });
    return new Unsent(answer, () => ({ cards: answer.cards }));
  }

  private answer(
    id: string,
    body: unknown,
    { clinic, origin }: { clinic: Clinic; origin: string },
  ): Promise<CardsOf> {
    if (id === 'patient-view') return this.cds.patientView(body, clinic, origin);
    if (id === 'order-select') return this.cds.orderSelect(body, clinic, origin);
    const there = SERVICES.map((service) => service.id).join(', ');
    throw new Problem('not-found', `There is no such service; there are: ${there}.`);
  }
}
