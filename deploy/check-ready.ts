// A container's health check: node deploy/check-ready.ts <port>. Says what is missing when it is not ready.
const TIMEOUT_MS = 4_000;
const [port] = process.argv.slice(2);

try {
  const response = await fetch(`http://127.0.0.1:${port}/ready`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) {
    console.error(await response.text());
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`port ${port} does not answer: ${String(error)}`);
  process.exitCode = 1;
}
