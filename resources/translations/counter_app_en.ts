<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="de">
<context>
    <name>AnswerBoard</name>
    <message>
        <source>gilt jetzt</source>
        <translation>current answer</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Frist</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Termin, Datum</source>
        <translation>Appointment, date</translation>
    </message>
    <message>
        <source>Termin, Uhrzeit</source>
        <translation>Appointment, time</translation>
    </message>
    <message>
        <source>Zimmer</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Gebühr: noch kein Anliegen</source>
        <translation>Fee: no matter chosen yet</translation>
    </message>
    <message>
        <source>Strg+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Frist prüfen</source>
        <translation>check the deadline</translation>
    </message>
    <message>
        <source>Datum fehlt</source>
        <translation>date missing</translation>
    </message>
    <message>
        <source>Uhrzeit fehlt</source>
        <translation>time missing</translation>
    </message>
    <message>
        <source>Noch nicht gültig: {what}</source>
        <translation>Not valid yet: {what}</translation>
    </message>
    <message>
        <source>{name}: {day}</source>
        <translation>{name}: {day}</translation>
    </message>
    <message>
        <source>„{text}“ ist kein Datum. Zum Beispiel: 3.12. oder +14.</source>
        <translation>“{text}” is not a date. For example: 3.12. or +14.</translation>
    </message>
    <message>
        <source>Der {text} ist schon vorbei. Bitte einen Tag ab heute wählen.</source>
        <translation>{text} has already passed. Please choose today or a later day.</translation>
    </message>
    <message>
        <source>„{text}“ ist keine Uhrzeit. Zum Beispiel: 930 oder 14:15.</source>
        <translation>“{text}” is not a time. For example: 930 or 14:15.</translation>
    </message>
    <message>
        <source>Gebühr: keine</source>
        <translation>Fee: none</translation>
    </message>
    <message>
        <source>Gebühr hängt ab von: {facts}</source>
        <translation>Fee depends on: {facts}</translation>
    </message>
    <message>
        <source>Gebühr: Das Amt kann sie senken oder erlassen. Sonst: {items}</source>
        <translation>Fee: the office can reduce or waive it. Otherwise: {items}</translation>
    </message>
    <message>
        <source>Gebühr {total} · {items}</source>
        <translation>Fee {total} · {items}</translation>
    </message>
