/** Messages of all sockets together, so many in each turn of the event loop: requests are answered between them. */
export interface MessageTurns {
  /** Whether one may be handled at once: there is room in this turn, and nobody waits for the next. */
  take: () => boolean;
  /** Calls back when it is this one's turn to handle one message: after all who wait already. */
  wait: (handleOne: () => void) => void;
}

/** Some milliseconds of work, where each is a subscription of its own. */
const MESSAGES_A_TURN = 32;

/** A socket waits once, however many messages it has: so nobody's hundred come before another's first. */
export function createMessageTurns(
  messagesATurn = MESSAGES_A_TURN,
  inNextTurn: (goOn: () => void) => unknown = setImmediate,
): MessageTurns {
  const waiting: (() => void)[] = [];
  let left = messagesATurn;
  let isBegun = false;

  function begin(): void {
    if (isBegun) return;
    isBegun = true;
    inNextTurn(nextTurn);
  }

  function nextTurn(): void {
    isBegun = false;
    left = messagesATurn;
    if (waiting.length === 0) return;
    begin();
    while (left > 0 && waiting.length > 0) {
      left -= 1;
      waiting.shift()?.();
    }
  }

  return {
    take() {
      if (left === 0 || waiting.length > 0) return false;
      begin();
      left -= 1;
      return true;
    },
    wait(handleOne) {
      waiting.push(handleOne);
      begin();
    },
  };
}
