# Palabras que buscan las reglas: autoridades de inmigración, personas, custodia.
set @common
term el|la|los|las|le|les|de|del|y|a|al|en|que|se|fue|fueron|ser|sea|sean|es|era|eran|son|sido|da|dan|dar|dio|dice|dicen|dijo|por|con|su|sus|esa|otra|un|una|pone|ponen|poner|puso|queda|quedo|llama|llamo|orden|cede|toma|tome|tomar|tomo|turno|envia|enviar|envio|hombre|hombres|mujer|mujeres

set @immigration
term migra
term inmigracion
term inmigracion y control de aduanas
term servicio de inmigracion y control de aduanas
term control de inmigracion
term migracion
term agentes|oficiales|autoridades de la migra
term custodia de inmigracion
term oficina de inmigracion
term agencia de? inmigracion
term autoridad|autoridades migratoria|migratorias|federal|federales|inmigratorias
term autoridades de inmigracion|migracion
term agente|agentes federal|federales|migratorios
term agentes de inmigracion|migracion|ICE
term oficiales|funcionarios federales|migratorios
term agencia federal
term servicio de inmigracion
term servicio de control de inmigracion
term patrulla fronteriza
term custodia federal|migratoria
term seguridad nacional

set @jail
term carcel*
term prision*
term alguacil*
term custodia
term deten*
term reclus*
term reo|reos|preso|presos
term penitenciar*

set @release
term liber*
term puest* en libertad
term salir|salia|saldria|salida|salgan|salga

set @person
term persona|personas|inmigrante|inmigrantes|indocumentado|indocumentados|individuo|individuos|hombre|hombres|mujer|mujeres
term reo|reos|preso|presos|recluso|reclusos|detenido|detenidos|interno|internos|extranjero|extranjeros

set @detainee_word
term reo|reos|preso|presos|recluso|reclusos|detenido|detenidos|interno|internos

set @target
term persona|personas|reo|reos|preso|presos|recluso|reclusos|detenido|detenidos|interno|internos|individuo|abogado|abogados|familia|familiares|le|les

set @money
term bizum|transaccion*|efectivo|dolares|euros|monto|tarjeta|fondos|dinero|cuenta|cuentas|saldo|banco*|pago|pagos|presupuesto|bancari*
set @students
term alumno|alumnos|alumna|matricula|colegio|colegios|estudiante|estudiantes|escolar|escuela|escuelas|universidad|creditos|distrito|distritos|inscripcion

set @ask
term pedir~pid|solicitar~|solicitud|solicitudes

set @papers
term copia|copias|formulario|formularios|aviso|carta|lista|cifras|estadisticas|informe|reporte|restos|paquete|correo|documento|documentos|archivos|expedientes|datos|informacion|registros

set @be
term fue|fueron|sido|ser|es|son|era|eran|sea|sean

set @al_salir
term al salir|ser
term al momento de su? salida|liberacion
term afuera|fuera de la carcel
term en|dentro la? carcel
term tras su|la liberacion|salida
term cuando salian|salia|salieron|salio
term liberados|liberadas|liberado

set @cuantos
term si|cuantos|cuantas|que|sobre|acerca
