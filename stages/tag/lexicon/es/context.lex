stop pero
stop sino
stop salvo
stop excepto

context pseudo any
cue no solo
cue no obstante

context policy pre scope 12 rank 80
cue debe|deben|debera|deberan
cue prohibe|prohiben|prohibido
cue exige|exigen
cue no tienen|tiene obligacion
cue requiere|requieren

context policy pre scope 10
cue puede|pueden|permite|permiten
cue pide que|a
cue significa

context negated pre scope 6
cue no
cue ni
cue nunca
cue nadie
cue ninguno|ninguna|ningun
cue sin
cue dejo|dejaron de
cue ya no
cue rechazo|rechazaron
cue se nego|negaron

context alleged any scope sentence rank 78
cue demanda
cue alega|alegan
cue denuncia|denuncian
cue acusa|acusan
cue activistas
cue presunt*

context hypothetical pre scope 8 rank 72
cue podria|podrian|debería|deberian
cue propone|proponen
cue exigen|piden que

context future pre scope 8
cue va|van a
cue preve|acordo
cue usaran
cue presentaran

context historical pre scope sentence
cue antes de #
cue anteriormente
cue solia|solian
