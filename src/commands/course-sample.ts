import { createHash } from 'node:crypto';

/** So many of the courses that come by, chosen by their ids, so that it is the same ones whatever their order. */
export interface CourseSample<Course> {
  add(id: string, course: Course): void;
  readonly courses: readonly Course[];
}

/** Holds no more than twice as many courses as are wanted, however many come. */
export function startCourseSample<Course>(most: number): CourseSample<Course> {
  let held: { readonly hash: string; readonly course: Course }[] = [];
  const leastHashes = () => held.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)).slice(0, most);
  return {
    add(id, course) {
      held.push({ hash: createHash('md5').update(id).digest('hex'), course });
      if (held.length >= 2 * most) held = leastHashes();
    },
    get courses() {
      return leastHashes().map(({ course }) => course);
    },
  };
}
