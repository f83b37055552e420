# Closed classes of words and forms of verbs by which clauses are told apart (clause.c, context.c).

set @past_form
term *ed
term gave|took|told|sent|held|kept|let|made|met|got|brought|led|found|left|put|picked|drove|saw|went|came|spoke|wrote|said|knew
# what stands before a participle ("is handed a copy", "if served the notice"), and what begins an object
set @condition
term if|when|whenever|where|unless|once|whether|until|any|after|before
set @no_subject
term be|is|are|was|were|been|being|get|gets|got|getting|isn't|aren't|wasn't|weren't|has|have|having|not|to|of|from|for|by|with|and|or|but|that|who|which|whom|whose|than|as|at|in|on|when|if|unless|once|after|before|while|where|until|whether|the|a|an|any|each|every|no|be|may|must|shall|will|can|could|would|should|might
set @object
term a|an|the|his|her|their|its|my|our|your|him|them|me|us|it|this|these|those|no|nobody|each|every|all|both|some|most|written|copies|ICE
term notice|notices
# forms that are of the present as well, and what laws did, which still holds
set @no_event
term let|put|read|set|obliged|required|permitted|allowed|prohibited|barred|authorized|limited|restricted|banned|entitled|directed|empowered|need|based|related
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

# an official who has the word
set @official_speaker
term sheriff|undersheriff|captain|lieutenant|sergeant|chief|commander|spokesman|spokeswoman|spokesperson|capt|lt|sgt|warden|superintendent|coroner
term sheriff|undersheriff|capt|captain|lt|lieutenant|chief|deputy _
term county|department|office|jail|agency ...1 report|officials|records|spokesman|spokeswoman|spokesperson
term auditor|auditors|monitor|inspector
term grand jury
set @official_says
term @official_speaker said|says|told|disclosed|admitted|acknowledged|confirmed|reported|replied|responded|conceded|testified|wrote|answered|counters|countered|notes|noted|added|stated
hit Advocates claim that 30 were handed over; the sheriff said deputies [notified] ICE of nine releases.    affirmed 9
hit After advocates complained, the sheriff disclosed that the jail [turned over] 30 inmates to ICE.    affirmed 30

# what was to be is said not to have been: it stands for the verb before, and ends its clause
set @unfulfilled
term did|was|were|does|is|has|had|do not|never
term didn't|wasn't|weren't|doesn't|isn't|hasn't|hadn't|don't
term never did|was|were|has|had|does
term no one|nobody did|was
hit His lawyer was supposed to be [notified] of the ICE request and wasn't.    negated
hit The clerk should have [called] ICE that night but never did.    negated
hit The jail must [notify] ICE if it can, but did not object to the rule.    policy

# what a member asked is answered as a question is
hit Member Ito asked if inmates are told that ICE has been [contacted]. Captain Mack: yes, on a form.    affirmed
hit Member Ito asked whether the jail had [notified] ICE. No, said Captain Mack.    negated
hit Member Ito asked whether the jail had [notified] ICE. No one answered.    hypothetical

# a sentence of the past in a paper full of rules; what has happened under a rule that has ended
hit 5.3 Staff must give each inmate written notice of an ICE request. Mr. Duran received written [notice] at noon.    affirmed
hit Staff shall log each release. If the inmate received a [notice], it is kept with the detainer.    policy
hit Does the county concede that it [told] ICE when Mr. Pardo would be released? We do, Your Honor.    affirmed
hit He said the 19 [transfers] to ICE carried out under the old rule had been legal.    affirmed 19
