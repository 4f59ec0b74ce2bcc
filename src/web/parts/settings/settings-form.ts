import { marks } from '../../browser/marks';

/** A form that changes what every course is judged by: what would move is told before it is saved. */
export function settingsMarks(version: number, saved: string) {
  return marks({
    api: 'PATCH /api/v1/clinic-settings',
    asksMoves: 'POST /api/v1/clinic-settings/preview',
    long: 'Working out every due day again',
    version,
    saved,
  });
}
