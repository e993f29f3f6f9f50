import { Text } from '@mantine/core';
import { lineThrough } from './recent-rates.ts';

const WIDTH = 600;
const HEIGHT = 120;

export function RateLine({ rates }: { rates: readonly number[] }) {
  const highest = Math.max(0, ...rates);
  return (
    <figure style={{ margin: 0 }}>
      <svg
        viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
        role="img"
        aria-label={`Messages a second: now ${rates.at(-1) ?? 0}, highest ${highest}`}
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="var(--plaza-line)" />
        <path
          d={lineThrough(rates, WIDTH, HEIGHT)}
          fill="none"
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <Text component="figcaption" size="sm" c="dimmed">
        Highest: {highest}
      </Text>
    </figure>
  );
}
