<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
    <context>
        <name>busy</name>
        <message>
            <source>Communicating with the card</source>
            <translation>カードと通信しています</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>進み具合</translation>
        </message>
        <message>
            <source>Do not move the card until this closes.</source>
            <translation>この表示が消えるまで、カードを動かさないでください。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>The password is already on its way; waiting for the card's answer.</source>
            <translation>パスワードをカードに送りました。カードの応答を待っています。</translation>
        </message>
    </context>
    <context>
        <name>card</name>
        <message>
            <source>Valid until</source>
            <translation>有効期間の満了日</translation>
        </message>
        <message>
            <source>Passwords</source>
            <translation>パスワード</translation>
        </message>
        <message>
            <source>not on this card</source>
            <translation>このカードにはありません</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>ロックされています</translation>
        </message>
        <message>
            <source>already verified</source>
            <translation>照合済み</translation>
        </message>
        <message>
            <source>{left} of {most} tries left</source>
            <translation>残り {left} 回（全 {most} 回）</translation>
        </message>
        <message>
            <source>shown after the password</source>
            <translation>パスワード入力後に表示</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>読み取れません</translation>
        </message>
        <message>
            <source>{name} (its certificates have all ended)</source>
            <translation>{name}（電子証明書の有効期間はすべて終わっています）</translation>
        </message>
        <message>
            <source>Card reader</source>
            <translation>カードリーダー</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>カード</translation>
        </message>
        <message>
            <source>  Serial number (hexadecimal)</source>
            <translation>  シリアル番号（16進数）</translation>
        </message>
        <message>
            <source>  Serial number (decimal)</source>
            <translation>  シリアル番号（10進数）</translation>
        </message>
        <message>
            <source>  Note</source>
            <translation>  注意</translation>
        </message>
    </context>
    <context>
        <name>card_page</name>
        <message>
            <source>Reading the card…</source>
            <translation>カードを読み取っています…</translation>
        </message>
        <message>
            <source>Picture: a plug that is not connected.</source>
            <translation>図：つながっていないプラグ。</translation>
        </message>
        <message>
            <source>The smart-card service is not running</source>
            <translation>スマートカードのサービスが動いていません</translation>
        </message>
        <message>
            <source>Start it, and the program goes on by itself.
Linux: sudo systemctl start pcscd.socket
Windows: Services → Smart Card → Start</source>
            <translation>サービスを開始すると、自動的に続きます。
