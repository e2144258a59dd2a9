"""One dialog a module; each owns its layout and never talks to a card."""
