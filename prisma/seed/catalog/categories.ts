import type { CategorySeed } from "./types";

const banner = (slug: string, alt: string) => ({
  src: `/categories/${slug}.svg`,
  alt,
  width: 1200,
  height: 800,
});

export const categories: CategorySeed[] = [
  {
    slug: "table",
    title: "Table",
    tagline: "Stoneware and enamel for people who eat outside in coats.",
    description:
      "Plates that stack on a crowded dresser, mugs that survive a shingle beach. Everything here is made to be used twice a day and washed by whoever is nearest.",
    image: banner(
      "table",
      "A bowl and a mug on a sill, with the sun rising out of the sea behind.",
    ),
  },
  {
    slug: "galley",
    title: "Galley",
    tagline: "Kitchen tools with nothing to prove.",
    description:
      "A galley has room for one of each thing, so each thing has to be right. These are the ones that stayed on our hooks after years of trying others.",
    image: banner("galley", "A kettle steaming in front of a tiled wall and a round window."),
  },
  {
    slug: "weather",
    title: "Weather",
    tagline: "For going out when it would be easier not to.",
    description:
      "Wool, waxed canvas and hot flasks: things for the beach in February, the late ferry, and the ten minutes after a cold swim.",
    image: banner("weather", "A packed bag on a dune under gulls and a wide sky."),
  },
  {
    slug: "lamp-room",
    title: "Lamp Room",
    tagline: "Light and warmth for long evenings.",
    description:
      "The lamp room was where the keepers trimmed wicks and polished brass. Ours has lanterns, beeswax and one very good blanket.",
    image: banner("lamp-room", "A lantern burning at night with a lighthouse on the far shore."),
  },
  {
    slug: "chart-room",
    title: "Chart Room",
    tagline: "Paper, pencils and instruments.",
    description:
      "For keeping a log, drawing a plan, or knowing that rain is coming before it arrives. Good paper, honest brass, pencils that sharpen well.",
    image: banner("chart-room", "A notebook and pencil lying on a chart with depth lines."),
  },
];