Linux： sudo systemctl start pcscd.socket
Windows： 「サービス」→「Smart Card」→「開始」</translation>
        </message>
        <message>
            <source>Picture: a card reader and a USB plug.</source>
            <translation>図：カードリーダーとUSBプラグ。</translation>
        </message>
        <message>
            <source>Connect a card reader</source>
            <translation>カードリーダーを接続してください</translation>
        </message>
        <message>
            <source>Plug in an IC card reader that can read My Number cards. It is found by itself.</source>
            <translation>マイナンバーカードに対応したICカードリーダーをつないでください。自動的に見つけます。</translation>
        </message>
        <message>
            <source>Put the My Number card on the reader</source>
            <translation>マイナンバーカードをカードリーダーにセットしてください</translation>
        </message>
        <message>
            <source>What is on it is shown at once; no password is needed for that.</source>
            <translation>セットすると、カードの内容をすぐに表示します。パスワードは要りません。</translation>
        </message>
        <message>
            <source>The card does not react</source>
            <translation>カードが反応しません</translation>
        </message>
        <message>
            <source>Something lies on the reader, but it does not answer.</source>
            <translation>カードリーダーの上に何かありますが、応答がありません。</translation>
        </message>
        <message>
            <source>Picture: a card with a question mark.</source>
            <translation>図：疑問符の付いたカード。</translation>
        </message>
        <message>
            <source>This is a {kind}</source>
            <translation>これは{kind}です</translation>
        </message>
        <message>
            <source>It is the predecessor of the My Number card, and its certificates have all ended. Put your My Number card on the reader.</source>
            <translation>マイナンバーカードより前のカードで、電子証明書の有効期間はすべて終わっています。マイナンバーカードをセットしてください。</translation>
        </message>
        <message>
            <source>Code: {code}</source>
            <translation>コード：{code}</translation>
        </message>
    </context>
    <context>
        <name>certificate</name>
        <message>
            <source>Serial number (decimal)</source>
            <translation>シリアル番号（10進数）</translation>
        </message>
        <message>
            <source>Demonstration: {kind}</source>
            <translation>デモ用　{kind}</translation>
        </message>
        <message>
            <source>JPKI user authentication certificate</source>
            <translation>公的個人認証サービス　利用者証明用電子証明書</translation>
        </message>
        <message>
            <source>JPKI digital signature certificate</source>
            <translation>公的個人認証サービス　署名用電子証明書</translation>
        </message>
        <message>
            <source>JPKI certificate of the user authentication authority</source>
            <translation>公的個人認証サービス　利用者証明用認証局の電子証明書</translation>
        </message>
        <message>
            <source>JPKI certificate of the digital signature authority</source>
            <translation>公的個人認証サービス　署名用認証局の電子証明書</translation>
        </message>
        <message>
            <source>For tests: this certificate comes from the test authority of JPKI. It is no proof of any person.</source>
            <translation>テスト用：公的個人認証サービスのテスト用認証局の名前で発行された証明書です。実在の人を証明するものではありません。</translation>
        </message>
        <message>
            <source>For tests (demonstration): this program's own test authority made this certificate of an invented person. It is not official.</source>
            <translation>テスト用（デモ）：このソフトのテスト用認証局が作った、架空の人の証明書です。公的なものではありません。</translation>
        </message>
        <message>
            <source>Marked characters stand for others that cannot be recorded in the certificate.</source>
            <translation>印の付いた文字は、電子証明書に記録できない文字の代わりに使われている代替文字です。</translation>
        </message>
        <message>
            <source>Begins on {date}</source>
            <translation>{date}から有効期間</translation>
        </message>
        <message>
            <source>Ended today</source>
            <translation>今日で終了しました</translation>
        </message>
        <message>
            <source>Ended yesterday</source>
            <translation>昨日で終了</translation>
        </message>
        <message>
            <source>Ended {days} days ago</source>
            <translation>{days}日前に終了</translation>
        </message>
        <message>
            <source>Ends today</source>
            <translation>今日まで</translation>
        </message>
        <message>
            <source>1 day left</source>
            <translation>あと1日</translation>
        </message>
        <message>
            <source>{days} days left</source>
            <translation>あと{days}日</translation>
        </message>
        <message>
            <source>{bits} bit</source>
            <translation>{bits} ビット</translation>
        </message>
        <message>
            <source>Unknown ({raw})</source>
            <translation>不明（{raw}）</translation>
        </message>
        <message>
            <source>{oid} (critical): {value}</source>
            <translation>{oid}（クリティカル）: {value}</translation>
        </message>
        <message>
            <source>Not a certification authority</source>
            <translation>認証局ではない</translation>
        </message>
        <message>
            <source>Certification authority</source>
            <translation>認証局</translation>
        </message>
        <message>
            <source>Levels of authorities below it: at most {count}</source>
            <translation>下位の認証局：{count}段まで</translation>
        </message>
        <message>
            <source>Serial number of the authority: {serial}</source>
            <translation>認証局のシリアル番号：{serial}</translation>
        </message>
        <message>
            <source>Certificate of the authority</source>
            <translation>認証局の電子証明書</translation>
        </message>
        <message>
            <source>User authentication certificate</source>
            <translation>利用者証明用電子証明書</translation>
        </message>
        <message>
            <source>Digital signature certificate</source>
            <translation>署名用電子証明書</translation>
        </message>
        <message>
            <source>Certificate of the user authentication authority</source>
            <translation>利用者証明用認証局の電子証明書</translation>
        </message>
        <message>
            <source>Certificate of the digital signature authority</source>
            <translation>署名用認証局の電子証明書</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>電子証明書</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>氏名</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>生年月日</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性別</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>住所</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>発行年月日</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有効期間の満了日</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>発行者</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>主体者</translation>
        </message>
        <message>
            <source>Fingerprint (SHA-256)</source>
            <translation>フィンガープリント（SHA-256）</translation>
        </message>
        <message>
            <source>Fingerprint (SHA-1)</source>
            <translation>フィンガープリント（SHA-1）</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>バージョン</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>シリアル番号</translation>
        </message>
        <message>
            <source>Signature algorithm</source>
            <translation>署名アルゴリズム</translation>
        </message>
        <message>
            <source>Random string</source>
            <translation>ランダム文字列</translation>
        </message>
        <message>
            <source>Time of the request</source>
            <translation>発行申請送信時刻</translation>
        </message>
        <message>
            <source>Identifier of the window's terminal</source>
            <translation>受付端末識別記号</translation>
        </message>
        <message>
            <source>Sequence number</source>
            <translation>シーケンス番号</translation>
        </message>
        <message>
            <source>Subject's public key</source>
            <translation>主体者の公開鍵情報</translation>
        </message>
        <message>
            <source>Issuer unique identifier</source>
            <translation>発行者ユニーク識別子</translation>
        </message>
        <message>
            <source>Subject unique identifier</source>
            <translation>主体者ユニーク識別子</translation>
        </message>
        <message>
            <source>Authority key identifier</source>
            <translation>認証局鍵識別子</translation>
        </message>
        <message>
            <source>Subject key identifier</source>
            <translation>主体者鍵識別子</translation>
        </message>
        <message>
            <source>Key usage</source>
            <translation>鍵用途</translation>
        </message>
        <message>
            <source>Extended key usage</source>
            <translation>拡張鍵用途</translation>
        </message>
        <message>
            <source>Certificate policies</source>
            <translation>証明書ポリシー</translation>
        </message>
        <message>
            <source>Subject alternative names</source>
            <translation>主体者代替名</translation>
        </message>
        <message>
            <source>Issuer alternative names</source>
            <translation>発行者代替名</translation>
        </message>
        <message>
            <source>Basic constraints</source>
            <translation>基本制約</translation>
        </message>
        <message>
            <source>CRL distribution points</source>
            <translation>CRL分配点</translation>
        </message>
        <message>
            <source>Authority information access</source>
            <translation>機関アクセス情報</translation>
        </message>
        <message>
            <source>Other extensions</source>
            <translation>その他の拡張領域</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>不明</translation>
        </message>
        <message>
            <source>Male</source>
            <translation>男</translation>
        </message>
        <message>
            <source>Female</source>
            <translation>女</translation>
        </message>
        <message>
            <source>Not applicable</source>
            <translation>適用不能</translation>
        </message>
        <message>
            <source>Digital signature</source>
            <translation>デジタル署名</translation>
        </message>
        <message>
            <source>Non-repudiation</source>
            <translation>否認防止</translation>
        </message>
        <message>
            <source>Key encipherment</source>
            <translation>鍵の暗号化</translation>
        </message>
        <message>
            <source>Data encipherment</source>
            <translation>データの暗号化</translation>
        </message>
        <message>
            <source>Key agreement</source>
            <translation>鍵の共有</translation>
        </message>
        <message>
            <source>Signing certificates</source>
            <translation>証明書への署名</translation>
        </message>
        <message>
            <source>Signing revocation lists</source>
            <translation>失効リストへの署名</translation>
        </message>
        <message>
            <source>Encipher only</source>
            <translation>暗号化のみ</translation>
        </message>
        <message>
            <source>Decipher only</source>
            <translation>復号のみ</translation>
        </message>
        <message>
            <source>Any purpose</source>
            <translation>すべての用途</translation>
        </message>
        <message>
            <source>Server authentication</source>
            <translation>サーバー認証</translation>
        </message>
        <message>
            <source>Client authentication</source>
            <translation>クライアント認証</translation>
        </message>
        <message>
            <source>Code signing</source>
            <translation>プログラムへの署名</translation>
        </message>
        <message>
            <source>E-mail protection</source>
            <translation>電子メールの保護</translation>
        </message>
        <message>
            <source>Time stamping</source>
            <translation>タイムスタンプ</translation>
        </message>
        <message>
            <source>Signing OCSP answers</source>
            <translation>OCSP応答への署名</translation>
        </message>
        <message>
            <source>JPKI user authentication</source>
            <translation>公的個人認証サービス 利用者証明用</translation>
        </message>
        <message>
            <source>JPKI digital signature</source>
            <translation>公的個人認証サービス 署名用</translation>
        </message>
        <message>
            <source>JPKI digital signature, for tests</source>
            <translation>公的個人認証サービス 署名用（テスト用）</translation>
        </message>
        <message>
            <source>Any policy</source>
            <translation>すべてのポリシー</translation>
        </message>
        <message>
            <source>Substituted characters of the name</source>
            <translation>氏名の代替文字の位置</translation>
        </message>
        <message>
            <source>Substituted characters of the address</source>
            <translation>住所の代替文字の位置</translation>
        </message>
        <message>
            <source>{known} (month and day unknown)</source>
            <translation>{known}（月日は不明）</translation>
        </message>
        <message>
            <source>{known} (day unknown)</source>
            <translation>{known}（日は不明）</translation>
        </message>
    </context>
    <context>
        <name>cli</name>
        <message>
            <source>The certificates of a My Number card in the terminal. Unofficial software.</source>
            <translation>マイナンバーカードの電子証明書をターミナルで表示します。非公式のソフトウェアです。</translation>
        </message>
        <message>
            <source>list the card readers</source>
            <translation>カードリーダーの一覧を表示する</translation>
        </message>
        <message>
            <source>show what is on the card and the tries left</source>
            <translation>カードの内容とパスワードの残り回数を表示する</translation>
        </message>
        <message>
            <source>show a certificate of the card</source>
            <translation>カードの電子証明書を表示する</translation>
        </message>
        <message>
            <source>put a virtual card onto a vpcd reader</source>
            <translation>仮想カードを vpcd のリーダーにセットする</translation>
        </message>
        <message>
            <source>use the built-in demo card</source>
            <translation>内蔵のデモ用カードを使う</translation>
        </message>
        <message>
            <source>which demo card to use</source>
            <translation>使うデモ用カードの名前</translation>
        </message>
        <message>
            <source>use the reader of this name</source>
            <translation>この名前のカードリーダーを使う</translation>
        </message>
        <message>
            <source>language of the texts</source>
            <translation>表示する言語</translation>
        </message>
        <message>
            <source>print JSON</source>
            <translation>JSON で出力する</translation>
        </message>
        <message>
            <source>What to do: {step}</source>
            <translation>対処方法：{step}</translation>
        </message>
        <message>
            <source>read the password from standard input (one line)</source>
            <translation>パスワードを標準入力から読む（1行）</translation>
        </message>
        <message>
            <source>send the password even when only one try is left</source>
            <translation>残り1回でもパスワードを送る</translation>
        </message>
        <message>
            <source>Only one try is left. If the {password} is wrong, it locks. Go on? [y/N] </source>
            <translation>残り1回です。{password}が違うとロックされます。続けますか？ [y/N] </translation>
        </message>
        <message>
            <source>{password} (tries left: {tries}): </source>
            <translation>{password}（残り {tries} 回）：</translation>
        </message>
        <message>
            <source>card in place</source>
            <translation>カードあり</translation>
        </message>
        <message>
            <source>card does not react</source>
            <translation>カードが反応しません</translation>
        </message>
        <message>
            <source>no card</source>
            <translation>カードなし</translation>
        </message>
        <message>
            <source>which certificate of the card</source>
            <translation>どの電子証明書か</translation>
        </message>
        <message>
            <source>write it as DER</source>
            <translation>DER で書き出す</translation>
        </message>
        <message>
            <source>write it as PEM</source>
            <translation>PEM で書き出す</translation>
        </message>
        <message>
            <source>The certificates of a My Number card in a window. Unofficial software.</source>
            <translation>マイナンバーカードの電子証明書をウィンドウで表示します。非公式のソフトウェアです。</translation>
        </message>
    </context>
    <context>
        <name>demo</name>
        <message>
            <source>Demonstration with an invented card. Nothing here is real.</source>
            <translation>架空のカードによるデモ（テスト用）です。実在の人やカードとは関係ありません。</translation>
        </message>
        <message>
            <source>Demo card</source>
            <translation>デモ用カード</translation>
        </message>
        <message>
            <source>Take the card off</source>
            <translation>カードを外す</translation>
        </message>
        <message>
            <source>Put the card on</source>
            <translation>カードを置く</translation>
        </message>
        <message>
            <source>My Number card</source>
            <translation>マイナンバーカード</translation>
        </message>
        <message>
            <source>Basic Resident Register card</source>
            <translation>住民基本台帳カード</translation>
        </message>
        <message>
            <source>Smartphone (Android)</source>
            <translation>スマートフォン（Android）</translation>
        </message>
        <message>
            <source>Smartphone (iPhone)</source>
            <translation>スマートフォン（iPhone）</translation>
        </message>
        <message>
            <source>Without signature certificate</source>
            <translation>署名用証明書なし</translation>
        </message>
        <message>
            <source>Without user authentication certificate</source>
            <translation>利用者証明用証明書なし</translation>
        </message>
        <message>
            <source>Without certificates</source>
            <translation>証明書なし</translation>
        </message>
        <message>
            <source>Signature password locked</source>
            <translation>署名用パスワードがロック</translation>
        </message>
        <message>
            <source>User authentication password locked</source>
            <translation>利用者証明用パスワードがロック</translation>
        </message>
        <message>
            <source>Certificates ended</source>
            <translation>有効期間が終わった証明書</translation>
        </message>
        <message>
            <source>Certificates end soon</source>
            <translation>まもなく終わる証明書</translation>
        </message>
        <message>
            <source>One try left</source>
            <translation>残り1回</translation>
        </message>
        <message>
            <source>Driving licence</source>
            <translation>運転免許証</translation>
        </message>
        <message>
            <source>Long name and address</source>
            <translation>長い氏名と住所</translation>
        </message>
        <message>
            <source>Test card of JPKI</source>
            <translation>公的個人認証のテスト用カード</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>The smart-card service is not running</source>
            <translation>スマートカードのサービスが動いていません</translation>
        </message>
        <message>
            <source>Without it no program can see a card reader.</source>
            <translation>このサービスがないと、どのソフトもカードリーダーを使えません。</translation>
        </message>
        <message>
            <source>Start the service (on Linux: sudo systemctl start pcscd.socket). The program goes on by itself as soon as it runs.</source>
            <translation>サービスを開始してください（Linux では sudo systemctl start pcscd.socket）。動き始めると自動的に続きます。</translation>
        </message>
        <message>
            <source>No card reader is connected</source>
            <translation>カードリーダーが接続されていません</translation>
        </message>
        <message>
            <source>The system reports no IC card reader.</source>
            <translation>パソコンがICカードリーダーを認識していません。</translation>
        </message>
        <message>
            <source>Plug a reader in that can read My Number cards. If it is plugged in, use another USB port or install its driver.</source>
            <translation>マイナンバーカードに対応したカードリーダーをつないでください。つないである場合は、別のUSB端子に差し替えるか、ドライバーを入れてください。</translation>
        </message>
        <message>
            <source>The card reader was not found</source>
            <translation>カードリーダーが見つかりません</translation>
        </message>
        <message>
            <source>No connected reader has the name “{reader}”.</source>
            <translation>「{reader}」という名前のカードリーダーは接続されていません。</translation>
        </message>
        <message>
            <source>Choose one of the connected readers (jpki readers lists them).</source>
            <translation>つながっているカードリーダーから選んでください（jpki readers で一覧を表示できます）。</translation>
        </message>
        <message>
            <source>Another program is using the card</source>
            <translation>ほかのソフトがカードを使っています</translation>
        </message>
        <message>
            <source>The reader lets only one program in at this moment.</source>
            <translation>カードは今、ほかのソフトが専用で使っています。</translation>
        </message>
        <message>
            <source>Close the browser page or the program that uses the card, and try again. No password was sent.</source>
            <translation>カードを使っているブラウザーの画面やソフトを閉じて、もう一度お試しください。パスワードは送っていません。</translation>
        </message>
        <message>
            <source>The card reader does not answer</source>
            <translation>カードリーダーが応答しません</translation>
        </message>
        <message>
            <source>“{reader}” has not answered for a long time, so the program stopped waiting.</source>
            <translation>「{reader}」から長い間応答がないため、待つのをやめました。</translation>
        </message>
        <message>
            <source>Take the card off, unplug the reader and plug it in again. Other readers can be used.</source>
            <translation>カードを外し、カードリーダーを一度抜いて、つなぎ直してください。ほかのカードリーダーは使えます。</translation>
        </message>
        <message>
            <source>The card reader reported a fault</source>
            <translation>カードリーダーが異常を知らせました</translation>
        </message>
        <message>
            <source>The smart-card service answered with code {code}.</source>
            <translation>スマートカードのサービスの応答コードは {code} です。</translation>
        </message>
        <message>
            <source>Take the card off, set it again, and try once more.</source>
            <translation>カードを一度外してセットし直し、もう一度お試しください。</translation>
        </message>
        <message>
            <source>There are several My Number cards</source>
            <translation>マイナンバーカードが2枚以上あります</translation>
        </message>
        <message>
            <source>A password must not be sent to the wrong card, so none was sent.</source>
            <translation>違うカードに送らないように、パスワードは送っていません。</translation>
        </message>
        <message>
            <source>Leave one card in place, or name the reader to use.</source>
            <translation>カードを1枚だけにするか、使うカードリーダーを指定してください。</translation>
        </message>
        <message>
            <source>There is no card on the reader</source>
            <translation>カードがセットされていません</translation>
        </message>
        <message>
            <source>The reader is ready and waits for a card.</source>
            <translation>カードリーダーは使える状態で、カードを待っています。</translation>
        </message>
        <message>
            <source>Put the My Number card on the reader.</source>
            <translation>マイナンバーカードをカードリーダーにセットしてください。</translation>
        </message>
        <message>
            <source>The card was taken away or slipped</source>
            <translation>カードが外れたか、ずれました</translation>
        </message>
        <message>
            <source>The conversation with the card broke off. No try was spent.</source>
            <translation>カードとの通信が途中で切れました。パスワードの残り回数は減っていません。</translation>
        </message>
        <message>
            <source>Set the card again and leave it still until the reading is done.</source>
            <translation>カードをセットし直し、読み取りが終わるまで動かさないでください。</translation>
        </message>
        <message>
            <source>Another program reset the card</source>
            <translation>ほかのソフトがカードをリセットしました</translation>
        </message>
        <message>
            <source>The conversation was interrupted by another program.</source>
            <translation>ほかのソフトのために、通信が中断されました。</translation>
        </message>
        <message>
            <source>Close other programs that use the card, and try again.</source>
            <translation>カードを使うほかのソフトを閉じて、もう一度お試しください。</translation>
        </message>
        <message>
            <source>The card does not react</source>
            <translation>カードが反応しません</translation>
        </message>
        <message>
            <source>Something lies on the reader, but it does not answer.</source>
            <translation>カードリーダーの上に何かありますが、応答がありません。</translation>
        </message>
        <message>
            <source>Lift the card, turn it over, and set it again in the middle of the reader, away from metal and other cards.</source>
            <translation>カードを持ち上げ、裏返して、カードリーダーの中央に置き直してください。金属やほかのカードからは離してください。</translation>
        </message>
        <message>
            <source>This is not a My Number card</source>
            <translation>マイナンバーカードではありません</translation>
        </message>
        <message>
            <source>The card answers, but it holds no JPKI application: it may be a driving licence, a staff card or a transport card.</source>
            <translation>カードは応答しますが、公的個人認証の機能がありません。運転免許証、社員証、交通系カードなどかもしれません。</translation>
        </message>
        <message>
            <source>Put your My Number card on the reader.</source>
            <translation>マイナンバーカードをセットしてください。</translation>
        </message>
        <message>
            <source>This is a Basic Resident Register card</source>
            <translation>これは住民基本台帳カード（住基カード）です</translation>
        </message>
        <message>
            <source>It is the predecessor of the My Number card. Its certificates have all ended.</source>
            <translation>マイナンバーカードより前のカードで、電子証明書の有効期間はすべて終わっています。</translation>
        </message>
        <message>
            <source>This card cannot do that</source>
            <translation>このカードではできません</translation>
        </message>
        <message>
            <source>It is a {kind}, which does not offer this.</source>
            <translation>これは{kind}で、この機能がありません。</translation>
        </message>
        <message>
            <source>The card gave an unexpected answer</source>
            <translation>カードから予期しない応答がありました</translation>
        </message>
        <message>
            <source>Command {command} was answered with {status}. This says nothing about a password.</source>
            <translation>命令 {command} への応答は {status} でした。パスワードの間違いではありません。</translation>
        </message>
        <message>
            <source>Another card lies on the reader now</source>
            <translation>別のカードに替わっています</translation>
        </message>
        <message>
            <source>The question was about a different card, so nothing was sent.</source>
            <translation>確認したカードと異なるため、何も送っていません。</translation>
        </message>
        <message>
            <source>Check which card is on the reader and start again.</source>
            <translation>セットしてあるカードを確かめて、最初からやり直してください。</translation>
        </message>
        <message>
            <source>The {certificate} is not on this card.</source>
            <translation>このカードには{certificate}が入っていません。</translation>
        </message>
        <message>
            <source> People under 15 and holders of a card without passwords do not get one, and some people asked for none.</source>
            <translation>15歳未満の方、顔認証マイナンバーカードの方、発行を希望しなかった方のカードには入っていません。</translation>
        </message>
        <message>
            <source>The card does not hold this certificate</source>
            <translation>この電子証明書はカードにありません</translation>
        </message>
        <message>
            <source>The counter of your city, ward, town or village can issue one.</source>
            <translation>発行については、お住まいの市区町村の窓口にご相談ください。</translation>
        </message>
        <message>
            <source>The certificate cannot be read</source>
            <translation>電子証明書を読み取れません</translation>
        </message>
        <message>
            <source>The data is not a certificate in a known form ({reason}).</source>
            <translation>電子証明書として読める形ではありません（{reason}）。</translation>
        </message>
        <message>
            <source>Read it again. If it happens each time, the data is damaged.</source>
            <translation>もう一度読み取ってください。毎回同じなら、データが壊れています。</translation>
        </message>
        <message>
            <source>The settings could not be saved</source>
            <translation>設定を保存できませんでした</translation>
        </message>
        <message>
            <source>{path} could not be written ({reason}).</source>
            <translation>{path} に書き込めませんでした（{reason}）。</translation>
        </message>
        <message>
            <source>They hold until the program ends. Check the space and the rights.</source>
            <translation>ソフトを終えるまでは有効です。空き容量と書き込みの権限を確かめてください。</translation>
        </message>
        <message>
            <source>The virtual card cannot be used</source>
            <translation>仮想カードを使えません</translation>
        </message>
        <message>
            <source>Cause: {reason}</source>
            <translation>原因：{reason}</translation>
        </message>
        <message>
            <source>Check that pcscd runs with the vpcd driver on this port.</source>
            <translation>このポートで vpcd ドライバーを使う pcscd が動いているか確かめてください。</translation>
        </message>
        <message>
            <source>Something unexpected happened</source>
            <translation>予期しないエラーが発生しました</translation>
        </message>
        <message>
            <source>This is a fault of the program ({kind}).</source>
            <translation>このソフトの不具合です（{kind}）。</translation>
        </message>
        <message>
            <source>Try again. If it comes back, please report it with its code.</source>
            <translation>もう一度お試しください。繰り返すときは、コードを添えてお知らせください。</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>中止しました</translation>
        </message>
        <message>
            <source>The operation was given up. No try was spent.</source>
            <translation>操作を中止しました。パスワードの残り回数は減っていません。</translation>
        </message>
        <message>
            <source>Start again whenever you like.</source>
            <translation>いつでもやり直せます。</translation>
        </message>
        <message>
            <source>A password is needed: use a terminal or give --password-stdin.</source>
            <translation>パスワードが必要です。ターミナルで実行するか、--password-stdin を付けてください。</translation>
        </message>
        <message>
            <source>The command cannot be carried out like this</source>
            <translation>この指定では実行できません</translation>
        </message>
        <message>
            <source>jpki --help shows what is possible.</source>
            <translation>使い方は jpki --help で表示できます。</translation>
        </message>
        <message>
            <source>A password is needed</source>
            <translation>パスワードが必要です</translation>
        </message>
        <message>
            <source>The card gives this certificate only after the {password}.</source>
            <translation>この電子証明書を読むには、{password}が必要です。</translation>
        </message>
        <message>
            <source>Run the command in a terminal, or give --password-stdin.</source>
            <translation>ターミナルで実行するか、--password-stdin を付けてください。</translation>
        </message>
        <message>
            <source>The user authentication password is four digits.</source>
            <translation>利用者証明用パスワードは数字4桁です。</translation>
        </message>
        <message>
            <source>The signature password has 6 to 16 characters, letters A–Z and digits, at least one of each.</source>
            <translation>署名用パスワードは6～16文字で、英字（A～Z）と数字をどちらも1文字以上使います。</translation>
        </message>
        <message>
            <source>That cannot be the password</source>
            <translation>パスワードの形式が正しくありません</translation>
        </message>
        <message>
            <source>Nothing was sent to the card and no try was spent. Type it again.</source>
            <translation>カードには何も送っていません。残り回数も減っていません。入力し直してください。</translation>
        </message>
        <message>
            <source>The password is wrong</source>
            <translation>パスワードが違います</translation>
        </message>
        <message>
            <source>The {password} was refused. Tries left before it locks: {tries_left}.</source>
            <translation>{password}が違います。ロックされるまで、残り {tries_left} 回です。</translation>
        </message>
        <message>
            <source>Check which of the passwords this is before you try again. The right one sets the tries back to full.</source>
            <translation>入力し直す前に、どのパスワードかを確かめてください。正しく入力すると、残り回数は元に戻ります。</translation>
        </message>
        <message>
            <source>The password is locked</source>
            <translation>パスワードがロックされています</translation>
        </message>
        <message>
            <source>The {password} was entered wrongly too often.</source>
            <translation>{password}を続けて間違えたため、ロックされています。</translation>
        </message>
        <message>
            <source>It is not known whether the card accepted the password</source>
            <translation>パスワードが受け付けられたか分かりません</translation>
        </message>
        <message>
            <source>The card went away after the {password} was sent. One try may have been spent.</source>
            <translation>{password}を送った後にカードとの通信が切れました。残り回数が1回減ったかもしれません。</translation>
        </message>
        <message>
            <source>Set the card again and look at the tries left; looking costs nothing.</source>
            <translation>カードをセットし直して、残り回数を確かめてください。確かめるだけなら回数は減りません。</translation>
        </message>
        <message>
            <source>The number of tries left has changed</source>
            <translation>残り回数が変わっています</translation>
        </message>
        <message>
            <source>Tries left for the {password}: {tries_left}. That is fewer than were shown, so nothing was sent.</source>
            <translation>{password}の残り回数は {tries_left} 回で、表示していた回数より少なくなっています。パスワードは送っていません。</translation>
        </message>
        <message>
            <source>Another program may have used the card. Decide anew.</source>
            <translation>ほかのソフトがカードを使ったのかもしれません。残り回数を確かめて、入力するかどうかを決めてください。</translation>
        </message>
        <message>
            <source>Only one try is left</source>
            <translation>パスワードの入力はあと1回です</translation>
        </message>
        <message>
            <source>If the {password} is wrong once more, it locks. Nothing was sent.</source>
            <translation>{password}をもう1回間違えるとロックされます。何も送っていません。</translation>
        </message>
        <message>
            <source>If you are sure, confirm it in the terminal, or give --use-last-try. If not, ask the counter of your city, ward, town or village for a new password.</source>
            <translation>確かな場合は、ターミナルで確認に答えるか、--use-last-try を付けてください。自信がないときは、お住まいの市区町村の窓口でパスワードの初期化（再設定）を申請してください。</translation>
        </message>
        <message>
            <source>The card refused the new password</source>
            <translation>新しいパスワードをカードが受け付けませんでした</translation>
        </message>
        <message>
            <source>The old {password} still holds (answer {status}).</source>
            <translation>前の{password}のままです（応答 {status}）。</translation>
        </message>
        <message>
            <source>Choose another password and try again.</source>
            <translation>別のパスワードにして、もう一度お試しください。</translation>
        </message>
    </context>
    <context>
        <name>main_window</name>
        <message>
            <source>Read &amp;again</source>
            <translation>もう一度読み取る(&amp;G)</translation>
        </message>
        <message>
            <source>When it is not read &amp;well</source>
            <translation>うまく読めないとき(&amp;W)</translation>
        </message>
        <message>
            <source>State of the card</source>
            <translation>カードの状態</translation>
        </message>
        <message>
            <source>JPKI Desktop (unofficial)</source>
            <translation>JPKI Desktop（非公式）</translation>
        </message>
        <message>
            <source>See certificates</source>
            <translation>証明書を見る</translation>
        </message>
        <message>
            <source>My certificates (&amp;U)</source>
            <translation>自分の証明書(&amp;U)</translation>
        </message>
        <message>
            <source>Show the two certificates on the card</source>
            <translation>カードの中の2つの電子証明書を表示します</translation>
        </message>
        <message>
            <source>Unofficial software. Not made by J-LIS or the Digital Agency.</source>
            <translation>非公式のソフトウェアです。J-LIS（地方公共団体情報システム機構）やデジタル庁が作ったものではありません。</translation>
        </message>
        <message>
            <source>Card reader</source>
            <translation>カードリーダー</translation>
        </message>
        <message>
            <source>Card reader (&amp;D)</source>
            <translation>カードリーダー(&amp;D)</translation>
        </message>
        <message>
            <source>none connected</source>
            <translation>接続されていません</translation>
        </message>
        <message>
            <source>The choice could not be saved: {reason}</source>
            <translation>選択を保存できませんでした：{reason}</translation>
        </message>
    </context>
    <context>
        <name>password_dialog</name>
        <message>
            <source>Enter password</source>
            <translation>パスワード入力</translation>
        </message>
        <message>
            <source>Show the pass&amp;word</source>
            <translation>パスワードを表示する(&amp;W)</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Show &amp;without password</source>
            <translation>パスワードなしで表示(&amp;N)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>This password is locked.</source>
            <translation>このパスワードはロックされています。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>The last try</source>
            <translation>残り1回の確認</translation>
        </message>
        <message>
            <source>Only one try is left. Send this password?</source>
            <translation>残り1回です。このパスワードを送りますか？</translation>
        </message>
        <message>
            <source>Send it</source>
            <translation>送る</translation>
        </message>
        <message>
            <source>Do not send</source>
            <translation>送らない</translation>
        </message>
        <message>
            <source>Enter the user authentication password (4 digits).</source>
            <translation>利用者証明用パスワード（数字4桁）を入力してください。</translation>
        </message>
        <message>
            <source>Enter the signature password (6 to 16 letters and digits).</source>
            <translation>署名用パスワード（英数字6～16文字）を入力してください。</translation>
        </message>
        <message>
            <source>Also called the PIN of the user authentication certificate. It is used for logging in, for example to Mynaportal or at a convenience-store kiosk.</source>
            <translation>「利用者証明用電子証明書の暗証番号」とも呼ばれます。マイナポータルへのログインやコンビニ交付などで使う番号です。</translation>
        </message>
        <message>
            <source>Also called the PIN of the digital signature certificate. It is used for signing, for example in e-Tax.</source>
            <translation>「署名用電子証明書の暗証番号」とも呼ばれます。e-Tax などの電子申請で署名するときに使うものです。</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>パスワード(&amp;P)</translation>
        </message>
        <message>
            <source>Note: after {most} wrong tries in a row this password locks, and only the counter of your city, ward, town or village (or a kiosk with the phone app) can set a new one.</source>
            <translation>※注意：{most} 回続けて間違えるとロックされます。ロックされると、市区町村の窓口など（またはコンビニのキオスク端末とスマホアプリ）での再設定が必要です。</translation>
        </message>
    </context>
    <context>
        <name>password_rules</name>
        <message>
            <source>{count} characters</source>
            <translation>{count} 桁</translation>
        </message>
        <message>
            <source>{least} to {most} characters</source>
            <translation>{least}～{most} 文字</translation>
        </message>
        <message>
            <source>Digits only</source>
            <translation>数字だけ</translation>
        </message>
        <message>
            <source>Letters A–Z and digits only</source>
            <translation>英字（A～Z）と数字だけ</translation>
        </message>
        <message>
            <source>At least one letter</source>
            <translation>英字を1文字以上</translation>
        </message>
        <message>
            <source>At least one digit</source>
            <translation>数字を1文字以上</translation>
        </message>
        <message>
            <source>The password locks after {most} wrong tries.</source>
            <translation>{most} 回続けて間違えるとロックされます。</translation>
        </message>
        <message>
            <source>Only 1 try left! If it is wrong once more, the password locks.</source>
            <translation>残り 1 回です。もう1回間違えるとロックされます。</translation>
        </message>
        <message>
            <source>{left} tries left. After {left} wrong tries in a row the password locks.</source>
            <translation>残り {left} 回（あと {left} 回続けて間違えるとロックされます）</translation>
        </message>
        <message>
            <source>The password is wrong. Only 1 try is left.</source>
            <translation>パスワードが違います。残り 1 回です。</translation>
        </message>
        <message>
            <source>The password is wrong. {left} tries are left.</source>
            <translation>パスワードが違います。残り {left} 回です。</translation>
        </message>
        <message>
            <source>Full-width characters were made half-width.</source>
            <translation>全角文字を半角に変えました。</translation>
        </message>
        <message>
            <source>Lower-case letters were made upper-case.</source>
            <translation>小文字を大文字に変えました。</translation>
        </message>
        <message>
            <source>Not sent to the card (no try was spent): {rule}.</source>
            <translation>カードには送っていません（残り回数は減っていません）。必要な条件：{rule}</translation>
        </message>
    </context>
    <context>
        <name>passwords</name>
        <message>
            <source>user authentication password</source>
            <translation>利用者証明用パスワード</translation>
        </message>
        <message>
            <source>signature password</source>
            <translation>署名用パスワード</translation>
        </message>
        <message>
            <source>user authentication certificate</source>
            <translation>利用者証明用電子証明書</translation>
        </message>
        <message>
            <source>digital signature certificate</source>
            <translation>署名用電子証明書</translation>
        </message>
        <message>
            <source>CA certificate for user authentication</source>
            <translation>利用者証明用認証局の電子証明書</translation>
        </message>
        <message>
            <source>CA certificate for digital signatures</source>
            <translation>署名用認証局の電子証明書</translation>
        </message>
        <message>
            <source>My Number card</source>
            <translation>マイナンバーカード</translation>
        </message>
        <message>
            <source>Basic Resident Register card</source>
            <translation>住民基本台帳カード（住基カード）</translation>
        </message>
        <message>
            <source>smartphone (Android)</source>
            <translation>スマートフォン（Android）</translation>
        </message>
        <message>
            <source>smartphone (iPhone)</source>
            <translation>スマートフォン（iPhone）</translation>
        </message>
        <message>
            <source>JPKI card of an unknown kind</source>
            <translation>種類の分からない公的個人認証のカード</translation>
        </message>
        <message>
            <source>The counter of your city, ward, town or village sets a new password; bring the card. If you know the signature password, the phone app for resetting passwords and the kiosk of a convenience store can do it too.</source>
            <translation>お住まいの市区町村の窓口にカードを持って行き、パスワードの初期化（再設定）を申請してください。署名用パスワードが分かるときは、スマホの「JPKI暗証番号リセットアプリ」とコンビニのキオスク端末でも再設定できます。</translation>
        </message>
        <message>
            <source>The counter of your city, ward, town or village sets a new password; bring the card. If you know the user authentication password, the phone app for resetting passwords and the kiosk of a convenience store can do it too.</source>
            <translation>お住まいの市区町村の窓口にカードを持って行き、パスワードの初期化（再設定）を申請してください。利用者証明用パスワードが分かるときは、スマホの「JPKI暗証番号リセットアプリ」とコンビニのキオスク端末でも再設定できます。</translation>
        </message>
    </context>
    <context>
        <name>place_card</name>
        <message>
            <source>Place the card</source>
            <translation>カードのセット</translation>
        </message>
        <message>
            <source>Put the My Number card on the reader.</source>
            <translation>マイナンバーカードをカードリーダーにセットしてください。</translation>
        </message>
        <message>
            <source>It goes on by itself.</source>
            <translation>セットすると自動的に進みます。</translation>
        </message>
        <message>
            <source>When it is not read &amp;well</source>
            <translation>うまく読めないとき(&amp;W)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>1. Lift the card off and set it again, slowly, flat in the middle of the reader.
