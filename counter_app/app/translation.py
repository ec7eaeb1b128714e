"""The language of the clerk's windows: German as written, or English."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, Qt, QTranslator

from counter_app.system.paths import translations_folder
from counter_app.system.settings import InterfaceLanguage

OURS = "interfaceLanguage"

log = logging.getLogger(__name__)


def translate(application: QCoreApplication, language: InterfaceLanguage) -> None:
    """Let our own texts and Qt's speak one language, in all windows that are made from now on.

    German needs our own file for its plurals only. A file that is missing never stops the counter.
    """
    untranslate(application)
    qts = (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    own = (f"counter_app_{language}", str(translations_folder()))
    for name, folder in (qts, own):  # the last one is asked first
        translator = QTranslator(application)  # owned by the application: it must outlive every window
        translator.setObjectName(OURS)
        if translator.load(name, folder):
            application.installTranslator(translator)
        else:
            log.warning("texts in the language %s are missing", language)


def untranslate(application: QCoreApplication) -> None:
    """Let all texts be as written again."""
    for translator in application.findChildren(QTranslator, OURS, Qt.FindChildOption.FindDirectChildrenOnly):
        application.removeTranslator(translator)
        translator.setParent(None)
        translator.deleteLater()
