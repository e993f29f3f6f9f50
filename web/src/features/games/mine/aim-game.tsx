import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import classes from './aim-game.module.css';

const ROUNDS = 3;
const SWEEP_MS = 1_400;

/** Stop the needle in the middle, three times: a game of a few seconds that stands for a match. */
export function AimGame({ onEnd }: { onEnd: (hitShare: number) => void }) {
  const [hits, setHits] = useState<readonly number[]>();
  const needle = useRef<HTMLDivElement>(null);
  const sweep = useRef<Animation>(undefined);
  const isPlaying = hits !== undefined && hits.length < ROUNDS;

  useEffect(() => {
    if (!isPlaying || !needle.current) return undefined;
    const animation = needle.current.animate([{ left: '0%' }, { left: '100%' }], {
      duration: SWEEP_MS,
      iterations: Infinity,
      direction: 'alternate',
    });
    sweep.current = animation;
    return () => animation.cancel();
  }, [isPlaying]);

  function shoot(): void {
    if (!hits) return;
    const at = sweep.current?.effect?.getComputedTiming().progress ?? 0;
    const next = [...hits, 1 - 2 * Math.abs(at - 0.5)];
    setHits(next);
    if (next.length === ROUNDS) onEnd(next.reduce((sum, hit) => sum + hit, 0) / ROUNDS);
  }

  return (
    <div>
      <div className={classes['range']} aria-hidden>
        <div ref={needle} className={classes['needle']} />
      </div>
      <Group mt="xs" gap="sm">
        {isPlaying ? (
          <Button type="button" onClick={shoot}>
            Shoot
          </Button>
        ) : (
          <Button type="button" variant="light" onClick={() => setHits([])}>
            {hits ? 'Play again' : 'Play'}
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {hits === undefined
            ? 'Stop the needle in the middle, three times.'
            : `${hits.length} of ${ROUNDS}: ${hits.map((hit) => `${Math.round(hit * 100)} %`).join(', ')}`}
        </Text>
      </Group>
    </div>
  );
}
