; The wizard's own pages: what will happen, the question about reminders, and what goes besides.

; One line of the confirmation: a heading and its text. It uses $0 (place from above).
!macro CONFIRM_LINE HEADING TEXT
  ${NSD_CreateLabel} 0 $0u 100% 9u "${HEADING}"
  Pop $1
  IntOp $0 $0 + 9
  ${NSD_CreateLabel} 10u $0u -10u 18u "${TEXT}"
  Pop $1
  IntOp $0 $0 + 21
!macroend

Function ConfirmPage
  !insertmacro MUI_HEADER_TEXT "$(ConfirmTitle)" "$(ConfirmSubtitle)"
  nsDialogs::Create 1018
  Pop $1
  StrCpy $0 0
  !insertmacro CONFIRM_LINE "$(ConfirmFolder)" "$INSTDIR"
  !insertmacro CONFIRM_LINE "$(ConfirmMenu)" "$(ConfirmMenuText)"
  !insertmacro CONFIRM_LINE "$(ConfirmFiles)" "$(ConfirmFilesText)"
  !insertmacro CONFIRM_LINE "$(ConfirmUser)" "$(ConfirmUserText)"
  ${If} $OldFolder != ""
    ${NSD_CreateLabel} 0 $0u 100% 18u "$(ConfirmUpgrade)"
    Pop $1
  ${EndIf}
  ; This is the last page before something happens.
  GetDlgItem $1 $HWNDPARENT 1
  SendMessage $1 ${WM_SETTEXT} 0 "STR:$(InstallButton)"
  nsDialogs::Show
FunctionEnd

Function NoticePage
  ; Who has answered before is not asked again by a newer version.
  ${If} $OldFolder != ""
  ${AndIf} $Notice == ""
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(NoticeTitle)" "$(NoticeSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 64u "$(NoticeText)"
  Pop $0
  ${NSD_CreateFirstRadioButton} 10u 70u -10u 12u "$(NoticeYes)"
  Pop $NoticeYesButton
  ${NSD_CreateAdditionalRadioButton} 10u 86u -10u 12u "$(NoticeNo)"
  Pop $NoticeNoButton
  ${If} $Notice == "yes"
    ${NSD_Check} $NoticeYesButton
    ${NSD_SetFocus} $NoticeYesButton
  ${Else}
    ${NSD_Check} $NoticeNoButton
    ${NSD_SetFocus} $NoticeNoButton
  ${EndIf}
  ; The files are in place: there is no way back, and an answer is all that is missing.
  GetDlgItem $0 $HWNDPARENT 3
  EnableWindow $0 0
  GetDlgItem $0 $HWNDPARENT 2
  EnableWindow $0 0
  nsDialogs::Show
FunctionEnd

Function NoticeLeave
  ${NSD_GetState} $NoticeYesButton $0
  ${If} $0 == ${BST_CHECKED}
    StrCpy $Notice "yes"
  ${Else}
    StrCpy $Notice "no"
  ${EndIf}
  Call KeepNotice
FunctionEnd

; Everything is done, and a step back would copy the files once more when an older version was
; replaced. The text below the line belongs to the page before, and is not drawn away by itself.
Function FinishShown
  GetDlgItem $0 $HWNDPARENT 3
  EnableWindow $0 0
  System::Call 'user32::InvalidateRect(p $HWNDPARENT, p 0, i 1)'
FunctionEnd

Function un.RemovePage
  !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" "$(RemoveSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 30u "$(RemoveText)"
  Pop $0
  ${NSD_CreateCheckBox} 0 40u 100% 12u "$(RemoveSettings)"
  Pop $SettingsBox
  ${If} $DeleteSettings == "yes"
    ${NSD_Check} $SettingsBox
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(RemoveButton)"
  nsDialogs::Show
FunctionEnd

Function un.RemoveLeave
  ${NSD_GetState} $SettingsBox $0
  StrCpy $DeleteSettings "no"
  ${If} $0 == ${BST_CHECKED}
    StrCpy $DeleteSettings "yes"
  ${EndIf}
FunctionEnd
