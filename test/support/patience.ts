/** Ends what hangs. A service starts in a second or two, on a busy machine in several: it is no measure of speed. */
jest.setTimeout(180_000);