2. Turn it over. In a slot reader the gold contact goes in first, on most readers facing up.
3. Take it out of its case; keep it away from metal, phones and other cards.
4. Leave it still until the reading is done.</source>
            <translation>1. カードを一度離し、カードリーダーの中央に、平らにゆっくり置き直してください。
2. 裏返してみてください。差し込む形のカードリーダーでは、金色の端子を先にして（多くの機種では上向きに）入れます。
3. ケースから出し、金属、スマートフォン、ほかのカードから離してください。
4. 読み取りが終わるまで動かさないでください。</translation>
        </message>
        <message>
            <source>Picture: the card lies flat in the middle of the reader, face up.</source>
            <translation>図：カードリーダーの中央に、カードの表を上にして平らに置いた様子。</translation>
        </message>
    </context>
    <context>
        <name>print_sheet</name>
        <message>
            <source>Contents of the certificate</source>
            <translation>電子証明書の内容</translation>
        </message>
        <message>
            <source>This sheet shows what stands in the certificate. It is no certificate itself and no proof.</source>
            <translation>この用紙は電子証明書に書かれている内容を示すもので、証明書そのものでも証明でもありません。</translation>
        </message>
        <message>
            <source>Made with JPKI Desktop {version} (unofficial)</source>
            <translation>作成：JPKI Desktop {version}（非公式のソフト）</translation>
        </message>
        <message>
            <source>not checked</source>
            <translation>未確認</translation>
        </message>
        <message>
            <source>from the card (reader: {name})</source>
            <translation>カードから（カードリーダー：{name}）</translation>
        </message>
        <message>
            <source>from a file ({name})</source>
            <translation>ファイルから（{name}）</translation>
        </message>
        <message>
            <source>Read on</source>
            <translation>読み取り日時</translation>
        </message>
        <message>
            <source>Read from</source>
            <translation>読み取り元</translation>
        </message>
        <message>
            <source>Validity check</source>
            <translation>有効性確認</translation>
        </message>
    </context>
    <context>
        <name>reader_state</name>
        <message>
            <source>card does not react</source>
            <translation>カードが反応しません</translation>
        </message>
        <message>
            <source>no card</source>
            <translation>カードなし</translation>
        </message>
        <message>
            <source>reading…</source>
            <translation>読み取り中…</translation>
        </message>
        <message>
            <source>The smart-card service is not running.</source>
            <translation>スマートカードのサービスが動いていません。</translation>
        </message>
        <message>
            <source>No card reader is connected.</source>
            <translation>カードリーダーが接続されていません。</translation>
        </message>
        <message>
            <source>The card does not react. Set it again.</source>
            <translation>カードが反応しません。セットし直してください。</translation>
        </message>
    </context>
    <context>
        <name>select_certificate</name>
        <message>
            <source>Select certificate</source>
            <translation>証明書選択</translation>
        </message>
        <message>
            <source>Which certificate do you want to see?</source>
            <translation>表示する電子証明書を選択してください。</translation>
        </message>
        <message>
            <source>&amp;User authentication certificate</source>
            <translation>利用者証明用電子証明書(&amp;U)</translation>
        </message>
        <message>
            <source>For logging in. Holds no name or address. Shown without a password.</source>
            <translation>ログインなどに使います。氏名や住所は入っていません。パスワードなしでも表示できます。</translation>
        </message>
        <message>
            <source>Digital &amp;signature certificate</source>
            <translation>署名用電子証明書(&amp;S)</translation>
        </message>
        <message>
            <source>For signing documents. Holds name, birth date, sex and address. Needs the signature password (6 to 16 letters and digits).</source>
            <translation>電子申請などの署名に使います。氏名・生年月日・性別・住所が入っています。署名用パスワード（英数字6～16文字）が必要です。</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
    </context>
    <context>
        <name>show_certificate</name>
        <message>
            <source>Serial number (hexadecimal)</source>
            <translation>シリアル番号（16進数）</translation>
        </message>
        <message>
            <source>Basic information</source>
            <translation>基本情報</translation>
        </message>
        <message>
            <source>In square brackets [ ]: the former name.</source>
            <translation>［ ］の中は旧氏です。</translation>
        </message>
        <message>
            <source>In round brackets ( ): the common name.</source>
            <translation>（ ）の中は通称です。</translation>
        </message>
        <message>
            <source>Items of the certificate</source>
            <translation>電子証明書の項目</translation>
        </message>
        <message>
            <source>Full value: {name}</source>
            <translation>値の全文：{name}</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>証明書表示</translation>
        </message>
        <message>
            <source>Detailed information</source>
            <translation>詳細情報</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>閉じる(&amp;C)</translation>
        </message>
        <message>
            <source>Validity period: {days}</source>
            <translation>有効期間：{days}</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>項目名</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>値</translation>
        </message>
    </context>
    <context>
        <name>validity</name>
        <message>
            <source>The validity of this certificate has not been checked.</source>
            <translation>電子証明書の有効性確認は行われていません。</translation>
        </message>
    </context>
    <context>
        <name>virtual_card</name>
        <message>
            <source>which card to insert</source>
            <translation>入れるカードの種類</translation>
        </message>
        <message>
            <source>let the card deviate (may be repeated)</source>
            <translation>カードの変わった振る舞い（何回でも指定可）</translation>
        </message>
        <message>
            <source>host of the virtual reader</source>
            <translation>仮想リーダーのホスト</translation>
        </message>
        <message>
            <source>port of the virtual reader</source>
            <translation>仮想リーダーのポート</translation>
        </message>
        <message>
            <source>directory that keeps keys, counters and passwords</source>
            <translation>鍵・残り回数・パスワードを保存するフォルダー</translation>
        </message>
        <message>
            <source>keep nothing (the default)</source>
            <translation>何も保存しない（既定）</translation>
        </message>
        <message>
            <source>write the commands into a file, without passwords</source>
            <translation>命令をファイルに記録する（パスワードは除く）</translation>
        </message>
        <message>
            <source>take orders from standard input; the card waits for the order insert</source>
            <translation>標準入力から指示を受ける。insert の指示があるまでカードを入れない</translation>
        </message>
        <message>
            <source>Virtual card {persona} inserted at {host}:{port}</source>
            <translation>仮想カード {persona} を {host}:{port} にセットしました</translation>
        </message>
    </context>
    <context>
        <name>widgets</name>
        <message>
            <source>Code: {code}</source>
            <translation>コード：{code}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>コピー</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>コピーしました</translation>
        </message>
        <message>
            <source>Copy: {what}</source>
            <translation>コピー：{what}</translation>
        </message>
        <message>
            <source>Copied: {what}</source>
            <translation>コピーしました：{what}</translation>
        </message>
        <message>
            <source>met</source>
            <translation>満たしています</translation>
        </message>
        <message>
            <source>not yet met</source>
            <translation>まだ満たしていません</translation>
        </message>
    </context>
</TS>
