import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const ROOT = join(__dirname, '..');
const STYLE = readFileSync(join(ROOT, 'docs/style.md'), 'utf8');
const TREE = /^## The rooms\n+```\n(.*?)^```$/ms.exec(STYLE)?.[1] ?? '';
const NAMED = pathsIn(TREE);

it('names of the tree exist', () => {
  expect(NAMED.length).toBeGreaterThan(40);
  expect(NAMED.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('every folder of src, two levels deep, is named in the tree', () => {
  const rooms = foldersOf('src');
  const folders = [...rooms, ...rooms.flatMap(foldersOf)];
  expect(folders.length).toBeGreaterThan(rooms.length);
  expect(folders.filter((folder) => !NAMED.includes(folder))).toEqual([]);
});

it('paths named in the text exist', () => {
  const paths = [...STYLE.matchAll(/`((?:src|docs|test|bench|migrations)\/[\w./-]+)`/g)].map(
    ([, path]) => path!,
  );
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

/** Of these each file is one of a kind: the folder is as long as its list. */
const LISTS = [
  'src/commands',
  'src/reporting/reports',
  'src/web/browser/islands',
  'src/web/screens',
  'src/web/styles',
];

it('a folder over twelve files is split by subject', () => {
  const folders = ['src', 'bench', 'test'].flatMap((root) => [
    root,
    ...readdirSync(join(ROOT, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')),
  ]);
  const files = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
      .map(({ name }) => name);
  expect(folders.length).toBeGreaterThan(100);
  expect(folders.filter((folder) => files(folder).length > 12).toSorted()).toEqual(LISTS);
});

/** `a/` or `a.ts` at the start of a line, several on one; two spaces deeper lies within the folder above. */
function pathsIn(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const depth = (line.length - line.trimStart().length) / 2;
    const words = line.trim().split(/\s+/);
    const end = words.findIndex((word) => !/^[\w.-]+(\/|\.\w+)$/.test(word));
    const names = (end < 0 ? words : words.slice(0, end)).map((name) => name.replace(/\/$/, ''));
    const paths = names.map((name) => [...above.slice(0, depth), name].join('/'));
    above[depth] = names[0] ?? '';
    return paths;
  });
}

function foldersOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
}
