import { LinkButton } from "@/components/ui/button";
import { Img } from "@/components/ui/img";

/** The quay, by day or by night as the shopper's device has it. The words stand in its sky. */
export function Hero() {
  return (
    <section
      aria-labelledby="hero-title"
      className="relative overflow-clip bg-[#f4dcbc] text-[#10283a] dark:bg-[#14293f] dark:text-[#f4efe2]"
    >
      <picture>
        <source srcSet="/hero-night.svg" media="(prefers-color-scheme: dark)" />
        <Img
          loading="eager"
          src="/hero-day.svg"
          alt=""
          width={1600}
          height={900}
          fetchPriority="high"
          className="mt-64 aspect-4/3 w-full object-cover object-[72%_100%] sm:mt-40 md:mt-0 md:aspect-[16/7.5] md:max-h-[46rem] md:object-bottom"
        />
      </picture>
      <div className="page absolute inset-x-0 top-8 md:top-[11%]">
        <div className="max-w-[34rem]">
          <p className="eyebrow">Kittiwake, harbour goods</p>
          <h1 id="hero-title" className="mt-3 text-4xl font-bold">
            Goods for the hour before the ferry
          </h1>
          <div className="mt-5 flex flex-wrap gap-3 md:mt-6">
            <LinkButton
              href="/products"
              size="large"
              className="bg-[#10283a] text-white hover:bg-[#1f4159] dark:bg-[#f4efe2] dark:text-[#10283a] dark:hover:bg-white"
            >
              See everything
            </LinkButton>
          </div>
        </div>
      </div>
    </section>
  );
}
