<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ArtistGuard</name>
    <message>
        <source>Different things</source>
        <extracomment>words</extracomment>
        <translation>Cosas distintas</translation>
    </message>
    <message>
        <source>Some rights reserved</source>
        <extracomment>words</extracomment>
        <translation>Algunos derechos reservados</translation>
    </message>
    <message>
        <source>Only a name or ©</source>
        <extracomment>words</extracomment>
        <translation>Solo un nombre o ©</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <extracomment>words</extracomment>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>waits to be registered</source>
        <extracomment>words</extracomment>
        <translation>espera a ser registrada</translation>
    </message>
    <message>
        <source>kept on this computer</source>
        <extracomment>words</extracomment>
        <translation>guardada en este ordenador</translation>
    </message>
    <message>
        <source>{} %</source>
        <extracomment>words</extracomment>
        <translation>{} %</translation>
    </message>
    <message>
        <source>registered at {}</source>
        <extracomment>words</extracomment>
        <translation>registrada en {}</translation>
    </message>
    <message>
        <source>One work: {}.</source>
        <extracomment>words</extracomment>
        <translation>Una sola obra: {}.</translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <extracomment>words</extracomment>
        <translation>
            <numerusform>%Ln versión</numerusform>
            <numerusform>%Ln versiones</numerusform>
        </translation>
    </message>
    <message>
        <source>Protect</source>
        <extracomment>words.PROTECT</extracomment>
        <translation>Proteger</translation>
    </message>
    <message>
        <source>Drop your art, music or writing here</source>
        <extracomment>words.DROP</extracomment>
        <translation>Suelte aquí sus imágenes, su música o sus textos</translation>
    </message>
    <message>
        <source>or</source>
        <extracomment>words.OR</extracomment>
        <translation>o</translation>
    </message>
    <message>
        <source>Choose files</source>
        <extracomment>words.CHOOSE_FILES</extracomment>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <extracomment>words.CHOOSE_FOLDER</extracomment>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Add files</source>
        <extracomment>words.ADD_FILES</extracomment>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>words.ADD_FOLDER</extracomment>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>Your files stay on this computer.</source>
        <extracomment>words.STAYS_HERE</extracomment>
        <translation>Sus archivos se quedan en este ordenador.</translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <extracomment>words.SAMPLE</extracomment>
        <translation>Probar con un ejemplo</translation>
    </message>
    <message>
        <source>Pictures, recordings, books and manuscripts — whole folders too</source>
        <extracomment>words.KINDS_TAKEN</extracomment>
        <translation>Imágenes, grabaciones, libros y manuscritos; también carpetas enteras</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>words.SEARCH</extracomment>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>words.CANCEL</extracomment>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stopping after this file…</source>
        <extracomment>words.STOPPING</extracomment>
        <translation>Se detiene tras este archivo…</translation>
    </message>
    <message>
        <source>Start over</source>
        <extracomment>words.START_OVER</extracomment>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <extracomment>words.REMOVE</extracomment>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Your choice</source>
        <extracomment>words.YOUR_CHOICE</extracomment>
        <translation>Su elección</translation>
    </message>
    <message>
        <source>Your name</source>
        <extracomment>words.YOUR_NAME</extracomment>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Where to ask you</source>
        <extracomment>words.YOUR_CONTACT</extracomment>
        <translation>Dónde preguntarle</translation>
    </message>
    <message>
        <source>As it should stand in your works</source>
        <extracomment>words.NAME_HINT</extracomment>
        <translation>Como debe figurar en sus obras</translation>
    </message>
    <message>
        <source>Mail or web address, if you like</source>
        <extracomment>words.CONTACT_HINT</extracomment>
        <translation>Correo o dirección web, si quiere</translation>
    </message>
    <message>
        <source>Register the fingerprints (no files are sent)</source>
        <extracomment>words.REGISTER</extracomment>
        <translation>Registrar las huellas (no se envían archivos)</translation>
    </message>
    <message>
        <source>What will be written</source>
        <extracomment>words.WRITTEN</extracomment>
        <translation>Qué se escribirá</translation>
    </message>
    <message>
        <source>What was written</source>
        <extracomment>words.WRITTEN_DONE</extracomment>
        <translation>Qué se escribió</translation>
    </message>
    <message>
        <source>What will be written into “{}”</source>
        <extracomment>words.WRITTEN_IN</extracomment>
        <translation>Qué se escribirá en «{}»</translation>
    </message>
    <message>
        <source>What was written into “{}”</source>
        <extracomment>words.WRITTEN_DONE_IN</extracomment>
        <translation>Qué se escribió en «{}»</translation>
    </message>
    <message>
        <source>Show technical names</source>
        <extracomment>words.TECHNICAL</extracomment>
        <translation>Mostrar nombres técnicos</translation>
    </message>
    <message>
        <source>Show files</source>
        <extracomment>words.SHOW_FILES</extracomment>
        <translation>Mostrar archivos</translation>
    </message>
    <message>
        <source>Put everything back</source>
        <extracomment>words.PUT_ALL_BACK</extracomment>
        <translation>Restaurar todo</translation>
    </message>
    <message>
        <source>Put back</source>
        <extracomment>words.PUT_BACK</extracomment>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Put back everything ever protected…</source>
        <extracomment>words.PUT_BACK_EVER</extracomment>
        <translation>Restaurar todo lo protegido alguna vez…</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>words.TRY_AGAIN</extracomment>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Show them</source>
        <extracomment>words.SHOW_THEM</extracomment>
        <translation>Mostrarlos</translation>
    </message>
    <message>
        <source>Open it</source>
        <extracomment>words.OPEN_IT</extracomment>
        <translation>Abrirlo</translation>
    </message>
    <message>
        <source>Show file</source>
        <extracomment>words.SHOW_FILE</extracomment>
        <translation>Mostrar archivo</translation>
    </message>
    <message>
        <source>Show all works</source>
        <extracomment>words.SHOW_ALL</extracomment>
        <translation>Mostrar todas las obras</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>words.DISMISS</extracomment>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>words.MENU</extracomment>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>words.APPEARANCE</extracomment>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>words.QUIT</extracomment>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Your key is sealed. Please type its passphrase:</source>
        <extracomment>words.SEALED</extracomment>
        <translation>Su clave está sellada. Escriba su frase de contraseña:</translation>
    </message>
    <message>
        <source>This tells AI companies what you refuse and gives you dated proof. It cannot physically stop someone who ignores it.</source>
        <extracomment>words.CLAIM</extracomment>
        <translation>Esto dice a las empresas de IA lo que usted rechaza y le da una prueba con fecha. No puede impedir físicamente que alguien lo ignore.</translation>
    </message>
    <message>
        <source>Pick a work in the list to see what will be written into it.</source>
        <extracomment>words.PICK_A_WORK</extracomment>
        <translation>Elija una obra de la lista para ver qué se escribirá en ella.</translation>
    </message>
    <message>
        <source>This file is being looked at.</source>
        <extracomment>words.BEING_LOOKED_AT</extracomment>
        <translation>Se está mirando este archivo.</translation>
    </message>
    <message>
        <source>It says all of this already; nothing will be written.</source>
        <extracomment>words.NOTHING_NEW</extracomment>
        <translation>Ya dice todo esto; no se escribirá nada.</translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>words.NOTHING_BEFORE</extracomment>
        <translation>nada</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <extracomment>words.STAYS</extracomment>
        <translation>queda como está</translation>
    </message>
    <message>
        <source>Every file that ArtistGuard ever changed here, also in earlier runs, becomes what it was before, byte for byte. Files that you edited since are left alone.</source>
        <extracomment>words.ASK_PUT_BACK</extracomment>
        <translation>Cada archivo que ArtistGuard cambió aquí alguna vez vuelve a ser lo que era, byte a byte. Los archivos que usted editó después no se tocan.</translation>
    </message>
    <message>
        <source>Pictures, music and writing cannot be versions of one work.</source>
        <extracomment>words.NOT_ONE_WORK</extracomment>
        <translation>Imágenes, música y textos no pueden ser versiones de una misma obra.</translation>
    </message>
    <message>
        <source>Belongs with…</source>
        <extracomment>words.BELONGS_WITH</extracomment>
        <translation>Va con…</translation>
    </message>
    <message>
        <source>Make these one work</source>
        <extracomment>words.ONE_WORK</extracomment>
        <translation>Hacer de ellas una sola obra</translation>
    </message>
    <message>
        <source>Make this a work of its own</source>
        <extracomment>words.OWN_WORK</extracomment>
        <translation>Hacer de esto una obra aparte</translation>
    </message>
    <message>
        <source>Is this yours?</source>
        <extracomment>words.IS_IT_YOURS</extracomment>
        <translation>¿Es suya?</translation>
    </message>
    <message>
        <source>Where it is written</source>
        <extracomment>words.WHERE</extracomment>
        <translation>Dónde se escribe</translation>
    </message>
    <message>
        <source>In the files themselves</source>
        <extracomment>words.IN_PLACE</extracomment>
        <translation>En los propios archivos</translation>
    </message>
    <message>
        <source>Into copies in another folder…</source>
        <extracomment>words.IN_COPIES</extracomment>
        <translation>En copias, en otra carpeta…</translation>
    </message>
    <message>
        <source>Into copies in “{}”</source>
        <extracomment>words.IN_COPIES_AT</extracomment>
        <translation>En copias, en «{}»</translation>
    </message>
    <message>
        <source>Keep a way back</source>
        <extracomment>words.KEEP_WAY_BACK</extracomment>
        <translation>Guardar una vuelta atrás</translation>
    </message>
    <message>
        <source>So that Put back can undo it byte for byte; takes a little room on your disk.</source>
        <extracomment>words.WAY_BACK_MEANS</extracomment>
        <translation>Para que Restaurar pueda deshacerlo byte a byte; ocupa un poco de su disco.</translation>
    </message>
    <message>
        <source>Without it, Put back cannot undo this run. The work itself is never changed, only what is said about it.</source>
        <extracomment>words.NO_WAY_BACK_MEANS</extracomment>
        <translation>Sin ella, Restaurar no puede deshacer esta vez. La obra misma no cambia nunca, solo lo que se dice de ella.</translation>
    </message>
    <message>
        <source>Your files stay exactly as they are; putting back removes the copies.</source>
        <extracomment>words.COPIES_MEAN</extracomment>
        <translation>Sus archivos se quedan exactamente como están; restaurar quita las copias.</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>words.GO_ON</extracomment>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Leave it</source>
        <extracomment>words.LET_BE</extracomment>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>words.SKIP</extracomment>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Try all again</source>
        <extracomment>words.ALL_AGAIN</extracomment>
        <translation>Intentar todo de nuevo</translation>
    </message>
    <message>
        <source>Choose other folder…</source>
        <extracomment>words.OTHER_FOLDER</extracomment>
        <translation>Elegir otra carpeta…</translation>
    </message>
    <message>
        <source>To which work does it belong?</source>
        <extracomment>words.JOIN_WITH</extracomment>
        <translation>¿A qué obra pertenece?</translation>
    </message>
    <message>
        <source>After an interruption, unfinished changes were put in order:</source>
        <extracomment>words.MENDED</extracomment>
        <translation>Tras una interrupción se pusieron en orden cambios sin terminar:</translation>
    </message>
    <message>
        <source>Work</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Obra</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Después</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>words._COLUMNS</extracomment>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Image</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Music</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Música</translation>
    </message>
    <message>
        <source>Writing</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>words._MEDIA</extracomment>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>words._STATES</extracomment>
        <translation>Mirando…</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>words._STATES</extracomment>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Says so already</source>
        <extracomment>words._STATES</extracomment>
        <translation>Ya lo dice</translation>
    </message>
    <message>
        <source>Protected</source>
        <extracomment>words._STATES</extracomment>
        <translation>Protegida</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <extracomment>words._STATES</extracomment>
        <translation>Necesita atención</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>words._APPEARANCES</extracomment>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>It says that an AI made it.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Dice que la hizo una IA.</translation>
    </message>
    <message>
        <source>It names somebody else.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Nombra a otra persona.</translation>
    </message>
    <message>
        <source>It says so already, by somebody else.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Ya lo dice, de parte de otra persona.</translation>
    </message>
    <message>
        <source>Somebody else has registered it.</source>
        <extracomment>words._DOUBTS</extracomment>
        <translation>Otra persona la ha registrado.</translation>
    </message>
    <message>
        <source>What machines may do, in the words of the picture trade</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Lo que pueden hacer las máquinas, en palabras de los bancos de imágenes</translation>
    </message>
    <message>
        <source>Camera data (what AI may learn)</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Datos de la cámara (lo que la IA puede aprender)</translation>
    </message>
    <message>
        <source>European reservation of text and data mining</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Reserva europea de minería de textos y datos</translation>
    </message>
    <message>
        <source>Internet preference for AI</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Preferencia de internet para la IA</translation>
    </message>
    <message>
        <source>Content credentials: training and mining</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Content Credentials: entrenamiento y minería</translation>
    </message>
    <message>
        <source>Licence for machines</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Licencia para máquinas</translation>
    </message>
    <message>
        <source>Policy for machines</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Normas para máquinas</translation>
    </message>
    <message>
        <source>Book trade data</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Datos del comercio del libro</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Content Credentials</translation>
    </message>
    <message>
        <source>Record of ArtistGuard</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Registro de ArtistGuard</translation>
    </message>
    <message>
        <source>Name and rights, for people</source>
        <extracomment>words._LAYERS</extracomment>
        <translation>Nombre y derechos, para personas</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n works?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>¿Retirar %Ln obra?</numerusform>
            <numerusform>¿Retirar %Ln obras?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n files back?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>¿Restaurar %Ln archivo?</numerusform>
            <numerusform>¿Restaurar %Ln archivos?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files say so now.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln archivo lo dice ahora.</numerusform>
            <numerusform>%Ln archivos lo dicen ahora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works are withdrawn.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln obra está retirada.</numerusform>
            <numerusform>%Ln obras están retiradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are done.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln está hecho.</numerusform>
            <numerusform>%Ln están hechos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Protect %n works</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>Proteger %Ln obra</numerusform>
            <numerusform>Proteger %Ln obras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works protected.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln obra protegida.</numerusform>
            <numerusform>%Ln obras protegidas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are as they were.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln archivo está como antes.</numerusform>
            <numerusform>%Ln archivos están como antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln obra</numerusform>
            <numerusform>%Ln obras</numerusform>
        </translation>
    </message>
    <message>
        <source>about {} min left</source>
        <extracomment>counts</extracomment>
        <translation>quedan unos {} min</translation>
    </message>
    <message>
        <source>{} of {} were not finished.</source>
        <extracomment>counts</extracomment>
        <translation>{} de {} no se terminaron.</translation>
    </message>
    <message numerus="yes">
        <source>%n said so already.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln ya lo decía.</numerusform>
            <numerusform>%Ln ya lo decían.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln necesita atención.</numerusform>
            <numerusform>%Ln necesitan atención.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not begun.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln no se empezó.</numerusform>
            <numerusform>%Ln no se empezaron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left alone.</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln se dejó como está.</numerusform>
            <numerusform>%Ln se dejaron como están.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln necesita atención</numerusform>
            <numerusform>%Ln necesitan atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out: are they yours?</source>
        <extracomment>counts</extracomment>
        <translation>
            <numerusform>%Ln se deja fuera: ¿es suya?</numerusform>
            <numerusform>%Ln se dejan fuera: ¿son suyas?</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen: {}</source>
        <extracomment>counts</extracomment>
        <translation>Elegido: {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <extracomment>counts</extracomment>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>about {} s left</source>
        <extracomment>counts</extracomment>
        <translation>quedan unos {} s</translation>
    </message>
    <message>
        <source>Finding files</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Buscando archivos</translation>
    </message>
    <message>
        <source>Looking at your works</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Mirando sus obras</translation>
    </message>
    <message>
        <source>Finding out what will be written</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Viendo qué se escribirá</translation>
    </message>
    <message>
        <source>Protecting</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Protegiendo</translation>
    </message>
    <message>
        <source>Putting back</source>
        <extracomment>counts._STAGES</extracomment>
        <translation>Restaurando</translation>
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
            <numerusform>%Ln declaración espera</numerusform>
            <numerusform>%Ln declaraciones esperan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements confirmed</source>
        <extracomment>sayings</extracomment>
        <translation>
            <numerusform>%Ln declaración confirmada</numerusform>
            <numerusform>%Ln declaraciones confirmadas</numerusform>
        </translation>
    </message>
    <message>
        <source>the registry on this computer</source>
        <extracomment>sayings</extracomment>
        <translation>el registro de este ordenador</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <extracomment>sayings</extracomment>
        <translation>Guardado: {}</translation>
    </message>
    <message>
        <source>Not in it yet, because nothing has confirmed it: {}.</source>
        <extracomment>sayings</extracomment>
        <translation>Aún no incluido, porque nada lo ha confirmado: {}.</translation>
    </message>
    <message>
        <source>It has no time stamp: {}</source>
        <extracomment>sayings</extracomment>
        <translation>No tiene sello de tiempo: {}</translation>
    </message>
    <message>
        <source>Registered at {} since {}; the proof holds.</source>
        <extracomment>sayings</extracomment>
        <translation>Registrada en {} desde el {}; la prueba es válida.</translation>
    </message>
    <message>
        <source>{} for {}</source>
        <extracomment>sayings</extracomment>
        <translation>{} para {}</translation>
    </message>
    <message>
        <source>{} at {}</source>
        <extracomment>sayings</extracomment>
        <translation>{} por {}</translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <extracomment>sayings</extracomment>
        <translation>Paso {} de {}</translation>
    </message>
    <message>
        <source>Registered at {}</source>
        <extracomment>sayings</extracomment>
        <translation>Registrada en {}</translation>
    </message>
    <message>
        <source>{}, changed {}</source>
        <extracomment>sayings</extracomment>
        <translation>{}, cambiada el {}</translation>
    </message>
    <message>
        <source>Kept on this computer since {}; no proof of date for others.</source>
        <extracomment>sayings</extracomment>
        <translation>Guardada en este ordenador desde el {}; sin prueba de fecha para otros.</translation>
    </message>
    <message>
        <source>My works</source>
        <extracomment>sayings.MY_WORKS</extracomment>
        <translation>Mis obras</translation>
    </message>
    <message>
        <source>Nothing is protected on this computer yet.</source>
        <extracomment>sayings.NONE_YET</extracomment>
        <translation>Aún no hay nada protegido en este ordenador.</translation>
    </message>
    <message>
        <source>Works that you protect are listed here, with their dates and their proof.</source>
        <extracomment>sayings.NONE_YET_MORE</extracomment>
        <translation>Las obras que proteja aparecen aquí, con sus fechas y sus pruebas.</translation>
    </message>
    <message>
        <source>Protect works</source>
        <extracomment>sayings.BEGIN</extracomment>
        <translation>Proteger obras</translation>
    </message>
    <message>
        <source>All kinds</source>
        <extracomment>sayings.ALL_KINDS</extracomment>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>All states</source>
        <extracomment>sayings.ALL_STATES</extracomment>
        <translation>Todos los estados</translation>
    </message>
    <message>
        <source>Looking at your works…</source>
        <extracomment>sayings.REMEMBERING</extracomment>
        <translation>Mirando sus obras…</translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>sayings.LOOK_AGAIN</extracomment>
        <translation>Mirar de nuevo</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>sayings.EXPORT</extracomment>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>As a table (CSV)…</source>
        <extracomment>sayings.EXPORT_CSV</extracomment>
        <translation>Como tabla (CSV)…</translation>
    </message>
    <message>
        <source>For programs (JSON)…</source>
        <extracomment>sayings.EXPORT_JSON</extracomment>
        <translation>Para programas (JSON)…</translation>
    </message>
    <message>
        <source>Change the choice…</source>
        <extracomment>sayings.CHANGE_CHOICE</extracomment>
        <translation>Cambiar la elección…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <extracomment>sayings.WITHDRAW</extracomment>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Put back…</source>
        <extracomment>sayings.PUT_BACK_ASK</extracomment>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Save certificate…</source>
        <extracomment>sayings.SAVE_CERTIFICATE</extracomment>
        <translation>Guardar certificado…</translation>
    </message>
    <message>
        <source>Protect again</source>
        <extracomment>sayings.PROTECT_AGAIN</extracomment>
        <translation>Proteger de nuevo</translation>
    </message>
    <message>
        <source>Which kind of work</source>
        <extracomment>sayings.FILTER_KIND</extracomment>
        <translation>Qué tipo de obra</translation>
    </message>
    <message>
        <source>Which state</source>
        <extracomment>sayings.FILTER_STATE</extracomment>
        <translation>Qué estado</translation>
    </message>
    <message>
        <source>Pick works in the list to see what you can do with them.</source>
        <extracomment>sayings.PICK_WORKS</extracomment>
        <translation>Elija obras de la lista para ver qué puede hacer con ellas.</translation>
    </message>
    <message>
        <source>What may AI do with it from now on?</source>
        <extracomment>sayings.NEW_CHOICE</extracomment>
        <translation>¿Qué puede hacer la IA con ella desde ahora?</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>sayings.CHANGE</extracomment>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Each file of the chosen works is stated anew. Registries keep the earlier statement with its dates and show the new one.</source>
        <extracomment>sayings.CHOICE_LATER</extracomment>
        <translation>Cada archivo de las obras elegidas se declara de nuevo. Los registros conservan la declaración anterior con sus fechas y muestran la nueva.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <extracomment>sayings.WITHDRAW_ONLY</extracomment>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Withdrawing tells every registry that has your statement that it does not hold any more. The earlier statement stays visible there with its dates. What is written in the files stays in them; Put back takes that away.</source>
        <extracomment>sayings.WITHDRAW_MEANS</extracomment>
        <translation>Retirar dice a cada registro que tiene su declaración que ya no vale. La declaración anterior sigue visible allí con sus fechas. Lo escrito en los archivos se queda en ellos; Restaurar lo quita.</translation>
    </message>
    <message>
        <source>The files become what they were before, byte for byte. Files that you edited since are left alone. Do you want to withdraw the statement, too? Registries keep it otherwise.</source>
        <extracomment>sayings.PUT_BACK_MEANS</extracomment>
        <translation>Los archivos vuelven a ser lo que eran, byte a byte. Los que usted editó después no se tocan. ¿Quiere retirar también la declaración? Si no, los registros la conservan.</translation>
    </message>
    <message>
        <source>The files become what they were before, byte for byte. Files that you edited since are left alone.</source>
        <extracomment>sayings.PUT_BACK_PLAIN</extracomment>
        <translation>Los archivos vuelven a ser lo que eran, byte a byte. Los que usted editó después no se tocan.</translation>
    </message>
    <message>
        <source>Put back, let the statement stand</source>
        <extracomment>sayings.PUT_BACK_KEEP</extracomment>
        <translation>Restaurar y dejar la declaración</translation>
    </message>
    <message>
        <source>Put back and withdraw</source>
        <extracomment>sayings.PUT_BACK_BOTH</extracomment>
        <translation>Restaurar y retirar</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>sayings.CLOSE</extracomment>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <extracomment>sayings.PDF_FILES</extracomment>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <extracomment>sayings.CSV_FILES</extracomment>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <extracomment>sayings.JSON_FILES</extracomment>
        <translation>Archivos JSON (*.json)</translation>
    </message>
    <message>
        <source>Edited since</source>
        <extracomment>sayings.EDITED</extracomment>
        <translation>Editado después</translation>
    </message>
    <message>
        <source>Check a file</source>
        <extracomment>sayings.CHECK</extracomment>
        <translation>Comprobar un archivo</translation>
    </message>
    <message>
        <source>Drop a file that you found anywhere</source>
        <extracomment>sayings.CHECK_DROP</extracomment>
        <translation>Suelte un archivo que encontró en cualquier parte</translation>
    </message>
    <message>
        <source>See which statements are left in it, and which registered work it is. Works for files of other people, too.</source>
        <extracomment>sayings.CHECK_MORE</extracomment>
        <translation>Vea qué declaraciones quedan en él y qué obra registrada es. También sirve para archivos de otras personas.</translation>
    </message>
    <message>
        <source>Nothing is written, and no file is sent: the registry is asked with fingerprints only.</source>
        <extracomment>sayings.CHECK_STAYS</extracomment>
        <translation>No se escribe nada ni se envía ningún archivo: al registro se le pregunta solo con huellas.</translation>
    </message>
    <message>
        <source>Check more files</source>
        <extracomment>sayings.CHECK_MORE_FILES</extracomment>
        <translation>Comprobar más archivos</translation>
    </message>
    <message>
        <source>Pick a file in the list to see what is known about it.</source>
        <extracomment>sayings.CHECK_PICK</extracomment>
        <translation>Elija un archivo de la lista para ver qué se sabe de él.</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <extracomment>sayings.LOOKING_AT</extracomment>
        <translation>Mirando los archivos…</translation>
    </message>
    <message>
        <source>Says nothing about AI.</source>
        <extracomment>sayings.SAYS_NOTHING</extracomment>
        <translation>No dice nada sobre la IA.</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>sayings.HEAD_SAYS</extracomment>
        <translation>Qué dice</translation>
    </message>
    <message>
        <source>Which work it is</source>
        <extracomment>sayings.HEAD_WORK</extracomment>
        <translation>Qué obra es</translation>
    </message>
    <message>
        <source>What is missing in this copy</source>
        <extracomment>sayings.HEAD_LOST</extracomment>
        <translation>Qué falta en esta copia</translation>
    </message>
    <message>
        <source>The registry knows no such work.</source>
        <extracomment>sayings.NO_MATCH</extracomment>
        <translation>El registro no conoce tal obra.</translation>
    </message>
    <message>
        <source>It has too little content to be recognised by likeness; only an exact copy would be.</source>
        <extracomment>sayings.TOO_LITTLE</extracomment>
        <translation>Tiene muy poco contenido para reconocerla por parecido; solo se reconocería una copia exacta.</translation>
    </message>
    <message>
        <source>The registry's own word: that it left out no later statement.</source>
        <extracomment>sayings.WORDS</extracomment>
        <translation>La palabra del propio registro: que no ha omitido ninguna declaración posterior.</translation>
    </message>
    <message>
        <source>The registry's own word: how well it knows who states this.</source>
        <extracomment>sayings.WORDS</extracomment>
        <translation>La palabra del propio registro: hasta qué punto conoce a quien declara esto.</translation>
    </message>
    <message>
        <source>Nothing is missing: it says all that the work says.</source>
        <extracomment>sayings.ALL_LEFT</extracomment>
        <translation>No falta nada: dice todo lo que dice la obra.</translation>
    </message>
    <message>
        <source>No statement is left in it. It was removed on the way, or this copy was made before the work was protected.</source>
        <extracomment>sayings.ALL_GONE</extracomment>
        <translation>No queda ninguna declaración. Se quitó por el camino, o esta copia se hizo antes de proteger la obra.</translation>
    </message>
    <message>
        <source>Missing, because it was removed on the way or this copy was made without it:</source>
        <extracomment>sayings.SOME_GONE</extracomment>
        <translation>Falta, porque se quitó por el camino o esta copia se hizo sin ello:</translation>
    </message>
    <message>
        <source>Preferences</source>
        <extracomment>sayings.PREFERENCES</extracomment>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>sayings.PAGES</extracomment>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Choice</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Elección</translation>
    </message>
    <message>
        <source>Registry and proof</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Registro y prueba</translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>sayings.YOU, CHOICE, REGISTRY, ADVANCED</extracomment>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Your licence page</source>
        <extracomment>sayings.LICENCE</extracomment>
        <translation>Su página de licencias</translation>
    </message>
    <message>
        <source>Web address where people can ask for a licence, if you have one</source>
        <extracomment>sayings.LICENCE_HINT</extracomment>
        <translation>Dirección web donde pedir una licencia, si la tiene</translation>
    </message>
    <message>
        <source>Your policy for machines</source>
        <extracomment>sayings.POLICY</extracomment>
        <translation>Sus normas para máquinas</translation>
    </message>
    <message>
        <source>Web address of a policy for text and data mining, if you have one</source>
        <extracomment>sayings.POLICY_HINT</extracomment>
        <translation>Dirección web de normas de minería de textos y datos, si las tiene</translation>
    </message>
    <message>
        <source>Works are signed as</source>
        <extracomment>sayings.SIGNS_AS</extracomment>
        <translation>Las obras se firman como</translation>
    </message>
    <message>
        <source>Your first key is made when you first protect something.</source>
        <extracomment>sayings.NO_PROFILE</extracomment>
        <translation>Su primera clave se hace cuando protege algo por primera vez.</translation>
    </message>
    <message>
        <source>A new name</source>
        <extracomment>sayings.NEW_PROFILE</extracomment>
        <translation>Un nombre nuevo</translation>
    </message>
    <message>
        <source>Such as a pen name</source>
        <extracomment>sayings.NEW_PROFILE_HINT</extracomment>
        <translation>Por ejemplo, un seudónimo</translation>
    </message>
    <message>
        <source>Add a pen name, or somebody for whom you act</source>
        <extracomment>sayings.ADD_NAME</extracomment>
        <translation>Añadir un seudónimo, o alguien por quien usted actúa</translation>
    </message>
    <message>
        <source>Acts for</source>
        <extracomment>sayings.ACTS_FOR</extracomment>
        <translation>Actúa por</translation>
    </message>
    <message>
        <source>Acts for (empty: yourself)</source>
        <extracomment>sayings.ACTS_FOR_HINT</extracomment>
        <translation>Actúa por (vacío: usted mismo)</translation>
    </message>
    <message>
        <source>Add this name</source>
        <extracomment>sayings.ADD_PROFILE</extracomment>
        <translation>Añadir este nombre</translation>
    </message>
    <message>
        <source>Address of the registry</source>
        <extracomment>sayings.REGISTRY_ADDRESS</extracomment>
        <translation>Dirección del registro</translation>
    </message>
    <message>
        <source>Empty: fingerprints are kept on this computer only</source>
        <extracomment>sayings.REGISTRY_HINT</extracomment>
        <translation>Vacío: las huellas se guardan solo en este ordenador</translation>
    </message>
    <message>
        <source>Register fingerprints of what I protect (no files are sent)</source>
        <extracomment>sayings.REGISTER_ALWAYS</extracomment>
        <translation>Registrar las huellas de lo que protejo (no se envían archivos)</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <extracomment>sayings.NOTHING_WAITS</extracomment>
        <translation>Nada espera a ser enviado.</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>sayings.SEND_NOW</extracomment>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Keep a way back for every change</source>
        <extracomment>sayings.WAY_BACK</extracomment>
        <translation>Guardar una vuelta atrás para cada cambio</translation>
    </message>
    <message>
        <source>Files keep their time of last change</source>
        <extracomment>sayings.KEEP_TIME</extracomment>
        <translation>Los archivos conservan la hora de su último cambio</translation>
    </message>
    <message>
        <source>Files at once</source>
        <extracomment>sayings.PROCESSES</extracomment>
        <translation>Archivos a la vez</translation>
    </message>
    <message>
        <source>0 for one on each processor core</source>
        <extracomment>sayings.PROCESSES_HINT</extracomment>
        <translation>0 para uno por núcleo del procesador</translation>
    </message>
    <message>
        <source>New keys are kept</source>
        <extracomment>sayings.NEW_KEYS</extracomment>
        <translation>Las claves nuevas se guardan</translation>
    </message>
    <message>
        <source>in the system keyring</source>
        <extracomment>sayings.KEYRING, IN_FILE</extracomment>
        <translation>en el llavero del sistema</translation>
    </message>
    <message>
        <source>in a file of your own folder</source>
        <extracomment>sayings.KEYRING, IN_FILE</extracomment>
        <translation>en un archivo de su propia carpeta</translation>
    </message>
    <message>
        <source>Kept.</source>
        <extracomment>sayings.KEPT</extracomment>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Looks and language</source>
        <extracomment>sayings.LOOKS</extracomment>
        <translation>Aspecto e idioma</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>sayings.LANGUAGE</extracomment>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Another language holds when ArtistGuard is opened the next time.</source>
        <extracomment>sayings.LANGUAGE_LATER</extracomment>
        <translation>Otro idioma vale cuando ArtistGuard se abra la próxima vez.</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <extracomment>sayings.TEXT_SIZE</extracomment>
        <translation>Tamaño de las letras</translation>
    </message>
    <message>
        <source>This is what every new work will say, until you choose something else for it.</source>
        <extracomment>sayings.CHOICE_MORE</extracomment>
        <translation>Es lo que dirá cada obra nueva, hasta que elija otra cosa para ella.</translation>
    </message>
    <message>
        <source>You can change all of this later under Menu, Preferences.</source>
        <extracomment>sayings.CHANGE_LATER</extracomment>
        <translation>Puede cambiar todo esto más tarde en Menú, Preferencias.</translation>
    </message>
    <message>
        <source>Welcome to ArtistGuard</source>
        <extracomment>sayings.WELCOME</extracomment>
        <translation>Le damos la bienvenida a ArtistGuard</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <extracomment>sayings.STEP_YOU</extracomment>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>Your name goes into your works and into the signature on them, and people who want a licence know where to ask. All of it may stay empty.</source>
        <extracomment>sayings.STEP_YOU_MORE</extracomment>
        <translation>Su nombre va en sus obras y en la firma que llevan, y quien quiera una licencia sabrá dónde preguntar. Todo puede quedar vacío.</translation>
    </message>
    <message>
        <source>What may AI do with your works?</source>
        <extracomment>sayings.STEP_CHOICE</extracomment>
        <translation>¿Qué puede hacer la IA con sus obras?</translation>
    </message>
    <message>
        <source>Do you want dated proof that others can check?</source>
        <extracomment>sayings.STEP_REGISTRY</extracomment>
        <translation>¿Quiere una prueba con fecha que otros puedan comprobar?</translation>
    </message>
    <message>
        <source>A registry keeps the fingerprints of your works with the date, so that anybody can see when you said no. Your files are never sent. Without one, fingerprints are kept on this computer.</source>
        <extracomment>sayings.STEP_REGISTRY_MORE</extracomment>
        <translation>Un registro guarda las huellas de sus obras con la fecha, para que cualquiera pueda ver cuándo dijo usted que no. Sus archivos no se envían nunca. Sin registro, las huellas se guardan en este ordenador.</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>sayings.NOT_NOW</extracomment>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Begin</source>
        <extracomment>sayings.NEXT, BACK, SKIP, FINISH</extracomment>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>sayings._COLUMNS</extracomment>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Where it is registered</source>
        <extracomment>sayings._COLUMNS</extracomment>
        <translation>Dónde está registrada</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Says</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Registered work</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Obra registrada</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>sayings._FOUND_COLUMNS</extracomment>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Guardada en este ordenador</translation>
    </message>
    <message>
        <source>Registered</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Registrada</translation>
    </message>
    <message>
        <source>Waits for the internet</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Espera a internet</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Not registered</source>
        <extracomment>sayings._STANDINGS</extracomment>
        <translation>No registrada</translation>
    </message>
    <message>
        <source>exactly the same file</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>exactamente el mismo archivo</translation>
    </message>
    <message>
        <source>exactly the same content</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>exactamente el mismo contenido</translation>
    </message>
    <message>
        <source>looks the same</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>se ve igual</translation>
    </message>
    <message>
        <source>resembles it, which proves nothing</source>
        <extracomment>sayings._SAME</extracomment>
        <translation>se le parece, lo que no prueba nada</translation>
    </message>
    <message>
        <source>sounds the same</source>
        <extracomment>sayings._HEARD</extracomment>
        <translation>suena igual</translation>
    </message>
    <message numerus="yes">
        <source>%n statements that waited are registered at {} now.</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln declaración que esperaba ya está registrada en {}.</numerusform>
            <numerusform>%Ln declaraciones que esperaban ya están registradas en {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n works are in “{}” already. Protect them, too?</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln obra ya está en «{}». ¿Protegerla también?</numerusform>
            <numerusform>%Ln obras ya están en «{}». ¿Protegerlas también?</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new key?</source>
        <extracomment>housewords</extracomment>
        <translation>¿Crear una clave nueva?</translation>
    </message>
    <message numerus="yes">
        <source>%n new files in {} were protected.</source>
        <extracomment>housewords</extracomment>
        <translation>
            <numerusform>%Ln archivo nuevo en {} se protegió.</numerusform>
            <numerusform>%Ln archivos nuevos en {} se protegieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>{} · known since {}</source>
        <extracomment>housewords</extracomment>
        <translation>{} · conocido desde el {}</translation>
    </message>
    <message>
        <source>Make a new key for {}?</source>
        <extracomment>housewords</extracomment>
        <translation>¿Hacer una clave nueva para {}?</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>housewords.FOLDERS</extracomment>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>What comes new into these folders is protected by itself, with your choice, while this window is open: as soon as a file has stopped growing. Files that ArtistGuard wrote or put back are left alone.</source>
        <extracomment>housewords.FOLDERS_MORE</extracomment>
        <translation>Lo que llega nuevo a estas carpetas se protege solo, con su elección, mientras esta ventana está abierta: en cuanto un archivo deja de crecer. Los archivos que ArtistGuard escribió o restauró no se tocan.</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <extracomment>housewords.NO_FOLDERS</extracomment>
        <translation>No se vigila ninguna carpeta.</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <extracomment>housewords.WATCH_FOLDER</extracomment>
        <translation>Vigilar una carpeta…</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>housewords.PAUSE, GO_ON, STOP_WATCHING</extracomment>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>housewords.PAUSE, GO_ON, STOP_WATCHING</extracomment>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <extracomment>housewords.PAUSE, GO_ON, STOP_WATCHING</extracomment>
        <translation>No vigilar más</translation>
    </message>
    <message>
        <source>Watching</source>
        <extracomment>housewords.WATCHES, PAUSES, NOT_THERE</extracomment>
        <translation>Se vigila</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>housewords.WATCHES, PAUSES, NOT_THERE</extracomment>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Not there now; it is watched again when it comes back</source>
        <extracomment>housewords.WATCHES, PAUSES, NOT_THERE</extracomment>
        <translation>Ahora no está; se vigila de nuevo cuando vuelva</translation>
    </message>
    <message>
        <source>What comes new is protected in either case, and what is there already as soon as it changes.</source>
        <extracomment>housewords.EXISTING_MEANS</extracomment>
        <translation>Lo que llega nuevo se protege en todo caso, y lo que ya está en cuanto cambia.</translation>
    </message>
    <message>
        <source>Protect them, too</source>
        <extracomment>housewords.PROTECT_EXISTING</extracomment>
        <translation>Protegerlas también</translation>
    </message>
    <message>
        <source>Leave them alone</source>
        <extracomment>housewords.LEAVE_EXISTING</extracomment>
        <translation>Dejarlas</translation>
    </message>
    <message>
        <source>Your website, shops and publishers</source>
        <extracomment>housewords.KIT</extracomment>
        <translation>Su sitio web, tiendas y editoriales</translation>
    </message>
    <message>
        <source>The kit holds your choice as lines, files and pages: for a website, for shops that take words only, and for a publisher. A text in it says where each goes.</source>
        <extracomment>housewords.KIT_MORE</extracomment>
        <translation>El paquete contiene su elección en líneas, archivos y páginas: para un sitio web, para tiendas que solo aceptan palabras y para una editorial. Un texto dentro dice dónde va cada cosa.</translation>
    </message>
    <message>
        <source>Save the kit for my website…</source>
        <extracomment>housewords.SAVE_KIT</extracomment>
        <translation>Guardar el paquete para mi sitio web…</translation>
    </message>
    <message>
        <source>What your choice means in law</source>
        <extracomment>housewords.LAW</extracomment>
        <translation>Qué significa su elección ante la ley</translation>
    </message>
    <message>
        <source>Who reads what is written</source>
        <extracomment>housewords.READERS</extracomment>
        <translation>Quién lee lo que se escribe</translation>
    </message>
    <message>
        <source>Your key</source>
        <extracomment>housewords.YOUR_KEY</extracomment>
        <translation>Su clave</translation>
    </message>
    <message>
        <source>What you say about your works is signed with a key that only you have. Keep a copy of it: without the key nobody, not even you, can change or withdraw your statements.</source>
        <extracomment>housewords.KEY_MORE</extracomment>
        <translation>Lo que usted dice de sus obras se firma con una clave que solo usted tiene. Guarde una copia: sin la clave nadie, ni siquiera usted, puede cambiar o retirar sus declaraciones.</translation>
    </message>
    <message>
        <source>It lies in a file of your own folder that only you may read.</source>
        <extracomment>housewords.KEY_FILE</extracomment>
        <translation>Está en un archivo de su propia carpeta que solo usted puede leer.</translation>
    </message>
    <message>
        <source>It lies in a file of your own folder, locked with your passphrase.</source>
        <extracomment>housewords.KEY_SEALED</extracomment>
        <translation>Está en un archivo de su propia carpeta, cerrada con su frase de contraseña.</translation>
    </message>
    <message>
        <source>It lies in the keyring of this computer.</source>
        <extracomment>housewords.KEY_RING</extracomment>
        <translation>Está en el llavero de este ordenador.</translation>
    </message>
    <message>
        <source>There is no recovery page for it yet.</source>
        <extracomment>housewords.NO_RECOVERY</extracomment>
        <translation>Aún no tiene página de recuperación.</translation>
    </message>
    <message>
        <source>There is a recovery page for it.</source>
        <extracomment>housewords.HAS_RECOVERY</extracomment>
        <translation>Tiene una página de recuperación.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <extracomment>housewords.SAVE_KEY</extracomment>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Bring in a copy…</source>
        <extracomment>housewords.BRING_KEY</extracomment>
        <translation>Traer una copia…</translation>
    </message>
    <message>
        <source>Make a new key…</source>
        <extracomment>housewords.NEW_KEY</extracomment>
        <translation>Hacer una clave nueva…</translation>
    </message>
    <message>
        <source>Make a recovery page…</source>
        <extracomment>housewords.RECOVERY_PAGE</extracomment>
        <translation>Hacer una página de recuperación…</translation>
    </message>
    <message>
        <source>Key files (*.json)</source>
        <extracomment>housewords.KEY_FILES</extracomment>
        <translation>Archivos de clave (*.json)</translation>
    </message>
    <message>
        <source>A passphrase that locks the copy</source>
        <extracomment>housewords.LOCK</extracomment>
        <translation>Una frase de contraseña que cierra la copia</translation>
    </message>
    <message>
        <source>Whoever has the copy and the passphrase can sign as you. Without the passphrase the copy is of no use, also to you.</source>
        <extracomment>housewords.LOCK_MEANS</extracomment>
        <translation>Quien tenga la copia y la frase puede firmar como usted. Sin la frase, la copia no sirve, tampoco a usted.</translation>
    </message>
    <message>
        <source>The same again</source>
        <extracomment>housewords.AGAIN</extracomment>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>The passphrase of this copy</source>
        <extracomment>housewords.UNLOCK</extracomment>
        <translation>La frase de contraseña de esta copia</translation>
    </message>
    <message>
        <source>It was chosen when the copy was saved.</source>
        <extracomment>housewords.UNLOCK_MEANS</extracomment>
        <translation>Se eligió cuando se guardó la copia.</translation>
    </message>
    <message>
        <source>A new key signs from now on, and every registry that knows the old one is told. What the old key signed stays valid.</source>
        <extracomment>housewords.NEW_KEY_MEANS</extracomment>
        <translation>Desde ahora firma una clave nueva, y cada registro que conoce la antigua lo sabe. Lo que firmó la clave antigua sigue siendo válido.</translation>
    </message>
    <message>
        <source>Make it</source>
        <extracomment>housewords.MAKE</extracomment>
        <translation>Hacerla</translation>
    </message>
    <message>
        <source>My key is lost…</source>
        <extracomment>housewords.LOST_KEY</extracomment>
        <translation>He perdido mi clave…</translation>
    </message>
    <message>
        <source>The recovery line from paper (AG-…)</source>
        <extracomment>housewords.LOST_LINE</extracomment>
        <translation>La línea de recuperación en papel (AG-…)</translation>
    </message>
    <message>
        <source>With the line on your recovery page a new key takes over, also where the old one is lost or stolen. Every registry that knows the old one is told.</source>
        <extracomment>housewords.LOST_MEANS</extracomment>
        <translation>Con la línea de su página de recuperación, una clave nueva toma el relevo, también si la anterior se perdió o fue robada. Se avisa a cada registro que conoce la anterior.</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>housewords.SAVE, OPEN</extracomment>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>housewords.SAVE, OPEN</extracomment>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Your recovery page is saved</source>
        <extracomment>housewords.RECOVERY_TITLE</extracomment>
        <translation>Su página de recuperación está guardada</translation>
    </message>
    <message>
        <source>Your recovery line</source>
        <extracomment>housewords.RECOVERY_LINE_ONLY</extracomment>
        <translation>Su línea de recuperación</translation>
    </message>
    <message>
        <source>Print the page, or write this line down, and put it away. It is not kept on this computer and is not shown again. With it you can make a new key if yours is lost or stolen.</source>
        <extracomment>housewords.RECOVERY_MEANS</extracomment>
        <translation>Imprima la página, o copie esta línea a mano, y guárdela. No se queda en este ordenador ni se muestra otra vez. Con ella puede hacer una clave nueva si la suya se pierde o se la roban.</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>housewords.DONE</extracomment>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Your works are signed with your own key. Keep a copy of it, in case this computer is lost.</source>
        <extracomment>housewords.KEEP_A_COPY</extracomment>
        <translation>Sus obras están firmadas con su propia clave. Guarde una copia por si se pierde este ordenador.</translation>
    </message>
    <message>
        <source>Save a copy of your key…</source>
        <extracomment>housewords.KEEP_A_COPY_HOW</extracomment>
        <translation>Guardar una copia de su clave…</translation>
    </message>
    <message>
        <source>Who signs</source>
        <extracomment>housewords.SWITCH_PROFILE</extracomment>
        <translation>Quién firma</translation>
    </message>
    <message>
        <source>Yourself</source>
        <extracomment>housewords.YOURSELF</extracomment>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Registries that you trust</source>
        <extracomment>housewords.KNOWN_REGISTRIES</extracomment>
        <translation>Registros en los que confía</translation>
    </message>
    <message>
        <source>A registry stands here when it has confirmed something for the first time.</source>
        <extracomment>housewords.NO_REGISTRIES</extracomment>
        <translation>Un registro aparece aquí cuando ha confirmado algo por primera vez.</translation>
    </message>
    <message>
        <source>Use this one</source>
        <extracomment>housewords.USE_THIS</extracomment>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>Show code</source>
        <extracomment>housewords.SHOW_CODE</extracomment>
        <translation>Mostrar código</translation>
    </message>
    <message>
        <source>Another device can scan this to use the same registry and to know it again.</source>
        <extracomment>housewords.CODE_MEANS</extracomment>
        <translation>Otro dispositivo puede leerlo para usar el mismo registro y reconocerlo.</translation>
    </message>
    <message>
        <source>“{}” is not there any more. It is watched again as soon as it is back.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>«{}» ya no está. La carpeta se vigila de nuevo en cuanto vuelva.</translation>
    </message>
    <message>
        <source>“{}” is back and is watched again.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>«{}» ha vuelto y se vigila de nuevo.</translation>
    </message>
    <message>
        <source>The system does not tell what happens in “{}”, so it is looked at every second.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>El sistema no dice qué pasa en «{}», así que se mira cada segundo.</translation>
    </message>
    <message>
        <source>Another program writes “{}” anew each time it was protected. It is left alone until you pause the folder and go on.</source>
        <extracomment>housewords._HAPPENED</extracomment>
        <translation>Otro programa reescribe «{}» cada vez que se protege. Se deja como está hasta que pause la carpeta y siga.</translation>
    </message>
    <message>
        <source>Its private key is in “{}”</source>
        <extracomment>credentialwords</extracomment>
        <translation>Su clave privada está en «{}»</translation>
    </message>
    <message>
        <source>Your signature in the files</source>
        <extracomment>credentialwords.CREDENTIALS</extracomment>
        <translation>Su firma en los archivos</translation>
    </message>
    <message>
        <source>Sign my files (Content Credentials)</source>
        <extracomment>credentialwords.SIGN</extracomment>
        <translation>Firmar mis archivos (Content Credentials)</translation>
    </message>
    <message>
        <source>A signature says who stated this and shows whether the file was changed since. Many picture programs and websites show it.</source>
        <extracomment>credentialwords.SIGN_MORE</extracomment>
        <translation>Una firma dice quién declaró esto y muestra si el archivo se ha cambiado desde entonces. Muchos programas de imagen y sitios web la muestran.</translation>
    </message>
    <message>
        <source>Your certificate is made when you first protect something.</source>
        <extracomment>credentialwords.NO_CERTIFICATE</extracomment>
        <translation>Su certificado se crea cuando protege algo por primera vez.</translation>
    </message>
    <message>
        <source>Your certificate says “{}”. It was made on this computer; nobody vouches for the name. Valid until {}.</source>
        <extracomment>credentialwords.OWN</extracomment>
        <translation>Su certificado dice «{}». Se hizo en este ordenador; nadie responde del nombre. Válido hasta el {}.</translation>
    </message>
    <message>
        <source>Your certificate says “{}”, and {} vouches for the name. Valid until {}.</source>
        <extracomment>credentialwords.BOUGHT</extracomment>
        <translation>Su certificado dice «{}», y {} responde del nombre. Válido hasta el {}.</translation>
    </message>
    <message>
        <source>Make anew</source>
        <extracomment>credentialwords.ANEW</extracomment>
        <translation>Hacer de nuevo</translation>
    </message>
    <message>
        <source>Bring in a bought certificate…</source>
        <extracomment>credentialwords.BRING</extracomment>
        <translation>Añadir un certificado comprado…</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <extracomment>credentialwords.BRING_IT</extracomment>
        <translation>Añadirlo</translation>
    </message>
    <message>
        <source>Remove it</source>
        <extracomment>credentialwords.REMOVE</extracomment>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx)</source>
        <extracomment>credentialwords.CERTIFICATE_FILES</extracomment>
        <translation>Certificados (*.pem *.crt *.cer *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>The passphrase of this certificate</source>
        <extracomment>credentialwords.CERTIFICATE_LOCK</extracomment>
        <translation>La frase de contraseña de este certificado</translation>
    </message>
    <message>
        <source>It came with the certificate; leave it empty if there is none. From then on the certificate signs your files, and its key is kept as your own key is.</source>
        <extracomment>credentialwords.CERTIFICATE_LOCK_MEANS</extracomment>
        <translation>Vino con el certificado; déjela vacía si no la hay. Desde entonces el certificado firma sus archivos, y su clave se guarda como la suya propia.</translation>
    </message>
    <message>
        <source>Its private key is in another file…</source>
        <extracomment>credentialwords.KEY_ELSEWHERE</extracomment>
        <translation>Su clave privada está en otro archivo…</translation>
    </message>
    <message>
        <source>Signatures of FLAC files</source>
        <extracomment>credentialwords.FLAC</extracomment>
        <translation>Firmas de los archivos FLAC</translation>
    </message>
    <message>
        <source>In a small file beside it, which every player leaves alone</source>
        <extracomment>credentialwords.FLAC_WAYS</extracomment>
        <translation>En un archivo pequeño al lado, que todo reproductor deja en paz</translation>
    </message>
    <message>
        <source>Inside the file, which old players may stumble over</source>
        <extracomment>credentialwords.FLAC_WAYS</extracomment>
        <translation>Dentro del archivo, con lo que pueden tropezar reproductores antiguos</translation>
    </message>
    <message>
        <source>signed as yours, inside the file</source>
        <extracomment>credentialwords._PLACES</extracomment>
        <translation>firmado como suyo, dentro del archivo</translation>
    </message>
    <message>
        <source>signed as yours, in a small file beside it</source>
        <extracomment>credentialwords._PLACES</extracomment>
        <translation>firmado como suyo, en un archivo pequeño al lado</translation>
    </message>
    <message>
        <source>Carries your signature (content credentials).</source>
        <extracomment>credentialwords._STANDS</extracomment>
        <translation>Lleva su firma (Content Credentials).</translation>
    </message>
    <message>
        <source>Your signature (content credentials) lies beside it; keep the two together.</source>
        <extracomment>credentialwords._STANDS</extracomment>
        <translation>Su firma (Content Credentials) está al lado; conserve los dos juntos.</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>phrases</extracomment>
        <translation> y </translation>
    </message>
    <message>
        <source>A key was made for you; it lies in the keyring of this computer.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Se hizo una clave para usted; está en el llavero de este ordenador.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in {}, locked with your passphrase.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Se hizo una clave para usted; está en {}, cerrada con su frase de contraseña.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in {}, readable by you only and not locked with a passphrase. Keep a copy of it in another place.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Se hizo una clave para usted; está en {}, legible solo por usted y sin frase de contraseña. Guarde una copia en otro lugar.</translation>
    </message>
    <message>
        <source>Registry {} was seen for the first time; its key is now pinned: {}</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>El registro {} se vio por primera vez; su clave queda anotada: {}</translation>
    </message>
    <message>
        <source>A certificate was made for you, to sign content credentials with. It says “{}”, which is what you call yourself; nobody vouches for it.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Se ha creado un certificado para usted, con el que se firman las Content Credentials. Dice «{}», como usted se llama; nadie responde de ello.</translation>
    </message>
    <message>
        <source>Your certificate for content credentials has run out. Until you renew it, your own one signs.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>Su certificado para las Content Credentials ha caducado. Hasta que lo renueve, firma el suyo propio.</translation>
    </message>
    <message>
        <source>The time-stamping authority does not answer; content credentials get no time stamp this time.</source>
        <extracomment>phrases.TOLD</extracomment>
        <translation>El servicio de sellado de tiempo no responde; esta vez las Content Credentials no reciben sello de tiempo.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in your own folder, locked with your passphrase.</source>
        <extracomment>phrases.SHORTER</extracomment>
        <translation>Se ha creado una clave para usted; está en su propia carpeta, cerrada con su frase de contraseña.</translation>
    </message>
    <message>
        <source>A key was made for you; it lies in your own folder, and only you may read it.</source>
        <extracomment>phrases.SHORTER</extracomment>
        <translation>Se ha creado una clave para usted; está en su propia carpeta, y solo usted puede leerla.</translation>
    </message>
    <message>
        <source>same picture</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>la misma imagen</translation>
    </message>
    <message>
        <source>same recording</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>la misma grabación</translation>
    </message>
    <message>
        <source>same words</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>las mismas palabras</translation>
    </message>
    <message>
        <source>already known as one work</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>ya conocidos como una sola obra</translation>
    </message>
    <message>
        <source>same recording number (ISRC)</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>el mismo número de grabación (ISRC)</translation>
    </message>
    <message>
        <source>same book number (ISBN)</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>el mismo número de libro (ISBN)</translation>
    </message>
    <message>
        <source>same title and creator</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>el mismo título y autor</translation>
    </message>
    <message>
        <source>same name</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>el mismo nombre</translation>
    </message>
    <message>
        <source>you said so</source>
        <extracomment>phrases.GROUPED</extracomment>
        <translation>usted lo dijo</translation>
    </message>
    <message>
        <source>The file cannot be looked into, so only its very bytes are recognised.</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>No se puede mirar dentro del archivo; solo se reconocen sus bytes exactos.</translation>
    </message>
    <message>
        <source>Too little content to be recognised by likeness: {}.</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>Muy poco contenido para reconocerlo por parecido: {}.</translation>
    </message>
    <message>
        <source>the picture is smaller than {} pixels</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>la imagen es menor de {} píxeles</translation>
    </message>
    <message>
        <source>the picture is one even surface, or nearly so</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>la imagen es una sola superficie uniforme, o casi</translation>
    </message>
    <message>
        <source>the picture is a plain shape or pattern that mirrors itself</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>la imagen es una forma simple o un dibujo simétrico</translation>
    </message>
    <message>
        <source>the picture has almost no features</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>la imagen casi no tiene rasgos</translation>
    </message>
    <message>
        <source>the recording is silent, or nearly so</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>la grabación está en silencio, o casi</translation>
    </message>
    <message>
        <source>the recording is shorter than five seconds</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>la grabación dura menos de cinco segundos</translation>
    </message>
    <message>
        <source>the recording is one unchanging sound</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>la grabación es un solo sonido sin cambios</translation>
    </message>
    <message>
        <source>the recording is noise or room tone</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>la grabación es ruido o el sonido de una sala</translation>
    </message>
    <message>
        <source>there are no words in it</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>no contiene palabras</translation>
    </message>
    <message>
        <source>it has fewer than {} words</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>tiene menos de {} palabras</translation>
    </message>
    <message>
        <source>it says the same words over and over</source>
        <extracomment>phrases.FAINT</extracomment>
        <translation>repite las mismas palabras una y otra vez</translation>
    </message>
    <message>
        <source>a web address that begins with https:// or http:// is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation>se necesita una dirección web que empiece por https:// o http://</translation>
    </message>
    <message>
        <source>a web address or a mail address is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation>se necesita una dirección web o de correo</translation>
    </message>
    <message>
        <source>a number from 0 to 256 is wanted</source>
        <extracomment>phrases.UNFIT</extracomment>
        <translation>se necesita un número de 0 a 256</translation>
    </message>
    <message>
        <source>{} says: {}; {} says: {}. The stricter counts: {}.</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>{} dice: {}; {} dice: {}. Cuenta lo más estricto: {}.</translation>
    </message>
    <message>
        <source>AI uses are allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>se permiten los usos por IA</translation>
    </message>
    <message>
        <source>no training of generative AI</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>sin entrenamiento de IA generativa</translation>
    </message>
    <message>
        <source>no AI training</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>sin entrenamiento de IA</translation>
    </message>
    <message>
        <source>AI uses only with a licence, search allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>usos por IA solo con licencia, búsqueda permitida</translation>
    </message>
    <message>
        <source>no AI uses and no data mining, search allowed</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>sin usos por IA ni minería de datos, búsqueda permitida</translation>
    </message>
    <message>
        <source>no AI uses, no data mining and no search</source>
        <extracomment>phrases.DISAGREE</extracomment>
        <translation>sin usos por IA, sin minería de datos y sin búsqueda</translation>
    </message>
    <message>
        <source>The name ends in .{} but the file is {}; it was treated as {}.</source>
        <extracomment>phrases.MISNAMED</extracomment>
        <translation>El nombre termina en .{} pero el archivo es {}; se trató como {}.</translation>
    </message>
    <message>
        <source>Content credentials are attached and do not hold.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Hay Content Credentials adjuntas y no son válidas.</translation>
    </message>
    <message>
        <source>Content credentials are attached, and the file is as it was signed.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Hay Content Credentials adjuntas, y el archivo está tal como se firmó.</translation>
    </message>
    <message>
        <source>Who signed them is not told.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>No se dice quién las firmó.</translation>
    </message>
    <message>
        <source>Signed by you, as {}.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Firmado por usted, como {}.</translation>
    </message>
    <message>
        <source>The certificate says {}; nobody known here vouches for that name.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>El certificado dice {}; nadie conocido aquí responde por ese nombre.</translation>
    </message>
    <message>
        <source>They are damaged and cannot be read.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Están dañadas y no se pueden leer.</translation>
    </message>
    <message>
        <source>What is attached cannot be read as credentials.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Lo adjunto no se puede leer como Content Credentials.</translation>
    </message>
    <message>
        <source>The file was changed after it was signed.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>El archivo se cambió después de firmarse.</translation>
    </message>
    <message>
        <source>A part of the credentials was changed after it was signed.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Una parte de las Content Credentials se cambió después de firmarse.</translation>
    </message>
    <message>
        <source>A part of the credentials is missing.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Falta una parte de las Content Credentials.</translation>
    </message>
    <message>
        <source>The signature does not fit what it stands under.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>La firma no corresponde a lo que firma.</translation>
    </message>
    <message>
        <source>The signer's certificate had run out.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>El certificado de quien firmó había caducado.</translation>
    </message>
    <message>
        <source>The signer's certificate was called back.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>El certificado de quien firmó fue revocado.</translation>
    </message>
    <message>
        <source>The signer's certificate may not be used for this.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>El certificado de quien firmó no puede usarse para esto.</translation>
    </message>
    <message>
        <source>The time stamp does not hold.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>El sello de tiempo no es válido.</translation>
    </message>
    <message>
        <source>The credentials of an earlier version do not hold.</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Las Content Credentials de una versión anterior no son válidas.</translation>
    </message>
    <message>
        <source>Something in them does not hold ({}).</source>
        <extracomment>phrases.SIGNED</extracomment>
        <translation>Algo en ellas no es válido ({}).</translation>
    </message>
    <message>
        <source>could not be done</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>no se pudo hacer</translation>
    </message>
    <message>
        <source>no permission</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>sin permiso</translation>
    </message>
    <message>
        <source>not there any more</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>empty file</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>archivo vacío</translation>
    </message>
    <message>
        <source>damaged file</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>archivo dañado</translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>too large</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>demasiado grande</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>en uso</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>no descargado</translation>
    </message>
    <message>
        <source>broken link</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>enlace roto</translation>
    </message>
    <message>
        <source>no place for a statement</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>sin sitio para una declaración</translation>
    </message>
    <message>
        <source>left alone</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>se dejó como está</translation>
    </message>
    <message>
        <source>own folder not usable</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>carpeta propia no utilizable</translation>
    </message>
    <message>
        <source>disk full</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>disco lleno</translation>
    </message>
    <message>
        <source>edited since</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>editado después</translation>
    </message>
    <message>
        <source>no way back kept</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>sin vuelta atrás guardada</translation>
    </message>
    <message>
        <source>another file is in the way</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>hay otro archivo en el sitio</translation>
    </message>
    <message>
        <source>unknown work</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>obra desconocida</translation>
    </message>
    <message>
        <source>own folder damaged</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>carpeta propia dañada</translation>
    </message>
    <message>
        <source>key not usable</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>clave no utilizable</translation>
    </message>
    <message>
        <source>no such name</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>no existe tal nombre</translation>
    </message>
    <message>
        <source>wrong passphrase</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>frase de contraseña errónea</translation>
    </message>
    <message>
        <source>keyring does not answer</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>el llavero no responde</translation>
    </message>
    <message>
        <source>registry not usable</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>registro no utilizable</translation>
    </message>
    <message>
        <source>registry does not answer</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>el registro no responde</translation>
    </message>
    <message>
        <source>registry says no</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>el registro dice que no</translation>
    </message>
    <message>
        <source>registry not trusted</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>registro no fiable</translation>
    </message>
    <message>
        <source>registry contradicts itself</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>el registro se contradice</translation>
    </message>
    <message>
        <source>proof does not hold</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>la prueba no es válida</translation>
    </message>
    <message>
        <source>does not fit</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>no encaja</translation>
    </message>
    <message>
        <source>stopped</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>detenido</translation>
    </message>
    <message>
        <source>interrupted</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>statements disagree</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>declaraciones contradictorias</translation>
    </message>
    <message>
        <source>only exact copies recognised</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>solo se reconocen copias exactas</translation>
    </message>
    <message>
        <source>name and content differ</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>nombre y contenido difieren</translation>
    </message>
    <message>
        <source>made by AI</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>hecho por IA</translation>
    </message>
    <message>
        <source>names somebody else</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>nombra a otra persona</translation>
    </message>
    <message>
        <source>stated elsewhere</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>declarado en otra parte</translation>
    </message>
    <message>
        <source>registered earlier by somebody else</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>registrado antes por otra persona</translation>
    </message>
    <message>
        <source>no page to ask at</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>ninguna página donde preguntar</translation>
    </message>
    <message>
        <source>registered by somebody else</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>registrado por otra persona</translation>
    </message>
    <message>
        <source>not signed</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>sin firmar</translation>
    </message>
    <message>
        <source>signature beside it</source>
        <extracomment>troubles.CAUSES</extracomment>
        <translation>firma al lado</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Algo salió mal.</translation>
    </message>
    <message>
        <source>This file cannot be worked on.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>No se puede trabajar con este archivo.</translation>
    </message>
    <message>
        <source>The computer does not let ArtistGuard read or change this file.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>El ordenador no deja que ArtistGuard lea o cambie este archivo.</translation>
    </message>
    <message>
        <source>This file is not there any more.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo ya no está.</translation>
    </message>
    <message>
        <source>This file holds nothing.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo no contiene nada.</translation>
    </message>
    <message>
        <source>This file is damaged, or is not what its name says.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo está dañado, o no es lo que dice su nombre.</translation>
    </message>
    <message>
        <source>This file is locked with a password.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo está bloqueado con una contraseña.</translation>
    </message>
    <message>
        <source>This file is too large to be looked into safely.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo es demasiado grande para mirarlo sin riesgo.</translation>
    </message>
    <message>
        <source>This file is open in another program.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo está abierto en otro programa.</translation>
    </message>
    <message>
        <source>This file lies in the cloud and not on this computer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo está en la nube y no en este ordenador.</translation>
    </message>
    <message>
        <source>This link leads to itself.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este enlace lleva a sí mismo.</translation>
    </message>
    <message>
        <source>This file cannot safely carry a statement inside.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo no puede llevar una declaración dentro sin riesgo.</translation>
    </message>
    <message>
        <source>Writing the statement would have changed the work, so the file was left as it was.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Escribir la declaración habría cambiado la obra, así que el archivo se dejó como estaba.</translation>
    </message>
    <message>
        <source>ArtistGuard's own folder cannot be used.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>No se puede usar la carpeta propia de ArtistGuard.</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>No queda sitio en el disco.</translation>
    </message>
    <message>
        <source>This file was edited since it was protected.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo se editó después de protegerlo.</translation>
    </message>
    <message>
        <source>No way back is kept for this file.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>No hay vuelta atrás guardada para este archivo.</translation>
    </message>
    <message>
        <source>Another file stands where the new one should go.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Hay otro archivo donde debería ir el nuevo.</translation>
    </message>
    <message>
        <source>This work is not known here.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Esta obra no se conoce aquí.</translation>
    </message>
    <message>
        <source>What ArtistGuard has kept does not read back as it was written.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Lo que ArtistGuard guardó no se lee como se escribió.</translation>
    </message>
    <message>
        <source>Your key cannot be used.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>No se puede usar su clave.</translation>
    </message>
    <message>
        <source>There is no such name or key.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>No existe tal nombre o clave.</translation>
    </message>
    <message>
        <source>The passphrase does not open your key.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>La frase de contraseña no abre su clave.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>El llavero de este ordenador no responde.</translation>
    </message>
    <message>
        <source>Something is wrong with the registry.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Algo va mal con el registro.</translation>
    </message>
    <message>
        <source>The registry does not answer.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>El registro no responde.</translation>
    </message>
    <message>
        <source>The registry says no.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>El registro dice que no.</translation>
    </message>
    <message>
        <source>What the registry shows does not hold, and nothing of it was kept.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Lo que muestra el registro no es válido, y no se conservó nada de ello.</translation>
    </message>
    <message>
        <source>What the registry concludes does not follow from the statements that it shows.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Lo que concluye el registro no se deduce de las declaraciones que muestra.</translation>
    </message>
    <message>
        <source>This proof does not hold.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Esta prueba no es válida.</translation>
    </message>
    <message>
        <source>That does not fit.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Eso no encaja.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Se detuvo.</translation>
    </message>
    <message>
        <source>The part of ArtistGuard that works on your files ended unexpectedly.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>La parte de ArtistGuard que trabaja con sus archivos terminó de forma inesperada.</translation>
    </message>
    <message>
        <source>Statements in this file disagree.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Las declaraciones de este archivo se contradicen.</translation>
    </message>
    <message>
        <source>Only an exact copy of this work would be recognised.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Solo se reconocería una copia exacta de esta obra.</translation>
    </message>
    <message>
        <source>The name of this file ends otherwise than its content says.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>El nombre de este archivo no termina como dice su contenido.</translation>
    </message>
    <message>
        <source>This file says that an AI made it, or a part of it.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo dice que lo hizo una IA, o una parte de él.</translation>
    </message>
    <message>
        <source>This file names somebody else.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo nombra a otra persona.</translation>
    </message>
    <message>
        <source>This file carries a statement that was not made here.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo lleva una declaración que no se hizo aquí.</translation>
    </message>
    <message>
        <source>Somebody else registered this work, or one like it, earlier.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Otra persona registró antes esta obra, o una parecida.</translation>
    </message>
    <message>
        <source>It says to ask you for a licence, and names no page where.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Dice que se le pida a usted una licencia, pero no nombra ninguna página.</translation>
    </message>
    <message>
        <source>Somebody else has registered this work.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Otra persona ha registrado esta obra.</translation>
    </message>
    <message>
        <source>This file carries your statement, but no content credentials.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Este archivo lleva su declaración, pero no Content Credentials.</translation>
    </message>
    <message>
        <source>The content credentials of this file lie beside it.</source>
        <extracomment>troubles.HAPPENED</extracomment>
        <translation>Las Content Credentials de este archivo están al lado.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, please report it with this message.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Inténtelo de nuevo; si vuelve a ocurrir, comuníquelo con este mensaje.</translation>
    </message>
    <message>
        <source>Look at the file in the program that made it, and save it again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Mire el archivo en el programa que lo hizo y guárdelo de nuevo.</translation>
    </message>
    <message>
        <source>Give yourself permission to read and change the file, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Dese permiso para leer y cambiar el archivo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Check whether the file was moved or renamed, and add it again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Compruebe si el archivo se movió o cambió de nombre y añádalo de nuevo.</translation>
    </message>
    <message>
        <source>Export or save the work again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Exporte o guarde la obra de nuevo.</translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it again, or use an undamaged copy.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ábralo en el programa que lo hizo y guárdelo de nuevo, o use una copia sin daños.</translation>
    </message>
    <message>
        <source>Remove the password or save an unlocked copy, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Quite la contraseña o guarde una copia desbloqueada, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Save it in a smaller size or split it, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Guárdelo en un tamaño menor o divídalo, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Close the file in the other program or wait until it is saved, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Cierre el archivo en el otro programa o espere a que se guarde, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Make the file available offline in your cloud program, then try again.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Haga que el archivo esté disponible sin conexión en su programa de la nube e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Remove or mend the link.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Quite o arregle el enlace.</translation>
    </message>
    <message>
        <source>The statement goes into a small file beside it instead; keep the two together.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>La declaración va en un pequeño archivo al lado; mantenga los dos juntos.</translation>
    </message>
    <message>
        <source>Your file is untouched. Please report the program that made it.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Su archivo está intacto. Comunique qué programa lo hizo, por favor.</translation>
    </message>
    <message>
        <source>Check the disk that holds your ArtistGuard folder.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Compruebe el disco donde está su carpeta de ArtistGuard.</translation>
    </message>
    <message>
        <source>Free some space and try again; it goes on where it stopped.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Libere espacio e inténtelo de nuevo; sigue donde se detuvo.</translation>
    </message>
    <message>
        <source>Keep your edited file; to get the earlier one back, move the edited one elsewhere first.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Conserve su archivo editado; para recuperar el anterior, mueva primero el editado a otro sitio.</translation>
    </message>
    <message>
        <source>It was put back already, or the way back was switched off; use your own backup.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ya se restauró, o la vuelta atrás estaba apagada; use su propia copia de seguridad.</translation>
    </message>
    <message>
        <source>Choose another name or folder, or move that file away.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Elija otro nombre o carpeta, o mueva ese otro archivo.</translation>
    </message>
    <message>
        <source>My works shows all that are known here.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Mis obras muestra todas las que se conocen aquí.</translation>
    </message>
    <message>
        <source>Keep the folder as it is and restore it from a backup; your files themselves are untouched.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Deje la carpeta como está y recupérela de una copia de seguridad; sus archivos están intactos.</translation>
    </message>
    <message>
        <source>Look at Works are signed as in Preferences.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Mire «Las obras se firman como» en Preferencias.</translation>
    </message>
    <message>
        <source>Type it again; without it the key can only be replaced with the recovery key.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Escríbala de nuevo; sin ella la clave solo se puede sustituir con la clave de recuperación.</translation>
    </message>
    <message>
        <source>Unlock the keyring, or let new keys be kept in a file: Preferences, Advanced.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Desbloquee el llavero, o haga que las claves nuevas se guarden en un archivo: Preferencias, Avanzado.</translation>
    </message>
    <message>
        <source>Your files are protected; the registration waits and is sent later.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Sus archivos están protegidos; el registro espera y se envía más tarde.</translation>
    </message>
    <message>
        <source>Check the internet connection; what waits is sent later.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Compruebe la conexión a internet; lo que espera se envía más tarde.</translation>
    </message>
    <message>
        <source>Read the reason; if it seems wrong, ask the people who run the registry.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Lea el motivo; si parece erróneo, pregunte a quienes llevan el registro.</translation>
    </message>
    <message>
        <source>Do not rely on it until the people who run it explain; your earlier receipts stay valid.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>No se fíe de él hasta que sus responsables lo expliquen; sus recibos anteriores siguen siendo válidos.</translation>
    </message>
    <message>
        <source>Do not rely on its answers until the people who run it explain; the statements hold.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>No se fíe de sus respuestas hasta que quienes lo gestionan lo expliquen; las declaraciones son válidas.</translation>
    </message>
    <message>
        <source>Ask for the proof again from the person who made it; this one proves nothing.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Pida la prueba de nuevo a quien la hizo; esta no prueba nada.</translation>
    </message>
    <message>
        <source>Choose or type something else.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Elija o escriba otra cosa.</translation>
    </message>
    <message>
        <source>What was finished is kept; do the same again to go on with the rest.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Lo terminado se conserva; haga lo mismo otra vez para seguir con el resto.</translation>
    </message>
    <message>
        <source>No file is half written. Try again; what was finished is kept.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Ningún archivo quedó a medio escribir. Inténtelo de nuevo; lo terminado se conserva.</translation>
    </message>
    <message>
        <source>Remove the other statement, or make the same choice there.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Quite la otra declaración, o haga allí la misma elección.</translation>
    </message>
    <message>
        <source>Nothing to do: the statement and the digest of the file prove it all the same.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>No hay que hacer nada: la declaración y la suma de control del archivo lo prueban igualmente.</translation>
    </message>
    <message>
        <source>Rename it if you like.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Cámbiele el nombre si quiere.</translation>
    </message>
    <message>
        <source>Tick it if it is your work.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Márquela si es su obra.</translation>
    </message>
    <message>
        <source>Yours is registered, too. If the other is not you under another name, keep what shows that you made it.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>La suya también está registrada. Si la otra persona no es usted con otro nombre, guarde lo que muestra que usted la hizo.</translation>
    </message>
    <message>
        <source>Name your licence page under Menu, Preferences, You.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Indique su página de licencias en Menú, Preferencias, Usted.</translation>
    </message>
    <message>
        <source>Nothing to do: the statement counts without them.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>No hay que hacer nada: la declaración vale sin ellas.</translation>
    </message>
    <message>
        <source>Keep the file and its small companion (.c2pa) together.</source>
        <extracomment>troubles.HELPS</extracomment>
        <translation>Conserve juntos el archivo y su pequeño acompañante (.c2pa).</translation>
    </message>
    <message>
        <source>Nothing to protect was found there.</source>
        <extracomment>listing</extracomment>
        <translation>Allí no se encontró nada que proteger.</translation>
    </message>
    <message>
        <source>reserved</source>
        <extracomment>findings</extracomment>
        <translation>reservado</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>findings</extracomment>
        <translation>sí</translation>
    </message>
    <message>
        <source>Its statement was withdrawn.</source>
        <extracomment>findings</extracomment>
        <translation>Su declaración se retiró.</translation>
    </message>
    <message>
        <source>Statements are missing</source>
        <extracomment>findings</extracomment>
        <translation>Faltan declaraciones</translation>
    </message>
    <message>
        <source>Says all of it</source>
        <extracomment>findings</extracomment>
        <translation>Lo dice todo</translation>
    </message>
    <message>
        <source>The registry could not be asked</source>
        <extracomment>findings</extracomment>
        <translation>No se pudo preguntar al registro</translation>
    </message>
    <message>
        <source>Says it itself</source>
        <extracomment>findings</extracomment>
        <translation>Lo dice él mismo</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <extracomment>findings</extracomment>
        <translation>No se sabe nada</translation>
    </message>
    <message>
        <source>A registered work</source>
        <extracomment>findings</extracomment>
        <translation>Una obra registrada</translation>
    </message>
    <message>
        <source>Registered: {}.</source>
        <extracomment>findings</extracomment>
        <translation>Registrada: {}.</translation>
    </message>
    <message>
        <source>Several people claim it: {}.</source>
        <extracomment>findings</extracomment>
        <translation>Varias personas la reclaman: {}.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>findings</extracomment>
        <translation>Nada</translation>
    </message>
    <message>
        <source>nobody independent has confirmed it yet</source>
        <extracomment>particulars</extracomment>
        <translation>nadie independiente lo ha confirmado todavía</translation>
    </message>
    <message>
        <source>composition</source>
        <extracomment>particulars</extracomment>
        <translation>composición</translation>
    </message>
    <message>
        <source>lyrics</source>
        <extracomment>particulars</extracomment>
        <translation>letra</translation>
    </message>
    <message>
        <source>arrangement</source>
        <extracomment>particulars</extracomment>
        <translation>arreglo</translation>
    </message>
    <message>
        <source>recording</source>
        <extracomment>particulars</extracomment>
        <translation>grabación</translation>
    </message>
    <message>
        <source>performance</source>
        <extracomment>particulars</extracomment>
        <translation>interpretación</translation>
    </message>
    <message>
        <source>text</source>
        <extracomment>particulars</extracomment>
        <translation>texto</translation>
    </message>
    <message>
        <source>translation</source>
        <extracomment>particulars</extracomment>
        <translation>traducción</translation>
    </message>
    <message>
        <source>edition</source>
        <extracomment>particulars</extracomment>
        <translation>edición</translation>
    </message>
    <message>
        <source>artwork</source>
        <extracomment>particulars</extracomment>
        <translation>obra gráfica</translation>
    </message>
    <message>
        <source>photograph</source>
        <extracomment>particulars</extracomment>
        <translation>fotografía</translation>
    </message>
    <message>
        <source>design</source>
        <extracomment>particulars</extracomment>
        <translation>diseño</translation>
    </message>
    <message>
        <source>Registered at {} since {}</source>
        <extracomment>particulars</extracomment>
        <translation>Registrada en {} desde el {}</translation>
    </message>
    <message numerus="yes">
        <source>confirmed by %n witnesses</source>
        <extracomment>particulars</extracomment>
        <translation>
            <numerusform>confirmada por %Ln testigo</numerusform>
            <numerusform>confirmada por %Ln testigos</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept on this computer since {}, which proves no date to others</source>
        <extracomment>particulars</extracomment>
        <translation>Guardada en este ordenador desde el {}, lo que no prueba ninguna fecha a otros</translation>
    </message>
    <message>
        <source>Your right: {}</source>
        <extracomment>particulars</extracomment>
        <translation>Su derecho: {}</translation>
    </message>
    <message>
        <source>You offer a licence at {}</source>
        <extracomment>particulars</extracomment>
        <translation>Usted ofrece una licencia en {}</translation>
    </message>
    <message>
        <source>Waits to be sent to {}</source>
        <extracomment>particulars</extracomment>
        <translation>Espera a ser enviada a {}</translation>
    </message>
    <message>
        <source>Refused by {}</source>
        <extracomment>particulars</extracomment>
        <translation>Rechazada por {}</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>checking</extracomment>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Notice</source>
        <extracomment>offer</extracomment>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Works</source>
        <extracomment>worklist</extracomment>
        <translation>Obras</translation>
    </message>
    <message>
        <source>AI may use it</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>La IA puede usarla</translation>
    </message>
    <message>
        <source>No generative AI training</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Sin entrenamiento de IA generativa</translation>
    </message>
    <message>
        <source>No AI training</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Sin entrenamiento de IA</translation>
    </message>
    <message>
        <source>No AI or data mining, search allowed; ask for a licence</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Sin IA ni minería de datos, búsqueda permitida; licencia a petición</translation>
    </message>
    <message>
        <source>No AI or data mining, search allowed</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Sin IA ni minería de datos, búsqueda permitida</translation>
    </message>
    <message>
        <source>No machine use at all</source>
        <extracomment>plain.CHOICES</extracomment>
        <translation>Ningún uso por máquinas</translation>
    </message>
    <message>
        <source>Anybody may train AI on it; your name stays in the file.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Cualquiera puede entrenar IA con ella; su nombre queda en el archivo.</translation>
    </message>
    <message>
        <source>No training of AI that makes pictures, music or text.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Sin entrenamiento de IA que haga imágenes, música o texto.</translation>
    </message>
    <message>
        <source>No training of AI of any kind.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Sin entrenamiento de IA de ningún tipo.</translation>
    </message>
    <message>
        <source>As the one below, and whoever wants more can ask you for a licence.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Como la de abajo, y quien quiera más puede pedirle una licencia.</translation>
    </message>
    <message>
        <source>People still find you with search engines. Most artists take this one.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>La gente le sigue encontrando con buscadores. La mayoría elige esta.</translation>
    </message>
    <message>
        <source>Not even search engines.</source>
        <extracomment>plain.MEANINGS</extracomment>
        <translation>Ni siquiera los buscadores.</translation>
    </message>
</context>
</TS>
