# Avisos y solicitudes.
sense notification/request
cue   solicitud|solicitudes|orden|ordenes|peticion|peticiones de|para retencion|detencion|notificacion
cue   solicitud|solicitudes de ICE
cue   retencion|retenciones de inmigracion|ICE
hit   La cárcel recibió 40 [solicitudes de notificación].    affirmed 40

sense notification/person_notice before @written 4 not after @immigration 5
sense notification/request       before @ask 6
sense notification/person_notice after @target 3 not after @immigration 4
sense notification/ice_release_notice near @immigration 7
sense notification/ice_release_notice passage @immigration sentence @release|@jail|@detainee_word
sense notification/ice_release_notice passage @immigration
sense notification/other distractor
cue   notificar|notifica|notifican|notifico|notificaron|notificado|notificada|notificados|notificadas|notifique|notifiquen|notificarle|notificarles|notificando|notificacion|notificaciones
cue   avisar|avisa|avisan|aviso|avisaron|avise|avisen|avisado|avisarle|avisarles
cue   alertar|alerta|alertan|alerto|alertaron|alertado|alerte|alerten
cue   dar aviso
hit   El alguacil [notificó] a ICE antes de liberar al detenido.    affirmed
hit   Liberó a 12 personas sin [avisar] a ICE.    negated 12

set @written
term escrito|copia

sense notification/ice_release_notice after @immigration 3 passage @jail|@release|@detainee_word
sense notification/person_notice  after @target 3 passage @immigration
cue   informar|informa|informan|informo|informaron|informe|informen|informaba|informaban|informarle|informarles|informado|informados
cue   decir|dicen|dice|decirle|comunica|comunican|comunicar|comunico
hit   La cárcel debe [informar] a ICE si lo pide.
miss  El periódico informó sobre el clima.

sense notification/ice_release_notice passage @immigration
cue   [dicen|dice|dijo|dijeron|diran|avisan|comunican] a la agencia
