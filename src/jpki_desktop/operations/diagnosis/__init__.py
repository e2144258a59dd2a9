"""動作確認: the chain from the smart-card service to the server, step by step.

No password is asked for or sent; the counters are read by the empty VERIFY, which costs no try.
"""

from jpki_desktop.operations.diagnosis.findings import Finding, Outcome, Result, Step
from jpki_desktop.operations.diagnosis.overall import Overall, overall
from jpki_desktop.operations.diagnosis.run import diagnose
from jpki_desktop.operations.diagnosis.scene import Scene

__all__ = ["Finding", "Outcome", "Overall", "Result", "Scene", "Step", "diagnose", "overall"]
