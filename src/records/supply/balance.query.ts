/** Of a movement: what it adds to the vial or takes from it. */
const MOVED = `case when to_account = 'vial' then units else -units end`;

/** What the vial `v` of a statement holds: the sum of its movements. */
export const BALANCE = `(select sum(${MOVED}) from vial_movement m where m.vial_id = v.id)`;
