import type { MapView } from './body-map-regions';
import { bothHalves, mirrored, pointsOf, softPath } from './body-map-shape';

/** The drawing under the regions: a silhouette, and lines that help the eye. */
export interface Outline {
  readonly viewBox: string;
  readonly shapes: readonly string[];
  readonly lines: readonly string[];
}

const SHOULDERS = bothHalves(pointsOf('0,70 43,70 44,100 46,122 58,138 84,150 106,158 108,170 0,170'));
const HEAD = bothHalves(pointsOf('0,-114 36,-108 66,-84 78,-46 80,-10 74,28 64,58 42,84 20,97 0,99'));
const SKULL = bothHalves(pointsOf('0,-114 36,-108 66,-84 80,-46 80,-14 70,16 52,34 0,40'));
const NAPE = bothHalves(pointsOf('0,-10 50,6 53,40 50,84 60,116 86,144 108,156 108,172 0,172'));
const EAR = pointsOf('78,-26 86,-24 86,-2 78,12');
const PROFILE = pointsOf(
  '-8,-118 34,-106 62,-82 73,-56 75,-42 72,-30 82,-14 94,2 90,9 79,11 83,20 78,26 82,34 76,42 80,58 74,70 56,78 38,84 34,100 36,126 44,150 60,164 60,172 -70,172 -74,150 -64,112 -62,70 -68,40 -84,16 -95,-24 -88,-70 -56,-106',
);
const TRUNK = bothHalves(
  pointsOf(
    '0,0 11,0 13,16 34,26 54,31 69,47 79,84 94,120 106,150 120,190 134,206 137,220 129,226 126,242 121,258 112,256 104,242 98,214 87,184 73,152 63,128 54,100 47,88 46,120 43,160 45,200 47,226 46,246 0,250',
  ),
);
const LEGS = bothHalves(
  pointsOf(
    '0,0 46,0 51,30 53,60 49,110 43,146 45,182 39,232 37,256 47,280 42,288 24,288 21,262 19,225 15,185 13,150 9,100 4,54 0,48',
  ),
);

const FACE_LINES = bothSides([
  'M14 -22Q31 -34 47 -22Q31 -13 14 -22Z',
  'M10 -49Q28 -57 50 -46',
  'M3 -24Q6 -6 12 4Q10 10 3 9',
  'M0 36Q14 33 27 36',
]);

const OUTLINES: Readonly<Record<MapView, Outline>> = {
  front: {
    viewBox: '-112 -120 224 294',
    shapes: [softPath(SHOULDERS), softPath(EAR), softPath(mirrored(EAR)), softPath(HEAD)],
    lines: FACE_LINES,
  },
  back: {
    viewBox: '-112 -120 224 294',
    shapes: [softPath(NAPE), softPath(EAR), softPath(mirrored(EAR)), softPath(SKULL)],
    lines: ['M0 32L0 160'],
  },
  right: {
    viewBox: '-112 -124 224 298',
    shapes: [softPath(PROFILE)],
    lines: [
      'M-22 -18Q-22 -38 -8 -36Q4 -32 -2 -14Q-6 6 -16 4Q-14 -8 -22 -18Z',
      'M52 -26Q60 -32 66 -24',
      'M64 26L78 26',
    ],
  },
  left: {
    viewBox: '-112 -124 224 298',
    shapes: [softPath(mirrored(PROFILE))],
    lines: [
      'M22 -18Q22 -38 8 -36Q-4 -32 2 -14Q6 6 16 4Q14 -8 22 -18Z',
      'M-52 -26Q-60 -32 -66 -24',
      'M-64 26L-78 26',
    ],
  },
  'arms-front': { viewBox: '-142 -4 284 266', shapes: [softPath(TRUNK)], lines: ['M0 84L0 194'] },
  'arms-back': { viewBox: '-142 -4 284 266', shapes: [softPath(TRUNK)], lines: ['M0 10L0 204'] },
  'legs-front': {
    viewBox: '-96 -6 192 300',
    shapes: [softPath(LEGS)],
    lines: bothSides(['M24 148Q31 142 38 148']),
  },
  'legs-back': {
    viewBox: '-96 -6 192 300',
    shapes: [softPath(LEGS)],
    lines: bothSides(['M20 142Q30 146 41 142']),
  },
};

export function outlineOf(view: MapView): Outline {
  return OUTLINES[view];
}

/** Which letter stands at which edge of a view: the patient's own sides. */
export function edgesOf(view: MapView): { readonly atLeft: string; readonly atRight: string } {
  if (view === 'right') return { atLeft: 'R', atRight: 'front' };
  if (view === 'left') return { atLeft: 'front', atRight: 'L' };
  return view.endsWith('back') ? { atLeft: 'L', atRight: 'R' } : { atLeft: 'R', atRight: 'L' };
}

function bothSides(lines: readonly string[]): readonly string[] {
  return [...lines, ...lines.map(mirrorPath)];
}

function mirrorPath(path: string): string {
  return path.replaceAll(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => `${-Number(x)} ${y}`);
}
