import { Lost } from "@/components/storefront/lost";
import { translations } from "@/lib/i18n/request";

export default async function NotFound() {
  return <Lost t={await translations("home")} />;
}
