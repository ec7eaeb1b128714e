"""Defects in a copy of the shipped content: each is found once, where it is, in words that help."""

from collections.abc import Sequence
from dataclasses import dataclass
from shutil import copy2

import pytest

from counter_app.content import po_file
from counter_app.content.check import check
from counter_app.content.loader import ContentFolders, load_content, read_content
from counter_app.content.problems import Finding
from counter_app.domain.content import Content
from counter_app.domain.errors import ContentError
from counter_app.domain.fact import FactKind
from tests.content.copies import edit, findings, line_of

BIDI_OVERRIDE, ZERO_WIDTH_SPACE, LINE_SEPARATOR = "\u202e", "\u200b", "\u2028"


@dataclass(frozen=True)
class Defect:
    """One edit and what must be said about it.

    Args:
        says: pieces of the one message, in order.
        at: text on the line that must be named, where it is not the line of the edit.
    """

    name: str
    file: str
    old: str
    new: str
    says: tuple[str, ...]
    at: str = ""


DOCUMENTS, FACTS, FEES = "forms/documents.toml", "forms/facts.toml", "forms/fees.toml"
STUDY, BLOCKS, ONE_OF = "forms/services/study.toml", "forms/blocks.toml", "forms/one_of.toml"
LABELS, OFFICE, SLIP = "forms/labels.toml", "forms/offices/default.toml", "forms/sheets/missing.toml"
LANGUAGES, ANSWERS = "phrasebooks/languages.toml", "phrasebooks/answers.toml"
IDENTITY, MISSING = "phrasebooks/situations/identity.toml", "phrasebooks/situations/missing_documents.toml"
EN_FORMS, EN_PHRASES = "forms/en.po", "phrasebooks/en.po"

PAPER = '[[document]]\nid = "pass"\n'
PAPER_NAME, PAPER_SHORT = 'name = "Reisepass oder Passersatz"', 'short = "Pass"'
PAPER_FORM = 'form = ["original", "copy"]\nform_note = "Kopie: Datenseite'
STUDY_ROW = '[[requirement]]\ndocument = "studiendauer"\n'
STUDY_RULE = 'when = "office_study_duration"'
FIRST_AMOUNT = 'when = "minor", eur = "50.00", norm = "§ 45 Nr. 1,'
AE_FIRST = '[[fee]]\nid = "ae_first"\n'
LAST_CASE = 'name = "Wechsel vom Sprachkurs zum Studium, Verpflichtungserklärung"\n[case.facts]\n'
FIRST_CASE = '[[case]]\nname = "Studium, Verlängerung, Sperrkonto, WG"\n'
FIRST_CASE_FACTS = 'name = "Studium, Verlängerung, Sperrkonto, WG"\n[case.facts]\n'
ENGLISH_TAG = 'tag = "en"\n'
DOC_MISSING = 'text = "Es fehlt noch: {document}."'
EN_MISSING = 'msgstr "This is still missing: {document}."'
ENGLISH_PAPER = (
    'msgctxt "document/pass/name"\nmsgid "Reisepass oder Passersatz"\nmsgstr "Passport or passport substitute"\n'
)
PASSPORT_QUESTION = 'text = "Ist Ihr Pass noch gültig?"\nanswer = "yes_no"'

