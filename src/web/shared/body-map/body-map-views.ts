import { inSentence } from '../../../clinical/words';
import { bothHalves, mirrorBox, mirrored, mirrorPath, pointsOf, softPath } from './body-map-shape';
import { FOREARM_BACK, FOREARM_FRONT, UPPER_ARM_BACK, UPPER_ARM_FRONT } from './plates/arm';
import { ARMPIT } from './plates/armpit';
import { FACE } from './plates/face';
import { SOLE } from './plates/foot';
import { HAND_BACK, PALM } from './plates/hand';
import { LARYNX } from './plates/larynx';
import { LOWER_LEG_BACK, LOWER_LEG_FRONT, THIGH_BACK, THIGH_FRONT } from './plates/leg';
import { NAPE } from './plates/nape';
import type { Plate } from './plates/plate';
import { PROFILE } from './plates/profile';
import { TRUNK_BACK, TRUNK_FRONT } from './plates/trunk';

/** The side of the patient. */
export type HandSide = 'right' | 'left';

/** Drawn whole, with both sides. */
const WHOLE_PARTS = ['face', 'nape', 'larynx', 'trunk-front', 'trunk-back'] as const;
/** Drawn for one side of the patient at a time. */
const SIDED_PARTS = [
  'profile',
  'armpit',
  'forearm-front',
  'forearm-back',
  'palm',
  'hand-back',
  'upper-arm-front',
  'upper-arm-back',
  'thigh-front',
  'thigh-back',
  'lower-leg-front',
  'lower-leg-back',
  'sole',
] as const;
type WholePart = (typeof WHOLE_PARTS)[number];
type SidedPart = (typeof SIDED_PARTS)[number];
export type MapPart = WholePart | SidedPart;
export type MapView = WholePart | `${SidedPart}-${HandSide}`;

interface Drawing {
  readonly name: string;
  readonly plate: Plate;
  /** Whose side is drawn, or lies on the viewer's right. */
  readonly drawn: HandSide;
}

const DRAWINGS: Readonly<Record<MapPart, Drawing>> = {
  face: { name: 'Face', plate: FACE, drawn: 'left' },
  nape: { name: 'Neck, back', plate: NAPE, drawn: 'right' },
  larynx: { name: 'Larynx', plate: LARYNX, drawn: 'left' },
  'trunk-front': { name: 'Trunk, front', plate: TRUNK_FRONT, drawn: 'left' },
  'trunk-back': { name: 'Trunk, back', plate: TRUNK_BACK, drawn: 'right' },
  profile: { name: 'Side of the head', plate: PROFILE, drawn: 'right' },
  armpit: { name: 'Armpit', plate: ARMPIT, drawn: 'left' },
  'forearm-front': { name: 'Forearm, front', plate: FOREARM_FRONT, drawn: 'left' },
  'forearm-back': { name: 'Forearm, back', plate: FOREARM_BACK, drawn: 'right' },
  palm: { name: 'Palm', plate: PALM, drawn: 'left' },
  'hand-back': { name: 'Hand, back', plate: HAND_BACK, drawn: 'right' },
  'upper-arm-front': { name: 'Upper arm, front', plate: UPPER_ARM_FRONT, drawn: 'left' },
  'upper-arm-back': { name: 'Upper arm, back', plate: UPPER_ARM_BACK, drawn: 'right' },
  'thigh-front': { name: 'Thigh, front', plate: THIGH_FRONT, drawn: 'left' },
  'thigh-back': { name: 'Thigh, back', plate: THIGH_BACK, drawn: 'right' },
  'lower-leg-front': { name: 'Lower leg, front', plate: LOWER_LEG_FRONT, drawn: 'left' },
  'lower-leg-back': { name: 'Lower leg, back', plate: LOWER_LEG_BACK, drawn: 'right' },
  sole: { name: 'Sole', plate: SOLE, drawn: 'left' },
};

/** A part of the body as it is seen: of what is drawn for one side, that side. */
export interface MapViewRow {
  readonly view: MapView;
  readonly part: MapPart;
  readonly name: string;
  readonly plate: Plate;
  readonly drawn: HandSide;
  /** The only side that is seen; none where both are. */
  readonly only?: HandSide;
}

export const MAP_VIEWS: readonly MapViewRow[] = [
  ...(['face', 'nape'] as const).map(whole),
  ...sided('profile'),
  ...(['larynx', 'trunk-front', 'trunk-back'] as const).map(whole),
  ...SIDED_PARTS.filter((part) => part !== 'profile').flatMap(sided),
];

/** The parts of the body, as they are chosen from. */
export const MAP_PARTS: readonly MapPart[] = [...new Set(MAP_VIEWS.map(({ part }) => part))];

export function partName(part: MapPart): string {
  return DRAWINGS[part].name;
}

/** How a part is seen: of what is drawn for one side at a time, that side. */
export function viewOf(part: MapPart, side: HandSide): MapView {
  return isWhole(part) ? part : `${part}-${side}`;
}

const BY_VIEW = new Map(MAP_VIEWS.map((row) => [row.view, row]));

export function viewRow(view: MapView): MapViewRow {
  return BY_VIEW.get(view)!;
}

/** What is drawn under the regions. */
export interface Outline {
  readonly shapes: readonly string[];
  readonly lines: readonly string[];
}

export function outlineOf({ plate: { body, lines }, drawn, only }: MapViewRow): Outline {
  const outlines = body.map(pointsOf);
  if (only)
    return only === drawn
      ? { shapes: outlines.map(softPath), lines }
      : { shapes: outlines.map((points) => softPath(mirrored(points))), lines: lines.map(mirrorPath) };
  return {
    // What touches the midline is one half of a whole; an ear has another on the other side.
    shapes: outlines.flatMap((points) =>
      points[0]![0] === 0 ? [softPath(bothHalves(points))] : [softPath(points), softPath(mirrored(points))],
    ),
    lines: [...lines, ...lines.map(mirrorPath)],
  };
}

/** Which letter stands at which edge of a view: the patient's own sides. */
export function edgesOf({ part, drawn, only }: MapViewRow): {
  readonly atLeft: string;
  readonly atRight: string;
} {
  if (part === 'profile')
    return only === 'right' ? { atLeft: 'R', atRight: 'front' } : { atLeft: 'front', atRight: 'L' };
  if (only) return { atLeft: only === 'right' ? 'R' : 'L', atRight: '' };
  return drawn === 'left' ? { atLeft: 'R', atRight: 'L' } : { atLeft: 'L', atRight: 'R' };
}

function isWhole(part: MapPart): part is WholePart {
  return (WHOLE_PARTS as readonly string[]).includes(part);
}

function whole(part: WholePart): MapViewRow {
  return { view: part, part, ...DRAWINGS[part] };
}

function sided(part: SidedPart): readonly MapViewRow[] {
  const { plate, drawn } = DRAWINGS[part];
  return (['right', 'left'] as const).map((only) => ({
    ...DRAWINGS[part],
    plate: only === drawn ? plate : { ...plate, viewBox: mirrorBox(plate.viewBox) },
    view: `${part}-${only}` as const,
    part,
    name: `${only === 'right' ? 'Right' : 'Left'} ${inSentence(DRAWINGS[part].name)}`,
    only,
  }));
}
