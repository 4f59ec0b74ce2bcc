import { pathOfThisSite } from './login';

it.each`
  next                           | leadsTo                        | why
  ${'/due?status=overdue'}       | ${'/due?status=overdue'}       | ${'a screen with its filters'}
  ${'/calendar?week=2026-08-24'} | ${'/calendar?week=2026-08-24'} | ${'a week'}
  ${undefined}                   | ${'/'}                         | ${'nowhere in particular'}
  ${'//elsewhere.example/'}      | ${'/'}                         | ${'another site'}
  ${'/\\elsewhere.example'}      | ${'/'}                         | ${'another site, as some browsers read it'}
  ${'https://elsewhere.example'} | ${'/'}                         | ${'another site, in full'}
  ${'javascript:alert(1)'}       | ${'/'}                         | ${'no place at all'}
  ${'/login?next=/due'}          | ${'/'}                         | ${'back to signing in'}
  ${'/auth/oidc?next=/due'}      | ${'/'}                         | ${'to a provider again'}
  ${'/authorizations'}           | ${'/authorizations'}           | ${'what only begins so'}
  ${['/due', '/flags']}          | ${'/'}                         | ${'given twice'}
`(
  'after signing in, $next leads to $leadsTo: $why',
  ({ next, leadsTo }: { next: unknown; leadsTo: string }) => {
    expect(pathOfThisSite(next)).toBe(leadsTo);
  },
);
