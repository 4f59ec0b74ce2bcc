import type { Plate } from './plate';

/** The larynx as the laryngoscope shows it: the front above, the patient's right on the viewer's left. */
export const LARYNX: Plate = {
  viewBox: [-96, -104, 192, 216],
  body: ['0,-94 40,-88 72,-54 84,0 76,52 50,88 0,100'],
  lines: [
    'M0 -88Q30 -86 42 -68Q28 -58 0 -60',
    'M0 -54Q6 -20 11 22',
    'M11 22Q20 20 26 32Q22 44 12 40Q9 30 11 22Z',
    'M0 62Q30 60 52 36',
  ],
  shapes: {
    surface: [
      ['thyroarytenoid', '4,-52 16,-48 24,-10 27,16 18,20 11,-4'],
      ['lateral_cricoarytenoid', '36,-22 46,-24 48,8 34,34 29,26 37,8'],
      ['cricothyroid', '54,-50 66,-38 72,-6 60,0 56,-22'],
      ['posterior_cricoarytenoid', '31,46 46,38 54,52 36,70 14,72 20,56'],
    ],
  },
  midline: {
    surface: [
      ['interarytenoid', '-12,40 12,40 14,52 -14,52'],
      ['cricopharyngeus', '-42,80 0,84 42,80 36,90 0,96 -36,90'],
    ],
  },
};
