# Closed classes of words and forms of verbs by which clauses are told apart (clause.c, context.c).

set @past_form
term *ed
term gave|took|told|sent|held|kept|let|made|met|got|brought|led|found|left|put|picked|drove|saw|went|came|spoke|wrote|said|knew
set @adverb
term *ly
term not|never|also|then|later|first|once|twice|even|only|still|just|already|always|often|soon|again

set @preposition
term of|to|from|for|by|with|about|on|in|against|de|por|sobre

# a relative clause that tells what befell somebody
set @who_were
term who|that|whom were|was|had

# what is said begins: no comma, no "in a letter", no "Tuesday" stands behind the verb
set @says_that
term that|the|a|an|this|these|those|nobody|none|no|he|she|it|they|we|his|her|its|their|our|there|at|about|more|some|deputies|jail|jailers|officers|agents|guards|staff|officials|ICE|inmates|people|most|many|all|both|one|two|three|four|five|six|seven|eight|nine|ten
term #
set @says
term say|says|said|argue|argues|argued|claim|claims|claimed|contend|contends|contended|allege|alleges|alleged|believe|believes|charge|charges|charged|maintain|maintains|complain|complained|estimate|estimates|estimated|insist|insists|insisted

# a clause at the beginning of a sentence that says nothing of the one behind its comma
set @although
term although|though|while|whereas|because|since|after|aunque|porque|mientras
term even though
hit Although the jail did not call ICE, the prison [transferred] nine inmates to ICE.    affirmed 9
hit Although the jail [notified] ICE of nine releases, the prison must not transfer inmates.    affirmed 9
hit Because the law bars transfers to ICE, the jail will [hand over] no one.    negated
