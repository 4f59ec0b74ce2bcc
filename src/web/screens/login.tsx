import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import { OidcService } from '../../platform/oidc/oidc.service';
import { AllowAnyone } from '../../platform/permissions';
import { Field } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { sendScreen } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';

/** Signing in, and back to where one wanted to go. */
@Screen('login')
export class LoginScreen {
  constructor(private readonly oidc: OidcService) {}

  @Get()
  @AllowAnyone()
  @ReadsNothing('an empty form')
  login(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): void {
    sendScreen(reply, <Login next={pathOfThisSite(query['next'])} provider={this.oidc.host} />);
  }
}

/** A path of this site and nothing else: an address from outside must not lead away after signing in. */
export function pathOfThisSite(next: unknown): PathOfThisSite {
  return isPathOfThisSite(next) && !/^\/(login|auth)\b/.test(next) ? next : '/';
}

type PathOfThisSite = `/${string}`;

function isPathOfThisSite(next: unknown): next is PathOfThisSite {
  return typeof next === 'string' && /^\/(?!\/)[\w\-./?=&%+:,~]*$/.test(next);
}

interface LoginProps {
  readonly next: PathOfThisSite;
  /** Where people sign in besides. */
  readonly provider?: string;
}

function Login({ next, provider }: LoginProps) {
  return (
    <Page title="Sign in" narrow islands={['second-step']}>
      <form class="panel stack" {...marks({ api: 'POST /api/v1/auth/login', noId: true, after: next })}>
        <Field
          label="User name"
          name="username"
          autocomplete="username"
          required
          maxLength={64}
          {...{ autocapitalize: 'none', spellcheck: false, autofocus: true }}
        />
        <Field label="Password" name="password" type="password" autocomplete="current-password" required />
        <div hidden {...marks({ secondStep: true })}>
          <Field
            label="Code of your app, or a recovery code"
            name="code"
            autocomplete="one-time-code"
            sentAs="omit-empty"
            {...{ autocapitalize: 'none', spellcheck: false, autofocus: true }}
          />
        </div>
        <button type="submit" class="primary">
          Sign in
        </button>
        <noscript>
          <p class="notice notice-warn">This service needs JavaScript to sign you in.</p>
        </noscript>
      </form>
      {provider !== undefined && (
        <p>
          <a class="button" href={`/auth/oidc?next=${encodeURIComponent(next)}`}>
            Sign in with {provider}
          </a>
        </p>
      )}
    </Page>
  );
}