</context>
<context>
    <name>ChangeTeller</name>
    <message numerus="yes">
        <source>%n Zeile(n)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows}, davon hängen ab: {depends}</source>
        <translation>{rows}, still depending on facts: {depends}</translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) neu</source>
        <translation>
            <numerusform>%n row added</numerusform>
            <numerusform>%n rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) entfallen</source>
        <translation>
            <numerusform>%n row dropped</numerusform>
            <numerusform>%n rows dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) entschieden</source>
        <translation>
            <numerusform>%n row settled</numerusform>
            <numerusform>%n rows settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) geändert</source>
        <translation>
            <numerusform>%n row changed</numerusform>
            <numerusform>%n rows changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Unterlage</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Strg+U</source>
        <translation>Ctrl+U</translation>
    </message>
    <message>
        <source>Rest ist da</source>
        <translation>The rest is here</translation>
    </message>
    <message>
        <source>Strg+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Liste zeigen</source>
        <translation>Show list</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Unterlage suchen und ergänzen</source>
        <translation>Find and add a document</translation>
    </message>
    <message>
        <source>Geklärt</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>{settled} von {all} angesehen</source>
        <translation>{settled} of {all} seen</translation>
    </message>
    <message numerus="yes">
        <source>%n fehlen</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} unklar</source>
        <translation>{number} unclear</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Nichts gefunden. Weniger Buchstaben oder ein anderes Wort helfen oft.</source>
        <translation>Nothing found. Fewer letters or another word often help.</translation>
    </message>
    <message>
        <source>Treffer: {name}</source>
        <translation>Results: {name}</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Bereiche</source>
        <translation>Sections</translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <source>Schalterlotse</source>
        <translation>Schalterlotse</translation>
    </message>
    <message>
        <source>Anliegen</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Sätze</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>Typischer Fall {number}</source>
        <translation>Typical case {number}</translation>
    </message>
    <message>
        <source>Favorit {number}</source>
        <translation>Favourite {number}</translation>
    </message>
    <message>
        <source>Diese Liste der Tasten</source>
        <translation>This list of keys</translation>
    </message>
    <message>
        <source>Sprache der Person</source>
        <translation>The person’s language</translation>
    </message>
    <message>
        <source>Anliegen suchen</source>
        <translation>Find a matter</translation>
    </message>
    <message>
        <source>Nächste Frage der Person zeigen</source>
        <translation>Show the next question to the person</translation>
    </message>
    <message>
        <source>Liste der Person zeigen</source>
        <translation>Show the list to the person</translation>
    </message>
    <message>
        <source>Kundenbildschirm ein oder aus</source>
        <translation>Customer screen on or off</translation>
    </message>
    <message>
        <source>Vorhang zu oder auf</source>
        <translation>Close or open the curtain</translation>
    </message>
    <message>
        <source>Nächste Person: alles löschen</source>
        <translation>Next person: clear everything</translation>
    </message>
    <message>
        <source>Blatt ansehen und drucken</source>
        <translation>View and print the sheet</translation>
    </message>
    <message>
        <source>Blätter: jedes Blatt in jeder Sprache</source>
        <translation>Sheets: every sheet in every language</translation>
    </message>
    <message>
        <source>Letzten Schritt zurücknehmen</source>
        <translation>Undo the last step</translation>
    </message>
    <message>
        <source>Satz suchen</source>
        <translation>Find a phrase</translation>
    </message>
    <message>
        <source>Zur Liste</source>
        <translation>Go to the list</translation>
    </message>
    <message>
        <source>Zur nächsten Frage</source>
        <translation>Go to the next question</translation>
    </message>
    <message>
        <source>Ablauf und Hinweise zum Anliegen</source>
        <translation>Process and notes of the matter</translation>
    </message>
    <message>
        <source>Unterlage ergänzen</source>
        <translation>Add a document</translation>
    </message>
    <message>
        <source>Rest ist da</source>
        <translation>The rest is here</translation>
    </message>
    <message>
        <source>Frist und Termin</source>
        <translation>Deadline and appointment</translation>
    </message>
    <message>
        <source>Kundenbildschirm: eine Seite zurück</source>
        <translation>Customer’s screen: one page back</translation>
    </message>
    <message>
        <source>Kundenbildschirm: eine Seite weiter</source>
        <translation>Customer’s screen: one page on</translation>
    </message>
    <message>
        <source>Fragen: Ist alles klar?</source>
        <translation>Ask: Is everything clear?</translation>
    </message>
    <message>
        <source>Einstellungen dieses Platzes</source>
        <translation>Settings of this workplace</translation>
    </message>
    <message>
        <source>D F U E</source>
        <translation>D F U E</translation>
    </message>
    <message>
        <source>In der Liste: da, fehlt, unklar, entfällt</source>
        <translation>In the list: here, missing, unclear, not needed</translation>
    </message>
    <message>
        <source>1 … 7</source>
        <translation>1 … 7</translation>
    </message>
    <message>
        <source>In der Liste: Grund, warum die Unterlage fehlt</source>
        <translation>In the list: why the document is missing</translation>
    </message>
    <message>
        <source>Entf</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>In der Liste: wieder offen; ergänzte Unterlage entfernen</source>
        <translation>In the list: open again; remove an added document</translation>
    </message>
    <message>
        <source>A  V</source>
        <translation>A  V</translation>
    </message>
    <message>
        <source>In der Liste: Datum des Papiers; Vorschlag</source>
        <translation>In the list: date on the paper; suggestion</translation>
    </message>
    <message>
        <source>↑ ↓  Bild ↑ ↓</source>
        <translation>↑ ↓  PgUp PgDn</translation>
    </message>
    <message>
        <source>In Listen: nächste Zeile, nächste Gruppe</source>
        <translation>In lists: next line, next group</translation>
    </message>
    <message>
        <source>Bei einer Frage: Antwort wählen</source>
        <translation>At a question: choose an answer</translation>
    </message>
    <message>
        <source>1 … 13</source>
        <translation>1 … 13</translation>
    </message>
    <message>
        <source>A … Z</source>
        <translation>A … Z</translation>
    </message>
    <message>
        <source>Bei den Angaben: die nächste öffnen, die so beginnt</source>
        <translation>In the facts: open the next one that begins so</translation>
    </message>
    <message>
        <source>Alt+3  Alt+4</source>
        <translation>Alt+3  Alt+4</translation>
    </message>
    <message>
        <source>Bei den Blättern: Papier A3 oder A4</source>
        <translation>Among the sheets: A3 or A4 paper</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Keine Frage ist offen.</source>
        <translation>No question is open.</translation>
    </message>
    <message>
        <source>Diese Frage entscheidet das Amt. Bitte links antworten (Strg+G).</source>
        <translation>The office decides this question. Please answer on the left (Ctrl+G).</translation>
    </message>
    <message>
        <source>Bitte zuerst das Anliegen wählen (F3).</source>
        <translation>Please choose the matter first (F3).</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Schalterlotse – Kundenbildschirm</source>
        <translation>Schalterlotse – customer screen</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>TT.MM.JJJJ</source>
        <translation>DD.MM.YYYY</translation>
    </message>
    <message>
        <source>Zum Beispiel 3.12. oder +14 für in 14 Tagen</source>
        <translation>For example 3.12., or +14 for 14 days from today</translation>
    </message>
