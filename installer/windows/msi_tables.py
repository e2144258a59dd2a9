"""Adds to the MSI package what wixl cannot say: conditions, and a copy of SETTINGS=FILE.

Usage: msi_tables.py PACKAGE
"""

import subprocess
import sys

# A row of MoveFile without a name of the source: the folder column is then the whole path of the
# file (Microsoft, "MoveFile Table"). Options 0 copies. Without SETTINGS nothing is done.
_QUERIES = (
    (
        "CREATE TABLE `MoveFile` (`FileKey` CHAR(72) NOT NULL, `Component_` CHAR(72) NOT NULL, "
        "`SourceName` CHAR(255) LOCALIZABLE, `DestName` CHAR(255) LOCALIZABLE, "
        "`SourceFolder` CHAR(72), `DestFolder` CHAR(72) NOT NULL, `Options` INT NOT NULL "
        "PRIMARY KEY `FileKey`)"
    ),
    (
        "INSERT INTO `MoveFile` (`FileKey`, `Component_`, `DestName`, `SourceFolder`, "
        "`DestFolder`, `Options`) "
        "VALUES ('Managed', 'Managed', 'settings.toml', 'SETTINGS', 'INSTALLDIR', 0)"
    ),
    # Between the making of the folders (3700) and the copying of the files (4000).
    (
        "INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) "
        "VALUES ('MoveFiles', 'SETTINGS', 3800)"
    ),
    # 2: when the component is uninstalled.
    (
        "INSERT INTO `RemoveFile` (`FileKey`, `Component_`, `FileName`, `DirProperty`, "
        "`InstallMode`) VALUES ('Managed', 'Managed', 'settings.toml', 'INSTALLDIR', 2)"
    ),
    # Without the second half wine would leave the values behind.
    (
        'UPDATE `Component` SET `Condition` = \'NOTICE="yes" OR REMOVE="ALL"\' '
        "WHERE `Component` = 'NoticeYes'"
    ),
    (
        'UPDATE `Component` SET `Condition` = \'NOTICE="no" OR REMOVE="ALL"\' '
        "WHERE `Component` = 'NoticeNo'"
    ),
    (
        "UPDATE `Property` SET `Value` = "
        "'NOTICE;SETTINGS;WIX_UPGRADE_DETECTED;WIX_DOWNGRADE_DETECTED' "
        "WHERE `Property` = 'SecureCustomProperties'"
    ),
)


def main(words: list[str]) -> int:
    """Change the package in place."""
    for query in _QUERIES:
        subprocess.run(["msibuild", words[0], "-q", query], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
