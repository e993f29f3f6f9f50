const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether an id can be one of ours. Clients send any text, and PostgreSQL refuses what is no UUID. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
