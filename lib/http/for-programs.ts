const addresses = /^\/(?:v1|v2|api|catalogs?|pcm|inventories|oauth|webhooks)\//;

/** Whether an address is one that programs ask, and no page. */
export const isForPrograms = (url: string): boolean => addresses.test(url);
