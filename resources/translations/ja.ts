<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>ドライブ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>場所(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>ファイルの種類(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <translation>ページの順序(&amp;O)：</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>1枚あたりのページ数(&amp;P)：</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Double Sided Printing</source>
        <translation>両面印刷</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>長辺とじ</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>印刷するページ(&amp;S)：</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ指定</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>短辺とじ</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>ページまたは範囲をコンマで区切って指定します。範囲は2つの数字をハイフンでつなぎます。例：3,5-7,9は、3、5、6、7、9ページを印刷します。</translation>
    </message>
</context>
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
        <source>Checking the validity</source>
        <translation>有効性を確認しています</translation>
    </message>
    <message>
        <source>The authority is being asked; this ends after some seconds.</source>
        <translation>認証局に問い合わせています。数秒で終わります。</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>ファイルを読み取っています</translation>
    </message>
    <message>
        <source>Many or large files take a while.</source>
        <translation>数が多いときや大きなファイルでは、時間がかかることがあります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The password is already on its way; waiting for the card&apos;s answer.</source>
        <translation>パスワードをカードに送りました。カードの応答を待っています。</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備しています</translation>
    </message>
    <message>
        <source>Looking where the request can be sent.</source>
        <translation>申請の送り先を確認しています。</translation>
    </message>
    <message>
        <source>Sending the request</source>
        <translation>申請を送信しています</translation>
    </message>
    <message>
        <source>The card may be taken away now. The answer comes after some seconds.</source>
        <translation>カードは取り外してもかまいません。数秒でサーバーの応答が届きます。</translation>
    </message>
    <message>
        <source>Giving up; the receipt will say what is known.</source>
        <translation>中止しています。分かっていることは控えに表示します。</translation>
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
        <translation>残り{left}回（全{most}回）</translation>
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
        <source>{name} – its certificates have all ended</source>
        <translation>{name}。電子証明書の有効期間はすべて終わっています</translation>
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
    <message>
        <source>All card readers are hidden</source>
        <translation>カードリーダーがすべて非表示です</translation>
    </message>
    <message>
        <source>A card reader is connected, but hidden in the settings. Show it again in “Settings”, page “Card readers”.</source>
        <translation>カードリーダーは接続されていますが、設定で非表示になっています。「設定」の「カードリーダー」で、表示するカードリーダーを選んでください。</translation>
    </message>
    <message>
        <source>Find out what is &amp;wrong</source>
        <translation>原因を調べる(&amp;W)</translation>
    </message>
    <message>
        <source>Show the card readers again (&amp;W)</source>
        <translation>カードリーダーの設定を開く(&amp;W)</translation>
    </message>
    <message>
        <source>Which cards can be used (&amp;W)</source>
        <translation>使えるカードを見る(&amp;W)</translation>
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
        <translation>デモ用&#x3000;{kind}</translation>
    </message>
    <message>
        <source>JPKI user authentication certificate</source>
        <translation>公的個人認証サービス&#x3000;利用者証明用電子証明書</translation>
    </message>
    <message>
        <source>JPKI digital signature certificate</source>
        <translation>公的個人認証サービス&#x3000;署名用電子証明書</translation>
    </message>
    <message>
        <source>JPKI certificate of the user authentication authority</source>
        <translation>公的個人認証サービス&#x3000;利用者証明用認証局の電子証明書</translation>
    </message>
    <message>
        <source>JPKI certificate of the digital signature authority</source>
        <translation>公的個人認証サービス&#x3000;署名用認証局の電子証明書</translation>
    </message>
    <message>
        <source>For tests: this certificate comes from the test authority of JPKI. It is no proof of any person.</source>
        <translation>テスト用：公的個人認証サービスのテスト用認証局の名前で発行された証明書です。実在の人を証明するものではありません。</translation>
    </message>
    <message>
        <source>For tests (demonstration): this is the program&apos;s own test authority. It is not official.</source>
        <translation>テスト用（デモ）：このソフトのテスト用認証局の証明書です。公的なものではありません。</translation>
    </message>
    <message>
        <source>For tests (demonstration): an invented certificate of this program&apos;s own test authority. It is not official.</source>
        <translation>テスト用（デモ）：このソフトのテスト用認証局が作った、架空の証明書です。公的なものではありません。</translation>
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
        <translation>{bits}ビット</translation>
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
        <source>Identifier of the window&apos;s terminal</source>
        <translation>受付端末識別記号</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>シーケンス番号</translation>
    </message>
    <message>
        <source>Subject&apos;s public key</source>
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
    <name>certificate_list</name>
    <message>
        <source>List of certificates</source>
        <translation>証明書一覧</translation>
    </message>
    <message>
        <source>Show only rows with</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Show only rows &amp;with</source>
        <translation>絞り込み(&amp;W)</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>ファイルを読み取っています</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>Sh&amp;ow</source>
        <translation>表示(&amp;O)</translation>
    </message>
    <message>
        <source>Save as CSV (&amp;F)</source>
        <translation>CSVで保存(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Shown: {shown} of {total}. Could not be read: {unreadable}.</source>
        <translation>表示{shown}件（全{total}件）。読み取れなかったもの{unreadable}件。</translation>
    </message>
    <message>
        <source>certificates.csv</source>
        <translation>証明書一覧.csv</translation>
    </message>
</context>
<context>
    <name>certificate_path</name>
    <message>
        <source>Certification path</source>
        <translation>証明のパス</translation>
    </message>
    <message>
        <source>This shows who signed what. It is no validity check.</source>
        <translation>どの認証局が署名したかを示すもので、有効性確認の結果ではありません。</translation>
    </message>
    <message>
        <source>{kind}: {name} (until {date})</source>
        <translation>{kind}：{name}（{date}まで）</translation>
    </message>
    <message>
        <source>The certificate of the issuer is not known. Where this one came from a card, put the card on the reader and open this tab again. Where it came from a file, open a file that holds both.</source>
        <translation>発行者の証明書がまだ分かりません。カードの証明書のときは、カードをカードリーダーに置いて、このタブを開き直してください。ファイルの証明書のときは、発行者の証明書も入っているファイルを開いてください。</translation>
    </message>
</context>
<context>
    <name>change_password</name>
    <message>
        <source>Change password</source>
        <translation>パスワード変更</translation>
    </message>
    <message>
        <source>&amp;Present password</source>
        <translation>現在のパスワード(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>新しいパスワード(&amp;N)</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>新しいパスワード（確認）(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>変更する(&amp;C)</translation>
    </message>
    <message>
        <source>Easy to guess</source>
        <translation>推測されやすいパスワード</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>このまま使う</translation>
    </message>
    <message>
        <source>Choose another one</source>
        <translation>別のものにする</translation>
    </message>
    <message>
        <source>Which password do you want to change?</source>
        <translation>どのパスワードを変更しますか？</translation>
    </message>
    <message>
        <source>Check the new password…</source>
        <translation>新しいパスワードを確かめる…</translation>
    </message>
    <message>
        <source>Check a password</source>
        <translation>パスワードを確かめる</translation>
    </message>
    <message>
        <source>Which password do you want to check?</source>
        <translation>どのパスワードを確かめますか？</translation>
    </message>
    <message>
        <source>Change the user authentication password (4 digits).</source>
        <translation>利用者証明用パスワード（数字4桁）を変更します。</translation>
    </message>
    <message>
        <source>Change the signature password (6 to 16 letters and digits).</source>
        <translation>署名用パスワード（英数字6～16文字）を変更します。</translation>
    </message>
    <message>
        <source>Typed the same twice</source>
        <translation>確認の入力と同じ</translation>
    </message>
    <message>
        <source>Not sent to the card (no try was spent): the two new passwords are different.</source>
        <translation>カードには送っていません（残り回数は減っていません）。新しいパスワードと確認の入力が違います。</translation>
    </message>
    <message>
        <source>It is the same as the present one.</source>
        <translation>現在のパスワードと同じです。</translation>
    </message>
    <message>
        <source>It repeats one character.</source>
        <translation>同じ文字が続いています。</translation>
    </message>
    <message>
        <source>Its characters follow one another in order.</source>
        <translation>文字が順番に並んでいます。</translation>
    </message>
    <message>
        <source>It holds a birthday that can be read from the card.</source>
        <translation>カードから読み取れる誕生日が入っています。</translation>
    </message>
    <message>
        <source>It could be a date, such as a birth date.</source>
        <translation>生年月日などの日付に見えます。</translation>
    </message>
    <message>
        <source>Could be guessed easily: {reasons}</source>
        <translation>推測されやすいパスワードです。{reasons}</translation>
    </message>
    <message>
        <source>The guide of JPKI asks you to avoid numbers that others can guess easily, such as birth dates and telephone numbers.</source>
        <translation>公的個人認証サービスの利用の手引きは、生年月日や電話番号など、他人に容易に推測される番号を使わないように求めています。</translation>
    </message>
    <message>
        <source>The {password} was changed</source>
        <translation>{password}を変更しました</translation>
    </message>
    <message>
        <source>The card has confirmed the new password. It holds from now on, at every site.</source>
        <translation>新しいパスワードをカードで確かめました。これからは、どのサイトでも新しいパスワードを使います。</translation>
    </message>
    <message>
        <source>The card has taken the new password, so the new one holds. But it went away before the new one could be checked once more.</source>
        <translation>カードは新しいパスワードを受け付けたので、新しいパスワードになっています。ただし、もう一度確かめる前にカードとの通信が切れました。</translation>
    </message>
    <message>
        <source>You can check the new password now. If it is right, no try is spent. If it is wrong, the check costs exactly one try.</source>
        <translation>新しいパスワードを今、確かめることができます。正しければ残り回数は減りません。違うときは、残り回数がちょうど1回減ります。</translation>
    </message>
    <message>
        <source>The {password} is right</source>
        <translation>{password}は正しいパスワードです</translation>
    </message>
    <message>
        <source>The card has accepted it. The tries left are full again ({most}).</source>
        <translation>カードが受け付けました。残り回数は元の{most}回に戻りました。</translation>
    </message>
    <message>
        <source>{password}: the check sends it to the card once. A wrong one costs one try; a right one sets the tries back to full.</source>
        <translation>{password}をカードに1回だけ送って確かめます。違うときは残り回数が1回減り、正しいときは元の回数に戻ります。</translation>
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
        <source>list the certificates in files and folders</source>
        <translation>ファイルやフォルダーの中の証明書を一覧にする</translation>
    </message>
    <message>
        <source>turn a serial number from hexadecimal to decimal and back</source>
        <translation>シリアル番号を16進数と10進数で変換する</translation>
    </message>
    <message>
        <source>write a certificate of the card into a file</source>
        <translation>カードの電子証明書をファイルに書き出す</translation>
    </message>
    <message>
        <source>tell whether a certificate is valid</source>
        <translation>証明書が有効かどうかを確認する</translation>
    </message>
    <message>
        <source>list the certificates that are remembered and when they end</source>
        <translation>覚えている電子証明書と有効期間の終わりを一覧にする</translation>
    </message>
    <message>
        <source>change a password of the card</source>
        <translation>カードのパスワードを変更する</translation>
    </message>
    <message>
        <source>tell whether a password is right</source>
        <translation>パスワードが正しいか確かめる</translation>
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
        <source>a certificate of the card, or a file</source>
        <translation>カードの証明書、またはファイル</translation>
    </message>
    <message>
        <source>trust these authorities only</source>
        <translation>この認証局だけを信頼する</translation>
    </message>
    <message>
        <source>ask this OCSP responder</source>
        <translation>この OCSP レスポンダーに問い合わせる</translation>
    </message>
    <message>
        <source>look into this revocation list</source>
        <translation>この失効リストを調べる</translation>
    </message>
    <message>
        <source>ask the servers of JPKI, which learn what is asked about</source>
        <translation>公的個人認証サービスのサーバーに問い合わせる（対象の証明書が伝わります）</translation>
    </message>
    <message>
        <source>trust test authorities, for tests only</source>
        <translation>テスト用認証局を信頼する（テスト専用）</translation>
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
        <source>read the old and the new password from standard input (two lines)</source>
        <translation>現在と新しいパスワードを標準入力から読む（2行）</translation>
    </message>
    <message>
        <source>send the password even when only one try is left</source>
        <translation>残り1回でもパスワードを送る</translation>
    </message>
    <message>
        <source>New {password}: </source>
        <translation>新しい{password}：</translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation>もう一度（確認）：</translation>
    </message>
    <message>
        <source>Use it all the same? [y/N] </source>
        <translation>このまま使いますか？（はい＝y、いいえ＝n） </translation>
    </message>
    <message>
        <source>Only one try is left. If the {password} is wrong, it locks. Go on? [y/N] </source>
        <translation>残り1回です。{password}が違うとロックされます。続けますか？（はい＝y、いいえ＝n） </translation>
    </message>
    <message>
        <source>{password} (tries left: {tries}): </source>
        <translation>{password}（残り{tries}回）：</translation>
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
        <source>form of the file (der)</source>
        <translation>ファイルの形式（既定は der）</translation>
    </message>
    <message>
        <source>which rows the text has (detail)</source>
        <translation>テキストに出力する項目（既定は detail）</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>write into this file; into a folder, under the usual name</source>
        <translation>このファイルに出力する（フォルダーを指定すると既定の名前で出力）</translation>
    </message>
    <message>
        <source>replace the file if there is one</source>
        <translation>同じ名前のファイルがあれば上書きする</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>ファイルに出力しました：{path}</translation>
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
    <message>
        <source>certificate files to open</source>
        <translation>開く証明書ファイル</translation>
    </message>
    <message>
        <source>which password of the card</source>
        <translation>どのパスワードか</translation>
    </message>
    <message>
        <source>FILE|FOLDER</source>
        <translation>ファイル|フォルダー</translation>
    </message>
    <message>
        <source>certificate files, or folders of them</source>
        <translation>証明書ファイル、またはそれを入れたフォルダー</translation>
    </message>
    <message>
        <source>print a table for spreadsheets (CSV, UTF-8 with BOM)</source>
        <translation>表計算ソフト用の表を出力する（CSV、BOM 付き UTF-8）</translation>
    </message>
    <message>
        <source>read the password of PKCS#12 files from standard input (one line)</source>
        <translation>PKCS#12 ファイルのパスワードを標準入力から読む（1行）</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>the serial number, in hexadecimal or decimal</source>
        <translation>シリアル番号（16進数または10進数）</translation>
    </message>
    <message>
        <source>Ends with 1 when a certificate can be renewed now or has ended and its reminders are not switched off, otherwise with 0.</source>
        <translation>更新できる時期に入ったか有効期間が終わった電子証明書があれば（知らせないものを除く）終了コードは1、なければ0です。</translation>
    </message>
    <message>
        <source>delete what is kept of one certificate</source>
        <translation>一つの電子証明書の記録を消す</translation>
    </message>
    <message>
        <source>delete what is kept of all certificates</source>
        <translation>すべての電子証明書の記録を消す</translation>
    </message>
    <message>
        <source>Reminders are off, so nothing is kept.</source>
        <translation>更新通知は使わない設定です。何も残していません。</translation>
    </message>
    <message>
        <source>Reminders have not been switched on.</source>
        <translation>更新通知はまだ設定されていません。</translation>
    </message>
    <message>
        <source>To switch them on: jpki settings set update_notice yes</source>
        <translation>使うには：jpki settings set update_notice yes</translation>
    </message>
    <message>
        <source>mark {mark}</source>
        <translation>印 {mark}</translation>
    </message>
    <message>
        <source>If it replaces an older one, delete that: jpki expiring --forget {mark}</source>
        <translation>更新したものなら、古い方を消せます：jpki expiring --forget {mark}</translation>
    </message>
    <message>
        <source>look for what keeps the card from working</source>
        <translation>カードが使えない原因を調べる</translation>
    </message>
    <message>
        <source>write a support report without personal data into a new file</source>
        <translation>個人情報を含まないサポート用レポートを新しいファイルに書き出す</translation>
    </message>
    <message>
        <source>add to the report: readers, certificate, settings, computer or log</source>
        <translation>レポートに加えるもの：readers（カードリーダー）、certificate（証明書）、settings（設定）、computer（パソコン名）、log（ログ）</translation>
    </message>
    <message>
        <source>The report was written.</source>
        <translation>レポートを書き出しました。</translation>
    </message>
    <message>
        <source>see and change the settings</source>
        <translation>設定を表示・変更する</translation>
    </message>
    <message>
        <source>{state} (hidden)</source>
        <translation>{state}（非表示）</translation>
    </message>
    <message>
        <source>The proxy refused the user name or the password.</source>
        <translation>プロキシのユーザー名またはパスワードが正しくありません。</translation>
    </message>
    <message>
        <source>User name at the proxy {address}: </source>
        <translation>プロキシ {address} のユーザー名：</translation>
    </message>
    <message>
        <source>Password of {user} at the proxy {address}: </source>
        <translation>プロキシ {address} の「{user}」のパスワード：</translation>
    </message>
    <message>
        <source>show, set NAME VALUE, unset NAME, set-proxy-password, forget-proxy-password, or test-connection URL</source>
        <translation>show、set NAME VALUE、unset NAME、set-proxy-password、forget-proxy-password、test-connection URL のいずれか</translation>
    </message>
    <message>
        <source>name and value; several values for a list of names</source>
        <translation>設定の名前と値（複数を指定できる設定では、値をいくつでも）</translation>
    </message>
    <message>
        <source>read the proxy’s password from standard input (one line)</source>
        <translation>プロキシのパスワードを標準入力から読み取る（1行）</translation>
    </message>
    <message>
        <source>{value} ({origin})</source>
        <translation>{value}（{origin}）</translation>
    </message>
    <message>
        <source>show no window; remind of the end of certificates</source>
        <translation>ウィンドウを表示せず、証明書の有効期限だけをお知らせします</translation>
    </message>
    <message>
        <source>ask an authority to revoke a certificate</source>
        <translation>証明書の失効を申請する</translation>
    </message>
    <message>
        <source>why it shall be revoked</source>
        <translation>失効の理由</translation>
    </message>
    <message>
        <source>send the request there</source>
        <translation>申請の送り先</translation>
    </message>
    <message>
        <source>the certificate that signs the server&apos;s answers, or its authority</source>
        <translation>サーバーの回答に署名する証明書、またはその認証局の証明書</translation>
    </message>
    <message>
        <source>do not ask; a revocation cannot be undone</source>
        <translation>確認せずに申請する（失効は取り消せません）</translation>
    </message>
    <message>
        <source>{question} [y/N] </source>
        <translation>{question}（はい＝y、いいえ＝n） </translation>
    </message>
    <message>
        <source>end the window that is open (for installers)</source>
        <translation>開いているウィンドウを終了する（インストーラー用）</translation>
    </message>
    <message>
        <source>show the welcome once more</source>
        <translation>最初の案内をもう一度表示する</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Choose the way</source>
        <translation>接続経路を決める</translation>
    </message>
    <message>
        <source>Find the server by its name ({place})</source>
        <translation>サーバーの名前を調べる（{place}）</translation>
    </message>
    <message>
        <source>Find the proxy by its name ({place})</source>
        <translation>プロキシの名前を調べる（{place}）</translation>
    </message>
    <message>
        <source>Reach the server ({place})</source>
        <translation>サーバーに接続する（{place}）</translation>
    </message>
    <message>
        <source>Reach the proxy ({place})</source>
        <translation>プロキシに接続する（{place}）</translation>
    </message>
    <message>
        <source>Be let through by the proxy ({place})</source>
        <translation>プロキシを通る（{place}）</translation>
    </message>
    <message>
        <source>Make a secure connection ({place})</source>
        <translation>暗号化された接続を始める（{place}）</translation>
    </message>
    <message>
        <source>Get an answer from the server ({place})</source>
        <translation>サーバーの応答を受け取る（{place}）</translation>
    </message>
    <message>
        <source>The name was not found.</source>
        <translation>その名前のプロキシが見つかりませんでした。</translation>
    </message>
    <message>
        <source>through a proxy</source>
        <translation>プロキシを使います</translation>
    </message>
    <message>
        <source>directly, without a proxy</source>
        <translation>プロキシを使わず、直接接続します</translation>
    </message>
    <message>
        <source>done</source>
        <translation>できました</translation>
    </message>
    <message>
        <source>The server answered. The connection can be used.</source>
        <translation>サーバーが応答しました。この設定で接続できます。</translation>
    </message>
    <message>
        <source>In the demo there is no connection that could be tested.</source>
        <translation>デモではネットワークに接続しないため、接続を確認できません。</translation>
    </message>
    <message>
        <source>The connection cannot be used like this.</source>
        <translation>この設定では接続できません。</translation>
    </message>
    <message>
        <source>{failed} {advice}</source>
        <translation>{failed}{advice}</translation>
    </message>
    <message>
        <source>{step}: {result}</source>
        <translation>{step}：{result}</translation>
    </message>
    <message>
        <source>Ask the administrator for the address of the proxy.</source>
        <translation>プロキシのアドレスを管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Check the user name and the password of the proxy.</source>
        <translation>プロキシのユーザー名とパスワードを確認してください。</translation>
    </message>
    <message>
        <source>Check the address and the port of the proxy.</source>
        <translation>プロキシのアドレスとポート番号を確認してください。</translation>
    </message>
    <message>
        <source>Ask the administrator which certificates are needed.</source>
        <translation>必要な証明書を管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Check the address of the server and the connection.</source>
        <translation>サーバーのアドレスとネットワークの接続を確認してください。</translation>
    </message>
</context>
<context>
    <name>convert_serial</name>
    <message>
        <source>Convert a serial number</source>
        <translation>シリアル番号の変換</translation>
    </message>
    <message>
        <source>Hexadecimal and decimal serial numbers</source>
        <translation>シリアル番号の16進数と10進数</translation>
    </message>
    <message>
        <source>for example 678A9E</source>
        <translation>例： 678A9E</translation>
    </message>
    <message>
        <source>&amp;Serial number</source>
        <translation>シリアル番号(&amp;S)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>変換結果</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Spaces, colons, 0x and full-width digits are understood.</source>
        <translation>空白、コロン、0x、全角の数字や英字が入っていてもかまいません。</translation>
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
        <translation>カードをセットする</translation>
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
        <source>Signature certificate revoked (moved house)</source>
        <translation>署名用が失効（引っ越し）</translation>
    </message>
    <message>
        <source>Certificates revoked</source>
        <translation>証明書が失効</translation>
    </message>
    <message>
        <source>Certificates on hold</source>
        <translation>証明書が一時保留</translation>
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
    <name>desktop</name>
    <message>
        <source>The start at login could not be changed</source>
        <translation>ログイン時の起動を切り替えられませんでした</translation>
    </message>
    <message>
        <source>An administrator starts this program for all users ({place}).</source>
        <translation>管理者が、すべての利用者についてこのソフトを起動する設定にしています（{place}）。</translation>
    </message>
    <message>
        <source>Ask the administrator of this computer.</source>
        <translation>このパソコンの管理者に相談してください。</translation>
    </message>
    <message>
        <source>The program to be started was not found where it should be.</source>
        <translation>起動するこのソフトの本体が、あるはずの場所に見つかりません。</translation>
    </message>
    <message>
        <source>The program lies in a folder whose name is too long for this.</source>
        <translation>このソフトが入っているフォルダーの名前が長すぎます。</translation>
    </message>
    <message>
        <source>Install the program again with its installer.</source>
        <translation>インストーラーでこのソフトを入れ直してください。</translation>
    </message>
    <message>
        <source>{place} could not be written ({reason}).</source>
        <translation>{place} に書き込めませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>Check the space and the rights, and try again.</source>
        <translation>空き容量と権限を確認して、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>diagnose</name>
    <message>
        <source>Details of the step</source>
        <translation>項目の詳細</translation>
    </message>
    <message>
        <source>command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>&amp;Start the service</source>
        <translation>サービスを開始する(&amp;S)</translation>
    </message>
    <message>
        <source>What to do: {step}</source>
        <translation>対処方法：{step}</translation>
    </message>
    <message>
        <source>Code: {codes}</source>
        <translation>コード：{codes}</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>動作確認</translation>
    </message>
    <message>
        <source>Detailed &amp;log (commands to the card, without passwords)</source>
        <translation>詳しいログを記録する（カードへの命令。パスワードは含みません）(&amp;L)</translation>
    </message>
    <message>
        <source>Support &amp;report…</source>
        <translation>サポート用レポート(&amp;R)…</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation>もう一度調べる(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>中止(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>The diagnosis is running…</source>
        <translation>動作を確認しています…</translation>
    </message>
    <message>
        <source>No password is asked for, and no try is spent.</source>
        <translation>パスワードは使いません。残り回数も減りません。</translation>
    </message>
    <message>
        <source>Steps of the diagnosis</source>
        <translation>動作確認の項目</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>分かったこと</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>確認中…</translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>Smart-card service</source>
        <translation>スマートカードのサービス</translation>
    </message>
    <message>
        <source>Card readers</source>
        <translation>カードリーダー</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>JPKI application on the card</source>
        <translation>カードの公的個人認証機能</translation>
    </message>
    <message>
        <source>Files on the card</source>
        <translation>カードの中のファイル</translation>
    </message>
    <message>
        <source>User authentication password: tries left</source>
        <translation>利用者証明用パスワードの残り回数</translation>
    </message>
    <message>
        <source>Signature password: tries left</source>
        <translation>署名用パスワードの残り回数</translation>
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
        <source>Clock of this computer</source>
        <translation>パソコンの時計</translation>
    </message>
    <message>
        <source>Revocation server</source>
        <translation>失効情報のサーバー</translation>
    </message>
    <message>
        <source>Browsers and their parts</source>
        <translation>ブラウザーと関連部品</translation>
    </message>
    <message>
        <source>Asks the service for its readers.</source>
        <translation>サービスにカードリーダーの一覧を問い合わせます。</translation>
    </message>
    <message>
        <source>Lists the readers, also those on USB that the service does not know.</source>
        <translation>カードリーダーの一覧を調べます。サービスが認識していないUSB機器も調べます。</translation>
    </message>
    <message>
        <source>Looks for a card and has it answer.</source>
        <translation>カードを探し、応答するか調べます。</translation>
    </message>
    <message>
        <source>Selects the JPKI application and asks for its kind.</source>
        <translation>カードの公的個人認証機能を呼び出し、カードの種類を調べます。</translation>
    </message>
    <message>
        <source>Reads the certificates of the authorities.</source>
        <translation>認証局の証明書を読み取ります。</translation>
    </message>
    <message>
        <source>Asks the card how many tries are left. This costs none.</source>
        <translation>残り回数をカードに問い合わせます。回数は減りません。</translation>
    </message>
    <message>
        <source>Reads the certificate without a password and looks at its dates.</source>
        <translation>パスワードなしで証明書を読み取り、有効期間を調べます。</translation>
    </message>
    <message>
        <source>Not read here: the card gives it only after its password.</source>
        <translation>ここでは読み取りません。パスワードがないとカードが渡さないためです。</translation>
    </message>
    <message>
        <source>Compares the clock with dates that must lie in the past.</source>
        <translation>過去であるはずの日付と、パソコンの時計を比べます。</translation>
    </message>
    <message>
        <source>Asks about the user authentication certificate, if a server was set.</source>
        <translation>サーバーが設定されていれば、利用者証明用電子証明書について問い合わせます。</translation>
    </message>
    <message>
        <source>Looks for programs at their usual places.</source>
        <translation>いつもの場所にソフトがあるか調べます。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>要注意</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題あり</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>対象なし</translation>
    </message>
    <message>
        <source>Something does not work: {steps}.</source>
        <translation>問題が見つかりました：{steps}。</translation>
    </message>
    <message>
        <source>The diagnosis was ended before all steps were done.</source>
        <translation>動作確認を途中で中止しました。</translation>
    </message>
    <message>
        <source>What was checked works, but look at: {steps}.</source>
        <translation>確認した項目は動作していますが、注意が必要です：{steps}。</translation>
    </message>
    <message>
        <source>What was checked works.</source>
        <translation>確認した項目は、すべて正常です。</translation>
    </message>
    <message>
        <source>Not checked: {steps}.</source>
        <translation>確認していない項目：{steps}。</translation>
    </message>
    <message>
        <source>Whether a site or another program accepts the card cannot be seen from here.</source>
        <translation>サイトやほかのソフトでカードが使えるかどうかは、ここでは分かりません。</translation>
    </message>
    <message>
        <source>Take the card off, set it again, and run the diagnosis again.</source>
        <translation>カードを一度外してセットし直し、もう一度動作確認をしてください。</translation>
    </message>
    <message>
        <source>The counter of your city, ward, town or village can issue a new one.</source>
        <translation>市区町村の窓口で、新しい証明書の発行を申請できます。</translation>
    </message>
    <message>
        <source>A card is in place and answers</source>
        <translation>カードが応答しています</translation>
    </message>
    <message>
        <source>It lies on “{names}”.</source>
        <translation>「{names}」にあります。</translation>
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
        <source>Put the My Number card flat in the middle of the reader and run the diagnosis again.</source>
        <translation>マイナンバーカードをカードリーダーの中央に平らにセットし、もう一度動作確認をしてください。</translation>
    </message>
    <message>
        <source>The card cannot be reached</source>
        <translation>カードと通信できません</translation>
    </message>
    <message>
        <source>It does not react, slipped, or another program holds it.</source>
        <translation>カードが反応しないか、ずれたか、ほかのソフトが使っています。</translation>
    </message>
    <message>
        <source>There are several cards: {number}</source>
        <translation>カードが{number}枚あります</translation>
    </message>
    <message>
        <source>The one on “{names}” is checked.</source>
        <translation>「{names}」のカードを調べます。</translation>
    </message>
    <message>
        <source>Leave one card in place, or choose the reader.</source>
        <translation>カードを1枚だけにするか、使うカードリーダーを選んでください。</translation>
    </message>
    <message>
        <source>This is a {kind}</source>
        <translation>これは{kind}です</translation>
    </message>
    <message>
        <source>The JPKI application answers.</source>
        <translation>公的個人認証の機能が応答しています。</translation>
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
        <source>The JPKI application cannot be selected</source>
        <translation>カードの公的個人認証機能を呼び出せません</translation>
    </message>
    <message>
        <source>The card gave an answer that says neither yes nor no.</source>
        <translation>カードから、どちらとも言えない応答がありました。</translation>
    </message>
    <message>
        <source>The files can be read</source>
        <translation>ファイルを読み取れます</translation>
    </message>
    <message>
        <source>The certificates of the authorities are there and in order.</source>
        <translation>認証局の証明書がそろっていて、形も正しいです。</translation>
    </message>
    <message>
        <source>A file is missing on the card</source>
        <translation>カードに足りないファイルがあります</translation>
    </message>
    <message>
        <source>Not found: {names}.</source>
        <translation>見つかりません：{names}。</translation>
    </message>
    <message>
        <source>The card can still be used; some programs may refuse it.</source>
        <translation>カードは使えますが、使えないソフトがあるかもしれません。</translation>
    </message>
    <message>
        <source>A file on the card cannot be read</source>
        <translation>カードのファイルを読み取れません</translation>
    </message>
    <message>
        <source>The reading broke off, or the file is damaged.</source>
        <translation>読み取りが途切れたか、ファイルが壊れています。</translation>
    </message>
    <message>
        <source>{number} tries left</source>
        <translation>残り{number}回</translation>
    </message>
    <message>
        <source>{password}: not locked.</source>
        <translation>{password}はロックされていません。</translation>
    </message>
    <message>
        <source>The password is locked</source>
        <translation>パスワードがロックされています</translation>
    </message>
    <message>
        <source>{password}: no tries are left.</source>
        <translation>{password}の残り回数がありません。</translation>
    </message>
    <message>
        <source>Only one try is left</source>
        <translation>パスワードの入力はあと1回です</translation>
    </message>
    <message>
        <source>{password}: one more wrong entry locks it.</source>
        <translation>{password}は、次に間違えるとロックされます。</translation>
    </message>
    <message>
        <source>Look the password up before you type it again.</source>
        <translation>入力する前に、パスワードをよく確かめてください。</translation>
    </message>
    <message>
        <source>The card has no such password</source>
        <translation>このパスワードはカードにありません</translation>
    </message>
    <message>
        <source>{password}: there is none on this card.</source>
        <translation>{password}は、このカードにありません。</translation>
    </message>
    <message>
        <source>The tries left cannot be asked for</source>
        <translation>残り回数を調べられません</translation>
    </message>
    <message>
        <source>The card gave no clear answer. No try was spent.</source>
        <translation>カードからはっきりした応答がありませんでした。残り回数は減っていません。</translation>
    </message>
    <message>
        <source>The card does not tell the tries left</source>
        <translation>カードが残り回数を答えません</translation>
    </message>
    <message>
        <source>{password}: another program has entered it just now.</source>
        <translation>{password}を、ほかのソフトが入力したところです。</translation>
    </message>
    <message>
        <source>Close other programs that use the card, and set it again.</source>
        <translation>カードを使っているほかのソフトを閉じて、カードをセットし直してください。</translation>
    </message>
    <message>
        <source>The certificate can be read</source>
        <translation>証明書を読み取れます</translation>
    </message>
    <message>
        <source>By its dates it still holds for {number} days.</source>
        <translation>有効期間は、あと{number}日です。</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>証明書の有効期間が終わっています</translation>
    </message>
    <message>
        <source>It can be read, but sites will refuse it.</source>
        <translation>読み取れますが、サイトでは使えません。</translation>
    </message>
    <message>
        <source>The certificate is not valid yet</source>
        <translation>証明書の有効期間が始まっていません</translation>
    </message>
    <message>
        <source>Its period has not begun, or the clock of this computer is wrong.</source>
        <translation>有効期間の前か、パソコンの時計がずれています。</translation>
    </message>
    <message>
        <source>Look at the clock below.</source>
        <translation>下の「パソコンの時計」を見てください。</translation>
    </message>
    <message>
        <source>The certificate ends soon</source>
        <translation>まもなく有効期間が終わります</translation>
    </message>
    <message>
        <source>Days left: {number}.</source>
        <translation>あと{number}日です。</translation>
    </message>
    <message>
        <source>The certificate is not on this card</source>
        <translation>この証明書はカードにありません</translation>
    </message>
    <message>
        <source>Sites that ask for a log-in with the card will refuse it.</source>
        <translation>カードでログインするサイトでは使えません。</translation>
    </message>
    <message>
        <source>The certificate cannot be read</source>
        <translation>電子証明書を読み取れません</translation>
    </message>
    <message>
        <source>Not looked at: it needs its password</source>
        <translation>パスワードが必要なため、確認していません</translation>
    </message>
    <message>
        <source>The diagnosis asks for no password, so it says nothing about this certificate.</source>
        <translation>動作確認ではパスワードを使わないため、この証明書については分かりません。</translation>
    </message>
    <message>
        <source>To see it, choose “My certificates”.</source>
        <translation>見るときは「自分の証明書」を選んでください。</translation>
    </message>
    <message>
        <source>People under 15 and holders of a card without passwords do not get one, and some people asked for none.</source>
        <translation>15歳未満の人と顔認証マイナンバーカードには発行されません。発行を希望しなかった人にもありません。</translation>
    </message>
    <message>
        <source>Waits for an earlier step</source>
        <translation>前の項目が先です</translation>
    </message>
    <message>
        <source>A step before this one did not succeed.</source>
        <translation>前の項目に問題があるため、確認していません。</translation>
    </message>
    <message>
        <source>Mend the first problem above and run the diagnosis again.</source>
        <translation>上にある最初の問題を解決してから、もう一度動作確認をしてください。</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>応答がありません</translation>
    </message>
    <message>
        <source>No answer came in time, so this step was left.</source>
        <translation>時間内に応答がなかったため、この項目をあきらめました。</translation>
    </message>
    <message>
        <source>Another program is using the card</source>
        <translation>ほかのソフトがカードを使っています</translation>
    </message>
    <message>
        <source>It has not let go of the card in time. {names}</source>
        <translation>時間内にカードが空きませんでした。{names}</translation>
    </message>
    <message>
        <source>Close the browser page or the program that uses the card, and run the diagnosis again.</source>
        <translation>カードを使っているブラウザーのページやソフトを閉じて、もう一度動作確認をしてください。</translation>
    </message>
    <message>
        <source>This step failed</source>
        <translation>この項目は失敗しました</translation>
    </message>
    <message>
        <source>The second code tells the error behind it.</source>
        <translation>原因のエラーは2つめのコードで分かります。</translation>
    </message>
    <message>
        <source>Run the diagnosis again; if it comes back, send a support report.</source>
        <translation>もう一度動作確認をしてください。繰り返すときは、サポート用レポートを送ってください。</translation>
    </message>
    <message>
        <source>Ended before</source>
        <translation>中止しました</translation>
    </message>
    <message>
        <source>The diagnosis was ended before this step.</source>
        <translation>この項目の前に動作確認を中止しました。</translation>
    </message>
    <message>
        <source>Run the diagnosis again.</source>
        <translation>もう一度動作確認をしてください。</translation>
    </message>
    <message>
        <source>The smart-card service is running</source>
        <translation>スマートカードのサービスは動いています</translation>
    </message>
    <message>
        <source>It answers this program.</source>
        <translation>このソフトに応答しています。</translation>
    </message>
    <message>
        <source>The smart-card service is not running</source>
        <translation>スマートカードのサービスが動いていません</translation>
    </message>
    <message>
        <source>It is installed, but it does not answer.</source>
        <translation>インストールされていますが、応答しません。</translation>
    </message>
    <message>
        <source>Start it with this command: sudo systemctl start pcscd.socket</source>
        <translation>次のコマンドで開始してください：sudo systemctl start pcscd.socket</translation>
    </message>
    <message>
        <source>Plug the reader in: Windows then starts the service by itself. If it does not, open “Services”, choose “Smart Card” and “Start”.</source>
        <translation>カードリーダーをつなぐと、Windowsがサービスを自動で開始します。開始しないときは「サービス」を開き、「Smart Card」を選んで「開始」を押してください。</translation>
    </message>
    <message>
        <source>Unplug the reader and plug it in again. If that does not help, restart the Mac.</source>
        <translation>カードリーダーを抜いて差し直してください。直らないときは、Macを再起動してください。</translation>
    </message>
    <message>
        <source>The smart-card service is not installed</source>
        <translation>スマートカードのサービスがインストールされていません</translation>
    </message>
    <message>
        <source>The program pcscd was not found on this computer.</source>
        <translation>このパソコンにpcscdが見つかりません。</translation>
    </message>
    <message>
        <source>Install it; on Debian and Ubuntu with this command: sudo apt install pcscd libccid</source>
        <translation>インストールしてください。DebianとUbuntuでは次のコマンドです：sudo apt install pcscd libccid</translation>
    </message>
    <message>
        <source>The smart-card service refuses this user</source>
        <translation>スマートカードのサービスの利用が許可されていません</translation>
    </message>
    <message>
        <source>Something listens, but it hangs up. Usually polkit lets only the person in who sits at this computer, and nobody over a remote connection.</source>
        <translation>サービスは動いていますが、接続を断られました。多くの場合、パソコンの前にいる人だけに利用が許可されていて（polkit）、リモート接続からは使えません。</translation>
    </message>
    <message>
        <source>Log in at the computer itself. For a remote desktop the administrator allows org.debian.pcsc-lite.access_pcsc and org.debian.pcsc-lite.access_card in /etc/polkit-1/rules.d.</source>
        <translation>パソコンに直接ログインしてください。リモートで使うには、管理者が /etc/polkit-1/rules.d で org.debian.pcsc-lite.access_pcsc と org.debian.pcsc-lite.access_card を許可する必要があります。</translation>
    </message>
    <message>
        <source>The smart-card service is of another version</source>
        <translation>スマートカードのサービスの版が合いません</translation>
    </message>
    <message>
        <source>The service and the library of this program do not speak the same language. This happens to programs that come in a box of their own (Flatpak, Snap).</source>
        <translation>サービスと、このソフトが使う部品の版が違うため、通信できません。FlatpakやSnapで入れたソフトで起こることがあります。</translation>
    </message>
    <message>
        <source>Update the system, or install this program as a package of the system instead.</source>
        <translation>システムを更新するか、このソフトをシステムのパッケージとして入れ直してください。</translation>
    </message>
    <message>
        <source>Card readers found: {number}</source>
        <translation>カードリーダーが{number}台あります</translation>
    </message>
    <message>
        <source>Found: {names}.</source>
        <translation>見つかったもの：{names}。</translation>
    </message>
    <message>
        <source>Plug in an IC card reader that can read My Number cards, directly and not through a hub.</source>
        <translation>マイナンバーカードに対応したICカードリーダーを、ハブを使わずパソコンに直接つないでください。</translation>
    </message>
    <message>
        <source>Plug the reader in and install its maker&apos;s driver. In “Device Manager” it must stand under “Smart card readers”.</source>
        <translation>カードリーダーをつなぎ、メーカーのドライバーを入れてください。「デバイスマネージャー」の「スマートカード読み取り装置」に表示されれば使えます。</translation>
    </message>
    <message>
        <source>No card reader is connected</source>
        <translation>カードリーダーが接続されていません</translation>
    </message>
    <message>
        <source>Neither the service nor the USB list shows one.</source>
        <translation>サービスの一覧にもUSBの一覧にもありません。</translation>
    </message>
    <message>
        <source>This reader cannot be used on this system</source>
        <translation>このカードリーダーは、このシステムでは使えません</translation>
    </message>
    <message>
        <source>{names} is plugged in, but it speaks a language of its own (no PC/SC on Linux). No setting and no driver of the system changes that.</source>
        <translation>{names}がつながっていますが、独自の方式のため、Linuxでは使えません（PC/SC非対応）。設定やドライバーでは解決できません。</translation>
    </message>
    <message>
        <source>Use a reader that the package libccid supports, for example Sony RC-S300.</source>
        <translation>パッケージlibccidが対応するカードリーダー（例：ソニーRC-S300）を使ってください。</translation>
    </message>
    <message>
        <source>A reader is plugged in, but its driver is missing</source>
        <translation>カードリーダーはつながっていますが、ドライバーがありません</translation>
    </message>
    <message>
        <source>{names} is on USB, and the service does not list it.</source>
        <translation>{names}がUSBにつながっていますが、サービスの一覧にありません。</translation>
    </message>
    <message>
        <source>Install the driver (on Debian and Ubuntu: sudo apt install libccid), unplug the reader and plug it in again.</source>
        <translation>ドライバーを入れて（DebianとUbuntuでは sudo apt install libccid）、カードリーダーを抜いて差し直してください。</translation>
    </message>
    <message>
        <source>One reader is plugged in that cannot be used</source>
        <translation>使えないカードリーダーがつながっています</translation>
    </message>
    <message>
        <source>Put the card on another reader.</source>
        <translation>ほかのカードリーダーにカードをセットしてください。</translation>
    </message>
    <message>
        <source>The chosen reader is not connected</source>
        <translation>選んであるカードリーダーが接続されていません</translation>
    </message>
    <message>
        <source>“{names}” was chosen before; another reader is used now.</source>
        <translation>以前に選んだのは「{names}」です。今は別のカードリーダーを使っています。</translation>
    </message>
    <message>
        <source>Choose the reader that you use now.</source>
        <translation>今使うカードリーダーを選んでください。</translation>
    </message>
    <message>
        <source>The clock is plausible</source>
        <translation>時計におかしな点はありません</translation>
    </message>
    <message>
        <source>It was compared with dates only, not with a time server.</source>
        <translation>日付と比べただけで、時刻サーバーとは比べていません。</translation>
    </message>
    <message>
        <source>Set the clock; this command sets it by itself: sudo timedatectl set-ntp on</source>
        <translation>時計を合わせてください。次のコマンドで自動的に合います：sudo timedatectl set-ntp on</translation>
    </message>
    <message>
        <source>Open “Settings”, “Time &amp; language”, “Date &amp; time” and choose “Sync now”.</source>
        <translation>「設定」の「時刻と言語」から「日付と時刻」を開き、「今すぐ同期」を押してください。</translation>
    </message>
    <message>
        <source>Open “System Settings”, “General”, “Date &amp; Time” and set it automatically.</source>
        <translation>「システム設定」の「一般」から「日付と時刻」を開き、自動設定にしてください。</translation>
    </message>
    <message>
        <source>The clock is behind</source>
        <translation>パソコンの時計が遅れています</translation>
    </message>
    <message>
        <source>It shows a time before this program or the certificate was made. Validity cannot be judged like this.</source>
        <translation>このソフトや証明書が作られる前の日時になっています。このままでは有効期間を判断できません。</translation>
    </message>
    <message>
        <source>The clock is far ahead</source>
        <translation>パソコンの時計が大きく進んでいます</translation>
    </message>
    <message>
        <source>It shows a time many years after this program was made.</source>
        <translation>このソフトが作られてから何年も後の日時になっています。</translation>
    </message>
    <message>
        <source>The clock was changed just now</source>
        <translation>パソコンの時計が今変わりました</translation>
    </message>
    <message>
        <source>It moved by {number} seconds during the diagnosis.</source>
        <translation>動作確認の間に{number}秒動きました。</translation>
    </message>
    <message>
        <source>The revocation server answers</source>
        <translation>失効情報のサーバーが応答しました</translation>
    </message>
    <message>
        <source>It says that the user authentication certificate is not revoked.</source>
        <translation>利用者証明用電子証明書は失効していない、という応答です。</translation>
    </message>
    <message>
        <source>No server is set</source>
        <translation>サーバーが設定されていません</translation>
    </message>
    <message>
        <source>No connection was made, and revocation was not checked.</source>
        <translation>通信はしていません。失効しているかどうかは確認していません。</translation>
    </message>
    <message>
        <source>To check it, open the certificate and press “Check validity”.</source>
        <translation>確認するには、証明書を開いて「有効性確認」を押してください。</translation>
    </message>
    <message>
        <source>No certificate to ask about</source>
        <translation>問い合わせる証明書がありません</translation>
    </message>
    <message>
        <source>No connection was made: no certificate could be read before.</source>
        <translation>証明書を読み取れなかったため、通信はしていません。</translation>
    </message>
    <message>
        <source>Put the card on the reader and run the diagnosis again.</source>
        <translation>カードをカードリーダーにセットして、もう一度動作確認をしてください。</translation>
    </message>
    <message>
        <source>The server was not asked</source>
        <translation>サーバーに問い合わせていません</translation>
    </message>
    <message>
        <source>The certificate does not lead to an authority that this program trusts, or its dates do not hold.</source>
        <translation>このソフトが信頼する認証局の証明書ではないか、有効期間の外です。</translation>
    </message>
    <message>
        <source>Open the certificate and press “Check validity” to see why.</source>
        <translation>理由を見るには、証明書を開いて「有効性確認」を押してください。</translation>
    </message>
    <message>
        <source>The revocation server cannot be reached</source>
        <translation>失効情報のサーバーに接続できません</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the address of the server in the settings.</source>
        <translation>ネットワーク、プロキシ、設定にあるサーバーのアドレスを確かめてください。</translation>
    </message>
    <message>
        <source>The revocation server gave no answer that can be used</source>
        <translation>失効情報のサーバーの応答が使えません</translation>
    </message>
    <message>
        <source>It was reached, but its answer proves nothing ({word}).</source>
        <translation>接続できましたが、応答を証拠にできません（{word}）。</translation>
    </message>
    <message>
        <source>The certificate has been revoked or stopped</source>
        <translation>証明書が失効または一時停止しています</translation>
    </message>
    <message>
        <source>The server answers and says so. Sites will refuse it.</source>
        <translation>サーバーがそう応答しました。サイトでは使えません。</translation>
    </message>
    <message>
        <source>The counter of your city, ward, town or village can tell why and issue a new one.</source>
        <translation>理由の確認と新しい証明書の申請は、市区町村の窓口でできます。</translation>
    </message>
    <message>
        <source>Found: {names}</source>
        <translation>見つかったもの：{names}</translation>
    </message>
    <message>
        <source>They lie at their usual places; they were not tried out.</source>
        <translation>いつもの場所にあります。動かして試してはいません。</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>No browser lies at the usual places. This program itself needs none.</source>
        <translation>いつもの場所にブラウザーがありません。このソフトだけを使うなら必要ありません。</translation>
    </message>
</context>
<context>
    <name>error_codes</name>
    <message>
        <source>Error codes</source>
        <translation>エラーコード</translation>
    </message>
    <message>
        <source>Every message has a code. Names and numbers in the sentences are examples. Codes from JD-2000 on are results of the diagnosis.</source>
        <translation>お知らせには、それぞれコードがあります。文中の名前や番号は例です。JD-2000からのコードは「動作確認」の結果です。</translation>
    </message>
    <message>
        <source>What to do: {step}</source>
        <translation>対処方法：{step}</translation>
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
        <source>Start the service (on Linux: sudo systemctl start pcscd.socket) and try again.</source>
        <translation>サービスを開始して、もう一度お試しください（Linux では sudo systemctl start pcscd.socket）。</translation>
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
        <source>The two new passwords are different.</source>
        <translation>新しいパスワードと確認の入力が違います。</translation>
    </message>
    <message>
        <source>The file holds several certificates; a check is about one. Save the one that is meant as a file of its own.</source>
        <translation>ファイルに証明書が2枚以上入っています。有効性確認は1枚ずつです。確かめたい証明書だけを別のファイルに保存してください。</translation>
    </message>
    <message>
        <source>The file holds certificates of authorities only. They are not checked by themselves; compare their fingerprint with the published one.</source>
        <translation>ファイルに入っているのは認証局の証明書だけです。認証局の証明書は有効性確認の対象ではありません。公開されているフィンガープリントと比べて確かめてください。</translation>
    </message>
    <message>
        <source>A file cannot be named “-”. Leave --output out for the terminal.</source>
        <translation>「-」という名前のファイルには保存できません。ターミナルに出すときは --output を付けないでください。</translation>
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
        <translation>{password}が違います。ロックされるまで、残り{tries_left}回です。</translation>
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
    <message>
        <source>It is not known whether the password was changed</source>
        <translation>パスワードが変更されたか分かりません</translation>
    </message>
    <message>
        <source>The card gave no clear answer after the new {password} was sent. Either the old one or the new one holds now.</source>
        <translation>新しい{password}を送った後、カードからはっきりした応答がありませんでした。今は、前のパスワードか新しいパスワードのどちらかになっています。</translation>
    </message>
    <message>
        <source>Set the card again and check the new password. If it is right, the change was made. If it is wrong, the check costs one try and the old password still holds.</source>
        <translation>カードをセットし直して、新しいパスワードを確かめてください。正しければ、変更できています。違うときは残り回数が1回減り、前のパスワードのままです。</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>ファイルを開けません</translation>
    </message>
    <message>
        <source>{path} could not be opened ({reason}).</source>
        <translation>{path} を開けませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>Check that the file is there and that you may read it.</source>
        <translation>ファイルがその場所にあること、読み取る権限があることを確認してください。</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>パイプ</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ソケット</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>This is not a file</source>
        <translation>ファイルではありません</translation>
    </message>
    <message>
        <source>{path} is {kind}. Only files are opened.</source>
        <translation>{path} は{kind}です。開けるのはファイルだけです。</translation>
    </message>
    <message>
        <source>Choose a certificate file.</source>
        <translation>証明書ファイルを選んでください。</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>ファイルが大きすぎます</translation>
    </message>
    <message>
        <source>{path} has {size} MB; files of certificates have {limit} MB at most.</source>
        <translation>{path} の大きさは {size} MB です。証明書ファイルとして開けるのは {limit} MB までです。</translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation>正しいファイルかどうかを確認してください。</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <translation>{path} は空です。</translation>
    </message>
    <message>
        <source>{path} holds no certificate.</source>
        <translation>{path} に証明書は入っていません。</translation>
    </message>
    <message>
        <source>What {path} holds is not known to this program.</source>
        <translation>{path} の内容は、このソフトで扱える形式ではありません。</translation>
    </message>
    <message>
        <source>There is no certificate in this file</source>
        <translation>このファイルに証明書はありません</translation>
    </message>
    <message>
        <source>Files that can be opened: certificates (.cer, .crt, .der, .pem), PKCS#7 (.p7b, .p7c), PKCS#12 (.p12, .pfx), revocation lists and certificate requests.</source>
        <translation>証明書（.cer、.crt、.der、.pem）、PKCS#7（.p7b、.p7c）、PKCS#12（.p12、.pfx）、失効リスト、証明書署名要求のファイルを選んでください。</translation>
    </message>
    <message>
        <source>The file needs its password</source>
        <translation>このファイルにはパスワードが必要です</translation>
    </message>
    <message>
        <source>{path} is a PKCS#12 file, which opens only with the password it was made with.</source>
        <translation>{path} は PKCS#12 形式のファイルで、作成時に決めたパスワードがないと開けません。</translation>
    </message>
    <message>
        <source>Enter its password. It is not the password of a My Number card.</source>
        <translation>このファイルのパスワードを入力してください。マイナンバーカードのパスワードではありません。</translation>
    </message>
    <message>
        <source>The password does not open the file</source>
        <translation>このパスワードではファイルを開けません</translation>
    </message>
    <message>
        <source>{path} does not open with this password. Try again: these tries are not counted.</source>
        <translation>{path} はこのパスワードでは開けません。入力回数に制限はありません。もう一度入力してください。</translation>
    </message>
    <message>
        <source>Check upper and lower case and try again. If the password is certainly right, the file is damaged.</source>
        <translation>大文字と小文字を確かめて、もう一度入力してください。パスワードに間違いがなければ、ファイルが壊れています。</translation>
    </message>
    <message>
        <source>It asks for more than {limit} rounds of computing.</source>
        <translation>上限の {limit} 回を超える反復計算を求めています。</translation>
    </message>
    <message>
        <source>It asks for more than {limit} bytes of memory.</source>
        <translation>上限の {limit} バイトを超えるメモリーを求めています。</translation>
    </message>
    <message>
        <source>It was not open after {limit} seconds.</source>
        <translation>{limit} 秒たっても開けませんでした。</translation>
    </message>
    <message>
        <source>Opening the file would take too long</source>
        <translation>ファイルを開く処理に時間がかかりすぎます</translation>
    </message>
    <message>
        <source>Files like this are made to block a computer. Ask where it comes from.</source>
        <translation>コンピューターを止める目的で作られたファイルのおそれがあります。入手元を確認してください。</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>ファイルが壊れています</translation>
    </message>
    <message>
        <source>{path} is a PKCS#12 file that cannot be read to its end ({reason}).</source>
        <translation>{path} は PKCS#12 形式のファイルですが、最後まで読み取れません（{reason}）。</translation>
    </message>
    <message>
        <source>Get the file again from where it was made.</source>
        <translation>作成元からファイルを入手し直してください。</translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation>表示できません</translation>
    </message>
    <message>
        <source>{path}: {reason}.</source>
        <translation>{path}：{reason}。</translation>
    </message>
    <message>
        <source>Choose a file that holds the certificate.</source>
        <translation>証明書の入ったファイルを選んでください。</translation>
    </message>
    <message>
        <source>There is no number in the text.</source>
        <translation>番号が入力されていません。</translation>
    </message>
    <message>
        <source>A serial number has 20 bytes (40 digits) at most.</source>
        <translation>シリアル番号は 20 バイト（16進数で 40 桁）までです。</translation>
    </message>
    <message>
        <source>A serial number has the digits 0 to 9 and, in hexadecimal, A to F.</source>
        <translation>シリアル番号に使えるのは 0～9 の数字と、16進数の場合は A～F の文字です。</translation>
    </message>
    <message>
        <source>This is not a serial number</source>
        <translation>シリアル番号ではありません</translation>
    </message>
    <message>
        <source>Copy the number again, without any words around it.</source>
        <translation>前後の文字を含めずに、番号だけをもう一度コピーしてください。</translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation>同じ名前のファイルがあります</translation>
    </message>
    <message>
        <source>{path} was left as it is.</source>
        <translation>{path} は元のままです。</translation>
    </message>
    <message>
        <source>Choose another name, or say that the file is to be replaced.</source>
        <translation>別の名前にするか、上書きすることを指定してください。</translation>
    </message>
    <message>
        <source>The file cannot be written there</source>
        <translation>その場所にはファイルを書き込めません</translation>
    </message>
    <message>
        <source>Choose a folder of your own, such as your documents.</source>
        <translation>「ドキュメント」など、ご自分のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is no space left for the file</source>
        <translation>空き容量が足りません</translation>
    </message>
    <message>
        <source>{path} was not written.</source>
        <translation>{path} は出力されていません。</translation>
    </message>
    <message>
        <source>Make space, or choose another disk.</source>
        <translation>空き容量を増やすか、別のディスクを選んでください。</translation>
    </message>
    <message>
        <source>The name belongs to something else than a file</source>
        <translation>その名前はファイル以外のものに使われています</translation>
    </message>
    <message>
        <source>{path} is a folder or a device.</source>
        <translation>{path} はフォルダーまたはデバイスです。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前にしてください。</translation>
    </message>
    <message>
        <source>Writing the file failed</source>
        <translation>ファイル出力に失敗しました</translation>
    </message>
    <message>
        <source>Choose another name or another folder, and try again.</source>
        <translation>別の名前または別のフォルダーにして、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The system did not allow it, or the password was not given.</source>
        <translation>許可されなかったか、パスワードが入力されませんでした。</translation>
    </message>
    <message>
        <source>The system could not start it.</source>
        <translation>システムがサービスを開始できませんでした。</translation>
    </message>
    <message>
        <source>The smart-card service could not be started</source>
        <translation>スマートカードのサービスを開始できませんでした</translation>
    </message>
    <message>
        <source>Type this into a terminal: sudo systemctl start pcscd.socket – or restart the computer.</source>
        <translation>ターミナルで sudo systemctl start pcscd.socket を実行するか、パソコンを再起動してください。</translation>
    </message>
    <message>
        <source>All card readers are hidden</source>
        <translation>カードリーダーがすべて非表示です</translation>
    </message>
    <message>
        <source>Card readers are connected, but all are hidden in the settings.</source>
        <translation>カードリーダーは接続されていますが、設定ですべて非表示になっています。</translation>
    </message>
    <message>
        <source>Show one again: screen “Settings”, page “Card readers”.</source>
        <translation>「設定」画面の「カードリーダー」で、使うカードリーダーを表示してください。</translation>
    </message>
    <message>
        <source>“set” needs a name and a value, “unset” a name, “test-connection” an address.</source>
        <translation>setには名前と値、unsetには名前、test-connectionにはアドレスが必要です。</translation>
    </message>
    <message>
        <source>A revocation cannot be undone, so somebody has to say yes: use a terminal or give --yes.</source>
        <translation>失効は取り消せないため、確認が必要です。ターミナルで実行するか、--yes を付けてください。</translation>
    </message>
    <message>
        <source>The smart-card service does not answer</source>
        <translation>スマートカードサービスが応答しません</translation>
    </message>
    <message>
        <source>It is running, but it has not answered for a long time, so the program stopped waiting.</source>
        <translation>サービスは動いていますが、長い間応答がないため、待つのをやめました。</translation>
    </message>
    <message>
        <source>Restart the service (on Linux: sudo systemctl restart pcscd). The program goes on by itself then.</source>
        <translation>サービスを再起動してください（Linux：sudo systemctl restart pcscd）。再起動すると、このソフトは自動で続きから動きます。</translation>
    </message>
    <message>
        <source>No window can be opened here</source>
        <translation>ここでは画面を表示できません</translation>
    </message>
    <message>
        <source>This session has no screen that can be used ({reason}).</source>
        <translation>使用できる画面がありません（{reason}）。</translation>
    </message>
    <message>
        <source>Start it on a desktop, or use jpki in the terminal (jpki --help).</source>
        <translation>デスクトップの画面から起動するか、ターミナルで jpki を使用してください（jpki --help）。</translation>
    </message>
    <message>
        <source>Japanese characters cannot be shown</source>
        <translation>日本語の文字を表示できません</translation>
    </message>
    <message>
        <source>No Japanese font is installed, so the windows are in English, and Japanese names appear as boxes.</source>
        <translation>日本語のフォントがないため、画面は英語で表示し、日本語の氏名などは四角で表示されます。</translation>
    </message>
    <message>
        <source>Install a Japanese font (Debian: sudo apt install fonts-noto-cjk) and start again.</source>
        <translation>日本語のフォントをインストールして（Debian：sudo apt install fonts-noto-cjk）、起動し直してください。</translation>
    </message>
    <message>
        <source>No characters can be shown in windows</source>
        <translation>画面に文字を表示できません</translation>
    </message>
    <message>
        <source>No font is installed on this system.</source>
        <translation>このパソコンにはフォントが1つもありません。</translation>
    </message>
    <message>
        <source>Install fonts (Debian: sudo apt install fonts-noto-cjk) and start again. jpki works in the terminal without them.</source>
        <translation>フォントをインストールして（Debian：sudo apt install fonts-noto-cjk）、起動し直してください。ターミナルの jpki は、フォントがなくても使用できます。</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Certificate (DER)</source>
        <translation>証明書（DER）</translation>
    </message>
    <message>
        <source>Certificate (PEM)</source>
        <translation>証明書（PEM）</translation>
    </message>
    <message>
        <source>Shown rows as text</source>
        <translation>表示中の項目（テキスト）</translation>
    </message>
    <message>
        <source>Detailed rows as a table (CSV)</source>
        <translation>詳細情報の表（CSV）</translation>
    </message>
    <message>
        <source>Reminder of the end of validity (calendar)</source>
        <translation>有効期間の満了日のお知らせ（カレンダー）</translation>
    </message>
    <message>
        <source>The digital signature certificate holds the name, date of birth, sex and address. Whoever gets the file can read them.</source>
        <translation>署名用電子証明書には、氏名・生年月日・性別・住所が入っています。ファイルを受け取った人は、これらを読むことができます。</translation>
    </message>
    <message>
        <source>Written on {moment}</source>
        <translation>ファイル出力日時：{moment}</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目名</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>{certificate}: the last day of validity is {date}. A new one is issued at the counter of your city, ward, town or village, when less than three months remain until that day.</source>
        <translation>{certificate}の有効期間の満了日は {date} です。満了日の3か月前の翌日から、お住まいの市区町村の窓口で更新の手続きができます。</translation>
    </message>
    <message>
        <source>[Test] </source>
        <translation>【テスト用】</translation>
    </message>
    <message>
        <source>{certificate} ends on {date}</source>
        <translation>{certificate}の有効期間の満了日は {date} です</translation>
    </message>
    <message>
        <source>{certificate} ends today</source>
        <translation>{certificate}の有効期間は本日までです</translation>
    </message>
</context>
<context>
    <name>file_password</name>
    <message>
        <source>Password of the file</source>
        <translation>ファイルのパスワード</translation>
    </message>
    <message>
        <source>This file is protected by a password.</source>
        <translation>このファイルはパスワードで保護されています。</translation>
    </message>
    <message>
        <source>Only the certificates are shown; the private key stays in the file. Wrong passwords lock nothing.</source>
        <translation>証明書だけを表示し、秘密鍵は取り出しません。間違えてもロックされることはありません。</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Show the pass&amp;word</source>
        <translation>パスワードを表示する(&amp;W)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Certificate file (DER)</source>
        <translation>証明書ファイル（DER）</translation>
    </message>
    <message>
        <source>Certificate file (PEM)</source>
        <translation>証明書ファイル（PEM）</translation>
    </message>
    <message>
        <source>Certificates (PKCS#7)</source>
        <translation>証明書（PKCS#7）</translation>
    </message>
    <message>
        <source>Certificates with a key (PKCS#12)</source>
        <translation>秘密鍵付きの証明書（PKCS#12）</translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation>失効リスト</translation>
    </message>
    <message>
        <source>Certificate request</source>
        <translation>証明書署名要求</translation>
    </message>
    <message>
        <source>Damaged: this cannot be read</source>
        <translation>壊れているため読み取れません</translation>
    </message>
    <message>
        <source>The end is missing</source>
        <translation>途中で切れています</translation>
    </message>
    <message>
        <source>Something unknown follows</source>
        <translation>後ろに不明なデータがあります</translation>
    </message>
    <message>
        <source>Nested too deeply to be read</source>
        <translation>入れ子が深すぎるため読み取れません</translation>
    </message>
    <message>
        <source>Too many parts to be read</source>
        <translation>構成要素が多すぎるため読み取れません</translation>
    </message>
    <message>
        <source>Too large for a certificate</source>
        <translation>証明書としては大きすぎます</translation>
    </message>
    <message>
        <source>There are more entries; only the first 10,000 are shown</source>
        <translation>件数が多いため、最初の 10,000 件だけを表示しています</translation>
    </message>
    <message>
        <source>A private key, which is never read</source>
        <translation>秘密鍵のため読み取りません</translation>
    </message>
    <message>
        <source>A PKCS#12 file within another file</source>
        <translation>別のファイルの中にある PKCS#12 形式のファイル</translation>
    </message>
    <message>
        <source>An attribute certificate, which is not shown</source>
        <translation>属性証明書のため表示しません</translation>
    </message>
    <message>
        <source>Neither a certificate nor anything else known</source>
        <translation>証明書でも、このソフトで扱えるほかの形式でもありません</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体者</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公開鍵</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>発行日時</translation>
    </message>
    <message>
        <source>Next one by</source>
        <translation>次回の発行予定</translation>
    </message>
    <message>
        <source>Revoked certificates</source>
        <translation>失効した証明書の件数</translation>
    </message>
    <message>
        <source>{count} or more</source>
        <translation>{count}件以上</translation>
    </message>
    <message>
        <source>Matches the published one: {authority}, generation {generation} ({first}–{last})</source>
        <translation>公開されている証明書と一致：{authority} 第{generation}世代（{first}～{last}年）</translation>
    </message>
    <message>
        <source>A test authority: it proves nothing</source>
        <translation>テスト用の認証局：何の証明にもなりません</translation>
    </message>
    <message>
        <source>Unknown: not among the published ones</source>
        <translation>不明：公開されている認証局の証明書と一致しません</translation>
    </message>
    <message>
        <source>Paste the published fingerprint here.</source>
        <translation>公開されているフィンガープリントをここに貼り付けてください。</translation>
    </message>
    <message>
        <source>Equal: all 64 digits are the same.</source>
        <translation>一致：64 桁すべてが同じです。</translation>
    </message>
    <message>
        <source>Equal to the SHA-1 fingerprint. Compare the SHA-256 one: SHA-1 can be forged.</source>
        <translation>SHA-1 のフィンガープリントと一致します。SHA-1 は偽造できるため、SHA-256 で比べてください。</translation>
    </message>
    <message>
        <source>Different, for the first time at digit {position}.</source>
        <translation>不一致：{position} 桁目から異なります。</translation>
    </message>
    <message>
        <source>Different from the SHA-1 fingerprint, for the first time at digit {position}.</source>
        <translation>SHA-1 のフィンガープリントと不一致：{position} 桁目から異なります。</translation>
    </message>
    <message>
        <source>Too short: {digits} of 64 digits.</source>
        <translation>桁数が足りません：64 桁のうち {digits} 桁です。</translation>
    </message>
    <message>
        <source>Too long: {digits} digits instead of 64.</source>
        <translation>桁数が多すぎます：64 桁のところ {digits} 桁あります。</translation>
    </message>
    <message>
        <source>Character {position} is not a hexadecimal digit (0–9, A–F).</source>
        <translation>{position} 文字目は16進数の文字（0～9、A～F）ではありません。</translation>
    </message>
</context>
<context>
    <name>four_passwords</name>
    <message>
        <source>The card&apos;s &amp;four passwords</source>
        <translation>カードの4つのパスワード(&amp;F)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形</translation>
    </message>
    <message>
        <source>Other names, and where it is used</source>
        <translation>ほかの呼び方と使うところ</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>これです</translation>
    </message>
    <message>
        <source>4 digits (locks after 3)</source>
        <translation>数字4桁（3回でロック）</translation>
    </message>
    <message>
        <source>For signatures</source>
        <translation>署名用</translation>
    </message>
    <message>
        <source>6 to 16 letters and digits (locks after 5)</source>
        <translation>英数字6～16文字（5回でロック）</translation>
    </message>
    <message>
        <source>“PIN of the signature certificate”, “alphanumeric password”. e-Tax and other applications that are signed.</source>
        <translation>「署名用電子証明書の暗証番号」「英数字のパスワード」。e-Tax など、電子署名をする申請で使います。</translation>
    </message>
    <message>
        <source>For user authentication</source>
        <translation>利用者証明用</translation>
    </message>
    <message>
        <source>“PIN of the user authentication certificate”, “login PIN”. Mynaportal, convenience stores, health insurance.</source>
        <translation>「利用者証明用電子証明書の暗証番号」「ログイン用の暗証番号」。マイナポータル、コンビニ交付、健康保険証で使います。</translation>
    </message>
    <message>
        <source>For input support of the card&apos;s face</source>
        <translation>券面事項入力補助用</translation>
    </message>
    <message>
        <source>“Card PIN”, “PIN for reading name and address”. Applications that fill in name and address from the card.</source>
        <translation>「券面入力の暗証番号」「氏名や住所を読み取る暗証番号」。氏名や住所をカードから入力する申請で使います。</translation>
    </message>
    <message>
        <source>For the Basic Resident Register</source>
        <translation>住民基本台帳用</translation>
    </message>
    <message>
        <source>“PIN of the Individual Number Card”. The counter of the city, for example when moving.</source>
        <translation>「個人番号カード用の暗証番号」。引っ越しなど、市区町村の窓口で使います。</translation>
    </message>
    <message>
        <source>This program uses the first two. The other two are changed at the counter of your city, ward, town or village. Many people have chosen the same four digits for all three.</source>
        <translation>このソフトで使うのは上の2つです。下の2つの変更は、お住まいの市区町村の窓口で行います。数字4桁の3つには、同じ番号を設定している方も多くいます。</translation>
    </message>
</context>
<context>
    <name>inspect</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体者</translation>
    </message>
    <message>
        <source>Serial number (hexadecimal)</source>
        <translation>シリアル番号（16進数）</translation>
    </message>
    <message>
        <source>Serial number (decimal)</source>
        <translation>シリアル番号（10進数）</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期間の満了日</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>残り日数</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>フィンガープリント（SHA-256）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Revoked certificates: {count}</source>
        <translation>失効した証明書：{count}件</translation>
    </message>
</context>
<context>
    <name>installation</name>
    <message>
        <source>Debian package</source>
        <translation>Debianのパッケージ</translation>
    </message>
    <message>
        <source>Windows installer (for one user)</source>
        <translation>Windowsのインストーラー（利用者ごと）</translation>
    </message>
    <message>
        <source>Windows installer (for all users, MSI)</source>
        <translation>Windowsのインストーラー（全員用、MSI）</translation>
    </message>
    <message>
        <source>macOS application</source>
        <translation>macOSのアプリケーション</translation>
    </message>
    <message>
        <source>from the source code</source>
        <translation>ソースコードから</translation>
    </message>
    <message>
        <source>as a Python package</source>
        <translation>Pythonのパッケージ</translation>
    </message>
    <message>
        <source>This program: JPKI Desktop {version} ({how})</source>
        <translation>このソフト：JPKI Desktop {version}（{how}）</translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>Switch it off</source>
        <translation>記録をやめる</translation>
    </message>
    <message>
        <source>The log cannot be written ({reason}). The program goes on without it.</source>
        <translation>ログを書き込めません（{reason}）。ログなしで続けます。</translation>
    </message>
    <message>
        <source>The detailed log is on: it holds every command to the card, without passwords and contents.</source>
        <translation>詳しいログを記録しています。カードへの命令が残ります（パスワードと証明書の内容は残りません）。</translation>
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
        <source>Starting…</source>
        <translation>起動しています…</translation>
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
        <source>CA certificates (&amp;C)</source>
        <translation>認証局の証明書(&amp;C)</translation>
    </message>
    <message>
        <source>Show the certificates of the authorities on the card</source>
        <translation>カードに入っている認証局の証明書を表示します</translation>
    </message>
    <message>
        <source>Open certificate files (&amp;O)</source>
        <translation>証明書ファイルを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Show certificates that are kept in files</source>
        <translation>ファイルに保存された証明書を表示します</translation>
    </message>
    <message>
        <source>Convert a serial number (&amp;N)</source>
        <translation>シリアル番号の変換(&amp;N)</translation>
    </message>
    <message>
        <source>Turn hexadecimal into decimal and back</source>
        <translation>16進数と10進数を相互に変換します</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Change password (&amp;P)</source>
        <translation>パスワード変更(&amp;P)</translation>
    </message>
    <message>
        <source>Change one of the two passwords of the certificates</source>
        <translation>2つの電子証明書のパスワードのどちらかを変更します</translation>
    </message>
    <message>
        <source>Check a password (&amp;K)</source>
        <translation>パスワードを確かめる(&amp;K)</translation>
    </message>
    <message>
        <source>Find out whether a password is right</source>
        <translation>パスワードが正しいかどうかを確かめます</translation>
    </message>
    <message>
        <source>Unofficial software. Not made by J-LIS or the Digital Agency.</source>
        <translation>非公式のソフトウェアです。J-LISやデジタル庁が作ったものではありません。</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>手続き</translation>
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
    <message>
        <source>The card was taken away, so the entry was ended. Nothing was sent.</source>
        <translation>カードが外されたため、入力を中止しました。カードには何も送っていません。</translation>
    </message>
    <message>
        <source>Diagnosis (&amp;T)</source>
        <translation>動作確認(&amp;T)</translation>
    </message>
    <message>
        <source>Find out step by step what keeps the card from working</source>
        <translation>カードが使えない原因を順番に調べます</translation>
    </message>
    <message>
        <source>Settings (&amp;S)</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>Language, card readers, network and more</source>
        <translation>言語、カードリーダー、ネットワークなどの設定を変更します</translation>
    </message>
    <message>
        <source>Reminders (&amp;E)</source>
        <translation>更新通知(&amp;E)</translation>
    </message>
    <message>
        <source>Be told before a certificate ends</source>
        <translation>証明書の有効期限が近づいたときのお知らせを設定します</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Request a revocation (&amp;R)</source>
        <translation>証明書の失効申請(&amp;R)</translation>
    </message>
    <message>
        <source>Have a certificate revoked that you do not use any more</source>
        <translation>使わなくなった証明書の失効を申請します</translation>
    </message>
    <message>
        <source>An installer wants to replace this program. Please finish here and close it.</source>
        <translation>インストーラーが、このソフトを入れ替えようとしています。ここでの操作を済ませて、このソフトを閉じてください。</translation>
    </message>
    <message>
        <source>How to unlock it (&amp;L)</source>
        <translation>解除できる場所(&amp;L)</translation>
    </message>
    <message>
        <source>Help (&amp;H)</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>The manual; F1 opens it at the page of a window</source>
        <translation>使い方の説明です。F1 キーを押すと、その画面の説明が開きます</translation>
    </message>
</context>
<context>
    <name>manual</name>
    <message>
        <source>Help – JPKI Desktop (unofficial)</source>
        <translation>ヘルプ – JPKI Desktop（非公式）</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>ヘルプの検索</translation>
    </message>
    <message>
        <source>&amp;Search the manual</source>
        <translation>ヘルプの検索(&amp;S)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>この言葉があるページはありません。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページの内容</translation>
    </message>
    <message>
        <source>Copy the &amp;address</source>
        <translation>アドレスをコピー(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation>サーバーから時間内に応答がありませんでした。</translation>
    </message>
    <message>
        <source>The server&apos;s name was not found.</source>
        <translation>サーバーの名前が見つかりませんでした。</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>サーバーに接続できませんでした。</translation>
    </message>
    <message>
        <source>The connection ended before the answer was complete.</source>
        <translation>応答の途中で接続が切れました。</translation>
    </message>
    <message>
        <source>No secure connection could be made.</source>
        <translation>安全な接続を確立できませんでした。</translation>
    </message>
    <message>
        <source>The server&apos;s own certificate is not trusted by this computer.</source>
        <translation>サーバーの証明書が、このパソコンで信頼されていません。</translation>
    </message>
    <message>
        <source>The server answered with an error.</source>
        <translation>サーバーがエラーを返しました。</translation>
    </message>
    <message>
        <source>The server sent something else than an answer.</source>
        <translation>サーバーから、応答ではないものが返されました。</translation>
    </message>
    <message>
        <source>The server sent a form that is not accepted.</source>
        <translation>サーバーから、受け付けられない形式で返されました。</translation>
    </message>
    <message>
        <source>The answer was larger than is allowed.</source>
        <translation>応答が、受け付けられる大きさを超えています。</translation>
    </message>
    <message>
        <source>The server sent us to another place, which is refused.</source>
        <translation>サーバーが別の場所へ転送しようとしたため、中止しました。</translation>
    </message>
    <message>
        <source>The server does not speak as it should.</source>
        <translation>サーバーの通信手順が正しくありません。</translation>
    </message>
    <message>
        <source>Addresses of this kind are not used.</source>
        <translation>この種類のアドレスは使えません。</translation>
    </message>
    <message>
        <source>The address makes no sense.</source>
        <translation>アドレスが正しくありません。</translation>
    </message>
    <message>
        <source>The directory has no such entry.</source>
        <translation>ディレクトリに該当する項目がありません。</translation>
    </message>
    <message>
        <source>The directory answered with an error.</source>
        <translation>ディレクトリがエラーを返しました。</translation>
    </message>
    <message>
        <source>The proxy did not let us through.</source>
        <translation>プロキシが通信を許可しませんでした。</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password.</source>
        <translation>プロキシの利用にユーザー名とパスワードが必要です。</translation>
    </message>
    <message>
        <source>The address of the proxy makes no sense.</source>
        <translation>プロキシのアドレスが正しくありません。</translation>
    </message>
    <message>
        <source>The system uses a proxy script (PAC), which is not supported.</source>
        <translation>システムで自動構成スクリプト（PAC）が使われていますが、対応していません。</translation>
    </message>
    <message>
        <source>The demo is not connected to any network.</source>
        <translation>デモはネットワークに接続しません。</translation>
    </message>
    <message>
        <source>The network could not be used</source>
        <translation>通信できませんでした</translation>
    </message>
    <message>
        <source>Check the connection and the proxy, and try again.</source>
        <translation>接続とプロキシの設定を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The proxy refused the user name or the password.</source>
        <translation>プロキシのユーザー名またはパスワードが正しくありません。</translation>
    </message>
</context>
<context>
    <name>open_files</name>
    <message>
        <source>Open certificate files</source>
        <translation>証明書ファイルを開く</translation>
    </message>
    <message>
        <source>Certificates ({patterns})</source>
        <translation>証明書ファイル ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
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
        <source>Note: when this password locks, only the counter of your city, ward, town or village (or a kiosk with the phone app) can set a new one.</source>
        <translation>※注意：ロックされると、市区町村の窓口など（またはコンビニのキオスク端末とスマホアプリ）での再設定が必要です。</translation>
    </message>
</context>
<context>
    <name>password_rules</name>
    <message>
        <source>{count} characters</source>
        <translation>{count}桁</translation>
    </message>
    <message>
        <source>{least} to {most} characters</source>
        <translation>{least}～{most}文字</translation>
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
        <translation>{most}回続けて間違えるとロックされます。</translation>
    </message>
    <message>
        <source>Only 1 try left! If it is wrong once more, the password locks.</source>
        <translation>残り1回です。もう1回間違えるとロックされます。</translation>
    </message>
    <message>
        <source>{left} tries left. After {left} wrong tries in a row the password locks.</source>
        <translation>残り{left}回（あと{left}回続けて間違えるとロックされます）</translation>
    </message>
    <message>
        <source>The password is wrong. Only 1 try is left.</source>
        <translation>パスワードが違います。残り1回です。</translation>
    </message>
    <message>
        <source>The password is wrong. {left} tries are left.</source>
        <translation>パスワードが違います。残り{left}回です。</translation>
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
    <message>
        <source>If it is wrong, it locks. Then: {way}</source>
        <translation>間違えると、ロックされます。ロックされたときは、{way}</translation>
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
    <message>
        <source>Print pre&amp;view…</source>
        <translation>印刷プレビュー(&amp;V)…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>PDFで保存(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>proxy_login</name>
    <message>
        <source>Password of the proxy</source>
        <translation>プロキシのパスワード</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password.</source>
        <translation>プロキシのユーザー名とパスワードを入力してください。</translation>
    </message>
    <message>
        <source>Proxy: {address}</source>
        <translation>プロキシ：{address}</translation>
    </message>
    <message>
        <source>This is not a password of the My Number card. Ask the administrator of your network for it.</source>
        <translation>マイナンバーカードのパスワードではありません。わからないときは、ネットワークの管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>ユーザー名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keep the password in the keyring of this computer</source>
        <translation>パスワードをこのパソコンのキーリングに保存する(&amp;K)</translation>
    </message>
    <message>
        <source>The proxy refused the user name or the password.</source>
        <translation>プロキシのユーザー名またはパスワードが正しくありません。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <translation>ユーザー名を入力してください。</translation>
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
    <message>
        <source>All card readers are hidden in the settings.</source>
        <translation>カードリーダーがすべて、設定で非表示になっています。</translation>
    </message>
</context>
<context>
    <name>reminder_questions</name>
    <message>
        <source>The program then starts quietly when you log in, to tell you in time. You can change this under Reminders.</source>
        <translation>「はい」を選ぶと、期限が近づいたときにお知らせできるよう、パソコンへのログイン時にこのソフトが待機状態で起動します。「更新通知」でいつでも変更できます。</translation>
    </message>
    <message>
        <source>Yes (&amp;Y)</source>
        <translation>はい(&amp;Y)</translation>
    </message>
    <message>
        <source>No (&amp;I)</source>
        <translation>いいえ(&amp;I)</translation>
    </message>
    <message>
        <source>Yes, replace it (&amp;Y)</source>
        <translation>はい、置き換えます(&amp;Y)</translation>
    </message>
    <message>
        <source>No, keep both (&amp;I)</source>
        <translation>いいえ、両方残します(&amp;I)</translation>
    </message>
</context>
<context>
    <name>reminder_window</name>
    <message>
        <source>Reminder – JPKI Desktop (unofficial)</source>
        <translation>更新通知 – JPKI Desktop（非公式）</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>更新通知</translation>
    </message>
    <message>
        <source>Show all &amp;reminders</source>
        <translation>更新通知の一覧を表示(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Tell me when I &amp;log in</source>
        <translation>パソコンにログインしたときに知らせる(&amp;L)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期間の満了日</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Remembered certificates</source>
        <translation>記録している証明書</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete &amp;all</source>
        <translation>すべて削除(&amp;A)</translation>
    </message>
    <message>
        <source>My certificates (&amp;U)</source>
        <translation>自分の証明書(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;witch reminders off</source>
        <translation>更新通知をやめる(&amp;W)</translation>
    </message>
    <message>
        <source>Delete all remembered certificates?</source>
        <translation>記録している証明書をすべて削除しますか？</translation>
    </message>
    <message>
        <source>They are remembered again when they are seen again.</source>
        <translation>次にカードから読み取ったときに、もう一度記録されます。</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>すべて削除</translation>
    </message>
    <message>
        <source>Switch reminders off?</source>
        <translation>更新通知をやめますか？</translation>
    </message>
    <message>
        <source>All that is remembered is deleted, and nothing is told any more.</source>
        <translation>記録している内容はすべて削除され、今後はお知らせしません。</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>No more reminders (&amp;N)</source>
        <translation>もう知らせない(&amp;N)</translation>
    </message>
    <message>
        <source>Remind again (&amp;N)</source>
        <translation>再び知らせる(&amp;N)</translation>
    </message>
</context>
<context>
    <name>reminders</name>
    <message>
        <source>The reminders cannot be kept</source>
        <translation>更新通知の記録を使えません</translation>
    </message>
    <message>
        <source>{path} could not be used ({reason}).</source>
        <translation>{path}を読み書きできませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>Check the free space and the rights, and try again.</source>
        <translation>空き容量とアクセス権を確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The reminders are in a newer form</source>
        <translation>更新通知の記録が新しい形式です</translation>
    </message>
    <message>
        <source>A newer version of this program wrote them. They are left as they are.</source>
        <translation>このソフトの新しいバージョンが書いたものです。そのままにしてあります。</translation>
    </message>
    <message>
        <source>Use the newer version, or delete all reminders.</source>
        <translation>新しいバージョンを使うか、更新通知の記録をすべて消してください。</translation>
    </message>
    <message>
        <source>There is no such reminder</source>
        <translation>その印の更新通知はありません</translation>
    </message>
    <message>
        <source>No mark, or more than one, begins with “{mark}”.</source>
        <translation>「{mark}」で始まる印がないか、二つ以上あります。</translation>
    </message>
    <message>
        <source>jpki expiring lists the marks. Give more characters of one.</source>
        <translation>jpki expiring で印を確かめて、もっと長く指定してください。</translation>
    </message>
    <message>
        <source>[For tests] {name}</source>
        <translation>［テスト用］{name}</translation>
    </message>
    <message>
        <source>{certificate} has ended</source>
        <translation>{certificate}の有効期間が終わりました</translation>
    </message>
    <message>
        <source>{certificate} ends today</source>
        <translation>{certificate}の有効期間は今日までです</translation>
    </message>
    <message>
        <source>{certificate} ends tomorrow</source>
        <translation>{certificate}の有効期間は明日までです</translation>
    </message>
    <message>
        <source>{certificate} ends in {days} days</source>
        <translation>{certificate}の有効期間はあと{days}日です</translation>
    </message>
    <message>
        <source>This certificate is for tests. No counter can renew it.</source>
        <translation>これはテスト用の電子証明書です。窓口では更新できません。</translation>
    </message>
    <message>
        <source>This card can no longer tell online services, such as Mynaportal or certificates from convenience stores, that it is you.</source>
        <translation>マイナポータルやコンビニ交付などのオンラインサービスで、このカードを使って本人であることを示せなくなっています。</translation>
    </message>
    <message>
        <source>After the last day, this card can no longer tell online services, such as Mynaportal or certificates from convenience stores, that it is you.</source>
        <translation>満了日の後は、マイナポータルやコンビニ交付などのオンラインサービスで、このカードを使って本人であることを示せなくなります。</translation>
    </message>
    <message>
        <source>Online applications, such as e-Tax, can no longer be signed with this card.</source>
        <translation>e-Taxなどの電子申請で、このカードを使った電子署名ができなくなっています。</translation>
    </message>
    <message>
        <source>After the last day, online applications, such as e-Tax, can no longer be signed with this card.</source>
        <translation>満了日の後は、e-Taxなどの電子申請で、このカードを使った電子署名ができなくなります。</translation>
    </message>
    <message>
        <source>The counter of your city, ward, town or village issues a new one; bring the card.</source>
        <translation>お住まいの市区町村の窓口で、新しい電子証明書の発行を受けられます。カードをお持ちください。</translation>
    </message>
    <message>
        <source>It can be renewed now at the counter of your city, ward, town or village; bring the card.</source>
        <translation>お住まいの市区町村の窓口で、今から更新できます。カードをお持ちください。</translation>
    </message>
    <message>
        <source>The My Number card has a last day of its own, which may be earlier. Look at both.</source>
        <translation>マイナンバーカード自体の有効期限は、電子証明書とは別です。カードの方が先に切れることもありますので、両方を確かめてください。</translation>
    </message>
    <message>
        <source>No certificate ends soon</source>
        <translation>まもなく有効期間が終わる電子証明書はありません</translation>
    </message>
    <message>
        <source>{first} (and {count} more)</source>
        <translation>{first}（ほか{count}件）</translation>
    </message>
    <message>
        <source>No reminders</source>
        <translation>知らせません</translation>
    </message>
    <message>
        <source>Reminders from three months before the end</source>
        <translation>満了日の3か月前から知らせます</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終わりました</translation>
    </message>
    <message>
        <source>For tests: cannot be renewed</source>
        <translation>テスト用のため更新できません</translation>
    </message>
    <message>
        <source>Can be renewed now</source>
        <translation>今から更新できます</translation>
    </message>
    <message>
        <source>Shall this program remind you before a certificate ends?</source>
        <translation>電子証明書の有効期間が終わる前に、お知らせしますか？</translation>
    </message>
    <message>
        <source>To do so it keeps, on this computer alone, which certificate it is, its last day, and a mark by which it is recognised: no name and no serial number. You can look at this and delete it at any time. If you say no, nothing is kept.</source>
        <translation>お知らせのために、電子証明書の種類、有効期間の満了日、同じ電子証明書を見分けるための印を、このパソコンの中だけに残します。氏名やシリアル番号は残しません。残したものは、いつでも見たり消したりできます。「いいえ」を選ぶと、何も残しません。</translation>
    </message>
    <message>
        <source>{certificate}: one that ends on {new} was found. Does it replace the one that ends on {old}?</source>
        <translation>{new}まで有効な{certificate}が見つかりました。{old}まで有効なものから更新したものですか？</translation>
    </message>
    <message>
        <source>If the certificate was renewed, the old reminder is deleted. If the two are on the cards of two people, both reminders stay.</source>
        <translation>更新したものなら、古い方の更新通知を消します。別の方のカードなら、両方の更新通知を残します。</translation>
    </message>
    <message>
        <source>If the digital signature certificate was renewed too, open it once: then its reminder is asked about as well.</source>
        <translation>署名用電子証明書も更新したときは、一度表示してください。その更新通知についても確認します。</translation>
    </message>
    <message>
        <source>The card shows the last day of the digital signature certificate only with its password. It is known here after you have opened that certificate once.</source>
        <translation>署名用電子証明書の満了日は、パスワードを入力しないとカードから読み取れません。署名用電子証明書を一度表示すると、お知らせできるようになります。</translation>
    </message>
    <message>
        <source>No certificate has been remembered yet.</source>
        <translation>記録している電子証明書はまだありません。</translation>
    </message>
    <message>
        <source>The date of this computer has jumped. Please check it. Reminders go on tomorrow.</source>
        <translation>パソコンの日付が大きく変わりました。日付が正しいか確かめてください。更新通知は明日から続けます。</translation>
    </message>
    <message>
        <source>The reminders could not be read and begin anew; the damaged file is kept as {path}. Read your cards once more.</source>
        <translation>更新通知の記録を読めなかったため、新しく始めます。壊れたファイルは{path}に残してあります。カードをもう一度読み取ってください。</translation>
    </message>
    <message>
        <source>Again tomorrow</source>
        <translation>明日もう一度</translation>
    </message>
    <message>
        <source>No more about this certificate</source>
        <translation>この証明書はもう知らせない</translation>
    </message>
    <message>
        <source>The last day of validity was {date}.</source>
        <translation>有効期間の満了日は{date}でした。</translation>
    </message>
    <message>
        <source>The last day of validity is {date}.</source>
        <translation>有効期間の満了日は{date}です。</translation>
    </message>
</context>
<context>
    <name>report_dialog</name>
    <message>
        <source>Support report</source>
        <translation>サポート用レポート</translation>
    </message>
    <message>
        <source>This is the whole report. Without the items below it holds no name, no address, no serial number, no password and no name of a computer. Nothing is sent by itself.</source>
        <translation>レポートはこれですべてです。下の項目を選ばなければ、氏名、住所、シリアル番号、パスワード、パソコンの名前は含まれません。自動で送られることはありません。</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>レポートの内容</translation>
    </message>
    <message>
        <source>Add only what you were asked for and want to give:</source>
        <translation>頼まれたもので、渡してもよいものだけを選んでください：</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>コピー(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
</context>
<context>
    <name>request_revocation</name>
    <message>
        <source>Request a revocation</source>
        <translation>証明書の失効申請</translation>
    </message>
    <message>
        <source>{what}
Password: {tries}</source>
        <translation>{what}
パスワード：{tries}</translation>
    </message>
    <message>
        <source>Please confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>失効を申請する(&amp;R)</translation>
    </message>
    <message>
        <source>Do &amp;not revoke</source>
        <translation>申請しない(&amp;N)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>失効の理由</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>The card signs the request with it. Before anything is sent you are asked once more.</source>
        <translation>このパスワードで、カードが申請に署名します。送信する前に、もう一度確認します。</translation>
    </message>
    <message>
        <source>Open the &amp;portal of JPKI</source>
        <translation>公的個人認証サービスのサイトを開く(&amp;P)</translation>
    </message>
    <message>
        <source>Lost, stolen, broken or misused</source>
        <translation>紛失・盗難・故障・不正使用のとき</translation>
    </message>
    <message>
        <source>If you cannot go there at once, have the card stopped for the time being by telephone:</source>
        <translation>すぐに窓口へ行けないときは、電話でカードの一時停止を届け出てください。</translation>
    </message>
    <message>
        <source>Call centre of the My Number card</source>
        <translation>個人番号カードコールセンター</translation>
    </message>
    <message>
        <source>If that does not connect</source>
        <translation>つながらないとき</translation>
    </message>
    <message>
        <source>The server of the settings cannot be used</source>
        <translation>設定されているサーバーには申請できません</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>失効の手続きができるところ</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Is this the certificate?</source>
        <translation>失効を申請する証明書はこれですか？</translation>
    </message>
    <message>
        <source>A request to revoke this certificate was sent before, and it may still take effect. Check the validity of the certificate before you send another one.</source>
        <translation>この証明書の失効は、すでに申請されています。その申請によって、これから失効する可能性があります。もう一度申請する前に、有効性確認をしてください。</translation>
    </message>
    <message>
        <source>The card shows the digital signature certificate only together with its password, so its contents cannot be seen here. It is read when you enter the password, and the receipt names its serial number and its fingerprint.</source>
        <translation>署名用電子証明書は、パスワードがないとカードから読み出せません。そのため、ここでは内容を表示できません。パスワードを入力したときに読み出し、シリアル番号とフィンガープリントを控えに表示します。</translation>
    </message>
    <message>
        <source>Requested before</source>
        <translation>すでに申請されています</translation>
    </message>
    <message>
        <source>The new request has not been sent yet.</source>
        <translation>新しい申請は、まだ送信していません。</translation>
    </message>
    <message>
        <source>Send it all the same</source>
        <translation>このまま送信する</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>送信しない</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>中止しました</translation>
    </message>
    <message>
        <source>Nothing was sent. The certificate is as before.</source>
        <translation>何も送信していません。証明書は元のままです。</translation>
    </message>
</context>
<context>
    <name>revocation_errors</name>
    <message>
        <source>No server for revocation requests is set</source>
        <translation>失効申請の送り先が設定されていません</translation>
    </message>
    <message>
        <source>Nothing was sent. The official online window of JPKI cannot be reached by this program; your organisation may have a server of its own.</source>
        <translation>何も送信していません。このソフトからは、公的個人認証サービスの公式のオンライン窓口には申請できません。組織によっては、独自のサーバーがあります。</translation>
    </message>
    <message>
        <source>Revoke the certificate at the counter of your city, ward, town or village. Give --server if your organisation has a server.</source>
        <translation>お住まいの市区町村の窓口で失効の手続きをしてください。組織のサーバーがあるときは、--server で指定してください。</translation>
    </message>
    <message>
        <source>The address of the server cannot be used</source>
        <translation>サーバーのアドレスを使用できません</translation>
    </message>
    <message>
        <source>Nothing was sent. “{url}” is no valid address that begins with https:// or http://.</source>
        <translation>何も送信していません。「{url}」は、https://またはhttp://で始まる正しいアドレスではありません。</translation>
    </message>
    <message>
        <source>Correct the address of the server and start again.</source>
        <translation>サーバーのアドレスを直して、やり直してください。</translation>
    </message>
    <message>
        <source>It is not known who may answer for the server</source>
        <translation>サーバーの回答に署名する証明書が分かりません</translation>
    </message>
    <message>
        <source>Nothing was sent. Without the certificate of the server that signs the answer, or of its authority, no answer could be believed.</source>
        <translation>何も送信していません。回答に署名するサーバーの証明書、またはその認証局の証明書がないと、回答が本物か確かめられません。</translation>
    </message>
    <message>
        <source>Ask your organisation for that certificate as a file, and name the file (--trust, or the settings).</source>
        <translation>その証明書のファイルを組織の担当者から受け取り、--trustまたは設定で指定してください。</translation>
    </message>
    <message>
        <source>The request could not be noted, so it was not sent</source>
        <translation>申請の控えを残せないため、送信しませんでした</translation>
    </message>
    <message>
        <source>Every request is noted on this computer before it leaves. {path} could not be written ({reason}).</source>
        <translation>申請は、送信する前にこのパソコンに控えを残します。{path}に書き込めませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>Check the space and the rights on this computer and start again.</source>
        <translation>パソコンの空き容量と権限を確認して、やり直してください。</translation>
    </message>
    <message>
        <source>The key of this certificate is of a kind that this program does not support. Nothing was sent to the server.</source>
        <translation>この証明書の鍵の種類には、このソフトが対応していません。サーバーには何も送信していません。</translation>
    </message>
    <message>
        <source>The card&apos;s signature does not belong to the certificate on the card. Nothing was sent to the server.</source>
        <translation>カードの署名が、カードの中の証明書と一致しません。サーバーには何も送信していません。</translation>
    </message>
    <message>
        <source>The card&apos;s signature cannot be used</source>
        <translation>カードの署名を使用できません</translation>
    </message>
    <message>
        <source>Try again. If it happens each time, go to the counter of your city, ward, town or village with the card.</source>
        <translation>もう一度試してください。毎回同じときは、カードを持って市区町村の窓口にご相談ください。</translation>
    </message>
</context>
<context>
    <name>revocation_request</name>
    <message>
        <source>The certificate is revoked already</source>
        <translation>この証明書は、すでに失効しています</translation>
    </message>
    <message>
        <source>The server could not be reached; nothing was sent</source>
        <translation>サーバーに接続できず、申請は送信されませんでした</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>サーバーは理由を示していません。</translation>
    </message>
    <message>
        <source>The server gave this reason: {cause}.</source>
        <translation>サーバーが示した理由：{cause}。</translation>
    </message>
    <message>
        <source>The server says that this certificate was revoked before.</source>
        <translation>サーバーの回答によると、この証明書は以前に失効しています。</translation>
    </message>
    <message>
        <source>The server does not know this certificate or did not issue it.</source>
        <translation>サーバーはこの証明書を知らないか、発行していません。</translation>
    </message>
    <message>
        <source>The server does not allow this card to revoke this certificate.</source>
        <translation>サーバーは、このカードでこの証明書を失効することを認めていません。</translation>
    </message>
    <message>
        <source>The server does not trust the certificate of this card.</source>
        <translation>サーバーは、このカードの証明書を信頼していません。</translation>
    </message>
    <message>
        <source>The server belongs to another authority than the certificate.</source>
        <translation>サーバーは、この証明書の認証局とは別の認証局のものです。</translation>
    </message>
    <message>
        <source>The server was not convinced that the card holds the key.</source>
        <translation>サーバーは、カードが鍵を持っていることを確認できませんでした。</translation>
    </message>
    <message>
        <source>The server found the time of the request wrong. Check date and time of this computer.</source>
        <translation>サーバーは、申請の日時が正しくないと回答しました。パソコンの日付と時刻を確認してください。</translation>
    </message>
    <message>
        <source>The server says that this was confirmed before.</source>
        <translation>サーバーは、すでに確認済みの申請だと回答しました。</translation>
    </message>
    <message>
        <source>The rules of the server do not allow this request.</source>
        <translation>サーバーの規則では、この申請は認められていません。</translation>
    </message>
    <message>
        <source>The server found the description of the certificate wrong.</source>
        <translation>サーバーは、証明書の指定が正しくないと回答しました。</translation>
    </message>
    <message>
        <source>The server does not accept the reason that was given.</source>
        <translation>サーバーは、指定した失効の理由を受け付けません。</translation>
    </message>
    <message>
        <source>The server could not read the request: it speaks another form.</source>
        <translation>サーバーは申請を読み取れませんでした。形式が合っていません。</translation>
    </message>
    <message>
        <source>The server found the signature on the request wrong.</source>
        <translation>サーバーは、申請の署名が正しくないと回答しました。</translation>
    </message>
    <message>
        <source>The server found the numbers wrong that tell requests apart.</source>
        <translation>サーバーは、申請を区別する番号が正しくないと回答しました。</translation>
    </message>
    <message>
        <source>The server has a fault at present.</source>
        <translation>サーバーで障害が起きています。</translation>
    </message>
    <message>
        <source>The server does not know the kind of signature of this card.</source>
        <translation>サーバーは、このカードの署名の方式に対応していません。</translation>
    </message>
    <message>
        <source>The server does not take requests of this kind.</source>
        <translation>サーバーは、この種類の申請を受け付けていません。</translation>
    </message>
    <message>
        <source>The server found something in the request wrong.</source>
        <translation>サーバーは、申請の内容が正しくないと回答しました。</translation>
    </message>
    <message>
        <source>The server asks for a time stamp, which this program has not.</source>
        <translation>サーバーはタイムスタンプを求めていますが、このソフトは対応していません。</translation>
    </message>
    <message>
        <source>The server lacks something that it needs for an answer.</source>
        <translation>サーバーは、回答に必要な情報を用意できませんでした。</translation>
    </message>
    <message>
        <source>The server says that the same request was made before.</source>
        <translation>サーバーは、同じ申請を以前に受け付けたと回答しました。</translation>
    </message>
    <message>
        <source>The server is out of service at present.</source>
        <translation>サーバーは現在、休止しています。</translation>
    </message>
    <message>
        <source>No connection to the server came about. Nothing was changed.</source>
        <translation>サーバーに接続できませんでした。何も変わっていません。</translation>
    </message>
    <message>
        <source>The request was sent, but no answer came back that could be used. The certificate may be revoked or not.</source>
        <translation>申請を送信しましたが、使える回答が届きませんでした。証明書が失効したかどうかは分かりません。</translation>
    </message>
    <message>
        <source>You stopped waiting before the answer came. The certificate may be revoked or not.</source>
        <translation>回答が届く前に中止しました。証明書が失効したかどうかは分かりません。</translation>
    </message>
    <message>
        <source>The answer has no proper form, so it says nothing. The certificate may be revoked or not.</source>
        <translation>回答の形式が正しくないため、内容を信用できません。証明書が失効したかどうかは分かりません。</translation>
    </message>
    <message>
        <source>The answer was not signed, so anybody could have sent it. The certificate may be revoked or not.</source>
        <translation>回答に署名がないため、誰が送ったものか分かりません。証明書が失効したかどうかは分かりません。</translation>
    </message>
    <message>
        <source>The signature on the answer is wrong: it may be changed or forged. The certificate may be revoked or not.</source>
        <translation>回答の署名が正しくありません。改ざんまたは偽造のおそれがあります。証明書が失効したかどうかは分かりません。</translation>
    </message>
    <message>
        <source>The answer was signed by somebody who may not answer for this server. The certificate may be revoked or not.</source>
        <translation>回答の署名者には、このサーバーの回答をする権限がありません。証明書が失効したかどうかは分かりません。</translation>
    </message>
    <message>
        <source>The answer belongs to another request. The certificate may be revoked or not.</source>
        <translation>別の申請への回答が届きました。証明書が失効したかどうかは分かりません。</translation>
    </message>
    <message>
        <source>The answer is about another certificate. Yours may be revoked or not.</source>
        <translation>別の証明書についての回答が届きました。申請した証明書が失効したかどうかは分かりません。</translation>
    </message>
    <message>
        <source>The server announced something about a revocation and did not confirm it. The certificate may be revoked or not.</source>
        <translation>サーバーから失効についての予告だけが届き、受理されたかどうかは示されていません。証明書が失効したかどうかは分かりません。</translation>
    </message>
    <message>
        <source>Please read this before you request a revocation</source>
        <translation>失効申請の前に、必ずお読みください</translation>
    </message>
    <message>
        <source>If the card was lost or stolen, if it is broken, or if somebody has used it or may have used it without your leave: do not use this screen. Report it at the counter of your city, ward, town or village at once.</source>
        <translation>カードを紛失した、盗まれた、破損・故障で使えなくなった、他人に不正に使われた（またはそのおそれがある）ときは、この画面では申請しないでください。すぐに市区町村の窓口に届け出てください。</translation>
    </message>
    <message>
        <source>If you cannot go there at once, have the card stopped for the time being by telephone: {first} (if that does not connect: {second}).</source>
        <translation>すぐに窓口へ行けないときは、電話でカードの一時停止を届け出てください。電話番号：{first}（つながらないときは{second}）</translation>
    </message>
    <message>
        <source>After such a stop the user authentication certificate can be released again at the counter. The digital signature certificate cannot: it has to be revoked and issued anew.</source>
        <translation>一時停止のあと、利用者証明用電子証明書は窓口で一時保留を解除できます。署名用電子証明書は解除できないため、失効したうえで新しく発行を受ける必要があります。</translation>
    </message>
    <message>
        <source>This program has no server to send the request to</source>
        <translation>このソフトには、失効申請の送り先が設定されていません</translation>
    </message>
    <message>
        <source>The official online window of JPKI cannot be reached by this program. If your organisation has a server of its own, its address belongs into the settings.</source>
        <translation>このソフトからは、公的個人認証サービスの公式のオンライン窓口には申請できません。組織に独自のサーバーがあるときは、そのアドレスを設定してください。</translation>
    </message>
    <message>
        <source>At the counter of your city, ward, town or village: bring the card and a document with your photo.</source>
        <translation>市区町村の窓口で手続きできます。カードと、顔写真の付いた身分証明書をお持ちください。</translation>
    </message>
    <message>
        <source>The portal of JPKI says more: {portal}</source>
        <translation>詳しくは公的個人認証サービスのポータルサイトをご覧ください：{portal}</translation>
    </message>
    <message>
        <source>Which certificate shall be revoked?</source>
        <translation>どちらの証明書の失効を申請しますか？</translation>
    </message>
    <message>
        <source>Why shall it be revoked?</source>
        <translation>失効の理由を選んでください</translation>
    </message>
    <message>
        <source>I do not want to say</source>
        <translation>理由を特に示さない</translation>
    </message>
    <message>
        <source>Somebody else may be able to use it</source>
        <translation>他人に使われるおそれがある</translation>
    </message>
    <message>
        <source>Name, address or other entries have changed</source>
        <translation>氏名や住所などの記載が変わった</translation>
    </message>
    <message>
        <source>Replaced by a new certificate</source>
        <translation>新しい証明書に切り替えた</translation>
    </message>
    <message>
        <source>I do not use it any more</source>
        <translation>もう使用しない</translation>
    </message>
    <message>
        <source>You will not be able to log in with this card any more, for example to Mynaportal, nor to use it at the kiosk of a convenience store.</source>
        <translation>失効すると、マイナポータルへのログインや、コンビニでの証明書の交付などに、このカードを使えなくなります。</translation>
    </message>
    <message>
        <source>You will not be able to sign with this card any more, for example in e-Tax or other electronic applications.</source>
        <translation>失効すると、e-Taxなどの電子申請で、このカードによる署名ができなくなります。</translation>
    </message>
    <message>
        <source>A revocation cannot be undone. A new certificate is issued only at the counter of your city, ward, town or village.</source>
        <translation>失効は取り消せません。新しい証明書は、市区町村の窓口でしか発行を受けられません。</translation>
    </message>
    <message>
        <source>The connection to this server is not encrypted. Name, address, date of birth and sex in the certificate can be read on the way.</source>
        <translation>この送信先への通信は暗号化されません。証明書に記載された氏名・住所・生年月日・性別を、通信の途中で読み取られるおそれがあります。</translation>
    </message>
    <message>
        <source>Revoke the {certificate}?</source>
        <translation>{certificate}の失効を申請しますか？</translation>
    </message>
    <message>
        <source>The request was accepted</source>
        <translation>失効申請が受理されました</translation>
    </message>
    <message>
        <source>The request was received and is waiting</source>
        <translation>失効申請は受け付けられ、処理を待っています</translation>
    </message>
    <message>
        <source>The request was refused</source>
        <translation>失効申請は受理されませんでした</translation>
    </message>
    <message>
        <source>It is not known whether the request arrived</source>
        <translation>失効申請の結果が分かりません</translation>
    </message>
    <message>
        <source>The server has accepted it. It may take a while until others see that the certificate is revoked.</source>
        <translation>サーバーが申請を受理しました。失効がほかの人にも分かるようになるまで、時間がかかることがあります。</translation>
    </message>
    <message>
        <source>The server has received it and has not decided yet. Until it has, the certificate can be used.</source>
        <translation>サーバーは申請を受け付けましたが、まだ決定していません。決定するまで、証明書は使えます。</translation>
    </message>
    <message>
        <source>Nothing more is needed. Check the validity if you like.</source>
        <translation>これ以上の手続きは必要ありません。有効性確認で確かめることができます。</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask whoever runs the server, or go to the counter of your city, ward, town or village.</source>
        <translation>何も変わっていません。サーバーの管理者に問い合わせるか、市区町村の窓口で手続きをしてください。</translation>
    </message>
    <message>
        <source>Check the connection and the address, and start again.</source>
        <translation>接続とアドレスを確認して、やり直してください。</translation>
    </message>
    <message>
        <source>Do not send it a second time. Check the validity of the certificate later: if it is still valid then, ask whoever runs the server.</source>
        <translation>もう一度送信しないでください。あとで有効性確認をしてください。それでも有効なときは、サーバーの管理者に問い合わせてください。</translation>
    </message>
    <message>
        <source>Keep this receipt. Check the validity of the certificate later: it shows when the revocation has been carried out.</source>
        <translation>この控えを保管してください。失効したかどうかは、あとで有効性確認をすると分かります。</translation>
    </message>
    <message>
        <source>FOR TESTS ONLY: the built-in test authority answers. No real certificate is revoked.</source>
        <translation>テスト用：内蔵のテスト用認証局が回答します。本物の証明書は失効しません。</translation>
    </message>
    <message>
        <source>FOR TESTS ONLY: this is the certificate of a JPKI test card.</source>
        <translation>テスト用：公的個人認証サービスのテスト用カードの証明書です。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Transaction number</source>
        <translation>申請番号</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信日時</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>送信していません</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答日時</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>回答なし</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>another certificate</source>
        <translation>その他の証明書</translation>
    </message>
    <message>
        <source>Serial number (hexadecimal)</source>
        <translation>シリアル番号（16進数）</translation>
    </message>
    <message>
        <source>Serial number (decimal)</source>
        <translation>シリアル番号（10進数）</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>フィンガープリント（SHA-256）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>失効の理由</translation>
    </message>
    <message>
        <source>The server&apos;s words</source>
        <translation>サーバーからのメッセージ</translation>
    </message>
</context>
<context>
    <name>revocation_sheet</name>
    <message>
        <source>This is your own record of the request. It is no notice of any authority and no proof that the certificate is revoked.</source>
        <translation>これは申請者ご自身の控えです。認証局や市区町村からの通知ではなく、証明書が失効したことの証明にもなりません。</translation>
    </message>
    <message>
        <source>Receipt of the revocation request</source>
        <translation>失効申請の控え</translation>
    </message>
</context>
<context>
    <name>save_file</name>
    <message>
        <source>Save all the same</source>
        <translation>それでも保存する</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Please confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
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
</context>
<context>
    <name>select_password</name>
    <message>
        <source>&amp;User authentication password (4 digits)</source>
        <translation>利用者証明用パスワード（数字4桁）(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Signature password (6 to 16 letters and digits)</source>
        <translation>署名用パスワード（英数字6～16文字）(&amp;S)</translation>
    </message>
</context>
<context>
    <name>serial</name>
    <message>
        <source>Read as hexadecimal, it is in decimal</source>
        <translation>16進数として読み、10進数に直すと</translation>
    </message>
    <message>
        <source>Read as decimal, it is in hexadecimal</source>
        <translation>10進数として読み、16進数に直すと</translation>
    </message>
    <message>
        <source>These digits can be hexadecimal or decimal. The client of J-LIS shows hexadecimal; forms ask for decimal.</source>
        <translation>この数字は16進数とも10進数とも読めます。J-LIS の利用者クライアントソフトの表示は16進数、登録画面などで求められるのは10進数です。</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Card reader</source>
        <translation>カードリーダー</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Hidden card readers</source>
        <translation>表示しないカードリーダー</translation>
    </message>
    <message>
        <source>Renewal notice</source>
        <translation>更新通知</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>User name for the proxy</source>
        <translation>プロキシのユーザー名</translation>
    </message>
    <message>
        <source>OCSP responder</source>
        <translation>OCSPレスポンダー</translation>
    </message>
    <message>
        <source>LDAP server</source>
        <translation>LDAPサーバー</translation>
    </message>
    <message>
        <source>Server for revocation requests</source>
        <translation>失効申請のサーバー</translation>
    </message>
    <message>
        <source>Certificates of the revocation server</source>
        <translation>失効申請サーバーの証明書</translation>
    </message>
    <message>
        <source>CA certificates</source>
        <translation>認証局の証明書</translation>
    </message>
    <message>
        <source>Asking the servers of JPKI</source>
        <translation>公的個人認証サービスのサーバーへの問い合わせ</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>画面を閉じたとき</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>asked each time</source>
        <translation>その都度確認する</translation>
    </message>
    <message>
        <source>detailed</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>stays ready to remind</source>
        <translation>お知らせのために残る</translation>
    </message>
    <message>
        <source>quits</source>
        <translation>終了する</translation>
    </message>
    <message>
        <source>asked once</source>
        <translation>一度だけ確認する</translation>
    </message>
    <message>
        <source>chosen by itself</source>
        <translation>自動で選ぶ</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>ご自身の設定</translation>
    </message>
    <message>
        <source>decided by the administrator</source>
        <translation>管理者によって決められています</translation>
    </message>
    <message>
        <source>default</source>
        <translation>初期値</translation>
    </message>
    <message>
        <source>Only some words can be chosen here.</source>
        <translation>決まった言葉の中から選んでください。</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>文字が長すぎます。</translation>
    </message>
    <message>
        <source>The value is of another kind than is expected here.</source>
        <translation>値の種類が違います。</translation>
    </message>
    <message>
        <source>An address with a user name or a password is not taken.</source>
        <translation>ユーザー名やパスワードを含むアドレスは使えません。</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>アドレスとして正しくありません。</translation>
    </message>
    <message>
        <source>The port number is missing, as in proxy.example.jp:8080.</source>
        <translation>ポート番号がありません（例：proxy.example.jp:8080）。</translation>
    </message>
    <message>
        <source>Only proxies that are reached by http can be used.</source>
        <translation>httpで接続するプロキシだけが使えます。</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>アドレスは http:// または https:// で始めてください。</translation>
    </message>
    <message>
        <source>Only the name of an LDAP server can be given.</source>
        <translation>LDAPサーバーの名前だけを指定してください。</translation>
    </message>
    <message>
        <source>A user name has neither colons nor control characters.</source>
        <translation>ユーザー名に「:」や制御文字は使えません。</translation>
    </message>
    <message>
        <source>The full path of a file is needed.</source>
        <translation>ファイルの完全なパスを指定してください。</translation>
    </message>
    <message>
        <source>The file holds no certificate that can be read.</source>
        <translation>読み取れる証明書がファイルにありません。</translation>
    </message>
    <message>
        <source>A card reader that is chosen cannot be hidden at the same time.</source>
        <translation>選択中のカードリーダーを非表示にすることはできません。</translation>
    </message>
    <message>
        <source>for example {value}</source>
        <translation>例：{value}</translation>
    </message>
    <message>
        <source>Welcome at the first start</source>
        <translation>最初の案内</translation>
    </message>
    <message>
        <source>shown already</source>
        <translation>表示済み</translation>
    </message>
    <message>
        <source>not shown yet</source>
        <translation>まだ表示していません</translation>
    </message>
</context>
<context>
    <name>settings_dialog</name>
    <message>
        <source>Serv&amp;er to be reached</source>
        <translation>接続先のサーバー(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>接続を確認(&amp;T)</translation>
    </message>
    <message>
        <source>Testing… this ends after some seconds.</source>
        <translation>確認しています…数秒で終わります。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>General</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>Renewal notice</source>
        <translation>更新通知</translation>
    </message>
    <message>
        <source>Card readers</source>
        <translation>カードリーダー</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織の設定</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Used from the next start on.</source>
        <translation>次に起動したときから使われます。</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外観(&amp;A)</translation>
    </message>
    <message>
        <source>Changes at once when you press OK.</source>
        <translation>「OK」を押すと、すぐに変わります。</translation>
    </message>
    <message>
        <source>Log &amp;level</source>
        <translation>ログの詳しさ(&amp;L)</translation>
    </message>
    <message>
        <source>Passwords and the contents of certificates are never written. Choose “detailed” only while a problem is being looked for.</source>
        <translation>パスワードと証明書の内容は記録しません。「詳細」は、問題を調べるときだけ選んでください。</translation>
    </message>
    <message>
        <source>Where files are</source>
        <translation>ファイルの場所</translation>
    </message>
    <message>
        <source>The demo keeps no files.</source>
        <translation>デモでは、ファイルを保存しません。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Open the folder: {what}</source>
        <translation>フォルダーを開く：{what}</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>接続の確認</translation>
    </message>
    <message>
        <source>Proxy of the s&amp;ystem</source>
        <translation>システムのプロキシを使う(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;No proxy</source>
        <translation>プロキシを使わない(&amp;N)</translation>
    </message>
    <message>
        <source>This &amp;proxy:</source>
        <translation>次のプロキシを使う(&amp;P)：</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>プロキシのアドレス</translation>
    </message>
    <message>
        <source>The proxy of the system is that of the environment (http_proxy, https_proxy); the desktop’s own settings are not looked at.</source>
        <translation>「システムのプロキシ」は、環境変数（http_proxy、https_proxy）で指定されたものです。デスクトップのプロキシ設定は参照しません。</translation>
    </message>
    <message>
        <source>Proxy scripts (PAC) are not supported. LDAP never goes through a proxy.</source>
        <translation>自動設定スクリプト（PAC）には対応していません。LDAPはプロキシを通りません。</translation>
    </message>
    <message>
        <source>&amp;User name for the proxy</source>
        <translation>プロキシのユーザー名(&amp;U)</translation>
    </message>
    <message>
        <source>Pass&amp;word for the proxy</source>
        <translation>プロキシのパスワード(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Keep the password in the keyring of this computer</source>
        <translation>パスワードをこのパソコンのキーリングに保存する(&amp;K)</translation>
    </message>
    <message>
        <source>An empty field leaves a kept password as it is. Without one you are asked when the proxy wants it.</source>
        <translation>空欄のままにすると、保存済みのパスワードは変わりません。保存していない場合は、必要なときに確認します。</translation>
    </message>
    <message>
        <source>No keyring runs on this computer: the password is not kept, and is asked for in each run.</source>
        <translation>このパソコンではキーリングが動いていないため、パスワードは保存されません。起動するたびに、必要なときに確認します。</translation>
    </message>
    <message>
        <source>See the &amp;reminders…</source>
        <translation>お知らせの一覧(&amp;R)…</translation>
    </message>
    <message>
        <source>When the &amp;window is closed</source>
        <translation>画面を閉じたとき(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tell me before a certificate ends</source>
        <translation>電子証明書の有効期間が終わる前に知らせる(&amp;T)</translation>
    </message>
    <message>
        <source>Do not tell me (&amp;F)</source>
        <translation>知らせない(&amp;F)</translation>
    </message>
    <message>
        <source>You are told from three months before the end. For this the kind of the certificate, its end and a value that cannot be turned back are kept on this computer; no name, no serial number.</source>
        <translation>有効期間が終わる3か月前からお知らせします。そのために、電子証明書の種類、有効期間の満了日、同じ電子証明書を見分けるための印（元の番号には戻せません）だけをこのパソコンに保存します。氏名やシリアル番号は保存しません。</translation>
    </message>
    <message>
        <source>Nothing is kept.</source>
        <translation>何も保存しません。</translation>
    </message>
    <message>
        <source>&amp;Start in the background when I log in</source>
        <translation>ログインしたときにバックグラウンドで起動する(&amp;S)</translation>
    </message>
    <message>
        <source>The demo does not start at login.</source>
        <translation>デモでは設定できません。</translation>
    </message>
    <message>
        <source>The administrator starts it for everybody. You can switch it off for you.</source>
        <translation>管理者の設定で、全員のログイン時に起動します。ご自身の分だけ止めることができます。</translation>
    </message>
    <message>
        <source>Without this you are told only while it is open.</source>
        <translation>チェックを外すと、このソフトを開いているときだけお知らせします。</translation>
    </message>
    <message>
        <source>Only for organisations with servers of their own. Leave empty what the administrator has not given you.</source>
        <translation>独自のサーバーがある組織のための設定です。管理者から案内がない項目は、空欄のままにしてください。</translation>
    </message>
    <message>
        <source>&amp;OCSP responder</source>
        <translation>OCSPレスポンダー(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;LDAP server (revocation lists)</source>
        <translation>LDAPサーバー（失効リスト）(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;CA certificates (file)</source>
        <translation>認証局の証明書（ファイル）(&amp;C)</translation>
    </message>
    <message>
        <source>Server for &amp;revocation requests</source>
        <translation>失効申請のサーバー(&amp;R)</translation>
    </message>
    <message>
        <source>Certificates of that ser&amp;ver (file)</source>
        <translation>失効申請サーバーの証明書（ファイル）(&amp;V)</translation>
    </message>
    <message>
        <source>Ask the servers of &amp;JPKI as well</source>
        <translation>公的個人認証サービスのサーバーにも問い合わせる(&amp;J)</translation>
    </message>
    <message>
        <source>Without the check mark you are asked before such a server is. The question names your certificate by its number and travels without encryption.</source>
        <translation>チェックを外すと、問い合わせる前に毎回確認します。問い合わせには電子証明書の番号が含まれ、暗号化されずに送られます。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Browse: {what}</source>
        <translation>参照：{what}</translation>
    </message>
    <message>
        <source>Choose a file of certificates</source>
        <translation>証明書のファイルを選ぶ</translation>
    </message>
    <message>
        <source>Decided by the administrator of this computer.</source>
        <translation>このパソコンの管理者によって決められています。</translation>
    </message>
    <message>
        <source>Picture: a lock.</source>
        <translation>図：錠前。</translation>
    </message>
    <message>
        <source>chosen by itself</source>
        <translation>自動で選ぶ</translation>
    </message>
    <message>
        <source>Card &amp;reader to use</source>
        <translation>使うカードリーダー(&amp;R)</translation>
    </message>
    <message>
        <source>Card readers that are &amp;shown</source>
        <translation>表示するカードリーダー(&amp;S)</translation>
    </message>
    <message>
        <source>Unchecked readers are left out of every choice. The reader to use is always shown.</source>
        <translation>チェックを外したカードリーダーは、選択肢に表示されません。使うカードリーダーは、いつも表示されます。</translation>
    </message>
    <message>
        <source>{reader} (not connected)</source>
        <translation>{reader}（接続されていません）</translation>
    </message>
</context>
<context>
    <name>settings_errors</name>
    <message>
        <source>There is no such setting</source>
        <translation>その名前の設定はありません</translation>
    </message>
    <message>
        <source>“{name}” is not the name of a setting.</source>
        <translation>「{name}」という設定はありません。</translation>
    </message>
    <message>
        <source>The value cannot be used</source>
        <translation>この値は使えません</translation>
    </message>
    <message>
        <source>{setting}: {reason}</source>
        <translation>{setting}：{reason}</translation>
    </message>
    <message>
        <source>Correct it and try again. The old value still holds.</source>
        <translation>値を直して、もう一度お試しください。今までの設定はそのままです。</translation>
    </message>
    <message>
        <source>The administrator has decided this setting</source>
        <translation>この設定は管理者によって決められています</translation>
    </message>
    <message>
        <source>“{setting}” cannot be changed on this computer.</source>
        <translation>「{setting}」は、このパソコンでは変更できません。</translation>
    </message>
    <message>
        <source>Ask the administrator of this computer.</source>
        <translation>このパソコンの管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>A password is not taken here</source>
        <translation>ここにパスワードは指定できません</translation>
    </message>
    <message>
        <source>The address for “{setting}” holds a user name or a password. Settings are kept in a file that anybody could read.</source>
        <translation>「{setting}」のアドレスに、ユーザー名またはパスワードが含まれています。設定はファイルに保存されるため、他の人に読まれるおそれがあります。</translation>
    </message>
    <message>
        <source>Give the address alone. The password of a proxy is asked for by the screen “Settings” or by “jpki settings set-proxy-password”.</source>
        <translation>アドレスだけを指定してください。プロキシのパスワードは、「設定」画面または「jpki settings set-proxy-password」で入力します。</translation>
    </message>
    <message>
        <source>A value in the settings file cannot be used</source>
        <translation>設定ファイルに使えない値があります</translation>
    </message>
    <message>
        <source>Use one of these: {names}.</source>
        <translation>次の名前が使えます：{names}。</translation>
    </message>
    <message>
        <source>In {path}: {setting}: {reason} It counts as not chosen.</source>
        <translation>{path} の「{setting}」：{reason}この値は未設定として扱います。</translation>
    </message>
    <message>
        <source>Choose it anew in the screen “Settings”.</source>
        <translation>「設定」画面で選び直してください。</translation>
    </message>
    <message>
        <source>The settings file was damaged</source>
        <translation>設定ファイルが壊れていました</translation>
    </message>
    <message>
        <source>It was kept as {kept}, and the program starts with the defaults.</source>
        <translation>壊れたファイルは {kept} として残し、初期値で起動しました。</translation>
    </message>
    <message>
        <source>Choose your settings anew in the screen “Settings”.</source>
        <translation>「設定」画面で設定し直してください。</translation>
    </message>
    <message>
        <source>The settings file cannot be read</source>
        <translation>設定ファイルを読み取れません</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}).</source>
        <translation>{path} を読み取れませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>The defaults hold. Check the rights and the contents of the file.</source>
        <translation>初期値を使います。ファイルのアクセス権と内容を確認してください。</translation>
    </message>
    <message>
        <source>No keyring runs on this computer.</source>
        <translation>このパソコンではキーリング（パスワードの保管場所）が動いていません。</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>キーリング（パスワードの保管場所）がロックされています。</translation>
    </message>
    <message>
        <source>The keyring did not answer.</source>
        <translation>キーリング（パスワードの保管場所）が応答しませんでした。</translation>
    </message>
    <message>
        <source>The keyring refused.</source>
        <translation>キーリング（パスワードの保管場所）に保存できませんでした。</translation>
    </message>
    <message>
        <source>The keyring could not be used</source>
        <translation>キーリングを使えませんでした</translation>
    </message>
    <message>
        <source>The password is not kept and will be asked for again. Where it is locked, unlock it.</source>
        <translation>パスワードは保存されず、次回も入力が必要です。ロックされているときは、ロックを解除してください。</translation>
    </message>
    <message>
        <source>The proxy is not set yet</source>
        <translation>プロキシがまだ設定されていません</translation>
    </message>
    <message>
        <source>A password belongs to one user name at one address of a proxy.</source>
        <translation>パスワードは、プロキシのアドレスとユーザー名の組ごとに保存します。</translation>
    </message>
    <message>
        <source>Set “proxy” (host:port) and “proxy_user” first.</source>
        <translation>先に「proxy」（ホスト名:ポート番号）と「proxy_user」を設定してください。</translation>
    </message>
</context>
<context>
    <name>show_authorities</name>
    <message>
        <source>CA certificates</source>
        <translation>認証局の証明書</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that is published on the JPKI portal site: copy it there and paste it here.</source>
        <translation>公的個人認証サービスのポータルサイトで公開されているフィンガープリントをコピーして貼り付けると、同じかどうかを比べます。</translation>
    </message>
    <message>
        <source>Built-in list</source>
        <translation>内蔵の一覧との照合</translation>
    </message>
    <message>
        <source>Show this certificate</source>
        <translation>この証明書を表示</translation>
    </message>
    <message>
        <source>Published fingerprint to compare</source>
        <translation>比べるフィンガープリント</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比べるフィンガープリント</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
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
        <source>Certification path</source>
        <translation>証明のパス</translation>
    </message>
    <message>
        <source>Save as file (&amp;F)</source>
        <translation>ファイル出力(&amp;F)</translation>
    </message>
    <message>
        <source>Print (&amp;P)</source>
        <translation>印刷(&amp;P)</translation>
    </message>
    <message>
        <source>Check validity (&amp;V)</source>
        <translation>有効性確認(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Check validity again (&amp;V)</source>
        <translation>もう一度 有効性確認(&amp;V)</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>ファイル出力は正常に終了しました：{path}</translation>
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
    <name>support_report</name>
    <message>
        <source>Full names of the readers, with their serial numbers</source>
        <translation>カードリーダーの名前すべて（シリアル番号を含む）</translation>
    </message>
    <message>
        <source>Serial number and dates of the user authentication certificate (no name)</source>
        <translation>利用者証明用電子証明書のシリアル番号と有効期間（氏名は含みません）</translation>
    </message>
    <message>
        <source>Settings as they are, with addresses of servers, proxy and files</source>
        <translation>設定の内容（サーバー、プロキシ、ファイルの場所を含む）</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>パソコンの名前</translation>
    </message>
    <message>
        <source>The last lines of the log</source>
        <translation>ログの最後の部分</translation>
    </message>
    <message>
        <source>Support report of JPKI Desktop (unofficial)</source>
        <translation>JPKI Desktop（非公式）サポート用レポート</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>動作確認</translation>
    </message>
    <message>
        <source>Errors shown lately</source>
        <translation>最近表示したエラー</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>機種</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>デスクトップ</translation>
    </message>
    <message>
        <source>Remote session</source>
        <translation>リモート接続</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>パソコン</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>set</source>
        <translation>設定あり</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>設定なし</translation>
    </message>
    <message>
        <source>User authentication certificate</source>
        <translation>利用者証明用電子証明書</translation>
    </message>
    <message>
        <source>Serial number: {hex} ({decimal})</source>
        <translation>シリアル番号：{hex}（{decimal}）</translation>
    </message>
    <message>
        <source>Valid from {start} to {end}</source>
        <translation>有効期間：{start}～{end}</translation>
    </message>
    <message>
        <source>Fault report of JPKI Desktop (unofficial)</source>
        <translation>JPKI Desktop（非公式）不具合レポート</translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>JPKI Desktop (unofficial)</source>
        <translation>JPKI Desktop（非公式）</translation>
    </message>
    <message>
        <source>Shall this program stay ready to remind you?</source>
        <translation>更新通知のために、このソフトを待機させておきますか？</translation>
    </message>
    <message>
        <source>You find it as an icon beside the clock, and quit it there.</source>
        <translation>待機中は時計の近くのアイコンから開けます。終了するときも、そのアイコンのメニューで「終了」を選んでください。</translation>
    </message>
    <message>
        <source>Start it again to see its window.</source>
        <translation>もう一度起動すると、ウィンドウが表示されます。</translation>
    </message>
    <message>
        <source>This is asked only once.</source>
        <translation>この質問は1回だけ表示されます。</translation>
    </message>
    <message>
        <source>Stay ready</source>
        <translation>待機させる</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了する</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>&amp;Open JPKI Desktop</source>
        <translation>JPKI Desktopを開く(&amp;O)</translation>
    </message>
    <message>
        <source>My certificates (&amp;U)</source>
        <translation>自分の証明書(&amp;U)</translation>
    </message>
    <message>
        <source>Reminders (&amp;E)</source>
        <translation>更新通知(&amp;E)</translation>
    </message>
    <message>
        <source>Settings (&amp;S)</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>A card is on the reader</source>
        <translation>カードがセットされています</translation>
    </message>
</context>
<context>
    <name>validity</name>
    <message>
        <source>The validity of this certificate has not been checked.</source>
        <translation>電子証明書の有効性確認は行われていません。</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>失効</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>一時保留</translation>
    </message>
    <message>
        <source>Revocation requested</source>
        <translation>失効申請済み</translation>
    </message>
    <message>
        <source>Period of validity has ended</source>
        <translation>有効期間が満了しています</translation>
    </message>
    <message>
        <source>Period of validity has not begun</source>
        <translation>有効期間がまだ始まっていません</translation>
    </message>
    <message>
        <source>Not to be trusted</source>
        <translation>信頼できません</translation>
    </message>
    <message>
        <source>Not known to the authority</source>
        <translation>不明（認証局に登録がありません）</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>確認できませんでした</translation>
    </message>
    <message>
        <source> / </source>
        <translation>／</translation>
    </message>
    <message>
        <source>as of {moment}</source>
        <translation>{moment} 現在</translation>
    </message>
    <message>
        <source>The authority confirmed that this certificate can be used.</source>
        <translation>この証明書が使えることを、認証局の情報で確認しました。</translation>
    </message>
    <message>
        <source>It could be used until {moment}.</source>
        <translation>{moment}まで使えました。</translation>
    </message>
    <message>
        <source>It can be used from {moment}. If that has passed, this clock is wrong.</source>
        <translation>{moment} から使えます。すでに過ぎているときは、パソコンの時計がずれています。</translation>
    </message>
    <message>
        <source>The authority&apos;s server does not know this certificate.</source>
        <translation>認証局のサーバーに、この証明書の登録がありません。</translation>
    </message>
    <message>
        <source>Since {moment}: {reason}.</source>
        <translation>{moment}からこの状態です。理由：{reason}。</translation>
    </message>
    <message>
        <source>A request to revoke it was sent from this computer. Whether it is revoked by now could not be checked.</source>
        <translation>このパソコンから失効申請を送信しています。失効したかどうかは、確認できませんでした。</translation>
    </message>
    <message>
        <source>An earlier list names the certificate as revoked ({reason}).</source>
        <translation>以前の失効リストには、この証明書が失効したものとして載っています（{reason}）。</translation>
    </message>
    <message>
        <source>Do not send the request a second time.</source>
        <translation>失効申請を重ねて送らないでください。</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>特に必要なことはありません。</translation>
    </message>
    <message>
        <source>If you have found the card again, have the hold lifted at the municipal office. Until then it cannot be used.</source>
        <translation>カードが見つかったときは、市区町村の窓口で一時保留を解除してください。それまでは使えません。</translation>
    </message>
    <message>
        <source>Check again later; do not send the request a second time.</source>
        <translation>しばらくしてから、もう一度確認してください。失効申請を重ねて送らないでください。</translation>
    </message>
    <message>
        <source>Have new certificates issued at the municipal office.</source>
        <translation>市区町村の窓口で、新しい証明書の発行を受けてください。</translation>
    </message>
    <message>
        <source>Check date and time of this computer.</source>
        <translation>パソコンの日付と時刻を確認してください。</translation>
    </message>
    <message>
        <source>New certificates need about a day until the servers know them. If it stays like this, ask the municipal office.</source>
        <translation>発行されたばかりの証明書は、サーバーに登録されるまで 1 日ほどかかります。変わらないときは、市区町村の窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>A change of name or address ends the signature certificate, while the one for user authentication stays. The municipal office issues a new one.</source>
        <translation>氏名や住所が変わると署名用電子証明書は失効しますが、利用者証明用電子証明書はそのまま使えます。市区町村の窓口で新しい証明書の発行を受けてください。</translation>
    </message>
    <message>
        <source>It cannot be used any more. The municipal office issues a new one.</source>
        <translation>この証明書はもう使えません。市区町村の窓口で新しい証明書の発行を受けてください。</translation>
    </message>
    <message>
        <source>It cannot be used any more. Ask who issued it.</source>
        <translation>この証明書はもう使えません。発行元にお問い合わせください。</translation>
    </message>
    <message>
        <source>Do not rely on it. Ask who gave it to you.</source>
        <translation>この証明書を信用しないでください。受け取った相手にお問い合わせください。</translation>
    </message>
    <message>
        <source>Do not rely on it. If the card is new, a newer version of this program may know its authority; if your organisation issued it, add its authority.</source>
        <translation>この証明書を信用しないでください。新しいカードの場合は、このソフトの新しい版が認証局に対応していることがあります。所属組織が発行したものであれば、その認証局を追加してください。</translation>
    </message>
    <message>
        <source>Lay the card on the reader, or open the authority&apos;s certificate file.</source>
        <translation>カードをカードリーダーに置くか、認証局の証明書のファイルを開いてください。</translation>
    </message>
    <message>
        <source>Ask who issued it; this program cannot tell.</source>
        <translation>このソフトでは判断できません。発行元にお問い合わせください。</translation>
    </message>
    <message>
        <source>Set date and time of this computer, then check again.</source>
        <translation>パソコンの日付と時刻を合わせてから、もう一度確認してください。</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>接続を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Try again. If it stays like this, the answer is worth being reported.</source>
        <translation>もう一度お試しください。繰り返すときは、この応答について管理者にお知らせください。</translation>
    </message>
    <message>
        <source>The validity check of the official user client, the municipal office, or the service where you use the certificate can tell you.</source>
        <translation>公式の利用者クライアントソフトの「有効性確認」、お住まいの市区町村の窓口、または証明書を使うサービスで確認できます。</translation>
    </message>
    <message>
        <source>The servers of JPKI answer registered verifiers only, so there may be no answer. The question names your certificate by its number and travels without encryption. Ask them?</source>
        <translation>公的個人認証サービスのサーバーは、届け出た検証者だけに応答するため、応答が得られないことがあります。問い合わせには証明書の番号が含まれ、暗号化されずに送られます。問い合わせますか？</translation>
    </message>
    <message>
        <source>Demonstration: this result comes from this program&apos;s own test authority.</source>
        <translation>デモ：この結果は、このソフトのテスト用認証局によるもので、公式のものではありません。</translation>
    </message>
    <message>
        <source>For tests: this result rests on a test authority of JPKI.</source>
        <translation>テスト用：この結果は、公的個人認証サービスのテスト用認証局によるものです。</translation>
    </message>
    <message>
        <source>JPKI</source>
        <translation>公的個人認証サービス（JPKI）</translation>
    </message>
    <message>
        <source>test authority of JPKI</source>
        <translation>公的個人認証サービスのテスト用認証局</translation>
    </message>
    <message>
        <source>your organisation&apos;s authority</source>
        <translation>所属組織の認証局</translation>
    </message>
    <message>
        <source>the authority given for this check</source>
        <translation>この確認のために指定した認証局</translation>
    </message>
    <message>
        <source>test authority of the demonstration</source>
        <translation>デモ用のテスト用認証局</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Trusted authority</source>
        <translation>信頼の起点</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>確認時点</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Answer valid from</source>
        <translation>応答の有効期間の始まり</translation>
    </message>
    <message>
        <source>Answer valid until</source>
        <translation>応答の有効期間の終わり</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>応答の作成日時</translation>
    </message>
    <message>
        <source>Protection against old answers</source>
        <translation>古い応答への対策</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>応答の署名者</translation>
    </message>
    <message>
        <source>Responder (OCSP)</source>
        <translation>OCSP レスポンダー</translation>
    </message>
    <message>
        <source>Revocation list (CRL)</source>
        <translation>失効リスト（CRL）</translation>
    </message>
    <message>
        <source>not revoked</source>
        <translation>失効していません</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>失効</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>一時保留</translation>
    </message>
    <message>
        <source>revocation requested</source>
        <translation>失効申請済み</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>yes (our number was repeated)</source>
        <translation>あり（こちらの番号が返されました）</translation>
    </message>
    <message>
        <source>by time only (our number was not repeated)</source>
        <translation>時刻だけで確認（こちらの番号は返されませんでした）</translation>
    </message>
    <message>
        <source>the authority that issued the certificate</source>
        <translation>この証明書を発行した認証局</translation>
    </message>
    <message>
        <source>a responder named by the authority ({fingerprint})</source>
        <translation>認証局が指名したレスポンダー（{fingerprint}）</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>理由の記載なし</translation>
    </message>
    <message>
        <source>the key may be in foreign hands</source>
        <translation>鍵が他人に知られたおそれ</translation>
    </message>
    <message>
        <source>the authority&apos;s key may be in foreign hands</source>
        <translation>認証局の鍵が他人に知られたおそれ</translation>
    </message>
    <message>
        <source>name, address or other entries have changed</source>
        <translation>氏名・住所などの変更</translation>
    </message>
    <message>
        <source>replaced by a new certificate</source>
        <translation>新しい証明書への切り替え</translation>
    </message>
    <message>
        <source>no longer used (card returned or ended)</source>
        <translation>利用の終了（カードの返納など）</translation>
    </message>
    <message>
        <source>on hold for a time (card reported lost)</source>
        <translation>一時保留（カードの紛失の届け出など）</translation>
    </message>
    <message>
        <source>the right to it was withdrawn</source>
        <translation>利用資格の取り消し</translation>
    </message>
    <message>
        <source>an authority&apos;s key may be in foreign hands</source>
        <translation>関係する認証局の鍵が他人に知られたおそれ</translation>
    </message>
    <message>
        <source>The certificate does not have the proper form.</source>
        <translation>証明書の形式が正しくありません。</translation>
    </message>
    <message>
        <source>It carries a mandatory entry that this program does not know.</source>
        <translation>このソフトが対応していない必須の項目があります。</translation>
    </message>
    <message>
        <source>It is the certificate of an authority, not of a person.</source>
        <translation>個人の証明書ではなく、認証局の証明書です。</translation>
    </message>
    <message>
        <source>Its key is meant for another use.</source>
        <translation>鍵の用途が異なります。</translation>
    </message>
    <message>
        <source>It is meant for another purpose.</source>
        <translation>証明書の目的が異なります。</translation>
    </message>
    <message>
        <source>It was not issued under the rules of this kind of certificate.</source>
        <translation>この種類の証明書のポリシーに従って発行されたものではありません。</translation>
    </message>
    <message>
        <source>It uses a method that is no longer safe (SHA-1, or a short key).</source>
        <translation>安全でなくなった方式（SHA-1 や短い鍵）が使われています。</translation>
    </message>
    <message>
        <source>It uses a method that this program does not support.</source>
        <translation>このソフトが対応していない方式が使われています。</translation>
    </message>
    <message>
        <source>Its authority sets a rule that this program does not support.</source>
        <translation>認証局が、このソフトの対応していない制約を定めています。</translation>
    </message>
    <message>
        <source>The authority&apos;s signature does not match: it may be changed or forged.</source>
        <translation>認証局の署名が正しくありません。改ざんや偽造のおそれがあります。</translation>
    </message>
    <message>
        <source>It was issued by an authority that this program does not trust.</source>
        <translation>このソフトが信頼していない認証局が発行した証明書です。</translation>
    </message>
    <message>
        <source>The certificate of its authority has not been seen on this computer yet.</source>
        <translation>発行した認証局の証明書を、このパソコンでまだ読み取っていません。</translation>
    </message>
    <message>
        <source>An authority&apos;s certificate may not be used for issuing.</source>
        <translation>認証局の証明書が、発行に使えるものではありません。</translation>
    </message>
    <message>
        <source>An authority&apos;s certificate is outside its period of validity.</source>
        <translation>認証局の証明書が有効期間外です。</translation>
    </message>
    <message>
        <source>An authority has been revoked.</source>
        <translation>認証局の証明書が失効しています。</translation>
    </message>
    <message>
        <source>There are more authorities than are allowed.</source>
        <translation>認証局の階層が、認められている数を超えています。</translation>
    </message>
    <message>
        <source>The certificate names no place where this program could ask.</source>
        <translation>この証明書には、このソフトから問い合わせられる先が書かれていません。</translation>
    </message>
    <message>
        <source>The servers of JPKI were not asked, because you have not agreed to it.</source>
        <translation>同意がないため、公的個人認証サービスのサーバーには問い合わせていません。</translation>
    </message>
    <message>
        <source>The certificate names a server that is not one of JPKI; it was not asked.</source>
        <translation>証明書に書かれた問い合わせ先が公的個人認証サービスのものではないため、問い合わせていません。</translation>
    </message>
    <message>
        <source>The revocation list could not be read.</source>
        <translation>失効リストを読み取れませんでした。</translation>
    </message>
    <message>
        <source>The server refused to answer. JPKI answers registered verifiers only.</source>
        <translation>サーバーが応答を断りました。公的個人認証サービスは、届け出た検証者だけに応答します。</translation>
    </message>
    <message>
        <source>The server cannot answer at the moment.</source>
        <translation>サーバーは現在応答できません。</translation>
    </message>
    <message>
        <source>An authority on the way could not be checked for revocation.</source>
        <translation>途中の認証局の失効を確認できませんでした。</translation>
    </message>
    <message>
        <source>The answer does not have the proper form.</source>
        <translation>応答の形式が正しくありません。</translation>
    </message>
    <message>
        <source>The signature of the answer does not match.</source>
        <translation>応答の署名が正しくありません。</translation>
    </message>
    <message>
        <source>The answer comes from one who may not give it.</source>
        <translation>応答する権限のない相手からの応答です。</translation>
    </message>
    <message>
        <source>The answer is about another certificate.</source>
        <translation>別の証明書についての応答です。</translation>
    </message>
    <message>
        <source>There was not exactly one answer.</source>
        <translation>応答がちょうど 1 件ではありません。</translation>
    </message>
    <message>
        <source>The answer belongs to another question.</source>
        <translation>別の問い合わせに対する応答です。</translation>
    </message>
    <message>
        <source>The answer is not fresh enough to be sure that it is not an old one.</source>
        <translation>応答が新しくないため、古い応答の使い回しでないことを確かめられません。</translation>
    </message>
    <message>
        <source>The answer is out of date.</source>
        <translation>応答の有効期間が過ぎています。</translation>
    </message>
    <message>
        <source>The answer is dated in the future. Is the clock of this computer right?</source>
        <translation>応答の日時が未来になっています。パソコンの時計は合っていますか？</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong.</source>
        <translation>パソコンの時計がずれています。</translation>
    </message>
    <message>
        <source>The answer carries a mandatory entry that this program does not know.</source>
        <translation>応答に、このソフトが対応していない必須の項目があります。</translation>
    </message>
    <message>
        <source>The answer uses a method that is not safe or not supported.</source>
        <translation>応答に、安全でない方式、または対応していない方式が使われています。</translation>
    </message>
    <message>
        <source>The list was made by another authority.</source>
        <translation>別の認証局の失効リストです。</translation>
    </message>
    <message>
        <source>The list is about other certificates.</source>
        <translation>この証明書を対象としない失効リストです。</translation>
    </message>
    <message>
        <source>Lists of this kind are not supported.</source>
        <translation>この種類の失効リストには対応していません。</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細を表示(&amp;D)</translation>
    </message>
    <message>
        <source>Details of the validity check</source>
        <translation>有効性確認の詳細</translation>
    </message>
    <message>
        <source>Ask the servers of JPKI</source>
        <translation>公的個人認証サービスに問い合わせる</translation>
    </message>
    <message>
        <source>A request to revoke it was sent from this computer. The authority does not show it as revoked yet.</source>
        <translation>このパソコンから失効申請を送信しています。認証局の回答では、まだ失効していません。</translation>
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
    <name>welcome</name>
    <message>
        <source>Welcome to JPKI Desktop (unofficial)</source>
        <translation>JPKI Desktop（非公式）へようこそ</translation>
    </message>
    <message>
        <source>Picture: a card with a seal.</source>
        <translation>図：印の付いたカード。</translation>
    </message>
    <message>
        <source>Picture: a check mark.</source>
        <translation>図：チェックの印。</translation>
    </message>
    <message>
        <source>See and check the certificates of your My Number card</source>
        <translation>マイナンバーカードの電子証明書を見て、確かめます</translation>
    </message>
    <message>
        <source>With this program you see the certificates on a My Number card, their serial number in decimal, and the tries left for the passwords. Passwords can be changed, and validity be checked.</source>
        <translation>マイナンバーカードの中の電子証明書、10進数のシリアル番号、パスワードの残り回数が分かります。パスワードの変更や、有効性確認もできます。</translation>
    </message>
    <message>
        <source>It is unofficial: not made by J-LIS or the Digital Agency. Nothing is installed on the card, and no password of it is kept.</source>
        <translation>非公式のソフトです。J-LIS（地方公共団体情報システム機構）やデジタル庁が作ったものではありません。カードにソフトを入れることはなく、カードのパスワードも保存しません。</translation>
    </message>
    <message>
        <source>Put the My Number card on the reader</source>
        <translation>マイナンバーカードをカードリーダーに置いてください</translation>
    </message>
    <message>
        <source>No password is needed. It goes on by itself.</source>
        <translation>パスワードは要りません。自動的に続きます。</translation>
    </message>
    <message>
        <source>Looking for card readers…</source>
        <translation>カードリーダーを探しています…</translation>
    </message>
    <message>
        <source>Card reader: not connected</source>
        <translation>カードリーダー：接続されていません</translation>
    </message>
    <message>
        <source>Smart-card service: running</source>
        <translation>スマートカードのサービス：動いています</translation>
    </message>
    <message>
        <source>Smart-card service: not running. “Diagnosis” says how to start it.</source>
        <translation>スマートカードのサービス：動いていません。始め方は「動作確認」で分かります。</translation>
    </message>
    <message>
        <source>Card reader: {name}</source>
        <translation>カードリーダー：{name}</translation>
    </message>
    <message>
        <source>My Number card: read</source>
        <translation>マイナンバーカード：読み取りました</translation>
    </message>
    <message>
        <source>My Number card: reading…</source>
        <translation>マイナンバーカード：読み取っています…</translation>
    </message>
    <message>
        <source>My Number card: not yet on the reader</source>
        <translation>マイナンバーカード：まだ置かれていません</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>準備ができました</translation>
    </message>
    <message>
        <source>The serial number of a card stands on the main window. “Help (H)” or the key F1 explains every window.</source>
        <translation>カードのシリアル番号は、最初の画面に表示します。使い方は「ヘルプ(H)」か F1 キーで分かります。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>始める(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>スキップ(&amp;K)</translation>
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
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Copy the &amp;report</source>
        <translation>レポートをコピー(&amp;R)</translation>
    </message>
</context>
</TS>
