import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ASSETS_FOLDER } from '../../src/platform/http/assets-folder';
import { asset } from '../../src/web/assets';
import { startApp, type TestApp } from '../support/app';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** As it comes over the wire. */
async function fetched(path: string, encoding: string) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${app.url}${path}`, { headers: { 'accept-encoding': encoding } }, resolve).on('error', reject);
  });
  return { headers: answer.headers, bytes: await buffer(answer) };
}

it.each`
  accepted      | sent         | read
  ${'gzip, br'} | ${'br'}      | ${brotliDecompressSync}
  ${'gzip'}     | ${'gzip'}    | ${gunzipSync}
  ${'identity'} | ${undefined} | ${(bytes: Buffer) => bytes}
`(
  'a built file comes as $sent to who accepts $accepted, as it was compressed beforehand',
  async ({ accepted, sent, read }) => {
    for (const name of ['web.css', 'injection-grid.js']) {
      const { headers, bytes } = await fetched(asset(name), accepted as string);
      expect(headers['content-encoding']).toBe(sent);
      expect(headers['content-length']).toBe(String(bytes.length));
      expect(headers['cache-control']).toContain('immutable');
      expect((read as (bytes: Buffer) => Buffer)(bytes)).toEqual(readFileSync(join(ASSETS_FOLDER, name)));
    }
  },
);
