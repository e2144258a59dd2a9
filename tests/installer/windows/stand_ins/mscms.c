/* Stand-in for wine 8, whose colour management lacks a call of Qt's: the screen has no profile. */
#include <windows.h>

#define REFUSES(type, name) \
    __declspec(dllexport) type WINAPI name(void) \
    { \
        SetLastError(ERROR_NOT_SUPPORTED); \
        return 0; \
    }

REFUSES(BOOL, GetColorProfileFromHandle)
REFUSES(BOOL, CloseColorProfile)
REFUSES(HANDLE, OpenColorProfileW)
REFUSES(HANDLE, WcsCreateIccProfile)