</context>
<context>
    <name>DayTeller</name>
    <message>
        <source>Am {date} gilt anderes Recht: {what}.</source>
        <translation>Other law applies on {date}: {what}.</translation>
    </message>
    <message>
        <source>Die Liste gilt jetzt für den Tag des Termins.</source>
        <translation>The list is now for the day of the appointment.</translation>
    </message>
    <message>
        <source>Die Liste gilt wieder für heute.</source>
        <translation>The list is for today again.</translation>
    </message>
    <message>
        <source>Am Tag des Termins zu alt: Nr. {numbers}.</source>
        <translation>Too old on the day of the appointment: no. {numbers}.</translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) neu</source>
        <translation>
            <numerusform>%n row added</numerusform>
            <numerusform>%n rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) entfallen</source>
        <translation>
            <numerusform>%n row dropped</numerusform>
            <numerusform>%n rows dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) anders</source>
        <translation>
            <numerusform>%n row different</numerusform>
            <numerusform>%n rows different</numerusform>
        </translation>
    </message>
    <message>
        <source>andere Gebühr</source>
        <translation>another fee</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>Samstag</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Sonntag</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source> und </source>
        <translation> and </translation>
    </message>
    <message>
        <source>Feiertag nur in manchen Gemeinden</source>
        <translation>holiday in some places only</translation>
    </message>
    <message>
        <source>Feiertag in {land}</source>
        <translation>holiday in {land}</translation>
    </message>
    <message>
        <source>Feiertag</source>
        <translation>holiday</translation>
    </message>
    <message>
        <source>{name} ({where})</source>
        <translation>{name} ({where})</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Sprache der Person wählen, oder die Person tippt selbst darauf.</source>
        <translation>Choose the person’s language, or let the person tap it.</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Anliegen suchen: ein paar Buchstaben genügen, zum Beispiel „stud“.</source>
        <translation>Find the matter: a few letters are enough, for example “stud”.</translation>
    </message>
    <message>
        <source>Strg+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>Typischen Fall übernehmen, oder die nächste Frage stellen (F4).</source>
        <translation>Take a typical case, or ask the next question (F4).</translation>
    </message>
    <message>
        <source>So beginnt ein Besuch</source>
        <translation>How a visit begins</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>{fact}: {values}</source>
        <translation>{fact}: {values}</translation>
    </message>
    <message>
        <source>keine</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Leertaste: ändern</source>
        <translation>Space: change</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>{fact}: für alle gesagt: {values}</source>
        <translation>{fact}: said for all: {values}</translation>
    </message>
    <message>
        <source>{fact}: angenommen: {values}</source>
        <translation>{fact}: assumed: {values}</translation>
    </message>
    <message>
        <source>{fact}: offen (nicht mehr angenommen)</source>
        <translation>{fact}: open (no longer assumed)</translation>
    </message>
    <message>
        <source>{fact}: offen</source>
        <translation>{fact}: open</translation>
    </message>
    <message>
        <source>Angabe zurücknehmen</source>
        <translation>Take this fact back</translation>
    </message>
    <message>
        <source>Nicht annehmen</source>
        <translation>Do not assume</translation>
    </message>
    <message>
        <source>Wieder annehmen</source>
        <translation>Assume again</translation>
    </message>
    <message>
        <source>Der Person zeigen</source>
        <translation>Show to the person</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Angaben</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Offen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Angenommen</source>
        <translation>Assumed</translation>
    </message>
    <message>
        <source>Aus dem typischen Fall</source>
        <translation>From the typical case</translation>
    </message>
    <message>
        <source>Für alle gesagt</source>
        <translation>Said for all</translation>
    </message>
    <message>
        <source>Gesagt</source>
        <translation>Said</translation>
    </message>
</context>
<context>
    <name>FrontDesk</name>
    <message>
        <source>Ein Fehler im Programm. Der Besuch geht weiter; bitte prüfen Sie den letzten Schritt.</source>
        <translation>An error in the program. The visit goes on; please check the last step.</translation>
    </message>
    <message numerus="yes">
        <source>%n Unterlage(n) stehen noch auf keinem gedruckten Blatt. Wirklich löschen?</source>
        <translation>
            <numerusform>%n document is not on any printed sheet yet. Really delete?</numerusform>
            <numerusform>%n documents are not on any printed sheet yet. Really delete?</numerusform>
        </translation>
    </message>
    <message>
        <source>Frist oder Termin stehen noch auf keinem gedruckten Blatt. Wirklich löschen?</source>
        <translation>The deadline or appointment is not on any printed sheet yet. Really delete?</translation>
    </message>
    <message>
        <source>Trotzdem löschen  Strg+N</source>
        <translation>Clear anyway  Ctrl+N</translation>
    </message>
    <message>
        <source>Weiter mit diesem Besuch</source>
        <translation>Go on with this visit</translation>
    </message>
    <message>
        <source>Bitte zuerst das Anliegen wählen (F3).</source>
        <translation>Please choose the matter first (F3).</translation>
    </message>
    <message>
        <source>Alle Personen mit Deckblatt</source>
        <translation>Everybody, with the cover</translation>
    </message>
    <message>
        <source>Nur {person}</source>
        <translation>Only {person}</translation>
    </message>
