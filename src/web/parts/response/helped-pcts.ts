/** By how many percent it may have helped, as it is asked in tens. */
export const HELPED_PCTS = Array.from({ length: 11 }, (_, i) => i * 10);
