"""Names of the demo cards."""

from jpki_desktop.wording.language import translate


def persona_name(persona: str) -> str:
    """Return what a demo card shows; an unknown one keeps its own name."""
    return {
        "mynumber": translate("demo", "My Number card"),
        "juki": translate("demo", "Basic Resident Register card"),
        "android": translate("demo", "Smartphone (Android)"),
        "ios": translate("demo", "Smartphone (iPhone)"),
        "sign-missing": translate("demo", "Without signature certificate"),
        "auth-missing": translate("demo", "Without user authentication certificate"),
        "both-missing": translate("demo", "Without certificates"),
        "sign-locked": translate("demo", "Signature password locked"),
        "auth-locked": translate("demo", "User authentication password locked"),
        "expired": translate("demo", "Certificates ended"),
        "expiring": translate("demo", "Certificates end soon"),
        "one-try": translate("demo", "One try left"),
        "moved": translate("demo", "Signature certificate revoked (moved house)"),
        "revoked": translate("demo", "Certificates revoked"),
        "on-hold": translate("demo", "Certificates on hold"),
        "licence": translate("demo", "Driving licence"),
        "long": translate("demo", "Long name and address"),
        "jlis-test": translate("demo", "Test card of JPKI"),
    }.get(persona, persona)


def demo_banner() -> str:
    """Return what marks everything of a demonstration."""
    return translate("demo", "Demonstration with an invented card. Nothing here is real.")
