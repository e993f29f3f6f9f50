import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import {
  isStuck,
  moveTo,
  positionAt,
  scaleOf,
  START,
  toPhysical,
  type ScrollPosition,
} from './scaled-scroll.ts';

/** Rows kept beyond the screen on either side. */
const OVERSCAN = 8;
/** Scrolling has ended when nothing has moved for so long; the scrollbar then goes to where it belongs. */
const IDLE_MS = 150;

type Rows = {
  readonly first: number;
  readonly last: number;
  /** What to add to a row's place among all rows for its place in the element. */
  readonly shiftPx: number;
  /** The scrollbar is being dragged: what passes by is not looked at. */
  readonly isFlying: boolean;
};

const NO_ROWS: Rows = { first: 0, last: -1, shiftPx: 0, isFlying: false };

type ScaledScrollOptions = { rows: number; rowPx: number; headPx: number };

/** Scrolls through any number of rows of one height; gives those that have to exist, counted from 0. */
export function useScaledScroll({ rows, rowPx, headPx }: ScaledScrollOptions) {
  const frame = useRef<HTMLDivElement>(null);
  const position = useRef<ScrollPosition>(START);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [viewPx, setViewPx] = useState(0);
  const [shown, setShown] = useState<Rows>(NO_ROWS);
  const scale = scaleOf(rows, rowPx, viewPx);

  function show(): void {
    const { physical, virtual, isJump: isFlying } = position.current;
    const first = Math.max(0, Math.floor(virtual / rowPx) - OVERSCAN);
    const last = Math.min(rows - 1, Math.ceil((virtual + viewPx) / rowPx) + OVERSCAN);
    const next: Rows = { first, last, shiftPx: physical - virtual, isFlying };
    setShown((before) => (isSame(before, next) ? before : next));
  }

  /** The scrollbar and the rows move together, before the browser paints. */
  function settle(next: ScrollPosition): void {
    const element = frame.current;
    if (!element) return;
    element.scrollTop = next.physical;
    position.current = { ...next, physical: element.scrollTop };
    flushSync(show);
  }

  const onScroll = useEffectEvent(() => {
    const element = frame.current;
    if (!element) return;
    position.current = moveTo(scale, position.current, element.scrollTop);
    if (isStuck(scale, position.current)) settle(positionAt(scale, position.current.virtual));
    else show();
    clearTimeout(timer.current);
    timer.current = setTimeout(rest, IDLE_MS);
  });

  const rest = useEffectEvent(() => {
    const { virtual, physical } = position.current;
    const belongs = toPhysical(scale, virtual);
    if (Math.abs(belongs - physical) > 1) settle(positionAt(scale, virtual));
    else {
      position.current = { ...position.current, isJump: false };
      show();
    }
  });

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const sizes = new ResizeObserver(() => setViewPx(Math.max(0, element.clientHeight - headPx)));
    sizes.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', onScroll);
      clearTimeout(timer.current);
    };
  }, [headPx]);

  // The board has more or fewer rows, or the screen another height: the same place, other rows.
  const refit = useEffectEvent(() => {
    position.current = positionAt(scale, position.current.virtual);
    if (frame.current) frame.current.scrollTop = position.current.physical;
    show();
  });
  useEffect(() => refit(), [rows, viewPx]);

  /** The row in the middle of the screen. */
  function scrollToRow(index: number): void {
    settle(positionAt(scale, index * rowPx - (viewPx - rowPx) / 2));
  }

  return {
    frame,
    physicalPx: scale.physicalPx,
    first: shown.first,
    last: shown.last,
    isFlying: shown.isFlying,
    topOf: (index: number) => index * rowPx + shown.shiftPx,
    scrollToRow,
    /** Home and End go all the way; what is between is the browser's. */
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget) return;
      if (event.key !== 'Home' && event.key !== 'End') return;
      event.preventDefault();
      scrollToRow(event.key === 'Home' ? 0 : rows - 1);
    },
  };
}

const isSame = (one: Rows, other: Rows) =>
  one.first === other.first &&
  one.last === other.last &&
  one.shiftPx === other.shiftPx &&
  one.isFlying === other.isFlying;
