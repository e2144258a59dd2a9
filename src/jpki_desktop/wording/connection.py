"""The steps of a connection test in words."""

from jpki_desktop.network.connection_steps import Step, StepResult
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.network_errors import network_cause


def step_name(result: StepResult) -> str:
    """Return what was tried, and with whom."""
    words = {
        (Step.ROUTE, False): translate("connection", "Choose the way"),
        (Step.NAME, False): translate("connection", "Find the server by its name ({place})"),
        (Step.NAME, True): translate("connection", "Find the proxy by its name ({place})"),
        (Step.CONNECT, False): translate("connection", "Reach the server ({place})"),
        (Step.CONNECT, True): translate("connection", "Reach the proxy ({place})"),
        (Step.LOGIN, True): translate("connection", "Be let through by the proxy ({place})"),
        (Step.SECURE, False): translate("connection", "Make a secure connection ({place})"),
        (Step.ANSWER, False): translate("connection", "Get an answer from the server ({place})"),
    }
    by_proxy = result.by_proxy and result.step in (Step.NAME, Step.CONNECT, Step.LOGIN)
    return words[result.step, by_proxy].format(place=result.place)


def step_result(result: StepResult) -> str:
    """Return how a step ended."""
    if result.by_proxy and result.problem is not None and result.problem.cause == "address":
        return translate("connection", "The name was not found.")
    if result.problem is not None:
        return network_cause(result.problem.cause)
    if result.step is Step.ROUTE:
        if result.by_proxy:
            return translate("connection", "through a proxy")
        return translate("connection", "directly, without a proxy")
    return translate("connection", "done")


def conclusion(steps: tuple[StepResult, ...]) -> str:
    """Return the whole test in one sentence and, where it failed, what to do."""
    problem = steps[-1].problem
    if problem is None:
        return translate("connection", "The server answered. The connection can be used.")
    if problem.cause == "demo":
        return translate("connection", "In the demo there is no connection that could be tested.")
    failed = translate("connection", "The connection cannot be used like this.")
    return translate("connection", "{failed} {advice}").format(
        failed=failed, advice=_advice(steps[-1])
    )


def step_line(result: StepResult) -> str:
    """Return a step and how it ended on one line."""
    return translate("connection", "{step}: {result}").format(
        step=step_name(result), result=step_result(result)
    )


def _advice(last: StepResult) -> str:
    if last.problem is not None and last.problem.cause == "proxy-script":
        return translate("connection", "Ask the administrator for the address of the proxy.")
    if last.step is Step.LOGIN:
        return translate("connection", "Check the user name and the password of the proxy.")
    if last.by_proxy and last.step in (Step.NAME, Step.CONNECT):
        return translate("connection", "Check the address and the port of the proxy.")
    if last.step is Step.SECURE:
        return translate("connection", "Ask the administrator which certificates are needed.")
    return translate("connection", "Check the address of the server and the connection.")
