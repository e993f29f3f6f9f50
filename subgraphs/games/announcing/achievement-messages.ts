import type { BusMessage } from '#platform/bus/bus.ts';
import { ACHIEVEMENT_EVENTS, type AchievementEvent } from '#schema/events/achievement-events.ts';
import type { KnownPlayer } from '../domain/player.ts';
import type { Achievement } from './find-achievements.ts';

/** One event an achievement; `players` are in their order. */
export function toAchievementMessages(
  achievements: readonly Achievement[],
  players: readonly (KnownPlayer | undefined)[],
  { now, newId }: { now: Date; newId: () => string },
): BusMessage[] {
  return achievements.flatMap(({ playerNumber: _number, ...achievement }, index) => {
    const player = players[index];
    if (player === undefined) return [];
    const event: AchievementEvent = {
      type: 'achievement.reached',
      data: { ...achievement, playerId: player.id, userId: player.userId },
    };
    const envelope = { id: newId(), key: player.id, time: now.toISOString(), ...event };
    return [{ topic: ACHIEVEMENT_EVENTS, envelope }];
  });
}