</context>
<context>
    <name>HeardStrip</name>
    <message>
        <source>Gelesen</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Die Person sagt: {answers}</source>
        <translation>The person says: {answers}</translation>
    </message>
    <message>
        <source>{question} → {answers}</source>
        <translation>{question} → {answers}</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Das hat nicht geklappt: ein Fehler im Programm. Bitte versuchen Sie es noch einmal.</source>
        <translation>That did not work: an error in the program. Please try again.</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Tasten</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Besuch</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Mehrere Personen</source>
        <translation>Several people</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Kundenbildschirm und Sätze</source>
        <translation>Customer screen and phrases</translation>
    </message>
    <message>
        <source>Typischer Fall 1 bis {last}</source>
        <translation>Typical case 1 to {last}</translation>
    </message>
    <message>
        <source>Person 1 bis {last}</source>
        <translation>Person 1 to {last}</translation>
    </message>
    <message>
        <source>{first} … {last}</source>
        <translation>{first} … {last}</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Sprache suchen</source>
        <translation>Find a language</translation>
    </message>
</context>
<context>
    <name>LawBanner</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Recht zu prüfen seit {date}</source>
        <translation>Law to be checked since {date}</translation>
    </message>
    <message>
        <source>Bitte klären Sie vor dem Drucken, ob die Liste noch stimmt.</source>
        <translation>Please find out whether the list is still right before you print it.</translation>
    </message>
    <message>
        <source>Mehr</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Gelesen</source>
        <translation>Mark as read</translation>
    </message>
</context>
<context>
    <name>MatrixDialog</name>
    <message>
        <source>Übersicht: Personen und Unterlagen</source>
        <translation>Overview: people and documents</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>nicht auf der Liste</source>
        <translation>not on the list</translation>
    </message>
</context>
<context>
    <name>MatterInfo</name>
    <message>
        <source>Ablauf und Hinweise</source>
        <translation>Process and notes</translation>
    </message>
    <message>
        <source>Strg+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>aufgeklappt</source>
        <translation>unfolded</translation>
    </message>
    <message>
        <source>zugeklappt</source>
        <translation>folded</translation>
    </message>
    <message>
        <source>Strg+I, {state}</source>
        <translation>Ctrl+I, {state}</translation>
    </message>
</context>
<context>
    <name>MatterWords</name>
    <message>
        <source>{name}: nicht bekannt</source>
        <translation>{name}: not known</translation>
    </message>
    <message>
        <source>{name}: {amount} {unit}</source>
        <translation>{name}: {amount} {unit}</translation>
    </message>
    <message>
        <source>Unsicher: bitte prüfen.</source>
        <translation>Uncertain: please check.</translation>
    </message>
    <message>
        <source>Für: {who}</source>
        <translation>For: {who}</translation>
    </message>
    <message>
        <source>Hinweis: {notes}</source>
        <translation>Note: {notes}</translation>
    </message>
    <message>
        <source>Antrag: {forms}</source>
        <translation>Application: {forms}</translation>
    </message>
    <message>
        <source>im Jahr</source>
        <translation>a year</translation>
    </message>
    <message>
        <source>im Monat</source>
        <translation>a month</translation>
    </message>
    <message>
        <source>unsicher: bitte prüfen</source>
        <translation>uncertain: please check</translation>
    </message>
    <message>
        <source>{name}: {ground}</source>
        <translation>{name}: {ground}</translation>
    </message>
    <message>
        <source>gilt bis {date}</source>
        <translation>valid until {date}</translation>
    </message>
    <message>
        <source>{duration} (unsicher: bitte prüfen)</source>
        <translation>{duration} (uncertain: please check)</translation>
    </message>
    <message>
        <source>Ablauf: {name}. {duration}</source>
        <translation>Process: {name}. {duration}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>NextQuestionCard</name>
    <message>
        <source>Als Nächstes klären</source>
        <translation>Settle next</translation>
    </message>
    <message>
        <source>Der Person zeigen</source>
        <translation>Show to the person</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>Das entscheidet das Amt. Die Frage wird nicht gezeigt.</source>
        <translation>The office decides this. The question is not shown.</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>Alt+4</source>
        <translation>Alt+4</translation>
    </message>
    <message>
        <source>A4  Alt+4</source>
        <translation>A4  Alt+4</translation>
    </message>
    <message>
        <source>Papier: A4</source>
        <translation>Paper: A4</translation>
    </message>
    <message>
        <source>Alt+3</source>
        <translation>Alt+3</translation>
    </message>
    <message>
        <source>A3, große Schrift  Alt+3</source>
        <translation>A3, large print  Alt+3</translation>
    </message>
    <message>
        <source>Papier: A3, große Schrift</source>
        <translation>Paper: A3, large print</translation>
    </message>
    <message>
        <source>Papier</source>
        <translation>Paper</translation>
    </message>
