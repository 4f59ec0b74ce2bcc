import 'reflect-metadata';
import { startService } from './service';

/** Starts the service; says in one line why it cannot. */
startService(process.env).catch((error: unknown) => {
  const said = error instanceof Error && error.name === 'StartError' ? error.message : error;
  console.error(said);
  process.exit(1);
});
