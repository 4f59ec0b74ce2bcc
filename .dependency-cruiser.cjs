/** Who may import whom: a rule a row, and the few edges that do not keep to it by name. Tests may import anything. */
const SPEC = '\\.spec\\.tsx?$';
const LIBRARIES = '(^|/)node_modules/';
const NODE = { dependencyTypesNot: ['core'] };

const PLATFORM_READS = ['^src/clinical/(calendar|units|finding|due-settings)\\.ts$'];
const PUTS_ROOMS_TOGETHER = ['^src/platform/(server|service)\\.ts$'];

/** A room reaches itself, the packages it needs and `others`. */
function room(name, others, except = []) {
  return {
    name,
    severity: 'error',
    from: { path: `^src/(${name})/`, pathNot: [SPEC, ...except] },
    to: { ...NODE, pathNot: ['^src/$1/', LIBRARIES, ...others] },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'clinical',
      comment: 'What medicine decides runs in the server, in a test and in the browser alike.',
      severity: 'error',
      from: { path: '^src/clinical/', pathNot: SPEC },
      to: { pathNot: ['^src/clinical/', '(^|/)node_modules/(date-fns|@date-fns/utc)/'] },
    },
    room('platform', PLATFORM_READS, PUTS_ROOMS_TOGETHER),
    {
      name: 'platform-start',
      comment: 'The two files that put the rooms together and fill an empty database stand above the rooms.',
      severity: 'error',
      from: { path: PUTS_ROOMS_TOGETHER },
      to: {
        ...NODE,
        pathNot: ['^src/platform/', LIBRARIES, ...PLATFORM_READS, '^src/(app\\.module|commands/seed)\\.ts$'],
      },
    },
    room('records', ['^src/(clinical|platform)/']),
    {
      name: 'records-slice',
      comment: 'Of another slice its entities, queries and functions, never its controller or service.',
      severity: 'error',
      from: { path: '^src/records/([^/]+)/', pathNot: SPEC },
      to: { path: '^src/records/[^/]+/.+\\.(controller|service)\\.ts$', pathNot: '^src/records/$1/' },
    },
    {
      name: 'records-slice-dto',
      comment:
        'Nor its dto, but for a course and a preview, whose answers hold those of flags, sessions and responses.',
      severity: 'error',
      from: {
        path: '^src/records/([^/]+)/',
        pathNot: [SPEC, '^src/records/courses/(courses\\.dto|course\\.query|preview\\.dto)\\.ts$'],
      },
      to: { path: '^src/records/[^/]+/.+\\.dto\\.ts$', pathNot: '^src/records/$1/' },
    },
    room('worklist|reporting|fhir', [
      '^src/(clinical|platform)/',
      '^src/records/.+\\.(entity|query)\\.ts$',
      // What a name is searched by, and the due window of a course as an answer.
      '^src/records/(patients/search-text|courses/courses\\.dto)\\.ts$',
    ]),
    room('web', [
      '^src/(clinical|platform|worklist|reporting)/',
      '^src/records/.+\\.(entity|query|dto)\\.ts$',
      // What a stored course says, a session beside another, and who may be found by a name.
      '^src/records/(courses/stored-history|sessions/(session-view|judge-session)|reviews/flag-view|patients/search-text)\\.ts$',
    ]),
    {
      name: 'web-reads',
      comment: 'Every write of a screen goes through the API.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: SPEC },
      to: { path: '^src/(records|worklist|reporting)/.+\\.(controller|service|module)\\.ts$' },
    },
    {
      name: 'browser',
      comment: 'What runs in the browser: decisions, parts and its own helpers.',
      severity: 'error',
      from: { path: '^src/web/(islands|browser)/', pathNot: SPEC },
      to: { pathNot: ['^src/web/(islands|browser|parts)/', '^src/clinical/', LIBRARIES + 'preact/'] },
    },
    room('demo', ['^src/(clinical|platform|records)/']),
    {
      name: 'bench',
      comment: 'The benchmark reads decisions, and courses as the assess command does.',
      severity: 'error',
      from: { path: '^bench/', pathNot: SPEC },
      to: { ...NODE, pathNot: ['^bench/', LIBRARIES, '^src/clinical/'] },
    },
    {
      name: 'demo-by-commands',
      comment: 'Only a command fills a database with invented patients.',
      severity: 'error',
      from: { path: '^(src|bench)/', pathNot: ['^src/(demo|commands)/', SPEC] },
      to: { path: '^src/demo/' },
    },
    {
      name: 'commands-by-start',
      comment: 'A command is started, not imported; the service fills an empty database by the seed command.',
      severity: 'error',
      from: { path: '^(src|bench)/', pathNot: ['^src/commands/', '^src/platform/service\\.ts$', SPEC] },
      to: { path: '^src/commands/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-in-service',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: SPEC },
      to: { path: ['^test/', '^bench/', SPEC] },
    },
    {
      name: 'no-development-package',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: LIBRARIES },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
