# Personas entregadas a inmigración.
sense transfer/other distractor to_ice=no
cue   revision|revista ...4 [transferencias] y
cue   [transferencias] y retenciones|detenciones injustas
miss  La Ley de Transferencias y Retenciones Injustas rige desde 2017.

sense transfer/funds  distractor to_ice=no  near @money 8 not sentence @immigration
sense transfer/other  distractor to_ice=no  near @students 10 not sentence @immigration
sense transfer/funds  distractor to_ice=no  passage @money not passage @immigration
sense transfer/data   distractor to_ice=no  after @papers 3
sense transfer/custody to_ice=yes passage @immigration
sense transfer/custody to_ice=no  sentence @jail|@detainee_word
sense transfer/other  distractor to_ice=no
cue   transferenc*|transferi*|transfirie*|transfiera|transfieran|transfirio|transfirieron|transferido|transferida|transferidos|transferidas|transferencia|transferencias|transfiriendo|transferia|transferian|transferira|transferiran
cue   traslad*|trasladar|traslada|trasladan|traslado|trasladaron|trasladado|trasladada|trasladados|trasladadas|traslados|trasladando|trasladara
hit   En 2019 la cárcel [transfirió] a 22 reos a ICE.    affirmed 22
miss  La transferencia entre distritos requiere la firma de los padres del estudiante.

sense transfer/custody to_ice=yes not after @papers 4 passage @immigration
cue   entreg*|entregar|entrega|entregan|entrego|entregaron|entregado|entregada|entregados|entregadas|entregando|entregas|entregaba|entregaban|entregara|entregaran|entregue|entreguen|entregarlo|entregarlos|entregarla|entregarlas|entregaria|entregarian
cue   recogi*|recoger|recoge|recogen|recogia|recogen|recogio|recogieron|recogido|recogida|recogidos|recogidas|recogerlo|recogerlos
cue   [ceder|cede|cedio|cedieron|cedido|cedidos|remitir|remite|remitio|remitieron|remitido|remitidos|remitidas|turnar|turno|turnaron|turnado|turnados|enviar|envia|envio|enviaron|enviado|enviados|llevado|llevados|llevar|llevaron|mandado|mandados|mandaron|liberado|liberados|liberadas|liberar] ...4 a|con la? custodia? de? @immigration
cue   puesto|puesta|puestos|puestas|poner|pone|ponen|pusieron|puso a disposicion|manos de
cue   [paso|pasaron|pasan|pasar|pasado|pasados] ...6 a manos|custodia de
cue   [quedo|quedaron|queda] bajo|en custodia de @immigration
cue   asumir|asume|asumio|asumieron|asuma|asumiera|tomar|tomo|tomaron|tome la? custodia
cue   reclamadas|reclamados|reclamado
hit   Un total de 18 reos fueron [entregados] a ICE.    affirmed 18
hit   La cárcel [entregó] a 33 inmigrantes a ICE en 2020.    affirmed 33
hit   Nadie fue [entregado] a ICE.    negated 0
miss  El secretario entregó documentos a la prensa.

sense transfer/custody to_ice=yes near @immigration 8 near @al_salir 9
cue   arrestado|arrestados|arrestada|arrestadas|detenido|detenidos|arresto|arrestaron|detuvo|detuvieron|aprehendidos|aprehendio
hit   Los inmigrantes [arrestados] por ICE al salir de la cárcel fueron 23.
miss  ICE arrestó a 40 personas en sus casas.