</context>
<context>
    <name>PaperDayEntry</name>
    <message>
        <source>TT.MM.JJJJ</source>
        <translation>DD.MM.YYYY</translation>
    </message>
    <message>
        <source>Zum Beispiel 3.11. oder 031126; leer: kein Datum</source>
        <translation>For example 3.11. or 031126; empty: no date</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>{number} {paper}: {asked}</source>
        <translation>{number} {paper}: {asked}</translation>
    </message>
    <message>
        <source>„{text}“ ist kein Datum. Zum Beispiel: 3.11.2026</source>
        <translation>“{text}” is not a date. For example: 3.11.2026</translation>
    </message>
    <message>
        <source>Der {date} kommt erst noch.</source>
        <translation>{date} is still to come.</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%n Tag(e)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Monat(e)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message>
        <source>Gültig bis</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Ausgestellt am</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>ausgestellt {issued}, gilt bis {last}</source>
        <translation>issued {issued}, counts until {last}</translation>
    </message>
    <message>
        <source>am Tag des Termins {on} zu alt (höchstens {age}, gilt bis {last})</source>
        <translation>too old on the day of the appointment {on} (at most {age}, counts until {last})</translation>
    </message>
    <message>
        <source>heute zu alt (höchstens {age}, galt bis {last})</source>
        <translation>too old today (at most {age}, counted until {last})</translation>
    </message>
    <message>
        <source>läuft vor dem Termin ab (gültig bis {last})</source>
        <translation>ends before the appointment (valid until {last})</translation>
    </message>
    <message>
        <source>abgelaufen (gültig bis {last})</source>
        <translation>expired (valid until {last})</translation>
    </message>
    <message>
        <source>gültig bis {last} · Verlängerung ab {first}</source>
        <translation>valid until {last} · renewal from {first}</translation>
    </message>
</context>
<context>
    <name>PeopleArea</name>
    <message>
        <source>Weitere Person</source>
        <translation>One more person</translation>
    </message>
    <message>
        <source>Nächste Person der Familie</source>
        <translation>Next person of the family</translation>
    </message>
    <message>
        <source>Vorige Person der Familie</source>
        <translation>Previous person of the family</translation>
    </message>
    <message>
        <source>Übersicht: Personen und Unterlagen</source>
        <translation>Overview: people and documents</translation>
    </message>
    <message>
        <source>Rolle der Person ändern</source>
        <translation>Change the person’s role</translation>
    </message>
    <message>
        <source>Person entfernen</source>
        <translation>Remove the person</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Person {number}</translation>
    </message>
    <message>
        <source>Wer kommt dazu?</source>
        <translation>Who comes along?</translation>
    </message>
    <message>
        <source>Wer ist {person}?</source>
        <translation>Who is {person}?</translation>
    </message>
    <message>
        <source>Bitte zuerst das Anliegen wählen (F3).</source>
        <translation>Please choose the matter first (F3).</translation>
    </message>
</context>
<context>
    <name>PeopleDesk</name>
    <message>
        <source>{person} entfernen? Angaben und Liste dieser Person gehen verloren.</source>
        <translation>Remove {person}? This person’s facts and list will be lost.</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Behalten</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>PeopleStrip</name>
    <message>
        <source>Weitere Person</source>
        <translation>One more person</translation>
    </message>
    <message>
        <source>Strg+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Übersicht</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Strg+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Strg+Umschalt+R</source>
        <translation>Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Strg+Umschalt+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>ist dran</source>
        <translation>at hand</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>Hauptperson</source>
        <translation>Main person</translation>
    </message>
    <message>
        <source>Ehepartner</source>
        <translation>Spouse</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Elternteil</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>Person in Deutschland</source>
        <translation>Person in Germany</translation>
    </message>
    <message>
        <source>Einladende Person</source>
        <translation>Inviting person</translation>
    </message>
    <message>
        <source>Arbeitgeber</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Andere Person</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Anliegen</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>typischer Fall</source>
        <translation>Typical case</translation>
    </message>
    <message>
        <source>Angabe</source>
        <translation>Fact</translation>
    </message>
    <message>
        <source>Annahme</source>
        <translation>Assumption</translation>
    </message>
    <message>
        <source>Unterlage</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Rest ist da</source>
        <translation>The rest is here</translation>
    </message>
    <message>
        <source>ergänzte Unterlage</source>
        <translation>Added document</translation>
    </message>
    <message>
        <source>Datum eines Papiers</source>
        <translation>date of a paper</translation>
    </message>
    <message>
        <source>Frist</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Person {number}</translation>
    </message>
    <message>
        <source>noch kein Anliegen</source>
        <translation>no matter yet</translation>
    </message>
    <message numerus="yes">
        <source>%n fehlen</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} unklar</source>
        <translation>{number} unclear</translation>
    </message>
    <message>
        <source>{number} offen</source>
        <translation>{number} open</translation>
    </message>
    <message>
        <source>alles da</source>
        <translation>all here</translation>
    </message>
    <message>
        <source>Zurückgenommen bei {person}: {step}</source>
        <translation>Taken back for {person}: {step}</translation>
    </message>
