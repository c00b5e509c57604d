"""What can go wrong, each with a stable code; the message says what happened and what to do next."""


class CrossclaimError(Exception):
    """Base of the errors that a user can act on."""

    code = "error"
    status = 500


class BadInputError(CrossclaimError):
    """What was given cannot be used."""

    code = "bad-input"
    status = 422


class NotFoundError(CrossclaimError):
    """Nothing is stored under that id."""

    code = "not-found"
    status = 404


class BusyError(CrossclaimError):
    """Somebody else holds what is needed; try again."""

    code = "busy"
    status = 503


class SettingsError(CrossclaimError):
    """The settings, the weights or the store do not fit together."""

    code = "settings"
    status = 500
