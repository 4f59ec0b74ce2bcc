/** The unit suite alone, narrowed to the specs of the file that is mutated: `MUTANTS_SPECS`, separated by blanks. */
const [unit] = require('../../jest.config.js').projects;

module.exports = {
  ...unit,
  rootDir: '../..',
  roots: ['<rootDir>/src/clinical', '<rootDir>/src/records'],
  testMatch: process.env.MUTANTS_SPECS.split(' ').map((spec) => `<rootDir>/${spec}`),
};
