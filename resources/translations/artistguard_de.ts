<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ArtistGuard</name>
    <message>
        <source>Different things</source>
        <extracomment>words</extracomment>
        <translation>Verschiedenes</translation>
    </message>
    <message>
        <source>Some rights reserved</source>
        <extracomment>words</extracomment>
        <translation>Manche Rechte vorbehalten</translation>
    </message>
    <message>
        <source>Only a name or ©</source>
        <extracomment>words</extracomment>
        <translation>Nur ein Name oder ©</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <extracomment>words</extracomment>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>waits to be registered</source>
        <extracomment>words</extracomment>
        <translation>wartet auf den Eintrag</translation>
    </message>
    <message>
        <source>kept on this computer</source>
        <extracomment>words</extracomment>
        <translation>auf diesem Computer aufbewahrt</translation>
    </message>
    <message>
        <source>{} %</source>
        <extracomment>words</extracomment>
        <translation>{} %</translation>
    </message>
    <message>
        <source>registered at {}</source>
        <extracomment>words</extracomment>
        <translation>eingetragen bei {}</translation>
    </message>
    <message>
        <source>One work: {}.</source>
        <extracomment>words</extracomment>
        <translation>Ein Werk: {}.</translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <extracomment>words</extracomment>
        <translation>
            <numerusform>%Ln Fassung</numerusform>
            <numerusform>%Ln Fassungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Protect</source>
        <extracomment>words.PROTECT</extracomment>
        <translation>Schützen</translation>
    </message>
    <message>
        <source>Drop your art, music or writing here</source>
        <extracomment>words.DROP</extracomment>
        <translation>Legen Sie Ihre Bilder, Musik oder Texte hier ab</translation>
    </message>
    <message>
        <source>or</source>
        <extracomment>words.OR</extracomment>
        <translation>oder</translation>
    </message>
    <message>
        <source>Choose files</source>
        <extracomment>words.CHOOSE_FILES</extracomment>
        <translation>Dateien auswählen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <extracomment>words.CHOOSE_FOLDER</extracomment>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>Add files</source>
        <extracomment>words.ADD_FILES</extracomment>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>words.ADD_FOLDER</extracomment>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Your files stay on this computer.</source>
        <extracomment>words.STAYS_HERE</extracomment>
        <translation>Ihre Dateien bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <extracomment>words.SAMPLE</extracomment>
        <translation>Mit einem Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Pictures, recordings, books and manuscripts — whole folders too</source>
        <extracomment>words.KINDS_TAKEN</extracomment>
        <translation>Bilder, Aufnahmen, Bücher und Manuskripte – auch ganze Ordner</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>words.SEARCH</extracomment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>words.CANCEL</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopping after this file…</source>
        <extracomment>words.STOPPING</extracomment>
        <translation>Hört nach dieser Datei auf …</translation>
    </message>
    <message>
        <source>Start over</source>
        <extracomment>words.START_OVER</extracomment>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <extracomment>words.REMOVE</extracomment>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Your choice</source>
        <extracomment>words.YOUR_CHOICE</extracomment>
        <translation>Ihre Wahl</translation>
    </message>
    <message>
        <source>Your name</source>
        <extracomment>words.YOUR_NAME</extracomment>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Where to ask you</source>
        <extracomment>words.YOUR_CONTACT</extracomment>
        <translation>Wo man Sie fragen kann</translation>
    </message>
    <message>
        <source>As it should stand in your works</source>
        <extracomment>words.NAME_HINT</extracomment>
        <translation>Wie er in Ihren Werken stehen soll</translation>
    </message>
    <message>
        <source>Mail or web address, if you like</source>
        <extracomment>words.CONTACT_HINT</extracomment>
        <translation>Mail- oder Webadresse, wenn Sie möchten</translation>
    </message>
    <message>
        <source>Register the fingerprints (no files are sent)</source>
        <extracomment>words.REGISTER</extracomment>
        <translation>Fingerabdrücke eintragen (Dateien werden nicht gesendet)</translation>
    </message>
    <message>
        <source>What will be written</source>
        <extracomment>words.WRITTEN</extracomment>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>What was written</source>
        <extracomment>words.WRITTEN_DONE</extracomment>
        <translation>Was geschrieben wurde</translation>
    </message>
    <message>
        <source>What will be written into “{}”</source>
        <extracomment>words.WRITTEN_IN</extracomment>
        <translation>Was in „{}“ geschrieben wird</translation>
    </message>
    <message>
        <source>What was written into “{}”</source>
        <extracomment>words.WRITTEN_DONE_IN</extracomment>
        <translation>Was in „{}“ geschrieben wurde</translation>
    </message>
    <message>
        <source>Show technical names</source>
        <extracomment>words.TECHNICAL</extracomment>
        <translation>Fachbegriffe zeigen</translation>
    </message>
    <message>
        <source>Show files</source>
        <extracomment>words.SHOW_FILES</extracomment>
        <translation>Dateien zeigen</translation>
    </message>
    <message>
        <source>Put everything back</source>
        <extracomment>words.PUT_ALL_BACK</extracomment>
        <translation>Alles zurückholen</translation>
    </message>
    <message>
        <source>Put back</source>
        <extracomment>words.PUT_BACK</extracomment>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Put back everything ever protected…</source>
        <extracomment>words.PUT_BACK_EVER</extracomment>
        <translation>Alles zurückholen, was je geschützt wurde …</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>words.TRY_AGAIN</extracomment>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <source>Show them</source>
        <extracomment>words.SHOW_THEM</extracomment>
        <translation>Diese zeigen</translation>
    </message>
    <message>
        <source>Open it</source>
        <extracomment>words.OPEN_IT</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show file</source>
        <extracomment>words.SHOW_FILE</extracomment>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Show all works</source>
        <extracomment>words.SHOW_ALL</extracomment>
        <translation>Alle Werke zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>words.DISMISS</extracomment>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>words.MENU</extracomment>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>words.APPEARANCE</extracomment>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>words.QUIT</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Your key is sealed. Please type its passphrase:</source>
        <extracomment>words.SEALED</extracomment>
        <translation>Ihr Schlüssel ist versiegelt. Bitte geben Sie seine Passphrase ein:</translation>
    </message>
    <message>
        <source>This tells AI companies what you refuse and gives you dated proof. It cannot physically stop someone who ignores it.</source>
        <extracomment>words.CLAIM</extracomment>
        <translation>Damit sagen Sie KI-Firmen, was Sie ablehnen, und haben einen Nachweis mit Datum. Wer sich darüber hinwegsetzt, wird dadurch nicht technisch gehindert.</translation>
    </message>
    <message>
        <source>Pick a work in the list to see what will be written into it.</source>
        <extracomment>words.PICK_A_WORK</extracomment>
        <translation>Wählen Sie ein Werk in der Liste, um zu sehen, was hineingeschrieben wird.</translation>
    </message>
    <message>
        <source>This file is being looked at.</source>
        <extracomment>words.BEING_LOOKED_AT</extracomment>
        <translation>Diese Datei wird gerade angesehen.</translation>
    </message>
    <message>
        <source>It says all of this already; nothing will be written.</source>
        <extracomment>words.NOTHING_NEW</extracomment>
        <translation>All das steht schon darin; es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>words.NOTHING_BEFORE</extracomment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <extracomment>words.STAYS</extracomment>
        <translation>bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Every file that ArtistGuard ever changed here, also in earlier runs, becomes what it was before, byte for byte. Files that you edited since are left alone.</source>
        <extracomment>words.ASK_PUT_BACK</extracomment>
        <translation>Jede Datei, die ArtistGuard hier je geändert hat, auch früher, wird Byte für Byte wieder, was sie war. Dateien, die Sie seither bearbeitet haben, bleiben unberührt.</translation>
    </message>
    <message>
        <source>Pictures, music and writing cannot be versions of one work.</source>
        <extracomment>words.NOT_ONE_WORK</extracomment>
        <translation>Bilder, Musik und Texte können keine Fassungen desselben Werks sein.</translation>
    </message>
    <message>
        <source>Belongs with…</source>
        <extracomment>words.BELONGS_WITH</extracomment>
        <translation>Gehört zu …</translation>
    </message>
    <message>
        <source>Make these one work</source>
        <extracomment>words.ONE_WORK</extracomment>
        <translation>Zu einem Werk machen</translation>
    </message>
    <message>
        <source>Make this a work of its own</source>
        <extracomment>words.OWN_WORK</extracomment>
        <translation>Zu einem eigenen Werk machen</translation>
    </message>
    <message>
        <source>Is this yours?</source>
        <extracomment>words.IS_IT_YOURS</extracomment>
        <translation>Ist das Ihres?</translation>
    </message>
    <message>
        <source>Where it is written</source>
        <extracomment>words.WHERE</extracomment>
        <translation>Wohin geschrieben wird</translation>
    </message>
    <message>
        <source>In the files themselves</source>
        <extracomment>words.IN_PLACE</extracomment>
        <translation>In die Dateien selbst</translation>
    </message>
    <message>
        <source>Into copies in another folder…</source>
        <extracomment>words.IN_COPIES</extracomment>
        <translation>In Kopien in einem anderen Ordner …</translation>
    </message>
    <message>
        <source>Into copies in “{}”</source>
        <extracomment>words.IN_COPIES_AT</extracomment>
        <translation>In Kopien in „{}“</translation>
    </message>
    <message>
        <source>Keep a way back</source>
        <extracomment>words.KEEP_WAY_BACK</extracomment>
        <translation>Einen Rückweg aufbewahren</translation>
    </message>
    <message>
        <source>So that Put back can undo it byte for byte; takes a little room on your disk.</source>
        <extracomment>words.WAY_BACK_MEANS</extracomment>
        <translation>Damit Zurückholen es Byte für Byte rückgängig machen kann; braucht etwas Platz auf Ihrem Datenträger.</translation>
    </message>
    <message>
        <source>Without it, Put back cannot undo this run. The work itself is never changed, only what is said about it.</source>
        <extracomment>words.NO_WAY_BACK_MEANS</extracomment>
        <translation>Ohne ihn kann Zurückholen diesen Durchgang nicht rückgängig machen. Das Werk selbst wird nie verändert, nur, was darüber gesagt wird.</translation>
    </message>
    <message>
        <source>Your files stay exactly as they are; putting back removes the copies.</source>
        <extracomment>words.COPIES_MEAN</extracomment>
        <translation>Ihre Dateien bleiben genau, wie sie sind; Zurückholen entfernt die Kopien.</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>words.GO_ON</extracomment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <extracomment>words.LET_BE</extracomment>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>words.SKIP</extracomment>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Try all again</source>
        <extracomment>words.ALL_AGAIN</extracomment>
        <translation>Alle nochmals versuchen</translation>
    </message>
    <message>
        <source>Choose other folder…</source>
        <extracomment>words.OTHER_FOLDER</extracomment>
        <translation>Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>To which work does it belong?</source>
        <extracomment>words.JOIN_WITH</extracomment>
        <translation>Zu welchem Werk gehört es?</translation>
    </message>
    <message>
        <source>After an interruption, unfinished changes were put in order:</source>
        <extracomment>words.MENDED</extracomment>
        <translation>Nach einer Unterbrechung wurden unfertige Änderungen in Ordnung gebracht:</translation>
    </message>
    <message>
        <source>Work</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Image</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Music</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Writing</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>words._STATES</extracomment>
        <translation>Wird angesehen …</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>words._STATES</extracomment>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Says so already</source>
        <extracomment>words._STATES</extracomment>
        <translation>Sagt es schon</translation>
    </message>
    <message>
        <source>Protected</source>
        <extracomment>words._STATES</extracomment>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <extracomment>words._STATES</extracomment>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>It says that an AI made it.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Es sagt, dass eine KI es gemacht hat.</translation>
    </message>
    <message>
        <source>It names somebody else.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Es nennt jemand anderen.</translation>
    </message>
    <message>
        <source>It says so already, by somebody else.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Es sagt es schon, und zwar von jemand anderem.</translation>
    </message>
    <message>
        <source>Somebody else has registered it.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Jemand anderes hat es eingetragen.</translation>
    </message>
    <message>
        <source>What machines may do, in the words of the picture trade</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Was Maschinen dürfen, in den Worten des Bildhandels</translation>
    </message>
    <message>
        <source>Camera data (what AI may learn)</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Kameradaten (was KI lernen darf)</translation>
    </message>
    <message>
        <source>European reservation of text and data mining</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Europäischer Vorbehalt für Text und Data Mining</translation>
    </message>
    <message>
        <source>Internet preference for AI</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Internet-Angabe für KI</translation>
    </message>
    <message>
        <source>Content credentials: training and mining</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Content Credentials: Training und Data Mining</translation>
    </message>
    <message>
        <source>Licence for machines</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Lizenz für Maschinen</translation>
    </message>
    <message>
        <source>Policy for machines</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Regeln für Maschinen</translation>
    </message>
    <message>
        <source>Book trade data</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Daten des Buchhandels</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Content Credentials</translation>
    </message>
    <message>
        <source>Record of ArtistGuard</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Eintrag von ArtistGuard</translation>
    </message>
    <message>
        <source>Name and rights, for people</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Name und Rechte, für Menschen</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n works?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln Werk zurückziehen?</numerusform>
            <numerusform>%Ln Werke zurückziehen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n files back?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln Datei zurückholen?</numerusform>
            <numerusform>%Ln Dateien zurückholen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files say so now.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln Datei sagt es jetzt so.</numerusform>
            <numerusform>%Ln Dateien sagen es jetzt so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works are withdrawn.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln Werk ist zurückgezogen.</numerusform>
            <numerusform>%Ln Werke sind zurückgezogen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are done.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln ist erledigt.</numerusform>
            <numerusform>%Ln sind erledigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Protect %n works</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln Werk schützen</numerusform>
            <numerusform>%Ln Werke schützen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works protected.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln Werk ist geschützt.</numerusform>
            <numerusform>%Ln Werke sind geschützt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are as they were.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln Datei ist wieder wie zuvor.</numerusform>
            <numerusform>%Ln Dateien sind wieder wie zuvor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln Werk</numerusform>
            <numerusform>%Ln Werke</numerusform>
        </translation>
    </message>
    <message>
        <source>about {} min left</source>
        <extracomment>counts</extracomment>
        <translation>noch etwa {} min</translation>
    </message>
    <message>
        <source>{} of {} were not finished.</source>
        <extracomment>counts</extracomment>
        <translation>{} von {} wurden nicht fertig.</translation>
    </message>
    <message numerus="yes">
        <source>%n said so already.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln sagte es schon.</numerusform>
            <numerusform>%Ln sagten es schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln braucht Aufmerksamkeit.</numerusform>
            <numerusform>%Ln brauchen Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not begun.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln wurde nicht begonnen.</numerusform>
            <numerusform>%Ln wurden nicht begonnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left alone.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln blieb unverändert.</numerusform>
            <numerusform>%Ln blieben unverändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln braucht Aufmerksamkeit</numerusform>
            <numerusform>%Ln brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out: are they yours?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln ist ausgelassen: Ist es Ihres?</numerusform>
            <numerusform>%Ln sind ausgelassen: Sind es Ihre?</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen: {}</source>
        <extracomment>counts</extracomment>
        <translation>Ausgewählt: {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <extracomment>counts</extracomment>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>about {} s left</source>
        <extracomment>counts</extracomment>
        <translation>noch etwa {} s</translation>
    </message>
    <message>
        <source>Finding files</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Dateien werden gesucht</translation>
    </message>
    <message>
        <source>Looking at your works</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Ihre Werke werden angesehen</translation>
    </message>
    <message>
        <source>Finding out what will be written</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Es wird geklärt, was geschrieben wird</translation>
    </message>
    <message>
        <source>Protecting</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Schutz läuft</translation>
    </message>
    <message>
        <source>Putting back</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Wird zurückgeholt</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>sayings</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n statements wait</source>
        <extracomment>sayings</extracomment>
        <translation>
            <numerusform>%Ln Erklärung wartet</numerusform>
            <numerusform>%Ln Erklärungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements confirmed</source>
        <extracomment>sayings</extracomment>
        <translation>
            <numerusform>%Ln Erklärung bestätigt</numerusform>
            <numerusform>%Ln Erklärungen bestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>the registry on this computer</source>
        <extracomment>sayings</extracomment>
        <translation>das Register auf diesem Computer</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <extracomment>sayings</extracomment>
        <translation>Gespeichert: {}</translation>
    </message>
    <message>
        <source>Not in it yet, because nothing has confirmed it: {}.</source>
        <extracomment>sayings</extracomment>
        <translation>Noch nicht darin, weil es noch niemand bestätigt hat: {}.</translation>
    </message>
    <message>
        <source>It has no time stamp: {}</source>
        <extracomment>sayings</extracomment>
        <translation>Es hat keinen Zeitstempel: {}</translation>
    </message>
    <message>
        <source>Registered at {} since {}; the proof holds.</source>
        <extracomment>sayings</extracomment>
        <translation>Seit {1} eingetragen bei {0}; der Nachweis stimmt.</translation>
    </message>
    <message>
        <source>{} for {}</source>
        <extracomment>sayings</extracomment>
        <translation>{} auf {}</translation>
    </message>
    <message>
        <source>{} at {}</source>
        <extracomment>sayings</extracomment>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <extracomment>sayings</extracomment>
        <translation>Schritt {} von {}</translation>
    </message>
    <message>
        <source>Registered at {}</source>
        <extracomment>sayings</extracomment>
        <translation>Eingetragen bei {}</translation>
    </message>
    <message>
        <source>{}, changed {}</source>
        <extracomment>sayings</extracomment>
        <translation>{}, geändert {}</translation>
    </message>
    <message>
        <source>Kept on this computer since {}; no proof of date for others.</source>
        <extracomment>sayings</extracomment>
        <translation>Seit {} auf diesem Computer aufbewahrt; kein Datumsnachweis für andere.</translation>
    </message>
    <message>
        <source>My works</source>
        <extracomment>sayings.MY_WORKS</extracomment>
        <translation>Meine Werke</translation>
    </message>
    <message>
        <source>Nothing is protected on this computer yet.</source>
        <extracomment>sayings.NONE_YET</extracomment>
        <translation>Auf diesem Computer ist noch nichts geschützt.</translation>
    </message>
    <message>
        <source>Works that you protect are listed here, with their dates and their proof.</source>
        <extracomment>sayings.NONE_YET_MORE</extracomment>
        <translation>Werke, die Sie schützen, stehen hier mit ihren Daten und ihrem Nachweis.</translation>
    </message>
    <message>
        <source>Protect works</source>
        <extracomment>sayings.BEGIN</extracomment>
        <translation>Werke schützen</translation>
    </message>
    <message>
        <source>All kinds</source>
        <extracomment>sayings.ALL_KINDS</extracomment>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All states</source>
        <extracomment>sayings.ALL_STATES</extracomment>
        <translation>Jeder Stand</translation>
    </message>
    <message>
        <source>Looking at your works…</source>
        <extracomment>sayings.REMEMBERING</extracomment>
        <translation>Ihre Werke werden angesehen …</translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>sayings.LOOK_AGAIN</extracomment>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>sayings.EXPORT</extracomment>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>As a table (CSV)…</source>
        <extracomment>sayings.EXPORT_CSV</extracomment>
        <translation>Als Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>For programs (JSON)…</source>
        <extracomment>sayings.EXPORT_JSON</extracomment>
        <translation>Für Programme (JSON) …</translation>
    </message>
    <message>
        <source>Change the choice…</source>
        <extracomment>sayings.CHANGE_CHOICE</extracomment>
        <translation>Wahl ändern …</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <extracomment>sayings.WITHDRAW</extracomment>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>Put back…</source>
        <extracomment>sayings.PUT_BACK_ASK</extracomment>
        <translation>Zurückholen …</translation>
    </message>
    <message>
        <source>Save certificate…</source>
        <extracomment>sayings.SAVE_CERTIFICATE</extracomment>
        <translation>Zertifikat speichern …</translation>
    </message>
    <message>
        <source>Protect again</source>
        <extracomment>sayings.PROTECT_AGAIN</extracomment>
        <translation>Erneut schützen</translation>
    </message>
    <message>
        <source>Which kind of work</source>
        <extracomment>sayings.FILTER_KIND</extracomment>
        <translation>Welche Art von Werk</translation>
    </message>
    <message>
        <source>Which state</source>
        <extracomment>sayings.FILTER_STATE</extracomment>
        <translation>Welcher Stand</translation>
    </message>
    <message>
        <source>Pick works in the list to see what you can do with them.</source>
        <extracomment>sayings.PICK_WORKS</extracomment>
        <translation>Wählen Sie Werke in der Liste, um zu sehen, was Sie damit tun können.</translation>
    </message>
    <message>
        <source>What may AI do with it from now on?</source>
        <extracomment>sayings.NEW_CHOICE</extracomment>
        <translation>Was darf KI von jetzt an damit tun?</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>sayings.CHANGE</extracomment>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Each file of the chosen works is stated anew. Registries keep the earlier statement with its dates and show the new one.</source>
        <extracomment>sayings.CHOICE_LATER</extracomment>
        <translation>Für jede Datei der gewählten Werke wird neu erklärt, was gilt. Register behalten die frühere Erklärung mit ihren Daten und zeigen die neue.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <extracomment>sayings.WITHDRAW_ONLY</extracomment>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Withdrawing tells every registry that has your statement that it does not hold any more. The earlier statement stays visible there with its dates. What is written in the files stays in them; Put back takes that away.</source>
        <extracomment>sayings.WITHDRAW_MEANS</extracomment>
        <translation>Zurückziehen sagt jedem Register, das Ihre Erklärung hat, dass sie nicht mehr gilt. Die frühere Erklärung bleibt dort mit ihren Daten sichtbar. Was in den Dateien steht, bleibt darin; Zurückholen nimmt es heraus.</translation>
    </message>
    <message>
        <source>The files become what they were before, byte for byte. Files that you edited since are left alone. Do you want to withdraw the statement, too? Registries keep it otherwise.</source>
        <extracomment>sayings.PUT_BACK_MEANS</extracomment>
        <translation>Die Dateien werden Byte für Byte wieder, was sie waren. Dateien, die Sie seither bearbeitet haben, bleiben unberührt. Möchten Sie auch die Erklärung zurückziehen? Sonst behalten die Register sie.</translation>
    </message>
    <message>
        <source>The files become what they were before, byte for byte. Files that you edited since are left alone.</source>
        <extracomment>sayings.PUT_BACK_PLAIN</extracomment>
        <translation>Die Dateien werden Byte für Byte wieder, was sie waren. Dateien, die Sie seither bearbeitet haben, bleiben unberührt.</translation>
    </message>
    <message>
        <source>Put back, let the statement stand</source>
        <extracomment>sayings.PUT_BACK_KEEP</extracomment>
        <translation>Zurückholen, Erklärung stehen lassen</translation>
    </message>
    <message>
        <source>Put back and withdraw</source>
        <extracomment>sayings.PUT_BACK_BOTH</extracomment>
        <translation>Zurückholen und zurückziehen</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>sayings.CLOSE</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <extracomment>sayings.PDF_FILES</extracomment>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <extracomment>sayings.CSV_FILES</extracomment>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <extracomment>sayings.JSON_FILES</extracomment>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>Edited since</source>
        <extracomment>sayings.EDITED</extracomment>
        <translation>Seither bearbeitet</translation>
    </message>
    <message>
        <source>Check a file</source>
        <extracomment>sayings.CHECK</extracomment>
        <translation>Datei prüfen</translation>
    </message>
    <message>
        <source>Drop a file that you found anywhere</source>
        <extracomment>sayings.CHECK_DROP</extracomment>
        <translation>Legen Sie eine Datei ab, die Sie irgendwo gefunden haben</translation>
    </message>
    <message>
        <source>See which statements are left in it, and which registered work it is. Works for files of other people, too.</source>
        <extracomment>sayings.CHECK_MORE</extracomment>
        <translation>Sehen Sie, welche Erklärungen noch darin sind und welches eingetragene Werk es ist. Geht auch mit Dateien anderer Leute.</translation>
    </message>
    <message>
        <source>Nothing is written, and no file is sent: the registry is asked with fingerprints only.</source>
        <extracomment>sayings.CHECK_STAYS</extracomment>
        <translation>Nichts wird geschrieben und keine Datei gesendet: Das Register wird nur mit Fingerabdrücken gefragt.</translation>
    </message>
    <message>
        <source>Check more files</source>
        <extracomment>sayings.CHECK_MORE_FILES</extracomment>
        <translation>Weitere Dateien prüfen</translation>
    </message>
    <message>
        <source>Pick a file in the list to see what is known about it.</source>
        <extracomment>sayings.CHECK_PICK</extracomment>
        <translation>Wählen Sie eine Datei in der Liste, um zu sehen, was über sie bekannt ist.</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <extracomment>sayings.LOOKING_AT</extracomment>
        <translation>Die Dateien werden angesehen …</translation>
    </message>
    <message>
        <source>Says nothing about AI.</source>
        <extracomment>sayings.SAYS_NOTHING</extracomment>
        <translation>Sagt nichts über KI.</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>sayings.HEAD_SAYS</extracomment>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>Which work it is</source>
        <extracomment>sayings.HEAD_WORK</extracomment>
        <translation>Welches Werk es ist</translation>
    </message>
    <message>
        <source>What is missing in this copy</source>
        <extracomment>sayings.HEAD_LOST</extracomment>
        <translation>Was in dieser Kopie fehlt</translation>
    </message>
    <message>
        <source>The registry knows no such work.</source>
        <extracomment>sayings.NO_MATCH</extracomment>
        <translation>Das Register kennt kein solches Werk.</translation>
    </message>
    <message>
        <source>It has too little content to be recognised by likeness; only an exact copy would be.</source>
        <extracomment>sayings.TOO_LITTLE</extracomment>
        <translation>Es hat zu wenig Inhalt, um an Ähnlichkeit erkannt zu werden; nur eine genaue Kopie würde erkannt.</translation>
    </message>
    <message>
        <source>The registry's own word: that it left out no later statement.</source>
        <extracomment>sayings.WORDS</extracomment>
        <translation>Das eigene Wort des Registers: dass es keine spätere Erklärung weggelassen hat.</translation>
    </message>
    <message>
        <source>The registry's own word: how well it knows who states this.</source>
        <extracomment>sayings.WORDS</extracomment>
        <translation>Das eigene Wort des Registers: wie gut es kennt, wer dies erklärt.</translation>
    </message>
    <message>
        <source>Nothing is missing: it says all that the work says.</source>
        <extracomment>sayings.ALL_LEFT</extracomment>
        <translation>Es fehlt nichts: Sie sagt alles, was das Werk sagt.</translation>
    </message>
    <message>
        <source>No statement is left in it. It was removed on the way, or this copy was made before the work was protected.</source>
        <extracomment>sayings.ALL_GONE</extracomment>
        <translation>Es ist keine Erklärung mehr darin. Sie wurde unterwegs entfernt, oder diese Kopie stammt aus der Zeit vor dem Schutz.</translation>
    </message>
    <message>
        <source>Missing, because it was removed on the way or this copy was made without it:</source>
        <extracomment>sayings.SOME_GONE</extracomment>
        <translation>Es fehlt, weil es unterwegs entfernt wurde oder diese Kopie ohne es gemacht wurde:</translation>
    </message>
    <message>
        <source>Preferences</source>
        <extracomment>sayings.PREFERENCES</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>sayings.PAGES</extracomment>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Choice</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Wahl</translation>
    </message>
    <message>
        <source>Registry and proof</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Register und Nachweis</translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Your licence page</source>
        <extracomment>sayings.LICENCE</extracomment>
        <translation>Ihre Lizenzseite</translation>
    </message>
    <message>
        <source>Web address where people can ask for a licence, if you have one</source>
        <extracomment>sayings.LICENCE_HINT</extracomment>
        <translation>Webadresse, auf der man um eine Lizenz bitten kann, wenn Sie eine haben</translation>
    </message>
    <message>
        <source>Your policy for machines</source>
        <extracomment>sayings.POLICY</extracomment>
        <translation>Ihre Regeln für Maschinen</translation>
    </message>
    <message>
        <source>Web address of a policy for text and data mining, if you have one</source>
        <extracomment>sayings.POLICY_HINT</extracomment>
        <translation>Webadresse von Regeln für Text und Data Mining, wenn Sie welche haben</translation>
    </message>
    <message>
        <source>Works are signed as</source>
        <extracomment>sayings.SIGNS_AS</extracomment>
        <translation>Werke werden unterschrieben als</translation>
    </message>
    <message>
        <source>Your first key is made when you first protect something.</source>
        <extracomment>sayings.NO_PROFILE</extracomment>
        <translation>Ihr erster Schlüssel entsteht, wenn Sie zum ersten Mal etwas schützen.</translation>
    </message>
    <message>
        <source>A new name</source>
        <extracomment>sayings.NEW_PROFILE</extracomment>
        <translation>Ein neuer Name</translation>
    </message>
    <message>
        <source>Such as a pen name</source>
        <extracomment>sayings.NEW_PROFILE_HINT</extracomment>
        <translation>Etwa ein Künstlername</translation>
    </message>
    <message>
        <source>Add a pen name, or somebody for whom you act</source>
        <extracomment>sayings.ADD_NAME</extracomment>
        <translation>Künstlername hinzufügen, oder jemand, für den Sie handeln</translation>
    </message>
    <message>
        <source>Acts for</source>
        <extracomment>sayings.ACTS_FOR</extracomment>
        <translation>Handelt für</translation>
    </message>
    <message>
        <source>Acts for (empty: yourself)</source>
        <extracomment>sayings.ACTS_FOR_HINT</extracomment>
        <translation>Handelt für (leer: Sie selbst)</translation>
    </message>
    <message>
        <source>Add this name</source>
        <extracomment>sayings.ADD_PROFILE</extracomment>
        <translation>Diesen Namen hinzufügen</translation>
    </message>
    <message>
        <source>Address of the registry</source>
        <extracomment>sayings.REGISTRY_ADDRESS</extracomment>
        <translation>Adresse des Registers</translation>
    </message>
    <message>
        <source>Empty: fingerprints are kept on this computer only</source>
        <extracomment>sayings.REGISTRY_HINT</extracomment>
        <translation>Leer: Fingerabdrücke bleiben nur auf diesem Computer</translation>
    </message>
    <message>
        <source>Register fingerprints of what I protect (no files are sent)</source>
        <extracomment>sayings.REGISTER_ALWAYS</extracomment>
        <translation>Fingerabdrücke von allem eintragen, was ich schütze (Dateien werden nicht gesendet)</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <extracomment>sayings.NOTHING_WAITS</extracomment>
        <translation>Es wartet nichts darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>sayings.SEND_NOW</extracomment>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Keep a way back for every change</source>
        <extracomment>sayings.WAY_BACK</extracomment>
        <translation>Für jede Änderung einen Rückweg aufbewahren</translation>
    </message>
    <message>
        <source>Files keep their time of last change</source>
        <extracomment>sayings.KEEP_TIME</extracomment>
        <translation>Dateien behalten den Zeitpunkt ihrer letzten Änderung</translation>
    </message>
    <message>
        <source>Files at once</source>
        <extracomment>sayings.PROCESSES</extracomment>
        <translation>Dateien gleichzeitig</translation>
    </message>
    <message>
        <source>0 for one on each processor core</source>
        <extracomment>sayings.PROCESSES_HINT</extracomment>
        <translation>0 für eine je Prozessorkern</translation>
    </message>
    <message>
        <source>New keys are kept</source>
        <extracomment>sayings.NEW_KEYS</extracomment>
        <translation>Neue Schlüssel liegen</translation>
    </message>
    <message>
        <source>in the system keyring</source>
        <extracomment>sayings.KEYRING, IN_FILE</extracomment>
        <translation>im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>in a file of your own folder</source>
        <extracomment>sayings.KEYRING, IN_FILE</extracomment>
        <translation>in einer Datei Ihres eigenen Ordners</translation>
    </message>
    <message>
        <source>Kept.</source>
        <extracomment>sayings.KEPT</extracomment>
        <translation>Gemerkt.</translation>
    </message>
    <message>
        <source>Looks and language</source>
        <extracomment>sayings.LOOKS</extracomment>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>sayings.LANGUAGE</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language holds when ArtistGuard is opened the next time.</source>
        <extracomment>sayings.LANGUAGE_LATER</extracomment>
        <translation>Eine andere Sprache gilt, wenn ArtistGuard das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <extracomment>sayings.TEXT_SIZE</extracomment>
        <translation>Größe der Schrift</translation>
    </message>
    <message>
        <source>This is what every new work will say, until you choose something else for it.</source>
        <extracomment>sayings.CHOICE_MORE</extracomment>
        <translation>Das wird jedes neue Werk sagen, bis Sie für eines etwas anderes wählen.</translation>
    </message>
    <message>
        <source>You can change all of this later under Menu, Preferences.</source>
        <extracomment>sayings.CHANGE_LATER</extracomment>
        <translation>Sie können all das später ändern, unter Menü, Einstellungen.</translation>
    </message>
    <message>
        <source>Welcome to ArtistGuard</source>
        <extracomment>sayings.WELCOME</extracomment>
        <translation>Willkommen bei ArtistGuard</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <extracomment>sayings.STEP_YOU</extracomment>
        <translation>Wer sind Sie?</translation>
    </message>
    <message>
        <source>Your name goes into your works and into the signature on them, and people who want a licence know where to ask. All of it may stay empty.</source>
        <extracomment>sayings.STEP_YOU_MORE</extracomment>
        <translation>Ihr Name kommt in Ihre Werke und in die Unterschrift darauf, und wer eine Lizenz möchte, weiß, wo er fragen kann. Alles darf leer bleiben.</translation>
    </message>
    <message>
        <source>What may AI do with your works?</source>
        <extracomment>sayings.STEP_CHOICE</extracomment>
        <translation>Was darf KI mit Ihren Werken tun?</translation>
    </message>
    <message>
        <source>Do you want dated proof that others can check?</source>
        <extracomment>sayings.STEP_REGISTRY</extracomment>
        <translation>Möchten Sie einen Nachweis mit Datum, den andere prüfen können?</translation>
    </message>
    <message>
        <source>A registry keeps the fingerprints of your works with the date, so that anybody can see when you said no. Your files are never sent. Without one, fingerprints are kept on this computer.</source>
        <extracomment>sayings.STEP_REGISTRY_MORE</extracomment>
        <translation>Ein Register bewahrt die Fingerabdrücke Ihrer Werke mit dem Datum auf, damit jeder sehen kann, wann Sie Nein gesagt haben. Ihre Dateien werden nie gesendet. Ohne Register bleiben die Fingerabdrücke auf diesem Computer.</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>sayings.NOT_NOW</extracomment>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Begin</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation>Loslegen</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>sayings._COLUMNS</extracomment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Where it is registered</source>
        <extracomment>sayings._COLUMNS</extracomment>
        <translation>Wo es eingetragen ist</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Says</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>Registered work</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Eingetragenes Werk</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Auf diesem Computer aufbewahrt</translation>
    </message>
    <message>
        <source>Registered</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Waits for the internet</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Wartet auf das Internet</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Not registered</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Nicht eingetragen</translation>
    </message>
    <message>
        <source>exactly the same file</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>genau dieselbe Datei</translation>
    </message>
    <message>
        <source>exactly the same content</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>genau derselbe Inhalt</translation>
    </message>
    <message>
        <source>looks the same</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>sieht gleich aus</translation>
    </message>
    <message>
        <source>resembles it, which proves nothing</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>ähnelt ihm, was nichts beweist</translation>
    </message>
    <message>
        <source>sounds the same</source>
        <extracomment>sayings._HEARD</extracomment>
        <translation>klingt gleich</translation>
    </message>
    <message numerus="yes">
        <source>%n statements that waited are registered at {} now.</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln Erklärung, die gewartet hat, ist jetzt bei {} eingetragen.</numerusform>
            <numerusform>%Ln Erklärungen, die gewartet haben, sind jetzt bei {} eingetragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works are in “{}” already. Protect them, too?</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln Werk ist schon in „{}“. Auch schützen?</numerusform>
            <numerusform>%Ln Werke sind schon in „{}“. Auch schützen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new key?</source>
        <extracomment>housewords</extracomment>
        <translation>Einen neuen Schlüssel machen?</translation>
    </message>
    <message numerus="yes">
        <source>%n new files in {} were protected.</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln neue Datei in {} wurde geschützt.</numerusform>
            <numerusform>%Ln neue Dateien in {} wurden geschützt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{} · known since {}</source>
        <extracomment>housewords</extracomment>
        <translation>{} · bekannt seit {}</translation>
    </message>
    <message>
        <source>Make a new key for {}?</source>
        <extracomment>housewords</extracomment>
        <translation>Neuen Schlüssel für {} machen?</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>housewords.FOLDERS</extracomment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>What comes new into these folders is protected by itself, with your choice, while this window is open: as soon as a file has stopped growing. Files that ArtistGuard wrote or put back are left alone.</source>
        <extracomment>housewords.FOLDERS_MORE</extracomment>
        <translation>Was neu in diese Ordner kommt, wird von selbst mit Ihrer Wahl geschützt, solange dieses Fenster offen ist: sobald eine Datei nicht mehr wächst. Dateien, die ArtistGuard geschrieben oder zurückgeholt hat, bleiben unberührt.</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <extracomment>housewords.NO_FOLDERS</extracomment>
        <translation>Kein Ordner wird beobachtet.</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <extracomment>housewords.WATCH_FOLDER</extracomment>
        <translation>Ordner beobachten …</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>housewords.PAUSE, GO_ON, STOP_WATCHING</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>housewords.PAUSE, GO_ON, STOP_WATCHING</extracomment>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <extracomment>housewords.PAUSE, GO_ON, STOP_WATCHING</extracomment>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Watching</source>
        <extracomment>housewords.WATCHES, PAUSES, NOT_THERE</extracomment>
        <translation>Wird beobachtet</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>housewords.WATCHES, PAUSES, NOT_THERE</extracomment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Not there now; it is watched again when it comes back</source>
        <extracomment>housewords.WATCHES, PAUSES, NOT_THERE</extracomment>
        <translation>Gerade nicht da; wird wieder beobachtet, sobald er zurück ist</translation>
    </message>
    <message>
        <source>What comes new is protected in either case, and what is there already as soon as it changes.</source>
        <extracomment>housewords.EXISTING_MEANS</extracomment>
        <translation>Was neu dazukommt, wird in jedem Fall geschützt, und was schon da ist, sobald es sich ändert.</translation>
    </message>
    <message>
        <source>Protect them, too</source>
        <extracomment>housewords.PROTECT_EXISTING</extracomment>
        <translation>Auch schützen</translation>
    </message>
    <message>
        <source>Leave them alone</source>
        <extracomment>housewords.LEAVE_EXISTING</extracomment>
        <translation>In Ruhe lassen</translation>
    </message>
    <message>
        <source>Your website, shops and publishers</source>
        <extracomment>housewords.KIT</extracomment>
        <translation>Ihre Website, Läden und Verlage</translation>
    </message>
    <message>
        <source>The kit holds your choice as lines, files and pages: for a website, for shops that take words only, and for a publisher. A text in it says where each goes.</source>
        <extracomment>housewords.KIT_MORE</extracomment>
        <translation>Das Paket enthält Ihre Wahl als Zeilen, Dateien und Seiten: für eine Website, für Läden, die nur Worte annehmen, und für einen Verlag. Ein Text darin sagt, wohin was gehört.</translation>
    </message>
    <message>
        <source>Save the kit for my website…</source>
        <extracomment>housewords.SAVE_KIT</extracomment>
        <translation>Paket für meine Website sichern …</translation>
    </message>
    <message>
        <source>What your choice means in law</source>
        <extracomment>housewords.LAW</extracomment>
        <translation>Was Ihre Wahl rechtlich bedeutet</translation>
    </message>
    <message>
        <source>Who reads what is written</source>
        <extracomment>housewords.READERS</extracomment>
        <translation>Wer liest, was geschrieben wird</translation>
    </message>
    <message>
        <source>Your key</source>
        <extracomment>housewords.YOUR_KEY</extracomment>
        <translation>Ihr Schlüssel</translation>
    </message>
    <message>
        <source>What you say about your works is signed with a key that only you have. Keep a copy of it: without the key nobody, not even you, can change or withdraw your statements.</source>
        <extracomment>housewords.KEY_MORE</extracomment>
        <translation>Was Sie über Ihre Werke sagen, wird mit einem Schlüssel unterschrieben, den nur Sie haben. Bewahren Sie eine Kopie auf: Ohne den Schlüssel kann niemand, auch Sie nicht, Ihre Erklärungen ändern oder zurückziehen.</translation>
    </message>
    <message>
        <source>It lies in a file of your own folder that only you may read.</source>
        <extracomment>housewords.KEY_FILE</extracomment>
        <translation>Er liegt in einer Datei Ihres eigenen Ordners, die nur Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>It lies in a file of your own folder, locked with your passphrase.</source>
        <extracomment>housewords.KEY_SEALED</extracomment>
        <translation>Er liegt in einer Datei Ihres eigenen Ordners, mit Ihrer Passphrase verschlossen.</translation>
    </message>
    <message>
        <source>It lies in the keyring of this computer.</source>
        <extracomment>housewords.KEY_RING</extracomment>
        <translation>Er liegt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>There is no recovery page for it yet.</source>
        <extracomment>housewords.NO_RECOVERY</extracomment>
        <translation>Für ihn gibt es noch keine Ersatzseite.</translation>
    </message>
    <message>
        <source>There is a recovery page for it.</source>
        <extracomment>housewords.HAS_RECOVERY</extracomment>
        <translation>Für ihn gibt es eine Ersatzseite.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <extracomment>housewords.SAVE_KEY</extracomment>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Bring in a copy…</source>
        <extracomment>housewords.BRING_KEY</extracomment>
        <translation>Kopie einlesen …</translation>
    </message>
    <message>
        <source>Make a new key…</source>
        <extracomment>housewords.NEW_KEY</extracomment>
        <translation>Neuen Schlüssel machen …</translation>
    </message>
    <message>
        <source>Make a recovery page…</source>
        <extracomment>housewords.RECOVERY_PAGE</extracomment>
        <translation>Ersatzseite machen …</translation>
    </message>
    <message>
        <source>Key files (*.json)</source>
        <extracomment>housewords.KEY_FILES</extracomment>
        <translation>Schlüsseldateien (*.json)</translation>
    </message>
    <message>
        <source>A passphrase that locks the copy</source>
        <extracomment>housewords.LOCK</extracomment>
        <translation>Eine Passphrase, die die Kopie verschließt</translation>
    </message>
    <message>
        <source>Whoever has the copy and the passphrase can sign as you. Without the passphrase the copy is of no use, also to you.</source>
        <extracomment>housewords.LOCK_MEANS</extracomment>
        <translation>Wer die Kopie und die Passphrase hat, kann als Sie unterschreiben. Ohne die Passphrase nützt die Kopie nichts, auch Ihnen nicht.</translation>
    </message>
    <message>
        <source>The same again</source>
        <extracomment>housewords.AGAIN</extracomment>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>The passphrase of this copy</source>
        <extracomment>housewords.UNLOCK</extracomment>
        <translation>Die Passphrase dieser Kopie</translation>
    </message>
    <message>
        <source>It was chosen when the copy was saved.</source>
        <extracomment>housewords.UNLOCK_MEANS</extracomment>
        <translation>Sie wurde gewählt, als die Kopie gespeichert wurde.</translation>
    </message>
    <message>
        <source>A new key signs from now on, and every registry that knows the old one is told. What the old key signed stays valid.</source>
        <extracomment>housewords.NEW_KEY_MEANS</extracomment>
        <translation>Von jetzt an unterschreibt ein neuer Schlüssel, und jedes Register, das den alten kennt, erfährt es. Was der alte Schlüssel unterschrieben hat, bleibt gültig.</translation>
    </message>
    <message>
        <source>Make it</source>
        <extracomment>housewords.MAKE</extracomment>
        <translation>Machen</translation>
    </message>
    <message>
        <source>My key is lost…</source>
        <extracomment>housewords.LOST_KEY</extracomment>
        <translation>Mein Schlüssel ist weg …</translation>
    </message>
    <message>
        <source>The recovery line from paper (AG-…)</source>
        <extracomment>housewords.LOST_LINE</extracomment>
        <translation>Die Ersatzzeile vom Papier (AG-…)</translation>
    </message>
    <message>
        <source>With the line on your recovery page a new key takes over, also where the old one is lost or stolen. Every registry that knows the old one is told.</source>
        <extracomment>housewords.LOST_MEANS</extracomment>
        <translation>Mit der Zeile auf Ihrer Ersatzseite tritt ein neuer Schlüssel an die Stelle des alten, auch wenn dieser verloren oder gestohlen ist. Jedes Register, das den alten kennt, erfährt davon.</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>housewords.SAVE, OPEN</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>housewords.SAVE, OPEN</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Your recovery page is saved</source>
        <extracomment>housewords.RECOVERY_TITLE</extracomment>
        <translation>Ihre Ersatzseite ist gespeichert</translation>
    </message>
    <message>
        <source>Your recovery line</source>
        <extracomment>housewords.RECOVERY_LINE_ONLY</extracomment>
        <translation>Ihre Ersatzzeile</translation>
    </message>
    <message>
        <source>Print the page, or write this line down, and put it away. It is not kept on this computer and is not shown again. With it you can make a new key if yours is lost or stolen.</source>
        <extracomment>housewords.RECOVERY_MEANS</extracomment>
        <translation>Drucken Sie die Seite aus oder schreiben Sie diese Zeile ab, und legen Sie sie weg. Sie bleibt nicht auf diesem Computer und wird nicht wieder gezeigt. Mit ihr können Sie einen neuen Schlüssel machen, wenn Ihrer verloren oder gestohlen ist.</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>housewords.DONE</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Your works are signed with your own key. Keep a copy of it, in case this computer is lost.</source>
        <extracomment>housewords.KEEP_A_COPY</extracomment>
        <translation>Ihre Werke sind mit Ihrem eigenen Schlüssel unterschrieben. Bewahren Sie eine Kopie davon auf, falls dieser Computer verloren geht.</translation>
    </message>
    <message>
        <source>Save a copy of your key…</source>
        <extracomment>housewords.KEEP_A_COPY_HOW</extracomment>
        <translation>Kopie Ihres Schlüssels speichern …</translation>
    </message>
    <message>
        <source>Who signs</source>
        <extracomment>housewords.SWITCH_PROFILE</extracomment>
        <translation>Wer unterschreibt</translation>
    </message>
    <message>
        <source>Yourself</source>
        <extracomment>housewords.YOURSELF</extracomment>
        <translation>Sie selbst</translation>
    </message>
    <message>
        <source>Registries that you trust</source>
        <extracomment>housewords.KNOWN_REGISTRIES</extracomment>
        <translation>Register, denen Sie vertrauen</translation>
    </message>
    <message>
        <source>A registry stands here when it has confirmed something for the first time.</source>
        <extracomment>housewords.NO_REGISTRIES</extracomment>
        <translation>Hier steht ein Register, wenn es zum ersten Mal etwas bestätigt hat.</translation>
    </message>
    <message>
        <source>Use this one</source>
        <extracomment>housewords.USE_THIS</extracomment>
        <translation>Dieses benutzen</translation>
    </message>
    <message>
        <source>Show code</source>
        <extracomment>housewords.SHOW_CODE</extracomment>
        <translation>Code zeigen</translation>
    </message>
    <message>
        <source>Another device can scan this to use the same registry and to know it again.</source>
        <extracomment>housewords.CODE_MEANS</extracomment>
        <translation>Ein anderes Gerät kann ihn ablesen, um dasselbe Register zu benutzen und wiederzuerkennen.</translation>
    </message>
    <message>
        <source>“{}” is not there any more. It is watched again as soon as it is back.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>„{}“ ist nicht mehr da. Der Ordner wird wieder beobachtet, sobald er zurück ist.</translation>
    </message>
    <message>
        <source>“{}” is back and is watched again.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>„{}“ ist zurück und wird wieder beobachtet.</translation>
    </message>
    <message>
        <source>The system does not tell what happens in “{}”, so it is looked at every second.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>Das System sagt nicht, was in „{}“ geschieht; deshalb wird jede Sekunde nachgesehen.</translation>
    </message>
    <message>
        <source>Another program writes “{}” anew each time it was protected. It is left alone until you pause the folder and go on.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>Ein anderes Programm schreibt „{}“ nach jedem Schützen neu. Die Datei bleibt unberührt, bis Sie den Ordner anhalten und weitermachen.</translation>
    </message>
    <message>
        <source>Its private key is in “{}”</source>
        <extracomment>credentialwords</extracomment>
        <translation>Der private Schlüssel dazu liegt in „{}“</translation>
    </message>
    <message>
        <source>Your signature in the files</source>
        <extracomment>credentialwords.CREDENTIALS</extracomment>
        <translation>Ihre Unterschrift in den Dateien</translation>
    </message>
    <message>
        <source>Sign my files (Content Credentials)</source>
        <extracomment>credentialwords.SIGN</extracomment>
        <translation>Meine Dateien unterschreiben (Content Credentials)</translation>
    </message>
    <message>
        <source>A signature says who stated this and shows whether the file was changed since. Many picture programs and websites show it.</source>
        <extracomment>credentialwords.SIGN_MORE</extracomment>
        <translation>Eine Unterschrift sagt, wer das erklärt hat, und zeigt, ob die Datei seither geändert wurde. Viele Bildprogramme und Websites zeigen sie an.</translation>
    </message>
    <message>
        <source>Your certificate is made when you first protect something.</source>
        <extracomment>credentialwords.NO_CERTIFICATE</extracomment>
        <translation>Ihr Zertifikat entsteht, wenn Sie zum ersten Mal etwas schützen.</translation>
    </message>
    <message>
        <source>Your certificate says “{}”. It was made on this computer; nobody vouches for the name. Valid until {}.</source>
        <extracomment>credentialwords.OWN</extracomment>
        <translation>In Ihrem Zertifikat steht „{}“. Es wurde auf diesem Computer gemacht; niemand bürgt für den Namen. Gültig bis {}.</translation>
    </message>
    <message>
        <source>Your certificate says “{}”, and {} vouches for the name. Valid until {}.</source>
        <extracomment>credentialwords.BOUGHT</extracomment>
        <translation>In Ihrem Zertifikat steht „{}“, und {} bürgt für den Namen. Gültig bis {}.</translation>
    </message>
    <message>
        <source>Make anew</source>
        <extracomment>credentialwords.ANEW</extracomment>
        <translation>Neu machen</translation>
    </message>
    <message>
        <source>Bring in a bought certificate…</source>
        <extracomment>credentialwords.BRING</extracomment>
        <translation>Gekauftes Zertifikat einlesen …</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <extracomment>credentialwords.BRING_IT</extracomment>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <extracomment>credentialwords.REMOVE</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx)</source>
        <extracomment>credentialwords.CERTIFICATE_FILES</extracomment>
        <translation>Zertifikate (*.pem *.crt *.cer *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>The passphrase of this certificate</source>
        <extracomment>credentialwords.CERTIFICATE_LOCK</extracomment>
        <translation>Die Passphrase dieses Zertifikats</translation>
    </message>
    <message>
        <source>It came with the certificate; leave it empty if there is none. From then on the certificate signs your files, and its key is kept as your own key is.</source>
        <extracomment>credentialwords.CERTIFICATE_LOCK_MEANS</extracomment>
        <translation>Sie kam mit dem Zertifikat; lassen Sie das Feld leer, wenn es keine gibt. Von da an unterschreibt das Zertifikat Ihre Dateien, und sein Schlüssel wird wie Ihr eigener aufbewahrt.</translation>
    </message>
    <message>
        <source>Its private key is in another file…</source>
        <extracomment>credentialwords.KEY_ELSEWHERE</extracomment>
        <translation>Der private Schlüssel dazu liegt in einer anderen Datei …</translation>
    </message>
    <message>
        <source>Signatures of FLAC files</source>
        <extracomment>credentialwords.FLAC</extracomment>
        <translation>Unterschriften von FLAC-Dateien</translation>
    </message>
    <message>
        <source>In a small file beside it, which every player leaves alone</source>
        <extracomment>credentialwords.FLAC_WAYS</extracomment>
        <translation>In einer kleinen Datei daneben, die jeder Player in Ruhe lässt</translation>
    </message>
    <message>
        <source>Inside the file, which old players may stumble over</source>
        <extracomment>credentialwords.FLAC_WAYS</extracomment>
        <translation>In der Datei, worüber alte Player stolpern können</translation>
    </message>
    <message>
        <source>signed as yours, inside the file</source>
        <extracomment>credentialwords._PLACES</extracomment>
        <translation>als Ihres unterschrieben, in der Datei</translation>
    </message>
    <message>
        <source>signed as yours, in a small file beside it</source>
        <extracomment>credentialwords._PLACES</extracomment>
        <translation>als Ihres unterschrieben, in einer kleinen Datei daneben</translation>
    </message>
    <message>
        <source>Carries your signature (content credentials).</source>
        <extracomment>credentialwords._STANDS</extracomment>
        <translation>Trägt Ihre Unterschrift (Content Credentials).</translation>
    </message>
    <message>
        <source>Your signature (content credentials) lies beside it; keep the two together.</source>
        <extracomment>credentialwords._STANDS</extracomment>
        <translation>Ihre Unterschrift (Content Credentials) liegt daneben; bewahren Sie beide zusammen auf.</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>phrases</extracomment>
        <translation> und </translation>
    </message>
    <message>
        <source>A key was made for you; it lies in the keyring of this computer.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Für Sie wurde ein Schlüssel gemacht; er liegt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in {}, locked with your passphrase.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Für Sie wurde ein Schlüssel gemacht; er liegt in {}, mit Ihrer Passphrase verschlossen.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in {}, readable by you only and not locked with a passphrase. Keep a copy of it in another place.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Für Sie wurde ein Schlüssel gemacht; er liegt in {}, nur für Sie lesbar und nicht mit einer Passphrase verschlossen. Bewahren Sie anderswo eine Kopie auf.</translation>
    </message>
    <message>
        <source>Registry {} was seen for the first time; its key is now pinned: {}</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Das Register {} wurde zum ersten Mal gesehen; sein Schlüssel ist nun festgehalten: {}</translation>
    </message>
    <message>
        <source>A certificate was made for you, to sign content credentials with. It says “{}”, which is what you call yourself; nobody vouches for it.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Für Sie wurde ein Zertifikat gemacht, mit dem Content Credentials unterschrieben werden. Darin steht „{}“, so wie Sie sich nennen; niemand bürgt dafür.</translation>
    </message>
    <message>
        <source>Your certificate for content credentials has run out. Until you renew it, your own one signs.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Ihr Zertifikat für Content Credentials ist abgelaufen. Bis Sie es erneuern, unterschreibt Ihr eigenes.</translation>
    </message>
    <message>
        <source>The time-stamping authority does not answer; content credentials get no time stamp this time.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Der Zeitstempeldienst antwortet nicht; Content Credentials bekommen diesmal keinen Zeitstempel.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in your own folder, locked with your passphrase.</source>
        <extracomment>phrases.SHORTER</extracomment>
        <translation>Für Sie wurde ein Schlüssel gemacht; er liegt in Ihrem eigenen Ordner, mit Ihrer Passphrase verschlossen.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in your own folder, and only you may read it.</source>
        <extracomment>phrases.SHORTER</extracomment>
        <translation>Für Sie wurde ein Schlüssel gemacht; er liegt in Ihrem eigenen Ordner, und nur Sie dürfen ihn lesen.</translation>
    </message>
    <message>
        <source>same picture</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>dasselbe Bild</translation>
    </message>
    <message>
        <source>same recording</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>dieselbe Aufnahme</translation>
    </message>
    <message>
        <source>same words</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>dieselben Wörter</translation>
    </message>
    <message>
        <source>already known as one work</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>schon als ein Werk bekannt</translation>
    </message>
    <message>
        <source>same recording number (ISRC)</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>dieselbe Aufnahmenummer (ISRC)</translation>
    </message>
    <message>
        <source>same book number (ISBN)</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>dieselbe Buchnummer (ISBN)</translation>
    </message>
    <message>
        <source>same title and creator</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>derselbe Titel und dieselbe Urheberin oder derselbe Urheber</translation>
    </message>
    <message>
        <source>same name</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>derselbe Name</translation>
    </message>
    <message>
        <source>you said so</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>Sie haben es so gesagt</translation>
    </message>
    <message>
        <source>The file cannot be looked into, so only its very bytes are recognised.</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>In die Datei kann nicht hineingesehen werden; nur genau dieselben Bytes werden erkannt.</translation>
    </message>
    <message>
        <source>Too little content to be recognised by likeness: {}.</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>Zu wenig Inhalt, um an Ähnlichkeit erkannt zu werden: {}.</translation>
    </message>
    <message>
        <source>the picture is smaller than {} pixels</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>das Bild ist kleiner als {} Pixel</translation>
    </message>
    <message>
        <source>the picture is one even surface, or nearly so</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>das Bild ist eine einzige gleichmäßige Fläche, oder fast</translation>
    </message>
    <message>
        <source>the picture is a plain shape or pattern that mirrors itself</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>das Bild ist eine schlichte Form oder ein Muster, das sich spiegelt</translation>
    </message>
    <message>
        <source>the picture has almost no features</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>das Bild hat fast keine Merkmale</translation>
    </message>
    <message>
        <source>the recording is silent, or nearly so</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>die Aufnahme ist still, oder fast</translation>
    </message>
    <message>
        <source>the recording is shorter than five seconds</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>die Aufnahme ist kürzer als fünf Sekunden</translation>
    </message>
    <message>
        <source>the recording is one unchanging sound</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>die Aufnahme ist ein einziger unveränderter Ton</translation>
    </message>
    <message>
        <source>the recording is noise or room tone</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>die Aufnahme ist Rauschen oder Raumklang</translation>
    </message>
    <message>
        <source>there are no words in it</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>es sind keine Wörter darin</translation>
    </message>
    <message>
        <source>it has fewer than {} words</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>es hat weniger als {} Wörter</translation>
    </message>
    <message>
        <source>it says the same words over and over</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>es sagt immer wieder dieselben Wörter</translation>
    </message>
    <message>
        <source>a web address that begins with https:// or http:// is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation>gefragt ist eine Webadresse, die mit https:// oder http:// beginnt</translation>
    </message>
    <message>
        <source>a web address or a mail address is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation>gefragt ist eine Web- oder Mailadresse</translation>
    </message>
    <message>
        <source>a number from 0 to 256 is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation>gefragt ist eine Zahl von 0 bis 256</translation>
    </message>
    <message>
        <source>{} says: {}; {} says: {}. The stricter counts: {}.</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>{} sagt: {}; {} sagt: {}. Das Strengere zählt: {}.</translation>
    </message>
    <message>
        <source>AI uses are allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>Nutzung durch KI ist erlaubt</translation>
    </message>
    <message>
        <source>no training of generative AI</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>kein Training erzeugender KI</translation>
    </message>
    <message>
        <source>no AI training</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>kein KI-Training</translation>
    </message>
    <message>
        <source>AI uses only with a licence, search allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>Nutzung durch KI nur mit Lizenz, Suche erlaubt</translation>
    </message>
    <message>
        <source>no AI uses and no data mining, search allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>keine Nutzung durch KI und kein Data Mining, Suche erlaubt</translation>
    </message>
    <message>
        <source>no AI uses, no data mining and no search</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>keine Nutzung durch KI, kein Data Mining und keine Suche</translation>
    </message>
    <message>
        <source>The name ends in .{} but the file is {}; it was treated as {}.</source>
        <extracomment>phrases.MISNAMED</extracomment>
        <translation>Der Name endet auf .{}, aber die Datei ist {}; sie wurde als {} behandelt.</translation>
    </message>
    <message>
        <source>Content credentials are attached and do not hold.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Content Credentials sind angehängt und gelten nicht.</translation>
    </message>
    <message>
        <source>Content credentials are attached, and the file is as it was signed.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Content Credentials sind angehängt, und die Datei ist so, wie sie signiert wurde.</translation>
    </message>
    <message>
        <source>Who signed them is not told.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Wer sie signiert hat, steht nicht dabei.</translation>
    </message>
    <message>
        <source>Signed by you, as {}.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Von Ihnen unterschrieben, als {}.</translation>
    </message>
    <message>
        <source>The certificate says {}; nobody known here vouches for that name.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Im Zertifikat steht {}; niemand, der hier bekannt ist, bürgt für diesen Namen.</translation>
    </message>
    <message>
        <source>They are damaged and cannot be read.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Sie sind beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>What is attached cannot be read as credentials.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Was angehängt ist, lässt sich nicht als Content Credentials lesen.</translation>
    </message>
    <message>
        <source>The file was changed after it was signed.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Die Datei wurde nach dem Signieren geändert.</translation>
    </message>
    <message>
        <source>A part of the credentials was changed after it was signed.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Ein Teil der Content Credentials wurde nach dem Signieren geändert.</translation>
    </message>
    <message>
        <source>A part of the credentials is missing.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Ein Teil der Content Credentials fehlt.</translation>
    </message>
    <message>
        <source>The signature does not fit what it stands under.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Die Signatur passt nicht zu dem, worunter sie steht.</translation>
    </message>
    <message>
        <source>The signer's certificate had run out.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Das Zertifikat war abgelaufen.</translation>
    </message>
    <message>
        <source>The signer's certificate was called back.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Das Zertifikat wurde zurückgerufen.</translation>
    </message>
    <message>
        <source>The signer's certificate may not be used for this.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Das Zertifikat darf hierfür nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The time stamp does not hold.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Der Zeitstempel gilt nicht.</translation>
    </message>
    <message>
        <source>The credentials of an earlier version do not hold.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Die Content Credentials einer früheren Fassung gelten nicht.</translation>
    </message>
    <message>
        <source>Something in them does not hold ({}).</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Etwas darin gilt nicht ({}).</translation>
    </message>
    <message>
        <source>could not be done</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>ging nicht</translation>
    </message>
    <message>
        <source>no permission</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>keine Erlaubnis</translation>
    </message>
    <message>
        <source>not there any more</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>empty file</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>leere Datei</translation>
    </message>
    <message>
        <source>damaged file</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>beschädigte Datei</translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>too large</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>nicht heruntergeladen</translation>
    </message>
    <message>
        <source>broken link</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>kaputte Verknüpfung</translation>
    </message>
    <message>
        <source>no place for a statement</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>kein Platz für eine Erklärung</translation>
    </message>
    <message>
        <source>left alone</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>unberührt gelassen</translation>
    </message>
    <message>
        <source>own folder not usable</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>eigener Ordner nicht nutzbar</translation>
    </message>
    <message>
        <source>disk full</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Datenträger voll</translation>
    </message>
    <message>
        <source>edited since</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>seither bearbeitet</translation>
    </message>
    <message>
        <source>no way back kept</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>kein Rückweg aufbewahrt</translation>
    </message>
    <message>
        <source>another file is in the way</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>eine andere Datei ist im Weg</translation>
    </message>
    <message>
        <source>unknown work</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>unbekanntes Werk</translation>
    </message>
    <message>
        <source>own folder damaged</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>eigener Ordner beschädigt</translation>
    </message>
    <message>
        <source>key not usable</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Schlüssel nicht nutzbar</translation>
    </message>
    <message>
        <source>no such name</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>kein solcher Name</translation>
    </message>
    <message>
        <source>wrong passphrase</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>falsche Passphrase</translation>
    </message>
    <message>
        <source>keyring does not answer</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>registry not usable</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Register nicht nutzbar</translation>
    </message>
    <message>
        <source>registry does not answer</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Register antwortet nicht</translation>
    </message>
    <message>
        <source>registry says no</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Register sagt Nein</translation>
    </message>
    <message>
        <source>registry not trusted</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Register nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>registry contradicts itself</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Register widerspricht sich</translation>
    </message>
    <message>
        <source>proof does not hold</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Nachweis stimmt nicht</translation>
    </message>
    <message>
        <source>does not fit</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>stopped</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>statements disagree</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Erklärungen widersprechen sich</translation>
    </message>
    <message>
        <source>only exact copies recognised</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>nur genaue Kopien erkennbar</translation>
    </message>
    <message>
        <source>name and content differ</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Name und Inhalt verschieden</translation>
    </message>
    <message>
        <source>made by AI</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>von KI gemacht</translation>
    </message>
    <message>
        <source>names somebody else</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>nennt jemand anderen</translation>
    </message>
    <message>
        <source>stated elsewhere</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>anderswo erklärt</translation>
    </message>
    <message>
        <source>registered earlier by somebody else</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>früher von jemand anderem eingetragen</translation>
    </message>
    <message>
        <source>no page to ask at</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>keine Seite zum Fragen</translation>
    </message>
    <message>
        <source>registered by somebody else</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>von jemand anderem eingetragen</translation>
    </message>
    <message>
        <source>not signed</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>nicht unterschrieben</translation>
    </message>
    <message>
        <source>signature beside it</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>Unterschrift liegt daneben</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Etwas ging schief.</translation>
    </message>
    <message>
        <source>This file cannot be worked on.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Mit dieser Datei kann nicht gearbeitet werden.</translation>
    </message>
    <message>
        <source>The computer does not let ArtistGuard read or change this file.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Der Computer lässt ArtistGuard diese Datei nicht lesen oder ändern.</translation>
    </message>
    <message>
        <source>This file is not there any more.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This file holds nothing.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>In dieser Datei steht nichts.</translation>
    </message>
    <message>
        <source>This file is damaged, or is not what its name says.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei ist beschädigt oder ist nicht, was ihr Name sagt.</translation>
    </message>
    <message>
        <source>This file is locked with a password.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei ist mit einem Passwort gesperrt.</translation>
    </message>
    <message>
        <source>This file is too large to be looked into safely.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei ist zu groß, um gefahrlos hineinzusehen.</translation>
    </message>
    <message>
        <source>This file is open in another program.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei ist in einem anderen Programm geöffnet.</translation>
    </message>
    <message>
        <source>This file lies in the cloud and not on this computer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei liegt in der Cloud und nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>This link leads to itself.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Verknüpfung führt zu sich selbst.</translation>
    </message>
    <message>
        <source>This file cannot safely carry a statement inside.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei kann keine Erklärung sicher in sich tragen.</translation>
    </message>
    <message>
        <source>Writing the statement would have changed the work, so the file was left as it was.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Das Schreiben der Erklärung hätte das Werk verändert; die Datei blieb deshalb, wie sie war.</translation>
    </message>
    <message>
        <source>ArtistGuard's own folder cannot be used.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Der eigene Ordner von ArtistGuard kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>This file was edited since it was protected.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei wurde bearbeitet, seit sie geschützt wurde.</translation>
    </message>
    <message>
        <source>No way back is kept for this file.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Für diese Datei ist kein Rückweg aufbewahrt.</translation>
    </message>
    <message>
        <source>Another file stands where the new one should go.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Wo die neue Datei hin soll, steht schon eine andere.</translation>
    </message>
    <message>
        <source>This work is not known here.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Dieses Werk ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>What ArtistGuard has kept does not read back as it was written.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Was ArtistGuard aufbewahrt hat, liest sich nicht mehr, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>Your key cannot be used.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ihr Schlüssel kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>There is no such name or key.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Es gibt keinen solchen Namen oder Schlüssel.</translation>
    </message>
    <message>
        <source>The passphrase does not open your key.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Die Passphrase öffnet Ihren Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Der Schlüsselbund dieses Computers antwortet nicht.</translation>
    </message>
    <message>
        <source>Something is wrong with the registry.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Mit dem Register stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>The registry does not answer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Das Register antwortet nicht.</translation>
    </message>
    <message>
        <source>The registry says no.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Das Register sagt Nein.</translation>
    </message>
    <message>
        <source>What the registry shows does not hold, and nothing of it was kept.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Was das Register zeigt, stimmt nicht; nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>What the registry concludes does not follow from the statements that it shows.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Was das Register folgert, ergibt sich nicht aus den Erklärungen, die es zeigt.</translation>
    </message>
    <message>
        <source>This proof does not hold.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Dieser Nachweis stimmt nicht.</translation>
    </message>
    <message>
        <source>That does not fit.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Das passt so nicht.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>The part of ArtistGuard that works on your files ended unexpectedly.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Der Teil von ArtistGuard, der an Ihren Dateien arbeitet, hat unerwartet aufgehört.</translation>
    </message>
    <message>
        <source>Statements in this file disagree.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Die Erklärungen in dieser Datei widersprechen sich.</translation>
    </message>
    <message>
        <source>Only an exact copy of this work would be recognised.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Nur eine genaue Kopie dieses Werks würde erkannt.</translation>
    </message>
    <message>
        <source>The name of this file ends otherwise than its content says.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Der Name dieser Datei endet anders, als ihr Inhalt sagt.</translation>
    </message>
    <message>
        <source>This file says that an AI made it, or a part of it.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei sagt, dass eine KI sie oder einen Teil davon gemacht hat.</translation>
    </message>
    <message>
        <source>This file names somebody else.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei nennt jemand anderen.</translation>
    </message>
    <message>
        <source>This file carries a statement that was not made here.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei trägt eine Erklärung, die nicht hier gemacht wurde.</translation>
    </message>
    <message>
        <source>Somebody else registered this work, or one like it, earlier.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Jemand anderes hat dieses Werk, oder eines wie dieses, früher eingetragen.</translation>
    </message>
    <message>
        <source>It says to ask you for a licence, and names no page where.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Darin steht, dass man Sie um eine Lizenz fragen soll, aber keine Seite dafür.</translation>
    </message>
    <message>
        <source>Somebody else has registered this work.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Jemand anderes hat dieses Werk eingetragen.</translation>
    </message>
    <message>
        <source>This file carries your statement, but no content credentials.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Diese Datei trägt Ihre Erklärung, aber keine Content Credentials.</translation>
    </message>
    <message>
        <source>The content credentials of this file lie beside it.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Die Content Credentials dieser Datei liegen daneben.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, please report it with this message.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es bitte mit dieser Nachricht.</translation>
    </message>
    <message>
        <source>Look at the file in the program that made it, and save it again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Sehen Sie die Datei in dem Programm an, das sie gemacht hat, und speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>Give yourself permission to read and change the file, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Geben Sie sich die Erlaubnis, die Datei zu lesen und zu ändern, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check whether the file was moved or renamed, and add it again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Sehen Sie nach, ob die Datei verschoben oder umbenannt wurde, und fügen Sie sie neu hinzu.</translation>
    </message>
    <message>
        <source>Export or save the work again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Geben Sie das Werk neu aus oder speichern Sie es neu.</translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it again, or use an undamaged copy.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Öffnen Sie sie in dem Programm, das sie gemacht hat, und speichern Sie sie neu, oder nehmen Sie eine unbeschädigte Kopie.</translation>
    </message>
    <message>
        <source>Remove the password or save an unlocked copy, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Entfernen Sie das Passwort oder speichern Sie eine offene Kopie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Save it in a smaller size or split it, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Speichern Sie sie kleiner oder teilen Sie sie auf, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Close the file in the other program or wait until it is saved, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Schließen Sie die Datei im anderen Programm oder warten Sie, bis sie gespeichert ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Make the file available offline in your cloud program, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Machen Sie die Datei in Ihrem Cloud-Programm offline verfügbar, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Remove or mend the link.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Entfernen oder reparieren Sie die Verknüpfung.</translation>
    </message>
    <message>
        <source>The statement goes into a small file beside it instead; keep the two together.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Die Erklärung kommt stattdessen in eine kleine Datei daneben; lassen Sie die beiden beisammen.</translation>
    </message>
    <message>
        <source>Your file is untouched. Please report the program that made it.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ihre Datei ist unberührt. Bitte melden Sie das Programm, das sie gemacht hat.</translation>
    </message>
    <message>
        <source>Check the disk that holds your ArtistGuard folder.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Prüfen Sie den Datenträger, auf dem Ihr ArtistGuard-Ordner liegt.</translation>
    </message>
    <message>
        <source>Free some space and try again; it goes on where it stopped.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal; es geht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Keep your edited file; to get the earlier one back, move the edited one elsewhere first.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Behalten Sie Ihre bearbeitete Datei; um die frühere zurückzuholen, legen Sie die bearbeitete zuerst woanders hin.</translation>
    </message>
    <message>
        <source>It was put back already, or the way back was switched off; use your own backup.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Sie wurde schon zurückgeholt, oder der Rückweg war abgeschaltet; nehmen Sie Ihre eigene Sicherung.</translation>
    </message>
    <message>
        <source>Choose another name or folder, or move that file away.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Wählen Sie einen anderen Namen oder Ordner, oder legen Sie die andere Datei woanders hin.</translation>
    </message>
    <message>
        <source>My works shows all that are known here.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Meine Werke zeigt alle, die hier bekannt sind.</translation>
    </message>
    <message>
        <source>Keep the folder as it is and restore it from a backup; your files themselves are untouched.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Lassen Sie den Ordner, wie er ist, und stellen Sie ihn aus einer Sicherung wieder her; Ihre Dateien selbst sind unberührt.</translation>
    </message>
    <message>
        <source>Look at Works are signed as in Preferences.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Sehen Sie in den Einstellungen nach: Werke werden unterschrieben als.</translation>
    </message>
    <message>
        <source>Type it again; without it the key can only be replaced with the recovery key.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Geben Sie sie noch einmal ein; ohne sie lässt sich der Schlüssel nur mit dem Ersatzschlüssel ersetzen.</translation>
    </message>
    <message>
        <source>Unlock the keyring, or let new keys be kept in a file: Preferences, Advanced.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Schließen Sie den Schlüsselbund auf, oder lassen Sie neue Schlüssel in einer Datei liegen: Einstellungen, Erweitert.</translation>
    </message>
    <message>
        <source>Your files are protected; the registration waits and is sent later.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ihre Dateien sind geschützt; der Eintrag wartet und wird später gesendet.</translation>
    </message>
    <message>
        <source>Check the internet connection; what waits is sent later.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Prüfen Sie die Internetverbindung; was wartet, wird später gesendet.</translation>
    </message>
    <message>
        <source>Read the reason; if it seems wrong, ask the people who run the registry.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Lesen Sie den Grund; scheint er falsch, fragen Sie die Leute, die das Register betreiben.</translation>
    </message>
    <message>
        <source>Do not rely on it until the people who run it explain; your earlier receipts stay valid.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Verlassen Sie sich nicht darauf, bis die Betreiber es erklären; Ihre früheren Quittungen bleiben gültig.</translation>
    </message>
    <message>
        <source>Do not rely on its answers until the people who run it explain; the statements hold.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Verlassen Sie sich nicht auf seine Antworten, bis seine Betreiber es erklären; die Erklärungen gelten.</translation>
    </message>
    <message>
        <source>Ask for the proof again from the person who made it; this one proves nothing.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Bitten Sie die Person, die den Nachweis gemacht hat, um einen neuen; dieser beweist nichts.</translation>
    </message>
    <message>
        <source>Choose or type something else.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Wählen oder schreiben Sie etwas anderes.</translation>
    </message>
    <message>
        <source>What was finished is kept; do the same again to go on with the rest.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Was fertig war, bleibt; tun Sie dasselbe noch einmal, um mit dem Rest weiterzumachen.</translation>
    </message>
    <message>
        <source>No file is half written. Try again; what was finished is kept.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Keine Datei ist halb geschrieben. Versuchen Sie es noch einmal; was fertig war, bleibt.</translation>
    </message>
    <message>
        <source>Remove the other statement, or make the same choice there.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Entfernen Sie die andere Erklärung, oder treffen Sie dort dieselbe Wahl.</translation>
    </message>
    <message>
        <source>Nothing to do: the statement and the digest of the file prove it all the same.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Sie müssen nichts tun: Die Erklärung und die Prüfsumme der Datei beweisen es trotzdem.</translation>
    </message>
    <message>
        <source>Rename it if you like.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Benennen Sie sie um, wenn Sie möchten.</translation>
    </message>
    <message>
        <source>Tick it if it is your work.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Setzen Sie das Häkchen, wenn es Ihr Werk ist.</translation>
    </message>
    <message>
        <source>Yours is registered, too. If the other is not you under another name, keep what shows that you made it.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ihres ist auch eingetragen. Wenn das nicht Sie unter anderem Namen waren, bewahren Sie auf, was zeigt, dass Sie es gemacht haben.</translation>
    </message>
    <message>
        <source>Name your licence page under Menu, Preferences, You.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Nennen Sie Ihre Lizenzseite unter Menü, Einstellungen, Sie.</translation>
    </message>
    <message>
        <source>Nothing to do: the statement counts without them.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Nichts zu tun: Die Erklärung gilt auch ohne sie.</translation>
    </message>
    <message>
        <source>Keep the file and its small companion (.c2pa) together.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Bewahren Sie die Datei und ihre kleine Begleiterin (.c2pa) zusammen auf.</translation>
    </message>
    <message>
        <source>Nothing to protect was found there.</source>
        <extracomment>listing</extracomment>
        <translation>Dort wurde nichts gefunden, was sich schützen lässt.</translation>
    </message>
    <message>
        <source>reserved</source>
        <extracomment>findings</extracomment>
        <translation>vorbehalten</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>findings</extracomment>
        <translation>ja</translation>
    </message>
    <message>
        <source>Its statement was withdrawn.</source>
        <extracomment>findings</extracomment>
        <translation>Die Erklärung dazu wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>Statements are missing</source>
        <extracomment>findings</extracomment>
        <translation>Erklärungen fehlen</translation>
    </message>
    <message>
        <source>Says all of it</source>
        <extracomment>findings</extracomment>
        <translation>Sagt alles</translation>
    </message>
    <message>
        <source>The registry could not be asked</source>
        <extracomment>findings</extracomment>
        <translation>Das Register konnte nicht gefragt werden</translation>
    </message>
    <message>
        <source>Says it itself</source>
        <extracomment>findings</extracomment>
        <translation>Sagt es selbst</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <extracomment>findings</extracomment>
        <translation>Nichts bekannt</translation>
    </message>
    <message>
        <source>A registered work</source>
        <extracomment>findings</extracomment>
        <translation>Ein eingetragenes Werk</translation>
    </message>
    <message>
        <source>Registered: {}.</source>
        <extracomment>findings</extracomment>
        <translation>Eingetragen: {}.</translation>
    </message>
    <message>
        <source>Several people claim it: {}.</source>
        <extracomment>findings</extracomment>
        <translation>Mehrere Leute beanspruchen es: {}.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>findings</extracomment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>nobody independent has confirmed it yet</source>
        <extracomment>particulars</extracomment>
        <translation>noch hat es niemand Unabhängiges bestätigt</translation>
    </message>
    <message>
        <source>composition</source>
        <extracomment>particulars</extracomment>
        <translation>Komposition</translation>
    </message>
    <message>
        <source>lyrics</source>
        <extracomment>particulars</extracomment>
        <translation>Liedtext</translation>
    </message>
    <message>
        <source>arrangement</source>
        <extracomment>particulars</extracomment>
        <translation>Bearbeitung</translation>
    </message>
    <message>
        <source>recording</source>
        <extracomment>particulars</extracomment>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>performance</source>
        <extracomment>particulars</extracomment>
        <translation>Darbietung</translation>
    </message>
    <message>
        <source>text</source>
        <extracomment>particulars</extracomment>
        <translation>Text</translation>
    </message>
    <message>
        <source>translation</source>
        <extracomment>particulars</extracomment>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>edition</source>
        <extracomment>particulars</extracomment>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>artwork</source>
        <extracomment>particulars</extracomment>
        <translation>Bildwerk</translation>
    </message>
    <message>
        <source>photograph</source>
        <extracomment>particulars</extracomment>
        <translation>Fotografie</translation>
    </message>
    <message>
        <source>design</source>
        <extracomment>particulars</extracomment>
        <translation>Gestaltung</translation>
    </message>
    <message>
        <source>Registered at {} since {}</source>
        <extracomment>particulars</extracomment>
        <translation>Eingetragen bei {} seit {}</translation>
    </message>
    <message numerus="yes">
        <source>confirmed by %n witnesses</source>
        <extracomment>particulars</extracomment>
        <translation>
            <numerusform>von %Ln Zeugen bestätigt</numerusform>
            <numerusform>von %Ln Zeugen bestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept on this computer since {}, which proves no date to others</source>
        <extracomment>particulars</extracomment>
        <translation>Auf diesem Computer seit {}, was anderen kein Datum beweist</translation>
    </message>
    <message>
        <source>Your right: {}</source>
        <extracomment>particulars</extracomment>
        <translation>Ihr Recht: {}</translation>
    </message>
    <message>
        <source>You offer a licence at {}</source>
        <extracomment>particulars</extracomment>
        <translation>Sie bieten eine Lizenz an unter {}</translation>
    </message>
    <message>
        <source>Waits to be sent to {}</source>
        <extracomment>particulars</extracomment>
        <translation>Wartet auf das Senden an {}</translation>
    </message>
    <message>
        <source>Refused by {}</source>
        <extracomment>particulars</extracomment>
        <translation>Abgelehnt von {}</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>checking</extracomment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Notice</source>
        <extracomment>offer</extracomment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Works</source>
        <extracomment>worklist</extracomment>
        <translation>Werke</translation>
    </message>
    <message>
        <source>AI may use it</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>KI darf es nutzen</translation>
    </message>
    <message>
        <source>No generative AI training</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Kein Training erzeugender KI</translation>
    </message>
    <message>
        <source>No AI training</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Kein KI-Training</translation>
    </message>
    <message>
        <source>No AI or data mining, search allowed; ask for a licence</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Keine KI und kein Data Mining, Suche erlaubt; Lizenz auf Anfrage</translation>
    </message>
    <message>
        <source>No AI or data mining, search allowed</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Keine KI und kein Data Mining, Suche erlaubt</translation>
    </message>
    <message>
        <source>No machine use at all</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Keinerlei Nutzung durch Maschinen</translation>
    </message>
    <message>
        <source>Anybody may train AI on it; your name stays in the file.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Jeder darf KI damit trainieren; Ihr Name bleibt in der Datei.</translation>
    </message>
    <message>
        <source>No training of AI that makes pictures, music or text.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Kein Training von KI, die Bilder, Musik oder Texte macht.</translation>
    </message>
    <message>
        <source>No training of AI of any kind.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Kein Training von KI irgendeiner Art.</translation>
    </message>
    <message>
        <source>As the one below, and whoever wants more can ask you for a licence.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Wie die Wahl darunter, und wer mehr will, kann Sie um eine Lizenz bitten.</translation>
    </message>
    <message>
        <source>People still find you with search engines. Most artists take this one.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Menschen finden Sie weiter über Suchmaschinen. Die meisten nehmen diese Wahl.</translation>
    </message>
    <message>
        <source>Not even search engines.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Nicht einmal Suchmaschinen.</translation>
    </message>
</context>
</TS>
