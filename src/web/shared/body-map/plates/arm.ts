import type { Plate } from './plate';

/** From the shoulder to the fingertips, the thumb on the viewer's right: upper arm, forearm and hand as 3.0 to 2.6 to 1.9. */
const ARM =
  '-46,-12 -46,-12 -20,-10 4,-8 20,2 28,20 30,44 27,72 25,94 29,112 33,126 34,142 28,172 21,198 18,214 21,230 29,240 35,252 39,264 37,270 32,269 25,259 21,254 22,270 21,288 19,295 15,296 13,291 12,272 12,272 12,292 10,302 6,304 4,299 4,273 4,273 3,292 1,299 -3,300 -5,295 -4,272 -4,272 -7,286 -9,290 -13,289 -13,282 -12,264 -14,248 -13,232 -10,216 -11,200 -17,180 -22,160 -23,142 -19,126 -18,112 -20,92 -22,66 -24,46 -30,32 -46,26 -46,26';

const UPPER_ARM: Plate['viewBox'] = [-60, -18, 108, 150];
const FOREARM: Plate['viewBox'] = [-42, 100, 96, 140];

/** Of the left arm: seen from the front its thumb is on the viewer's right. */
export const UPPER_ARM_FRONT: Plate = {
  viewBox: UPPER_ARM,
  body: [ARM],
  lines: ['M-30 32Q-21 22 -21 8', 'M-16 122Q4 129 27 118'],
  shapes: {
    surface: [
      ['deltoid', '0,-5 18,4 27,22 28,44 22,60 15,44 6,22'],
      ['biceps_brachii', '-10,32 3,26 13,44 17,70 13,98 4,114 -4,110 -12,84 -15,56'],
      ['brachialis', '20,74 24,80 23,104 16,114 14,106 18,92'],
    ],
    deep: [['coracobrachialis', '-22,20 -13,18 -10,56 -17,68']],
  },
};

export const FOREARM_FRONT: Plate = {
  viewBox: FOREARM,
  body: [ARM],
  lines: ['M-16 120Q4 127 27 116', 'M-10 215Q4 219 18 214', 'M-9 219Q4 223 18 218'],
  shapes: {
    surface: [
      ['brachioradialis', '22,108 31,122 32,142 27,170 20,198 15,196 19,164 17,134'],
      ['pronator_teres', '-16,123 -4,122 10,136 17,154 14,163 0,151 -12,136'],
      ['flexor_carpi_radialis', '-12,139 -2,150 8,166 13,190 14,208 9,208 3,188 -6,164'],
      ['palmaris_longus', '-16,140 -8,158 1,184 6,210 2,211 -6,192 -13,166'],
      ['flexor_digitorum_superficialis', '-18,146 -14,166 -6,190 0,211 -4,213 -11,198 -17,176'],
      ['flexor_carpi_ulnaris', '-20,136 -20,160 -17,180 -6,214 -9,214 -17,192 -22,162'],
    ],
    deep: [
      ['flexor_digitorum_profundus', '-20,142 -8,136 0,160 0,196 -9,198 -17,176'],
      ['flexor_pollicis_longus', '6,150 16,150 18,176 13,198 5,198 5,174'],
      ['pronator_quadratus', '-9,201 18,201 16,213 -8,213'],
    ],
  },
};

/** Of the right arm: seen from behind its thumb is on the viewer's right. */
export const UPPER_ARM_BACK: Plate = {
  viewBox: UPPER_ARM,
  body: [ARM],
  lines: ['M-30 32Q-21 22 -21 8', 'M-6 116Q2 128 10 116'],
  shapes: {
    surface: [
      ['deltoid', '0,-5 18,4 27,22 28,44 22,58 14,42 4,20'],
      ['triceps_brachii', '-18,34 -6,24 10,38 21,64 19,92 8,112 -4,114 -14,96 -20,66'],
    ],
  },
};

export const FOREARM_BACK: Plate = {
  viewBox: FOREARM,
  body: [ARM],
  lines: ['M-6 112Q2 126 10 112', 'M-10 214Q4 210 18 214'],
  shapes: {
    surface: [
      [
        ['extensor_carpi_radialis', 'extensor_carpi_radialis_longus'],
        '24,110 31,126 32,146 25,172 21,170 25,142',
      ],
      ['extensor_carpi_radialis_brevis', '15,126 22,132 22,154 18,186 13,184 14,154'],
      ['extensor_digitorum', '4,126 13,130 12,160 11,206 4,208 2,172'],
      ['extensor_carpi_ulnaris', '-8,128 2,130 0,170 -1,212 -7,213 -11,176'],
    ],
    deep: [
      ['supinator', '2,122 18,116 25,134 14,152 6,146'],
      ['extensor_indicis', '-6,174 3,172 5,206 -1,208'],
      ['extensor_pollicis_longus', '5,162 12,158 14,196 9,206'],
      ['abductor_pollicis_longus', '14,156 22,150 22,180 18,204'],
    ],
  },
};
