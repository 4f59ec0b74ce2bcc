import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Ends a server that is gone already, of whose end Node is told a moment later by what does not hold it. */
const PROGRAM = `
  const { shutDown } = require('./src/embedded-postgres/server.ts');
  const ended = new Promise((resolve) => setTimeout(resolve, 200).unref());
  shutDown({ id: { pid: -1, startedAt: null }, port: 1, ended }).then(() => process.exit(7));
`;

it('what follows the end of the server is done, though nothing of the server holds Node', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', './test/support/typescript.cjs', '-e', PROGRAM],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({ status: 7, stderr: '' });
});
