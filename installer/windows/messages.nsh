; Every sentence of the wizard in both languages. English first, Japanese below it.

!macro SENTENCE NAME ENGLISH JAPANESE
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_JAPANESE} "${JAPANESE}"
!macroend

!insertmacro SENTENCE WelcomeText \
  "This installs JPKI Desktop ${VERSION}, which shows and checks the certificates of a My Number card.$\r$\n$\r$\nIt is unofficial software: it was not made by J-LIS or the Digital Agency, and it is not the official user client. No administrator rights are needed.$\r$\n$\r$\nPress Next to go on." \
  "JPKI Desktop ${VERSION} をインストールします。マイナンバーカードの電子証明書を表示し、確かめるためのソフトウェアです。$\r$\n$\r$\n非公式のソフトウェアです。J-LIS（地方公共団体情報システム機構）やデジタル庁が作ったものではなく、公式の「利用者クライアントソフト」とは別のものです。管理者の権限は要りません。$\r$\n$\r$\n続けるには［次へ］を押してください。"
!insertmacro SENTENCE WindowsTooOld \
  "JPKI Desktop needs Windows 10 or newer. Nothing was installed." \
  "JPKI DesktopはWindows 10以降で動きます。何もインストールしていません。"
!insertmacro SENTENCE NoSettingsFile \
  "The settings file was not found, so nothing was installed: $SettingsFile$\r$\nPlease check the path after /SETTINGS=." \
  "設定ファイルが見つからないため、何もインストールしていません： $SettingsFile$\r$\n/SETTINGS= の後のパスを確かめてください。"
!insertmacro SENTENCE WrongNotice \
  "/NOTICE= must be followed by yes or no. Nothing was installed." \
  "/NOTICE= の後には yes か no を指定してください。何もインストールしていません。"
!insertmacro SENTENCE ProgramRuns \
  "JPKI Desktop is open. Press OK to close it and go on." \
  "JPKI Desktopが開いています。［OK］を押すと、閉じてから続けます。"
!insertmacro SENTENCE StillRuns \
  "JPKI Desktop is still open. Please finish what you are doing there and close it, also in other windows such as a terminal. Then press Retry." \
  "JPKI Desktopがまだ開いています。そちらの操作を済ませて閉じてください（ターミナルで使っているものも）。その後［再試行］を押してください。"
!insertmacro SENTENCE OldStays \
  "The installed version could not be removed. Nothing was changed. Please restart Windows and try again." \
  "今入っているものを取り除けませんでした。何も変更していません。Windowsを再起動してから、もう一度お試しください。"

!insertmacro SENTENCE FolderTitle "Folder" "インストール先の選択"
!insertmacro SENTENCE FolderSubtitle \
  "Please choose where to install JPKI Desktop." "JPKI Desktopを入れるフォルダーを選んでください。"
!insertmacro SENTENCE FolderText \
  "JPKI Desktop is installed into this folder. Most people leave it as it is." \
  "次のフォルダーにインストールします。ふつうは、このままで構いません。"
!insertmacro SENTENCE FolderBox "Folder" "インストール先のフォルダー"
!insertmacro SENTENCE InstallButton "&Install" "インストール"
!insertmacro SENTENCE RemoveButton "&Uninstall" "取り除く(&U)"

!insertmacro SENTENCE ConfirmTitle "Ready to install" "インストールの確認"
!insertmacro SENTENCE ConfirmSubtitle \
  "Please check, then press Install." "内容を確かめて、［インストール］を押してください。"
!insertmacro SENTENCE ConfirmFolder "Folder:" "インストール先のフォルダー："
!insertmacro SENTENCE ConfirmMenu "Start menu:" "スタートメニュー："
!insertmacro SENTENCE ConfirmMenuText \
  "JPKI Desktop (found by typing JPKI)" "JPKI Desktop（「JPKI」と入力すると見つかります）"
!insertmacro SENTENCE ConfirmFiles "Certificate files:" "証明書ファイル："
!insertmacro SENTENCE ConfirmFilesText \
  "JPKI Desktop is offered in $\"Open with$\". What opens on a double click stays as it is." \
  "「プログラムから開く」で選べるようになります。ダブルクリックで開くものは変わりません。"
!insertmacro SENTENCE ConfirmUser "For:" "使う人："
!insertmacro SENTENCE ConfirmUserText "the present user only" "今お使いの利用者だけ"
!insertmacro SENTENCE ConfirmUpgrade \
  "An installed version is replaced. Your settings stay." \
  "今入っているものと入れ替えます。設定は残ります。"

!insertmacro SENTENCE NoticeTitle "Reminders before certificates end" "電子証明書の更新通知"
!insertmacro SENTENCE NoticeSubtitle \
  "Do you want to be reminded before your certificates end?" \
  "証明書の有効期間が終わる前に、お知らせしますか。"
!insertmacro SENTENCE NoticeText \
  "With Yes, JPKI Desktop starts in the background when you log in and reminds you before a certificate ends. It keeps the kind and the end of the certificates that you have shown, on this computer only. With No, nothing is kept and nothing starts by itself. You can change this later in the settings." \
  "「はい」を選ぶと、ログインしたときに裏で起動し、満了日が近づくとお知らせします。そのために、表示したことのある証明書の種類と満了日を、このパソコンの中にだけ控えます。「いいえ」を選ぶと、何も控えず、自動的に起動することもありません。後から「設定」で変えられます。"
!insertmacro SENTENCE NoticeYes "&Yes, remind me" "はい、知らせてほしい(&Y)"
!insertmacro SENTENCE NoticeNo "&No" "いいえ(&N)"
!insertmacro SENTENCE NoticeFailed \
  "Your answer could not be saved. Please choose in the settings of JPKI Desktop." \
  "お答えを保存できませんでした。JPKI Desktopの「設定」で選んでください。"

!insertmacro SENTENCE FinishText \
  "JPKI Desktop is installed. You find it in the Start menu by typing $\"JPKI$\"." \
  "JPKI Desktopをインストールしました。スタートメニューで「JPKI」と入力すると見つかります。"
!insertmacro SENTENCE FinishRun "&Start JPKI Desktop now" "今すぐJPKI Desktopを起動する(&S)"

!insertmacro SENTENCE RemoveTitle "Uninstall JPKI Desktop" "JPKI Desktopのアンインストール"
!insertmacro SENTENCE RemoveSubtitle \
  "Please choose whether your settings go too." "設定も消すかどうかを選んでください。"
!insertmacro SENTENCE RemoveText \
  "JPKI Desktop is removed from this computer. Your certificates and passwords are on your card; nothing happens to them." \
  "JPKI Desktopをこのパソコンから取り除きます。証明書とパスワードはカードの中にあり、何も変わりません。"
!insertmacro SENTENCE RemoveSettings \
  "Also &delete my settings and what JPKI Desktop has kept" \
  "設定と、JPKI Desktopが控えたものも消す(&D)"

!insertmacro SENTENCE AppDescription \
  "Shows and checks the certificates of a My Number card (unofficial)" \
  "マイナンバーカードの電子証明書を表示し、確かめます（非公式）"
!insertmacro SENTENCE KindCertificate "Certificate" "証明書"
!insertmacro SENTENCE KindChain "Certificates (PKCS #7)" "証明書（PKCS #7）"
!insertmacro SENTENCE KindStore "Certificates with a key (PKCS #12)" "鍵付きの証明書（PKCS #12）"
!insertmacro SENTENCE KindList "Certificate revocation list" "証明書失効リスト"
!insertmacro SENTENCE KindRequest "Certificate request" "証明書の申請"
