import type { Texts } from "../texts";
import type en from "./en";

export default {
  order: "{number, select, none {ご注文} other {ご注文 {number}}}",
  viewOrder: "ご注文を見る",
  confirmedSubject: "{number, select, none {ご注文} other {ご注文 {number}}} を承りました",
  items: "{count, plural, other {# 点}}",
  thanks: "ありがとうございます。",
  thanksName: "{name} 様、ありがとうございます。",
  confirmedParcel: "ご注文を承り、準備を進めています。港を出るときに、またお知らせします。",
  confirmedDone: "ご注文を承り、すべて完了しました。",
  refundSubject: "{number, select, none {ご注文} other {ご注文 {number}}} の返金 {amount} について",
  refundAllPreview: "ご注文の全額を返金しました。",
  refundPartPreview: "ご注文の一部を返金しました。",
  refundAll: "ご注文を返金しました。",
  refundPart: "{amount} を返金しています。",
  refundText:
    "{amount} をお支払い方法へ返金しました。明細に表示されるまで 5 日から 10 日かかります。",
  refundedNow: "今回の返金",
  refundedInAll: "返金の合計",
  orderTotal: "ご注文の合計",
  failedSubject:
    "{number, select, none {ご注文} other {ご注文 {number}}} のお支払いが完了しませんでした",
  failedPreview: "請求はありません。別の方法でお支払いいただけます。",
  failedEyebrow: "お支払いの失敗",
  failed: "お支払いが完了しませんでした。",
  failedText: "請求はありません。ご注文は残っています。別の方法でお支払いいただけます。",
  toPay: "お支払い額",
  payOtherwise: "別の方法で支払う",
  actionSubject:
    "{number, select, none {ご注文} other {ご注文 {number}}} のお支払いをご確認ください",
  actionPreview: "まだ請求はありません。1 分で終わります。",
  action: "銀行がご本人の確認を求めています。",
  actionText:
    "保存されたカードに請求しようとしたところ、銀行がご本人の確認を求めました。まだ請求はありません。",
  actionButton: "確認して支払う",
  cancelledSubject: "{number, select, none {ご注文} other {ご注文 {number}}} をキャンセルしました",
  cancelledPreview: "これ以上の請求はありません。",
  cancelled: "ご注文をキャンセルしました。",
  cancelledText:
    "これ以上の請求はありません。銀行が確保していた金額は解放されます。反映まで数日かかることがあります。",
  cancelledSoldOut:
    "お支払いが届いた時点で在庫がなくなっていました。お支払いいただいた金額は、元のお支払い方法へ戻ります。",
  shippedSubject: "{number, select, none {ご注文} other {ご注文 {number}}} を発送しました",
  shippedBy: "{carrier} で発送しました。",
  shippedPreview: "お荷物が出発しました。",
  shipped: "お荷物が向かっています。",
  shippedText: "お荷物は当店を出て、お届け先へ向かっています。",
  carrier: "配送業者",
  trackingNumber: "追跡番号",
  track: "荷物を追跡する",
  quantity: "数量 {quantity}",
  shipsTo: "お届け先",
  billedTo: "ご請求先",
  footerOrder:
    "{shop} でのご注文について {email} へお送りしました。ボタンはパスワードなしでご注文を開きます。このメールを他の人に渡さないでください。",
  footerAccount:
    "{shop} でのご依頼により {email} へお送りしました。お心当たりがない場合は、何もする必要はありません。",
  linkSubject: "{number, select, none {ご注文} other {ご注文 {number}}} へのリンク",
  linkPreview: "1 日有効です。",
  link: "ご注文はこちらです。",
  linkText: "ご依頼のリンクです。1 日有効で、パスワードなしで開きます。",
  verifySubject: "メールアドレスの確認",
  verifyPreview: "ボタンを押すと、アカウントが使えます。",
  verifyEyebrow: "アカウント",
  verify: "ようこそ。",
  verifyText:
    "このアドレスがご自身のものであることを、ボタンを押して確認してください。リンクは 1 日有効です。",
  verifyButton: "アドレスを確認する",
  existsSubject: "アカウントはすでにあります",
  existsPreview: "ログインするか、新しいパスワードを設定してください。",
  exists: "アカウントはすでにあります。",
  existsText:
    "このアドレスでアカウントを作ろうとした方がいます。アカウントはすでにあります。ログインするか、新しいパスワードを設定してください。",
  existsButton: "新しいパスワードを設定する",
  resetSubject: "新しいパスワードの設定",
  resetPreview: "リンクは 1 時間有効です。",
  reset: "新しいパスワードを設定してください。",
  resetText:
    "ボタンを押して新しいパスワードを設定してください。リンクは 1 時間、1 回だけ使えます。それまでは今のパスワードが使えます。",
  resetButton: "新しいパスワードを設定する",
} satisfies Texts<typeof en>;
