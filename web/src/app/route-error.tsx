import { useRouteError } from 'react-router';
import { ErrorState } from '../shared/ui/error-state.tsx';

/** A page that broke, or whose code could not be loaded: after a new version the old files are gone, so load anew. */
export function RouteError() {
  const error = useRouteError();
  return <ErrorState error={error} onRetry={() => location.reload()} />;
}
