import { decodeMember, encodeMember, MAX_PLAYER_NUMBER, MEMBER_BYTES } from './member.ts';

const NOW = new Date('2026-03-04T12:00:00.123Z');

test('a member says whose it is and when the points were reached', () => {
  for (const playerNumber of [1, 255, 10_000_000, MAX_PLAYER_NUMBER]) {
    const member = encodeMember(playerNumber, NOW);
    expect(member).toHaveLength(MEMBER_BYTES);
    expect(decodeMember(member)).toEqual({ playerNumber, reachedAt: NOW });
  }
});

test('of two members, that of the earlier time is greater in byte order', () => {
  const earlier = encodeMember(1, NOW);
  const later = encodeMember(MAX_PLAYER_NUMBER, new Date(NOW.getTime() + 1));
  expect(Buffer.compare(earlier, later)).toBe(1);
});
