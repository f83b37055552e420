# Palabras que deciden la aserción.
# lo que se pregunta de una regla
set @modal_question
term van|va|puede|pueden|debe|deben|me

stop pero
stop sino
stop salvo
stop excepto

set @pasado
term *ó
term *aron
term *ieron
term *aba
term *aban
term ha|han *ado
term ha|han *ido
term tuvo|tuvieron|estuvo|retuvo|retuvieron|detuvo|detuvieron|mantuvo|mantuvieron|obtuvo
term puso|pusieron|pudo|quiso|trajo
term fue|fueron|dijo|hizo|hubo|pidio|habia|era|eran

context pseudo any
cue no solo
cue no obstante
cue no cambia
cue nunca habia|habian visto|oido

context policy pre scope clause rank 80
cue debe|deben|debera|deberan
cue prohibe|prohiben|prohibido|prohibida
cue exige que|a
cue no tienen|tiene obligacion
cue no puede|pueden
cue requiere|requieren
cue obliga|obligan
cue tiene|tienen|tenia|tenian que
cue debia|debian
cue tiene|tienen derecho

context policy pre scope 12 rank 45
cue puede|pueden|permite|permiten|podra|podran
cue pide que|a
cue significa
cue salvo que

context policy any scope sentence rank 75 not sentence @pasado uncounted
cue si
cue cuando un|una|el|la
cue salvo que
cue a menos

context policy any scope sentence rank 22 uncounted not sentence @pasado
cue una|un solicitud|orden|peticion|detencion|retencion
cue la ley
cue ley
cue orden|ordenes|solicitud|solicitudes|detainer|detainers ...3 es|son|pide|piden|significa
cue politica

context negated pre scope 6
cue no
cue tampoco|jamas
cue ni
cue nunca
cue nadie
cue ninguno|ninguna|ningun
cue sin
cue ya no
cue se nego|negaron
cue dejo|dejaron de ...2 notificar|transferir|entregar|informar|avisar

context negated pre scope 6 except notification/request
cue rechazo|rechazaron|rechazan|rechaza

context hypothetical pre scope 8 rank 83  not passage @reglas
cue si ICE|me|lo|nos
hit Si ICE [recoge] a mi hijo en la cárcel, no sé qué haré, dijo la madre.    hypothetical

context alleged any scope sentence rank 78
cue demanda
cue alega|alegan
cue denuncia|denuncian|denuncio|denunciaron
cue acusa|acusan|acuso|acusaron
cue activistas
cue presuntamente
cue defensores dicen|dijeron|afirman
cue segun la demanda
cue segun activistas|defensores|organizaciones

context hypothetical pre scope 14 rank 82
cue organizaciones|activistas|residentes|defensores|grupos|lideres|comunidad|coalicion|vecinos|familias|padres|alianza|red ...3 exigen|exige|piden|pide|pidieron|exigieron|reclaman
cue exigen|exigieron|piden|pidieron|urgieron|instaron que|a|al
cue llamado|llamados|llaman a
cue poner|pondria fin
cue propuesta|iniciativa|ordenanza que

context hypothetical pre scope 8 rank 73
cue podria|podrian|deberia|deberian
cue propone|proponen
cue pidieron|exigieron
cue proyecto de ley

context future pre scope 8
cue va|van a
cue preve|acordo
cue usara|usaran
cue notificara|notificaran

context historical pre scope sentence rank 77
cue antes de que llegara|asumiera|fuera|entrara|cambiara|existiera
cue antes del|de ...2 fallo|cambio|acuerdo|decision|sentencia|juicio|eleccion
cue antes de #
cue anteriormente
cue solia|solian
cue hasta #

context historical any scope sentence rank 30
cue antes de #

set @spanish_text
term el|los|las|que|por|una|del|ser|se|al|en|con|su

