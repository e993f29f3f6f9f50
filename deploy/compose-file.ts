import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const healthcheck = z.object({
  test: z.array(z.string()).optional(),
  disable: z.boolean().optional(),
});
const amounts = z.object({ cpus: z.string(), memory: z.string() });

const service = z.object({
  image: z.string(),
  container_name: z.string().optional(),
  hostname: z.string().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  restart: z.string(),
  healthcheck: healthcheck.optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  deploy: z.object({ resources: z.object({ reservations: amounts, limits: amounts }) }),
});
export type ComposeService = z.infer<typeof service>;

const composeFile = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});
export type ComposeFile = z.infer<typeof composeFile>;

/** Reads the parts of a Compose file that ours uses, with `env` put in for `${NAME}` and `${NAME:-default}`. */
export function readComposeFile(
  file: string | URL,
  env: Readonly<Record<string, string>> = {},
): ComposeFile {
  const fillIn = (_key: unknown, value: unknown) =>
    typeof value === 'string' ? interpolate(value, env) : value;
  return composeFile.parse(parse(readFileSync(file, 'utf8'), fillIn, { merge: true }));
}

/** `$$` stands for a dollar sign. */
function interpolate(text: string, env: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\$\$|\$\{(\w+)(?::-([^}]*))?\}/g,
    (_whole, name: string | undefined, fallback: string | undefined) =>
      name === undefined ? '$' : env[name] || (fallback ?? ''),
  );
}
