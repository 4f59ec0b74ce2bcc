/** Four suites: decisions without a database, the API over HTTP, the schema and its locks, the days in a real browser. */
const shared = {
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/coverage'],
  transform: {
    '^.+\\.[cm]?[tj]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // These are made of ES modules; Jest on Node 20 can load them only when they are transformed.
  transformIgnorePatterns: [
    '/node_modules/(?!@nestjs/|age-encryption/|@noble/|@scure/|hyparquet|openid-client/|oauth4webapi/|jose/|oidc-provider/|koa|@koa/|eta/|nanoid/|quick-lru/|fhir-kit-client/)',
  ],
  // It names its file to `import` alone, and what is transformed asks by `require`.
  moduleNameMapper: { '^fhir-kit-client$': '<rootDir>/node_modules/fhir-kit-client/dist/index.js' },
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts', '<rootDir>/test/support/threads.ts'],
};

const withDatabase = {
  ...shared,
  globalSetup: '<rootDir>/test/support/server/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/server/global-teardown.ts',
};

module.exports = {
  // A suite in one process keeps what each file has loaded: a worker that has grown is replaced between two files.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/src/**/*.spec.{ts,tsx}',
        '<rootDir>/bench/**/*.spec.ts',
        '<rootDir>/test/support/**/*.spec.ts',
        '<rootDir>/test/faults/**/*.spec.ts',
      ],
    },
    { ...withDatabase, displayName: 'api', testMatch: ['<rootDir>/test/api/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'database', testMatch: ['<rootDir>/test/database/**/*.spec.ts'] },
    { ...shared, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
