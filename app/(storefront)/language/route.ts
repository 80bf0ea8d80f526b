import { writeLocale } from "@/lib/i18n/request";
import { isLocale } from "@/lib/i18n/locales";
import { backTo } from "@/lib/http/back-to";

/** Takes the choice from the header's form, and leads back to the page that it was made on. */
export async function POST(request: Request): Promise<Response> {
  const chosen = (await request.formData()).get("locale");
  if (isLocale(chosen)) await writeLocale(chosen);
  return backTo(request.headers.get("referer"));
}
