# Lo que un verbo o un nombre dice de su complemento: si sucedió o no. Las clases son las de en/govern.lex.

# ---- no sucedió ------------------------------------------------------------------------------------------------
context negated pre scope 3 rank 84  except notification/request
cue rehusar~|evitar~|olvidar~|omitir~|declinar~|rechazar~|descartar~|eludir~
cue abstener~absten~abstuv~abstien de
cue dejo|dejaron|deja|dejan|dejado|dejaba|dejaban de
cue negarse|rehusarse a
cue decidir~|optar~|preferir~prefier|elegir~elig por? no
cue lejos|incapaz|imposibilitado de
hit El sheriff evitó [notificar] a ICE sobre los reclusos.    negated
hit El condado ha dejado de [entregar] reclusos a ICE.    negated

context negated pre scope 8 rank 84
cue no hay|existe|consta|existen constancia|prueba|pruebas|registro|indicio|indicios|evidencia ...1 de? que
cue ningun|ninguna registro|prueba|indicio|dato|constancia de? que
cue es|era falso que
cue no es|era cierto|verdad que
context negated post scope 4 rank 84
cue es|son|era|eran ...1 falsa|falso|falsas|falsos|mentira
hit No hay constancia de que el recluso fuera [entregado] a ICE.    negated
hit La cifra de 80 [traslados] a ICE es falsa.    negated

# ni: niega lo que va detrás; en una regla sigue siendo regla
context negated pre scope 2 rank 79
cue ni siquiera
context policy pre scope clause rank 86  uncounted
cue no podra|podran|debera|deberan|puede|pueden|debe|deben
cue ningun|ninguna ...3 podra|podran|debera|deberan|puede|pueden|debe|deben|permanecera|permaneceran
cue queda|quedan|esta|estan prohibido|prohibida|prohibidos|vedado
hit La agencia no podrá transferir a nadie a ICE ni [comunicar la fecha de liberación] de un recluso.    policy
hit Ningún agente podrá [entregar] a un recluso a ICE.    policy

context policy any scope sentence rank 85
cue ningun preso|presa|recluso|detenido|persona ...2 permanecera|sera|podra|debera
hit Ningún [preso] permanecerá bajo custodia por una retención de ICE.    policy

# ---- se quiere, se ofrece, se intenta ----------------------------------------------------------------------------
context hypothetical pre scope 2 rank 80  except notification/request  not before @no_es 4  uncounted
cue querer~quier~quis|desear~|pretender~|esperar~|anhelar~
cue proponer~propon~propus|sugerir~sugier~sugir|recomendar~recomiend|considerar~|contemplar~|estudiar~|sopesar~
cue intentar~|procurar~|buscar~
cue tratar~ de
cue amenazar~ con
cue pensar~piens en
cue ofrecer~ofrezc
cue temer~|temor|riesgo|peligro|posibilidad a|de?
cue a punto|cerca de
cue dispuesto|dispuesta|dispuestos a
cue a favor|en contra de
hit El sheriff propuso [notificar] a ICE sobre los reclusos.    hypothetical
hit Juan teme ser [entregado] a ICE cuando salga de la cárcel.    hypothetical

context hypothetical pre scope clause rank 84  not passage @reglas
cue preguntar~|investigar~|averiguar~|saber|aclarar~|revisar~ si
cue si es cierto|verdad que
cue si ...6 entregara|avisara|notificara|transfiriera|informara|dejara|hubiera|fuera
hit Una vecina preguntó si es cierto que la cárcel [entrega] reclusos a ICE.    hypothetical

context hypothetical any scope sentence rank 84  not passage @reglas  uncounted
cue si ...6 permitiera|hubiera|fuera|pudiera|quisiera|aprobara
cue proyecto|propuesta|iniciativa de? ley? ...1 dice|establece|plantea|contempla|busca
hit La cárcel [entregaría] reclusos a ICE si la ley lo permitiera.    hypothetical

# ---- está por suceder --------------------------------------------------------------------------------------------
set @si_es
term si
context future pre scope 2 rank 79  not passage @reglas  not before @si_es 4
cue pensar~piens|planear~|prometer~|aceptar~
cue comprometer~|compromete|comprometio|comprometieron a
cue tiene|tienen|tenia previsto|prevista|planeado
cue acordar~acuerd
cue se dispone|disponen|prepara|preparan a|para
cue empezar~empiez|comenzar~comienz|volver~vuelv|seguir~sig|continuar~ rá
cue sera|seran
hit El sheriff prometió [notificar] a ICE sobre los reclusos.    future
hit El recluso será [entregado] a ICE el lunes.    future

