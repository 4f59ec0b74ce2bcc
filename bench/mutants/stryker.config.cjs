const { join } = require('node:path');

/**
 * How one file is broken: `MUTANTS_FILE` against `MUTANTS_SPECS`, what was found into `MUTANTS_REPORT`.
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
  ignorePatterns: ['/dist', '/data', '/coverage', '/docs', '/bench/cohorts', '/test/browser'],
  concurrency: 1,
  reporters: ['json'],
  jsonReporter: { fileName: process.env.MUTANTS_REPORT },
  tempDirName: 'coverage/mutants/sandbox',
};
