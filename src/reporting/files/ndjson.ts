import { rowObject, type Encoder } from './encoder';

/** One JSON object a line. */
export const NDJSON: Encoder = {
  contentType: 'application/x-ndjson; charset=utf-8',
  open: () => '',
  rows: (columns, batch) => batch.map((cells) => `${JSON.stringify(rowObject(columns, cells))}\n`).join(''),
  close: () => '',
};
