/** Who may import whom: a rule a row, and the few edges that do not keep to it by name. Tests may import anything. */
const SPEC = '\\.spec\\.tsx?$';
const LIBRARIES = '(^|/)node_modules/';
const NODE = { dependencyTypesNot: ['core'] };

// What a clinic's settings are made of, and what a problem and a body say.
const PLATFORM_READS = [
  '^src/clinical/(bounds|calendar|units|numbers|finding|reason|due/due-settings|schedule/(opening-hours|visit-length)|rules|course/course-rules)\\.ts$',
];

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
    {
      name: 'embedded-postgres',
      comment: 'A PostgreSQL server of its own; it knows nothing of a clinic.',
      severity: 'error',
      from: { path: '^src/embedded-postgres/', pathNot: SPEC },
      to: { ...NODE, pathNot: ['^src/embedded-postgres/', LIBRARIES] },
    },
    room('backup', ['^src/embedded-postgres/', '^src/platform/database/']),
    room('leaving', ['^src/(clinical|backup|embedded-postgres|platform)/']),
    room('platform', [...PLATFORM_READS, '^src/embedded-postgres/']),
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
        'Nor its dto, but for a patient, a course, a preview, a check-in, an appeal packet and what was learned, whose answers hold those of alerts, flags, sessions, side effects, responses, patients and a preview of settings; and for an import, whose rows are held to the shape of a request.',
      severity: 'error',
      from: {
        path: '^src/records/([^/]+)/',
        pathNot: [
          SPEC,
          '^src/records/(courses/(courses\\.dto|course\\.query|course-page\\.query)|patients/patients\\.dto|check-ins/check-ins\\.dto|papers/appeal-packet\\.dto|preview/preview\\.dto|clinic-learning/clinic-learning\\.controller|imports/rows/imported-rows\\.dto)\\.ts$',
        ],
      },
      to: { path: '^src/records/[^/]+/.+\\.dto\\.ts$', pathNot: '^src/records/$1/' },
    },
    room('worklist|reporting|fhir', [
      '^src/(clinical|platform)/',
      '^src/records/.+\\.(entity|query)\\.ts$',
      // The due window of a course as an answer.
      '^src/records/courses/courses\\.dto\\.ts$',
    ]),
    room('hl7', ['^src/(clinical|platform|records)/', '^src/embedded-postgres/start-error\\.ts$']),
    {
      name: 'hl7-records',
      comment: 'What messages tell is written by the functions that the services of the records write by.',
      severity: 'error',
      from: { path: '^src/hl7/', pathNot: SPEC },
      to: { path: '^src/records/.+\\.(controller|service|module)\\.ts$' },
    },
    room('web', [
      '^src/(clinical|platform|worklist|reporting)/',
      '^src/(records|hl7)/.+\\.(entity|query)\\.ts$',
      '^src/records/.+\\.(entity|query|dto)\\.ts$',
    ]),
    {
      name: 'web-reads',
      comment: 'Every write of a screen goes through the API.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: SPEC },
      to: { path: '^src/(records|worklist|reporting)/.+\\.(controller|service|module)\\.ts$' },
    },
    {
      name: 'clinic-now',
      comment: 'Settings, zone and today come as one value, read once by @Now() or ClinicNow and passed on.',
      severity: 'error',
      from: {
        path: '^src/(records|worklist|reporting|web|hl7)/',
        pathNot: [
          SPEC,
          '^src/hl7/mllp-listener\\.ts$',
          '^src/reporting/exports/report-source\\.ts$',
          '^src/records/clinic-(settings|learning)/',
          '^src/web/screens/settings\\.tsx$',
        ],
      },
      to: { path: '^src/platform/(config|clinic-setting\\.entity)\\.ts$' },
    },
    {
      name: 'browser',
      comment: 'What runs in the browser: decisions, what is drawn on both sides, and its own helpers.',
      severity: 'error',
      from: { path: '^src/web/(browser|shared)/', pathNot: SPEC },
      to: { pathNot: ['^src/web/(browser|shared)/', '^src/clinical/', LIBRARIES + 'preact/'] },
    },
    {
      name: 'both-sides',
      comment: 'What the server draws as the browser does stands on neither side.',
      severity: 'error',
      from: { path: '^src/web/shared/', pathNot: SPEC },
      to: { path: '^src/web/browser/' },
    },
    room('demo', ['^src/(clinical|platform|records)/']),
    {
      name: 'bench',
      comment:
        'The benchmark reads decisions, and courses as the assess command does; mutants are run by the unit suite.',
      severity: 'error',
      from: { path: '^bench/', pathNot: [SPEC, '^bench/speed/'] },
      to: { ...NODE, pathNot: ['^bench/', LIBRARIES, '^src/clinical/', '^jest\\.config\\.js$'] },
    },
    {
      name: 'demo-by-commands',
      comment: 'Only a command, and the first start, fill a database with invented patients.',
      severity: 'error',
      from: { path: '^(src|bench)/', pathNot: ['^src/(demo|commands)/', '^src/service\\.ts$', SPEC] },
      to: { path: '^src/demo/' },
    },
    {
      name: 'commands-by-start',
      comment: 'A command is started, not imported.',
      severity: 'error',
      from: { path: '^(src|bench)/', pathNot: ['^src/commands/', SPEC] },
      to: { path: '^src/commands/' },
    },
    {
      name: 'rooms-below-start',
      comment: 'The service is put together above the rooms: no room but the commands knows of it.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: ['^src/commands/', SPEC] },
      to: { path: '^src/[^/]+\\.ts$' },
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
    // They import what a generator makes.
    exclude: { path: '^test/clients/jobs/' },
    doNotFollow: { path: LIBRARIES },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
