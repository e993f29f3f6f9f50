import type { SocketProblem, SocketState } from '#schema/operations/generated/graphql.ts';

/** How well connections are, in words and a colour of the badge. */
export const STATES: Readonly<Record<SocketState, { word: string; color: string }>> = {
  HEALTHY: { word: 'Healthy', color: 'green' },
  STRAINED: { word: 'Strained', color: 'yellow' },
  FAILING: { word: 'Failing', color: 'red' },
  UNKNOWN: { word: 'Unknown', color: 'gray' },
};

const PROBLEMS: Readonly<Record<SocketProblem, string>> = {
  FAULTS: 'A gateway closes connections because of faults of its own: its log has them.',
  LOST: 'One connection in ten or more is lost without a word, or does not answer.',
  FULL: 'A gateway has as many connections as it may, and refuses others.',
  SLOW: 'Half of the pings take longer than half a second to be answered.',
};

/** What an administrator should know about it, a sentence each. */
export function explainSockets(sockets: {
  state: SocketState;
  problems: readonly SocketProblem[];
  gateways: number;
}): readonly string[] {
  if (sockets.state === 'UNKNOWN') {
    return ['No gateway tells of its connections: Redis may be away, or they are just starting.'];
  }
  if (sockets.problems.length > 0) return sockets.problems.map((problem) => PROBLEMS[problem]);
  const gateways = sockets.gateways === 1 ? 'the gateway' : `all ${sockets.gateways} gateways`;
  return [`Nothing is wrong with the connections of ${gateways}.`];
}

/** Round trips are told rounded up. */
export const formatRoundTrip = (ms: number | null): string =>
  ms === null ? 'none yet' : `${ms.toLocaleString('en')} ms`;
