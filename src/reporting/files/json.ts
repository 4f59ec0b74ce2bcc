import { rowObject, type Encoder } from './encoder';

/** One JSON array, an object a line; only its end makes it whole, so a broken download does not parse. */
export const JSON_ARRAY: Encoder = {
  contentType: 'application/json; charset=utf-8',
  open: () => '[\n',
  rows: (columns, batch, first) =>
    (first || batch.length === 0 ? '' : ',\n') +
    batch.map((cells) => JSON.stringify(rowObject(columns, cells))).join(',\n'),
  close: () => '\n]\n',
};
