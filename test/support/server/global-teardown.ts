import type { Close } from './test-server';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as { closeTestServer?: Close }).closeTestServer?.();
}
