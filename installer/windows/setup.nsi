; The setup program: for the present user, without administrator rights.
;
; Silent use (documented in docs/installers-windows.md):
;   setup.exe /S [/NOTICE=yes|no] [/SETTINGS=FILE] [/LANG=ja|en] [/D=FOLDER]
;   uninstall.exe /S [/DELETESETTINGS]
; Exit codes: 0 done, 1 cancelled, 2 failed, 3 the program is in use, 4 a wrong option, 5 an old Windows.

Unicode true
Target amd64-unicode
!if "${COMPRESSION}" == "zlib"
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!include MUI2.nsh
!include nsDialogs.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WinMessages.nsh

!define OWN_KEY "Software\JPKI Desktop"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\JPKI Desktop"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
; Where the Task Manager notes what its user has switched off.
!define APPROVED_KEY "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\jpki-desktop.exe"

Name "JPKI Desktop"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\JPKI Desktop"
BrandingText "JPKI Desktop ${VERSION}"
VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=1041 "ProductName" "JPKI Desktop"
VIAddVersionKey /LANG=1041 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1041 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1041 "FileDescription" "JPKI Desktop Setup"
VIAddVersionKey /LANG=1041 "CompanyName" "The JPKI Desktop developers"
VIAddVersionKey /LANG=1041 "LegalCopyright" "MIT License"

Var OldFolder       ; where an installed version is, or nothing
Var Notice          ; yes, no, or nothing: not asked for
Var SettingsFile    ; an administrator's settings, or nothing
Var NoticeYesButton
Var NoticeNoButton
Var DeleteSettings  ; yes or no
Var IsUpgrade       ; yes when a newer setup removes this version
Var SettingsBox

!define MUI_ICON "${WORK}\jpki-desktop.ico"
!define MUI_UNICON "${WORK}\jpki-desktop.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${WORK}\side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${WORK}\side.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\jpki-desktop.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_LICENSEPAGE_CHECKBOX
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FolderText)"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "$(FolderBox)"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "$(Terms)"
!define MUI_PAGE_HEADER_TEXT "$(FolderTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(FolderSubtitle)"
!insertmacro MUI_PAGE_DIRECTORY
Page custom ConfirmPage
!insertmacro MUI_PAGE_INSTFILES
Page custom NoticePage NoticeLeave
!define MUI_PAGE_CUSTOMFUNCTION_SHOW FinishShown
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.RemovePage un.RemoveLeave
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_UNPAGE_FINISH

; The first one is for every system that has neither.
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "English"
SetFont /LANG=${LANG_JAPANESE} "Yu Gothic UI" 9
LicenseLangString Terms ${LANG_JAPANESE} "${WORK}\terms-ja.txt"
LicenseLangString Terms ${LANG_ENGLISH} "${WORK}\terms-en.txt"
!include "messages.nsh"
!include "associations.nsh"
!include "wizard.nsh"

; --- what both programs do ------------------------------------------------------------------------

!macro STOP_WITH CODE SENTENCE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

!macro CHOOSE_LANGUAGE
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/LANG=" $0
  ${If} $0 == "ja"
    StrCpy $LANGUAGE ${LANG_JAPANESE}
  ${ElseIf} $0 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
!macroend

; Sets $0 to "yes" while a program of the folder runs: Windows lets nobody write to it then.
!macro LOOK_AT_PROGRAM PATH
  ${If} ${FileExists} "${PATH}"
    ClearErrors
    FileOpen $1 "${PATH}" a
    ${If} ${Errors}
      StrCpy $0 "yes"
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend

!macro CLOSING UN
Function ${UN}LookWhetherInUse ; folder in $R0, answer in $0
  StrCpy $0 "no"
  !insertmacro LOOK_AT_PROGRAM "$R0\jpki-desktop.exe"
  !insertmacro LOOK_AT_PROGRAM "$R0\jpki.exe"
  !insertmacro LOOK_AT_PROGRAM "$R0\runtime\${PYTHON_DLL}"
FunctionEnd

; Closes the program that runs in folder $R0, with its user's leave. It is asked, never killed: in
; the middle of something with the card it stays.
Function ${UN}CloseProgram
  Call ${UN}LookWhetherInUse
  ${If} $0 == "no"
    Return
  ${EndIf}
  MessageBox MB_OKCANCEL|MB_ICONINFORMATION "$(ProgramRuns)" /SD IDOK IDOK close
  SetErrorLevel 1
  Quit
close:
  ExecWait '"$R0\jpki-desktop.exe" --quit' $1
  ; It ends. Its files are free once the card is logged out and the icon is gone: some seconds.
  ${For} $2 1 80
    Call ${UN}LookWhetherInUse
    ${If} $0 == "no"
      Return
    ${EndIf}
    Sleep 250
  ${Next}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillRuns)" /SD IDCANCEL IDRETRY close
  SetErrorLevel 3
  Quit
FunctionEnd
!macroend
!insertmacro CLOSING ""
!insertmacro CLOSING "un."

; --- installing -----------------------------------------------------------------------------------

Function .onInit
  !insertmacro CHOOSE_LANGUAGE
  ${IfNot} ${AtLeastWin10}
    !insertmacro STOP_WITH 5 "$(WindowsTooOld)"
  ${EndIf}
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/NOTICE=" $Notice
  ${IfNot} ${Errors}
  ${AndIf} $Notice != "yes"
  ${AndIf} $Notice != "no"
    !insertmacro STOP_WITH 4 "$(WrongNotice)"
  ${EndIf}
  ClearErrors
  ${GetOptions} $1 "/SETTINGS=" $SettingsFile
  ${IfNot} ${Errors}
    ${IfNot} ${FileExists} "$SettingsFile"
      !insertmacro STOP_WITH 4 "$(NoSettingsFile)"
    ${EndIf}
    GetFullPathName $SettingsFile "$SettingsFile"
  ${EndIf}
  ReadRegStr $OldFolder HKCU "${OWN_KEY}" "InstallDir"
  ${IfNot} ${FileExists} "$OldFolder\uninstall.exe"
    StrCpy $OldFolder ""
  ${EndIf}
  ; A newer version goes where the older one is, unless /D= names another folder.
  ${If} $OldFolder != ""
  ${AndIf} $INSTDIR == "$LOCALAPPDATA\Programs\JPKI Desktop"
    StrCpy $INSTDIR $OldFolder
  ${EndIf}
