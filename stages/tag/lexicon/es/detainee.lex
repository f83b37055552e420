# Personas detenidas.
sense detainee/jail
cue   detenido|detenidos|detenida|detenidas|recluso|reclusos|reclusa|reclusas|reo|reos|preso|presos|presa|presas|interno|internos
cue   persona|personas|individuo|individuos bajo custodia
cue   persona|personas|individuo|individuos|inmigrante|inmigrantes encarcelada|encarceladas|encarcelados|detenida|detenidas|detenidos
hit   Había 30 [reclusos] en la cárcel.    affirmed 30

sense detainee/ice
cue   persona|personas|inmigrante|inmigrantes|migrantes detenido|detenidos|detenidas por ICE