SYNTAX = [
    Defect(
        "a value without quotes", DOCUMENTS, PAPER_SHORT, "short = Pass", ("kein gültiges TOML", "Anführungszeichen")
    ),
    Defect("a quote is not closed", STUDY, '"§ 16b AufenthG"', '"§ 16b AufenthG', ("Anführungszeichen am Ende",)),
    Defect("a key stands twice", DOCUMENTS, PAPER_SHORT, f"{PAPER_SHORT}\n{PAPER_SHORT}", ("steht schon weiter oben",)),
    Defect("a key without a value", DOCUMENTS, PAPER_SHORT, "short", ("fehlt „=“",)),
    Defect("two values", DOCUMENTS, PAPER_SHORT, f"{PAPER_SHORT} 3", ("erwartet eine neue Zeile",)),
    Defect(
        "a list is open at the end",
        ONE_OF,
        'services = ["paternity_consent"]\n',
        'services = ["paternity_consent"',
        ("nicht mit „]“ geschlossen",),
    ),
    Defect(
        "a German letter for a Latin one in a key", DOCUMENTS, PAPER_SHORT, 'kürzel = "Pass"', ("kein gültiges TOML",)
    ),
]
SHAPE = [
    Defect("a key is missing", DOCUMENTS, f"{PAPER_NAME}\n", "", ("„name“ fehlt", "erwartet Text"), PAPER),
    Defect("a wrong type", DOCUMENTS, PAPER_NAME, "name = 7", ("„name“ ist falsch", "erwartet Text")),
    Defect(
        "a text for a list", DOCUMENTS, PAPER_FORM, PAPER_FORM.replace('["original", "copy"]', '"copy"'), ("Liste",)
    ),
    Defect(
        "a number in a list of texts", DOCUMENTS, PAPER_FORM, PAPER_FORM.replace('"copy"', "2"), ("Liste von Texten",)
    ),
    Defect(
        "a word that is no choice",
        DOCUMENTS,
        PAPER_FORM,
        PAPER_FORM.replace('"copy"', '"copies"'),
        ("„copies“", "Meinten Sie „copy“?"),
    ),
    Defect("an unknown key", DOCUMENTS, PAPER_SHORT, f'{PAPER_SHORT}\nnmae = "x"', ("„nmae“", "Meinten Sie „name“?")),
    Defect("an unknown table", DOCUMENTS, PAPER, f"[documnet]\n{PAPER}", ("„documnet“", "Meinten Sie „document“?")),
    Defect(
        "an unknown key in a block of a sheet",
        SLIP,
        'rows = "missing"',
        'rows = "missing"\nheadign = "x"',
        ("„headign“", "Meinten Sie „heading“?"),
    ),
    Defect(
        "an unknown key in an amount",
        FEES,
        FIRST_AMOUNT,
        FIRST_AMOUNT.replace("norm", 'nomr = "x", norm'),
        ("„nomr“", "Meinten Sie „norm“?"),
    ),
    Defect("an unknown key in a row", STUDY, STUDY_RULE, f'{STUDY_RULE}\nnoet = "x"', ("„noet“", "„note“")),
    Defect("a table for a list of tables", STUDY, STUDY_ROW, f"[x]\n{STUDY_ROW}", ("„x“ gibt es nicht als Schlüssel",)),
    Defect(
        "a yes for a number",
        LANGUAGES,
        "spacing = 2.3\ntier = 2",
        "spacing = 2.3\ntier = true",
        ("„tier“ ist falsch", "erwartet Zahl"),
    ),
    Defect("no number at all", LANGUAGES, f"{ENGLISH_TAG}", f"{ENGLISH_TAG}x = 1\n", ("„x“ gibt es nicht",)),
    Defect("an endless line spacing", LANGUAGES, "line_spacing = 2.3", "line_spacing = inf", ("null",)),
    Defect("type too large for the column", LANGUAGES, "type_scale = 1.2", "type_scale = 2.5", ("von 1 bis 2",)),
    Defect("type smaller than allowed", LANGUAGES, "type_scale = 1.2", "type_scale = 0.9", ("von 1 bis 2",)),
    Defect(
        "a moment for a day", "forms/content.toml", "date = 2026-11-22", "date = 2026-11-22T08:00:00", ("Datum wie",)
    ),
    Defect(
        "a row that ends before it begins",
        STUDY,
        STUDY_RULE,
        f"{STUDY_RULE}\nvalid_from = 2027-02-01\nvalid_to = 2027-01-01",
        ("„valid_to“ liegt vor „valid_from“",),
        "valid_to = 2027",
    ),
    Defect("an empty text", DOCUMENTS, PAPER_NAME, 'name = " "', ("„name“ ist leer", "erwartet deutschen Text")),
    Defect("capitals in an id", DOCUMENTS, PAPER, PAPER.replace("pass", "Pass"), ("„Pass“ ist keine Kennung",)),
]
NAMES = [
    Defect(
        "an unknown fact in a rule", STUDY, STUDY_RULE, 'when = "enroled"', ("Spalte 1", "„enroled“", "„enrolled“?")
    ),
    Defect(
        "an unknown value in a rule",
        STUDY,
        'when = "application == renewal"',
        'when = "application == renewed"',
        ("Spalte 1", "„renewed“", "„renewal“?"),
    ),
    Defect("an unknown paper", STUDY, '"studiendauer"', '"studiendaur"', ("Unterlage", "„studiendauer“?")),
    Defect("an unknown fee", STUDY, 'id = "express"', 'id = "expres"', ("„expres“", "Gebühr", "„express“?")),
    Defect("an unknown group", STUDY, 'group = "education"', 'group = "educaton"', ("Gruppe", "„education“?")),
    Defect("an unknown block", STUDY, '"livelihood"', '"livelyhood"', ("Baustein", "„livelihood“?")),
    Defect(
        "an unknown source of a matter", STUDY, 'sources = ["L1"', 'sources = ["L111"', ("„L111“", "Quelle", "„L1“?")
    ),
    Defect("an unknown source of a row", STUDY, "; P51,P56", "; P51,P5600", ("„P5600“", "Quelle", "Meinten Sie „P")),
    Defect(
        "an unknown source of a fee",
        FEES,
        '"L2, L6"\n\n[[relief]]\nid = "association"',
        '"L2, L77"\n\n[[relief]]\nid = "association"',
        ("„L77“", "Quelle"),
    ),
    Defect("an unknown answer", IDENTITY, '"national_id"', '"nationl_id"', ("Antwort", "„national_id“?")),
    Defect("an unknown paper of a choice", ONE_OF, '"kv_privat"', '"kv_priv"', ("Unterlage", "„kv_privat“?")),
    Defect(
        "an unknown matter of a choice", ONE_OF, '["sponsorship"]', '["sponsorshp"]', ("Anliegen", "„sponsorship“?")
    ),
    Defect(
        "an unknown fee of a relief",
        FEES,
        '["id_substitute_first",',
        '["id_substitut_first",',
        ("Gebühr", "„id_substitute_first“?"),
    ),
    Defect(
        "an unknown fact in a case",
        STUDY,
        LAST_CASE,
        f'{LAST_CASE}enroled = "no"\n',
        ("Angabe", "„enrolled“?"),
        "enroled =",
    ),
    Defect(
        "an unknown value in a case",
        STUDY,
        f'{LAST_CASE}application = "change_purpose"',
        f'{LAST_CASE}application = "change_purposes"',
        ("Wert der Angabe „application“", "„change_purpose“?"),
    ),
    Defect(
        "an unknown fact among the assumptions",
        STUDY,
        "[assumptions]\n",
        '[assumptions]\nrepresentd = "no"\n',
        ("„represented“?",),
    ),
    Defect(
        "an unknown value among the assumptions",
        STUDY,
        '[assumptions]\nage_band = "24_44"',
        '[assumptions]\nage_band = "24_45"',
        ("Wert der Angabe „age_band“", "„24_44“?"),
    ),
    Defect(
        "an unknown setting of an office",
        OFFICE,
        "[settings]\n",
        '[settings]\noffice_study_duratio = "yes"\n',
        ("„office_study_duration“?",),
    ),
    Defect("a doubled paper", DOCUMENTS, PAPER, PAPER.replace("pass", "antrag"), ("„antrag“ gibt es schon",)),
    Defect(
        "a doubled phrase in a situation",
        IDENTITY,
        'id = "id_write_name"',
        'id = "id_passport_valid"',
        ("„id_passport_valid“ gibt es schon",),
    ),
    Defect(
        "a doubled phrase in two situations",
        MISSING,
        'id = "doc_missing"\n',
        'id = "id_write_name"\n',
        ("„phrase/id_write_name“ gibt es schon",),
        DOC_MISSING,
    ),
    Defect("a doubled language", LANGUAGES, ENGLISH_TAG, 'tag = "ar"\n', ("„ar“ gibt es schon",)),
    Defect(
        "a doubled value",
        FACTS,
        '{ id = "renewal"',
        '{ id = "first"',
        ("„fact/application/value/first“ gibt es schon",),
    ),
    Defect(
        "a doubled contradiction",
        FACTS,
        'id = "school_children"',
        'id = "asylum_case"',
        ("„asylum_case“ gibt es schon",),
    ),
    Defect("a doubled block of a sheet", SLIP, 'id = "fee"', 'id = "intro"', ("„intro“ gibt es schon",)),
    Defect(
        "a doubled case", STUDY, LAST_CASE, FIRST_CASE_FACTS, ("„Studium, Verlängerung, Sperrkonto, WG“ gibt es schon",)
    ),
    Defect(
        "an id that is not the name of the file",
        STUDY,
        'id = "study"',
        'id = "studies"',
        ("„studies“", "erwartet „study“"),
    ),
]
RULES = [
    Defect("a rule that breaks off", STUDY, STUDY_RULE, 'when = "enrolled and"', ("Spalte 13", "erwartet", "das Ende")),
    Defect("a sign that is no rule", STUDY, STUDY_RULE, 'when = "enrolled && minor"', ("Spalte 10", "„and“, „or“")),
    Defect(
        "has on a fact with one value",
        STUDY,
        STUDY_RULE,
        'when = "application has first"',
        ("nur einen Wert", "„application == WERT“"),
    ),
    Defect(
        "== on a fact with several values",
        STUDY,
        STUDY_RULE,
        'when = "income == employed"',
        ("mehrere Werte", "„income has WERT“"),
    ),
    Defect(
        "a choice as yes or no",
        STUDY,
        STUDY_RULE,
        'when = "application"',
        ("keine Ja-Nein-Angabe", "„application == WERT“"),
    ),
    Defect(
        "a derived fact from an unknown one",
        FACTS,
        'rule = "income has benefits"',
        'rule = "incom has benefits"',
        ("„incom“", "„income“?"),
    ),
    Defect(
        "a derived fact from itself", FACTS, 'rule = "income has benefits"', 'rule = "benefits"', ("führt im Kreis",)
    ),
    Defect(
        "a contradiction that excludes every case",
        FACTS,
        '"asylum_pending and asylum_ended"',
        '"minor in [yes, no]"',
        ("„minor in [yes, no]“ gilt in jedem Fall", "widersprechen"),
    ),
    Defect(
        "a contradiction of unknown facts",
        FACTS,
        '"asylum_pending and asylum_ended"',
        '"asylum_pending and asylum_over"',
        ("„asylum_over“",),
    ),
    Defect(
        "a tile of five words",
        FACTS,
        '"Zum ersten Mal"',
        '"Zum allerersten Mal überhaupt hier"',
        ("„Zum allerersten Mal überhaupt hier“", "mehr als 4 Wörter"),
    ),
    Defect(
        "a choice without values",
        FACTS,
        'kind = "yes_no"\nasked = "customer"\nlabel = "Mit Visum gekommen"',
        'kind = "choice"\nasked = "customer"\nlabel = "Mit Visum gekommen"',
        ("hat keine Werte", "„values“"),
        '[[fact]]\nid = "visa_entry"',
    ),
    Defect(
        "a third answer to yes or no",
        FACTS,
        'question = "Sind Sie mit einem Visum gekommen?"',
        'question = "Oft?"\nvalues = [\n{ id = "yes", tile = "Ja" },\n{ id = "2", tile = "Oft" },\n]',
        ("Kennungen yes und no",),
        'values = [\n{ id = "yes"',
    ),
    Defect(
        "a setting that is neither yes nor no",
        FACTS,
        'question = "Verlangt Ihr Amt bei jeder Beschäftigung eine Arbeitgeberbescheinigung?"\ndefault = "no"',
        'question = "Verlangt Ihr Amt bei jeder Beschäftigung eine Arbeitgeberbescheinigung?"\ndefault = "maybe"',
        ("„maybe“", "erwartet „yes“ oder „no“"),
    ),
    Defect(
        "a question without an answer",
        IDENTITY,
        PASSPORT_QUESTION,
        PASSPORT_QUESTION.partition("\n")[0],
        ("Eine Frage braucht „answer“",),
        '[[phrase]]\nid = "id_passport_valid"',
    ),
    Defect(
        "a choice without tiles",
        IDENTITY,
        PASSPORT_QUESTION,
        PASSPORT_QUESTION.replace('"yes_no"', '"choice"\nanswers = []'),
        ("„answers“ ist leer",),
        "answers = []",
    ),
    Defect(
        "a fee with a gap",
        FEES,
        f'{FIRST_AMOUNT} § 50 Abs. 1 AufenthV" }},\n    {{ when = "always"',
        f'{FIRST_AMOUNT} § 50 Abs. 1 AufenthV" }},\n    {{ when = "visa_entry"',
        ("letzte Betrag", "„always“"),
        f"amounts = [\n    {{ {FIRST_AMOUNT}",
    ),
    Defect(
        "a relief decided twice",
        FEES,
        'decided_by_office = true\nnorm = "§ 53 Abs. 1 letzter',
        'decided_by_office = true\neur = "1.00"\nnorm = "§ 53 Abs. 1 letzter',
        ("entweder „eur“ oder „decided_by_office",),
        '[[relief]]\nid = "benefits_discretion"',
    ),
    Defect(
        "a relief of no fee",
        FEES,
        'when = "benefits and application == transfer"\nfees = ["reissue"]',
        'when = "benefits and application == transfer"\nfees = []',
        ("„fees“ ist leer", "mindestens eine Kennung (Gebühr)"),
        "fees = []",
    ),
    Defect(
        "a change of law that touches no matter",
        "forms/watch.toml",
        'services = ["asylum_permission", "toleration", "work_permit", "residence_change", "paternity_consent"]',
        "services = []",
        ("„services“ ist leer", "mindestens eine Kennung (Anliegen)"),
        "services = []",
    ),
    Defect(
        "a group without papers",
        ONE_OF,
        'documents = ["kv_gesetzlich", "kv_privat"]',
        "documents = []",
        ("„documents“ ist leer", "mindestens eine Kennung (Unterlage)"),
        "documents = []",
    ),
    Defect(
        "a relief of nothing",
        FEES,
        'decided_by_office = true\nnorm = "§ 53 Abs. 1 letzter',
        'norm = "§ 53 Abs. 1 letzter',
        ("entweder „eur“ oder „decided_by_office",),
        '[[relief]]\nid = "benefits_discretion"',
    ),
    Defect(
        "an answer limited for a fact that has several",
        "forms/services/toleration.toml",
        "[values]\n",
        '[values]\nincome = ["benefits", "employed"]\n',
        ("„income“ lässt sich nicht einschränken", "genau einer Antwort"),
        'income = ["benefits", "employed"]\n',
    ),
    Defect(
        "an assumption on a fact that nobody is asked for",
        "forms/services/toleration.toml",
        "[assumptions]\n",
        '[assumptions]\nminor = "no"\n',
        ("„minor“ lässt sich nicht annehmen", "nach der gefragt wird"),
        'minor = "no"\n',
    ),
    Defect(
        "a negative amount",
        FEES,
        FIRST_AMOUNT,
        FIRST_AMOUNT.replace("50", "-50"),
        ("„-50.00“ ist kein Betrag", "null oder mehr"),
    ),
    Defect(
        "an amount with a comma",
        FEES,
        FIRST_AMOUNT,
        FIRST_AMOUNT.replace("50.00", "50,00"),
        ("„50,00“ ist kein Betrag", "„93.00“"),
    ),
    Defect(
        "an amount with parts of a cent",
        FEES,
        FIRST_AMOUNT,
        FIRST_AMOUNT.replace("50.00", "50.005"),
        ("„50.005“ ist kein Betrag",),
    ),
]
CASES = [
    Defect(
        "a case that leaves only the fee open",
        STUDY,
        'extension_short = "no"\n\n[[case]]\nname = "Studium, erster Antrag mit Visum',
        '\n[[case]]\nname = "Studium, erster Antrag mit Visum',
        ("„Studium, Verlängerung, Sperrkonto, WG“", "bleibt offen: extension_short"),
        FIRST_CASE,
    ),
    Defect(
        "a case that leaves something open",
        STUDY,
        f'{FIRST_CASE_FACTS}application = "renewal"\n',
        FIRST_CASE_FACTS,
        ("„Studium, Verlängerung, Sperrkonto, WG“", "bleibt offen", "application"),
        FIRST_CASE,
    ),
    Defect(
        "a case that contradicts itself",
        STUDY,
        FIRST_CASE_FACTS,
        f'{FIRST_CASE_FACTS}role = "spouse"\nmarried = "no"\n',
        ("„Studium, Verlängerung, Sperrkonto, WG“", "nicht"),
        FIRST_CASE,
    ),
    Defect(
        "a case with an empty answer",
        STUDY,
        LAST_CASE,
        f"{LAST_CASE}married = []\n",
        ("„married“ ist leer",),
        "married = []",
    ),
    Defect(
        "an assumption of two values",
        STUDY,
        '[assumptions]\nage_band = "24_44"',
        '[assumptions]\nage_band = ["24_44", "18_23"]',
        ("erwartet genau einen",),
    ),
]
TEXTS = [
    Defect("a text that is not NFC", DOCUMENTS, PAPER_NAME, 'name = "Reisepass, gu\u0308ltig"', ("Unicode-Form NFC",)),
    Defect(
        "a text that turns the direction",
        DOCUMENTS,
        PAPER_NAME,
        f'name = "Pass{BIDI_OVERRIDE}"',
        ("U+202E", "bitte löschen"),
    ),
    Defect(
        "a blank nobody sees",
        DOCUMENTS,
        PAPER_NAME,
        f'name = "Reise{ZERO_WIDTH_SPACE}pass"',
        ("U+200B", "bitte löschen"),
    ),
    Defect(
        "a turned direction in what only the clerk reads",
        STUDY,
        '"§ 16b AufenthG"',
        f'"§ 16b{BIDI_OVERRIDE} AufenthG"',
        ("U+202E",),
    ),
    Defect(
        "a turned direction in the name of the office",
        OFFICE,
        '"Ausländerbehörde"',
        f'"Ausländer{BIDI_OVERRIDE}behörde"',
        ("U+202E",),
    ),
    Defect("an escaped control character", DOCUMENTS, PAPER_NAME, 'name = "Reise\\u0007pass"', ("U+0007",)),
    Defect("a double blank", DOCUMENTS, PAPER_NAME, 'name = "Reisepass  oder"', ("doppelt stehen Leerzeichen",)),
    Defect("a blank at the edge", DOCUMENTS, PAPER_NAME, 'name = "Reisepass "', ("Am Rand",)),
    Defect(
        "an unknown slot",
        MISSING,
        DOC_MISSING,
        DOC_MISSING.replace("{document}", "{dokument}"),
        ("„{dokument}“ gibt es nicht", "document"),
    ),
    Defect(
        "a paper in the middle of a sentence",
        MISSING,
        DOC_MISSING,
        'text = "Es fehlt {document} noch."',
        ("„{document}“", "Doppelpunkt"),
    ),
    Defect(
        "a lone brace", MISSING, DOC_MISSING, 'text = "Es fehlt noch: {document."', ("geschweifte Klammer", "{date}")
    ),
    Defect(
        "a text of 2001 characters",
        DOCUMENTS,
        PAPER_NAME,
        f'name = "{"x" * 2001}"',
        ("2001 Zeichen", "erlaubt sind 2000"),
    ),
]
LABELS_AND_OFFICES = [
    Defect("a missing label", LABELS, 'yes = "Ja"\n', "", ("„label/yes“ fehlt", "„yes“ unter [label]"), "[label]"),
    Defect("a missing mark", LABELS, 'outdated = "Veraltet"\n', "", ("„trust_mark/outdated“ fehlt",), "[trust_mark]"),
    Defect("an unknown label", LABELS, 'yes = "Ja"\n', 'yess = "Ja"\nyes = "Ja"\n', ("„label/yess“", "„label/yes“?")),
    Defect("an empty label", LABELS, 'yes = "Ja"\n', 'yes = ""\n', ("„yes“ ist leer",)),
    Defect("no German", LANGUAGES, 'tag = "de"', 'tag = "nl"', ("„de“ fehlt",), "# All languages we have"),
    Defect(
        "broken German",
        LANGUAGES,
        'german_name = "Deutsch"\n',
        "",
        ("„german_name“ fehlt",),
        '[[language]]\ntag = "de"',
    ),
    Defect(
        "a setting with a third value",
        OFFICE,
        "[settings]\n",
        '[settings]\noffice_study_duration = "maybe"\n',
        ("maybe", "„yes“ oder „no“"),
    ),
    Defect(
        "a setting that is no setting",
        OFFICE,
        "[settings]\n",
        '[settings]\nminor = "yes"\n',
        ("minor", "erwartet eine Einstellung"),
    ),
    Defect("no date", "forms/content.toml", "date = 2026-11-22", "", ("„date“ fehlt", "2026-12-03"), "# The state"),
]
TRANSLATIONS = [
    Defect(
        "an entry that belongs to nothing",
        EN_FORMS,
        ENGLISH_PAPER,
        ENGLISH_PAPER + "\n" + ENGLISH_PAPER.replace("pass/", "passs/"),
        ("„document/passs/name“ gehört zu nichts", "content sync"),
        'msgctxt "document/passs/name"',
    ),
    Defect(
        "an entry of the other folder",
        EN_FORMS,
        ENGLISH_PAPER,
        ENGLISH_PAPER + "\n" + ENGLISH_PAPER.replace("document/pass/name", "phrase/doc_missing"),
        ("„phrase/doc_missing“ gehört zu nichts",),
        'msgctxt "phrase/doc_missing"',
    ),
    Defect(
        "a doubled entry",
        EN_FORMS,
        ENGLISH_PAPER,
        "# once\n" + ENGLISH_PAPER + "\n# twice\n" + ENGLISH_PAPER,
        ("„document/pass/name“ steht doppelt",),
        "# twice",
    ),
    Defect(
        "an entry without an id",
        EN_FORMS,
        ENGLISH_PAPER,
        ENGLISH_PAPER + '\nmsgid "Pass"\nmsgstr "Passport"\n',
        ("keine Kennung (msgctxt)", "phrase/doc_missing"),
        'msgid "Pass"\nmsgstr "Passport"\n\nmsgctxt "document/pass/not',
    ),
    Defect(
        "a lost quote",
        EN_FORMS,
        'msgstr "Passport or passport substitute"',
        "msgstr Passport or passport substitute",
        ("passt nicht in eine PO-Datei",),
    ),
    Defect(
        "a quote inside",
        EN_FORMS,
        "Passport or passport substitute",
        'Passport "or" passport substitute',
        ("passt nicht in eine PO-Datei",),
    ),
    Defect(
        "a word that is no PO", EN_FORMS, ENGLISH_PAPER, f"msgwrong\n{ENGLISH_PAPER}", ("passt nicht in eine PO-Datei",)
    ),
    Defect(
        "a line break nobody sees",
        EN_FORMS,
        "Passport or passport substitute",
        f"Passport or{LINE_SEPARATOR}substitute",
        ("U+2028", "bitte löschen"),
    ),
    Defect(
        "a translation without its slot",
        EN_PHRASES,
        EN_MISSING,
        'msgstr "This is still missing."',
        ("„phrase/doc_missing“", "fehlt der Platzhalter „{document}“"),
        '#, python-brace-format\nmsgctxt "phrase/doc_missing"\n',
    ),
    Defect(
        "a translation with a slot of its own",
        EN_PHRASES,
        EN_MISSING,
        'msgstr "Until {date} this is still missing: {document}."',
        ("„phrase/doc_missing“", "„{date}“ steht nicht im deutschen Text"),
        '#, python-brace-format\nmsgctxt "phrase/doc_missing"\n',
    ),
    Defect(
        "a translation that turns the direction",
        EN_PHRASES,
        EN_MISSING,
        EN_MISSING.replace("still", f"still{BIDI_OVERRIDE}"),
        ("„phrase/doc_missing“", "U+202E"),
        '#, python-brace-format\nmsgctxt "phrase/doc_missing"\n',
    ),
]
CONSEQUENCES = [
    Defect(
        "a broken fact that many rules name",
        FACTS,
        'label = "Art des Antrags"\n',
        "",
        ("„label“ fehlt",),
        '[[fact]]\nid = "application"',
    ),
    Defect(
        "a broken fact that others are derived from",
        FACTS,
        'label = "Alter"\n',
        "",
        ("„label“ fehlt",),
        '[[fact]]\nid = "age_band"',
    ),
    Defect("a broken paper that many matters name", DOCUMENTS, PAPER_SHORT, "short = 1", ("„short“ ist falsch",)),
    Defect(
        "a broken fee that matters and reliefs name",
        FEES,
        'name = "Aufenthaltserlaubnis: Erteilung"\n',
        "",
        ("„name“ fehlt",),
        AE_FIRST,
    ),
    Defect(
        "a broken block that matters name",
        BLOCKS,
        'name = "Basis (jede Karte, eAT)"\n',
        "",
        ("„name“ fehlt",),
        '[[block]]\nid = "base"',
    ),
    Defect(
        "a broken group of matters", "forms/service_groups.toml", 'name = "Arbeit"', "name = 1", ("„name“ ist falsch",)
    ),
    Defect(
        "a broken answer that questions name",
        ANSWERS,
        'id = "yes"\ntile = "Ja"',
        'id = "yes"\ntile = 1',
        ("„tile“ ist falsch",),
    ),
    Defect(
        "a broken matter that choices name",
        STUDY,
        'law = "§ 16b AufenthG"\n',
        "",
        ("„law“ fehlt",),
        "# Own wording and own reading",
    ),
    Defect(
        "a broken language with translations",
        LANGUAGES,
        'own_name = "English"\n',
        "",
        ("„own_name“ fehlt",),
        f"[[language]]\n{ENGLISH_TAG}",
    ),
    Defect("a broken sheet", SLIP, 'title = "Diese Unterlagen fehlen noch"\n', "", ("„title“ fehlt",), "# Own wording"),
    Defect(
        "a broken row with a note",
        STUDY,
        'note = "Auf den Auszügen soll',
        'nota = "Auf den Auszügen soll',
        ("„nota“", "„note“?"),
    ),
]
ALL = [*SYNTAX, *SHAPE, *NAMES, *RULES, *CASES, *TEXTS, *LABELS_AND_OFFICES, *TRANSLATIONS, *CONSEQUENCES]


