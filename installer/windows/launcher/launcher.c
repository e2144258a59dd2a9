/* Starts the program: loads Python from the runtime folder beside it and runs one module.

   Built twice: jpki-desktop.exe (the window) and jpki.exe (the terminal, with CONSOLE). The taskbar,
   the list of running programs and "Open with" then show this program and not "python", and the
   files of Python and Qt stay as their makers signed them. */

#include <windows.h>
#include <shellapi.h>
#include <stdlib.h>
#include <wchar.h>

#ifdef CONSOLE
#define MODULE L"jpki_desktop.cli"
#else
#define MODULE L"jpki_desktop"
#endif
#define APPLICATION_ID L"JPKIDesktop.JPKIDesktop"
#define LONGEST 32767

typedef int (*python_main)(int, wchar_t **);
typedef HRESULT(WINAPI *set_application_id)(PCWSTR);

static int incomplete(void)
{
    const wchar_t *text = PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_JAPANESE
        ? L"JPKI Desktopのファイルが足りないか、壊れています。もう一度インストールしてください。"
        : L"Files of JPKI Desktop are missing or damaged. Please install it again.";
#ifdef CONSOLE
    DWORD written;
    HANDLE errors = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(errors, text, (DWORD)wcslen(text), &written, NULL)) {
        /* Not a terminal: bytes, in the code page that other programs expect. */
        char bytes[512];
        int length = WideCharToMultiByte(CP_ACP, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (length > 1)
            WriteFile(errors, bytes, (DWORD)length - 1, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, L"JPKI Desktop", MB_ICONERROR);
#endif
    return 3;
}

static void name_the_application(void)
{
    HMODULE shell = GetModuleHandleW(L"shell32.dll");
    set_application_id set = shell == NULL ? NULL
        : (set_application_id)(void *)GetProcAddress(
              shell, "SetCurrentProcessExplicitAppUserModelID");
    if (set != NULL)
        set(APPLICATION_ID);
}

static HMODULE load_python(void)
{
    static wchar_t runtime[LONGEST + 64], library[LONGEST + 64];
    DWORD length = GetModuleFileNameW(NULL, runtime, LONGEST);
    wchar_t *last = wcsrchr(runtime, L'\\');
    if (length == 0 || length >= LONGEST || last == NULL)
        return NULL;
    wcscpy(last, L"\\runtime");
    wcscpy(library, runtime);
    wcscat(library, L"\\" PYTHON_DLL);
    /* Nothing is ever loaded from the current folder or from PATH. */
    if (!SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS) || !AddDllDirectory(runtime))
        return NULL;
    return LoadLibraryExW(
        library, NULL, LOAD_LIBRARY_SEARCH_DEFAULT_DIRS | LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR);
}

static int start(void)
{
    HMODULE python;
    python_main run;
    int count, used = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    wchar_t **all = words == NULL ? NULL : calloc((size_t)count + 8, sizeof *all);

    name_the_application();
    python = load_python();
    run = python == NULL ? NULL : (python_main)(void *)GetProcAddress(python, "Py_Main");
    if (run == NULL || all == NULL)
        return incomplete();
    all[used++] = words[0];
    /* -I: neither the environment nor the user's packages; -B: no file beside the installed ones. */
    all[used++] = L"-I";
    all[used++] = L"-B";
    all[used++] = L"-m";
    all[used++] = MODULE;
    for (int i = 1; i < count; i++)
        all[used++] = words[i];
    return run(used, all);
}

#ifdef CONSOLE
int wmain(void)
{
    return start();
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, LPWSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return start();
}
#endif
