import { closeServer, listen } from '../../platform/http/listen.ts';
import type { Lifecycle } from '../../platform/process/lifecycle.ts';
import type { Gateway } from '../create-gateway.ts';

/** Listens until the process stops; requests that are under way then may end. Resolves to its port. */
export async function openGateway(
  { server, stop }: Pick<Gateway, 'server' | 'stop'>,
  settings: { GATEWAY_HOST: string; GATEWAY_PORT: number; DRAIN_MS: number },
  lifecycle: Lifecycle,
): Promise<number> {
  const { GATEWAY_HOST: host, GATEWAY_PORT: port } = settings;
  const opened = await listen(server, { host, port, setting: 'GATEWAY_PORT' });
  lifecycle.onStop('server', () => closeServer(server, settings.DRAIN_MS));
  lifecycle.onStop('gateway', stop);
  return opened;
}
