; Certificate files: offered in "Open with" and among the default apps. What opens them on a double
; click is the user's choice and is never taken.

!define CAPABILITIES "Software\JPKI Desktop\Capabilities"
!define OPEN_WITH "Software\Classes\Applications\jpki-desktop.exe"

!macro EACH_KIND DO
  !insertmacro ${DO} "JPKIDesktop.Certificate" "$(KindCertificate)"
  !insertmacro ${DO} "JPKIDesktop.Chain" "$(KindChain)"
  !insertmacro ${DO} "JPKIDesktop.Store" "$(KindStore)"
  !insertmacro ${DO} "JPKIDesktop.RevocationList" "$(KindList)"
  !insertmacro ${DO} "JPKIDesktop.Request" "$(KindRequest)"
!macroend

!macro EACH_SUFFIX DO
  !insertmacro ${DO} ".cer" "JPKIDesktop.Certificate"
  !insertmacro ${DO} ".crt" "JPKIDesktop.Certificate"
  !insertmacro ${DO} ".der" "JPKIDesktop.Certificate"
  !insertmacro ${DO} ".pem" "JPKIDesktop.Certificate"
  !insertmacro ${DO} ".p7b" "JPKIDesktop.Chain"
  !insertmacro ${DO} ".p7c" "JPKIDesktop.Chain"
  !insertmacro ${DO} ".spc" "JPKIDesktop.Chain"
  !insertmacro ${DO} ".p12" "JPKIDesktop.Store"
  !insertmacro ${DO} ".pfx" "JPKIDesktop.Store"
  !insertmacro ${DO} ".crl" "JPKIDesktop.RevocationList"
  !insertmacro ${DO} ".csr" "JPKIDesktop.Request"
  !insertmacro ${DO} ".p10" "JPKIDesktop.Request"
!macroend

!macro ADD_KIND ID NAME
  WriteRegStr HKCU "Software\Classes\${ID}" "" "${NAME}"
  WriteRegStr HKCU "Software\Classes\${ID}\DefaultIcon" "" "$INSTDIR\jpki-desktop.exe,0"
  WriteRegStr HKCU "Software\Classes\${ID}\shell\open\command" "" '"$INSTDIR\jpki-desktop.exe" "%1"'
!macroend

!macro ADD_SUFFIX SUFFIX ID
  WriteRegStr HKCU "Software\Classes\${SUFFIX}\OpenWithProgids" "${ID}" ""
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" "${SUFFIX}" "${ID}"
  WriteRegStr HKCU "${OPEN_WITH}\SupportedTypes" "${SUFFIX}" ""
!macroend

!macro REMOVE_KIND ID NAME
  DeleteRegKey HKCU "Software\Classes\${ID}"
!macroend

!macro REMOVE_SUFFIX SUFFIX ID
  DeleteRegValue HKCU "Software\Classes\${SUFFIX}\OpenWithProgids" "${ID}"
  DeleteRegKey /ifempty HKCU "Software\Classes\${SUFFIX}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\${SUFFIX}"
!macroend

!macro TELL_EXPLORER
  ; SHCNE_ASSOCCHANGED
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro ADD_ASSOCIATIONS
  !insertmacro EACH_KIND ADD_KIND
  WriteRegStr HKCU "${OPEN_WITH}" "FriendlyAppName" "JPKI Desktop"
  WriteRegStr HKCU "${OPEN_WITH}\shell\open\command" "" '"$INSTDIR\jpki-desktop.exe" "%1"'
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "JPKI Desktop"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "$(AppDescription)"
  !insertmacro EACH_SUFFIX ADD_SUFFIX
  WriteRegStr HKCU "Software\RegisteredApplications" "JPKI Desktop" "${CAPABILITIES}"
  !insertmacro TELL_EXPLORER
!macroend

!macro REMOVE_ASSOCIATIONS
  !insertmacro EACH_SUFFIX REMOVE_SUFFIX
  !insertmacro EACH_KIND REMOVE_KIND
  DeleteRegKey HKCU "${OPEN_WITH}"
  DeleteRegKey /ifempty HKCU "Software\Classes\Applications"
  DeleteRegKey HKCU "${CAPABILITIES}"
  DeleteRegValue HKCU "Software\RegisteredApplications" "JPKI Desktop"
  DeleteRegKey /ifempty HKCU "Software\RegisteredApplications"
  !insertmacro TELL_EXPLORER
!macroend
