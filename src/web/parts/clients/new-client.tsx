import { CLIENT_ROLE } from '../../../platform/clients/why-shut';
import { marks } from '../../browser/marks';
import { Field, TextField } from '../page/field';

/** What a program is registered with: its name, where its public keys are or the keys, and what it may read. */
export function NewClient() {
  return (
    <form
      class="panel stack"
      {...marks({ api: 'POST /api/v1/smart-clients', saved: 'The program is registered.' })}
      aria-labelledby="register"
    >
      <h2 id="register">Register a program</h2>
      <p class="muted">
        {`It reads under /fhir/R4 what a ${CLIENT_ROLE} may read there, and writes nothing. It opens nothing until a ${CLIENT_ROLE} approves it, and ends when they or whoever registered it leave.`}
      </p>
      <div class="fields">
        <Field
          label="Which program"
          name="name"
          required
          maxLength={200}
          hint="The trail names it so, for example “data warehouse”."
        />
        <Field
          label="Address of its public keys"
          name="jwksUrl"
          type="url"
          maxLength={2000}
          sentAs={['omit-empty']}
          hint="A JSON Web Key Set at https://…, or put the keys themselves below."
        />
        <Field
          label="What it may read"
          name="scopes"
          required
          value="system/*.rs"
          sentAs={['list']}
          hint="All, or types with commas between them: system/Patient.rs, system/Task.rs"
        />
      </div>
      <TextField
        label="Its public keys"
        name="jwks"
        rows={6}
        sentAs={['json']}
        hint="A JSON Web Key Set, for RS384 or ES384, each key with its kid. Whoever has the private half proves by it who they are: it stays there."
      />
      <div>
        <button type="submit" class="primary">
          Register the program
        </button>
      </div>
    </form>
  );
}