</context>
<context>
    <name>PhraseCard</name>
    <message>
        <source>Nur wenn: {condition}</source>
        <translation>Only if: {condition}</translation>
    </message>
    <message>
        <source>Nicht übersetzt: Die Person sieht nur den deutschen Satz.</source>
        <translation>Not translated: the person sees the German phrase only.</translation>
    </message>
    <message>
        <source>Rechtlich wichtig und nur ein Entwurf: Eine Dolmetscherin oder ein Dolmetscher ist besser.</source>
        <translation>Legally important and only a draft: an interpreter is better.</translation>
    </message>
    <message>
        <source>Veraltet: Der deutsche Satz ist neuer als die Übersetzung.</source>
        <translation>Out of date: the German phrase is newer than the translation.</translation>
    </message>
    <message>
        <source>Zeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Trotzdem zeigen</source>
        <translation>Show anyway</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>„{text}“ passt nicht zu {name}. {example}.</source>
        <translation>“{text}” does not fit {name}. {example}.</translation>
    </message>
</context>
<context>
    <name>PhrasePanel</name>
    <message>
        <source>Satz suchen</source>
        <translation>Find a phrase</translation>
    </message>
    <message>
        <source>Strg+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Alle Situationen</source>
        <translation>All situations</translation>
    </message>
    <message>
        <source>Sätze</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>Favoriten</source>
        <translation>Favourites</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message numerus="yes">
        <source>%n Treffer</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message>
        <source>{hits}: {first}</source>
        <translation>{hits}: {first}</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>&amp;Noch einmal versuchen</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>Schließen  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>Das Blatt wird gemacht …</source>
        <translation>Making the sheet …</translation>
    </message>
    <message>
        <source>Das Blatt ist nicht fertig geworden.</source>
        <translation>The sheet could not be made.</translation>
    </message>
    <message>
        <source>Vorschau</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Nicht gedruckt.</source>
        <translation>Not printed.</translation>
    </message>
    <message>
        <source>Druck abgebrochen.</source>
        <translation>Printing cancelled.</translation>
    </message>
    <message>
        <source>Seiten, die der Drucker schon hat, können noch herauskommen.</source>
        <translation>Pages that the printer already has may still come out.</translation>
    </message>
    <message>
        <source>Als PDF gespeichert.</source>
        <translation>Saved as PDF.</translation>
    </message>
    <message>
        <source>Nicht gespeichert.</source>
        <translation>Not saved.</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>&amp;Was</source>
        <translation>&amp;What</translation>
    </message>
    <message>
        <source>&amp;Erneut suchen</source>
        <translation>&amp;Search again</translation>
    </message>
    <message>
        <source>Drucken  Strg+P</source>
        <translation>Print  Ctrl+P</translation>
    </message>
    <message>
        <source>Druck abbrechen  Esc</source>
        <translation>Cancel printing  Esc</translation>
    </message>
    <message>
        <source>Als PDF speichern …  Strg+S</source>
        <translation>Save as PDF …  Ctrl+S</translation>
    </message>
    <message>
        <source>Drucker werden gesucht …</source>
        <translation>Looking for printers …</translation>
    </message>
    <message>
        <source>Kein Drucker</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>Kein Drucker gefunden.</source>
        <translation>No printer found.</translation>
    </message>
    <message>
        <source>Bitte schalten Sie einen Drucker ein oder richten Sie ihn ein, und suchen Sie dann erneut.</source>
        <translation>Please switch on a printer or set one up, then search again.</translation>
    </message>
    <message>
        <source>Seite {page} von {pages} ist beim Drucker.</source>
        <translation>Page {page} of {pages} is at the printer.</translation>
    </message>
    <message>
        <source>Was gedruckt wird</source>
        <translation>What is printed</translation>
    </message>
    <message>
        <source>Drucker</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Exemplare</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Druck</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Drucken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Druck abbrechen</source>
        <translation>Cancel printing</translation>
    </message>
    <message>
        <source>Als PDF speichern</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>&amp;Drucker</source>
        <translation>&amp;Printer</translation>
    </message>
    <message>
        <source>E&amp;xemplare</source>
        <translation>&amp;Copies</translation>
    </message>
    <message>
        <source>Wird gedruckt …</source>
        <translation>Printing …</translation>
    </message>
    <message>
        <source>Schließen  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>Abbrechen  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Es ist kein Drucker da.</source>
        <translation>There is no printer.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Der Drucker „{}“ nimmt das Blatt nicht an. Bitte sehen Sie nach, ob er eingeschaltet ist und Papier hat.</source>
        <translation>The printer “{}” does not take the sheet. Please check that it is switched on and has paper.</translation>
    </message>
    <message>
        <source>Den Drucker „{}“ gibt es nicht mehr. Bitte wählen Sie einen anderen.</source>
        <translation>The printer “{}” is no longer there. Please choose another one.</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>da</source>
        <translation>here</translation>
    </message>
    <message>
        <source>fehlt</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>unklar</source>
        <translation>unclear</translation>
    </message>
    <message>
        <source>entfällt</source>
        <translation>not needed</translation>
    </message>
    <message>
        <source>D da, F fehlt, U unklar, E entfällt, Entf wieder offen</source>
        <translation>D here, F missing, U unclear, E not needed, Del open again</translation>
    </message>
    <message>
        <source>fehlt: {reason}</source>
        <translation>missing: {reason}</translation>
    </message>
    <message>
        <source>{key} Vorschlag: fehlt, {reason}</source>
        <translation>{key} Suggestion: missing, {reason}</translation>
    </message>
    <message>
        <source>von: {role}</source>
        <translation>from: {role}</translation>
    </message>
    <message numerus="yes">
        <source>%n Kopien</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>höchstens {age} alt</source>
        <translation>at most {age} old</translation>
    </message>
    <message>
        <source>unsicher: bitte prüfen</source>
        <translation>uncertain: please check</translation>
    </message>
    <message>
        <source>von Ihnen ergänzt</source>
        <translation>added by you</translation>
    </message>
    <message>
        <source>hängt ab von: {facts}</source>
        <translation>depends on: {facts}</translation>
    </message>
    <message>
        <source>weil: {reasons}</source>
        <translation>because: {reasons}</translation>
    </message>
    <message>
        <source>immer</source>
        <translation>always</translation>
    </message>
    <message>
        <source>Eines genügt: {group}</source>
        <translation>One is enough: {group}</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Als PDF speichern</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Blatt.pdf</source>
        <translation>Sheet.pdf</translation>
    </message>
