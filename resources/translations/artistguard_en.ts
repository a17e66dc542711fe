<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArtistGuard</name>
    <message numerus="yes">
        <source>%n versions</source>
        <extracomment>words</extracomment>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n works?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>Withdraw %Ln work?</numerusform>
            <numerusform>Withdraw %Ln works?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n files back?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>Put %Ln file back?</numerusform>
            <numerusform>Put %Ln files back?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files say so now.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln file says so now.</numerusform>
            <numerusform>%Ln files say so now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works are withdrawn.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln work is withdrawn.</numerusform>
            <numerusform>%Ln works are withdrawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are done.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln is done.</numerusform>
            <numerusform>%Ln are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Protect %n works</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>Protect %Ln work</numerusform>
            <numerusform>Protect %Ln works</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works protected.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln work protected.</numerusform>
            <numerusform>%Ln works protected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are as they were.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln file is as it was.</numerusform>
            <numerusform>%Ln files are as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln work</numerusform>
            <numerusform>%Ln works</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n said so already.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln said so already.</numerusform>
            <numerusform>%Ln said so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln needs attention.</numerusform>
            <numerusform>%Ln need attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not begun.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln was not begun.</numerusform>
            <numerusform>%Ln were not begun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left alone.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln was left alone.</numerusform>
            <numerusform>%Ln were left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln needs attention</numerusform>
            <numerusform>%Ln need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out: are they yours?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln is left out: is it yours?</numerusform>
            <numerusform>%Ln are left out: are they yours?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements wait</source>
        <extracomment>sayings</extracomment>
        <translation>
            <numerusform>%Ln statement waits</numerusform>
            <numerusform>%Ln statements wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements confirmed</source>
        <extracomment>sayings</extracomment>
        <translation>
            <numerusform>%Ln statement confirmed</numerusform>
            <numerusform>%Ln statements confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements that waited are registered at {} now.</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln statement that waited is registered at {} now.</numerusform>
            <numerusform>%Ln statements that waited are registered at {} now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works are in “{}” already. Protect them, too?</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln work is in “{}” already. Protect it, too?</numerusform>
            <numerusform>%Ln works are in “{}” already. Protect them, too?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new files in {} were protected.</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln new file in {} was protected.</numerusform>
            <numerusform>%Ln new files in {} were protected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>confirmed by %n witnesses</source>
        <extracomment>particulars</extracomment>
        <translation>
            <numerusform>confirmed by %Ln witness</numerusform>
            <numerusform>confirmed by %Ln witnesses</numerusform>
        </translation>
    </message>
</context>
</TS>
