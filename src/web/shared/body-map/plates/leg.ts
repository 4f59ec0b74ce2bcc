import type { Plate } from './plate';

/** From the hip to the foot, the outer side on the viewer's right: thigh and lower leg of equal length. */
const LEG =
  '-40,-80 -40,-80 10,-80 20,-12 36,8 43,32 44,58 41,94 35,130 31,150 32,162 30,178 33,200 31,224 24,256 19,284 20,298 26,312 31,324 27,331 12,333 -2,331 -10,325 -9,314 -5,302 -4,288 -6,270 -11,240 -15,212 -15,190 -11,174 -12,158 -15,140 -21,104 -28,68 -34,48 -40,44 -40,44';

const THIGH: Plate['viewBox'] = [-58, -18, 120, 184];
const LOWER_LEG: Plate['viewBox'] = [-54, 146, 122, 192];

/** Of the left leg. */
export const THIGH_FRONT: Plate = {
  viewBox: THIGH,
  body: [LEG],
  lines: ['M-34 46Q-20 22 16 -2', 'M-2 150Q10 144 22 150Q26 162 10 170Q-4 164 -2 150Z'],
  shapes: {
    surface: [
      ['tensor_fasciae_latae', '22,2 31,8 38,38 32,46 24,24'],
      ['rectus_femoris', '10,18 18,18 20,60 14,112 9,134 3,116 0,64'],
      ['vastus_lateralis', '26,44 38,52 39,92 32,130 22,142 16,126 23,90'],
      ['vastus_medialis', '-4,98 1,112 6,138 0,148 -9,148 -14,128 -10,108'],
      ['sartorius', '18,-4 23,-1 12,22 -2,58 -11,100 -13,152 -16,150 -15,98 -8,52 8,12'],
      ['pectineus', '-26,30 -12,26 -2,34 -10,48'],
      ['adductor_longus', '-31,42 -16,46 -9,54 -12,84 -22,66'],
      ['gracilis', '-35,50 -31,54 -20,104 -16,138 -18,138 -26,100'],
    ],
    deep: [
      [['iliopsoas', 'psoas_major'], '-36,-8 -27,-10 -14,14 -8,38 -16,34'],
      ['iliacus', '-18,-8 10,-8 4,10 -5,30'],
      ['vastus_intermedius', '4,40 18,40 18,110 9,132 3,112'],
      ['adductor_brevis', '-27,42 -14,46 -4,66 -14,70'],
      ['adductor_magnus', '-33,50 -22,66 -12,76 -5,100 -10,130 -18,104'],
    ],
    skin: [['groin_skin', '-38,18 -22,16 -6,28 -18,46 -32,56']],
  },
};

export const LOWER_LEG_FRONT: Plate = {
  viewBox: LOWER_LEG,
  body: [LEG],
  lines: [
    'M-2 150Q10 144 22 150Q26 162 10 170Q-4 164 -2 150Z',
    'M-1 178Q4 220 0 282',
    'M-2 296Q8 290 18 296',
    'M-2 331Q-2 322 2 320',
    'M8 332Q8 324 11 322',
    'M16 332Q16 325 18 323',
    'M23 331Q23 326 24 324',
  ],
  shapes: {
    surface: [
      ['tibialis_anterior', '5,176 14,176 15,208 11,240 5,282 1,284 6,236 4,206'],
      ['extensor_digitorum_longus', '17,180 22,182 22,222 17,260 12,284 9,282 16,232'],
      ['peroneus_longus', '25,178 30,186 31,208 27,240 23,242 25,208'],
      ['extensor_digitorum_brevis', '11,301 18,299 24,311 19,319 10,313'],
    ],
    deep: [
      ['extensor_hallucis_longus', '7,214 13,214 13,252 6,290 3,288 7,252'],
      ['peroneus_brevis', '22,232 28,226 24,262 20,280 17,276'],
      ['peroneus_tertius', '14,262 18,256 19,296 15,302'],
    ],
  },
};

/** Of the right leg. */
export const THIGH_BACK: Plate = {
  viewBox: THIGH,
  body: [LEG],
  lines: ['M-40 50Q-10 72 36 54', 'M-10 158Q8 164 28 156'],
  shapes: {
    surface: [
      ['gluteus_medius', '-8,-8 20,-5 34,10 39,26 24,16 2,4'],
      ['gluteus_maximus', '-38,6 -10,6 22,20 40,36 36,52 10,54 -20,60 -38,50'],
      [['semitendinosus', 'hamstrings'], '-13,66 -2,64 0,110 -6,146 -12,152 -14,110'],
      ['semimembranosus', '-24,68 -16,67 -17,110 -14,150 -17,144 -22,106'],
      ['biceps_femoris', '3,62 18,60 24,100 25,138 22,154 15,132 5,104'],
    ],
    deep: [
      ['gluteus_minimus', '2,0 22,2 36,22 22,24'],
      ['piriformis', '-30,18 -8,16 26,28 26,34 -8,30'],
      ['obturator_internus', '-32,36 -4,36 24,40 24,46 -10,48'],
    ],
  },
};

export const LOWER_LEG_BACK: Plate = {
  viewBox: LOWER_LEG,
  body: [LEG],
  lines: ['M-10 158Q8 164 28 156', 'M-3 262Q2 292 -2 318', 'M16 262Q14 292 18 318', 'M-4 326Q8 320 22 326'],
  shapes: {
    surface: [
      [['gastrocnemius_medial', 'gastrocnemius'], '-11,164 0,168 4,200 2,224 -8,222 -14,198'],
      ['gastrocnemius_lateral', '8,168 22,164 28,190 25,214 8,220 7,198'],
      ['soleus', '-10,228 2,230 10,225 26,220 23,244 12,262 2,262 -6,246'],
    ],
    deep: [
      ['popliteus', '-9,160 20,162 2,182 -10,174'],
      ['flexor_digitorum_longus', '-11,186 -3,186 -3,240 -4,270 -8,244'],
      ['tibialis_posterior', '1,186 9,186 9,236 4,270 1,238'],
      ['flexor_hallucis_longus', '14,186 23,190 22,236 13,266 13,232'],
    ],
  },
};
