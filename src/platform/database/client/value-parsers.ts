import { types } from 'pg';

const DATE = 1082;
const DATES = 1182;
const TEXTS = 1009;
const INT8 = 20;
const NUMERIC = 1700;

// A day stays text: the driver's default would make it local midnight, in a list too. Counts and doses fit a double.
types.setTypeParser(DATE, (text) => text);
types.setTypeParser(DATES as number, types.getTypeParser(TEXTS as number));
types.setTypeParser(INT8, Number);
types.setTypeParser(NUMERIC, Number);
