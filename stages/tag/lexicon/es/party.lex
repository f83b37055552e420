set @agency
term sheriff|alguacil|departamento|oficina del? condado|alguacil? de?
term alguacil
set @agency_of
term sheriff|alguacil del condado de
set @say
term dijo|senalo|afirmo|explico|declaro
set @according_to
term segun
set @article
term el|la|los|las
