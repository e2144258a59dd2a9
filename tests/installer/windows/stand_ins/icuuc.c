/* Stand-in for wine, which lacks Windows' ICU: no converter is ever found, and Qt does without. */
#include <stddef.h>

#define NONE(name) __declspec(dllexport) void *name(void) { return NULL; }
enum { FILE_ACCESS_ERROR = 4 };

__declspec(dllexport) void *ucnv_open(const char *name, int *error)
{
    (void)name;
    *error = FILE_ACCESS_ERROR;
    return NULL;
}

__declspec(dllexport) const char *ucnv_getStandardName(
    const char *name, const char *standard, int *error)
{
    (void)name, (void)standard;
    *error = FILE_ACCESS_ERROR;
    return NULL;
}

__declspec(dllexport) int ucnv_countAvailable(void) { return 0; }

/* Qt calls none of these without a converter. */
NONE(ucnv_close)
NONE(ucnv_reset)
NONE(ucnv_getName)
NONE(ucnv_getAvailableName)
NONE(ucnv_getMaxCharSize)
NONE(ucnv_getToUCallBack)
NONE(ucnv_getFromUCallBack)
NONE(ucnv_setToUCallBack)
NONE(ucnv_setFromUCallBack)
NONE(ucnv_cbToUWriteUChars)
NONE(ucnv_cbFromUWriteUChars)
NONE(ucnv_toUnicode)
NONE(ucnv_fromUnicode)
NONE(ucnv_toUCountPending)
NONE(ucnv_fromUCountPending)
NONE(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NONE(UCNV_TO_U_CALLBACK_SUBSTITUTE)
