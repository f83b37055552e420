# Personas detenidas.
sense detainee/other distractor passage @guerra
sense detainee/ice  before @inmigrantes 4
sense detainee/ice  sentence @contrato_ice
sense detainee/ice  passage @immigration sentence @traslado_entre
sense detainee/jail not before @be 2 not before @mantener 1 not after @por_agente 2
cue   detenido|detenidos|detenida|detenidas
hit   De los 60 [detenidos] por los que preguntó ICE, siete salieron.    affirmed 60
hit   ICE tiene un contrato para albergar a 300 [detenidos].    detainee/ice
miss  Fue detenido por la policía en su casa.

sense detainee/jail passage @immigration|@jail not after @por_agente 2 not before @be 2
cue   los|las|unos|algunos [arrestados|arrestadas]
hit   Los [arrestados] tienen derecho a un abogado antes de hablar con ICE.
miss  Ni la mantendrá detenida por ICE sin orden firmada.
set @mantener
term mantener~mantuv|mantendra|mantendran|mantiene|mantienen|esta|estan|estaba|estaban|estar|este|esten|quedar~
set @por_agente
term por la|el|los? policia|ICE|agentes|agente|oficiales|alguacil|delito|robo|manejar|conducir
set @inmigrantes
term inmigrantes
set @contrato_ice
term contrato|contratos|albergar|alberga
term centro|centros de detencion de? ICE|inmigracion
set @traslado_entre
term entre instalaciones|centros

sense detainee/other distractor passage @guerra
sense detainee/juvenile self @menores
sense detainee/ice self @por_ice
sense detainee/jail
cue   recluso|reclusos|reclusa|reclusas|reo|reos|preso|presos|presa|presas|interno|internos
cue   persona|personas|individuo|individuos|gente|quienes|hombres|inmigrantes bajo la|su? custodia
cue   persona|personas|individuo|individuos|gente|inmigrantes en la|las|una|su|sus carcel|carceles|prision|prisiones
cue   persona|personas|individuo|individuos|inmigrantes ...1 en|bajo custodia
cue   persona|personas privada|privadas de la? libertad
cue   privados|privadas|privado|privada de la? libertad
cue   personas presas
cue   menor|menores|joven|jovenes|adolescente|adolescentes ...1 en|bajo custodia
cue   menor|menores|joven|jovenes|adolescente|adolescentes detenido|detenidos|detenida|detenidas|recluido|recluidos|encarcelados
cue   menor|menores|joven|jovenes|adolescente|adolescentes ...1 en ...2 juvenil
cue   encarcelados|encarceladas|presidiarios|convictos
cue   persona|personas|individuo|individuos|inmigrante|inmigrantes|hombres|mujeres encarcelada|encarceladas|encarcelados|encarcelado|detenida|detenidas|detenidos|detenido|recluida|recluidas|recluido|recluidos
cue   persona|personas|individuo|individuos|inmigrante|inmigrantes|migrantes detenido|detenidos|detenidas|detenida|retenido|retenidos|retenida|retenidas por @immigration
hit   Había 30 [reclusos] en la cárcel.    affirmed 30
hit   Las [personas retenidas por ICE] en el centro fueron 353.    detainee/ice
miss  Noventa presos salieron libres a cambio de tres rehenes.

hit   Los [menores en custodia] no son reportados a ICE.    juvenile/juvenile
hit   Los [privados de libertad] temen a ICE.
set @menores
term menor|menores|joven|jovenes|adolescente|adolescentes|juvenil
set @por_ice
term retenido|retenidos|retenida|retenidas|detenido|detenidos|detenidas|detenida por @immigration
