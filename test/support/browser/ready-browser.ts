import { browserAtHand } from './browser-at-hand';

/** Before the browser tests: unpacks their browser, or says in one line how to get one. */
browserAtHand().then(
  ({ executablePath }) => console.log(`The browser tests use ${executablePath}.`),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