# ---- reglas, práctica, peticiones --------------------------------------------------------------------------------
set @reglas
term debe|deben|debera|deberan|prohibido|prohibida|obligatorio
term articulo|seccion|politica|procedimiento #
term usted|su ...6 abogado|derecho|derechos|custodia|copia
term tiene derecho
term formulario|definiciones
default policy  not sentence @pasado  passage @reglas  passage @spanish_text  uncounted

context policy any scope sentence rank 79  not sentence @pasado  passage @aviso_a_usted  uncounted
cue usted|su
cue esta agencia
set @aviso_a_usted
term usted|su ...6 abogado|derecho|derechos|copia
term sus derechos
term usted puede|tiene
term copia para la|el|usted
term aviso|notificacion al|para detenido|preso|recluso|interno
term aviso|notificacion a|para la persona
term usted recibe|recibio|ha ...2 aviso
term le enviaremos|entregaremos|informamos

context policy any scope sentence rank 75 not sentence @pasado uncounted
cue cada vez|siempre que
cue solo|solamente si|cuando

context affirmed pre scope 0 rank 76  except detainee  not before @no_es 3  not passage @reglas  passage @spanish_text  uncounted
cue alguacil|sheriff|oficina|carcel|condado|departamento|agentes|funcionarios|guardias
cue alguacil|sheriff|oficina|carcel|condado|departamento|agentes|funcionarios|guardias tambien|siempre|aun|todavia
cue oficina del alguacil|sheriff
set @no_es
term no|nunca|si|que la|el
hit La oficina del alguacil [notifica] a ICE cuando un preso va a salir.    affirmed

context hypothetical pre scope clause rank 83
cue insto|instamos|pido|pedimos|exijo|exigimos|solicitamos|urgimos|rogamos|demandamos|reclamamos
cue deje|dejen de
cue alto|basta|fin a|de
cue no mas
cue quieren|quiere|quisieran|desean que
hit Exigimos que el condado deje de [entregar] personas a ICE.    hypothetical

context hypothetical pre scope 8 rank 81
cue *ría|*rían
cue para|a|de|busca|buscan|buscar frenar|detener|parar|impedir|evitar|prohibir|terminar|eliminar
cue poner fin
cue temen|teme|temor|temores|preocupa|preocupan que|de
cue fuera|fueran|fuese
hit La propuesta impediría que el condado [notifique] a ICE.    hypothetical

context hypothetical any scope sentence rank 81
cue votara|votaran|considera|consideran|debate|debaten|discute|discuten|analiza|evalua|estudia ...4 ordenanza|ley|medida|propuesta|resolucion|proyecto
cue si se aprueba
cue ley|ordenanza|medida|proyecto|norma ...2 obligaria|impediria|prohibiria|permitiria|exigiria|limitaria
cue de aprobarse
cue impulsar|impulsa|impulsan|aprobar|apoyar|respaldar ...2 ley|ordenanza|medida|proyecto
cue ley|ordenanza|medida|propuesta|proyecto que obligue|obligaria|impida|impediria|prohiba|prohibiria|permita|permitiria|limite|limitaria|exija|exigiria
hit Si se aprueba, la ley prohibiría [transferir] detenidos a ICE.    hypothetical

context hypothetical pre scope 10 rank 71  not passage @reglas  uncounted
cue para que
cue a fin de que
hit Se avisa a ICE para que los agentes lleguen a [recoger] al preso.    hypothetical

context negated pre scope 14 rank 84  uncounted
cue no *rá|*rán ...3 nadie|ninguno|ninguna|ningun|personas|las|los

context negated pre scope 4 rank 84
cue no *rá|*rán
cue dejara|dejaran de
cue ya no|nunca
cue en vez|lugar de
cue se niega|niegan|negara|negaran a
cue dejo|dejaron de
hit A partir de enero la cárcel dejará de [notificar] a ICE.    negated
hit Anunció que su oficina no honrará las [órdenes de detención] de ICE.    negated

context future any scope 1 rank 77  not passage @reglas
cue *rá|*rán
hit La oficina [notificará] a ICE desde enero.    future

