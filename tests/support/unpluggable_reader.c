/*
 * A reader that can be unplugged: an IFD handler for pcscd that hands everything on to vpcd, until a
 * file says that the device has gone.
 *
 * It lies as readerN.so beside a copy of vpcd named vpcdN.so (the driver keeps static state, so each
 * pair of slots needs a copy). While readerN.so.gone-S exists, slot S answers as a reader that was
 * pulled off the bus, and its card loses its power; without the file it is there again.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <ifdhandler.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define FOLDER_MAX 4096
#define SLOTS 2

static char own_path[FOLDER_MAX];
static void *behind;

__attribute__((constructor)) static void load(void) {
  Dl_info info;
  char driver[FOLDER_MAX];
  if (!dladdr((void *)&load, &info)) {
    return;
  }
  snprintf(own_path, sizeof own_path, "%s", info.dli_fname);
  char *name = strrchr(own_path, '/');
  if (name == NULL || strncmp(name, "/reader", 7) != 0) {
    return;
  }
  snprintf(driver, sizeof driver, "%.*s/vpcd%s", (int)(name - own_path), own_path, name + 7);
  behind = dlopen(driver, RTLD_NOW | RTLD_LOCAL);
  if (behind == NULL) {
    fprintf(stderr, "unpluggable reader: %s\n", dlerror());
  }
}

static void *function(const char *name) { return behind == NULL ? NULL : dlsym(behind, name); }

typedef RESPONSECODE (*power_function)(DWORD, DWORD, PUCHAR, PDWORD);

/* A card that has lost its power answers nothing until it gets it again; vpcd would wait for ever. */
static int unpowered[SLOTS];

/* A reader without its plug gives its card no power: what the card had in mind is lost. */
static void lose_power(DWORD lun) {
  UCHAR atr[MAX_ATR_SIZE];
  DWORD length = sizeof atr;
  power_function power = (power_function)function("IFDHPowerICC");
  if (power != NULL) {
    power(lun, IFD_POWER_DOWN, atr, &length);
  }
  unpowered[lun & 1] = 1;
}

static int gone(DWORD lun) {
  static int was_gone[SLOTS];
  char flag[FOLDER_MAX + 32];
  DWORD slot = lun & 0xFFFF;
  snprintf(flag, sizeof flag, "%s.gone-%lu", own_path, (unsigned long)slot);
  int is_gone = access(flag, F_OK) == 0;
  if (slot < SLOTS) {
    if (is_gone && !was_gone[slot]) {
      lose_power(lun);
    }
    was_gone[slot] = is_gone;
  }
  return is_gone;
}

static RESPONSECODE powerless(DWORD lun) {
  return unpowered[lun & 1] ? IFD_COMMUNICATION_ERROR : IFD_SUCCESS;
}

static RESPONSECODE powered(DWORD lun, DWORD action) {
  if (action != IFD_POWER_DOWN) {
    unpowered[lun & 1] = 0;
  }
  return IFD_SUCCESS;
}

/* Each function of the driver's interface with its parameters as declared and as passed on, what it
 * answers when unplugged, and what comes before it otherwise. */
#define HAND_ON(name, declared, passed, unplugged)                                                 \
  HAND_ON_AFTER(name, declared, passed, unplugged, IFD_SUCCESS)
#define HAND_ON_AFTER(name, declared, passed, unplugged, before)                                   \
  RESPONSECODE name declared {                                                                     \
    RESPONSECODE(*next) declared = (RESPONSECODE(*) declared)function(#name);                      \
    if (next == NULL) {                                                                            \
      return IFD_NOT_SUPPORTED;                                                                    \
    }                                                                                              \
    if (gone(Lun)) {                                                                               \
      unplugged;                                                                                   \
      return IFD_NO_SUCH_DEVICE;                                                                   \
    }                                                                                              \
    RESPONSECODE first = before;                                                                   \
    return first == IFD_SUCCESS ? next passed : first;                                             \
  }

HAND_ON(IFDHCreateChannelByName, (DWORD Lun, LPSTR DeviceName), (Lun, DeviceName), )
HAND_ON(IFDHCreateChannel, (DWORD Lun, DWORD Channel), (Lun, Channel), )
HAND_ON(IFDHGetCapabilities, (DWORD Lun, DWORD Tag, PDWORD Length, PUCHAR Value),
        (Lun, Tag, Length, Value), )
HAND_ON(IFDHSetCapabilities, (DWORD Lun, DWORD Tag, DWORD Length, PUCHAR Value),
        (Lun, Tag, Length, Value), )
HAND_ON(IFDHSetProtocolParameters,
        (DWORD Lun, DWORD Protocol, UCHAR Flags, UCHAR PTS1, UCHAR PTS2, UCHAR PTS3),
        (Lun, Protocol, Flags, PTS1, PTS2, PTS3), )
HAND_ON_AFTER(IFDHPowerICC, (DWORD Lun, DWORD Action, PUCHAR Atr, PDWORD AtrLength),
        (Lun, Action, Atr, AtrLength), *AtrLength = 0, powered(Lun, Action))
HAND_ON_AFTER(IFDHTransmitToICC,
        (DWORD Lun, SCARD_IO_HEADER SendPci, PUCHAR TxBuffer, DWORD TxLength, PUCHAR RxBuffer,
         PDWORD RxLength, PSCARD_IO_HEADER RecvPci),
        (Lun, SendPci, TxBuffer, TxLength, RxBuffer, RxLength, RecvPci), *RxLength = 0,
        powerless(Lun))
HAND_ON(IFDHICCPresence, (DWORD Lun), (Lun), )
HAND_ON(IFDHControl,
        (DWORD Lun, DWORD dwControlCode, PUCHAR TxBuffer, DWORD TxLength, PUCHAR RxBuffer,
         DWORD RxLength, LPDWORD pdwBytesReturned),
        (Lun, dwControlCode, TxBuffer, TxLength, RxBuffer, RxLength, pdwBytesReturned),
        *pdwBytesReturned = 0)

RESPONSECODE IFDHCloseChannel(DWORD Lun) {
  RESPONSECODE (*next)(DWORD) = (RESPONSECODE(*)(DWORD))function("IFDHCloseChannel");
  return next == NULL ? IFD_NOT_SUPPORTED : next(Lun);
}
