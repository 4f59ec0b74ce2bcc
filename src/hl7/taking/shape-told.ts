import { toProblem } from '../../platform/http/problems/problem.filter';
import { validationPipe } from '../../platform/http/validating/validation-pipe';
import { ChangePatientDto, RegisterPatientDto } from '../../records/patients/patients.dto';
import { Refusal } from '../message/refusal';

const pipe = validationPipe();

/** What a message tells, held to the shape that a request would have. */
export function shapedPatient(value: object): Promise<RegisterPatientDto> {
  return shaped(value, RegisterPatientDto);
}

export function shapedChanges(value: object): Promise<ChangePatientDto> {
  return shaped(value, ChangePatientDto);
}

async function shaped<T>(value: object, metatype: new () => T): Promise<T> {
  try {
    return (await pipe.transform(value, { type: 'body', metatype })) as T;
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

/** What is wrong with a message where it is what a request would be malformed for. */
export function refusalOf(error: unknown): Refusal | undefined {
  const { status, detail, more } = toProblem(error);
  if (status !== 400) return undefined;
  const [first] = more.errors ?? [];
  const place = first && PLACES[first.pointer];
  return new Refusal(102, first?.message ?? detail, place ?? 'PID');
}

const PLACES: Readonly<Record<string, string>> = {
  '/mrn': 'PID-3',
  '/familyName': 'PID-5',
  '/givenName': 'PID-5',
  '/birthDate': 'PID-7',
  '/phone': 'PID-13',
  '/email': 'PID-13',
  '/deceasedOn': 'PID-29',
};