@pytest.mark.parametrize("defect", ALL, ids=[defect.name for defect in ALL])
def test_a_defect_is_found_once_where_it_is(defect: Defect, folders: ContentFolders) -> None:
    path = folders.forms.parent / defect.file
    line = edit(path, defect.old, defect.new)
    if defect.at:
        line = line_of(path, defect.at)
    assert_one_finding(findings(folders), f"{defect.file}:{line}", *defect.says)


def test_every_defect_has_its_own_name() -> None:
    assert len({defect.name for defect in ALL}) == len(ALL)


def test_two_independent_defects_are_two_findings(folders: ContentFolders) -> None:
    edit(folders.forms / "documents.toml", PAPER_SHORT, "short = 1")
    edit(folders.forms / "services/study.toml", '"studiendauer"', '"studiendaur"')
    assert [finding.where.partition(":")[0] for finding in findings(folders)] == [DOCUMENTS, STUDY]


def test_an_outdated_translation_may_lack_a_new_slot(folders: ContentFolders) -> None:
    edit(
        folders.phrasebooks / "situations/missing_documents.toml", DOC_MISSING, 'text = "Bis {date} fehlt: {document}."'
    )
    assert findings(folders) == ()


def test_the_first_finding_stops_loading_and_says_how_many_wait(folders: ContentFolders) -> None:
    edit(folders.forms / "documents.toml", PAPER_SHORT, 'short = "Pass "')
    edit(folders.forms / "documents.toml", PAPER_NAME, 'name = "Reisepass "')
    with pytest.raises(
        ContentError, match=r"Leerzeichen; bitte löschen\. \(und 1 weitere; „content check“ zeigt alle\)"
    ):
        load_content(folders)


