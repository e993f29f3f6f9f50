import { useMutation } from '@apollo/client/react';
import { useEffect, useMemo, useRef } from 'react';
import { START_TYPING, STOP_TYPING } from '../chat-operations.ts';

/** The other side shows it for 3 seconds: told again in time. */
const TELL_EVERY_MS = 1_500;
/** Without a key for so long nobody writes any more. */
const IDLE_MS = 2_500;

/** Tells the other side that one writes; lost words do not matter, so failures are not shown. */
export function useTellTyping(conversationId: string) {
  const [startTyping] = useMutation(START_TYPING);
  const [stopTyping] = useMutation(STOP_TYPING);
  const toldAt = useRef(0);
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);

  const typing = useMemo(() => {
    const variables = { conversationId };
    const stop = () => {
      clearTimeout(idle.current);
      if (toldAt.current === 0) return;
      toldAt.current = 0;
      stopTyping({ variables }).catch(() => undefined);
    };
    const tell = () => {
      clearTimeout(idle.current);
      idle.current = setTimeout(stop, IDLE_MS);
      if (Date.now() - toldAt.current < TELL_EVERY_MS) return;
      toldAt.current = Date.now();
      startTyping({ variables }).catch(() => undefined);
    };
    return { tell, stop };
  }, [conversationId, startTyping, stopTyping]);

  useEffect(() => typing.stop, [typing]);
  return typing;
}
