# Personas entregadas a inmigración.
sense transfer/other distractor to_ice=no
cue   revision|revista ...4 [transferencias] y
cue   [transferencias] y retenciones|detenciones injustas
cue   [transferencia|traslado] de tecnologia|conocimiento|conocimientos|titulo|propiedad
miss  La Ley de Transferencias y Retenciones Injustas rige desde 2017.

sense transfer/custody distractor to_ice=no passage @guerra
sense transfer/funds  distractor to_ice=no  near @money 8 not sentence @immigration
sense transfer/other  distractor to_ice=no  near @students 10 not sentence @immigration
sense transfer/data   distractor to_ice=no  near @clinico 6 not sentence @immigration
sense transfer/funds  distractor to_ice=no  passage @money not passage @immigration
sense transfer/data   distractor to_ice=no  after @de_papeles 3
sense transfer/personnel distractor to_ice=no near @personal 6 not sentence @immigration|@detainee_word
sense transfer/other  distractor to_ice=no  before @evento 8 not after @person 4
sense transfer/custody to_ice=no  after @entre_carceles 5
sense transfer/custody to_ice=no  before @immigration 4 after @entre_locales 6
sense transfer/custody to_ice=yes passage @immigration
sense transfer/custody to_ice=no  sentence @jail|@detainee_word
sense transfer/custody to_ice=yes doubtful after @person 5 sentence @condado not passage @money|@students|@clinico|@personal
sense transfer/other  distractor to_ice=no
cue   transferencia|transferencias
cue   transferir~transfier~transfir
cue   traslado|traslados|trasladar~
hit   En 2019 la cárcel [transfirió] a 22 reos a ICE.    affirmed 22
hit   ICE acordó [trasladarlo] al centro de detención en cuanto salga.
hit   La demanda dice que lo [trasladaban] esposado a la oficina de ICE.
hit   Los presos se [trasladan] a otra prisión cuando piden atención médica.
miss  La transferencia entre distritos requiere la firma de los padres del estudiante.
miss  Presente una solicitud para el traslado de su expediente clínico a otro hospital.
miss  La agente pidió su traslado a la división de patrulla con mayor antigüedad.

set @evento
term foro|reunion|audiencia|evento|sede|juicio|caso|sesion
miss  El foro sobre ICE y la cárcel fue trasladado al auditorio.
set @de_papeles
term de|del @papers
term de la|las|los|su|sus|un|una|el @papers

set @personal
term empleado|empleados|personal|division|patrulla|antiguedad|puesto|puestos|plaza|sargento|nomina

set @clinico
term clinico|clinica|medico|medica|expediente|expedientes|historial|paciente|pacientes|hospital

set @entre_carceles
term a|de otra prision|carcel|institucion|instalacion
term entre carceles|prisiones|instalaciones|centros

set @entre_locales
term a la|el? carcel|prision del? condado?

set @guerra
term ejercito|ejercitos|rehen|rehenes|tregua|guerra|soldado|soldados|tropas
term cruz roja

# ---- entregar, recoger y otras maneras de decirlo -----------------------------------------------------

sense transfer/custody to_ice=yes not before @tiempo 1
cue   [pasar~|llevar~] a la? @immigration
hit   Lo [pasaron] a ICE esa noche.
miss  Sesenta y tres casos llegaron el año pasado a ICE.
set @tiempo
term ano|mes|semana

sense transfer/custody distractor to_ice=no passage @guerra
sense transfer/custody to_ice=yes not after @papers|@cosas 4 not after @fecha 3 not after @lista 8 passage @immigration
sense transfer/custody to_ice=yes doubtful near @solicitado 6 sentence @agencia|@immigration
sense transfer/custody to_ice=yes doubtful after @person 6 passage @jail|@topic|@condado not after @papers|@cosas 4 not passage @guerra
sense transfer/custody to_ice=yes doubtful after @alguien 5 passage @jail|@topic|@condado not after @papers|@cosas 4 not passage @guerra
sense transfer/custody to_ice=yes doubtful after @a_agentes 8 passage @jail not after @papers|@cosas 4 not passage @guerra
cue   entrega|entregas|entregar~
cue   recogida|recogidas|recoger~
cue   [ceder~|remitir~|turnar~|enviar~envi|llevar~|mandar~|liberar~|canalizar~|derivar~|conducir~conduj|deportar~] ...4 a|con|al la? custodia? de? @immigration
cue   [pasar~] ...6 a manos|custodia de
cue   [dejar~|poner~pus|entregar~] ...6 en manos de @immigration
cue   [traspasar~|ceder~] ...4 custodia
cue   tomar~ ...2 bajo su? custodia
cue   puesto|puesta|puestos|puestas|poner~pus|pone|ponen|pondra|pondran a disposicion|manos de
cue   puesto|puesta|puestos|puestas|poner~pus|pone|ponen|pondra|pondran ...2 en|bajo custodia
cue   [quedar~] bajo|en custodia de @immigration
cue   asumir~|tomar~|recibir~ la|su? custodia
cue   ponerlo|ponerla|ponerlos|ponerlas ...1 en|bajo ...1 custodia
cue   hacer~hic|hizo|haga|hagan|hara|haran se cargo
cue   se [hacer~hic|hizo|haga|hagan|hara|haran] cargo
cue   hacerse|haciendose cargo
cue   [reclamar~] por @immigration
cue   reclamadas|reclamados|reclamado|reclamada
hit   Un total de 18 reos fueron [entregados] a ICE.    affirmed 18
hit   Mi esposo fue [entregado] por la cárcel a los agentes.
miss  El alcalde entregó las llaves de la ciudad; ICE no asistió.
set @cosas
term llave|llaves|premio|premios|examen|examenes|viveres|reconocimiento|medalla|certificado|certificados|diploma|mensaje|mensajes|carta|cartas|obra|obras|apoyo|ayuda|propuesta|peticion|peticiones|firmas|queja|quejas|demanda|pasaporte|pasaportes|despensa|despensas|titulo|titulos|boleta|boletas
set @alguien
term nadie|alguien|ciudadano|ciudadana|ciudadanos|gente|padre|padres|vecino|vecinos
hit   El sheriff reconoció que su cárcel [entregó] por error a un ciudadano.
set @a_agentes
term a los|unos|dos? agentes|oficiales|federales
hit   La cárcel [entregó] a 33 inmigrantes a ICE en 2020.    affirmed 33
hit   Nadie fue [entregado] a ICE.    negated 0
hit   El alguacil piensa [pasarlo] a la migra.
hit   ICE deberá [hacerse cargo] de él antes de 48 horas.
hit   ICE vendrá a [recogerlos] a la puerta de la cárcel.
hit   El detenido [quedó] bajo custodia de ICE.
hit   Si ICE no lo [pone en custodia], queda libre.
hit   El condado [dejó] a 22 reos en manos de ICE.    affirmed 22
hit   La cárcel [traspasó] la custodia de 13 reos a ICE.
hit   ICE lo [tomó bajo su custodia].
miss  El secretario entregó documentos a la prensa.
miss  Los dos ejércitos entregaron a 300 presos en la frontera.
miss  Tras la tregua, ICE no comentó; el museo entregó copias del acta.