context future pre scope clause rank 77  not passage @reglas
cue preve|preven|planea|planean|acordo|acordaron
cue acordo|acordaron|planea|planean|piensa|piensan|preve|preven|firmara|firmaran|anuncio|anunciaron|prometio ...2 notificar|avisar|entregar|transferir|informar|que|un|una
cue a partir de

context historical any scope sentence rank 77
cue antes de la|esa|esta ...1 ley|reforma|norma|ordenanza
cue antes ,
cue en el pasado
cue solia|solian
cue hasta el|la ano|mes|semana pasado|pasada
cue hasta hace
cue bajo el|la antiguo|antigua|anterior
cue esa|ese|esta|este|el|la practica|programa|contrato|politica|acuerdo ...2 termino|acabo|ceso|concluyo|vencio|finalizo
hit Antes, la cárcel [avisaba] a ICE cada noche; esa práctica terminó.    historical

context alleged any scope sentence rank 78
cue segun ...4 madre|padre|hermano|hermana|esposa|esposo|hijo|hija|vecinos|testigos|activistas|defensores|demanda|organizaciones|abogados|abogada|abogado|familia|familiares|coalicion|grupo|grupos
cue organizacion|organizaciones|asociacion|alianza|red ...6 dijo|dijeron|afirmo|afirma|afirman|aseguro|asegura|sostiene|sostienen|denuncio|senalo
cue activista|abogado|abogada|defensora|defensor|organizadora|organizador|coalicion|vecinos|familiares ...6 dijo|dijeron|afirmo|afirma|afirman|aseguro|asegura|aseguran|sostiene|sostienen|senalo|denuncio
cue familia|familiares|madre|padre|hermano|hermana|esposa|esposo|hijo|hija|vecino|vecina|testigos ...3 dice|dicen|dijo|dijeron|asegura|aseguran|aseguro|afirma|afirman|sospecha|sospechan|cuenta|cree|creen que
cue querella|demandantes|demandante
context alleged any scope passage rank 62  not passage @reglas
cue mi|nuestro|nuestra hermano|hermana|esposo|esposa|hijo|hija|padre|madre|primo|amigo

context negated pre scope 8 rank 84
cue nego|niega|negaron|niegan|desmintio|desmiente que
hit El sheriff negó que su oficina [avise] a ICE.    negated

context hypothetical any scope sentence rank 87
cue si la|el junta|condado|concejo|medida|propuesta|ley|legislatura ...3 aprueba|aprueban|pasa|adopta|vota
hit Si la junta aprueba la medida, nadie podrá ser [transferido] a ICE.    hypothetical

context policy any scope sentence rank 84  uncounted
cue cumplira|avisara|notificara ...4 no cumplira|avisara|notificara
context policy any scope sentence rank 75  not sentence @pasado  uncounted
cue cuando ICE|se|haya|reciba|llegue|reciban
hit Cuando ICE solicita la [notificación], el sargento revisa los cargos.    policy

context policy any scope sentence rank 60  not sentence @pasado  uncounted
cue toda|todo|cada solicitud|detenido|recluso|preso|persona|aviso|orden|traslado|agencia|oficial
hit Toda [solicitud de notificación] se archiva en el expediente.    policy

context policy pre scope clause rank 85
cue no debera|deberan|podra|podran
hit El personal no deberá [informar] a ICE de la salida de un recluso.    policy

# la pregunta de un folleto
context policy pre opening question rank 80  uncounted
cue puede|pueden|debe|deben|me|que|cuando|como|quien
context affirmed pre opening question scope clause rank 82  sentence @pasado  uncounted
cue quien|como|cuando|cuantos|cuantas|donde
cue por que
hit ¿Por qué [avisó] la cárcel a ICE de la salida del preso?    affirmed
hit ¿Cuántas personas [entregó] la cárcel a ICE?    affirmed
hit ¿Puede la cárcel [avisar] a ICE cuando me liberen?    policy

