/** What an EHR says of itself at `.well-known/smart-configuration`, as far as a launch needs it (SMART App Launch 2.2, 5). */
export interface SmartConfiguration {
  /** Whose ID tokens say who somebody is. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly scopes: readonly string[];
  /** Scopes are written as of version 2. */
  readonly isVersion2: boolean;
}

/** Undefined for one that cannot say who somebody is, or takes no PKCE. */
export function smartConfigurationOf(read: unknown): SmartConfiguration | undefined {
  if (typeof read !== 'object' || read === null) return undefined;
  const said = read as Readonly<Record<string, unknown>>;
  const { issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint } = said;
  if (!isAddress(issuer) || !isAddress(authorizationEndpoint) || !isAddress(tokenEndpoint)) return undefined;
  const methods = said['code_challenge_methods_supported'];
  if (methods !== undefined && !textsIn(methods).includes('S256')) return undefined;
  return {
    issuer,
    authorizationEndpoint,
    tokenEndpoint,
    scopes: textsIn(said['scopes_supported']),
    isVersion2: textsIn(said['capabilities']).includes('permission-v2'),
  };
}

/**
 * What is asked for: the patient of the launch, who somebody is, and that patient's record numbers; of what the EHR offers
 * besides whatever says more of who they are.
 */
export function scopesFor({ scopes, isVersion2 }: SmartConfiguration, roleClaim: string): string {
  const patient = isVersion2 ? 'patient/Patient.r' : 'patient/Patient.read';
  const more = ['profile', 'email', roleClaim].filter((scope) => scopes.includes(scope));
  return [...new Set(['launch', 'openid', 'fhirUser', patient, ...more])].join(' ');
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value);
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
