import type { Plate } from './plate';

/** Head, neck and shoulders from behind. */
export const NAPE: Plate = {
  viewBox: [-118, -127, 236, 296],
  body: [
    '0,-30 56,-20 55,10 51,40 50,70 54,96 68,113 92,125 112,135 130,156 140,240 0,240',
    '72,-18 80,-24 86,-17 85,2 80,16 73,26',
    '0,-120 26,-117 50,-104 67,-80 75,-50 74,-20 69,4 62,22 50,36 26,42 0,43',
  ],
  lines: ['M0 52L0 240', 'M0 56Q20 56 34 46Q44 40 50 36', 'M34 164Q66 142 108 141', 'M34 164Q40 172 44 176'],
  shapes: {
    surface: [
      ['occipitalis', '8,-42 34,-50 54,-32 50,-14 28,-8 9,-14'],
      ['semispinalis_capitis', '3,22 15,20 17,40 14,58 3,60'],
      ['splenius_capitis', '50,15 40,13 27,22 19,38 17,58 18,82 30,66 42,46 49,30'],
      ['sternocleidomastoid', '53,12 60,8 61,24 56,44 50,62 48,48 53,30'],
      ['levator_scapulae', '46,54 49,66 52,88 68,118 60,119 46,98 42,76'],
      ['cervical_paraspinals', '3,63 14,61 16,86 3,88'],
      ['trapezius', '3,92 16,87 28,88 40,102 58,121 86,132 112,142 104,151 64,146 42,158 30,168 3,168'],
    ],
    deep: [
      [['suboccipitals', 'rectus_capitis_posterior_major'], '3,14 16,12 22,22 6,34'],
      ['obliquus_capitis_superior', '21,10 36,8 43,19 29,21'],
      ['obliquus_capitis_inferior', '8,38 42,24 44,31 12,47'],
      ['semispinalis_cervicis', '4,56 13,51 16,110 5,122'],
      ['longissimus_cervicis', '18,70 24,70 25,132 19,134'],
      ['longissimus_capitis', '36,38 42,36 39,72 30,116 26,114 31,72'],
      ['splenius_cervicis', '46,40 50,44 48,78 38,118 33,118 41,76'],
    ],
  },
  midline: {
    skin: [['scalp_skin', '-56,-88 -28,-106 0,-111 28,-106 56,-88 66,-50 0,-40 -66,-50']],
  },
};
