import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../shared/session/session-context.tsx';

/** Asks visitors to sign in, then brings them back. */
export function RequireSession() {
  const location = useLocation();
  if (useSession()) return <Outlet />;
  return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
}
