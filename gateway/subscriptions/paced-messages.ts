import type { WebSocket } from 'ws';
import { createMessageBudget } from './message-budget.ts';

/** What a client sends over one socket, at the pace that its budget allows. */
export interface PacedMessages {
  /** Handles it now, or when its turn comes: after all that came before it. */
  push: (text: string) => void;
  /** A frame that the library has answered already. */
  spend: () => void;
  /** What still waits is left: the socket is gone. */
  stop: () => void;
}

/**
 * Who is over the budget is not read for a while: the client's own system then holds back what it sends. What came in
 * the same read waits here, which is as much as a read holds, 64 KB.
 */
export function createPacedMessages(
  socket: Pick<WebSocket, 'pause' | 'resume'>,
  messagesASecond: number,
  handle: (text: string) => void,
): PacedMessages {
  const budget = createMessageBudget(messagesASecond);
  let waiting: string[] = [];
  let rest: NodeJS.Timeout | undefined;
  const isResting = () => rest !== undefined;

  function spend(): void {
    const waitMs = budget.take(performance.now());
    if (waitMs === 0 || isResting()) return;
    socket.pause();
    rest = setTimeout(goOn, waitMs).unref();
  }

  function goOn(): void {
    rest = undefined;
    while (!isResting() && waiting.length > 0) take(waiting.shift() ?? '');
    if (!isResting()) socket.resume();
  }

  function take(text: string): void {
    spend();
    handle(text);
  }

  return {
    push(text) {
      if (isResting()) waiting.push(text);
      else take(text);
    },
    spend,
    stop() {
      clearTimeout(rest);
      waiting = [];
    },
  };
}
