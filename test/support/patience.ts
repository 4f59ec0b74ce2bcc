/** Starting the service takes a second or two, on a busy machine several. */
jest.setTimeout(30_000);
