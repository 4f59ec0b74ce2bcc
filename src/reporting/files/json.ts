import { rowObject, type Encoder } from './encoder';

/** One JSON array, an object a line; only its end makes it whole, so a broken download does not parse. */
export const JSON_ARRAY: Encoder = {
  contentType: 'application/json; charset=utf-8',
  begin: (columns) => {
    let between = '';
    return {
      head: '[\n',
      rows: (batch) => {
        if (batch.length === 0) return '';
        const text = between + batch.map((cells) => JSON.stringify(rowObject(columns, cells))).join(',\n');
        between = ',\n';
        return text;
      },
      tail: () => '\n]\n',
    };
  },
};
