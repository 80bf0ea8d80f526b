import type { Texts } from "../texts";
import type en from "./en";

export default {
  generic: "銀行がお支払いを承認しませんでした。",
  insufficient_funds: "カードまたは口座の残高が不足しています。",
  expired_card: "カードの有効期限が切れています。",
  incorrect_cvc: "セキュリティコードが正しくありません。",
  incorrect_number: "カード番号が正しくありません。",
  processing_error: "お支払いの処理中に問題が起きました。",
  not_supported: "このカードまたは口座は今回のお買い物にはご利用いただけません。",
  account_closed: "銀行口座は解約されています。",
  customer_decline: "お支払いは途中で拒否または中止されました。",
  authentication: "銀行でのご本人確認が完了しませんでした。",
  limit: "カードのご利用限度額に達しています。",
  try_later: "銀行が今は判断できませんでした。",
  timeout: "銀行からの返答が間に合いませんでした。",
  debit_not_authorized: "口座振替が承認されていませんでした。",
  expired: "お支払いの期限が過ぎていました。",
} satisfies Texts<typeof en>;
