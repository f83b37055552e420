# Personas detenidas.
sense detainee/ice  before @bajo 4
sense detainee/jail not before @be 2 not after @por_ice 1
cue   detenido|detenidos|detenida|detenidas
miss  Fue detenido por la policía en su casa.

set @por_ice
term por
set @bajo
term inmigrantes

sense detainee/jail
cue   recluso|reclusos|reclusa|reclusas|reo|reos|preso|presos|presa|presas|interno|internos
cue   persona|personas|individuo|individuos|gente|quienes|hombres|inmigrantes bajo la? custodia
cue   persona|personas|individuo|individuos|gente|inmigrantes en la|las|una|su|sus carcel|carceles|prision|prisiones
cue   persona|personas privada|privadas de la? libertad
cue   encarcelados|encarceladas|presidiarios|convictos
cue   persona|personas|individuo|individuos|inmigrante|inmigrantes encarcelada|encarceladas|encarcelados|detenida|detenidas|detenidos
hit   Había 30 [reclusos] en la cárcel.    affirmed 30

sense detainee/ice
cue   persona|personas|inmigrante|inmigrantes|migrantes detenido|detenidos|detenidas por ICE
