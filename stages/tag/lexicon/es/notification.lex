# Avisos y solicitudes.
sense notification/request before @ice_pide 8
sense notification/ice_release_notice passage @immigration
cue   [enviar~envi|mandar~|remitir~ a? @immigration ...4 lista|listas]
cue   [pasar~|remitir~|informar~|comunicar~|avisar~ ...6 fecha|fechas|hora|horas|informacion ...2 liberacion|salida|libertad]
cue   [compartir~|proporcionar~|entregar~|facilitar~|divulgar~|suministrar~|dar|da|dan|dio|dieron|revelar~|transmitir~|enviar~envi ...6 fecha|fechas|informacion ...1 de? liberacion|salida|libertad]
cue   [compartir~|proporcionar~|entregar~|facilitar~|divulgar~|suministrar~|dar|da|dan|dio|dieron|revelar~|transmitir~|enviar~envi ...6 fecha|fechas|informacion]
hit   La cárcel [compartió con ICE las fechas de salida] de 30 presos.
hit   La ley prohíbe [dar información] a ICE.
hit   La cárcel le [pasó la información de su salida] a ICE.

set @ice_pide
term @immigration ...1 pide|pidio|pedido|solicita|solicito|solicitado ...1 que
set @a_los_suyos
term a los|las|la|el|su|sus abogado|abogada|abogados|familia|familias|familiares|defensora
term al abogado
hit   ICE ha pedido que se le [avise de la fecha de su libertad].    notification/request

set @publico
term publico|publica|foro|audiencia|prensa|sitio

sense notification/request
cue   detainer|detainers
cue   [pedir~pid|solicitar~] ...2 fecha|fechas de liberacion|salida
cue   [solicitar~|pedir~pid|exigir~ notificacion|notificaciones|aviso|avisos] de|sobre|antes
cue   solicitud|solicitudes|orden|ordenes|peticion|peticiones de|para retencion|detencion|notificacion|aviso
cue   solicitud|solicitudes|pedidos de ICE
cue   retencion|retenciones de|del inmigracion|inmigrantes|ICE
cue   pedido|pedidos de retencion|detencion|notificacion
cue   formulario [I-247*]
cue   retencion|retenciones migratoria|migratorias
cue   [solicitudes|solicitud|peticiones|requerimientos] ...2 de @immigration
cue   copia de la|esta|cada|dicha [solicitud|orden|peticion]
hit   La cárcel recibió 40 [solicitudes de notificación].    affirmed 40
hit   ICE [solicitó notificación] de 90 liberaciones.    notification/request

sense notification/request passage @immigration not near @papers|@entrevista 4
cue   # ...1 [solicitudes|peticiones|requerimientos]
hit   De las 40 [solicitudes] que envió ICE se atendieron tres.
cue   recibir~|rechazar~|atender~|honrar~|responder~|cumplir~|ignorar~ ...2 [solicitudes|solicitud|peticiones|peticion|requerimientos]
miss  Llegaron 40 solicitudes de empleo.

set @entrevista
term entrevista|entrevistas|entrevistar|entrevistarlo|entrevistarlos|transferencia|transferencias|traslado

sense notification/other distractor near @students 5
sense notification/person_notice before @a_los_suyos 6 passage @immigration not after @immigration 1
sense notification/person_notice before @sera 3 passage @immigration|@topic sentence @derechos not before @immigration 4
sense notification/person_notice before @ningun 1 passage @immigration sentence @abogados not after @immigration|@agencia 4
sense notification/person_notice before @este 1 passage @immigration passage @abogados
sense notification/person_notice self @clitico passage @immigration|@jail not after @immigration 2
sense notification/person_notice after @al_detenido 1
sense notification/person_notice before @recibe 2 passage @aviso_a_usted
sense notification/person_notice near @written 4 not after @immigration 2
sense notification/public_notice distractor near @publico 4
sense notification/other         distractor near @money|@cliente 6 not sentence @immigration
sense notification/person_notice after @a_los_suyos 4 passage @immigration
sense notification/request       before @pide 7 not before @written 3 not before @este 1
sense notification/ice_release_notice after @immigration 3
sense notification/person_notice after @target_largo 3 not after @immigration 4
sense notification/ice_release_notice near @immigration|@agencia 7
sense notification/person_notice passage @immigration sentence @abogados|@traslado
sense notification/ice_release_notice passage @immigration sentence @release|@jail|@detainee_word
sense notification/ice_release_notice passage @immigration
sense notification/other distractor
cue   notificacion|notificaciones|notificar~
cue   avisos|avisar~
cue   avisarle|avisarles|notificarle|notificarles|notificarlo|notificarlos|notificarla
cue   alertas|alertar~
cue   dar|da|dan|dio|dieron|dado|dando|dara|daran|daba|daban aviso|parte
cue   ponerse en [contacto] con
hit   El alguacil [notificó] a ICE antes de liberar al detenido.    affirmed
hit   Liberó a 12 personas sin [avisar] a ICE.    negated 12
hit   ICE debe [avisar] al abogado del detenido.
hit   La agencia [dio aviso] a ICE en 12 casos.
hit   ICE pide que la cárcel le [notifique] la salida del preso.
miss  El banco le avisará cuando la transferencia quede registrada.