@pytest.mark.parametrize("file", [STUDY, OFFICE, ANSWERS, EN_FORMS])
def test_a_file_in_another_encoding_names_the_first_line_that_shows_it(file: str, folders: ContentFolders) -> None:
    path = folders.forms.parent / file
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_bytes("\n".join([*lines[:2], "# für"]).encode("latin-1"))
    assert_one_finding(findings(folders), f"{file}:3", "nicht in UTF-8 gespeichert")


@pytest.mark.parametrize("file", [STUDY, ANSWERS, EN_FORMS])
def test_a_byte_order_mark_and_line_ends_of_windows_are_fine(file: str, folders: ContentFolders) -> None:
    path = folders.forms.parent / file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert findings(folders) == ()


@pytest.mark.parametrize("file", [FACTS, LABELS, LANGUAGES, ANSWERS])
def test_a_missing_file_is_named(file: str, folders: ContentFolders) -> None:
    (folders.forms.parent / file).unlink()
    assert_one_finding(findings(folders), file, "Die Datei fehlt")


@pytest.mark.parametrize("file", [STUDY, EN_FORMS])
def test_a_folder_in_place_of_a_file_is_named(file: str, folders: ContentFolders) -> None:
    (folders.forms.parent / file).unlink()
    (folders.forms.parent / file).mkdir()
    assert_one_finding(findings(folders), file, "nicht lesbar")


