import type { Provider, Type } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuditEntry } from '../audit/audit-entry.entity';
import { AuditController } from '../audit/audit.controller';
import { ReadsInterceptor } from '../audit/reads.interceptor';
import { RefusalLog } from '../audit/refusal-log';
import { ApiToken } from '../api-tokens/api-token.entity';
import { ApiTokensController } from '../api-tokens/api-tokens.controller';
import { ApiTokensService } from '../api-tokens/api-tokens.service';
import { AuthController } from './auth.controller';
import { AuthGuard } from './auth.guard';
import { AuthService } from './auth.service';
import { Credentials } from './credentials';
import { LoginSession } from './login-session.entity';
import { LoginThrottle } from '../limits/login-throttle';
import { SetBackGuard } from '../clocks/set-back.guard';
import { CostGuard } from '../limits/cost.guard';
import { FairTurns } from '../limits/fair-turns';
import { Arrivals } from '../oidc/arrivals';
import { OidcService } from '../oidc/oidc.service';
import { UserIdentity } from '../oidc/user-identity.entity';
import { RecoveryCode, SecondFactor } from '../second-factor/second-factor.entity';
import { SecondFactorController } from '../second-factor/second-factor.controller';
import { SecondFactorService } from '../second-factor/second-factor.service';
import { SecondStep } from '../second-factor/second-step';
import { SmartService } from '../smart/smart.service';
import { KnownDevice } from '../sign-ins/known-device.entity';
import { SignInSetting } from '../sign-ins/sign-in-setting.entity';
import { SignInSettingsController } from '../sign-ins/sign-in-settings.controller';
import { SignInsController } from '../sign-ins/sign-ins.controller';
import { SignInsService } from '../sign-ins/sign-ins.service';
import { SmartAccessToken, SmartAssertion, SmartClient } from '../clients/smart-client.entity';
import { SmartClientsController } from '../clients/smart-clients.controller';
import { SmartClientsService } from '../clients/smart-clients.service';
import { User } from '../users/user.entity';
import { UsersController } from '../users/users.controller';
import { UsersService } from '../users/users.service';

/** Who may, and what they did: for the module of the platform. `OidcService`, `SmartService`, `RefusalLog`, `LoginThrottle` and `FairTurns` are for the other rooms too. */
export const AUTH_ENTITIES = [
  User,
  UserIdentity,
  LoginSession,
  KnownDevice,
  SignInSetting,
  SecondFactor,
  RecoveryCode,
  ApiToken,
  SmartClient,
  SmartAssertion,
  SmartAccessToken,
  AuditEntry,
];

export const AUTH_CONTROLLERS: Type[] = [
  AuthController,
  SignInsController,
  SignInSettingsController,
  SecondFactorController,
  UsersController,
  ApiTokensController,
  SmartClientsController,
  AuditController,
];

export const AUTH_PROVIDERS: Provider[] = [
  RefusalLog,
  LoginThrottle,
  FairTurns,
  SecondStep,
  Credentials,
  AuthService,
  Arrivals,
  OidcService,
  SmartService,
  SignInsService,
  SecondFactorService,
  UsersService,
  ApiTokensService,
  SmartClientsService,
  { provide: APP_GUARD, useClass: AuthGuard },
  { provide: APP_GUARD, useClass: CostGuard },
  { provide: APP_GUARD, useClass: SetBackGuard },
  { provide: APP_INTERCEPTOR, useClass: ReadsInterceptor },
];
