import type { ByLocale } from "../by-locale";
import de from "./de";
import en from "./en";
import es from "./es";
import fr from "./fr";
import ja from "./ja";

export default { en, de, fr, es, ja } satisfies ByLocale<typeof en>;
