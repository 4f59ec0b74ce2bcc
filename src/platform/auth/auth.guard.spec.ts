import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '../actor';
import { Clock } from '../clock';
import type { UnitOfWork } from '../database/unit-of-work';
import { Allow, AllowAnyone } from '../permissions';
import { AuthGuard } from './auth.guard';

class Handlers {
  @AllowAnyone() forAnyone(): void {}
  @Allow('session.write') forSome(): void {}
  @Allow('session.sign') inPerson(): void {}
  @Allow('self.read') forOneself(): void {}
  forgotten(): void {}
}

const AUTHORIZATION = `Bearer bts_${'a'.repeat(43)}`;
/** A database that knows one actor, whatever the token. */
const database = (found: object[]): UnitOfWork =>
  ({ db: { query: () => Promise.resolve(found) } }) as unknown as UnitOfWork;

it.each`
  handler        | authorization    | role             | answer  | why
  ${'forAnyone'} | ${undefined}     | ${undefined}     | ${true} | ${'anybody may, signed in or not'}
  ${'forSome'}   | ${AUTHORIZATION} | ${'neurologist'} | ${true} | ${'the role may'}
  ${'forSome'}   | ${AUTHORIZATION} | ${'scheduler'}   | ${403}  | ${'the role may not'}
  ${'forSome'}   | ${AUTHORIZATION} | ${undefined}     | ${401}  | ${'the token is nobody’s'}
  ${'forSome'}   | ${undefined}     | ${'neurologist'} | ${401}  | ${'there is no token'}
  ${'forgotten'} | ${AUTHORIZATION} | ${'admin'}       | ${403}  | ${'the handler names no permission'}
  ${'forgotten'} | ${undefined}     | ${undefined}     | ${403}  | ${'nor for nobody'}
`('$handler as $role: $answer ($why)', async ({ handler, authorization, role, answer }: Case) => {
  const request: { headers: object; actor?: unknown } = { headers: { authorization } };
  const actor = role && { id: 'a', name: 'Ana', role };
  const guard = new AuthGuard(new Reflector(), database(actor ? [actor] : []), new Clock());
  const passed = guard.canActivate(contextOf(handler, request));
  if (answer === true) {
    expect(await passed).toBe(true);
    expect(request.actor).toEqual(handler === 'forSome' ? actor : undefined);
  } else {
    await expect(passed).rejects.toMatchObject({ status: answer });
    expect(request.actor).toBeUndefined();
  }
});

interface Case {
  readonly handler: keyof Handlers;
  readonly authorization?: string;
  readonly role?: string;
  readonly answer: true | number;
}

function contextOf(handler: keyof Handlers, request: object): ExecutionContext {
  return {
    getHandler: () => Handlers.prototype[handler],
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
}

it.each`
  handler       | isScript | approverRole     | answer  | why
  ${'forSome'}  | ${true}  | ${'neurologist'} | ${true} | ${'a script writes sessions'}
  ${'forSome'}  | ${true}  | ${null}          | ${403}  | ${'not before somebody has lent it the role'}
  ${'forSome'}  | ${true}  | ${'scheduler'}   | ${403}  | ${'nor when they have another role now'}
  ${'inPerson'} | ${true}  | ${'neurologist'} | ${403}  | ${'and signs none'}
  ${'inPerson'} | ${false} | ${undefined}     | ${true} | ${'a person signs'}
`(
  '$handler, a script: $isScript, its role lent by $approverRole, is answered $answer ($why)',
  async ({ handler, isScript, approverRole, answer }: InPerson) => {
    const actor = { id: 'a', name: 'Ana', role: 'neurologist', isScript, approverRole };
    const guard = new AuthGuard(new Reflector(), database([actor]), new Clock());
    const passed = guard.canActivate(contextOf(handler, { headers: { authorization: AUTHORIZATION } }));
    if (answer === true) expect(await passed).toBe(true);
    else await expect(passed).rejects.toMatchObject({ status: answer });
  },
);

interface InPerson {
  readonly handler: keyof Handlers;
  readonly isScript: boolean;
  readonly approverRole?: Role | null;
  readonly answer: true | number;
}

it.each`
  handler         | answer  | why
  ${'forSome'}    | ${403}  | ${'nothing else is open before'}
  ${'forOneself'} | ${true} | ${'what concerns oneself is: there it is done'}
`(
  'whoever owes a password of their own is answered $answer by $handler: $why',
  async ({ handler, answer }: Pick<Case, 'handler' | 'answer'>) => {
    const actor = { id: 'a', name: 'Ana', role: 'neurologist', owes: 'password' };
    const guard = new AuthGuard(new Reflector(), database([actor]), new Clock());
    const passed = guard.canActivate(contextOf(handler, { headers: { authorization: AUTHORIZATION } }));
    if (answer === true) expect(await passed).toBe(true);
    else
      await expect(passed).rejects.toMatchObject({
        status: 403,
        detail: expect.stringContaining('/account'),
      });
  },
);
