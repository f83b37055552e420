# Personas detenidas.
sense detainee/other distractor passage @guerra
sense detainee/ice  before @bajo 4
sense detainee/ice  sentence @contrato_ice
sense detainee/ice  passage @centro_ice sentence @traslado_entre
sense detainee/jail not before @be 2 not after @por_agente 2
cue   detenido|detenidos|detenida|detenidas
hit   De los 60 [detenidos] por los que preguntó ICE, siete salieron.    affirmed 60
hit   ICE tiene un contrato para albergar a 300 [detenidos].    detainee/ice
miss  Fue detenido por la policía en su casa.

set @por_agente
term por la|el|los? policia|ICE|agentes|agente|oficiales|alguacil|delito|robo|manejar|conducir
set @bajo
term inmigrantes
set @contrato_ice
term contrato|contratos|albergar|alberga
term centro|centros de detencion de? ICE|inmigracion
set @centro_ice
term @immigration
set @traslado_entre
term entre instalaciones|centros

sense detainee/other distractor passage @guerra
sense detainee/ice self @por_ice
sense detainee/jail
cue   recluso|reclusos|reclusa|reclusas|reo|reos|preso|presos|presa|presas|interno|internos
cue   persona|personas|individuo|individuos|gente|quienes|hombres|inmigrantes bajo la|su? custodia
cue   persona|personas|individuo|individuos|gente|inmigrantes en la|las|una|su|sus carcel|carceles|prision|prisiones
cue   persona|personas|individuo|individuos|inmigrantes ...1 en|bajo custodia
cue   persona|personas privada|privadas de la? libertad
cue   encarcelados|encarceladas|presidiarios|convictos
cue   persona|personas|individuo|individuos|inmigrante|inmigrantes|hombres|mujeres encarcelada|encarceladas|encarcelados|encarcelado|detenida|detenidas|detenidos|detenido|recluida|recluidas|recluido|recluidos
cue   persona|personas|individuo|individuos|inmigrante|inmigrantes|migrantes detenido|detenidos|detenidas|detenida|retenido|retenidos|retenida|retenidas por @immigration
hit   Había 30 [reclusos] en la cárcel.    affirmed 30
hit   Las [personas retenidas por ICE] en el centro fueron 353.    detainee/ice
miss  Noventa presos salieron libres a cambio de tres rehenes.

set @por_ice
term retenido|retenidos|retenida|retenidas|detenido|detenidos|detenidas|detenida por @immigration