FunctionEnd

; Keeps the answer in the user's settings, and starts the program at log-in for a yes alone.
Function KeepNotice
  nsExec::Exec '"$INSTDIR\runtime\python.exe" -I -B -m jpki_desktop.cli.first_answer $Notice'
  Pop $0
  ${If} $0 != "0"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NoticeFailed)" /SD IDOK
  ${EndIf}
  ${If} $Notice == "yes"
  ${AndIf} $0 == "0"
    WriteRegStr HKCU "${RUN_KEY}" "JPKI Desktop" '"$INSTDIR\jpki-desktop.exe" --background'
    ; The newest answer counts: a start that was switched off before is on again.
    DeleteRegValue HKCU "${APPROVED_KEY}" "JPKI Desktop"
  ${Else}
    DeleteRegValue HKCU "${RUN_KEY}" "JPKI Desktop"
  ${EndIf}
FunctionEnd

; The version in $OldFolder takes its own files away; it knows them best.
Function RemoveOld
  StrCpy $R0 $OldFolder
  Call CloseProgram
  ExecWait '"$OldFolder\uninstall.exe" /S /UPGRADE _?=$OldFolder' $0
  ${If} $0 != 0
    !insertmacro STOP_WITH 3 "$(OldStays)"
  ${EndIf}
  Delete "$OldFolder\uninstall.exe"
  ${If} $OldFolder != $INSTDIR
    ${If} ${FileExists} "$OldFolder\settings.toml"
    ${AndIf} $SettingsFile == ""
      CreateDirectory "$INSTDIR"
      CopyFiles /SILENT "$OldFolder\settings.toml" "$INSTDIR\settings.toml"
    ${EndIf}
    Delete "$OldFolder\settings.toml"
    RMDir "$OldFolder"
    ReadRegStr $0 HKCU "${RUN_KEY}" "JPKI Desktop"
    ${If} $0 != ""
      WriteRegStr HKCU "${RUN_KEY}" "JPKI Desktop" '"$INSTDIR\jpki-desktop.exe" --background'
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Install"
  SetShellVarContext current
  ${If} $OldFolder != ""
    Call RemoveOld
  ${EndIf}
  StrCpy $R0 $INSTDIR
  Call CloseProgram
  !include "${WORK}\install.nsh"
  ; The shortcut starts the program in this folder.
  SetOutPath "$INSTDIR"
  FileOpen $0 "$INSTDIR\app\installed-by" w
  FileWrite $0 "setup"
  FileClose $0
  ${If} $SettingsFile != ""
    CopyFiles /SILENT "$SettingsFile" "$INSTDIR\settings.toml"
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\JPKI Desktop.lnk" "$INSTDIR\jpki-desktop.exe" "" \
    "$INSTDIR\jpki-desktop.exe" 0 SW_SHOWNORMAL "" "$(AppDescription)"
  WriteRegStr HKCU "${OWN_KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\jpki-desktop.exe"
  !insertmacro ADD_ASSOCIATIONS

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "JPKI Desktop"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The JPKI Desktop developers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\jpki-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0

  ; The wizard asks on a page of its own.
  ${If} ${Silent}
  ${AndIf} $Notice != ""
    Call KeepNotice
  ${EndIf}
SectionEnd

; --- uninstalling ---------------------------------------------------------------------------------

Function un.onInit
  !insertmacro CHOOSE_LANGUAGE
  StrCpy $DeleteSettings "no"
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/DELETESETTINGS" $0
  ${IfNot} ${Errors}
    StrCpy $DeleteSettings "yes"
  ${EndIf}
  StrCpy $IsUpgrade "no"
  ClearErrors
  ${GetOptions} $1 "/UPGRADE" $0
  ${IfNot} ${Errors}
    StrCpy $IsUpgrade "yes"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  SetShellVarContext current
  StrCpy $R0 $INSTDIR
  Call un.CloseProgram
  ${If} $DeleteSettings == "yes"
    ; What the keyring of Windows holds is found by the settings, so it goes before them.
    nsExec::Exec '"$INSTDIR\runtime\python.exe" -I -B -m jpki_desktop.cli settings forget-proxy-password'
    Pop $0
  ${EndIf}
  ; Exactly what was installed; what others have put into the folder stays.
  !include "${WORK}\delete.nsh"
  Delete "$INSTDIR\app\installed-by"
  RMDir "$INSTDIR\app"
  Delete "$SMPROGRAMS\JPKI Desktop.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${APP_PATH}"
  !insertmacro REMOVE_ASSOCIATIONS
  ${If} $IsUpgrade == "yes"
    SetErrorLevel 0
    Return
  ${EndIf}
  DeleteRegValue HKCU "${RUN_KEY}" "JPKI Desktop"
  DeleteRegValue HKCU "${APPROVED_KEY}" "JPKI Desktop"
  DeleteRegKey HKCU "${OWN_KEY}"
  Delete "$INSTDIR\settings.toml"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${If} $DeleteSettings == "yes"
    RMDir /r "$LOCALAPPDATA\jpki-desktop"
  ${EndIf}
SectionEnd

!uninstfinalize '"${SIGN}" "%1"' = 0
