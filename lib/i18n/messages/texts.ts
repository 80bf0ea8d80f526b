/** The same keys as the English texts, each with words of its own. */
export type Texts<English> = { readonly [Key in keyof English]: string };
