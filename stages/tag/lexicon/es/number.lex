number uno 1
number dos 2
number ambos 2
number ambas 2
number docena x12
set @half_dozen
term media docena
set @not_counted_before
term media
number tres 3
number cuatro 4
number cinco 5
number seis 6
number siete 7
number ocho 8
number nueve 9
number diez 10
number once 11
number doce 12
number trece 13
number catorce 14
number quince 15
number dieciséis 16
number diecisiete 17
number dieciocho 18
number diecinueve 19
number veinte 20
number veintiuno 21
number veintidós 22
number veintitrés 23
number veinticuatro 24
number veinticinco 25
number treinta 30
number cuarenta 40
number cincuenta 50
number sesenta 60
number setenta 70
number ochenta 80
number noventa 90
number cien 100
number ciento 100
number doscientos 200
number doscientas 200
number trescientos 300
number trescientas 300
number veintiún 21
number veintiuna 21
number veintiséis 26
number veintisiete 27
number veintiocho 28
number veintinueve 29
number cuatrocientos 400
number cuatrocientas 400
number quinientos 500
number quinientas 500
number seiscientos 600
number seiscientas 600
number setecientos 700
number setecientas 700
number ochocientos 800
number ochocientas 800
number novecientos 900
number novecientas 900
number mil x1000
number millón x1000000
number millones x1000000

set @zero
term nadie|ninguno|ninguna|cero

set @not_counted_after
term por ciento
term dias|meses|horas|anos|ano|semanas|mes|veces|minutos|paginas|condados|idiomas|agencias|estados|carceles|prisiones|instalaciones
term de enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre

set @noun_break
term de|del|a|al|en|por|para|con|y|o|que|quien|quienes|fue|fueron|la|el|los|las|un|una

set @without
term sin

set @last_year
term ano pasado
set @this_year
term este ano
term este mes

set @count_link
term fue|fueron|a

set @case
term casos|solicitudes|ocasiones|salidas|liberaciones|excarcelaciones|archivos|expedientes

set @month
term enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
set @month_1
term enero
set @month_2
term febrero
set @month_3
term marzo
set @month_4
term abril
set @month_5
term mayo
set @month_6
term junio
set @month_7
term julio
set @month_8
term agosto
set @month_9
term septiembre
set @month_10
term octubre
set @month_11
term noviembre
set @month_12
term diciembre

set @of
term de
set @determiner
term esas|esos|estas|estos|las|los|sus

set @spanish
term el|la|los|las|de|del|que|en|y|por|con|una|un|se|fue
term al|su|sus|para|unas|unos|fueron|lo|le|les|ha|han|como|pero|mas|cuando|sobre|hay|segun|entre|desde|hasta

set @noun_form
term solicitud|solicitudes|orden|ordenes|notificacion|notificaciones|aviso|avisos|transferencia|transferencias|traslado|traslados|retencion|retenciones|entregas|peticion|peticiones|detainers|alertas|requerimientos
set @in
term en
set @approx
term unos|unas|casi|solo|apenas|cerca|mas|menos
set @of_whom
term de ellos|ellas|quienes
term que|quienes
set @object_break
term que|porque|aunque|mientras|pero|despues|antes|si|cuando
set @subject_break
term porque|aunque|mientras|pero|si|cuando|despues|antes
set @count_link
term sumaron|llegaron|alcanzaron|totalizaron
set @share_link
term tenian|tiene|tienen|con
set @their
term su|sus

set @aside
term incluyendo|incluidos|incluidas
set @nil
term ningun|ninguna

set @series_joint
term y|o|a
set @rate
term al|por|cada mes|semana|dia|ano|noche
set @so
term y|entonces|pero
set @led_to
term terminaron|termino|acabaron|acabo con|en la|el|una?
set @respectively
term respectivamente
set @share_of
term mitad|tercio|mayoria|parte|ciento|varios|algunos

set @single
term una|un sola|solo

set @times
term veces
# "avisó" is no "aviso"
set @verb_form
term *ó|*aron

set @before_year
term en|desde|entre|y|a|de|durante|hasta|ano|fiscal
set @out_of
term de cada

hit Una docena de [detenidos] fue trasladada a ICE.    affirmed 12
hit Dos hermanos estaban presos. Ambos fueron [entregados] a ICE.    affirmed 2
hit Unas treinta personas fueron [trasladadas] a ICE.    affirmed 30
hit La cárcel [avisó] a ICE de 41 salidas.    affirmed 41
