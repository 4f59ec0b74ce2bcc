import type { Role } from '../actor';
import { whyShut } from './why-shut';

const LEFT = new Date('2026-11-23T09:00:00Z');
const colleague = (role: Role, disabledAt: Date | null = null) => ({ role, disabledAt });

describe('why a client gets no token', () => {
  it.each`
    maker                       | approver                          | shut               | why
    ${colleague('admin')}       | ${colleague('neurologist')}       | ${undefined}       | ${'both are who they were'}
    ${colleague('admin')}       | ${null}                           | ${'unapproved'}    | ${'nobody has lent it a role'}
    ${colleague('admin')}       | ${colleague('neurologist', LEFT)} | ${'approver-gone'} | ${'who lent it their role has left'}
    ${colleague('admin')}       | ${colleague('scheduler')}         | ${'approver-gone'} | ${'who lent it their role has another now'}
    ${colleague('admin', LEFT)} | ${colleague('neurologist')}       | ${'maker-gone'}    | ${'nobody answers for it any more'}
    ${colleague('neurologist')} | ${colleague('neurologist')}       | ${'maker-gone'}    | ${'who registered it administers no longer'}
    ${null}                     | ${null}                           | ${'maker-gone'}    | ${'nobody is known who answers for it'}
  `('$shut: $why', ({ maker, approver, shut }: Parameters<typeof whyShut>[0] & { shut?: string }) => {
    expect(whyShut({ maker, approver })).toBe(shut);
  });
});
