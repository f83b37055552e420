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
cue   transferir|transfiere|transfieren|transfirio|transfirieron|transferido|transferida|transferidos|transferidas|transferencia|transferencias|transfiriendo|transferia|transferian|transferira|transferiran
cue   trasladar|traslada|trasladan|traslado|trasladaron|trasladado|trasladada|trasladados|trasladadas|traslados|trasladando|trasladara
hit   En 2019 la cárcel [transfirió] a 22 reos a ICE.    affirmed 22
miss  La transferencia entre distritos requiere la firma de los padres del estudiante.

sense transfer/custody to_ice=yes not after @papers 3 passage @immigration
cue   entregar|entrega|entregan|entrego|entregaron|entregado|entregada|entregados|entregadas|entregando|entregas|entregaba|entregaban|entregara
cue   recoger|recoge|recogen|recogio|recogieron|recogido|recogida|recogidos|recogidas
cue   puesto|puesta|puestos|puestas a disposicion de
cue   paso|pasaron|pasan|pasar a manos de
cue   asumir|asume|asumio|asuma la? custodia
cue   reclamadas|reclamados|reclamado
hit   Un total de 18 reos fueron [entregados] a ICE.    affirmed 18
miss  El secretario entregó documentos a la prensa.
