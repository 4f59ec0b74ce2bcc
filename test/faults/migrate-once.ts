import { migrate } from '../../src/platform/database/migrate';

/** In a process of its own, to be killed. */
migrate(process.argv[2]!).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
