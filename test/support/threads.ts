/** A thread of the service is a file of its own: it is read as the tests are. */
process.execArgv.push('-r', require.resolve('./typescript.cjs'));
