import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { CLASSES, classes } from './classes';

const WEB = join(__dirname, '..');
const filesOf = (ending: RegExp): string[] =>
  readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name));
const read = (name: string): string => readFileSync(join(WEB, name), 'utf8');

/** The classes that a rule of a style sheet speaks of. */
const withRule = new Set(
  filesOf(/\.css$/)
    .map((name) =>
      read(name)
        .replaceAll(/\/\*[^]*?\*\//g, '')
        .replaceAll(/\{[^{}]*\}|'[^']*'/g, ''),
    )
    .flatMap((sheet) => [...sheet.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name]) => name!)),
);

interface Written {
  readonly names: readonly string[];
  /** Where a class is put together from text that no search finds. */
  readonly concatenated: readonly string[];
}

/** What the markup gives as `class`: in JSX, and in the elements that a script makes. */
function classesIn(file: string): Written {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const names: string[] = [];
  const concatenated: string[] = [];
  const take = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) names.push(...node.text.split(/\s+/).filter(Boolean));
    else if (ts.isTemplateExpression(node)) concatenated.push(`${file}: ${node.getText(source)}`);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(take);
    else if (ts.isBinaryExpression(node)) take(node.right);
    else if (ts.isElementAccessExpression(node)) concatenated.push(...outsideTheMap(node));
    else ts.forEachChild(node, take);
  };
  const outsideTheMap = (node: ts.ElementAccessExpression): string[] =>
    node.expression.getText(source).startsWith('CLASSES.') ? [] : [`${file}: ${node.getText(source)}`];
  const visit = (node: ts.Node): void => {
    const isNamed = ts.isJsxAttribute(node) || ts.isPropertyAssignment(node);
    if (isNamed && node.name.getText(source) === 'class' && node.initializer) take(node.initializer);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return { names, concatenated };
}

const markup = filesOf(/(?<!\.spec)\.tsx?$/).map(classesIn);
const chosen = Object.values(CLASSES).flatMap((kind) =>
  Object.values(kind).flatMap((name) => name.split(' ')),
);
const used = new Set([...markup.flatMap(({ names }) => names), ...chosen]);

it('gives no class that has no rule, and keeps no rule for a class that is not given', () => {
  expect(used.size).toBeGreaterThan(150);
  expect([...used].filter((name) => !withRule.has(name))).toEqual([]);
  expect([...withRule].filter((name) => !used.has(name))).toEqual([]);
});

it('puts no class together from text: what is chosen by a value stands in the map', () => {
  expect(markup.flatMap(({ concatenated }) => concatenated)).toEqual([]);
});

it.each`
  names                             | together
  ${['week-day', 'panel']}          | ${'week-day panel'}
  ${['week-day', false, undefined]} | ${'week-day'}
`('$names are “$together”', ({ names, together }) => {
  expect(classes(...(names as string[]))).toBe(together);
});
