import type { Texts } from "../texts";
import type en from "./en";

export default {
  headline: "船を待つ、その一時間のために",
  eyebrow: "{shop} 港の道具店",
  seeEverything: "すべての商品を見る",
  favourites: "私たちが使っているもの",
  favouritesLabel: "おすすめ",
  rooms: "五つの部屋",
  measuredTitle: "すべて測っています",
  measuredText:
    "写真だけでは、棚の下に収まるかどうか分かりません。そこで、どの品にも写真のとなりに寸法図を添えています。私たちの机の上の実物を、私たちの定規で測りました。",
  lostTitle: "この桟橋には何もありません",
  lostText: "ページが移動したか、もともとありません。お店は開いています。",
  backToStart: "トップへ戻る",
} satisfies Texts<typeof en>;