def test_an_installation_without_an_office_is_told_what_to_write(folders: ContentFolders) -> None:
    (folders.forms / "offices/default.toml").unlink()
    assert_one_finding(findings(folders), "forms/offices", "Name", "forms/offices/default.toml")


def test_two_offices_are_one_too_many(folders: ContentFolders) -> None:
    office = folders.forms / "offices/default.toml"
    (folders.forms / "offices/other.toml").write_text(office.read_text(encoding="utf-8"), encoding="utf-8")
    assert_one_finding(findings(folders), "forms/offices", "Es gibt 2 Ämter (default, other)", "genau eine Datei")


@pytest.mark.parametrize("name", ["nl.po", "de.po"])
def test_translations_into_a_language_we_do_not_offer_are_named(name: str, folders: ContentFolders) -> None:
    copy2(folders.forms / "en.po", folders.forms / name)
    assert_one_finding(findings(folders), f"forms/{name}", f"„{name[:2]}“", "phrasebooks/languages.toml")


def test_a_po_file_over_five_megabytes_is_refused(folders: ContentFolders) -> None:
    with (folders.forms / "en.po").open("a", encoding="utf-8") as file:
        file.write(f"# {'ä' * (po_file.LARGEST // 2)}\n")
    assert_one_finding(findings(folders), EN_FORMS, "größer als 5 MB")