hit   El sheriff reconoció que su cárcel [entregó] por error a una persona.    affirmed
hit   En 2016 la agencia no [recogió] a 120 de los solicitados.    negated 120
set @solicitado
term solicitados|buscados|reclamados|requeridos
set @condado
term condado|sheriff|oficina
set @lista
term lista|listas
set @fecha
term fecha|fechas|hora|horario|lista|listas|dato|datos

sense transfer/custody to_ice=yes sentence @immigration|@agencia passage @jail|@detainee_word not near @papers|@casa 4
cue   @immigration|@agencia ...4 [llevar~|recoger~] a
cue   se [llevar~] a #
cue   se los|las|lo|la [llevar~]
cue   [llevarselo|llevarselos|llevarsela|llevarselas]
hit   ICE preguntó por 60 detenidos de la cárcel y la agencia solo se [llevó] a siete.
miss  La tormenta se llevó a tres pescadores.

# lo que sea el verbo: una persona y las autoridades de inmigración como destino
set @a_inmigracion
term a|al|con|hacia la|las|los? @immigration
term a|en la|las|los? custodia|manos|brazos|poder|cargo de la|las|los? @immigration
term a un|una|el|la ...3 centro|instalacion|oficina|celda ...3 @immigration
sense transfer/custody to_ice=yes not near @papers|@cosas|@fecha 3
cue   lo|la|los|las [soltar~|dar|dio|dieron|da|dan|daban|daba|daran|sacar~|pasar~|mandar~|llevar~|entregar~|remitir~|turnar~|enviar~envi|conducir~conduj|ceder~|subir~|echar~] ...4 @a_inmigracion
sense transfer/custody to_ice=yes sentence @person|@jail not near @papers|@cosas|@fecha|@lista 6
cue   [soltar~|sacar~|mandar~|llevar~|remitir~|turnar~|enviar~envi|conducir~conduj|ceder~|trasladar~] ...6 @a_inmigracion
cue   [quedar~|caer~|acabar~|terminar~] en manos de la? @immigration
cue   @immigration ...1 [recibir~] ...6 @person
cue   [arresto|arrestos|captura|capturas] ...1 de|por @immigration ...2 en|dentro|afuera|fuera ...2 carcel
hit   Lo [soltaron] directo a los brazos de ICE.
hit   El alguacil [envió] a tres hombres a un centro de detención de ICE.
hit   Fueron [llevados] de la cárcel a un centro de ICE.
hit   ICE [recibió] de la cárcel a cuatro presos.    affirmed 4
hit   Su hermano, que salía de la cárcel, [quedó] en manos de inmigración.
miss  La cárcel mandó a ICE un informe sobre el hombre.

set @agencia
term la|esa agencia

set @casa
term casa|casas|calle|calles|redada|redadas|trabajo|domicilio

sense transfer/custody to_ice=yes near @immigration 8 near @al_salir 9
sense transfer/custody to_ice=yes passage @immigration after @en_la_carcel 9 not before @policia 4
cue   [arrestar~|aprehender~|capturar~|agarrar~]
cue   detuvo|detuvieron|detenerlo|detenerlos|detenerla|detenerlas|detenido|detenidos|arresto
hit   Los inmigrantes [arrestados] por ICE al salir de la cárcel fueron 23.
hit   La demanda contra ICE dice que dos agentes lo [detuvieron] en el vestíbulo de la cárcel.
miss  ICE arrestó a 40 personas en sus casas.
miss  La policía lo detuvo en la puerta de la tienda; ICE no intervino.

set @en_la_carcel
term vestibulo|entrada|salida|estacionamiento|puerta|puertas|rampa de la? carcel|prision|penal
term zona segura
term salir de la carcel|prision

set @policia
term policia|policias
