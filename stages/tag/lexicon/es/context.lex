# Palabras que deciden la aserción.
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
term fue|fueron|dijo|hizo|hubo|pidio|habia|era|eran|tuvo

context pseudo any
cue no solo
cue no obstante
cue no cambia

context policy pre scope clause rank 80
cue debe|deben|debera|deberan
cue prohibe|prohiben|prohibido|prohibida
cue exige que|a
cue no tienen|tiene obligacion
cue no puede|pueden
cue requiere|requieren
cue obliga|obligan
cue tiene|tienen que
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
cue politica

context negated pre scope 6
cue no
cue ni
cue nunca
cue nadie
cue ninguno|ninguna|ningun
cue sin
cue ya no
cue rechazo|rechazaron
cue se nego|negaron
cue dejo|dejaron de ...2 notificar|transferir|entregar|informar|avisar

context alleged any scope sentence rank 78
cue demanda
cue alega|alegan
cue denuncia|denuncian|denuncio|denunciaron
cue acusa|acusan|acuso|acusaron
cue activistas
cue presunt*
cue defensores dicen|dijeron|afirman
cue segun la demanda
cue segun activistas|defensores|organizaciones

context hypothetical pre scope 14 rank 82
cue organizaciones|activistas|residentes|defensores|grupos|lideres|comunidad ...3 exigen|exige|piden|pide|pidieron|exigieron|reclaman
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

context historical pre scope sentence
cue antes de #
cue anteriormente
cue solia|solian
cue hasta #

context historical any scope sentence rank 30
cue antes de #

set @spanish_text
term el|los|las|que|por|una|del|ser|se|al|en|con|su
