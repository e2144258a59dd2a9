"""The ends of certificates that were seen, and the days on which they are worth a reminder.

Nothing that names a person is kept: a kind, a moment, and a hash keyed with a secret of this
installation. The rules are pure; sentences come from `wording`, windows from `gui`.
"""
