/** RFC 6749, 5.2: how a token is refused. */
const STATUS = {
  invalid_request: 400,
  invalid_scope: 400,
  unsupported_grant_type: 400,
  invalid_client: 401,
} as const;

export class OAuthRefusal extends Error {
  readonly status: number;

  constructor(
    readonly error: keyof typeof STATUS,
    readonly description: string,
  ) {
    super(description);
    this.status = STATUS[error];
  }
}