</context>
<context>
    <name>ServicePanel</name>
    <message>
        <source>Anliegen suchen</source>
        <translation>Find a matter</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Typische Fälle ({count})</source>
        <translation>Typical cases ({count})</translation>
    </message>
    <message>
        <source>aufgeklappt</source>
        <translation>unfolded</translation>
    </message>
    <message>
        <source>zugeklappt</source>
        <translation>folded</translation>
    </message>
    <message>
        <source>Strg+{digit}</source>
        <translation>Ctrl+{digit}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Einstellungen dieses Platzes</source>
        <translation>Settings of this workplace</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Die Sprache der Fenster wechselt beim nächsten Start.</source>
        <translation>The language of the windows changes at the next start.</translation>
    </message>
    <message>
        <source>Schriftgröße</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Farben</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Wie das System</source>
        <translation>Same as the system</translation>
    </message>
    <message>
        <source>Hell</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dunkel</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hoher Kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Sprache der Fenster</source>
        <translation>Language of the windows</translation>
    </message>
    <message>
        <source>Zweiter Bildschirm</source>
        <translation>Second screen</translation>
    </message>
    <message>
        <source>Für die Kundschaft</source>
        <translation>For the customer</translation>
    </message>
    <message>
        <source>Nicht verwenden</source>
        <translation>Do not use</translation>
    </message>
    <message>
        <source>Automatisch</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>Bildschirm der Kundschaft</source>
        <translation>The customer’s screen</translation>
    </message>
    <message>
        <source>Bildschirm am Schalter</source>
        <translation>The counter’s screen</translation>
    </message>
</context>
<context>
    <name>SheetLanguage</name>
    <message>
        <source>Sprache des Blatts</source>
        <translation>Language of the sheet</translation>
    </message>
    <message>
        <source>Dieses Blatt zeigt alle Sprachen. Es ist immer auf Deutsch.</source>
        <translation>This sheet shows all languages. It is always in German.</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>SheetPages</name>
    <message>
        <source>Seiten des Blatts</source>
        <translation>Pages of the sheet</translation>
    </message>
</context>
<context>
    <name>SheetsPanel</name>
    <message>
        <source>Blatt suchen</source>
        <translation>Find a sheet</translation>
    </message>
    <message>
        <source>Blatt ansehen  Enter</source>
        <translation>View sheet  Enter</translation>
    </message>
    <message>
        <source>Blatt ansehen</source>
        <translation>View sheet</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Bitte zuerst ein Blatt wählen: ein paar Buchstaben, dann Enter.</source>
        <translation>Please choose a sheet first: a few letters, then Enter.</translation>
    </message>
    <message>
        <source>Diese Sprache gibt es hier nicht. Bitte eine andere wählen.</source>
        <translation>This language is not available here. Please choose another one.</translation>
    </message>
    <message>
        <source>Blätter: jedes Blatt in jeder Sprache</source>
        <translation>Sheets: every sheet in every language</translation>
    </message>
    <message>
        <source>Blatt</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Alle Unterlagen: {matter}</source>
        <translation>All documents: {matter}</translation>
    </message>
    <message>
        <source>{title}: {matter}</source>
        <translation>{title}: {matter}</translation>
    </message>
    <message>
        <source>Sprache: {language}</source>
        <translation>Language: {language}</translation>
    </message>
    <message>
        <source>Frist {date}</source>
        <translation>Deadline {date}</translation>
    </message>
    <message>
        <source>Termin {date}</source>
        <translation>Appointment {date}</translation>
    </message>
    <message>
        <source>Aus diesem Besuch steht darauf: {what}</source>
        <translation>From this visit it will show: {what}</translation>
    </message>
