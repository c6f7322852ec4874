"""Post: a message handed to the council's own mail server, under TLS or not at all."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage

from corpus.errors import BoardPapersError
from corpus.mail_settings import MailSettings

PATIENCE = 20.0  # seconds that the server has for each answer


class PostTrouble(BoardPapersError):
    """The server did not take a message."""

    retryable = True


def send(message: EmailMessage, mail: MailSettings) -> bool:
    """Hands over a message; False where the server refuses its address. Raises PostTrouble for everything else.

    The certificates that are trusted are those of the machine, or of SSL_CERT_FILE.
    """
    try:
        with smtplib.SMTP(mail.host, mail.port, timeout=PATIENCE) as server:
            server.starttls(context=ssl.create_default_context())
            if mail.login:
                user, _, password = mail.login.partition(":")
                server.login(user, password)
            server.send_message(message)
    except smtplib.SMTPRecipientsRefused:
        return False
    except smtplib.SMTPNotSupportedError as exc:
        raise PostTrouble("The mail server offers no STARTTLS, so nothing was sent to it.") from exc
    except (OSError, smtplib.SMTPException) as exc:
        # never its own words, which may repeat the address or the password
        raise PostTrouble(f"The mail server did not take the message ({type(exc).__name__}).") from exc
    return True
