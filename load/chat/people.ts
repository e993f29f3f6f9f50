import type { RecordableHistogram } from 'node:perf_hooks';
import { createLatency, recordMs } from '../driver/tally.ts';
import { forEachOf, openSocket, type LiveSocket } from '../live/socket.ts';
import type { Ledger } from './ledger.ts';

const MESSAGES =
  'subscription LoadMessages($after: [ConversationPosition!]) { messageReceived(after: $after) { conversationId sequence text } }';
const TYPING = 'subscription LoadTyping { typingChanged { conversationId isTyping } }';

const CONNECTING = 50;
const AGAIN_AFTER_MS = 500;
const MAX_TRIES = 60;

const MESSAGE = /"conversationId":"([^"]+)","sequence":(\d+),"text":"(\d+(?:\.\d+)?)/;

/** People with a socket each, who come back for what they have missed. */
export interface People {
  open: () => Promise<void>;
  /** Cuts every socket at once; resolves when everybody is back. */
  cutAll: () => Promise<void>;
  delivery: RecordableHistogram;
  typing: () => number;
  /** Frames that are no messages, such as errors. */
  strange: () => readonly string[];
  countOpen: () => number;
  close: () => void;
}

export interface PeopleParts {
  url: string;
  tokens: readonly string[];
  conversationIds: readonly string[];
  ledger: Ledger;
  hearsTyping: boolean;
}

/** Frames that are kept to be told. */
const MAX_STRANGE = 5;

export function createPeople(parts: PeopleParts): People {
  const { url, tokens, conversationIds, ledger, hearsTyping } = parts;
  const count = conversationIds.length;
  const indexOf = new Map(conversationIds.map((id, index) => [id, index]));
  const sockets: (LiveSocket | undefined)[] = [];
  const delivery = createLatency();
  const strange: string[] = [];
  let typing = 0;

  function receive(person: number, frame: string): void {
    const [, id = '', sequence, sentAt] = MESSAGE.exec(frame) ?? [];
    const conversation = indexOf.get(id);
    if (conversation === undefined) {
      if (strange.length < MAX_STRANGE) strange.push(frame.slice(0, 300));
      return;
    }
    ledger.receive(person, conversation, Number(sequence));
    recordMs(delivery, performance.now() - Number(sentAt));
  }

  /** Where a client is in both of its conversations. */
  function positionsOf(person: number) {
    return [person, (person + count - 1) % count].map((conversation) => ({
      conversationId: conversationIds[conversation],
      sequence: ledger.lastOf(person, conversation),
    }));
  }

  async function connect(person: number): Promise<void> {
    let isCurrent = true;
    for (let tries = 1; ; tries++) {
      const subscriptions = [
        {
          query: MESSAGES,
          variables: { after: positionsOf(person) },
          onEvent: (frame: string) => isCurrent && receive(person, frame),
        },
        ...(hearsTyping ? [{ query: TYPING, onEvent: () => (typing += 1) }] : []),
      ];
      try {
        const socket = await openSocket(url, tokens[person], subscriptions);
        // What a cut socket has in its buffer came to nobody: an app is gone with its socket.
        const cut = () => {
          isCurrent = false;
          socket.cut();
        };
        sockets[person] = { ...socket, cut };
        return;
      } catch (error) {
        if (tries === MAX_TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS * Math.random() * 2));
      }
    }
  }

  return {
    delivery,
    typing: () => typing,
    strange: () => strange,
    countOpen: () => sockets.filter((socket) => socket?.isOpen() === true).length,
    open: () => forEachOf(count, CONNECTING, connect),
    async cutAll() {
      for (const socket of sockets) socket?.cut();
      // All at once: a storm waits for nobody.
      await forEachOf(count, count, connect);
    },
    close: () => {
      for (const socket of sockets) socket?.cut();
    },
  };
}
