import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { takeRememberedProduct } from '../../shared/cart/remembered-product.ts';
import { useAddToCart } from '../../shared/cart/use-add-to-cart.tsx';
import type { Session } from '../../shared/session/session.ts';
import { useSession, useSessionStore } from '../../shared/session/session-context.tsx';

type Origin = { from?: unknown; reason?: unknown } | null;

/** Where somebody came from and why, and what happens once they are in: the remembered product, then the way back. */
export function useSignIn() {
  const store = useSessionStore();
  const session = useSession();
  const navigate = useNavigate();
  const { add } = useAddToCart();
  const [isFinishing, setIsFinishing] = useState(false);
  const state = useLocation().state as Origin;
  const from = typeof state?.from === 'string' ? state.from : '/';

  async function finish(next: Session): Promise<void> {
    setIsFinishing(true);
    store.start(next);
    const product = takeRememberedProduct(sessionStorage);
    if (product) await add(product);
    await navigate(from, { replace: true });
  }

  return {
    finish,
    from,
    origin: state,
    isForCart: state?.reason === 'cart',
    /** Already in, for example in another tab: nothing to do here. */
    isSignedIn: session !== undefined && !isFinishing,
  };
}