context negated pre scope 6 rank 85
cue prometer~|anunciar~|asegurar~ que ningun|ninguna|nadie|no
cue prometio|prometieron|anuncio|anunciaron|aseguro que ningun|ninguna|nadie|no
hit El sheriff prometió que ningún recluso sería [transferido] a ICE.    negated

# ---- es deber, permiso o facultad -----------------------------------------------------------------------------------
context policy pre scope 2 rank 82  uncounted
cue esta|estan|queda|quedan autorizado|autorizada|autorizados|facultado|obligado|obligada|obligados a|para
cue tiene|tienen|tenia la? facultad|obligacion|potestad|deber|opcion|autoridad|derecho de|para|a
cue podra|podran|debera|deberan
cue se requiere|requieren|exige|necesita ...4 para
hit El sheriff tiene la obligación de [notificar] a ICE.    policy
hit El sheriff podrá [notificar] a ICE sobre un recluso condenado.    policy

context policy any opening scope sentence rank 77  not sentence @pasado  uncounted
cue si|cuando hay|existe|tiene|presenta ...3 orden|condena|sentencia
hit Si hay una orden judicial, la cárcel [entrega] al recluso a ICE.    policy

# lo que hacen los que están presos
context policy post scope 0 rank 60  only detainee  uncounted
cue pueden|puede|deben|debe|podran|podra
cue tienen|tiene derecho
hit Los [reclusos] pueden negarse a hablar con ICE.    policy

# ---- quién lo dice ---------------------------------------------------------------------------------------------------
context alleged any scope sentence rank 78
cue ACLU ...3 dice|dijo|afirma|afirmo|sostiene|denuncia|asegura|senala
cue manifestantes|activistas|organizadores|familiares|vecinos|residentes|feligreses|abogados ...3 decir~|dicen|dijeron|afirmar~|senalar~|asegurar~|denunciar~|contar~|contaron
cue madre|padre|hermano|hermana|esposa|esposo|hija|hijo|familia|vecina|vecino ...2 dice|dijo|conto|afirma|afirmo|aseguro|relato|denuncio ...4 que
hit Una madre contó a la junta que la cárcel [entregó] a su hijo a ICE.    alleged
hit Manifestantes señalaron que la cárcel [entregó] a 12 reclusos a ICE.    alleged 12

# ---- ya no es así -----------------------------------------------------------------------------------------------------
context historical pre opening scope sentence rank 86
cue antes|antiguamente|anteriormente
cue en aquel|esa|aquella entonces|epoca
context historical any scope sentence rank 80
cue con|durante el|la sheriff|alguacil|jefe|administracion|gobierno|politica anterior|pasado|previo
hit Antes la cárcel [entregaba] reclusos a ICE.    historical
hit Con el sheriff anterior la cárcel [entregaba] reclusos a ICE.    historical

# ---- los nombres de estos verbos; los auxiliares cortos -----------------------------------------------------------------
context negated pre scope 2 rank 85
cue no sera|seran
cue no ...2 intencion|voluntad|interes de|en
cue negativa|negativas|reticencia a
cue casi|apenas fue|fueron|es|son?
hit El recluso no será [transferido] a ICE.    negated

context hypothetical pre scope 3 rank 81  except notification/request
cue seria|serian|habria|habrian
cue pudo|pudieron|puede|pueden que? haber|haya|hayan
cue debio|debieron haber|ser
cue pidio|pidieron|pide|piden|solicito ser
context hypothetical pre scope 2 rank 85  except notification/request  uncounted
cue propuesta|propuestas|idea|intento|intentos|oferta|presion|amenaza|peticion|mocion|iniciativa de|para|a
cue se oponen|opone|opuso|opusieron a
cue obligar al|a ...2 a
hit El recluso sería [transferido] a ICE.    hypothetical
hit La propuesta de [notificar] a ICE sobre los reclusos fracasó.    hypothetical

context future pre scope 2 rank 80  not passage @reglas
cue promesa|promesas|acuerdo|acuerdos|plan|planes|compromiso|intencion de|para|es
cue esta|estan por
cue espera|esperan ser
hit El condado tiene planes de [notificar] a ICE sobre los reclusos.    future

context policy pre scope 3 rank 83  uncounted
cue tiene|tienen|tenia el|la? poder|deber|permiso|autorizacion de|para
cue no hay|existe|tiene|tienen ...1 obligacion|deber|requisito|autoridad|facultad|prohibicion de|para
cue es|era ilegal|legal|licito|ilicito|delito|obligatorio
cue prohibicion|prohibiciones|veto de|a
cue corresponde|compete|toca al|a
cue necesita|necesitan|requiere|requieren permiso|orden|autorizacion para
hit El sheriff tiene el poder de [notificar] a ICE sobre los reclusos.    policy
hit No hay obligación de [notificar] a ICE sobre los reclusos.    policy
