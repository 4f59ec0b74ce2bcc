import { accountsOf } from '../accounts';
import { startApp } from '../app';
import { treatedPatients } from '../patients/treated-patients';

/** A running service and what the specs of its reports need of it. */
export async function startReportingApp() {
  const app = await startApp();
  const accounts = accountsOf(() => app);
  const { token } = app.reporting;

  /** A report as it comes: status, headers and text. */
  async function fetchReport(path: string, headers: Record<string, string> = {}) {
    const answer = await fetch(`${app.url}/api/v1/reports/${path}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  /** The rows of a report. */
  async function rows(path: string): Promise<Record<string, unknown>[]> {
    const { status, text } = await fetchReport(path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>[];
  }

  return {
    ...app,
    ...accounts,
    ...treatedPatients(accounts.write),
    token,
    injectorId: app.neurologist.userId,
    fetchReport,
    rows,
  };
}
