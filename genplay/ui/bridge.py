"""From the worker's thread into the window's: the one place where the two meet."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from genplay.engine.worker import Reply


class Bridge(QObject):
    """Turns the worker's callback into a signal; lives in the GUI thread.

    Connect only slots of QObjects that live there too: Qt then queues each reply to their thread. A plain
    function would be called in the worker's.
    """

    replied = Signal(object)

    def deliver(self, reply: Reply) -> None:
        """Hand a reply over; called in the worker's thread, returns at once."""
        with suppress(RuntimeError):  # the window has gone meanwhile: nobody waits for the reply
            self.replied.emit(reply)
