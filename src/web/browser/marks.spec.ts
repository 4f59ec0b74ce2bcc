import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked, marks } from './marks';

it.each`
  written                                          | attributes
  ${{ api: 'PATCH /api/v1/users/7' }}              | ${{ 'data-api': 'PATCH /api/v1/users/7' }}
  ${{ refreshFrom: '/due', version: 3 }}           | ${{ 'data-refresh-from': '/due', 'data-version': '3' }}
  ${{ noId: true, changed: false }}                | ${{ 'data-no-id': '' }}
  ${{ saved: undefined }}                          | ${{}}
  ${{ sentAs: 'number' }}                          | ${{ 'data-sent-as': 'number' }}
  ${{ sentAs: ['number', 'null-if-empty'] }}       | ${{ 'data-sent-as': 'number null-if-empty' }}
  ${{ values: { name: 'Ann "Annie" Whitfield' } }} | ${{ 'data-values': '{"name":"Ann \\"Annie\\" Whitfield"}' }}
`('$written is written $attributes', ({ written, attributes }) => {
  expect(marks(written as object)).toEqual(attributes);
});

it('finds what is marked, and what is marked so', () => {
  expect(marked('rowForm')).toBe('[data-row-form]');
  expect(marked('open', 'book')).toBe('[data-open="book"]');
});

const ROOT = join(__dirname, '../../..');
const files = ['src/web', 'test/browser'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name) && !/(^|\/)marks\.(spec\.)?ts$/.test(name))
    .map((name) => join(folder, name)),
);

it('is the only file that names an attribute of scripts', () => {
  const naming = files.filter((file) =>
    /\bdata-[a-z]|\.dataset\b|\{[^}]*\bdataset\b/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(naming).toEqual([]);
});
