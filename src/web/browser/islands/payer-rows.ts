import { nameLines } from '../lines/name-lines';

/** The lines of a payer: what it pays for at most, and what differs from its terms in general. */
document.addEventListener('input', () => nameLines());
nameLines();