def test_a_line_after_strange_line_breaks_and_long_texts_is_still_right(folders: ContentFolders) -> None:
    path = folders.forms / "services/study.toml"
    edit(path, 'process = "card"', f'process = "card"\nfree = """\nca{LINE_SEPARATOR}rd\n[[fee]]\nid = 7\n"""')
    edit(path, STUDY_RULE, 'when = "application"')
    found = findings(folders)
    assert [finding.where for finding in found] == [
        f"{STUDY}:{line_of(path, 'free = ')}",
        f"{STUDY}:{line_of(path, STUDY_ROW) + 2}",
    ]


def test_too_many_typical_cases_name_the_first_that_is_too_much(folders: ContentFolders) -> None:
    path = folders.forms / "services/study.toml"
    text = path.read_text(encoding="utf-8")
    first = text[text.index(FIRST_CASE) : text.index("[[case]]", text.index(FIRST_CASE) + 1)]
    surplus = first.replace(FIRST_CASE, '[[case]]\nname = "Der siebte Fall"\n')
    path.write_text(f"{text}\n{surplus}", encoding="utf-8")
    line = line_of(path, '[[case]]\nname = "Der siebte Fall"')
    assert_one_finding(findings(folders), f"{STUDY}:{line}", "2 bis 6 typische Fälle", "hier sind es 7")


