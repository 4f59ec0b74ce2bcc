import type { Role } from '../../src/platform/actor';
import type { BrowsedClinic } from './browser';

/** A screen as one may look at it: who, and where. */
export interface ScreenAt {
  readonly name: string;
  readonly role: Role | 'nobody';
  readonly path: string;
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly courseId: string; readonly patientId?: string }[];
}

/** Every screen there is, on records of the demo clinic. */
export async function everyScreen(clinic: BrowsedClinic): Promise<ScreenAt[]> {
  const flags = await clinic.get<Listed>('neurologist', '/flags?status=open');
  const flag = flags.items[0]!;
  const course = await clinic.get<{ patientId: string }>('neurologist', `/courses/${flag.courseId}`);
  const sessions = await clinic.get<Listed>('neurologist', `/courses/${flag.courseId}/sessions`);
  const session = sessions.items[0]!;
  const coursePath = `/courses/${flag.courseId}`;
  const rows: [name: string, role: Role | 'nobody', path: string][] = [
    ['login', 'nobody', '/login'],
    ['due', 'scheduler', '/due'],
    ['due-nobody-matches', 'scheduler', '/due?q=nobody-of-this-name'],
    ['due-neurologist', 'neurologist', '/due'],
    ['calendar', 'scheduler', '/calendar'],
    ['patients', 'scheduler', '/patients'],
    ['new-patient', 'scheduler', '/patients/new'],
    ['patient-scheduler', 'scheduler', `/patients/${course.patientId}`],
    ['patient', 'neurologist', `/patients/${course.patientId}`],
    ['course', 'neurologist', coursePath],
    ['log-session', 'neurologist', `${coursePath}/log`],
    ['session', 'neurologist', `/sessions/${session.id}`],
    ['change-session', 'neurologist', `/sessions/${session.id}/change`],
    ['record-response', 'neurologist', `/sessions/${session.id}/response`],
    ['flags', 'neurologist', '/flags'],
    ['flag', 'neurologist', `/flags/${flag.id}`],
    ['reports', 'reporting', '/reports'],
    ['reports-empty', 'reporting', '/reports?from=1999-01-01&to=1999-01-02'],
    ['settings', 'admin', '/settings'],
    ['users', 'admin', '/users'],
    ['tokens', 'admin', '/tokens'],
    ['audit', 'admin', '/audit'],
    ['audit-empty', 'admin', '/audit?from=1999-01-01&to=1999-01-02'],
    ['not-allowed', 'scheduler', '/users'],
  ];
  return rows.map(([name, role, path]) => ({ name, role, path }));
}
