import type { Answer, Client, TestApp } from '../app';

/** Sends a file as its body. */
export async function importing(
  service: TestApp,
  query: string,
  file: string | Buffer,
  { client = service.admin, type = 'text/csv' }: { client?: Client; type?: string } = {},
): Promise<Answer> {
  const response = await fetch(`${service.url}/api/v1/imports?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}`, 'content-type': type },
    body: file as BodyInit,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