def test_a_matter_needs_two_typical_cases(folders: ContentFolders) -> None:
    path = folders.forms / "services/study.toml"
    text = path.read_text(encoding="utf-8")
    second = text.index("[[case]]", text.index(FIRST_CASE) + 1)
    path.write_text(text[:second], encoding="utf-8")
    line = line_of(path, 'id = "study"')
    assert_one_finding(findings(folders), f"{STUDY}:{line}", "2 bis 6 typische Fälle", "hier sind es 1")


def many_facts(content: Content, joiner: str, first: int, last: int) -> str:
    """A rule over so many yes-no facts that no case of a student settles."""
    used = content.services["study"].facts_used
    facts = (fact for fact in content.facts.facts.values() if fact.id not in used)
    simple = [fact.id for fact in facts if fact.kind is FactKind.YES_NO]
    return joiner.join(simple[first:last])


def test_a_rule_that_tells_too_much_apart_is_found_where_it_stands(folders: ContentFolders, shipped: Content) -> None:
    line = edit(
        folders.forms / "blocks.toml",
        'when = "housing == rent"\n',
        f'when = "{many_facts(shipped, " or ", 0, 14)}"\n',
    )
    assert_one_finding(findings(folders), f"{BLOCKS}:{line}", "Die Regel unterscheidet", "höchstens 4096")


