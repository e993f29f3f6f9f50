/** To see what only administrators see, and to change it. */
export const SEE_GAMES = 'games:read';
export const MANAGE_GAMES = 'games:write';
