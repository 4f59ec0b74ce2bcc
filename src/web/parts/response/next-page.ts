/** Where one goes once the response is saved, and how the buttons say so. */
export interface NextPage {
  readonly href: `/courses/${string}`;
  readonly save: string;
  /** Without a response. */
  readonly leave: string;
}

/** A visit in one: the response to the last session, then today's injections. Else back to the course. */
export function nextPage(courseId: string, then: unknown): NextPage {
  const course = `/courses/${courseId}` as const;
  return then === 'log'
    ? {
        href: `${course}/log`,
        save: 'Save, then log today’s session',
        leave: 'Log today’s session, no response',
      }
    : { href: course, save: 'Save the response', leave: 'Back to the course' };
}
