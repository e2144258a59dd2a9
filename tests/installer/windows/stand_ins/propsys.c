/* Stand-in for wine 8, whose library lacks what Python asks the system's version with. */
#include <windows.h>
#include <oleauto.h>

__declspec(dllexport) HRESULT WINAPI VariantToString(VARIANT *value, WCHAR *text, UINT size)
{
    VARIANT converted;
    HRESULT result;
    UINT length;

    VariantInit(&converted);
    result = VariantChangeType(&converted, value, 0, VT_BSTR);
    if (FAILED(result))
        return result;
    length = SysStringLen(converted.bstrVal);
    if (length < size) {
        memcpy(text, converted.bstrVal, length * sizeof *text);
        text[length] = 0;
    } else {
        result = E_FAIL;
    }
    VariantClear(&converted);
    return result;
}