def test_two_grounds_that_together_tell_too_much_apart_are_found(folders: ContentFolders, shipped: Content) -> None:
    path = folders.forms / "services/study.toml"
    edit(path, STUDY_RULE, f'{STUDY_RULE[:-1]} or {many_facts(shipped, " or ", 0, 8)}"')
    row = STUDY_ROW + f'when = "{many_facts(shipped, " and ", 8, 16)}"\nconfidence = "low"\nsource = "x"\n\n'
    edit(path, FIRST_CASE, row + FIRST_CASE)
    text = path.read_text(encoding="utf-8")
    line = text.count("\n", 0, text.rindex(STUDY_ROW)) + 1
    assert_one_finding(findings(folders), f"{STUDY}:{line}", "Die Zeile „studiendauer“", "mehr als 4096 Fälle")


def test_a_fee_that_tells_too_much_apart_is_found(folders: ContentFolders, shipped: Content) -> None:
    path = folders.forms / "services/study.toml"
    old = 'id = "ae_extend"\nwhen = "application == renewal and'
    edit(path, old, f'id = "ae_extend"\nwhen = "({many_facts(shipped, " or ", 0, 9)}) and')
    line = line_of(path, '[[fee]]\nid = "ae_extend"\n')
    assert_one_finding(findings(folders), f"{STUDY}:{line}", "Die Gebühr „ae_extend“", "mehr als 4096 Fälle")


def test_facts_derived_from_each_other_are_one_finding(folders: ContentFolders) -> None:
    path = folders.forms / "facts.toml"
    line = edit(path, 'rule = "income has benefits"', 'rule = "minor or income has benefits"')
    edit(path, 'rule = "age_band in [0_5, 6_9, 10_11, 12_15, 16_17]"', 'rule = "benefits"')
    assert_one_finding(
        findings(folders),
        f"{FACTS}:{line_of(path, chr(10) + 'rule = ' + chr(34) + 'benefits') + 1}",
        "„minor“",
        "im Kreis",
    )
    assert line > 1


def test_a_broken_fact_leaves_the_rest_usable(folders: ContentFolders) -> None:
    edit(folders.forms / "facts.toml", 'label = "Art des Antrags"\n', "")
    reading = read_content(folders)
    assert not reading.is_complete
    assert "application" not in reading.content.facts.facts
    assert "study" in reading.content.services


def test_what_crosses_files_is_judged_only_when_all_can_be_read(folders: ContentFolders) -> None:
    facts = f'{FIRST_CASE_FACTS}application = "renewal"\n'
    line = edit(folders.forms / "services/study.toml", facts, facts.replace("application", "aplication"))
    assert_one_finding(check(read_content(folders)), f"{STUDY}:{line}", "„application“?")


def test_a_harmless_finding_does_not_hide_what_crosses_files(folders: ContentFolders) -> None:
    edit(folders.forms / "documents.toml", PAPER_NAME, 'name = "Reisepass "')
    edit(folders.forms / "services/study.toml", f'{FIRST_CASE_FACTS}application = "renewal"\n', FIRST_CASE_FACTS)
    assert [finding.where.partition(":")[0] for finding in check(read_content(folders))] == [DOCUMENTS, STUDY]


def test_a_row_may_hold_for_a_single_day(folders: ContentFolders) -> None:
    edit(
        folders.forms / "services/study.toml",
        STUDY_RULE,
        f"{STUDY_RULE}\nvalid_from = 2027-01-01\nvalid_to = 2027-01-01",
    )
    assert findings(folders) == ()


def assert_one_finding(found: Sequence[Finding], where: str, *says: str) -> None:
    """There is just this one, and it says all this in this order."""
    assert [finding.where for finding in found] == [where], found
    place = 0
    for piece in says:
        place = found[0].detail.find(piece, place)
        assert place >= 0, f"{piece!r} is missing in {found[0].detail!r}"