set @sera
term usted|persona|detenido|recluso|preso ...1 sera|es|fue|sea|ser
term debe|debera ser
miss  La escuela avisó a los padres que ICE no ha entrado.
hit   A su abogada nunca le [avisaron] que ICE lo esperaba en la cárcel.    notification/person_notice
hit   Usted será [notificado] de sus derechos antes de la entrevista con ICE.    notification/person_notice
set @clitico
term avisarle|avisarles|notificarle|notificarles|notificarlo|notificarlos|notificarla
hit   El condado entregó a ICE a más de 200 presos sin [avisarles].    notification/person_notice negated
set @recibe
term recibe|recibio|recibir ...1 este|esta|el?
set @al_detenido
term al|para detenido|preso|recluso|interno
term a|para la persona
set @pide
term pedir~pid|exigir~
term solicitar~ que|ser

set @written
term escrito|copia

set @cliente
term cliente|clientes|usuario|usuarios|destinatario|correo

set @ningun
term sin|ningun|ninguna

set @este
term este|dicho|tal|ese

set @abogados
term abogado|abogados|abogada|representante

set @traslado
term traslad*|transfer*

set @target_largo
term persona|personas|reo|reos|preso|presos|recluso|reclusos|detenido|detenidos|interno|internos|individuo|abogado|abogados|abogada|familia|familiares

sense notification/other distractor self @llamada
sense notification/ice_release_notice after @immigration 3 passage @jail|@release|@detainee_word not after @cuantos 1
sense notification/ice_release_notice after @agencia 3 passage @immigration passage @jail|@release|@detainee_word not after @cuantos 1
sense notification/person_notice  after @target_largo 3 passage @immigration sentence @derechos
sense notification/person_notice  around @derechos 6 self @le passage @immigration
sense notification/person_notice  around @por_escrito 4 passage @jail|@release|@detainee_word|@custodia
sense notification/person_notice  before @se_le 1 passage @immigration sentence @derechos
sense notification/person_notice  before @le_solo 1 after @si_que 1 passage @immigration passage @aviso_a_usted|@abogados|@derechos
cue   informar~|comunicar~|advertir~adviert|advirt
cue   decir|dicen|dice|decirle|decirles|dira|diran|llamar~|contactar~|telefonear~
hit   La cárcel debe [informar] a ICE si lo pide.
hit   La oficina [contactará] a ICE cuando el preso salga.
hit   ICE tiene al preso en la mira: el alguacil [llama] a la agencia cuando sale.
hit   Si ICE quiere entrevistarlo, deben [informarle] por escrito.
miss  El periódico informó sobre el clima.
hit   Sus derechos: si llega una orden de ICE a su nombre, la oficina le [informará] si piensa cumplirla.    policy notification/person_notice

set @derechos
term derecho|derechos|escrito|entrevista|entrevistarlo|entrevistarla|entrevistarlos|solicitud|retencion|cumplir|libertad|salida|liberacion

set @llamada
term llamada|llamadas
set @por_escrito
term por escrito
set @custodia
term carcel|prision|alguacil|sheriff|custodia
set @se_le
term se le|les
set @le_solo
term le|les
set @si_que
term si|que|de|por
set @le
term informarle|informarles|decirle|decirles|comunicarle|comunicarles|informarlo|informarla|informarlos|comunicarselo

sense notification/ice_release_notice passage @immigration
cue   [dicen|dice|dijo|dijeron|diran|avisan|comunican] a la agencia
cue   [dijo|dijeron|dicho|diga|digan|dijeran|dijera] a la? @immigration cuando|que|la|de|a
hit   La cárcel le [dijo] a ICE cuándo saldría.
sense notification/person_notice passage @immigration before @nadie 4
cue   me|le|les|nos [dijo|dijeron|diga|digan] que ...2 @immigration
hit   Nadie me [dijo] que ICE me estaba esperando.    notification/person_notice negated
miss  Su abogado le dijo que ICE no da entrevistas.
set @nadie
term nadie|nunca|jamas
