/**
 * Things of 200 by 200, standing at the height of 210. Colors: M the body, D its shadows, L its highlights.
 */
export const ICONS: Readonly<Record<string, string>> = {};
