import { readFileSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { platformSettings } from '../platform/config/platform-settings.ts';
import { readSettings, SettingsError } from '../platform/config/settings.ts';
import { closeServer, listen } from '../platform/http/listen.ts';
import { createTokenVerifier } from '../platform/identity/access-token.ts';
import { createViewerSigner } from '../platform/identity/viewer-signature.ts';
import { runProcess } from '../platform/process/lifecycle.ts';
import { createConnections, subgraphUrl } from '../platform/subgraph/connections.ts';
import { createHttpConnection } from '../platform/subgraph/http-connection.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { createMetrics } from '../platform/telemetry/metrics.ts';
import { createGateway } from './create-gateway.ts';
import { gatewaySettings } from './settings.ts';

// The gateway as a process of its own, its subgraphs over HTTP.
const log = createLog({ level: process.env['LOG_LEVEL'] ?? 'info', name: 'gateway' });

await runProcess(log, async (lifecycle) => {
  const settings = readSettings({ ...platformSettings, ...gatewaySettings }, process.env);
  const signer = createViewerSigner(settings.INTERNAL_SECRET);
  const connections = createConnections((name) =>
    createHttpConnection({ name, url: subgraphUrl(settings.SUBGRAPH_URLS, name), signer }),
  );
  lifecycle.onStop('connections', () => connections.close());

  const gateway = await createGateway({
    settings,
    connections,
    verifyToken: await createTokenVerifier(publicKey()),
    checks: {},
    log,
    metrics: createMetrics(),
    newId,
    isDraining: lifecycle.isStopping,
  });
  const port = await listen(gateway.server, {
    host: settings.GATEWAY_HOST,
    port: settings.GATEWAY_PORT,
    setting: 'GATEWAY_PORT',
  });
  lifecycle.onStop('server', () => closeServer(gateway.server, settings.DRAIN_MS));
  lifecycle.onStop('gateway', () => gateway.stop());
  log.info({ port }, 'ready');

  function publicKey(): string {
    const { AUTH_PUBLIC_KEY: key, AUTH_PUBLIC_KEY_FILE: file } = settings;
    if (key !== undefined) return key;
    if (file !== undefined) return readFileSync(file, 'utf8');
    throw new SettingsError('AUTH_PUBLIC_KEY or AUTH_PUBLIC_KEY_FILE is required');
  }
});
