import { Img } from "@/components/ui/img";
import type { Translator } from "@/lib/i18n/translator";

const plans = ["storm-lantern", "galley-kettle", "tern-jug", "tide-notebook"];

/** Why there is a drawing with numbers beside every picture. */
export function MeasuredStrip({ t }: { t: Translator<"home"> }) {
  return (
    <section aria-labelledby="measured" className="mt-14 bg-[#173a52] text-[#e8f1f1] md:mt-20">
      <div className="page grid items-center gap-8 py-12 md:grid-cols-[1fr_1.4fr] md:py-16">
        <div className="max-w-md">
          <h2 id="measured" className="text-3xl">
            {t("measuredTitle")}
          </h2>
          <p className="mt-4 text-[#cfe0e3]">{t("measuredText")}</p>
        </div>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {plans.map((slug) => (
            <Img
              key={slug}
              src={`/products/${slug}-plan.svg`}
              alt=""
              width={800}
              height={1000}
              className="aspect-4/5 w-full rounded-md object-cover"
            />
          ))}
        </div>
      </div>
    </section>
  );
}
