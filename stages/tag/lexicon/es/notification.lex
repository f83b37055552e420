# Avisos y solicitudes.
sense notification/ice_release_notice passage @immigration
cue   [compartir|comparte|comparten|compartio|compartieron|compartiendo|proporcionar|proporciona|proporcionan|proporciono|proporcionaron|dar|da|dan|dio|dieron|entrego|entrega|entregar|facilitar|facilita|facilito|facilitaron|divulgar|divulga|divulgo|suministrar|suministro|suministraron ...6 fecha|fechas|informacion]
hit   La cárcel [compartió con ICE las fechas] de salida de 30 presos.

set @publico
term publico|publica|foro|audiencia|prensa|sitio

sense notification/request
cue   detainer|detainers
cue   [pidio|pidieron|solicito|solicitaron|pide|solicita] ...2 fecha|fechas de liberacion|salida
cue   solicitud|solicitudes|orden|ordenes|peticion|peticiones de|para retencion|detencion|notificacion
cue   solicitud|solicitudes de ICE
cue   retencion|retenciones de inmigracion|ICE
cue   retencion|retenciones migratoria|migratorias
cue   # ...1 [solicitudes|peticiones|requerimientos]
cue   [solicitudes|peticiones|requerimientos] ...2 de @immigration
hit   La cárcel recibió 40 [solicitudes de notificación].    affirmed 40

sense notification/person_notice near @written 4 not after @immigration 2
sense notification/public_notice distractor near @publico 4
sense notification/request       before @ask 6 not before @written 3
sense notification/ice_release_notice after @immigration 3
sense notification/person_notice after @target 3 not after @immigration 4
sense notification/ice_release_notice near @immigration 7
sense notification/ice_release_notice passage @immigration sentence @release|@jail|@detainee_word
sense notification/ice_release_notice passage @immigration
sense notification/other distractor
cue   notific*|notificar|notifica|notifican|notifico|notificaron|notificado|notificada|notificados|notificadas|notifique|notifiquen|notificarle|notificarles|notificando|notificacion|notificaciones
cue   avisar|avisa|avisan|aviso|avisaron|avise|avisen|avisado|avisarle|avisarles
cue   alertar|alerta|alertan|alerto|alertaron|alertado|alerte|alerten
cue   dar|da|dan|dio|dieron aviso
cue   avisarles|notificarlos|notificarlo|alertarlos|notificaba|notificaban|avisaba|avisaban|alertaba|alertaban|notificara|avisara|notificaran|avisaran|avisos|alertas
hit   El alguacil [notificó] a ICE antes de liberar al detenido.    affirmed
hit   Liberó a 12 personas sin [avisar] a ICE.    negated 12

set @written
term escrito|copia

sense notification/ice_release_notice after @immigration 3 passage @jail|@release|@detainee_word not after @cuantos 1
sense notification/person_notice  after @target 3 passage @immigration
cue   informar|informa|informan|informo|informaron|informe|informen|informaba|informaban|informarle|informarles|informado|informados
cue   decir|dicen|dice|decirle|comunica|comunican|comunicar|comunico|comunicaron|llamar|llama|llaman|llamo|llamaron|contactar|contacta|contactan|contacto|contactaron
hit   La cárcel debe [informar] a ICE si lo pide.
miss  El periódico informó sobre el clima.

sense notification/ice_release_notice passage @immigration
cue   [dicen|dice|dijo|dijeron|diran|avisan|comunican] a la agencia
