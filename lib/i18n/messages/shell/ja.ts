import type { Texts } from "../texts";
import type en from "./en";

export default {
  skip: "本文へ移動",
  home: "{shop} トップページ",
  categories: "カテゴリー",
  menu: "メニュー",
  closeMenu: "メニューを閉じる",
  everything: "すべての商品",
  searchShop: "ショップ内を検索",
  search: "検索",
  account: "アカウント",
  bagEmpty: "買い物かご（空）",
  bagCount: "買い物かご（{count, plural, other {# 点}}）",
  currency: "通貨：{currency}",
  language: "言語：{language}",
  freeShipping: "{rate}：{amount}以上で無料",
  promise: "雨の日、食卓、そして船を待つひとときのための道具。",
  aboutUs:
    "{shop}は、三人と一台のバンと、波止場の小屋からなる店です。少しの品を、すべて自分たちで使い、直せるものは直します。",
  shop: "ショップ",
  quaySide: "波止場",
  findOrder: "ご注文を探す",
  yourBag: "買い物かご",
  forCrew: "スタッフ用",
  demonstration: "{shop}はTenderのデモショップです。実際の発送は行いません。",
} satisfies Texts<typeof en>;