</context>
<context>
    <name>ShownLine</name>
    <message>
        <source>Kundenbildschirm ist aus (F11)</source>
        <translation>The customer’s screen is off (F11)</translation>
    </message>
    <message>
        <source>Vorhang ist zu (F12)</source>
        <translation>The curtain is closed (F12)</translation>
    </message>
    <message>
        <source>Kundenbildschirm: {what}</source>
        <translation>Customer’s screen: {what}</translation>
    </message>
    <message>
        <source>Satz „{text}“</source>
        <translation>phrase “{text}”</translation>
    </message>
    <message>
        <source>Frage „{text}“</source>
        <translation>question “{text}”</translation>
    </message>
    <message>
        <source>Sprachen</source>
        <translation>languages</translation>
    </message>
    <message>
        <source>Anliegen</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Ist alles klar?</source>
        <translation>Is everything clear?</translation>
    </message>
    <message>
        <source>Einen Moment bitte</source>
        <translation>One moment please</translation>
    </message>
</context>
<context>
    <name>SlotNames</name>
    <message>
        <source>Betrag</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Unterlage</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>E-Mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Amt</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Zimmer</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Uhrzeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>bis Uhrzeit</source>
        <translation>Until (time)</translation>
    </message>
    <message>
        <source>Wochen</source>
        <translation>Weeks</translation>
    </message>
    <message>
        <source>Zum Beispiel 93 oder 28,80</source>
        <translation>For example 93 or 28,80</translation>
    </message>
    <message>
        <source>Zum Beispiel 3.12. oder +14 für in 14 Tagen</source>
        <translation>For example 3.12., or +14 for 14 days from today</translation>
    </message>
    <message>
        <source>Eine Zahl, zum Beispiel 20</source>
        <translation>A number, for example 20</translation>
    </message>
    <message>
        <source>Zum Beispiel 930 oder 14:15</source>
        <translation>For example 930 or 14:15</translation>
    </message>
    <message>
        <source>Eine Zahl, zum Beispiel 6</source>
        <translation>A number, for example 6</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Schalterlotse</source>
        <translation>Schalterlotse</translation>
    </message>
    <message>
        <source>Anliegen suchen</source>
        <translation>Find a matter</translation>
    </message>
    <message>
        <source>Schalterlotse startet. Die Inhalte werden eingelesen …</source>
        <translation>Schalterlotse is starting. The content is being read …</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Einen Moment, der Schalter öffnet sich …</source>
        <translation>One moment, the counter is opening …</translation>
    </message>
    <message>
        <source>Schalterlotse kann nicht starten.

{detail}</source>
        <translation>Schalterlotse cannot start.

{detail}</translation>
    </message>
</context>
<context>
    <name>StatePage</name>
    <message>
        <source>Fortschritt</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Std:Min</source>
        <translation>hh:mm</translation>
    </message>
    <message>
        <source>Zum Beispiel 930 oder 14:15</source>
        <translation>For example 930 or 14:15</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Nächste Person</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>Strg+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Weitere Person</source>
        <translation>One more person</translation>
    </message>
    <message>
        <source>Strg+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Strg+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Kundenbildschirm</source>
        <translation>Customer screen</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>Vorhang</source>
        <translation>Curtain</translation>
    </message>
    <message>
        <source>F12</source>
        <translation>F12</translation>
    </message>
    <message>
        <source>Blatt</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Strg+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Blätter</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Strg+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Tasten</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Einstellungen dieses Platzes</source>
        <translation>Settings of this workplace</translation>
    </message>
    <message>
        <source>Strg+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Rückgängig: Person {number}</source>
        <translation>Undo: person {number}</translation>
    </message>
    <message>
        <source>Sprache wählen</source>
        <translation>Choose a language</translation>
    </message>
    <message>
        <source>Alles wird gelöscht in {seconds} s. Eine Taste hält an.</source>
        <translation>Everything will be cleared in {seconds} s. Press any key to stop.</translation>
    </message>
    <message>
        <source>Geprüft</source>
        <translation>Checked</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Strg+−</source>
        <translation>Ctrl+−</translation>
    </message>
    <message>
        <source>Größer</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Strg++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Breite</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Ganze Breite</source>
        <translation>Full width</translation>
    </message>
    <message>
        <source>Strg+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>Seite {page} von {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
</TS>
