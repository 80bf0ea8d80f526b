/** A cart that nobody touches is kept this long; so is the cookie that names it. */
export const cartLifetimeMs = 60 * 24 * 60 * 60 * 1000;
