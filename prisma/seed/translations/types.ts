/** The demo shop's texts in one language. Names of products are names, and stay as they are. */
export type TranslationSeed = {
  /** By slug; the tagline comes first. */
  categories: Readonly<Record<string, { name: string; description: [string, string] }>>;
  products: Readonly<
    Record<
      string,
      {
        subtitle: string;
        description: string[];
        /** In the order of the seed. */ details: string[];
      }
    >
  >;
  /** What stands before a detail: "Material", "Care". */
  labels: Readonly<Record<string, string>>;
  /** What the measured drawings are called. */
  drawing: string;
  /** By code. */
  shipping: Readonly<Record<string, { name: string; description: string }>>;
  /** Names and values of options. */
  words: Readonly<Record<string, string>>;
};
