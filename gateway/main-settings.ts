import { readFileSync } from 'node:fs';
import { platformSettings } from '../platform/config/platform-settings.ts';
import { optionalText, readSettings, SettingsError } from '../platform/config/settings.ts';
import { createTokenVerifier, type TokenVerifier } from '../platform/identity/access-token.ts';
import { createViewerSigner, type ViewerSigner } from '../platform/identity/viewer-signature.ts';
import { gatewaySettings } from './settings.ts';

const productSettings = { ...platformSettings, ...gatewaySettings };
const { meaning } = platformSettings.INTERNAL_SECRET;
const standaloneSettings = {
  ...productSettings,
  INTERNAL_SECRET: optionalText(meaning, { isSecret: true }),
};

/** The settings of a gateway that is a process of its own. Throws when one is wrong or missing. */
export function readGatewaySettings(env: Readonly<Record<string, string | undefined>>) {
  const isStandalone = env['GATEWAY_STANDALONE'] === 'true';
  return readSettings<typeof standaloneSettings>(
    isStandalone ? standaloneSettings : productSettings,
    env,
  );
}

type GatewaySettings = ReturnType<typeof readGatewaySettings>;

/** Undefined when the subgraphs are not told who is asking: only a standalone gateway may be so. */
export function viewerSignerOf({
  INTERNAL_SECRET: secret,
}: GatewaySettings): ViewerSigner | undefined {
  return secret === undefined ? undefined : createViewerSigner(secret);
}

/** Undefined when every viewer is anonymous: only a standalone gateway may be so. */
export function tokenVerifierOf(settings: GatewaySettings): TokenVerifier | undefined {
  const { AUTH_PUBLIC_KEY: key, AUTH_PUBLIC_KEY_FILE: file, GATEWAY_STANDALONE } = settings;
  if (key !== undefined) return createTokenVerifier(key);
  if (file !== undefined) return createTokenVerifier(readFileSync(file, 'utf8'));
  if (GATEWAY_STANDALONE) return undefined;
  throw new SettingsError('AUTH_PUBLIC_KEY or AUTH_PUBLIC_KEY_FILE is required');
}