set @futuro
term *rá|*rán
context negated pre scope 1 rank 85  self @futuro
cue no
hit El alguacil prometió que su cárcel no [avisará] a ICE de la salida de nadie.    negated

context policy any scope sentence rank 86  uncounted
cue personal|empleados|empleado|agentes|oficiales|funcionarios|guardias no *rá|*rán
hit El personal no [informará] a ICE de la salida del recluso, salvo orden judicial.    policy

context hypothetical pre scope 8 rank 82
cue abogado|abogada|abogados|defensora|defensor|vecinos|familias|madre|padre ...4 pidio|pidieron|pide|piden|exige|exigio que
hit ICE recoge a los presos. La defensora pública pidió que también se [notifique] a los abogados.    hypothetical notification/person_notice

# "sí avisa" is no condition
context pseudo any
cue oficina|carcel|condado|alguacil|sheriff|agencia|jefe|departamento si
hit "No detenemos a nadie para ICE", dijo; su oficina sí [avisa] a ICE cuando va a salir un preso.    affirmed

context policy any scope passage rank 73  uncounted
cue aviso|notificacion al detenido|preso|recluso|interno :
hit Aviso al detenido: ICE ha pedido a esta cárcel que le [notifique] la fecha de su liberación.    policy
hit El condado pagará a un hombre al que retuvo dos días por una [orden de detención] de ICE.    affirmed

# ---- la ley que no permite, lo que no se sabe, lo que se niega, lo que hizo el anterior --------------------------
context policy pre scope clause rank 85
cue ley|norma|politica|ordenanza|reglamento|acta ...2 no permite|permiten|autoriza|autorizan|deja|dejan|obliga|exige
hit La ley no permite [entregar] a un preso a ICE por un delito menor.    policy

context hypothetical any scope sentence rank 83  not passage @reglas  uncounted
cue si el|la condado|carcel|sheriff|alguacil|gobierno|policia
cue votara|votaran|decidira|decidiran|debatira|debatiran|discutira ...3 si|sobre
cue no se sabe|supo si
cue no esta claro si
cue se desconoce|ignora si
hit Si el condado [entrega] a un preso a ICE, sus hijos se quedan solos, dijo Ana.    hypothetical
hit La junta votará el martes si prohíbe [entregar] presos a ICE.    hypothetical
context pseudo any
cue no se sabe|supo
cue no esta claro
hit No se sabe si la cárcel [avisó] a ICE.    hypothetical

context negated pre scope 3 rank 84
cue nego|niega|negaron|niegan haber
cue nego|niega|negaron|niegan ...2 haya|hayan|hubiera
hit El alguacil negó haber [avisado] a ICE.    negated

context historical any scope sentence rank 79  uncounted
cue bajo el|la alguacil|sheriff|jefe|administracion|politica|contrato anterior|pasado|previo
hit Bajo el alguacil anterior la cárcel [entregaba] presos a ICE.    historical

# lo que debía ser y no fue
set @unfulfilled
term no lo? hizo|hicieron|fue|fueron
term nunca lo? hizo|hicieron|fue|fueron
hit La cárcel debía [avisar] a su abogada de la petición de ICE, pero no lo hizo.    negated
hit La familia sospecha que la cárcel [avisó] a ICE de la salida del preso.    alleged

context negated post scope 3 rank 82
cue terminaron|cesaron|acabaron en|cuando|con|el|desde
hit Los [traslados] a ICE terminaron en 2019.    negated
context policy post scope 5 rank 79  uncounted
cue se permite|permiten|prohibe|prohiben|requiere|requieren
hit Los [traslados] a ICE solo se permiten con orden judicial.    policy
context policy pre scope clause rank 86  uncounted
cue ordeno|ordenaron|ordena|instruyo ...6 que no
hit El alguacil ordenó a sus agentes que no [avisen] a ICE de la salida de un preso.    policy
context hypothetical pre scope 2 rank 84
cue de haber
