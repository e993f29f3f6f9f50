import type { WebSocket } from 'ws';
import { createMessageBudget } from './message-budget.ts';
import type { MessageTurns } from './message-turns.ts';

/** What a client sends over one socket, at the pace that its budget and the others allow. */
export interface PacedMessages {
  /** Handles it now, or when its turn comes: after all that came before it. */
  push: (text: string) => void;
  /** A frame that the library has answered already. */
  spend: () => void;
  /** What still waits is left: the socket is gone. */
  stop: () => void;
}

export interface Pace {
  messagesASecond: number;
  /** Shared by all sockets. */
  turns: MessageTurns;
}

/**
 * Who is over the budget, or has to wait for others, is not read for a while: the client's own system then holds back what
 * it sends. What came in the same read waits here, which is as much as a read holds, 64 KB.
 */
export function createPacedMessages(
  socket: Pick<WebSocket, 'pause' | 'resume'>,
  { messagesASecond, turns }: Pace,
  handle: (text: string) => void,
): PacedMessages {
  const budget = createMessageBudget(messagesASecond);
  let waiting: string[] = [];
  let rest: NodeJS.Timeout | undefined;
  let isHeld = false;
  const isResting = () => rest !== undefined;

  function spend(): void {
    const waitMs = budget.take(performance.now());
    if (waitMs === 0 || isResting()) return;
    hold();
    rest = setTimeout(endRest, waitMs).unref();
  }

  function endRest(): void {
    rest = undefined;
    goOn();
  }

  function goOn(): void {
    if (isResting()) return;
    if (waiting.length > 0) turns.wait(handleOne);
    else release();
  }

  function handleOne(): void {
    // Its end goes on.
    if (isResting()) return;
    const text = waiting.shift();
    if (text !== undefined) take(text);
    goOn();
  }

  function take(text: string): void {
    spend();
    handle(text);
  }

  function hold(): void {
    if (isHeld) return;
    isHeld = true;
    socket.pause();
  }

  function release(): void {
    isHeld = false;
    socket.resume();
  }

  return {
    push(text) {
      if (!isHeld && turns.take()) return take(text);
      waiting.push(text);
      if (isHeld) return;
      hold();
      turns.wait(handleOne);
    },
    spend,
    stop() {
      clearTimeout(rest);
      waiting = [];
    },
  };
}
