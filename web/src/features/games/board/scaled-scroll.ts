/**
 * Browsers cut elements off at 17 to 33 million pixels, and ten million rows need 400 million. So the element that scrolls is
 * at most MAX_PHYSICAL_PX high, and stands for the virtual height of all rows: near both ends a pixel is a pixel, between them
 * the scrollbar covers more. Small movements are a pixel a pixel everywhere; only jumps use the scale.
 */
export const MAX_PHYSICAL_PX = 8_000_000;
/** So much at either end is not scaled: wheel and keys reach the first and the last row as in any list. */
export const EDGE_PX = 200_000;
/**
 * One scroll event that moves farther than the scrollbar does for half a pixel of the mouse, and by more screens than this, is
 * a jump. A wheel whose events add up while the page is busy stays below.
 */
const JUMP_SCREENS = 3;
const JUMP_MOUSE_PX = 0.5;

export type Scale = {
  readonly virtualPx: number;
  readonly physicalPx: number;
  readonly viewPx: number;
};

export type ScrollPosition = {
  /** Where the browser has scrolled to. */
  readonly physical: number;
  /** The pixel of all rows that this is the top of. */
  readonly virtual: number;
  /** Whether it got here by a jump, whose last steps may be small. */
  readonly isJump: boolean;
};

export const START: ScrollPosition = { physical: 0, virtual: 0, isJump: false };

export function scaleOf(rows: number, rowPx: number, viewPx: number): Scale {
  const virtualPx = rows * rowPx;
  return { virtualPx, physicalPx: Math.min(virtualPx, MAX_PHYSICAL_PX), viewPx };
}

/** The position after the browser has scrolled to `physical`. */
export function moveTo(scale: Scale, from: ScrollPosition, physical: number): ScrollPosition {
  if (physical === from.physical) return from;
  const moved = physical - from.physical;
  const isJump = from.isJump || Math.abs(moved) > jumpPx(scale);
  const virtual = isJump
    ? toVirtual(scale, physical)
    : clamp(from.virtual + moved, virtualRange(scale));
  return { physical, virtual, isJump };
}

/** The position that shows the row, and the scrollbar where the row belongs. */
export function positionAt(scale: Scale, virtual: number): ScrollPosition {
  const inside = clamp(virtual, virtualRange(scale));
  return { physical: toPhysical(scale, inside), virtual: inside, isJump: false };
}

/** Whether the browser can scroll no further although there are more rows: the scrollbar has to be set right at once. */
export function isStuck(scale: Scale, { physical, virtual }: ScrollPosition): boolean {
  const isAtEdge = physical <= 0 || physical >= physicalRange(scale);
  return isAtEdge && Math.abs(toPhysical(scale, virtual) - physical) > 1;
}

export function toVirtual(scale: Scale, physical: number): number {
  const { edge, from, to } = mapping(scale);
  if (physical <= edge) return clamp(physical, virtualRange(scale));
  if (physical >= from - edge) return clamp(to - (from - physical), virtualRange(scale));
  return edge + ((physical - edge) * (to - 2 * edge)) / (from - 2 * edge);
}

export function toPhysical(scale: Scale, virtual: number): number {
  const { edge, from, to } = mapping(scale);
  if (virtual <= edge) return Math.max(0, virtual);
  if (virtual >= to - edge) return from - (to - virtual);
  return Math.round(edge + ((virtual - edge) * (from - 2 * edge)) / (to - 2 * edge));
}

function mapping(scale: Scale) {
  const from = physicalRange(scale);
  return { from, to: virtualRange(scale), edge: Math.min(EDGE_PX, from / 2) };
}

const jumpPx = ({ physicalPx, viewPx }: Scale) =>
  Math.max(JUMP_SCREENS * viewPx, (JUMP_MOUSE_PX * physicalPx) / Math.max(1, viewPx));
const virtualRange = ({ virtualPx, viewPx }: Scale) => Math.max(0, virtualPx - viewPx);
const physicalRange = ({ physicalPx, viewPx }: Scale) => Math.max(0, physicalPx - viewPx);
const clamp = (value: number, most: number) => Math.min(Math.max(0, value), most);
