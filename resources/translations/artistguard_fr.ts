<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ArtistGuard</name>
    <message>
        <source>Different things</source>
        <extracomment>words</extracomment>
        <translation>Des choses différentes</translation>
    </message>
    <message>
        <source>Some rights reserved</source>
        <extracomment>words</extracomment>
        <translation>Certains droits réservés</translation>
    </message>
    <message>
        <source>Only a name or ©</source>
        <extracomment>words</extracomment>
        <translation>Seulement un nom ou ©</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <extracomment>words</extracomment>
        <translation>Encore rien</translation>
    </message>
    <message>
        <source>waits to be registered</source>
        <extracomment>words</extracomment>
        <translation>attend d’être inscrite</translation>
    </message>
    <message>
        <source>kept on this computer</source>
        <extracomment>words</extracomment>
        <translation>gardée sur cet ordinateur</translation>
    </message>
    <message>
        <source>{} %</source>
        <extracomment>words</extracomment>
        <translation>{} %</translation>
    </message>
    <message>
        <source>registered at {}</source>
        <extracomment>words</extracomment>
        <translation>inscrite chez {}</translation>
    </message>
    <message>
        <source>One work: {}.</source>
        <extracomment>words</extracomment>
        <translation>Une seule œuvre : {}.</translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <extracomment>words</extracomment>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
    <message>
        <source>Protect</source>
        <extracomment>words.PROTECT</extracomment>
        <translation>Protéger</translation>
    </message>
    <message>
        <source>Drop your art, music or writing here</source>
        <extracomment>words.DROP</extracomment>
        <translation>Déposez ici vos images, votre musique ou vos textes</translation>
    </message>
    <message>
        <source>or</source>
        <extracomment>words.OR</extracomment>
        <translation>ou</translation>
    </message>
    <message>
        <source>Choose files</source>
        <extracomment>words.CHOOSE_FILES</extracomment>
        <translation>Choisir des fichiers</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <extracomment>words.CHOOSE_FOLDER</extracomment>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Add files</source>
        <extracomment>words.ADD_FILES</extracomment>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>words.ADD_FOLDER</extracomment>
        <translation>Ajouter un dossier</translation>
    </message>
    <message>
        <source>Your files stay on this computer.</source>
        <extracomment>words.STAYS_HERE</extracomment>
        <translation>Vos fichiers restent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <extracomment>words.SAMPLE</extracomment>
        <translation>Essayer avec un exemple</translation>
    </message>
    <message>
        <source>Pictures, recordings, books and manuscripts — whole folders too</source>
        <extracomment>words.KINDS_TAKEN</extracomment>
        <translation>Images, enregistrements, livres et manuscrits – des dossiers entiers aussi</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>words.SEARCH</extracomment>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>words.CANCEL</extracomment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stopping after this file…</source>
        <extracomment>words.STOPPING</extracomment>
        <translation>S’arrête après ce fichier…</translation>
    </message>
    <message>
        <source>Start over</source>
        <extracomment>words.START_OVER</extracomment>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <extracomment>words.REMOVE</extracomment>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Your choice</source>
        <extracomment>words.YOUR_CHOICE</extracomment>
        <translation>Votre choix</translation>
    </message>
    <message>
        <source>Your name</source>
        <extracomment>words.YOUR_NAME</extracomment>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Where to ask you</source>
        <extracomment>words.YOUR_CONTACT</extracomment>
        <translation>Où vous joindre</translation>
    </message>
    <message>
        <source>As it should stand in your works</source>
        <extracomment>words.NAME_HINT</extracomment>
        <translation>Tel qu’il doit figurer dans vos œuvres</translation>
    </message>
    <message>
        <source>Mail or web address, if you like</source>
        <extracomment>words.CONTACT_HINT</extracomment>
        <translation>Adresse mail ou web, si vous voulez</translation>
    </message>
    <message>
        <source>Register the fingerprints (no files are sent)</source>
        <extracomment>words.REGISTER</extracomment>
        <translation>Inscrire les empreintes (aucun fichier n’est envoyé)</translation>
    </message>
    <message>
        <source>What will be written</source>
        <extracomment>words.WRITTEN</extracomment>
        <translation>Ce qui sera écrit</translation>
    </message>
    <message>
        <source>What was written</source>
        <extracomment>words.WRITTEN_DONE</extracomment>
        <translation>Ce qui a été écrit</translation>
    </message>
    <message>
        <source>What will be written into “{}”</source>
        <extracomment>words.WRITTEN_IN</extracomment>
        <translation>Ce qui sera écrit dans « {} »</translation>
    </message>
    <message>
        <source>What was written into “{}”</source>
        <extracomment>words.WRITTEN_DONE_IN</extracomment>
        <translation>Ce qui a été écrit dans « {} »</translation>
    </message>
    <message>
        <source>Show technical names</source>
        <extracomment>words.TECHNICAL</extracomment>
        <translation>Montrer les noms techniques</translation>
    </message>
    <message>
        <source>Show files</source>
        <extracomment>words.SHOW_FILES</extracomment>
        <translation>Montrer les fichiers</translation>
    </message>
    <message>
        <source>Put everything back</source>
        <extracomment>words.PUT_ALL_BACK</extracomment>
        <translation>Tout rétablir</translation>
    </message>
    <message>
        <source>Put back</source>
        <extracomment>words.PUT_BACK</extracomment>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Put back everything ever protected…</source>
        <extracomment>words.PUT_BACK_EVER</extracomment>
        <translation>Rétablir tout ce qui a été protégé un jour…</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>words.TRY_AGAIN</extracomment>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Show them</source>
        <extracomment>words.SHOW_THEM</extracomment>
        <translation>Les montrer</translation>
    </message>
    <message>
        <source>Open it</source>
        <extracomment>words.OPEN_IT</extracomment>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Show file</source>
        <extracomment>words.SHOW_FILE</extracomment>
        <translation>Montrer le fichier</translation>
    </message>
    <message>
        <source>Show all works</source>
        <extracomment>words.SHOW_ALL</extracomment>
        <translation>Montrer toutes les œuvres</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>words.DISMISS</extracomment>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>words.MENU</extracomment>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>words.APPEARANCE</extracomment>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>words.QUIT</extracomment>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Your key is sealed. Please type its passphrase:</source>
        <extracomment>words.SEALED</extracomment>
        <translation>Votre clé est scellée. Tapez sa phrase secrète :</translation>
    </message>
    <message>
        <source>This tells AI companies what you refuse and gives you dated proof. It cannot physically stop someone who ignores it.</source>
        <extracomment>words.CLAIM</extracomment>
        <translation>Vous dites ainsi aux entreprises d’IA ce que vous refusez, et vous en avez la preuve datée. Cela n’empêche pas matériellement quelqu’un de passer outre.</translation>
    </message>
    <message>
        <source>Pick a work in the list to see what will be written into it.</source>
        <extracomment>words.PICK_A_WORK</extracomment>
        <translation>Choisissez une œuvre dans la liste pour voir ce qui y sera écrit.</translation>
    </message>
    <message>
        <source>This file is being looked at.</source>
        <extracomment>words.BEING_LOOKED_AT</extracomment>
        <translation>Ce fichier est en cours d’examen.</translation>
    </message>
    <message>
        <source>It says all of this already; nothing will be written.</source>
        <extracomment>words.NOTHING_NEW</extracomment>
        <translation>Il dit déjà tout cela ; rien ne sera écrit.</translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>words.NOTHING_BEFORE</extracomment>
        <translation>rien</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <extracomment>words.STAYS</extracomment>
        <translation>reste tel quel</translation>
    </message>
    <message>
        <source>Every file that ArtistGuard ever changed here, also in earlier runs, becomes what it was before, byte for byte. Files that you edited since are left alone.</source>
        <extracomment>words.ASK_PUT_BACK</extracomment>
        <translation>Chaque fichier qu’ArtistGuard a modifié ici, même autrefois, redevient ce qu’il était, octet pour octet. Les fichiers que vous avez retouchés depuis ne sont pas touchés.</translation>
    </message>
    <message>
        <source>Pictures, music and writing cannot be versions of one work.</source>
        <extracomment>words.NOT_ONE_WORK</extracomment>
        <translation>Images, musique et textes ne peuvent pas être des versions d’une même œuvre.</translation>
    </message>
    <message>
        <source>Belongs with…</source>
        <extracomment>words.BELONGS_WITH</extracomment>
        <translation>Va avec…</translation>
    </message>
    <message>
        <source>Make these one work</source>
        <extracomment>words.ONE_WORK</extracomment>
        <translation>En faire une seule œuvre</translation>
    </message>
    <message>
        <source>Make this a work of its own</source>
        <extracomment>words.OWN_WORK</extracomment>
        <translation>En faire une œuvre à part</translation>
    </message>
    <message>
        <source>Is this yours?</source>
        <extracomment>words.IS_IT_YOURS</extracomment>
        <translation>Est-ce à vous ?</translation>
    </message>
    <message>
        <source>Where it is written</source>
        <extracomment>words.WHERE</extracomment>
        <translation>Où c’est écrit</translation>
    </message>
    <message>
        <source>In the files themselves</source>
        <extracomment>words.IN_PLACE</extracomment>
        <translation>Dans les fichiers mêmes</translation>
    </message>
    <message>
        <source>Into copies in another folder…</source>
        <extracomment>words.IN_COPIES</extracomment>
        <translation>Dans des copies, dans un autre dossier…</translation>
    </message>
    <message>
        <source>Into copies in “{}”</source>
        <extracomment>words.IN_COPIES_AT</extracomment>
        <translation>Dans des copies, dans « {} »</translation>
    </message>
    <message>
        <source>Keep a way back</source>
        <extracomment>words.KEEP_WAY_BACK</extracomment>
        <translation>Garder un retour en arrière</translation>
    </message>
    <message>
        <source>So that Put back can undo it byte for byte; takes a little room on your disk.</source>
        <extracomment>words.WAY_BACK_MEANS</extracomment>
        <translation>Pour que Rétablir puisse l’annuler octet pour octet ; prend un peu de place sur votre disque.</translation>
    </message>
    <message>
        <source>Without it, Put back cannot undo this run. The work itself is never changed, only what is said about it.</source>
        <extracomment>words.NO_WAY_BACK_MEANS</extracomment>
        <translation>Sans lui, Rétablir ne peut pas annuler ce passage. L’œuvre elle-même n’est jamais changée, seulement ce qui en est dit.</translation>
    </message>
    <message>
        <source>Your files stay exactly as they are; putting back removes the copies.</source>
        <extracomment>words.COPIES_MEAN</extracomment>
        <translation>Vos fichiers restent exactement tels quels ; rétablir enlève les copies.</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>words.GO_ON</extracomment>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Leave it</source>
        <extracomment>words.LET_BE</extracomment>
        <translation>Laisser ainsi</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>words.SKIP</extracomment>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Try all again</source>
        <extracomment>words.ALL_AGAIN</extracomment>
        <translation>Tout réessayer</translation>
    </message>
    <message>
        <source>Choose other folder…</source>
        <extracomment>words.OTHER_FOLDER</extracomment>
        <translation>Choisir un autre dossier…</translation>
    </message>
    <message>
        <source>To which work does it belong?</source>
        <extracomment>words.JOIN_WITH</extracomment>
        <translation>À quelle œuvre cela appartient-il ?</translation>
    </message>
    <message>
        <source>After an interruption, unfinished changes were put in order:</source>
        <extracomment>words.MENDED</extracomment>
        <translation>Après une interruption, des modifications inachevées ont été remises en ordre :</translation>
    </message>
    <message>
        <source>Work</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Œuvre</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Type</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Image</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Image</translation>
    </message>
    <message>
        <source>Music</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Musique</translation>
    </message>
    <message>
        <source>Writing</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>words._STATES</extracomment>
        <translation>Examen…</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>words._STATES</extracomment>
        <translation>Prête</translation>
    </message>
    <message>
        <source>Says so already</source>
        <extracomment>words._STATES</extracomment>
        <translation>Le dit déjà</translation>
    </message>
    <message>
        <source>Protected</source>
        <extracomment>words._STATES</extracomment>
        <translation>Protégée</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <extracomment>words._STATES</extracomment>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>It says that an AI made it.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Elle dit qu’une IA l’a faite.</translation>
    </message>
    <message>
        <source>It names somebody else.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Elle nomme quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>It says so already, by somebody else.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Elle le dit déjà, de la part de quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>Somebody else has registered it.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Quelqu’un d’autre l’a inscrite.</translation>
    </message>
    <message>
        <source>What machines may do, in the words of the picture trade</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Ce que les machines peuvent faire, dans les mots des banques d’images</translation>
    </message>
    <message>
        <source>Camera data (what AI may learn)</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Données de l’appareil (ce que l’IA peut apprendre)</translation>
    </message>
    <message>
        <source>European reservation of text and data mining</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Réserve européenne sur la fouille de textes et de données</translation>
    </message>
    <message>
        <source>Internet preference for AI</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Préférence Internet pour l’IA</translation>
    </message>
    <message>
        <source>Content credentials: training and mining</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Content Credentials : entraînement et fouille</translation>
    </message>
    <message>
        <source>Licence for machines</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Licence pour les machines</translation>
    </message>
    <message>
        <source>Policy for machines</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Règles pour les machines</translation>
    </message>
    <message>
        <source>Book trade data</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Données de la librairie</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Content Credentials</translation>
    </message>
    <message>
        <source>Record of ArtistGuard</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Inscription d’ArtistGuard</translation>
    </message>
    <message>
        <source>Name and rights, for people</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Nom et droits, pour les humains</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n works?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>Retirer %Ln œuvre ?</numerusform>
            <numerusform>Retirer %Ln œuvres ?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n files back?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>Rétablir %Ln fichier ?</numerusform>
            <numerusform>Rétablir %Ln fichiers ?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files say so now.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln fichier le dit maintenant.</numerusform>
            <numerusform>%Ln fichiers le disent maintenant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works are withdrawn.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln œuvre est retirée.</numerusform>
            <numerusform>%Ln œuvres sont retirées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are done.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln est fait.</numerusform>
            <numerusform>%Ln sont faits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Protect %n works</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>Protéger %Ln œuvre</numerusform>
            <numerusform>Protéger %Ln œuvres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works protected.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln œuvre protégée.</numerusform>
            <numerusform>%Ln œuvres protégées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are as they were.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln fichier est comme avant.</numerusform>
            <numerusform>%Ln fichiers sont comme avant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln œuvre</numerusform>
            <numerusform>%Ln œuvres</numerusform>
        </translation>
    </message>
    <message>
        <source>about {} min left</source>
        <extracomment>counts</extracomment>
        <translation>encore {} min environ</translation>
    </message>
    <message>
        <source>{} of {} were not finished.</source>
        <extracomment>counts</extracomment>
        <translation>{} sur {} n’ont pas été terminées.</translation>
    </message>
    <message numerus="yes">
        <source>%n said so already.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln le disait déjà.</numerusform>
            <numerusform>%Ln le disaient déjà.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln demande votre attention.</numerusform>
            <numerusform>%Ln demandent votre attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not begun.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln n’a pas été commencée.</numerusform>
            <numerusform>%Ln n’ont pas été commencées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left alone.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln est resté tel quel.</numerusform>
            <numerusform>%Ln sont restés tels quels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln demande votre attention</numerusform>
            <numerusform>%Ln demandent votre attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out: are they yours?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln est laissée de côté : est-elle à vous ?</numerusform>
            <numerusform>%Ln sont laissées de côté : sont-elles à vous ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen: {}</source>
        <extracomment>counts</extracomment>
        <translation>Choix : {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <extracomment>counts</extracomment>
        <translation>{} sur {}</translation>
    </message>
    <message>
        <source>about {} s left</source>
        <extracomment>counts</extracomment>
        <translation>encore {} s environ</translation>
    </message>
    <message>
        <source>Finding files</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Recherche des fichiers</translation>
    </message>
    <message>
        <source>Looking at your works</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Examen de vos œuvres</translation>
    </message>
    <message>
        <source>Finding out what will be written</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>On détermine ce qui sera écrit</translation>
    </message>
    <message>
        <source>Protecting</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Protection en cours</translation>
    </message>
    <message>
        <source>Putting back</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Rétablissement en cours</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>sayings</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n statements wait</source>
        <extracomment>sayings</extracomment>
        <translation>
            <numerusform>%Ln déclaration en attente</numerusform>
            <numerusform>%Ln déclarations en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements confirmed</source>
        <extracomment>sayings</extracomment>
        <translation>
            <numerusform>%Ln déclaration confirmée</numerusform>
            <numerusform>%Ln déclarations confirmées</numerusform>
        </translation>
    </message>
    <message>
        <source>the registry on this computer</source>
        <extracomment>sayings</extracomment>
        <translation>le registre de cet ordinateur</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <extracomment>sayings</extracomment>
        <translation>Enregistré : {}</translation>
    </message>
    <message>
        <source>Not in it yet, because nothing has confirmed it: {}.</source>
        <extracomment>sayings</extracomment>
        <translation>Pas encore dedans, faute de confirmation : {}.</translation>
    </message>
    <message>
        <source>It has no time stamp: {}</source>
        <extracomment>sayings</extracomment>
        <translation>Il n’a pas d’horodatage : {}</translation>
    </message>
    <message>
        <source>Registered at {} since {}; the proof holds.</source>
        <extracomment>sayings</extracomment>
        <translation>Inscrite chez {} depuis le {} ; la preuve tient.</translation>
    </message>
    <message>
        <source>{} for {}</source>
        <extracomment>sayings</extracomment>
        <translation>{} pour {}</translation>
    </message>
    <message>
        <source>{} at {}</source>
        <extracomment>sayings</extracomment>
        <translation>{} par {}</translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <extracomment>sayings</extracomment>
        <translation>Étape {} sur {}</translation>
    </message>
    <message>
        <source>Registered at {}</source>
        <extracomment>sayings</extracomment>
        <translation>Inscrite chez {}</translation>
    </message>
    <message>
        <source>{}, changed {}</source>
        <extracomment>sayings</extracomment>
        <translation>{}, modifiée le {}</translation>
    </message>
    <message>
        <source>Kept on this computer since {}; no proof of date for others.</source>
        <extracomment>sayings</extracomment>
        <translation>Gardée sur cet ordinateur depuis le {} ; pas de preuve datée pour les autres.</translation>
    </message>
    <message>
        <source>My works</source>
        <extracomment>sayings.MY_WORKS</extracomment>
        <translation>Mes œuvres</translation>
    </message>
    <message>
        <source>Nothing is protected on this computer yet.</source>
        <extracomment>sayings.NONE_YET</extracomment>
        <translation>Rien n’est encore protégé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Works that you protect are listed here, with their dates and their proof.</source>
        <extracomment>sayings.NONE_YET_MORE</extracomment>
        <translation>Les œuvres que vous protégez figurent ici, avec leurs dates et leurs preuves.</translation>
    </message>
    <message>
        <source>Protect works</source>
        <extracomment>sayings.BEGIN</extracomment>
        <translation>Protéger des œuvres</translation>
    </message>
    <message>
        <source>All kinds</source>
        <extracomment>sayings.ALL_KINDS</extracomment>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>All states</source>
        <extracomment>sayings.ALL_STATES</extracomment>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Looking at your works…</source>
        <extracomment>sayings.REMEMBERING</extracomment>
        <translation>Examen de vos œuvres…</translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>sayings.LOOK_AGAIN</extracomment>
        <translation>Regarder à nouveau</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>sayings.EXPORT</extracomment>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>As a table (CSV)…</source>
        <extracomment>sayings.EXPORT_CSV</extracomment>
        <translation>En tableau (CSV)…</translation>
    </message>
    <message>
        <source>For programs (JSON)…</source>
        <extracomment>sayings.EXPORT_JSON</extracomment>
        <translation>Pour des programmes (JSON)…</translation>
    </message>
    <message>
        <source>Change the choice…</source>
        <extracomment>sayings.CHANGE_CHOICE</extracomment>
        <translation>Changer le choix…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <extracomment>sayings.WITHDRAW</extracomment>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Put back…</source>
        <extracomment>sayings.PUT_BACK_ASK</extracomment>
        <translation>Rétablir…</translation>
    </message>
    <message>
        <source>Save certificate…</source>
        <extracomment>sayings.SAVE_CERTIFICATE</extracomment>
        <translation>Enregistrer le certificat…</translation>
    </message>
    <message>
        <source>Protect again</source>
        <extracomment>sayings.PROTECT_AGAIN</extracomment>
        <translation>Protéger à nouveau</translation>
    </message>
    <message>
        <source>Which kind of work</source>
        <extracomment>sayings.FILTER_KIND</extracomment>
        <translation>Quel type d’œuvre</translation>
    </message>
    <message>
        <source>Which state</source>
        <extracomment>sayings.FILTER_STATE</extracomment>
        <translation>Quel état</translation>
    </message>
    <message>
        <source>Pick works in the list to see what you can do with them.</source>
        <extracomment>sayings.PICK_WORKS</extracomment>
        <translation>Choisissez des œuvres dans la liste pour voir ce que vous pouvez en faire.</translation>
    </message>
    <message>
        <source>What may AI do with it from now on?</source>
        <extracomment>sayings.NEW_CHOICE</extracomment>
        <translation>Que peut en faire l’IA à partir de maintenant ?</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>sayings.CHANGE</extracomment>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Each file of the chosen works is stated anew. Registries keep the earlier statement with its dates and show the new one.</source>
        <extracomment>sayings.CHOICE_LATER</extracomment>
        <translation>Chaque fichier des œuvres choisies est déclaré à nouveau. Les registres gardent l’ancienne déclaration avec ses dates et montrent la nouvelle.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <extracomment>sayings.WITHDRAW_ONLY</extracomment>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Withdrawing tells every registry that has your statement that it does not hold any more. The earlier statement stays visible there with its dates. What is written in the files stays in them; Put back takes that away.</source>
        <extracomment>sayings.WITHDRAW_MEANS</extracomment>
        <translation>Retirer dit à chaque registre qui a votre déclaration qu’elle ne vaut plus. L’ancienne déclaration y reste visible avec ses dates. Ce qui est écrit dans les fichiers y reste ; Rétablir l’enlève.</translation>
    </message>
    <message>
        <source>The files become what they were before, byte for byte. Files that you edited since are left alone. Do you want to withdraw the statement, too? Registries keep it otherwise.</source>
        <extracomment>sayings.PUT_BACK_MEANS</extracomment>
        <translation>Les fichiers redeviennent ce qu’ils étaient, octet pour octet. Ceux que vous avez retouchés depuis ne sont pas touchés. Voulez-vous aussi retirer la déclaration ? Sinon, les registres la gardent.</translation>
    </message>
    <message>
        <source>The files become what they were before, byte for byte. Files that you edited since are left alone.</source>
        <extracomment>sayings.PUT_BACK_PLAIN</extracomment>
        <translation>Les fichiers redeviennent ce qu’ils étaient, octet pour octet. Ceux que vous avez retouchés depuis ne sont pas touchés.</translation>
    </message>
    <message>
        <source>Put back, let the statement stand</source>
        <extracomment>sayings.PUT_BACK_KEEP</extracomment>
        <translation>Rétablir, laisser la déclaration</translation>
    </message>
    <message>
        <source>Put back and withdraw</source>
        <extracomment>sayings.PUT_BACK_BOTH</extracomment>
        <translation>Rétablir et retirer</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>sayings.CLOSE</extracomment>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <extracomment>sayings.PDF_FILES</extracomment>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <extracomment>sayings.CSV_FILES</extracomment>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <extracomment>sayings.JSON_FILES</extracomment>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <source>Edited since</source>
        <extracomment>sayings.EDITED</extracomment>
        <translation>Retouché depuis</translation>
    </message>
    <message>
        <source>Check a file</source>
        <extracomment>sayings.CHECK</extracomment>
        <translation>Vérifier un fichier</translation>
    </message>
    <message>
        <source>Drop a file that you found anywhere</source>
        <extracomment>sayings.CHECK_DROP</extracomment>
        <translation>Déposez un fichier trouvé n’importe où</translation>
    </message>
    <message>
        <source>See which statements are left in it, and which registered work it is. Works for files of other people, too.</source>
        <extracomment>sayings.CHECK_MORE</extracomment>
        <translation>Voyez quelles déclarations y restent et de quelle œuvre inscrite il s’agit. Cela marche aussi avec les fichiers des autres.</translation>
    </message>
    <message>
        <source>Nothing is written, and no file is sent: the registry is asked with fingerprints only.</source>
        <extracomment>sayings.CHECK_STAYS</extracomment>
        <translation>Rien n’est écrit et aucun fichier n’est envoyé : le registre n’est interrogé qu’avec des empreintes.</translation>
    </message>
    <message>
        <source>Check more files</source>
        <extracomment>sayings.CHECK_MORE_FILES</extracomment>
        <translation>Vérifier d’autres fichiers</translation>
    </message>
    <message>
        <source>Pick a file in the list to see what is known about it.</source>
        <extracomment>sayings.CHECK_PICK</extracomment>
        <translation>Choisissez un fichier dans la liste pour voir ce qu’on en sait.</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <extracomment>sayings.LOOKING_AT</extracomment>
        <translation>Examen des fichiers…</translation>
    </message>
    <message>
        <source>Says nothing about AI.</source>
        <extracomment>sayings.SAYS_NOTHING</extracomment>
        <translation>Ne dit rien de l’IA.</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>sayings.HEAD_SAYS</extracomment>
        <translation>Ce qu’il dit</translation>
    </message>
    <message>
        <source>Which work it is</source>
        <extracomment>sayings.HEAD_WORK</extracomment>
        <translation>De quelle œuvre il s’agit</translation>
    </message>
    <message>
        <source>What is missing in this copy</source>
        <extracomment>sayings.HEAD_LOST</extracomment>
        <translation>Ce qui manque dans cette copie</translation>
    </message>
    <message>
        <source>The registry knows no such work.</source>
        <extracomment>sayings.NO_MATCH</extracomment>
        <translation>Le registre ne connaît pas d’œuvre semblable.</translation>
    </message>
    <message>
        <source>It has too little content to be recognised by likeness; only an exact copy would be.</source>
        <extracomment>sayings.TOO_LITTLE</extracomment>
        <translation>Il y a trop peu de contenu pour la reconnaître à sa ressemblance ; seule une copie exacte serait reconnue.</translation>
    </message>
    <message>
        <source>The registry's own word: that it left out no later statement.</source>
        <extracomment>sayings.WORDS</extracomment>
        <translation>La parole du registre lui-même : qu’il n’a omis aucune déclaration ultérieure.</translation>
    </message>
    <message>
        <source>The registry's own word: how well it knows who states this.</source>
        <extracomment>sayings.WORDS</extracomment>
        <translation>La parole du registre lui-même : à quel point il connaît qui déclare cela.</translation>
    </message>
    <message>
        <source>Nothing is missing: it says all that the work says.</source>
        <extracomment>sayings.ALL_LEFT</extracomment>
        <translation>Rien ne manque : il dit tout ce que dit l’œuvre.</translation>
    </message>
    <message>
        <source>No statement is left in it. It was removed on the way, or this copy was made before the work was protected.</source>
        <extracomment>sayings.ALL_GONE</extracomment>
        <translation>Il n’y reste aucune déclaration. Elle a été enlevée en chemin, ou cette copie date d’avant la protection.</translation>
    </message>
    <message>
        <source>Missing, because it was removed on the way or this copy was made without it:</source>
        <extracomment>sayings.SOME_GONE</extracomment>
        <translation>Manque, parce qu’enlevé en chemin ou parce que cette copie a été faite sans :</translation>
    </message>
    <message>
        <source>Preferences</source>
        <extracomment>sayings.PREFERENCES</extracomment>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>sayings.PAGES</extracomment>
        <translation>Pages</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Choice</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Registry and proof</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Registre et preuve</translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Your licence page</source>
        <extracomment>sayings.LICENCE</extracomment>
        <translation>Votre page de licence</translation>
    </message>
    <message>
        <source>Web address where people can ask for a licence, if you have one</source>
        <extracomment>sayings.LICENCE_HINT</extracomment>
        <translation>Adresse web où demander une licence, si vous en avez une</translation>
    </message>
    <message>
        <source>Your policy for machines</source>
        <extracomment>sayings.POLICY</extracomment>
        <translation>Vos règles pour les machines</translation>
    </message>
    <message>
        <source>Web address of a policy for text and data mining, if you have one</source>
        <extracomment>sayings.POLICY_HINT</extracomment>
        <translation>Adresse web de règles de fouille de textes et de données, si vous en avez</translation>
    </message>
    <message>
        <source>Works are signed as</source>
        <extracomment>sayings.SIGNS_AS</extracomment>
        <translation>Les œuvres sont signées</translation>
    </message>
    <message>
        <source>Your first key is made when you first protect something.</source>
        <extracomment>sayings.NO_PROFILE</extracomment>
        <translation>Votre première clé est faite quand vous protégez quelque chose pour la première fois.</translation>
    </message>
    <message>
        <source>A new name</source>
        <extracomment>sayings.NEW_PROFILE</extracomment>
        <translation>Un nouveau nom</translation>
    </message>
    <message>
        <source>Such as a pen name</source>
        <extracomment>sayings.NEW_PROFILE_HINT</extracomment>
        <translation>Un nom de plume, par exemple</translation>
    </message>
    <message>
        <source>Add a pen name, or somebody for whom you act</source>
        <extracomment>sayings.ADD_NAME</extracomment>
        <translation>Ajouter un nom de plume, ou quelqu’un pour qui vous agissez</translation>
    </message>
    <message>
        <source>Acts for</source>
        <extracomment>sayings.ACTS_FOR</extracomment>
        <translation>Agit pour</translation>
    </message>
    <message>
        <source>Acts for (empty: yourself)</source>
        <extracomment>sayings.ACTS_FOR_HINT</extracomment>
        <translation>Agit pour (vide : vous-même)</translation>
    </message>
    <message>
        <source>Add this name</source>
        <extracomment>sayings.ADD_PROFILE</extracomment>
        <translation>Ajouter ce nom</translation>
    </message>
    <message>
        <source>Address of the registry</source>
        <extracomment>sayings.REGISTRY_ADDRESS</extracomment>
        <translation>Adresse du registre</translation>
    </message>
    <message>
        <source>Empty: fingerprints are kept on this computer only</source>
        <extracomment>sayings.REGISTRY_HINT</extracomment>
        <translation>Vide : les empreintes restent sur cet ordinateur</translation>
    </message>
    <message>
        <source>Register fingerprints of what I protect (no files are sent)</source>
        <extracomment>sayings.REGISTER_ALWAYS</extracomment>
        <translation>Inscrire les empreintes de ce que je protège (aucun fichier n’est envoyé)</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <extracomment>sayings.NOTHING_WAITS</extracomment>
        <translation>Rien n’attend d’être envoyé.</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>sayings.SEND_NOW</extracomment>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Keep a way back for every change</source>
        <extracomment>sayings.WAY_BACK</extracomment>
        <translation>Garder un retour en arrière pour chaque modification</translation>
    </message>
    <message>
        <source>Files keep their time of last change</source>
        <extracomment>sayings.KEEP_TIME</extracomment>
        <translation>Les fichiers gardent l’heure de leur dernière modification</translation>
    </message>
    <message>
        <source>Files at once</source>
        <extracomment>sayings.PROCESSES</extracomment>
        <translation>Fichiers à la fois</translation>
    </message>
    <message>
        <source>0 for one on each processor core</source>
        <extracomment>sayings.PROCESSES_HINT</extracomment>
        <translation>0 pour un par cœur de processeur</translation>
    </message>
    <message>
        <source>New keys are kept</source>
        <extracomment>sayings.NEW_KEYS</extracomment>
        <translation>Les nouvelles clés sont gardées</translation>
    </message>
    <message>
        <source>in the system keyring</source>
        <extracomment>sayings.KEYRING, IN_FILE</extracomment>
        <translation>dans le trousseau du système</translation>
    </message>
    <message>
        <source>in a file of your own folder</source>
        <extracomment>sayings.KEYRING, IN_FILE</extracomment>
        <translation>dans un fichier de votre propre dossier</translation>
    </message>
    <message>
        <source>Kept.</source>
        <extracomment>sayings.KEPT</extracomment>
        <translation>C’est noté.</translation>
    </message>
    <message>
        <source>Looks and language</source>
        <extracomment>sayings.LOOKS</extracomment>
        <translation>Apparence et langue</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>sayings.LANGUAGE</extracomment>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Another language holds when ArtistGuard is opened the next time.</source>
        <extracomment>sayings.LANGUAGE_LATER</extracomment>
        <translation>Une autre langue vaut à la prochaine ouverture d’ArtistGuard.</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <extracomment>sayings.TEXT_SIZE</extracomment>
        <translation>Taille des lettres</translation>
    </message>
    <message>
        <source>This is what every new work will say, until you choose something else for it.</source>
        <extracomment>sayings.CHOICE_MORE</extracomment>
        <translation>C’est ce que dira chaque nouvelle œuvre, tant que vous n’en choisissez pas autrement pour elle.</translation>
    </message>
    <message>
        <source>You can change all of this later under Menu, Preferences.</source>
        <extracomment>sayings.CHANGE_LATER</extracomment>
        <translation>Vous pourrez changer tout cela plus tard, sous Menu, Préférences.</translation>
    </message>
    <message>
        <source>Welcome to ArtistGuard</source>
        <extracomment>sayings.WELCOME</extracomment>
        <translation>Bienvenue dans ArtistGuard</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <extracomment>sayings.STEP_YOU</extracomment>
        <translation>Qui êtes-vous ?</translation>
    </message>
    <message>
        <source>Your name goes into your works and into the signature on them, and people who want a licence know where to ask. All of it may stay empty.</source>
        <extracomment>sayings.STEP_YOU_MORE</extracomment>
        <translation>Votre nom figure dans vos œuvres et dans la signature qu’elles portent, et qui veut une licence sait où demander. Tout peut rester vide.</translation>
    </message>
    <message>
        <source>What may AI do with your works?</source>
        <extracomment>sayings.STEP_CHOICE</extracomment>
        <translation>Que peut faire l’IA avec vos œuvres ?</translation>
    </message>
    <message>
        <source>Do you want dated proof that others can check?</source>
        <extracomment>sayings.STEP_REGISTRY</extracomment>
        <translation>Voulez-vous une preuve datée que d’autres puissent vérifier ?</translation>
    </message>
    <message>
        <source>A registry keeps the fingerprints of your works with the date, so that anybody can see when you said no. Your files are never sent. Without one, fingerprints are kept on this computer.</source>
        <extracomment>sayings.STEP_REGISTRY_MORE</extracomment>
        <translation>Un registre garde les empreintes de vos œuvres avec la date, pour que chacun puisse voir quand vous avez dit non. Vos fichiers ne sont jamais envoyés. Sans registre, les empreintes restent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>sayings.NOT_NOW</extracomment>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Begin</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>sayings._COLUMNS</extracomment>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Where it is registered</source>
        <extracomment>sayings._COLUMNS</extracomment>
        <translation>Où elle est inscrite</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Says</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Dit</translation>
    </message>
    <message>
        <source>Registered work</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Œuvre inscrite</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Gardée sur cet ordinateur</translation>
    </message>
    <message>
        <source>Registered</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Inscrite</translation>
    </message>
    <message>
        <source>Waits for the internet</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Attend Internet</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Not registered</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Non inscrite</translation>
    </message>
    <message>
        <source>exactly the same file</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>exactement le même fichier</translation>
    </message>
    <message>
        <source>exactly the same content</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>exactement le même contenu</translation>
    </message>
    <message>
        <source>looks the same</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>semble identique</translation>
    </message>
    <message>
        <source>resembles it, which proves nothing</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>y ressemble, ce qui ne prouve rien</translation>
    </message>
    <message>
        <source>sounds the same</source>
        <extracomment>sayings._HEARD</extracomment>
        <translation>sonne pareil</translation>
    </message>
    <message numerus="yes">
        <source>%n statements that waited are registered at {} now.</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln déclaration en attente est maintenant inscrite auprès de {}.</numerusform>
            <numerusform>%Ln déclarations en attente sont maintenant inscrites auprès de {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works are in “{}” already. Protect them, too?</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln œuvre est déjà dans « {} ». La protéger aussi ?</numerusform>
            <numerusform>%Ln œuvres sont déjà dans « {} ». Les protéger aussi ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new key?</source>
        <extracomment>housewords</extracomment>
        <translation>Créer une nouvelle clé ?</translation>
    </message>
    <message numerus="yes">
        <source>%n new files in {} were protected.</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln nouveau fichier dans {} a été protégé.</numerusform>
            <numerusform>%Ln nouveaux fichiers dans {} ont été protégés.</numerusform>
        </translation>
    </message>
    <message>
        <source>{} · known since {}</source>
        <extracomment>housewords</extracomment>
        <translation>{} · connu depuis le {}</translation>
    </message>
    <message>
        <source>Make a new key for {}?</source>
        <extracomment>housewords</extracomment>
        <translation>Faire une nouvelle clé pour {} ?</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>housewords.FOLDERS</extracomment>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>What comes new into these folders is protected by itself, with your choice, while this window is open: as soon as a file has stopped growing. Files that ArtistGuard wrote or put back are left alone.</source>
        <extracomment>housewords.FOLDERS_MORE</extracomment>
        <translation>Ce qui arrive dans ces dossiers est protégé tout seul, avec votre choix, tant que cette fenêtre est ouverte : dès qu’un fichier a fini de grandir. Les fichiers qu’ArtistGuard a écrits ou rétablis ne sont pas touchés.</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <extracomment>housewords.NO_FOLDERS</extracomment>
        <translation>Aucun dossier n’est surveillé.</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <extracomment>housewords.WATCH_FOLDER</extracomment>
        <translation>Surveiller un dossier…</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>housewords.PAUSE, GO_ON, STOP_WATCHING</extracomment>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>housewords.PAUSE, GO_ON, STOP_WATCHING</extracomment>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <extracomment>housewords.PAUSE, GO_ON, STOP_WATCHING</extracomment>
        <translation>Ne plus surveiller</translation>
    </message>
    <message>
        <source>Watching</source>
        <extracomment>housewords.WATCHES, PAUSES, NOT_THERE</extracomment>
        <translation>Surveillé</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>housewords.WATCHES, PAUSES, NOT_THERE</extracomment>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Not there now; it is watched again when it comes back</source>
        <extracomment>housewords.WATCHES, PAUSES, NOT_THERE</extracomment>
        <translation>Absent pour l’instant ; surveillé à nouveau à son retour</translation>
    </message>
    <message>
        <source>What comes new is protected in either case, and what is there already as soon as it changes.</source>
        <extracomment>housewords.EXISTING_MEANS</extracomment>
        <translation>Ce qui arrive est protégé dans tous les cas, et ce qui est déjà là dès que cela change.</translation>
    </message>
    <message>
        <source>Protect them, too</source>
        <extracomment>housewords.PROTECT_EXISTING</extracomment>
        <translation>Les protéger aussi</translation>
    </message>
    <message>
        <source>Leave them alone</source>
        <extracomment>housewords.LEAVE_EXISTING</extracomment>
        <translation>Les laisser</translation>
    </message>
    <message>
        <source>Your website, shops and publishers</source>
        <extracomment>housewords.KIT</extracomment>
        <translation>Votre site, les boutiques et les éditeurs</translation>
    </message>
    <message>
        <source>The kit holds your choice as lines, files and pages: for a website, for shops that take words only, and for a publisher. A text in it says where each goes.</source>
        <extracomment>housewords.KIT_MORE</extracomment>
        <translation>Le kit contient votre choix sous forme de lignes, de fichiers et de pages : pour un site, pour les boutiques qui n’acceptent que des mots, et pour un éditeur. Un texte y dit où va chaque chose.</translation>
    </message>
    <message>
        <source>Save the kit for my website…</source>
        <extracomment>housewords.SAVE_KIT</extracomment>
        <translation>Enregistrer le kit pour mon site…</translation>
    </message>
    <message>
        <source>What your choice means in law</source>
        <extracomment>housewords.LAW</extracomment>
        <translation>Ce que votre choix signifie en droit</translation>
    </message>
    <message>
        <source>Who reads what is written</source>
        <extracomment>housewords.READERS</extracomment>
        <translation>Qui lit ce qui est inscrit</translation>
    </message>
    <message>
        <source>Your key</source>
        <extracomment>housewords.YOUR_KEY</extracomment>
        <translation>Votre clé</translation>
    </message>
    <message>
        <source>What you say about your works is signed with a key that only you have. Keep a copy of it: without the key nobody, not even you, can change or withdraw your statements.</source>
        <extracomment>housewords.KEY_MORE</extracomment>
        <translation>Ce que vous dites de vos œuvres est signé avec une clé que vous êtes seul à avoir. Gardez-en une copie : sans la clé, personne, pas même vous, ne peut changer ou retirer vos déclarations.</translation>
    </message>
    <message>
        <source>It lies in a file of your own folder that only you may read.</source>
        <extracomment>housewords.KEY_FILE</extracomment>
        <translation>Elle est dans un fichier de votre propre dossier que vous seul pouvez lire.</translation>
    </message>
    <message>
        <source>It lies in a file of your own folder, locked with your passphrase.</source>
        <extracomment>housewords.KEY_SEALED</extracomment>
        <translation>Elle est dans un fichier de votre propre dossier, fermée par votre phrase secrète.</translation>
    </message>
    <message>
        <source>It lies in the keyring of this computer.</source>
        <extracomment>housewords.KEY_RING</extracomment>
        <translation>Elle est dans le trousseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>There is no recovery page for it yet.</source>
        <extracomment>housewords.NO_RECOVERY</extracomment>
        <translation>Il n’y a pas encore de page de secours pour elle.</translation>
    </message>
    <message>
        <source>There is a recovery page for it.</source>
        <extracomment>housewords.HAS_RECOVERY</extracomment>
        <translation>Il y a une page de secours pour elle.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <extracomment>housewords.SAVE_KEY</extracomment>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Bring in a copy…</source>
        <extracomment>housewords.BRING_KEY</extracomment>
        <translation>Reprendre une copie…</translation>
    </message>
    <message>
        <source>Make a new key…</source>
        <extracomment>housewords.NEW_KEY</extracomment>
        <translation>Faire une nouvelle clé…</translation>
    </message>
    <message>
        <source>Make a recovery page…</source>
        <extracomment>housewords.RECOVERY_PAGE</extracomment>
        <translation>Faire une page de secours…</translation>
    </message>
    <message>
        <source>Key files (*.json)</source>
        <extracomment>housewords.KEY_FILES</extracomment>
        <translation>Fichiers de clé (*.json)</translation>
    </message>
    <message>
        <source>A passphrase that locks the copy</source>
        <extracomment>housewords.LOCK</extracomment>
        <translation>Une phrase secrète qui ferme la copie</translation>
    </message>
    <message>
        <source>Whoever has the copy and the passphrase can sign as you. Without the passphrase the copy is of no use, also to you.</source>
        <extracomment>housewords.LOCK_MEANS</extracomment>
        <translation>Qui a la copie et la phrase secrète peut signer à votre place. Sans la phrase secrète, la copie ne sert à rien, même à vous.</translation>
    </message>
    <message>
        <source>The same again</source>
        <extracomment>housewords.AGAIN</extracomment>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>The passphrase of this copy</source>
        <extracomment>housewords.UNLOCK</extracomment>
        <translation>La phrase secrète de cette copie</translation>
    </message>
    <message>
        <source>It was chosen when the copy was saved.</source>
        <extracomment>housewords.UNLOCK_MEANS</extracomment>
        <translation>Elle a été choisie quand la copie a été enregistrée.</translation>
    </message>
    <message>
        <source>A new key signs from now on, and every registry that knows the old one is told. What the old key signed stays valid.</source>
        <extracomment>housewords.NEW_KEY_MEANS</extracomment>
        <translation>Une nouvelle clé signe désormais, et chaque registre qui connaît l’ancienne en est averti. Ce que l’ancienne clé a signé reste valable.</translation>
    </message>
    <message>
        <source>Make it</source>
        <extracomment>housewords.MAKE</extracomment>
        <translation>La faire</translation>
    </message>
    <message>
        <source>My key is lost…</source>
        <extracomment>housewords.LOST_KEY</extracomment>
        <translation>J’ai perdu ma clé…</translation>
    </message>
    <message>
        <source>The recovery line from paper (AG-…)</source>
        <extracomment>housewords.LOST_LINE</extracomment>
        <translation>La ligne de secours sur papier (AG-…)</translation>
    </message>
    <message>
        <source>With the line on your recovery page a new key takes over, also where the old one is lost or stolen. Every registry that knows the old one is told.</source>
        <extracomment>housewords.LOST_MEANS</extracomment>
        <translation>Avec la ligne de votre page de secours, une nouvelle clé prend le relais, même si l’ancienne est perdue ou volée. Chaque registre qui connaît l’ancienne en est informé.</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>housewords.SAVE, OPEN</extracomment>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>housewords.SAVE, OPEN</extracomment>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Your recovery page is saved</source>
        <extracomment>housewords.RECOVERY_TITLE</extracomment>
        <translation>Votre page de secours est enregistrée</translation>
    </message>
    <message>
        <source>Your recovery line</source>
        <extracomment>housewords.RECOVERY_LINE_ONLY</extracomment>
        <translation>Votre ligne de secours</translation>
    </message>
    <message>
        <source>Print the page, or write this line down, and put it away. It is not kept on this computer and is not shown again. With it you can make a new key if yours is lost or stolen.</source>
        <extracomment>housewords.RECOVERY_MEANS</extracomment>
        <translation>Imprimez la page, ou recopiez cette ligne, et rangez-la. Elle n’est pas gardée sur cet ordinateur et ne sera plus montrée. Avec elle, vous pouvez faire une nouvelle clé si la vôtre est perdue ou volée.</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>housewords.DONE</extracomment>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Your works are signed with your own key. Keep a copy of it, in case this computer is lost.</source>
        <extracomment>housewords.KEEP_A_COPY</extracomment>
        <translation>Vos œuvres sont signées avec votre propre clé. Gardez-en une copie, au cas où cet ordinateur serait perdu.</translation>
    </message>
    <message>
        <source>Save a copy of your key…</source>
        <extracomment>housewords.KEEP_A_COPY_HOW</extracomment>
        <translation>Enregistrer une copie de votre clé…</translation>
    </message>
    <message>
        <source>Who signs</source>
        <extracomment>housewords.SWITCH_PROFILE</extracomment>
        <translation>Qui signe</translation>
    </message>
    <message>
        <source>Yourself</source>
        <extracomment>housewords.YOURSELF</extracomment>
        <translation>Vous-même</translation>
    </message>
    <message>
        <source>Registries that you trust</source>
        <extracomment>housewords.KNOWN_REGISTRIES</extracomment>
        <translation>Registres auxquels vous faites confiance</translation>
    </message>
    <message>
        <source>A registry stands here when it has confirmed something for the first time.</source>
        <extracomment>housewords.NO_REGISTRIES</extracomment>
        <translation>Un registre figure ici quand il a confirmé quelque chose pour la première fois.</translation>
    </message>
    <message>
        <source>Use this one</source>
        <extracomment>housewords.USE_THIS</extracomment>
        <translation>Utiliser celui-ci</translation>
    </message>
    <message>
        <source>Show code</source>
        <extracomment>housewords.SHOW_CODE</extracomment>
        <translation>Montrer le code</translation>
    </message>
    <message>
        <source>Another device can scan this to use the same registry and to know it again.</source>
        <extracomment>housewords.CODE_MEANS</extracomment>
        <translation>Un autre appareil peut le lire pour utiliser le même registre et le reconnaître.</translation>
    </message>
    <message>
        <source>“{}” is not there any more. It is watched again as soon as it is back.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>« {} » n’est plus là. Le dossier est surveillé à nouveau dès son retour.</translation>
    </message>
    <message>
        <source>“{}” is back and is watched again.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>« {} » est de retour et à nouveau surveillé.</translation>
    </message>
    <message>
        <source>The system does not tell what happens in “{}”, so it is looked at every second.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>Le système ne dit pas ce qui se passe dans « {} » ; on y regarde donc chaque seconde.</translation>
    </message>
    <message>
        <source>Another program writes “{}” anew each time it was protected. It is left alone until you pause the folder and go on.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>Un autre programme réécrit « {} » chaque fois qu’il a été protégé. Il est laissé tel quel jusqu’à ce que vous suspendiez le dossier et repreniez.</translation>
    </message>
    <message>
        <source>Its private key is in “{}”</source>
        <extracomment>credentialwords</extracomment>
        <translation>Sa clé privée se trouve dans « {} »</translation>
    </message>
    <message>
        <source>Your signature in the files</source>
        <extracomment>credentialwords.CREDENTIALS</extracomment>
        <translation>Votre signature dans les fichiers</translation>
    </message>
    <message>
        <source>Sign my files (Content Credentials)</source>
        <extracomment>credentialwords.SIGN</extracomment>
        <translation>Signer mes fichiers (Content Credentials)</translation>
    </message>
    <message>
        <source>A signature says who stated this and shows whether the file was changed since. Many picture programs and websites show it.</source>
        <extracomment>credentialwords.SIGN_MORE</extracomment>
        <translation>Une signature dit qui a déclaré cela et montre si le fichier a été modifié depuis. Beaucoup de logiciels d’image et de sites l’affichent.</translation>
    </message>
    <message>
        <source>Your certificate is made when you first protect something.</source>
        <extracomment>credentialwords.NO_CERTIFICATE</extracomment>
        <translation>Votre certificat est créé quand vous protégez quelque chose pour la première fois.</translation>
    </message>
    <message>
        <source>Your certificate says “{}”. It was made on this computer; nobody vouches for the name. Valid until {}.</source>
        <extracomment>credentialwords.OWN</extracomment>
        <translation>Votre certificat indique « {} ». Il a été créé sur cet ordinateur ; personne ne se porte garant du nom. Valable jusqu’au {}.</translation>
    </message>
    <message>
        <source>Your certificate says “{}”, and {} vouches for the name. Valid until {}.</source>
        <extracomment>credentialwords.BOUGHT</extracomment>
        <translation>Votre certificat indique « {} », et {} se porte garant du nom. Valable jusqu’au {}.</translation>
    </message>
    <message>
        <source>Make anew</source>
        <extracomment>credentialwords.ANEW</extracomment>
        <translation>Refaire</translation>
    </message>
    <message>
        <source>Bring in a bought certificate…</source>
        <extracomment>credentialwords.BRING</extracomment>
        <translation>Ajouter un certificat acheté…</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <extracomment>credentialwords.BRING_IT</extracomment>
        <translation>L’ajouter</translation>
    </message>
    <message>
        <source>Remove it</source>
        <extracomment>credentialwords.REMOVE</extracomment>
        <translation>L’enlever</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx)</source>
        <extracomment>credentialwords.CERTIFICATE_FILES</extracomment>
        <translation>Certificats (*.pem *.crt *.cer *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>The passphrase of this certificate</source>
        <extracomment>credentialwords.CERTIFICATE_LOCK</extracomment>
        <translation>La phrase secrète de ce certificat</translation>
    </message>
    <message>
        <source>It came with the certificate; leave it empty if there is none. From then on the certificate signs your files, and its key is kept as your own key is.</source>
        <extracomment>credentialwords.CERTIFICATE_LOCK_MEANS</extracomment>
        <translation>Elle est venue avec le certificat ; laissez vide s’il n’y en a pas. Dès lors, le certificat signe vos fichiers, et sa clé est gardée comme la vôtre.</translation>
    </message>
    <message>
        <source>Its private key is in another file…</source>
        <extracomment>credentialwords.KEY_ELSEWHERE</extracomment>
        <translation>Sa clé privée est dans un autre fichier…</translation>
    </message>
    <message>
        <source>Signatures of FLAC files</source>
        <extracomment>credentialwords.FLAC</extracomment>
        <translation>Signatures des fichiers FLAC</translation>
    </message>
    <message>
        <source>In a small file beside it, which every player leaves alone</source>
        <extracomment>credentialwords.FLAC_WAYS</extracomment>
        <translation>Dans un petit fichier à côté, que tout lecteur laisse tranquille</translation>
    </message>
    <message>
        <source>Inside the file, which old players may stumble over</source>
        <extracomment>credentialwords.FLAC_WAYS</extracomment>
        <translation>Dans le fichier, ce qui peut gêner d’anciens lecteurs</translation>
    </message>
    <message>
        <source>signed as yours, inside the file</source>
        <extracomment>credentialwords._PLACES</extracomment>
        <translation>signé comme vôtre, dans le fichier</translation>
    </message>
    <message>
        <source>signed as yours, in a small file beside it</source>
        <extracomment>credentialwords._PLACES</extracomment>
        <translation>signé comme vôtre, dans un petit fichier à côté</translation>
    </message>
    <message>
        <source>Carries your signature (content credentials).</source>
        <extracomment>credentialwords._STANDS</extracomment>
        <translation>Porte votre signature (Content Credentials).</translation>
    </message>
    <message>
        <source>Your signature (content credentials) lies beside it; keep the two together.</source>
        <extracomment>credentialwords._STANDS</extracomment>
        <translation>Votre signature (Content Credentials) est à côté ; gardez les deux ensemble.</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>phrases</extracomment>
        <translation> et </translation>
    </message>
    <message>
        <source>A key was made for you; it lies in the keyring of this computer.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Une clé a été faite pour vous ; elle est dans le trousseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in {}, locked with your passphrase.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Une clé a été faite pour vous ; elle est dans {}, fermée par votre phrase secrète.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in {}, readable by you only and not locked with a passphrase. Keep a copy of it in another place.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Une clé a été faite pour vous ; elle est dans {}, lisible par vous seulement et sans phrase secrète. Gardez-en une copie ailleurs.</translation>
    </message>
    <message>
        <source>Registry {} was seen for the first time; its key is now pinned: {}</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Le registre {} a été vu pour la première fois ; sa clé est retenue désormais : {}</translation>
    </message>
    <message>
        <source>A certificate was made for you, to sign content credentials with. It says “{}”, which is what you call yourself; nobody vouches for it.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Un certificat a été créé pour vous, pour signer les Content Credentials. Il indique « {} », le nom que vous vous donnez ; personne ne s’en porte garant.</translation>
    </message>
    <message>
        <source>Your certificate for content credentials has run out. Until you renew it, your own one signs.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Votre certificat pour les Content Credentials a expiré. Tant que vous ne le renouvelez pas, c’est le vôtre propre qui signe.</translation>
    </message>
    <message>
        <source>The time-stamping authority does not answer; content credentials get no time stamp this time.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Le service d’horodatage ne répond pas ; cette fois, les Content Credentials ne reçoivent pas d’horodatage.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in your own folder, locked with your passphrase.</source>
        <extracomment>phrases.SHORTER</extracomment>
        <translation>Une clé a été créée pour vous ; elle se trouve dans votre propre dossier, protégée par votre phrase secrète.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in your own folder, and only you may read it.</source>
        <extracomment>phrases.SHORTER</extracomment>
        <translation>Une clé a été créée pour vous ; elle se trouve dans votre propre dossier, et vous seul pouvez la lire.</translation>
    </message>
    <message>
        <source>same picture</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>même image</translation>
    </message>
    <message>
        <source>same recording</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>même enregistrement</translation>
    </message>
    <message>
        <source>same words</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>mêmes mots</translation>
    </message>
    <message>
        <source>already known as one work</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>déjà connus comme une seule œuvre</translation>
    </message>
    <message>
        <source>same recording number (ISRC)</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>même numéro d’enregistrement (ISRC)</translation>
    </message>
    <message>
        <source>same book number (ISBN)</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>même numéro de livre (ISBN)</translation>
    </message>
    <message>
        <source>same title and creator</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>même titre et même auteur</translation>
    </message>
    <message>
        <source>same name</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>même nom</translation>
    </message>
    <message>
        <source>you said so</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>vous l’avez dit</translation>
    </message>
    <message>
        <source>The file cannot be looked into, so only its very bytes are recognised.</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>On ne peut pas regarder dans ce fichier ; seuls ses octets exacts sont reconnus.</translation>
    </message>
    <message>
        <source>Too little content to be recognised by likeness: {}.</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>Trop peu de contenu pour être reconnu à sa ressemblance : {}.</translation>
    </message>
    <message>
        <source>the picture is smaller than {} pixels</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>l’image est plus petite que {} pixels</translation>
    </message>
    <message>
        <source>the picture is one even surface, or nearly so</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>l’image est une seule surface unie, ou presque</translation>
    </message>
    <message>
        <source>the picture is a plain shape or pattern that mirrors itself</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>l’image est une forme simple ou un motif symétrique</translation>
    </message>
    <message>
        <source>the picture has almost no features</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>l’image n’a presque pas de traits</translation>
    </message>
    <message>
        <source>the recording is silent, or nearly so</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>l’enregistrement est silencieux, ou presque</translation>
    </message>
    <message>
        <source>the recording is shorter than five seconds</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>l’enregistrement dure moins de cinq secondes</translation>
    </message>
    <message>
        <source>the recording is one unchanging sound</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>l’enregistrement est un seul son inchangé</translation>
    </message>
    <message>
        <source>the recording is noise or room tone</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>l’enregistrement est du bruit ou le son d’une pièce</translation>
    </message>
    <message>
        <source>there are no words in it</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>il n’y a pas de mots dedans</translation>
    </message>
    <message>
        <source>it has fewer than {} words</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>il a moins de {} mots</translation>
    </message>
    <message>
        <source>it says the same words over and over</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>il répète sans cesse les mêmes mots</translation>
    </message>
    <message>
        <source>a web address that begins with https:// or http:// is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation>il faut une adresse web qui commence par https:// ou http://</translation>
    </message>
    <message>
        <source>a web address or a mail address is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation>il faut une adresse web ou mail</translation>
    </message>
    <message>
        <source>a number from 0 to 256 is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation>il faut un nombre de 0 à 256</translation>
    </message>
    <message>
        <source>{} says: {}; {} says: {}. The stricter counts: {}.</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>{} dit : {} ; {} dit : {}. Le plus strict compte : {}.</translation>
    </message>
    <message>
        <source>AI uses are allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>usages par l’IA permis</translation>
    </message>
    <message>
        <source>no training of generative AI</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>pas d’entraînement d’IA générative</translation>
    </message>
    <message>
        <source>no AI training</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>pas d’entraînement d’IA</translation>
    </message>
    <message>
        <source>AI uses only with a licence, search allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>usages par l’IA avec une licence seulement, recherche permise</translation>
    </message>
    <message>
        <source>no AI uses and no data mining, search allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>pas d’usages par l’IA ni de fouille de données, recherche permise</translation>
    </message>
    <message>
        <source>no AI uses, no data mining and no search</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>ni usages par l’IA, ni fouille de données, ni recherche</translation>
    </message>
    <message>
        <source>The name ends in .{} but the file is {}; it was treated as {}.</source>
        <extracomment>phrases.MISNAMED</extracomment>
        <translation>Le nom finit par .{} mais le fichier est {} ; il a été traité comme {}.</translation>
    </message>
    <message>
        <source>Content credentials are attached and do not hold.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Des Content Credentials sont joints et ne sont pas valables.</translation>
    </message>
    <message>
        <source>Content credentials are attached, and the file is as it was signed.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Des Content Credentials sont joints, et le fichier est tel qu’il a été signé.</translation>
    </message>
    <message>
        <source>Who signed them is not told.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Il n’est pas dit qui les a signés.</translation>
    </message>
    <message>
        <source>Signed by you, as {}.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Signé par vous, sous le nom {}.</translation>
    </message>
    <message>
        <source>The certificate says {}; nobody known here vouches for that name.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Le certificat indique {} ; personne de connu ici ne se porte garant de ce nom.</translation>
    </message>
    <message>
        <source>They are damaged and cannot be read.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Ils sont endommagés et illisibles.</translation>
    </message>
    <message>
        <source>What is attached cannot be read as credentials.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Ce qui est joint ne se lit pas comme des Content Credentials.</translation>
    </message>
    <message>
        <source>The file was changed after it was signed.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Le fichier a été modifié après la signature.</translation>
    </message>
    <message>
        <source>A part of the credentials was changed after it was signed.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Une partie des Content Credentials a été modifiée après la signature.</translation>
    </message>
    <message>
        <source>A part of the credentials is missing.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Une partie des Content Credentials manque.</translation>
    </message>
    <message>
        <source>The signature does not fit what it stands under.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>La signature ne correspond pas à ce qu’elle signe.</translation>
    </message>
    <message>
        <source>The signer's certificate had run out.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Le certificat du signataire avait expiré.</translation>
    </message>
    <message>
        <source>The signer's certificate was called back.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Le certificat du signataire a été révoqué.</translation>
    </message>
    <message>
        <source>The signer's certificate may not be used for this.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Le certificat du signataire ne peut pas servir à cela.</translation>
    </message>
    <message>
        <source>The time stamp does not hold.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>L’horodatage n’est pas valable.</translation>
    </message>
    <message>
        <source>The credentials of an earlier version do not hold.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Les Content Credentials d’une version antérieure ne sont pas valables.</translation>
    </message>
    <message>
        <source>Something in them does not hold ({}).</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Quelque chose n’y est pas valable ({}).</translation>
    </message>
    <message>
        <source>could not be done</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>n’a pas pu se faire</translation>
    </message>
    <message>
        <source>no permission</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>pas d’autorisation</translation>
    </message>
    <message>
        <source>not there any more</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>n’est plus là</translation>
    </message>
    <message>
        <source>empty file</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>fichier vide</translation>
    </message>
    <message>
        <source>damaged file</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>fichier endommagé</translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>too large</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>trop grand</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>en cours d’utilisation</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>non téléchargé</translation>
    </message>
    <message>
        <source>broken link</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>lien cassé</translation>
    </message>
    <message>
        <source>no place for a statement</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>pas de place pour une déclaration</translation>
    </message>
    <message>
        <source>left alone</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>laissé tel quel</translation>
    </message>
    <message>
        <source>own folder not usable</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>dossier propre inutilisable</translation>
    </message>
    <message>
        <source>disk full</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>disque plein</translation>
    </message>
    <message>
        <source>edited since</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>retouché depuis</translation>
    </message>
    <message>
        <source>no way back kept</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>pas de retour gardé</translation>
    </message>
    <message>
        <source>another file is in the way</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>un autre fichier est à cette place</translation>
    </message>
    <message>
        <source>unknown work</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>œuvre inconnue</translation>
    </message>
    <message>
        <source>own folder damaged</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>dossier propre endommagé</translation>
    </message>
    <message>
        <source>key not usable</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>clé inutilisable</translation>
    </message>
    <message>
        <source>no such name</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>pas de tel nom</translation>
    </message>
    <message>
        <source>wrong passphrase</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>phrase secrète fausse</translation>
    </message>
    <message>
        <source>keyring does not answer</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>le trousseau ne répond pas</translation>
    </message>
    <message>
        <source>registry not usable</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>registre inutilisable</translation>
    </message>
    <message>
        <source>registry does not answer</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>le registre ne répond pas</translation>
    </message>
    <message>
        <source>registry says no</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>le registre dit non</translation>
    </message>
    <message>
        <source>registry not trusted</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>registre non fiable</translation>
    </message>
    <message>
        <source>registry contradicts itself</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>le registre se contredit</translation>
    </message>
    <message>
        <source>proof does not hold</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>la preuve ne tient pas</translation>
    </message>
    <message>
        <source>does not fit</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>ne convient pas</translation>
    </message>
    <message>
        <source>stopped</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>interrupted</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>statements disagree</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>déclarations contradictoires</translation>
    </message>
    <message>
        <source>only exact copies recognised</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>seules les copies exactes reconnues</translation>
    </message>
    <message>
        <source>name and content differ</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>nom et contenu différents</translation>
    </message>
    <message>
        <source>made by AI</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>fait par une IA</translation>
    </message>
    <message>
        <source>names somebody else</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>nomme quelqu’un d’autre</translation>
    </message>
    <message>
        <source>stated elsewhere</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>déclaré ailleurs</translation>
    </message>
    <message>
        <source>registered earlier by somebody else</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>inscrit plus tôt par quelqu’un d’autre</translation>
    </message>
    <message>
        <source>no page to ask at</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>aucune page où demander</translation>
    </message>
    <message>
        <source>registered by somebody else</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>inscrit par quelqu’un d’autre</translation>
    </message>
    <message>
        <source>not signed</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>non signé</translation>
    </message>
    <message>
        <source>signature beside it</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>signature à côté</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Quelque chose s’est mal passé.</translation>
    </message>
    <message>
        <source>This file cannot be worked on.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>On ne peut pas travailler sur ce fichier.</translation>
    </message>
    <message>
        <source>The computer does not let ArtistGuard read or change this file.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>L’ordinateur ne laisse pas ArtistGuard lire ou modifier ce fichier.</translation>
    </message>
    <message>
        <source>This file is not there any more.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier n’est plus là.</translation>
    </message>
    <message>
        <source>This file holds nothing.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier ne contient rien.</translation>
    </message>
    <message>
        <source>This file is damaged, or is not what its name says.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier est endommagé, ou n’est pas ce que dit son nom.</translation>
    </message>
    <message>
        <source>This file is locked with a password.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier est verrouillé par un mot de passe.</translation>
    </message>
    <message>
        <source>This file is too large to be looked into safely.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier est trop grand pour être examiné sans risque.</translation>
    </message>
    <message>
        <source>This file is open in another program.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier est ouvert dans un autre programme.</translation>
    </message>
    <message>
        <source>This file lies in the cloud and not on this computer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier est dans le nuage et pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This link leads to itself.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce lien mène à lui-même.</translation>
    </message>
    <message>
        <source>This file cannot safely carry a statement inside.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier ne peut pas porter de déclaration en lui sans risque.</translation>
    </message>
    <message>
        <source>Writing the statement would have changed the work, so the file was left as it was.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Écrire la déclaration aurait changé l’œuvre ; le fichier est donc resté tel quel.</translation>
    </message>
    <message>
        <source>ArtistGuard's own folder cannot be used.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Le dossier d’ArtistGuard ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Il n’y a plus de place sur le disque.</translation>
    </message>
    <message>
        <source>This file was edited since it was protected.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier a été retouché depuis qu’il est protégé.</translation>
    </message>
    <message>
        <source>No way back is kept for this file.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Aucun retour en arrière n’est gardé pour ce fichier.</translation>
    </message>
    <message>
        <source>Another file stands where the new one should go.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Un autre fichier est là où devrait aller le nouveau.</translation>
    </message>
    <message>
        <source>This work is not known here.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Cette œuvre n’est pas connue ici.</translation>
    </message>
    <message>
        <source>What ArtistGuard has kept does not read back as it was written.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce qu’ArtistGuard a gardé ne se relit pas tel qu’il a été écrit.</translation>
    </message>
    <message>
        <source>Your key cannot be used.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Votre clé ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>There is no such name or key.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Il n’y a pas de nom ou de clé de ce genre.</translation>
    </message>
    <message>
        <source>The passphrase does not open your key.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>La phrase secrète n’ouvre pas votre clé.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Le trousseau de cet ordinateur ne répond pas.</translation>
    </message>
    <message>
        <source>Something is wrong with the registry.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Quelque chose ne va pas avec le registre.</translation>
    </message>
    <message>
        <source>The registry does not answer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Le registre ne répond pas.</translation>
    </message>
    <message>
        <source>The registry says no.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Le registre dit non.</translation>
    </message>
    <message>
        <source>What the registry shows does not hold, and nothing of it was kept.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce que montre le registre ne tient pas ; rien n’en a été gardé.</translation>
    </message>
    <message>
        <source>What the registry concludes does not follow from the statements that it shows.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce que le registre conclut ne découle pas des déclarations qu’il montre.</translation>
    </message>
    <message>
        <source>This proof does not hold.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Cette preuve ne tient pas.</translation>
    </message>
    <message>
        <source>That does not fit.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Cela ne convient pas.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>The part of ArtistGuard that works on your files ended unexpectedly.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>La partie d’ArtistGuard qui travaille sur vos fichiers s’est arrêtée de façon inattendue.</translation>
    </message>
    <message>
        <source>Statements in this file disagree.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Les déclarations de ce fichier se contredisent.</translation>
    </message>
    <message>
        <source>Only an exact copy of this work would be recognised.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Seule une copie exacte de cette œuvre serait reconnue.</translation>
    </message>
    <message>
        <source>The name of this file ends otherwise than its content says.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Le nom de ce fichier ne finit pas comme le dit son contenu.</translation>
    </message>
    <message>
        <source>This file says that an AI made it, or a part of it.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier dit qu’une IA l’a fait, ou une partie de lui.</translation>
    </message>
    <message>
        <source>This file names somebody else.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier nomme quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>This file carries a statement that was not made here.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier porte une déclaration qui n’a pas été faite ici.</translation>
    </message>
    <message>
        <source>Somebody else registered this work, or one like it, earlier.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Quelqu’un d’autre a inscrit plus tôt cette œuvre, ou une semblable.</translation>
    </message>
    <message>
        <source>It says to ask you for a licence, and names no page where.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Il y est dit de vous demander une licence, mais sans nommer de page.</translation>
    </message>
    <message>
        <source>Somebody else has registered this work.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Quelqu’un d’autre a inscrit cette œuvre.</translation>
    </message>
    <message>
        <source>This file carries your statement, but no content credentials.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Ce fichier porte votre déclaration, mais pas de Content Credentials.</translation>
    </message>
    <message>
        <source>The content credentials of this file lie beside it.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Les Content Credentials de ce fichier sont à côté.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, please report it with this message.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Réessayez ; si cela se reproduit, signalez-le avec ce message.</translation>
    </message>
    <message>
        <source>Look at the file in the program that made it, and save it again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Regardez le fichier dans le programme qui l’a fait et enregistrez-le à nouveau.</translation>
    </message>
    <message>
        <source>Give yourself permission to read and change the file, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Donnez-vous l’autorisation de lire et de modifier le fichier, puis réessayez.</translation>
    </message>
    <message>
        <source>Check whether the file was moved or renamed, and add it again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Voyez si le fichier a été déplacé ou renommé, et ajoutez-le à nouveau.</translation>
    </message>
    <message>
        <source>Export or save the work again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Exportez ou enregistrez l’œuvre à nouveau.</translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it again, or use an undamaged copy.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ouvrez-le dans le programme qui l’a fait et enregistrez-le à nouveau, ou prenez une copie intacte.</translation>
    </message>
    <message>
        <source>Remove the password or save an unlocked copy, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Enlevez le mot de passe ou enregistrez une copie déverrouillée, puis réessayez.</translation>
    </message>
    <message>
        <source>Save it in a smaller size or split it, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Enregistrez-le plus petit ou coupez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Close the file in the other program or wait until it is saved, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Fermez le fichier dans l’autre programme ou attendez qu’il soit enregistré, puis réessayez.</translation>
    </message>
    <message>
        <source>Make the file available offline in your cloud program, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Rendez le fichier disponible hors ligne dans votre programme de nuage, puis réessayez.</translation>
    </message>
    <message>
        <source>Remove or mend the link.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Enlevez ou réparez le lien.</translation>
    </message>
    <message>
        <source>The statement goes into a small file beside it instead; keep the two together.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>La déclaration va plutôt dans un petit fichier à côté ; gardez les deux ensemble.</translation>
    </message>
    <message>
        <source>Your file is untouched. Please report the program that made it.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Votre fichier est intact. Merci de signaler le programme qui l’a fait.</translation>
    </message>
    <message>
        <source>Check the disk that holds your ArtistGuard folder.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Vérifiez le disque où se trouve votre dossier ArtistGuard.</translation>
    </message>
    <message>
        <source>Free some space and try again; it goes on where it stopped.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Faites de la place et réessayez ; cela reprend là où c’était arrêté.</translation>
    </message>
    <message>
        <source>Keep your edited file; to get the earlier one back, move the edited one elsewhere first.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Gardez votre fichier retouché ; pour retrouver l’ancien, déplacez d’abord le retouché ailleurs.</translation>
    </message>
    <message>
        <source>It was put back already, or the way back was switched off; use your own backup.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Il a déjà été rétabli, ou le retour en arrière était coupé ; prenez votre propre sauvegarde.</translation>
    </message>
    <message>
        <source>Choose another name or folder, or move that file away.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Choisissez un autre nom ou dossier, ou déplacez cet autre fichier.</translation>
    </message>
    <message>
        <source>My works shows all that are known here.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Mes œuvres montre toutes celles qui sont connues ici.</translation>
    </message>
    <message>
        <source>Keep the folder as it is and restore it from a backup; your files themselves are untouched.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Laissez le dossier tel quel et restaurez-le d’une sauvegarde ; vos fichiers eux-mêmes sont intacts.</translation>
    </message>
    <message>
        <source>Look at Works are signed as in Preferences.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Voyez « Les œuvres sont signées » dans les Préférences.</translation>
    </message>
    <message>
        <source>Type it again; without it the key can only be replaced with the recovery key.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Tapez-la à nouveau ; sans elle, la clé ne peut être remplacée qu’avec la clé de secours.</translation>
    </message>
    <message>
        <source>Unlock the keyring, or let new keys be kept in a file: Preferences, Advanced.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ouvrez le trousseau, ou faites garder les nouvelles clés dans un fichier : Préférences, Avancé.</translation>
    </message>
    <message>
        <source>Your files are protected; the registration waits and is sent later.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Vos fichiers sont protégés ; l’inscription attend et sera envoyée plus tard.</translation>
    </message>
    <message>
        <source>Check the internet connection; what waits is sent later.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Vérifiez la connexion Internet ; ce qui attend sera envoyé plus tard.</translation>
    </message>
    <message>
        <source>Read the reason; if it seems wrong, ask the people who run the registry.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Lisez la raison ; si elle semble fausse, demandez aux responsables du registre.</translation>
    </message>
    <message>
        <source>Do not rely on it until the people who run it explain; your earlier receipts stay valid.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ne vous y fiez pas avant l’explication de ses responsables ; vos anciens reçus restent valables.</translation>
    </message>
    <message>
        <source>Do not rely on its answers until the people who run it explain; the statements hold.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ne vous fiez pas à ses réponses tant que ses responsables ne s’expliquent pas ; les déclarations restent valables.</translation>
    </message>
    <message>
        <source>Ask for the proof again from the person who made it; this one proves nothing.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Redemandez la preuve à la personne qui l’a faite ; celle-ci ne prouve rien.</translation>
    </message>
    <message>
        <source>Choose or type something else.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Choisissez ou tapez autre chose.</translation>
    </message>
    <message>
        <source>What was finished is kept; do the same again to go on with the rest.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ce qui était fini est gardé ; refaites la même chose pour continuer avec le reste.</translation>
    </message>
    <message>
        <source>No file is half written. Try again; what was finished is kept.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Aucun fichier n’est à moitié écrit. Réessayez ; ce qui était fini est gardé.</translation>
    </message>
    <message>
        <source>Remove the other statement, or make the same choice there.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Enlevez l’autre déclaration, ou faites-y le même choix.</translation>
    </message>
    <message>
        <source>Nothing to do: the statement and the digest of the file prove it all the same.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Rien à faire : la déclaration et la somme de contrôle du fichier le prouvent quand même.</translation>
    </message>
    <message>
        <source>Rename it if you like.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Renommez-le si vous voulez.</translation>
    </message>
    <message>
        <source>Tick it if it is your work.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Cochez-le si c’est votre œuvre.</translation>
    </message>
    <message>
        <source>Yours is registered, too. If the other is not you under another name, keep what shows that you made it.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>La vôtre est inscrite aussi. Si l’autre n’est pas vous sous un autre nom, gardez ce qui montre que vous l’avez faite.</translation>
    </message>
    <message>
        <source>Name your licence page under Menu, Preferences, You.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Indiquez votre page de licence sous Menu, Préférences, Vous.</translation>
    </message>
    <message>
        <source>Nothing to do: the statement counts without them.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Rien à faire : la déclaration compte sans elles.</translation>
    </message>
    <message>
        <source>Keep the file and its small companion (.c2pa) together.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Gardez ensemble le fichier et son petit compagnon (.c2pa).</translation>
    </message>
    <message>
        <source>Nothing to protect was found there.</source>
        <extracomment>listing</extracomment>
        <translation>Rien à protéger n’a été trouvé là.</translation>
    </message>
    <message>
        <source>reserved</source>
        <extracomment>findings</extracomment>
        <translation>réservé</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>findings</extracomment>
        <translation>oui</translation>
    </message>
    <message>
        <source>Its statement was withdrawn.</source>
        <extracomment>findings</extracomment>
        <translation>Sa déclaration a été retirée.</translation>
    </message>
    <message>
        <source>Statements are missing</source>
        <extracomment>findings</extracomment>
        <translation>Des déclarations manquent</translation>
    </message>
    <message>
        <source>Says all of it</source>
        <extracomment>findings</extracomment>
        <translation>Dit tout</translation>
    </message>
    <message>
        <source>The registry could not be asked</source>
        <extracomment>findings</extracomment>
        <translation>Le registre n’a pas pu être interrogé</translation>
    </message>
    <message>
        <source>Says it itself</source>
        <extracomment>findings</extracomment>
        <translation>Le dit lui-même</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <extracomment>findings</extracomment>
        <translation>On ne sait rien</translation>
    </message>
    <message>
        <source>A registered work</source>
        <extracomment>findings</extracomment>
        <translation>Une œuvre inscrite</translation>
    </message>
    <message>
        <source>Registered: {}.</source>
        <extracomment>findings</extracomment>
        <translation>Inscrite : {}.</translation>
    </message>
    <message>
        <source>Several people claim it: {}.</source>
        <extracomment>findings</extracomment>
        <translation>Plusieurs personnes la revendiquent : {}.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>findings</extracomment>
        <translation>Rien</translation>
    </message>
    <message>
        <source>nobody independent has confirmed it yet</source>
        <extracomment>particulars</extracomment>
        <translation>personne d’indépendant ne l’a encore confirmé</translation>
    </message>
    <message>
        <source>composition</source>
        <extracomment>particulars</extracomment>
        <translation>composition</translation>
    </message>
    <message>
        <source>lyrics</source>
        <extracomment>particulars</extracomment>
        <translation>paroles</translation>
    </message>
    <message>
        <source>arrangement</source>
        <extracomment>particulars</extracomment>
        <translation>arrangement</translation>
    </message>
    <message>
        <source>recording</source>
        <extracomment>particulars</extracomment>
        <translation>enregistrement</translation>
    </message>
    <message>
        <source>performance</source>
        <extracomment>particulars</extracomment>
        <translation>interprétation</translation>
    </message>
    <message>
        <source>text</source>
        <extracomment>particulars</extracomment>
        <translation>texte</translation>
    </message>
    <message>
        <source>translation</source>
        <extracomment>particulars</extracomment>
        <translation>traduction</translation>
    </message>
    <message>
        <source>edition</source>
        <extracomment>particulars</extracomment>
        <translation>édition</translation>
    </message>
    <message>
        <source>artwork</source>
        <extracomment>particulars</extracomment>
        <translation>œuvre graphique</translation>
    </message>
    <message>
        <source>photograph</source>
        <extracomment>particulars</extracomment>
        <translation>photographie</translation>
    </message>
    <message>
        <source>design</source>
        <extracomment>particulars</extracomment>
        <translation>dessin et modèle</translation>
    </message>
    <message>
        <source>Registered at {} since {}</source>
        <extracomment>particulars</extracomment>
        <translation>Inscrite auprès de {} depuis le {}</translation>
    </message>
    <message numerus="yes">
        <source>confirmed by %n witnesses</source>
        <extracomment>particulars</extracomment>
        <translation>
            <numerusform>confirmée par %Ln témoin</numerusform>
            <numerusform>confirmée par %Ln témoins</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept on this computer since {}, which proves no date to others</source>
        <extracomment>particulars</extracomment>
        <translation>Conservée sur cet ordinateur depuis le {}, ce qui ne prouve aucune date aux autres</translation>
    </message>
    <message>
        <source>Your right: {}</source>
        <extracomment>particulars</extracomment>
        <translation>Votre droit : {}</translation>
    </message>
    <message>
        <source>You offer a licence at {}</source>
        <extracomment>particulars</extracomment>
        <translation>Vous proposez une licence à l’adresse {}</translation>
    </message>
    <message>
        <source>Waits to be sent to {}</source>
        <extracomment>particulars</extracomment>
        <translation>En attente d’envoi à {}</translation>
    </message>
    <message>
        <source>Refused by {}</source>
        <extracomment>particulars</extracomment>
        <translation>Refusée par {}</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>checking</extracomment>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Notice</source>
        <extracomment>offer</extracomment>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Works</source>
        <extracomment>worklist</extracomment>
        <translation>Œuvres</translation>
    </message>
    <message>
        <source>AI may use it</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>L’IA peut l’utiliser</translation>
    </message>
    <message>
        <source>No generative AI training</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Pas d’entraînement d’IA générative</translation>
    </message>
    <message>
        <source>No AI training</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Pas d’entraînement d’IA</translation>
    </message>
    <message>
        <source>No AI or data mining, search allowed; ask for a licence</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Ni IA ni fouille de données, recherche permise ; licence sur demande</translation>
    </message>
    <message>
        <source>No AI or data mining, search allowed</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Ni IA ni fouille de données, recherche permise</translation>
    </message>
    <message>
        <source>No machine use at all</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Aucun usage par des machines</translation>
    </message>
    <message>
        <source>Anybody may train AI on it; your name stays in the file.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Chacun peut entraîner une IA avec ; votre nom reste dans le fichier.</translation>
    </message>
    <message>
        <source>No training of AI that makes pictures, music or text.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Pas d’entraînement d’IA qui fait des images, de la musique ou du texte.</translation>
    </message>
    <message>
        <source>No training of AI of any kind.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Pas d’entraînement d’IA d’aucune sorte.</translation>
    </message>
    <message>
        <source>As the one below, and whoever wants more can ask you for a licence.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Comme celui d’en dessous, et qui veut plus peut vous demander une licence.</translation>
    </message>
    <message>
        <source>People still find you with search engines. Most artists take this one.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>On vous trouve toujours avec les moteurs de recherche. La plupart prennent celui-ci.</translation>
    </message>
    <message>
        <source>Not even search engines.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Pas même les moteurs de recherche.</translation>
    </message>
</context>
</TS>
