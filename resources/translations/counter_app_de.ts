<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="de">
<context>
    <name>ChangeTeller</name>
    <message numerus="yes">
        <source>%n Zeile(n)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) neu</source>
        <translation>
            <numerusform>%n Zeile neu</numerusform>
            <numerusform>%n Zeilen neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) entfallen</source>
        <translation>
            <numerusform>%n Zeile entfallen</numerusform>
            <numerusform>%n Zeilen entfallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) entschieden</source>
        <translation>
            <numerusform>%n Zeile entschieden</numerusform>
            <numerusform>%n Zeilen entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) geändert</source>
        <translation>
            <numerusform>%n Zeile geändert</numerusform>
            <numerusform>%n Zeilen geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message numerus="yes">
        <source>%n fehlen</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayTeller</name>
    <message numerus="yes">
        <source>%n Zeile(n) neu</source>
        <translation>
            <numerusform>%n Zeile neu</numerusform>
            <numerusform>%n Zeilen neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) entfallen</source>
        <translation>
            <numerusform>%n Zeile entfallen</numerusform>
            <numerusform>%n Zeilen entfallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Zeile(n) anders</source>
        <translation>
            <numerusform>%n Zeile anders</numerusform>
            <numerusform>%n Zeilen anders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrontDesk</name>
    <message numerus="yes">
        <source>%n Unterlage(n) stehen noch auf keinem gedruckten Blatt. Wirklich löschen?</source>
        <translation>
            <numerusform>%n Unterlage steht noch auf keinem gedruckten Blatt. Wirklich löschen?</numerusform>
            <numerusform>%n Unterlagen stehen noch auf keinem gedruckten Blatt. Wirklich löschen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%n Tag(e)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Monat(e)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message numerus="yes">
        <source>%n fehlen</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message numerus="yes">
        <source>%n Treffer</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message numerus="yes">
        <source>%n Kopien</source>
        <translation>
            <numerusform>%n Kopie</numerusform>
            <numerusform>%n Kopien</numerusform>
        </translation>
    </message>
</context>
</TS>
