const { join } = require('node:path');

/**
 * How one file is broken: `MUTANTS_FILE` against `MUTANTS_SPECS`, what was found into `MUTANTS_REPORT`;
 * `MUTANTS_WORKERS` at a time, one unless set.
 *
 * @type {import('@stryker-mutator/core').PartialStrykerOptions}
 */
module.exports = {
  mutate: [process.env.MUTANTS_FILE],
  testRunner: 'jest',
  jest: { configFile: 'bench/mutants/jest.config.cjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // A table at the head of a file decides as much as a function does, and the file's own specs are quick.
  ignoreStatic: false,
  plugins: ['@stryker-mutator/jest-runner', join(__dirname, 'ignore-sentences.mjs')],
  ignorers: ['sentences'],
  // No decision and none of its specs needs another room; platform stands on the embedded PostgreSQL.
  ignorePatterns: [
    '/*',
    '!/bench',
    '/bench/cohorts',
    '!/src',
    '/src/*',
    '!/src/clinical',
    '!/src/embedded-postgres',
    '!/src/platform',
    '!/src/records',
    '!/test',
    '/test/*',
    '!/test/support',
    '!/jest.config.js',
    '!/package.json',
    '!/openapi.json',
    '!/tsconfig.json',
  ],
  concurrency: Number(process.env.MUTANTS_WORKERS ?? 1),
  // A busy machine is no endless loop: what is only slow shall not count as noticed.
  timeoutMS: 30_000,
  reporters: ['json'],
  jsonReporter: { fileName: process.env.MUTANTS_REPORT },
  tempDirName: 'coverage/mutants/sandbox',
};
