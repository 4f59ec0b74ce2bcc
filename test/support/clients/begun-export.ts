import { request, type IncomingMessage } from 'node:http';

/** An export whose first bytes have come and that nobody reads on. */
export function beginExport(url: string, token: string, file: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const asked = request(`${url}/api/v1/reports/${file}`, { headers, agent: false }, (answer) => {
      answer.on('error', () => undefined);
      answer.once('readable', () => resolve(answer));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** @throws where the line broke before the end. */
export async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return text;
}
