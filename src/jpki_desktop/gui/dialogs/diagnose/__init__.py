"""The windows of 動作確認: the steps, and the support report."""

from jpki_desktop.gui.dialogs.diagnose.dialog import DiagnoseDialog
from jpki_desktop.gui.dialogs.diagnose.report_dialog import ReportDialog

__all__ = ["DiagnoseDialog", "ReportDialog"]
