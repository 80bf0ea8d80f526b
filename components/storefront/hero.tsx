import { LinkButton } from "@/components/ui/button";
import { Img } from "@/components/ui/img";
import type { Translator } from "@/lib/i18n/translator";
import { shop } from "@/lib/shop";

/** The quay, by day or by night as the shopper's device has it. On a wide screen the words stand in its sky. */
export function Hero({ t }: { t: Translator<"home"> }) {
  return (
    <section
      aria-labelledby="hero-title"
      className="relative overflow-clip bg-[#f4dcbc] text-[#10283a] dark:bg-[#14293f] dark:text-[#f4efe2]"
    >
      <div className="inset-x-0 top-[10%] z-10 pt-9 pb-6 md:pb-0 lg:absolute lg:py-0 xl:top-[14%]">
        <div className="page">
          <p className="eyebrow">{t("eyebrow", { shop: shop.name })}</p>
          <h1 id="hero-title" className="mt-3 max-w-[11ch] text-4xl font-bold lg:max-xl:text-3xl">
            {t("headline")}
          </h1>
          <LinkButton
            href="/products"
            size="large"
            variant="bare"
            className="mt-6 bg-[#10283a] text-[#fff] hover:bg-[#1f4159] dark:bg-[#f4efe2] dark:text-[#10283a] dark:hover:bg-[#fff]"
          >
            {t("seeEverything")}
          </LinkButton>
        </div>
      </div>
      <picture>
        <source srcSet="/hero-night.svg" media="(prefers-color-scheme: dark)" />
        <Img
          src="/hero-day.svg"
          alt=""
          width={1600}
          height={900}
          loading="eager"
          fetchPriority="high"
          className="aspect-[1/0.82] w-full object-cover object-[76%_100%] sm:aspect-[2/1.1] lg:aspect-[16/8] lg:max-h-[46rem] lg:object-bottom"
        />
      </picture>
    </section>
  );
}
