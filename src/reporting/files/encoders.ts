import { CSV } from './csv';
import type { Encoder, Format } from './encoder';
import { JSON_ARRAY } from './json';
import { NDJSON } from './ndjson';
import { PARQUET } from './parquet';

export const ENCODERS: Readonly<Record<Format, Encoder>> = {
  csv: CSV,
  ndjson: NDJSON,
  json: JSON_ARRAY,
  parquet: PARQUET,
};
