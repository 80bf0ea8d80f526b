import type { Texts } from "../texts";
import type en from "./en";

export default {
  headline: "Cosas para la hora antes del ferri",
  eyebrow: "{shop}, artículos de puerto",
  seeEverything: "Ver todo",
  favourites: "Lo que usamos nosotros",
  favouritesLabel: "Favoritos",
  rooms: "Cinco estancias",
  measuredTitle: "Lo medimos todo",
  measuredText:
    "Una foto no dice si cabe debajo de tu estante. Por eso cada cosa tiene, junto a su foto, un dibujo con sus medidas, tomadas de la que hay en nuestra mesa, con nuestra regla.",
  lostTitle: "No hay nada en este amarre",
  lostText: "La página se ha movido o nunca estuvo aquí. La tienda sigue abierta.",
  backToStart: "Volver al inicio",
} satisfies Texts<typeof en>;
