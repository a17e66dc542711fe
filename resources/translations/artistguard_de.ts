<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ArtistGuard</name>
    <message>
        <source>Different things</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some rights reserved</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a name or ©</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits to be registered</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept on this computer</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Protect %n works</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works protected.</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are as they were.</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{} %</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered at {}</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>about {} min left</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n said so already.</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention.</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not begun.</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left alone.</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <extracomment>words</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {}</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {} s left</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One work: {}.</source>
        <extracomment>words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect</source>
        <extracomment>words.PROTECT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop your art, music or writing here</source>
        <extracomment>words.DROP</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <extracomment>words.OR</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <extracomment>words.CHOOSE_FILES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <extracomment>words.CHOOSE_FOLDER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files</source>
        <extracomment>words.ADD_FILES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>words.ADD_FOLDER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files stay on this computer.</source>
        <extracomment>words.STAYS_HERE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <extracomment>words.SAMPLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures, recordings, books and manuscripts — whole folders too</source>
        <extracomment>words.KINDS_TAKEN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>words.SEARCH</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>words.CANCEL</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this file…</source>
        <extracomment>words.STOPPING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <extracomment>words.START_OVER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <extracomment>words.REMOVE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choice</source>
        <extracomment>words.YOUR_CHOICE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <extracomment>words.YOUR_NAME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to ask you</source>
        <extracomment>words.YOUR_CONTACT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it should stand in your works</source>
        <extracomment>words.NAME_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail or web address, if you like</source>
        <extracomment>words.CONTACT_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register the fingerprints (no files are sent)</source>
        <extracomment>words.REGISTER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be written</source>
        <extracomment>words.WRITTEN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written</source>
        <extracomment>words.WRITTEN_DONE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be written into “{}”</source>
        <extracomment>words.WRITTEN_IN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show technical names</source>
        <extracomment>words.TECHNICAL</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show files</source>
        <extracomment>words.SHOW_FILES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put everything back</source>
        <extracomment>words.PUT_ALL_BACK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <extracomment>words.PUT_BACK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back everything ever protected…</source>
        <extracomment>words.PUT_BACK_EVER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>words.TRY_AGAIN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <extracomment>words.SHOW_THEM</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all works</source>
        <extracomment>words.SHOW_ALL</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>words.DISMISS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>words.MENU</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>words.APPEARANCE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>words.QUIT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key is sealed. Please type its passphrase:</source>
        <extracomment>words.SEALED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tells AI companies what you refuse and gives you dated proof. It cannot physically stop someone who ignores it.</source>
        <extracomment>words.CLAIM</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a work in the list to see what will be written into it.</source>
        <extracomment>words.PICK_A_WORK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is being looked at.</source>
        <extracomment>words.BEING_LOOKED_AT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says all of this already; nothing will be written.</source>
        <extracomment>words.NOTHING_NEW</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>words.NOTHING_BEFORE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays as it is</source>
        <extracomment>words.STAYS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file that ArtistGuard ever changed here, also in earlier runs, becomes what it was before, byte for byte. Files that you edited since are left alone.</source>
        <extracomment>words.ASK_PUT_BACK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After an interruption, unfinished changes were put in order:</source>
        <extracomment>words.MENDED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <extracomment>words._MEDIA</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music</source>
        <extracomment>words._MEDIA</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <extracomment>words._MEDIA</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>words._MEDIA</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>words._STATES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>words._STATES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says so already</source>
        <extracomment>words._STATES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <extracomment>words._STATES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <extracomment>words._STATES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding files</source>
        <extracomment>words._STAGES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at your works</source>
        <extracomment>words._STAGES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protecting</source>
        <extracomment>words._STAGES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting back</source>
        <extracomment>words._STAGES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What machines may do, in the words of the picture trade</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera data (what AI may learn)</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>European reservation of text and data mining</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internet preference for AI</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content credentials: training and mining</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence for machines</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy for machines</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book trade data</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content credentials</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of ArtistGuard</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and rights, for people</source>
        <extracomment>words._LAYERS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no permission</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there any more</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty file</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged file</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not downloaded</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken link</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left alone</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk full</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited since</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no way back kept</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another file is in the way</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <extracomment>words._CAUSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n works?</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n files back?</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files say so now.</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works are withdrawn.</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are done.</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements wait</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements confirmed</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the registry on this computer</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen: {}</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in it yet, because nothing has confirmed it: {}.</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered at {} since {}; the proof holds.</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} for {}</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} at {}</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered at {}</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, changed {}</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer since {}; no proof of date for others.</source>
        <extracomment>sayings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works</source>
        <extracomment>sayings.MY_WORKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is protected on this computer yet.</source>
        <extracomment>sayings.NONE_YET</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works that you protect are listed here, with their dates and their proof.</source>
        <extracomment>sayings.NONE_YET_MORE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect works</source>
        <extracomment>sayings.BEGIN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <extracomment>sayings.ALL_KINDS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states</source>
        <extracomment>sayings.ALL_STATES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at your works…</source>
        <extracomment>sayings.REMEMBERING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>sayings.LOOK_AGAIN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>sayings.EXPORT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a table (CSV)…</source>
        <extracomment>sayings.EXPORT_CSV</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For programs (JSON)…</source>
        <extracomment>sayings.EXPORT_JSON</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the choice…</source>
        <extracomment>sayings.CHANGE_CHOICE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <extracomment>sayings.WITHDRAW</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back…</source>
        <extracomment>sayings.PUT_BACK_ASK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save certificate…</source>
        <extracomment>sayings.SAVE_CERTIFICATE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show file</source>
        <extracomment>sayings.SHOW_FILE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect again</source>
        <extracomment>sayings.PROTECT_AGAIN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of work</source>
        <extracomment>sayings.FILTER_KIND</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which state</source>
        <extracomment>sayings.FILTER_STATE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick works in the list to see what you can do with them.</source>
        <extracomment>sayings.PICK_WORKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may AI do with it from now on?</source>
        <extracomment>sayings.NEW_CHOICE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>sayings.CHANGE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each file of the chosen works is stated anew. Registries keep the earlier statement with its dates and show the new one.</source>
        <extracomment>sayings.CHOICE_LATER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <extracomment>sayings.WITHDRAW_ONLY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawing tells every registry that has your statement that it does not hold any more. The earlier statement stays visible there with its dates. What is written in the files stays in them; Put back takes that away.</source>
        <extracomment>sayings.WITHDRAW_MEANS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files become what they were before, byte for byte. Files that you edited since are left alone. Do you want to withdraw the statement, too? Registries keep it otherwise.</source>
        <extracomment>sayings.PUT_BACK_MEANS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files become what they were before, byte for byte. Files that you edited since are left alone.</source>
        <extracomment>sayings.PUT_BACK_PLAIN</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back, let the statement stand</source>
        <extracomment>sayings.PUT_BACK_KEEP</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back and withdraw</source>
        <extracomment>sayings.PUT_BACK_BOTH</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>sayings.CLOSE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <extracomment>sayings.PDF_FILES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <extracomment>sayings.CSV_FILES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <extracomment>sayings.JSON_FILES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited since</source>
        <extracomment>sayings.EDITED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a file</source>
        <extracomment>sayings.CHECK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file that you found anywhere</source>
        <extracomment>sayings.CHECK_DROP</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See which statements are left in it, and which registered work it is. Works for files of other people, too.</source>
        <extracomment>sayings.CHECK_MORE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written, and no file is sent: the registry is asked with fingerprints only.</source>
        <extracomment>sayings.CHECK_STAYS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check more files</source>
        <extracomment>sayings.CHECK_MORE_FILES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a file in the list to see what is known about it.</source>
        <extracomment>sayings.CHECK_PICK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <extracomment>sayings.LOOKING_AT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says nothing about AI.</source>
        <extracomment>sayings.SAYS_NOTHING</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>sayings.HEAD_SAYS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which work it is</source>
        <extracomment>sayings.HEAD_WORK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing in this copy</source>
        <extracomment>sayings.HEAD_LOST</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry knows no such work.</source>
        <extracomment>sayings.NO_MATCH</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has too little content to be recognised by likeness; only an exact copy would be.</source>
        <extracomment>sayings.TOO_LITTLE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing: it says all that the work says.</source>
        <extracomment>sayings.ALL_LEFT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No statement is left in it. It was removed on the way, or this copy was made before the work was protected.</source>
        <extracomment>sayings.ALL_GONE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing, because it was removed on the way or this copy was made without it:</source>
        <extracomment>sayings.SOME_GONE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <extracomment>sayings.PREFERENCES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>sayings.PAGES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry and proof</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your licence page</source>
        <extracomment>sayings.LICENCE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web address where people can ask for a licence, if you have one</source>
        <extracomment>sayings.LICENCE_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your policy for machines</source>
        <extracomment>sayings.POLICY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web address of a policy for text and data mining, if you have one</source>
        <extracomment>sayings.POLICY_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works are signed as</source>
        <extracomment>sayings.SIGNS_AS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your first key is made when you first protect something.</source>
        <extracomment>sayings.NO_PROFILE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new name</source>
        <extracomment>sayings.NEW_PROFILE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as a pen name</source>
        <extracomment>sayings.NEW_PROFILE_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a pen name, or somebody for whom you act</source>
        <extracomment>sayings.ADD_NAME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts for</source>
        <extracomment>sayings.ACTS_FOR</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts for (empty: yourself)</source>
        <extracomment>sayings.ACTS_FOR_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this name</source>
        <extracomment>sayings.ADD_PROFILE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the registry</source>
        <extracomment>sayings.REGISTRY_ADDRESS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: fingerprints are kept on this computer only</source>
        <extracomment>sayings.REGISTRY_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register fingerprints of what I protect (no files are sent)</source>
        <extracomment>sayings.REGISTER_ALWAYS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <extracomment>sayings.NOTHING_WAITS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>sayings.SEND_NOW</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a way back for every change</source>
        <extracomment>sayings.WAY_BACK</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files keep their time of last change</source>
        <extracomment>sayings.KEEP_TIME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files at once</source>
        <extracomment>sayings.PROCESSES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 for one on each processor core</source>
        <extracomment>sayings.PROCESSES_HINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys are kept</source>
        <extracomment>sayings.NEW_KEYS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the system keyring</source>
        <extracomment>sayings.KEYRING, IN_FILE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a file of your own folder</source>
        <extracomment>sayings.KEYRING, IN_FILE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <extracomment>sayings.KEPT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks and language</source>
        <extracomment>sayings.LOOKS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>sayings.LANGUAGE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language holds when ArtistGuard is opened the next time.</source>
        <extracomment>sayings.LANGUAGE_LATER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of letters</source>
        <extracomment>sayings.TEXT_SIZE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what every new work will say, until you choose something else for it.</source>
        <extracomment>sayings.CHOICE_MORE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change all of this later under Menu, Preferences.</source>
        <extracomment>sayings.CHANGE_LATER</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to ArtistGuard</source>
        <extracomment>sayings.WELCOME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <extracomment>sayings.STEP_YOU</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name goes into your works, and people who want a licence know where to ask. All of it may stay empty.</source>
        <extracomment>sayings.STEP_YOU_MORE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may AI do with your works?</source>
        <extracomment>sayings.STEP_CHOICE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want dated proof that others can check?</source>
        <extracomment>sayings.STEP_REGISTRY</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A registry keeps the fingerprints of your works with the date, so that anybody can see when you said no. Your files are never sent. Without one, fingerprints are kept on this computer.</source>
        <extracomment>sayings.STEP_REGISTRY_MORE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>sayings.NOT_NOW</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>sayings._COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is registered</source>
        <extracomment>sayings._COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered work</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the internet</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not registered</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly the same file</source>
        <extracomment>sayings._SAME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly the same content</source>
        <extracomment>sayings._SAME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks the same</source>
        <extracomment>sayings._SAME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resembles it, which proves nothing</source>
        <extracomment>sayings._SAME</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sounds the same</source>
        <extracomment>sayings._HEARD</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>phrases</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key was made for you; it lies in the keyring of this computer.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key was made for you; it lies in {}, locked with your passphrase.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key was made for you; it lies in {}, readable by you only and not locked with a passphrase. Keep a copy: `artistguard identity export`.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry {} was seen for the first time; its key is now pinned: {}</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same picture</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same recording</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same words</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already known as one work</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same recording number (ISRC)</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same book number (ISBN)</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same title and creator</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be looked into, so only its very bytes are recognised.</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little content to be recognised by likeness: {}.</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is smaller than {} pixels</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is one even surface, or nearly so</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is a plain shape or pattern that mirrors itself</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture has almost no features</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recording is silent, or nearly so</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recording is shorter than five seconds</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recording is one unchanging sound</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recording is noise or room tone</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no words in it</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has fewer than {} words</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it says the same words over and over</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web address that begins with https:// or http:// is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web address or a mail address is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from 0 to 256 is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} says: {}; {} says: {}. The stricter counts: {}.</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI uses are allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no training of generative AI</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no AI training</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI uses only with a licence, search allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no AI uses and no data mining, search allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no AI uses, no data mining and no search</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name ends in .{} but the file is {}; it was treated as {}.</source>
        <extracomment>phrases.MISNAMED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be worked on.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer does not let ArtistGuard read or change this file.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not there any more.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds nothing.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is damaged, or is not what its name says.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is locked with a password.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large to be looked into safely.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is open in another program.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file lies in the cloud and not on this computer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to itself.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot safely carry a statement inside.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the statement would have changed the work, so the file was left as it was.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ArtistGuard's own folder cannot be used.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was edited since it was protected.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way back is kept for this file.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file stands where the new one should go.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work is not known here.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ArtistGuard has kept does not read back as it was written.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key cannot be used.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such name or key.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open your key.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong with the registry.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry does not answer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry says no.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the registry shows does not hold, and nothing of it was kept.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This proof does not hold.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That does not fit.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of ArtistGuard that works on your files ended unexpectedly.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements in this file disagree.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an exact copy of this work would be recognised.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of this file ends otherwise than its content says.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content credentials are attached, which this version cannot check.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, please report it with this message.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the file in the program that made it, and save it again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself permission to read and change the file, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether the file was moved or renamed, and add it again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export or save the work again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it again, or use an undamaged copy.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the password or save an unlocked copy, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it in a smaller size or split it, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the file in the other program or wait until it is saved, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the file available offline in your cloud program, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove or mend the link.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement goes into a small file beside it instead; keep the two together.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file is untouched. Please report the program that made it.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk that holds your ArtistGuard folder.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again; it goes on where it stopped.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep your edited file; to get the earlier one back, move the edited one elsewhere first.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was put back already, or the way back was switched off; use your own backup.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name or folder, or move that file away.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My works shows all that are known here.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the folder as it is and restore it from a backup; your files themselves are untouched.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Works are signed as in Preferences.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again; without it the key can only be replaced with the recovery key.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring, or let new keys be kept in a file: Preferences, Advanced.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files are protected; the registration waits and is sent later.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet connection; what waits is sent later.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the reason; if it seems wrong, ask the people who run the registry.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not rely on it until the people who run it explain; your earlier receipts stay valid.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the proof again from the person who made it; this one proves nothing.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or type something else.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was finished is kept; do the same again to go on with the rest.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is half written. Try again; what was finished is kept.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the other statement, or make the same choice there.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: the statement and the digest of the file prove it all the same.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it if you like.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at them with a program that can, such as contentcredentials.org/verify.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserved</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its statement was withdrawn.</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements are missing</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says all of it</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry could not be asked</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says it itself</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A registered work</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered: {}.</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people claim it: {}.</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>findings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to protect was found there.</source>
        <extracomment>session</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>checking</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <extracomment>worklist</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI may use it</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No generative AI training</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No AI training</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No AI or data mining, search allowed; ask for a licence</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No AI or data mining, search allowed</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machine use at all</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody may train AI on it; your name stays in the file.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training of AI that makes pictures, music or text.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training of AI of any kind.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the one below, and whoever wants more can ask you for a licence.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People still find you with search engines. Most artists take this one.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not even search engines.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
