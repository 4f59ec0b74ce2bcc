import { measured, type Meanings } from './meaning';

export const OF_PEOPLE = {
  app_user: {
    holds: 'A person of the clinic; sessions and the trail name them',
    columns: {
      username: 'What they sign in as, in lower case',
      display_name: 'Their name',
      signs_as: 'The name as signed, with credentials; null: the display name',
      role: 'What they may do',
      password_hash: 'Argon2id hash of the password; null: they sign in by a provider alone',
      must_change_password: 'Somebody else chose the password: it opens nothing but the way to change it',
      second_factor_at: 'Since when signing in asks for a second factor',
      second_factor_reset_at: 'When an administrator removed it, until they have said that they know',
      disabled_at: 'Since when they cannot sign in',
    },
  },
  user_identity: {
    holds: 'Who a user is at a provider by which they sign in',
    columns: {
      user_id: 'Who',
      issuer: 'The provider, as its tokens name it',
      subject: 'Who they are there, as it names them',
    },
  },
  api_token: {
    holds: 'What a script signs in with',
    columns: {
      name: 'Its name',
      role: 'What it may do',
      token_hash: 'SHA-256 of the token',
      created_by: 'The user or token that made it',
      maker_id: 'The person who answers for it',
      approved_by: 'Who lent it a role that its maker does not have',
      approved_at: 'When',
      expires_at: 'When it ends by itself',
      revoked_at: 'When it was revoked',
    },
  },
  smart_client: {
    holds: 'A program of another system that reads FHIR by itself',
    columns: {
      name: 'Its name',
      jwks: 'Its public keys',
      jwks_url: 'Where they are',
      scopes: 'What it may read',
      created_by: 'Who registered it',
      approved_by: 'Who lent it their role',
      approved_at: 'When',
      revoked_at: 'When it was deleted',
    },
  },
  smart_assertion: {
    holds: 'An assertion that it has shown, which is taken once',
    columns: { client_id: 'Which program', jti: 'The assertion’s own id', expires_at: 'When it ends' },
  },
  smart_access_token: {
    holds: 'What it got for one',
    columns: {
      token_hash: 'SHA-256 of the token',
      client_id: 'Which program',
      scopes: 'What it opens',
      expires_at: 'When it ends',
    },
  },
  login_session: {
    holds: 'From signing in to signing out',
    columns: {
      user_id: 'Who',
      identity_id: 'Where they came from a provider: who they are there',
      token_hash: 'SHA-256 of what the browser or script holds',
      expires_at: 'When it ends by itself',
      ended_at: 'When it ended',
      last_seen_at: 'When it was last used, to the minute',
      address: 'The network address',
      device: 'What was signed in with, in words',
    },
  },
  known_device: {
    holds: 'A browser in which a user has signed in',
    columns: {
      user_id: 'Who',
      token_hash: 'SHA-256 of what its cookie holds',
      last_used_at: 'When it was last used',
    },
  },
  second_factor: {
    holds: 'What a user’s app makes its codes from',
    columns: {
      user_id: 'Who',
      secret: 'The secret, in base 32',
      last_counter: measured('half minutes since 1970', 'When the latest code was used'),
    },
  },
  recovery_code: {
    holds: 'What opens once in place of a code',
    columns: { user_id: 'Who', code_hash: 'SHA-256 of it', used_at: 'When it was used' },
  },
  audit_entry: {
    holds: 'One line of the trail: who read or changed what',
    columns: {
      id: 'Its number, in the order of entering',
      at: 'When',
      actor_id: 'The user or token; null: somebody who did not get in',
      actor_name: 'Their name then',
      actor_role: 'Their role then',
      action: 'What they did',
      subject: 'The table, or what was read or exported',
      subject_id: 'The row, or what was read',
      patient_id: 'Whose record it is, where it is one patient’s',
      patient_ids: 'The patients whom a list showed, where it showed several',
      before: 'The row before the change, columns by name; null for a new one',
      after: 'The row after the change',
      detail: 'Codes and counts that belong to it',
      request_id: 'The request that it comes from; null: the service itself',
    },
  },
  audit_seal: {
    holds: 'Entries of the trail that were sealed together; each seal holds the hash of the one before',
    columns: {
      n: 'Its number in the chain',
      at: 'When it was sealed',
      ids: 'The entries',
      hashes: 'SHA-256 of each entry',
      previous: 'The hash of the seal before',
      hash: 'The hash of this seal',
    },
  },
  audit_unsealed: {
    holds: 'An entry of the trail that is not sealed yet',
    columns: { id: 'The entry' },
  },
} satisfies Meanings;
