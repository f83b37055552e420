set @agency
term sheriff|alguacil|departamento|oficina del? condado|alguacil? de?
term alguacil
set @agency_of
term sheriff|alguacil del condado de
set @not_a_name
term el|la|los|las|esta|este|nuestra|su|un|una|de|del|en|por|para|y|cuando|si|segun
set @say
term dijo|senalo|afirmo|explico|declaro
set @according_to
term segun
set @article
term el|la|los|las
