export const ROLES = ['CUSTOMER', 'ADMIN', 'PARTNER'] as const;
export type Role = (typeof ROLES)[number];

/** What a partner key may be given. Accounts are not among them: a key cannot make keys or administrators. */
export const PARTNER_SCOPES = [
  'catalog:read',
  'catalog:write',
  'inventory:read',
  'inventory:write',
  'orders:read',
  'orders:write',
  'scores:submit',
] as const;

/** Partners have none by role: their keys carry scopes. */
const SCOPES: Record<Role, readonly string[]> = {
  ADMIN: [
    'accounts:read',
    'accounts:write',
    'chat:moderate',
    'chat:read',
    'messages:read',
    'messages:write',
    'games:read',
    'games:write',
    'schema:read',
    ...PARTNER_SCOPES,
  ],
  CUSTOMER: [],
  PARTNER: [],
};

/** What these roles together allow, each scope once. */
export function scopesOf(roles: readonly Role[]): string[] {
  return [...new Set(roles.flatMap((role) => SCOPES[role]))];
}

/** The scopes among these that a partner key cannot have. */
export function forbiddenPartnerScopes(scopes: readonly string[]): string[] {
  const allowed = new Set<string>(PARTNER_SCOPES);
  return scopes.filter((scope) => !allowed.has(scope));
}
