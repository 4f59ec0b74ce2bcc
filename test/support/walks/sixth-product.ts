import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';

const ROOT = join(__dirname, '../../..');
/** Where a product stands: its row, the numbers of its rules, and how the demo clinic makes it up. */
export const ROWS_FILE = 'src/clinical/catalogue/product-rows.ts';
const ROWS_END = '} as const satisfies Record<string, ProductRow>';
const SLUGS_FILE = 'src/clinical/catalogue/indication-slugs.ts';
const SCALES_FILE = 'src/clinical/catalogue/scales.ts';
const RULES_FILE = 'src/clinical/session-rules/session-rules.ts';
export const DEMO_FILE = 'src/demo/rows/vials.ts';

/** A product as it might come: for faces only, made up for the test. */
const ROW = `{
    facts: {
      brand: 'Sixth',
      generic: 'sextobotulinumtoxinA',
      serotype: 'A',
      vialUnits: [50],
      vialSource: 'M',
      doubtfulVials: [],
      hcpcs: 'J0590',
      unitsPerBillingUnit: 1,
      billingSource: 'M',
      onset: { text: 'Within 3 days.', source: 'M' },
      duration: { text: '24 weeks.', source: 'M' },
      storage: { text: '2-8 °C.', source: 'M' },
      diluent: { text: 'Ready to use.', source: 'M' },
      containsAlbumin: false,
      usualDose: usualRange('2-50|M'),
      usualByRegion: {
        face: usualRange('1-20|M'),
        jaw: usualRange('1-20|M'),
        larynx: usualRange('1-20|M'),
        neck: usualRange('1-20|M'),
        trunk: usualRange('1-20|M'),
        upper_limb: usualRange('1-20|M'),
        lower_limb: usualRange('1-20|M'),
        skin: usualRange('1-20|M'),
        gland: usualRange('1-20|M'),
        pelvis: usualRange('1-20|M'),
      },
      usualBySize: {
        eyelid: usualRange('1-20|M'),
        tiny: usualRange('1-20|M'),
        tongue: usualRange('1-20|M'),
        slender: usualRange('1-20|M'),
        small: usualRange('1-20|M'),
        medium: usualRange('1-20|M'),
        large: usualRange('1-20|M'),
      },
      notes: [NOT_INTERCHANGEABLE],
    },
    label: {},
    labelledAgainst: {},
    labelAge: { everyUse: 'S10.adult', byIndication: {}, childSpasticityExcept: null },
    interval: {
      least: 'S02.sixth.minimum',
      leastBy: {},
      leastInChild: null,
      leastInChildBy: {},
      everyRegion: null,
      usual: {},
    },
    epoch: 'sixth',
    lasts: 2,
    lastsAtMost: {},
    limits: {
      adult: {
        code: 'S08',
        ruleId: 'S08.sixth.cap',
        scope: 'in this session',
        severity: 'confirm',
        inIndication: null,
      },
      cumulative: [],
      arm: null,
      child: null,
      labelledBy: {},
    },
    firstDose: null,
    labelStart: {},
    sites: { sternocleidomastoid: null, eyelid: null, units: null, volume: null },
    hoursInUse: 'S11.sixth.hours',
    solution: { unitsPerMl: 100, source: 'M' },
    strength: { least: 'S24.sixth.strength.least', most: 'S24.sixth.strength.most' },
    doseStep: { arrow: 4, least: 2 },
    mark: 'cross',
  }`;
const RULES = `
  rule('S02.sixth.minimum', [84, 'days'], 'P', 'Shortest interval of Sixth: 12 weeks'),
  rule('S08.sixth.cap', [50, 'U'], 'M', 'Sixth: at most 50 U in one session'),
  rule('S24.sixth.strength.least', [10, 'U/mL'], 'P', 'Sixth: less in a millilitre is asked about'),
  rule('S24.sixth.strength.most', [100, 'U/mL'], 'P', 'Sixth: more in a millilitre is asked about'),
  rule('S11.sixth.hours', [12, 'hours'], 'M', 'Sixth is used within 12 hours of opening'),
`;

type Texts = ReadonlyMap<string, string>;

/**
 * The sources with all of the sixth product, and with a seventh, an indication and a scale of which only the name is
 * known: one compilation tells what these lack and that the sixth lacks nothing.
 */
export function withSixthAndNames(): Texts {
  const texts = new Map(withSixthProduct());
  const rows = insertedIn(texts.get(ROWS_FILE)!, ROWS_END, '  seventh: {},\n', 'before');
  texts.set(ROWS_FILE, rows);
  texts.set(
    SLUGS_FILE,
    inserted(SLUGS_FILE, 'export const INDICATION_SLUGS = [', "\n  'another_indication',"),
  );
  const scale = "\n  another_scale: row('Another', [0, 4, 1, 'M'], up, { when: 'week 4' }),";
  texts.set(SCALES_FILE, inserted(SCALES_FILE, 'const ROWS = {', scale));
  return texts;
}

/** The sources with all of the sixth product. */
export function withSixthProduct(): Texts {
  return new Map([
    [ROWS_FILE, inserted(ROWS_FILE, ROWS_END, `  sixth: ${ROW},\n`, 'before')],
    [RULES_FILE, inserted(RULES_FILE, 'export const SESSION_RULES = [', RULES)],
    [DEMO_FILE, inserted(DEMO_FILE, 'Readonly<Record<ToxinProduct, number>> = {', '\n  sixth: 100,')],
  ]);
}

/** What a module of the patched sources exports. */
export function exportsOf(texts: Texts, file: string, load: (path: string) => unknown): unknown {
  const { outputText } = ts.transpileModule(texts.get(file)!, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports = {};
  const run = compileFunction(outputText, ['exports', 'require']) as (...given: unknown[]) => void;
  run(exports, (path: string) => load(join(ROOT, file, '..', path)));
  return exports;
}

const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
  config: object;
};
const { options, fileNames } = ts.parseJsonConfigFileContent(
  { ...config, include: ['src', 'bench', 'migrations'], exclude: ['**/*.spec.ts', '**/*.spec.tsx'] },
  ts.sys,
  ROOT,
);
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Where the compiler objects to these texts in place of the service's own, in all files that speak of what may be added: `file: message`. */
export function objections(texts: Texts): string[] {
  const settings = { ...options, noEmit: true, incremental: false, tsBuildInfoFile: undefined };
  const host = ts.createCompilerHost(settings);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, language) => {
    const text = texts.get(relative(ROOT, name));
    if (text !== undefined) return ts.createSourceFile(name, text, language, true);
    if (!parsed.has(name)) parsed.set(name, read(name, language));
    return parsed.get(name);
  };
  const program = ts.createProgram(fileNames, settings, host);
  const concerned = program
    .getSourceFiles()
    .filter(({ isDeclarationFile, text }) => !isDeclarationFile && /product|indication|scale/i.test(text));
  return concerned.flatMap((file) =>
    program.getSemanticDiagnostics(file).map(({ messageText }) => {
      return `${relative(ROOT, file.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    }),
  );
}

function inserted(file: string, at: string, text: string, where: 'after' | 'before' = 'after'): string {
  return insertedIn(readFileSync(join(ROOT, file), 'utf8'), at, text, where);
}

function insertedIn(source: string, at: string, text: string, where: 'after' | 'before'): string {
  const [head, tail, ...more] = source.split(at);
  if (tail === undefined || more.length > 0) throw new Error(`there is no single “${at}”`);
  return where === 'after' ? `${head}${at}${text}${tail}` : `${head}${text}${at}${tail}`;
}
