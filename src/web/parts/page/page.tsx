import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { SignedIn } from '../../../platform/http/by.decorator';
import { may, type Permission } from '../../../platform/permissions';
import { asset } from '../../assets';
import { marks } from '../../browser/marks';
import { WaitingContext, type Waits } from './waiting';

interface NavItem {
  readonly href: string;
  readonly label: string;
  /** What one must be allowed to see what is there. */
  readonly asks: Permission;
  /** Whoever may do this has a way of their own, and a bar that is full. */
  readonly unless?: Permission;
}

const NAV: readonly NavItem[] = [
  { href: '/my-day', label: 'My day', asks: 'session.read' },
  { href: '/due', label: 'Due', asks: 'due-list.read' },
  { href: '/peak-checks', label: 'To ask', asks: 'due-list.read' },
  { href: '/calendar', label: 'Calendar', asks: 'scheduling.read' },
  { href: '/patients', label: 'Patients', asks: 'patient.read' },
  { href: '/unsigned', label: 'Unsigned', asks: 'session.read' },
  { href: '/flags', label: 'To review', asks: 'flag.read' },
  { href: '/reports', label: 'Reports', asks: 'report.read' },
  { href: '/settings', label: 'Settings', asks: 'settings.write' },
  { href: '/protocols', label: 'Protocols', asks: 'settings.write' },
  { href: '/payers', label: 'Insurers', asks: 'payer.read', unless: 'session.write' },
  { href: '/stock', label: 'Stock', asks: 'stock.read', unless: 'session.write' },
  { href: '/learning', label: 'Learning', asks: 'learning.read' },
  { href: '/users', label: 'Users', asks: 'user.read' },
  { href: '/tokens', label: 'Tokens', asks: 'token.read' },
  { href: '/imports', label: 'Imports', asks: 'import.read' },
  { href: '/hl7', label: 'Messages', asks: 'hl7.read', unless: 'session.write' },
  { href: '/audit', label: 'Trail', asks: 'audit.read' },
];

export interface PageProps {
  /** Names the screen in the tab and as its heading. */
  readonly title: string;
  readonly actor?: SignedIn;
  /** The navigation entry that this screen belongs to. */
  readonly at?: string;
  /** Islands that the screen runs, by file name without ending; `api-form` is always there. */
  readonly islands?: readonly string[];
  /** For a screen of few words: one column in the middle. */
  readonly narrow?: boolean;
  /** For a list of many columns: as wide as the window. */
  readonly wide?: boolean;
  /** The screen has a time axis, in windows of that width; in others, and on paper, it is a list. */
  readonly axisFrom?: keyof typeof AXIS_MEDIA;
  /** The screen has a field of its own to find a patient: the bar has none then. */
  readonly finds?: boolean;
  /** Of whom a page about one patient speaks. */
  readonly banner?: ComponentChildren;
  /** Under the heading, beside the title: actions of the screen. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

const AXIS_MEDIA = { 'any-width': 'screen', desk: 'screen and (min-width: 64rem)' } as const;

/** The frame of every screen: where one is, who one is, where one may go. */
export function Page(props: PageProps) {
  const { title, actor, at, islands = [], banner, actions, narrow, wide, finds, axisFrom, children } = props;
  const waiting = useContext(WaitingContext);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>{`${title} · Toxin clinic`}</title>
        {/* Nothing is painted before it is whole: half a screen would move when its other half comes. */}
        <link rel="expect" href="#end" {...{ blocking: 'render' }} />
        <link rel="stylesheet" href={asset('web.css')} />
        {axisFrom && <link rel="stylesheet" href={asset('axis.css')} media={AXIS_MEDIA[axisFrom]} />}
        {['api-form', ...islands].map((name) => (
          <script key={name} type="module" src={asset(`${name}.js`)} />
        ))}
      </head>
      <body {...marks({ user: actor?.id, idleMinutes: actor?.idleMinutes, byProvider: actor?.byProvider })}>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <header class="bar">
          <a class="brand" href="/">
            Toxin clinic
          </a>
          {actor && !actor.owes && (
            <nav aria-label="Main">
              <ul>
                {NAV.filter(
                  ({ asks, unless }) => may(actor.role, asks) && !(unless && may(actor.role, unless)),
                ).map(({ href, label }) => (
                  <li key={href}>
                    <a href={href} aria-current={href === at ? 'page' : undefined}>
                      {label}
                      <WaitsThere {...waiting[href]} />
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {actor && !actor.owes && !finds && may(actor.role, 'patient.read') && <FindPatient />}
          {actor && (
            <form class="who" {...marks({ api: 'POST /api/v1/auth/logout', after: '/login' })}>
              <a href="/account" aria-current={at === '/account' ? 'page' : undefined}>
                {actor.name} <small>{actor.role}</small>
              </a>
              <button type="submit" class="quiet">
                Sign out
              </button>
            </form>
          )}
        </header>
        <main id="main" tabIndex={-1} class={narrow ? 'narrow' : wide ? 'wide' : undefined}>
          {actor?.secondFactorReset && <SecondFactorReset />}
          {banner}
          <div class="heading">
            <h1>{title}</h1>
            {actions && <div class="actions">{actions}</div>}
          </div>
          {children}
        </main>
        <div id="end" hidden />
      </body>
    </html>
  );
}

/** Looking for a patient, on every page: whom one may mean is proposed while one types, who is found alone is shown at once. */
function FindPatient() {
  return (
    <form
      class="find combobox no-print"
      method="get"
      action="/patients"
      role="search"
      aria-label="Find a patient"
    >
      <input type="hidden" name="go" value="1" />
      <input
        type="search"
        name="q"
        aria-label="Find a patient"
        aria-keyshortcuts="/"
        placeholder="Patient  /"
        autocomplete="off"
        maxLength={200}
        {...marks({ find: true, proposes: asset('find-patient.js') })}
      />
    </form>
  );
}

/** Whoever did not ask for it has to know: somebody may be signing in with their password alone. */
function SecondFactorReset() {
  return (
    <form class="notice notice-warn" {...marks({ api: 'POST /api/v1/me/second-factor/reset-seen' })}>
      <p>
        An administrator removed your second factor. If you did not ask for that, tell them and change your
        password at <a href="/account">your account</a>, where you also set up a new one.
      </p>
      <button type="submit">I know</button>
    </form>
  );
}

/** How many wait there; in another colour once one has waited too long. */
function WaitsThere({ words = '', tooLong = false }: Partial<Waits>) {
  if (words === '') return null;
  return (
    <>
      {' '}
      <span class={tooLong ? 'waits-too-long' : undefined}>{`(${words})`}</span>
      {tooLong && <span class="visually-hidden"> for too long</span>}
    </>
  );
}
