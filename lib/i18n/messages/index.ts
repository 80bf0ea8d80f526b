import bag from "./bag";
import catalog from "./catalog";
import checkout from "./checkout";
import failures from "./failures";
import home from "./home";
import mail from "./mail";
import order from "./order";
import account from "./account";
import shell from "./shell";
import totals from "./totals";

/** Every part of the shop that has texts, by its name. A new part is a folder here and a line in this list. */
export const messages = {
  shell,
  home,
  catalog,
  checkout,
  bag,
  totals,
  failures,
  mail,
  order,
  account,
};

/** The English texts, from which the compiler knows keys and values. */
export type Messages = { [Part in keyof typeof messages]: (typeof messages)[Part]["en"] };
