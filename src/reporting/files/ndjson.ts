import { rowObject, type Encoder } from './encoder';

/** One JSON object a line. */
export const NDJSON: Encoder = {
  contentType: 'application/x-ndjson; charset=utf-8',
  begin: (columns) => ({
    head: '',
    rows: (batch) => batch.map((cells) => `${JSON.stringify(rowObject(columns, cells))}\n`).join(''),
    tail: () => '',
  }),
};
