# Words that decide whether a mention is affirmed, negated, policy, ...  The highest rank that reaches the
# mention wins.  Most ranks, here, in govern.lex and in Spanish: denied 76 to 84, alleged 78, wanted or supposed 79 to 82,
# to come 76 to 81, ended 72 to 82, a rule 79 to 83 where it speaks, 45 in a condition, below 30 where only the manner is
# general; from 85 the outer word decides: a rule that is only proposed.  context.c adds: people who were counted 74, a
# count of none 70; below 25 a cue stays in its own clause.

stop but
stop however
stop although
stop though
stop except
stop whereas
stop under which
stop even though
stop and was|were|is|are|then|later
stop so
stop , still
stop , and|which|who|whose|while|he|she|they|ICE|it|we
stop because
stop who was|were|had
stop and will|shall|must|may
stop only to
stop , then
stop , #
stop and provided|gave|sent|made|answered|granted|honored|took|told
stop and often|routinely|instead|sometimes|repeatedly|still|even|frequently
stop , instead|yet|except|unless

# a finite verb of the past: the sentence tells what happened
set @answer
term no|yes|none|si
term N
term Y

# an answer, and the questions that ask about what may or will be done
set @yes
term yes|yeah|yep|correct|si|Y
term i|we|he|she|they did|do|have
term that is|that's correct|right
set @nay
term no|nope|never|N
term i|we|he|she|they have|did|do|does|has not|never
term i|we didn't|don't|haven't
term not at all|once
term not that i
term absolutely|certainly not
set @modal_question
term can|may|must|will|should|shall|could|would|might|if|when|anyone|anybody|someone|somebody|we|me|i|my|right|correct
hit Does your agency [notify] ICE before release? Yes, since 2016.    affirmed
hit Did your deputies [call] ICE? A. No.    negated
hit Can the jail [notify] ICE of my release? No.    policy

set @past
term @told
term he|she|they|it|we|ICE|office|department|sheriff|county|agency|agents|officers|officials|deputies|staff|clerk|jail|supervisors|board|law|also|then|illegally|unlawfully|wrongly|quietly|routinely *ed|made|sent|held|found|left|kept|brought|led|paid|put|let
term lodged|placed|posted|waited|refused|ignored|ordered|learned|showed|dropped|faxed|e-mailed|emailed|phoned|picked|turned|transferred|notified|alerted|handed|arrested|booked|freed|told|warned|answered|discovered|released the|a|an|his|her|its|their|him|them|it|two|three|four|both
term was|were|had|did|met|got|gave|took|went|came|saw|fell|rose|became|began|wrote|spoke|ran|won|grew|sought|thought|knew|chose|shrank|drew|quit
term the|our|its jail|sheriff|office|department|county has turned|handed|transferred|released|received|honored|notified|taken|made|sent|given|told|called
term has|have taken place
term has|have defended|allowed|continued|refused|rejected|declined|reported|agreed|turned|handed|transferred|released|received|honored|given|told|called|cut|shown|grown|dropped
term has|have ...1 been|fallen|dropped|declined|risen|grown|increased|changed|ended|become|made|given
term acknowledged|admitted|confirmed|conceded
term said|wrote|testified|explained|announced|stated|reported|added that|his|her|its|their|the|they|it|he|she|no|all|some|most|jail|deputies|staff|ICE|in|on|at
term recd|rcvd
term didn't|wasn't|weren't|hadn't
term we|i have *ed|found|withheld

# words with which a circumstance begins
set @adjunct
term upon|based|because|unless|when|where|if|without|despite
term at the request of
term in response to

# words with which a title leads into its list, as a colon does: "The Office does not"
set @leads_in
term not|never|to|must|shall|may|will|cannot|allows|permits|requires|prohibits|forbids|bars|do|does|did

# heads of columns: of a table that explains words, and of any
set @glossary
term meaning|means|meanings|definition|definitions|explanation|legend
set @column_word
term name|charge|charges|date|time|booking|xref|agent|outcome|disposition|status|received|notified|released|facility|agency|total|comments|remarks|DOB|race|sex|bail

# notes without a subject: "Called ICE at 0555"
set @ed
term *ed
set @ruled
term is|are|be|being|been|was|were|to|may|must|shall|if|when|any|each
default affirmed  self @ed  not before @ruled 4  not passage @spanish_text

# A present without number or year speaks of what is done as a rule: law, form, procedure.
default policy  not around @past 12  passage @ruling  not passage @spanish_text  uncounted
default policy  sentence @law  not near @past 7  not sentence @event  not passage @spanish_text  uncounted
default policy  before @present 1  passage @ruling  not passage @spanish_text  uncounted
default policy  not sentence @past  sentence @general  not passage @spanish_text  uncounted

# texts that are rules from end to end, whatever the tense of a clause
set @law
term shall
term this section|subdivision|chapter|article|subsection|directive|bulletin|procedure|manual
term section|sec|subdivision|chapter|article|subsection #
term notwithstanding|hereby
term legislature finds
term is|are added|amended to read
term agencies|agency|staff|deputies|members|personnel|officers|officer responsibilities|must|shall
term deputies|members|officers assigned|working
term when|where|once|after ICE|the|an|a ...2 has|have been
term release|booking|intake|records officer|clerk|sergeant :
# and what shows that an event is told
set @event
term said|told|testified|wrote|reported|asked|found|showed|admitted|acknowledged|confirmed|announced|held|learned
term in|on|since|during|from @month
term in|since|during|of|from|for #
term last|this|past|previous year|month|week|spring|summer|fall|winter
term yesterday|tonight|today|yet|ago|then|later|already|routinely|monday|tuesday|wednesday|thursday|friday
term mr|ms|mrs|dr
set @log_code
term PU|NPU|XREF|bkg|bk|rcvd|recd|rls|rlsd
term qualifies|qualified|eligible Y|N
set @shown
term e-mails|emails|e-mail|email|records|logs|log|documents|video|footage|texts|messages ...2 show|shows|reveal|reveals|describe|describes
term e-mails|emails|e-mail|records|logs|messages in which
set @in_year
term in|during|since|of #
set @dated
term in|during|since|for|of|on #
term on|in @month

# words of what holds in general
set @general
term copy of
term is|are placed|kept|filed|logged|recorded|forwarded|scanned|handed|routed|entered|stamped|retained|checked
term takes|take place
term a|an @detainee_word|detainer|transfer|person|individual|inmate|undocumented
term any|if|when|whenever|can|cannot|otherwise|whether|or|does
term he|she|it|they|you|who|we|ICE|DHS|agency|agencies|deputies|deputy|staff|officers|officer|sheriff|sheriffs|jail|jails|office|department|inmate|inmates|person|persons|individual|individuals|detainee|detainees|alien|member|members|personnel|employee|employees|facility|provider|contractor|commander|sergeant|clerk|and|or|custody|requests|request|detainers|detainer|agents may
term may be|not|only|also|never

# the words of rules, forms and notices: where they stand, a bare present is a rule
set @ruling
term shall|must|hereby|subdivision|prohibited|authorized
term pursuant to section|policy|this|the|law|government|GC|title|code|subdivision|chapter
term may not|only
term section|policy|order|procedure|chapter|subsection|division #
term effective upon
term reminder :
term reminder to|that
term step #
term upon release|receipt|receiving|booking|intake
term members|personnel will|receiving|are
term this order|directive
term unit forwards|determines|reviews|notifies
term not commands|mandatory|orders
term watch commander
term law enforcement agency|official
term the|such|any individual|alien
term right|rights to
term you|your ...6 attorney|lawyer|consent|rights|custody|copy|release
term policy|procedure|procedures|directive|manual|form|definitions|notice
term requires|required|prohibits|permits|requirement|requirements
term is|are eligible|entitled|permitted|forbidden

set @pleading
term on|upon information and belief
term defendant|defendants|plaintiff|plaintiffs
set @present
term is|are|isn't|aren't

# a verb of the past with who did it before it: what somebody will, would or should do does not reach it
set @told
term he|she|they|it|we|i|ICE|DHS|deputies|officers|agents|jailers|staff|officials|guards|clerks|sheriff|county|jail|office|department|authorities|sheriffs|jails|counties|agencies|employees|personnel|prison|prisons|someone|somebody @told_verb
term deputy|officer|agent|jailer|official|guard|clerk|sergeant|lieutenant|captain|undersheriff|chief|warden|commander|dispatcher|employee|agency|city|police @told_verb
term he|she|they|it|we|i|ICE|DHS|deputies|officers|agents|jailers|staff|officials|guards|clerks|sheriff|county|jail|office|department|authorities|sheriffs|jails|counties|agencies|employees|personnel|prison|prisons|someone|somebody also|later|then|first|once|twice|quietly|routinely|secretly|illegally|unlawfully|improperly|wrongly|mistakenly|immediately|promptly|regularly|repeatedly|voluntarily|simply|merely|already|subsequently|finally|actually @told_verb
term he|she|they|it|we|i|ICE|DHS|deputies|officers|agents|jailers|staff|officials|guards|clerks|sheriff|county|jail|office|department|authorities|sheriffs|jails|counties|agencies|employees|personnel|prison|prisons|someone|somebody had ...1 been? @told_verb|taken|given|been
term people|inmates|men|women|those|detainees|prisoners had|have been @told_verb|taken|given

# ---- not a cue after all --------------------------------------------------------------------------------

context pseudo any
cue not only
cue not just
cue not all
cue not every
cue no later than
cue without delay
cue not uncommon
cue no choice but to
cue no matter
cue no longer than
cue may #
cue in|since|of|by|until|during|through|from|last|late|early|this may
cue whether or not
cue required by
cue as required
cue will report|review|present|discuss|hear|hold|consider|receive
cue expected|due|scheduled|set to say|report|announce|present|release|vote|discuss
cue in which case
cue no explanation
cue no action
cue no questions
cue no one size
cue did|does|do|could|would|has|have not yet|ever|always|even|specifically|separately|otherwise? say|know|track|include|specify|count|explain|reflect|mean|change|show|record|list|address|identify|break|capture|distinguish
cue not keep track|records|record|count|statistics|data|a|tabs|logs|figures
cue doesn't|don't|didn't keep track|records|record|count|statistics|data|a|tabs|logs|figures
cue didn't|doesn't|don't say|know|track|include|specify|count|explain|reflect|mean|change|show|record|list
cue not clear|known|available|included|listed|recorded|counted|tracked|all|every|only|because|just
cue cannot|can't say
cue could|can not confirm|determine|verify|tell|say|explain
cue cannot|can't|couldn't confirm|determine|verify|tell|say|explain|decide
cue end of
cue ended up
cue ended in a|an|his|her|the|arrest|death|transfer
cue not ordered|commanded|just|merely
cue traffic stop|stops
cue no doubt
cue no fewer|less than
cue no response from
cue in the past #
cue in the past few|several|couple|year|month|decade|week|fiscal|calendar
cue neither confirm
cue or|nor deny that
cue was|were|been|being|be|is|are told
cue or|nor deny
cue told|tell|tells|telling his|her|their|the|a|your|my lawyer|attorney|counsel|family|wife|mother|client
cue look|looks|looking into why|how
cue investigate|investigates|investigating|explain|explains|explained why|how
cue end|ends|ending|ended up
cue end|ends|ending in a|an|his|her|the|their
cue did|does|do not require|prohibit|prevent|bar|forbid
cue a|the|any|this|that|his|her|their plan|proposal|effort|promise to
cue legislature|law|act|statute|rule|lawmakers ...2 intended|intends|planned to
cue stop|stopped|stops|ended|quit reporting|tracking|counting|publishing|recording|logging
cue stop|stopped|stops|ended|quit releasing|reporting the|its|these|such? figures|data|records|numbers|statistics|reports|names|details|information
cue that|which|as ...2 law|act|statute|policy|ordinance requires|required|require
cue as ...5 requires|require|required|provides|mandates|allows|permits
cue recommend|recommends|recommended|recommendation ...5 receive|accept|hear|hold|file
cue none and|but
cue disputed|disputes|denied|denies|rejected that account|claim|claims|allegation|allegations|charge|figure|version|report
cue no name|comment|names|exceptions|details
cue nor deny
cue asked|asks|ask|know|say|says|said|report|reported|disclose ...2 how many|often
cue please be advised|note|see|find|contact
cue please note|see|find|contact|call me|us|our|that
cue be|been|get|being sued ...3 for|over?
cue be|been|get|being sued
cue before|after|since|until|by the|a|this? lawsuit|suit|complaint|petition was|were?
cue settle|settled|settling|settlement of? the|a lawsuit|suit|complaint
cue did|does|do|has|have|had not yet|ever|always|even|specifically? document|log|verify|review|publish|retain|produce|mention|describe|discuss|oppose|object|dispute|investigate|audit|affect|apply|cover|notice|seem|appear
cue didn't|doesn't|don't|hasn't|haven't|hadn't document|log|verify|review|publish|retain|produce|mention|describe|discuss|oppose|object|dispute|investigate|audit|affect|apply|cover
cue no different
cue was|were|is|been|got sued after|because|when|over
cue being|be|been|is|are|was|were used to
cue where ICE|immigration|agents|officers|they ...2 wait|waits|waited|stand|stands|sit|sits|work|works|arrest|arrests|pick|picks|take|takes
cue no longer pay|fund|reimburse|publish|post|accept|require|need
cue isn't|aren't|not sure|certain that|whether|how|why|if
cue not to? record|log|write|note|disclose ...6 who|whom|whose
cue no secret
cue did not match|agree|say|explain|specify|respond|comment|return|add|tally
cue don't|doesn't|didn't know
cue would like
cue ended with
cue undisputed that
cue no more|less|fewer|longer|later than
cue stopped|stops|stop a|an|the ...1 person|man|woman|driver|vehicle|car|motorist
cue records|gap|data|evidence|numbers|logs|log|figures|files suggest|suggests|suggested
cue need not decide|reach|resolve|address
cue no idea|inkling|clue|knowledge that|of
cue without ...4 knowledge|consent
cue , not ...4 ,
cue not provide|release|disclose|give a|the|any|his|her|its? figure|figures|number|numbers|names|details|count|breakdown|explanation|records|documents|total|totals
cue each|every year|month|week|day|night|morning|quarter|of|time
cue could ...1 name|recall|identify|cite|produce|count
cue no dispute that
cue was|were|been denied a|an|the|bail|bond|medical|access|care|food|water|entry|parole|asylum|release|counsel
cue wants|wanted to know
cue can|could|would|will you please? tell|let|send|check|confirm|find|look|give|ask|remind
cue call for service
cue calls for service
hit Staff did not only [notify] ICE, they walked him out.    affirmed

# ---- rules --------------------------------------------------------------------------------------------------

context policy pre scope clause rank 80  not around @told 4
cue shall
cue must
cue may not
cue may only
cue can not|only
cue cannot
cue is|are required|obligated|obliged|barred|forbidden|prohibited
cue is|are not? permitted|allowed|authorized
cue require|requires|required|requiring
cue prohibit|prohibits|prohibited|prohibiting
cue bar|bars|barred|forbid|forbids from?
cue not supposed|required|obligated|obliged|allowed|permitted|authorized
cue supposed to
cue no obligation|duty
cue no power|authority|right|basis to
cue it is the policy
cue can|may choose|decide|opt
cue does|do not permit|authorize|require|allow|obligate|oblige|let|entitle|empower
cue makes ...3 agencies|sheriffs|counties
cue have|has to
cue had to
cue need|needs to
cue prior to notifying
cue only for|if|when|after|where
cue to the extent permitted|allowed|required|possible|authorized|consistent|necessary|feasible
cue to the extent that? the|state|it|such
cue right|rights to
cue mandatory|obligatory|compulsory
cue no choice but to
cue unless authorized
cue is|are entitled to
cue restricts ...3 from
cue except as|when|where|for
cue in accordance with|of section
cue shield|shields
hit Staff shall not [notify] ICE of a release.    policy
hit The law bars jails from [transferring] anyone to ICE without a warrant.    policy

context policy any scope sentence rank 80
cue no @detainee_word|@person|one may|shall|can|must
cue no @detainee_word|@person|one is|are to be
cue no @detainee_word|@person ...6 is|are to be
cue no @detainee_word|@person|one has|have|needs|need to
hit No inmate may be [transferred] to ICE without a warrant.    policy -1

# "ICE HOLDS: NOT HONORED" is a rule of the house; the holds were asked for all the same
context policy post scope 3 rank 78  only notification/request  self @several_requests  uncounted
cue : not honored|accepted|enforced|recognized
cue are not honored|accepted|enforced|recognized
hit [ICE HOLDS]: NOT HONORED    policy
hit [ICE holds] are not honored by this office.    policy
hit [Detainer]: not honored. Inmate released to the street.    affirmed
set @several_requests
term holds|detainers|requests

context policy post scope 6 rank 80
cue is|are ...2 allowed|permitted|required|prohibited|barred|forbidden|mandatory
cue may not
cue must
cue shall
cue may be *ed|held|made|given|sent|told
cue require|requires a|an|the? judicial|warrant
cue require|requires
hit [ICE holds] may not be honored.    policy

context policy any scope sentence rank 78  not sentence @past
cue your custody
cue the alien
cue does|do :
cue does|do not :
cue do|does not hold|detain|keep ...3 past|beyond|after|solely|based|because
cue definitions
cue procedure
hit The Office does not hold [inmates] past their release.    policy

context policy any scope sentence rank 79
cue your custody
cue box #

context policy any scope sentence rank 28  before @present 2  uncounted
cue unless

context policy any scope sentence rank 65  not sentence @past  uncounted
cue when|whenever|where
cue once a|an|the|ICE|it|he|she|they|all|his|her|its|this|that|released|notified|booked|signed

context policy any scope sentence rank 28  before @present 2  uncounted
cue when|whenever
cue once a|an|the|ICE|it|he|she|they|all|his|her|its

context policy any scope sentence rank 28  not sentence @past  uncounted
cue watch|shift commander|supervisor
cue effective immediately

context policy any scope sentence rank 75  not sentence @past  uncounted
cue if
cue otherwise
cue unless

context policy any scope sentence rank 71  not sentence @past  uncounted
cue provided that
cue in cases|situations
cue upon receipt|receiving|request
cue before it|an|a|any|the
hit If an inmate qualifies, ICE is [notified].    policy

context policy pre scope 12 rank 45 uncounted  not around @told 4
cue may
cue can
cue allow|allows|permit|permits|authorizes|allowing
cue law|act|statute|ordinance|policy|order allowed|permitted|authorized
cue upon receiving|receipt
cue whenever
cue means
cue up to
cue should
hit The jail may [notify] ICE of a release.    policy

context policy pre scope 12 rank 45 uncounted  not sentence @past
cue pursuant to

# what a law, order or policy says, whatever the tense
set @lawish
term law|laws|act|statute|ordinance|policy|policies|measure|rule|rules|order|legislation|regulation|protocol|guideline|guidelines|bulletin|directive|manual|code
term SB|AB #
term Senate|Assembly bill
set @lawverb
term limit|limits|limited|restrict|restricts|restricted|prevent|prevents|block|blocks|curb|curbs|let|lets|protect|protects|ensure|ensures|mandate|mandates|mandated|direct|directs|provide|provides|says|state|states|govern|governs|set|sets|gives|give|grant|grants|compel|compels|spell|spells|define|defines|outline|outlines|dictate|dictates|instruct|instructs|call|calls|ask|asks|leaves|makes|obligate|obligates|guarantee|guarantees|tell|tells|cover|covers|apply|applies

# what a detainer is
context policy any scope sentence rank 72  uncounted  not sentence @past
cue a|an ICE|immigration? detainer|hold asks|requests|is|means|lets|tells|comes
cue a|an notification request asks|requests|is|means
hit A detainer asks the jail to wait so that ICE has time to [take the person into custody].    policy

context policy any scope sentence rank 69 uncounted
cue @lawish ...2 @lawverb
cue @lawish , ...6 , ...1 @lawverb
cue @lawish that|which|of|in|under|on|for ...4 @lawverb
cue criteria|conditions|rules|requirements|procedures|procedure|protocol|protocols|guidelines|standards|limits|restrictions|process|exceptions for|on|of|governing|about|to
cue rules|law|laws|protocols that govern|governs|limit|limits
hit The Values Act, passed in 2017, limits [transfers] to ICE.    policy

context policy any scope sentence rank 22  uncounted not sentence @past  not sentence @in_year  not sentence @log_code  not sentence @shown
cue under state|the|california|federal law|act
cue state|federal law|laws
cue the law
cue existing law
cue TRUTH|TRUST act
cue values act
cue gov|government code
cue SB|AB #
cue policy|policies
cue procedure|procedures
cue is|are called
cue detainer|hold|request|notification asks|ask|is|means
cue a|an @detainee_word|detainer|person|individual
cue ask|asks that|the
cue eligible|ineligible|qualify|qualifies|qualifying
cue statute|ordinance|regulation
cue start|starts|begin|begins with
hit A [detainer] asks a jail to hold someone for ICE.    policy

# "through a hold, transfer, or notification request"
context policy any scope sentence rank 28  uncounted  not sentence @dated
cue hold ,? ...1 transfer|transfers
cue hold ,? ...1 notification|notifications
cue or other means
hit Data may show whether access was by a hold, [transfer] or notification request.    policy

context policy any scope sentence rank 22  uncounted not sentence @dated  only notification/request
cue ICE|DHS|agency lodges|issues|places|sends|files|uses|relies|sees

context policy any scope sentence rank 22  uncounted not sentence @past  not sentence @dated
cue routine
cue any
cue each|every

context policy any scope passage rank 18  uncounted not sentence @past
cue definitions
cue mandates
cue shall
cue existing law
cue purpose and scope
cue it is the policy
cue must
cue procedure
cue TRUTH act
cue values act

context policy pre scope clause rank 84  uncounted
cue law|laws|statute|act|code ...1 does|do|did not make|force|compel|oblige|require|forbid|bar
cue in violation of this|the|our order|policy|section|directive

context policy pre scope clause rank 83  uncounted
cue law|act|statute|code|ordinance|policy calls|call for
cue law|statute|act|ordinance|code allows|permits|lets|forbids|bars|requires|prohibits|restricts|limits
hit It would have broken no law, for the statute allows such [notice] to ICE.    policy

# what the law is, beside what a bill would make of it
context policy pre scope sentence rank 85
cue existing|current|present|today's law|statute|policy|ordinance
hit Existing law lets a sheriff [notify] ICE. The measure, if approved by the voters, would end that.    policy

# ---- claims of one side ----------------------------------------------------------------------------------------

context alleged any scope sentence rank 78
cue alleg*
cue accuses|accusing|accusation|accusations
cue accuse the|his|her|a|its|their sheriff|county|ICE|deputies|jail|office|jailers|department
cue accused the|sheriff|county|ICE|deputies
cue lawsuit|suit|complaint|petitioners|petition
cue sued|sues|suing ...6 over|for|alleging
cue said attorney|lawyer|organizer|advocate|activist
cue charged that
cue on information and belief
cue ACLU says|said|argues|claims|contends|charges|wrote
cue ACLU , ...6 says|said
cue ACLU attorney|lawyer
cue the ACLU says|said
cue according to the? advocates|activists|critics|opponents|ACLU|suit|complaint|lawsuit|attorneys
cue advocate|advocates|activist|activists|critics|opponents|organizers|organizer|protesters|attorneys|lawyers|groups|coalition say|says|said|argue|argued|contend|claim|counted|believe|estimate
cue civil rights|advocacy group|groups|organization|organizations
cue contend|contends|contended
cue claim|claims|claimed|claiming that
cue staff|senior|supervising attorney|lawyer
cue shadow
cue community members|member ...3 say|says|said|told|describe|described|charge|allege|believe|report|complain
cue rights group

context alleged any scope sentence rank 62  not passage @opinion  not passage @official_witness
cue plaintiff|plaintiffs

context alleged any scope sentence rank 78  not sentence @official  not before @iffy 12
cue keeps|continues @ing

set @ing
term *ing

# those whom it befell say so of themselves
context alleged pre scope 8 rank 78  not sentence @official
cue @person|@kin say|says|said|report|reported|recall|recalls|recalled|told ...3 he|she|they|we
cue # say|said|report|reported|recall|recalled|told ...3 they
hit Two residents said that they were [handed over] to ICE at the jail.    alleged 2

# who speaks against the agency; the words that give him the floor
set @adverse
term ACLU
term American civil liberties union
term network|collective|hotline|coalition|alliance|caucus|opponents|organizers|demonstrators|campaigners|activist|advocate|advocates|activists|organizer|protester|protesters|plaintiff|plaintiffs|petitioner|petitioners|critic|critics|opponent|relatives
term law center|caucus
term immigrant|immigrants rights
term legal|law|justice|resource|resources|rights|workers|immigrant|immigrants center|foundation|fund|institute|clinic|project|union|council
term the group|groups|organization|organizations|families|family|clinic|alliance
term court papers|filings|filing|documents
term public comment
term advocacy|rights|immigrant|immigrants|community|support|civic|watchdog|reform group|groups|organization|organizations|committee
term speaker|speakers|commenter|commenters at|told|said|in
term immigration|civil|defense attorney|attorneys|lawyer|lawyers
term attorney|lawyer for|with|at|who
term public defender|defenders
term legal aid|services
term his|her|their lawyer|attorney|family|wife|mother|sister
term nonprofit|nonprofits
set @said
term said|says|say|states|stated|wrote|writes|told|tell|tells|believe|charge|maintain|insist|insists|insisted|complain|documented|argued|argues|argue|contends|contend|charged|charges|claims|claim|claimed|alleged|alleges|allege|complained|maintains|believes|testified|estimates|estimated|counted|describes|described
# what may stand before him who says it; "told his lawyer" names him who was told
set @said_first
term said|says|say|wrote|writes|argued|argues|argue|contends|contend|charged|charges|claims|claim|claimed|alleged|alleges|allege|complained|maintains|testified|estimates|estimated
set @official
term sheriff|undersheriff|lieutenant|lt|captain|chief|spokesman|spokeswoman|spokesperson|supervisor|sgt|sergeant|department said

context alleged any scope sentence rank 78
cue @adverse ...4 @said
cue @adverse ...10 @said_first
cue @adverse , ...9 , @said
cue @adverse who|that|which|for|from|of|with|at ...9 @said
cue @said_first ...5 @adverse
cue according to ...4 @adverse
cue according to ...2 former? inmate|inmates|detainee|detainees|prisoner|prisoners|client|clients|employee|employees|guard
hit Deputies quietly [hand over] people to ICE, said Ana Cruz, an attorney with the legal clinic.    alleged
hit Jailers [turned over] 6 men to ICE; his family says he was picked up by agents inside.    affirmed 6
hit Jailers did not hand anyone to ICE; his mother says he was [handed over] to agents.    alleged
hit He asked for his sister and ICE was there. Nobody [told] his lawyer.    negated
hit The clerk had called ICE. She then [told] his attorney of the release.    affirmed

context alleged pre scope sentence rank 78
cue sheriff|county|jail|office|department|deputies|jailers|officials|undersheriff is|are|was|were|stands ...1 accused of
hit The sheriff was accused of secretly [passing release dates] to ICE.    alleged

context alleged any scope sentence rank 78
cue @adverse accused|accuses|accusing ...3 of
hit Advocates accused Moss of [passing release dates] to ICE by phone.    alleged

context alleged any scope sentence rank 78  not sentence @agency_lawyer
cue lawyer|attorney|lawyers|attorneys ...6 @said
hit Ruiz's lawyer, Carla Stein, said deputies had [told] ICE the hour of his release from jail.    alleged
set @agency_lawyer
term district|city|county attorney
term attorney|solicitor general
term county|county's|sheriff|sheriff's|state|state's|city|city's|department's|prosecutor|prosecutors district? attorney|attorneys|lawyer|lawyers

context alleged pre scope clause rank 78
cue our organization|group|coalition|clinic|members|volunteers ...5 documented|found|counted|shows|show|identified|recorded|uncovered
cue omit|omits|omitted|conceal|conceals|concealed|hide|hides|understate|understates|understated # ...2 transfers|people|inmates|cases|notices|notifications
hit Our clinic documented 46 cases in which inmates were [transferred] to ICE without notice.    alleged 46

context alleged any scope sentence rank 60 passage @adverse not passage @official
cue they say|said|argue|argued|contend|claim|believe
cue she|he said|says|added|noted|explained

set @campaign
term we demand|urge
term we call on
term take action
term sign the|our|this petition
term join us
term petition

context alleged any scope passage rank 35
cue sign the|our|this petition
cue join us
cue we call on
cue we demand
cue we urge
cue community members demand
cue take action

# ---- not yet, no more, never ------------------------------------------------------------------------------------------

context negated pre scope 9
cue not
cue no
cue never
cue neither|nor
cue nobody|none
cue no one
cue zero
cue refuse|refused|refuses|refusing even? to
cue decline|declined|declines|declining to
cue fail|failed|fails|failing|failure to
cue forget|forgot|forgets|forgetting|neglect|neglected|neglects|neglecting|omit|omitted to
cue unable|unwilling to
cue stopped|stop short of
cue no longer
cue don't|didn't|doesn't|won't|wasn't|weren't|isn't|aren't|hasn't|haven't|hadn't
hit The office did not [notify] ICE.    negated
hit A clerk forgot to [notify] ICE, and the man walked out.    negated

context negated pre scope 1 rank 78  not passage @ruling  not passage @spanish_text
cue no
hit From now on this office will answer no [request] from ICE.    negated

context negated pre scope 3
cue without
hit He left without [notice] to ICE.    negated

context negated pre scope 5  except notification/request
cue refused|declined|disregarded|ignored|rejected
hit The sheriff disregarded 12 [requests] from ICE.    affirmed

context negated pre scope 6 rank 71
cue ended|ends|ending
cue has|have|had ended|stopped|ceased
cue to|will|would|could|should|must|can|may|and end
cue an end to
cue stop|stops|stopped|stopping|halt*|cease*|ban|banned|discontinue*|quit
hit The county ended ICE [transfers] in 2021.    negated

context negated post scope 8 rank 72 only notification/person_notice
cue was|were|is|are missing|absent|lacking|blank|unsigned|omitted
hit The [notice] to the inmate of ICE's request was missing.    negated

context negated post scope 4 except notification/request
cue were|was not honored|granted|sent|given|made
cue unhonored
cue went unanswered
cue were|was denied|refused|rejected|declined

hit The hall does not [share release dates] with ICE.    negated
hit The jail does not keep [inmates] for ICE.    negated
hit ICE has not yet been [notified] of the release.    negated

context negated post scope 8 rank 82
cue ☒ no|none
hit ICE [notified]: ☐ Yes ☒ No    negated
hit ICE [notified]: ☒ Yes ☐ No    affirmed

context negated post scope 4 rank 82
cue : no|none
cue : N

context affirmed post scope 4 rank 82
cue : yes
cue : Y

context negated post scope 0 rank 82  only transfer  sentence @log_row
cue N
cue no|none

context negated post scope 1 rank 82
hit ICE [notified]: No Inmate notified: Yes    negated
hit 3. Attorney notified: Y, by fax. 4. ICE [notified] of release: N. 5. Out at ten.    negated

set @bygone
term in the past
term until|before|formerly|previously|once
term used to
term to the @detainee_word
context affirmed pre scope 1 rank 79 only detainee  sentence @past  not sentence @law  not sentence @bygone  not passage @pleading
cue the|those|these|most|all|many|some|several|other|his|their|its
context affirmed pre scope 1 rank 82 only detainee  not sentence @law  not sentence @modal_law  not passage @pleading  not passage @manual
cue of the|those|these|its|his|her|their

context affirmed pre scope 4 rank 72 only notification/request
cue without|despite|not|never honoring|answering|heeding|following|acting|complying|responding|granting
hit The jail released him without honoring the [detainer] that ICE lodged.    affirmed

# a request that was made
context affirmed pre scope 3 rank 77 only notification/request  not sentence @modal_law
cue lodged|filed|placed|faxed
cue despite
hit ICE lodged a [detainer] with the jail. The jail did not honor it.    affirmed
set @modal_law
term shall|must|may|if|would|any|unless

context affirmed pre scope 8 rank 72 only notification/request  not before @iffy 7
cue refuse|refused|refuses|refusing|decline|declined|fail|failed|failing to honor|comply|respond|act|grant|answer|fulfill|follow
cue did|has|had not honor|honored|comply|complied|respond|responded|act|acted|grant|granted|answer|answered|fulfill|follow|followed
cue didn't honor|comply|respond|act|grant|answer|fulfill|follow
cue none|neither of the|its|those|these
cue no response|answer|reply|action to|on
cue never honored|complied|responded|acted|granted
cue ignored|declined|denied|rejected|disregarded
hit The county did not honor 12 [detainers].    affirmed 12

context hypothetical pre scope 14 rank 81  not around @told 4
cue moved|motion|move to
cue direct|directed|directing|instruct the sheriff|county|department to
cue asked|asking|ask the|that board|county|supervisors|court|sheriff|council|judge
cue urge|urges|urged|urging
cue presses|pressed|pressing|lobbied|lobbying|beg|begged|implore|implored|plead|pleaded
cue demand|demands|demanded|demanding
cue call|calls|called|calling on|for
cue want|wants|wanted the|their|board|county|sheriff|an|him|them
cue want|wants|wanted jails|sheriffs|counties|deputies|agencies|police|officers|staff|everyone|us|it|her|you to
cue speak|spoke|spoken|speaking in? favor|favour|support
cue speak|spoke against
cue recommend*
cue petition|petitions|petitioned|petitioning
cue proposed to
cue should stop|end|ban|refuse
cue ordinance|measure|proposal|resolution|bill|legislation|amendment that would

context hypothetical pre scope 14 rank 81
cue would have? barred|banned|ended|required|allowed|stopped|forbidden|prohibited
cue should never|not
cue no one|nobody should
cue no _ should
cue would stop|end|ban|prohibit|bar|forbid|require|allow|limit|restrict
hit Residents asked the board to stop ICE [transfers].    hypothetical

context hypothetical pre scope 5 rank 50 only transfer
cue requested|requesting his|her|their|the|a|that
cue asked|asking that|to|for
cue request|requests for|to

context policy pre scope clause rank 83
cue members|staff|deputies|officers|personnel|employees should

context hypothetical pre scope 6 rank 73  not around @told 4
cue would|could|might

context hypothetical pre scope 14 rank 79  not around @told 4
cue consider|considers|considered|considering|weigh|weighs|weighed|weighing|debates|debated|mull|mulled
cue proposal|ordinance|resolution|campaign|effort|efforts|push|motion|petition|movement|plea|drive|initiative|legislation ...3 to|that|ending|banning|barring|stopping|against|prohibiting|halting
cue vote|votes|voted to|on|against
cue opposition to
cue hope|hopes|hoped|aim|aims|seek|seeks|sought|fight|fighting|fought to

context hypothetical pre scope 14 rank 73  not around @told 4
cue call|calls|called|calling on|for
cue urge|urges|urged|urging
cue demand|demands|demanded|demanding
cue propos*
cue asked the|that board|county|supervisors|court|sheriff to
cue recommend*
cue want|wants|wanted the|their board|county|sheriff to
cue push|pushed|pushing to|for
cue threat|threatened to
cue should not
cue petition|petitions|petitioned|petitioning
hit Speakers called for an end to ICE [transfers].    hypothetical

context hypothetical pre scope 5 rank 84
cue so that no|not|nobody
cue so that? ...3 can|could|may|will no longer|more
hit We ask you to vote aye so that no one is [transferred] to ICE again.    hypothetical

context hypothetical pre scope 6 rank 81  not around @told 4
cue should|ought have|to
cue would keep|spare|stop|prevent|save ...8 from
cue if he'd|she'd|they'd|we'd been|had?
hit The man should have been [turned over] to ICE, the sheriff conceded.    hypothetical
hit It would keep 200 people from being [handed] to ICE.    hypothetical
hit If he'd been [turned over] to ICE, she would be alive.    hypothetical

context hypothetical any scope sentence rank 81  not around @told 4
cue this bill
cue bill|measure|ordinance|amendment|legislation ...2 would
cue bill|measure|ordinance , ...4 , would
hit The ordinance would also require the jail to [tell] an inmate when ICE asks about a release.    hypothetical
cue proposed ordinance|measure|bill|law
cue not enacted

context hypothetical any scope passage rank 81
cue not enacted
cue if enacted|passed|approved

context negated pre scope 6 rank 79
cue nor

context negated pre scope 14 rank 78
cue will no longer
cue will stop|end|cease|halt|discontinue|refuse
cue won't
hit The sheriff will no longer [notify] ICE.    negated

context negated pre scope 14 rank 78
cue will not|never

context negated pre scope 14 rank 82  sentence @decree
cue will not|never
set @decree
term settlement|decree|stipulation
hit Under the settlement the jail will not [notify] ICE of any release.    negated

context future pre scope 12 rank 77  not around @told 4
cue will

context future pre scope 8
cue plans|plan|planned to
cue expected to
cue agreed to
cue going to
cue intends|intend to
cue vowed|pledged|promised to

context policy pre scope clause rank 82  passage @contract  uncounted
cue agrees|will|shall to?
set @contract
term MOU|MOA
term either party|signatory
term this agreement|memorandum|contract
term the LEA
term ICE will|shall assume|also|enter|give|provide|pay|remove|reimburse|notify|pick|compensate
term WHEREAS
term the county shall|agrees
term provider|contractor|vendor|licensee agrees|shall|will
term parties agree
term COR|COTR
term article #

context hypothetical pre scope 12 rank 80  uncounted
cue a|the|any|this|that plan|proposal|effort to
cue would let|have|make|force

context future pre scope clause rank 81
cue settlement ...1 requires|bars|will|also|calls|obliges|provides|forbids
context future any scope sentence rank 81
cue under the|a|this|its ...1 settlement|decree
cue consent decree
cue stipulated judgment|order
cue new terms
context future pre scope clause rank 81
cue agreed to
hit The county agreed to tell ICE of releases, but it rejects the agency's [request to hold] inmates.    affirmed

context historical any scope sentence rank 69
cue formerly
cue until #
cue used to
cue in the past
cue old|former|previous|prior contract|program|practice|policy|order|directive|rule|arrangement|system|protocol
cue before SB|AB
cue before the? law|act|ordinance|policy ...2 took|changed|passed
cue withdrew|rescinded|superseded|replaced|withdrawn|withdraws|rescinds|supersedes|replaces ...4 form|forms|policy|order|memo|directive|bulletin|guidance|procedure|rule|agreement
cue that has|had stopped|ended
cue under the? old|former|previous

context historical pre opening scope sentence rank 86
cue years|decades ago
cue before the TRUST|TRUTH|values|new|state|sanctuary act|law|laws|ordinance
cue prior to the TRUST|TRUTH|values|new|state|sanctuary act|law|laws|ordinance
cue prior to SB|AB
hit Before the Values Act, ICE asked jails to keep [inmates] for it.    historical

context historical pre scope sentence rank 82
cue before SB|AB
cue until #

context historical pre opening scope sentence rank 86
cue then|before|formerly|previously|past :
cue until ...4 ago
cue prior to the|this|that change|changes|ban|shift|vote|ruling|switch
cue before the|this|that change|changes|ban|shift|vote|ruling|switch
cue prior to #
cue prior to that|this|then
cue before that|this|then ,
hit Prior to the change, a [detainer] could keep an inmate in jail for two days.    historical
hit Until a few years ago jails honored ICE [detainers] as if they were warrants.    historical

context historical pre opening scope sentence rank 82
cue until @month|last|recently|then|lately|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday
cue before this|last year|month|week|spring|summer|fall|winter
cue until this year|month|week|spring|summer|fall|winter
hit Until March a guard [called] ICE about anyone with a detainer.    historical

context historical pre scope sentence rank 82
cue until then
hit The contract ended in 2019. Until then it had held [inmates] for ICE.    historical

context hypothetical pre scope 7 rank 72
cue to stop|end|halt|cease|discontinue|ban|bar|block|prohibit

# ---- what somebody wants, fears, asks about, or makes possible ------------------------------------------------

# a demand without a subject, as on a flyer
context hypothetical pre opening rank 79  not passage @manual  uncounted
cue stop|end|halt|quit|ban|oppose|demand|reject|support|urge|tell|vote
cue please stop|end|halt|quit|ban|oppose|reject|support|urge|tell|vote|do|keep
cue no more
cue and end|stop|keep|tell|urge
cue let|let's us? end|stop
hit Tell your council member: end ICE [transfers] now.    hypothetical

# advice
context hypothetical pre scope sentence rank 81  not around @told 4  not passage @manual  uncounted
cue sheriff|board|county|department|office|legislature|state|city should
hit R6. The Sheriff should post how many times ICE was [notified] by the jail.    hypothetical

context hypothetical any scope sentence rank 81  not sentence @past  not around @told 4  not passage @manual  uncounted
cue should|ought
hit The grand jury looked at files. By June the sheriff should log every [notification] to ICE.    hypothetical

context hypothetical pre scope clause rank 85  uncounted
cue we|i urge|implore|beg|beseech|ask|demand ...6 to
hit We urge your Board to require a warrant before the sheriff may [share release dates] with ICE.    hypothetical

context hypothetical pre scope clause rank 79  not passage @manual  uncounted
cue we|i|residents|speakers|people|neighbors|parents|groups|families ask|asks|asked|request|requested|insist|insisted that|the|you|your|for|him|her
cue we|i urge|implore|beg|beseech
cue urge|urges|urged|urging|implore|implored|tell|beg|begs @person|the|your|their|governor|mayor|supervisor|supervisors|senator|council|board|legislature ...8 to
cue wish|wishes|wished|prefer|prefers|preferred|favor|favors|favored that|to|an
hit We urge Governor Hale to tell the prison not to [turn over] Mr. Ames to ICE.    hypothetical

context hypothetical pre scope clause rank 76  uncounted
cue fear|fears|feared|worry|worries|worried|hope|hopes|suspect|wonder|wonders|wondered that|about|if|whether
cue opponents|critics|advocates|residents|they fear|worry
cue asked|asks|ask|know|decide|consider|unclear|question|wondered whether|if
cue asked|asks|ask|wondered how
cue risk|danger|possibility|prospect|likelihood|threat of|that
hit Residents worry that ICE [transfers] could double.    hypothetical

context hypothetical pre scope 9 rank 79
cue if nobody|none
cue if no one
cue if even|ever|another
cue if one|any more
cue if anybody|anyone|somebody|someone already|ever|has|have
hit If nobody from ICE is here to [pick him up] he walks.    hypothetical

context hypothetical any scope sentence rank 81  uncounted
cue do|would you agree|think|support|favor|oppose that|a|an|the
hit Do you agree that sheriffs go too far when they keep people on a [detainer request] from ICE?    hypothetical

context hypothetical pre scope 10 rank 66  not passage @ruling  uncounted
cue so ICE|agents|officers can|could|may|might
cue so that
cue so they|agents|it|he can|could|may|might
hit The clerk phones early so that ICE agents can [pick up] the person.    hypothetical

context hypothetical any scope sentence rank 81  not around @told 4  not passage @manual
cue congress|legislators|lawmakers|senators|legislature|assembly|council|supervisors ...3 weighing|considering|debating|mulling|rejected|voted
cue under the? proposal|bill|proposed
cue bill that|which|to ...3 would|bar|bars|barred|keep|kept|keeps|require|requires|required|forbid|forbids|allow|allows|allowed|limit|limits|stop|prohibit|prohibits|end|ends|make|makes|let|lets
cue turned down|killed|vetoed|rejected a|the bill|measure|proposal|ordinance
cue would be required
cue if the|a|this|that ...2 bill|measure|law|ordinance|proposal|amendment|initiative ...3 passes|passed|approved|enacted|adopted|signed
cue if it passes|passed
hit Lawmakers turned down a bill that kept jails from [transferring] people to ICE.    hypothetical

set @manual
term the officer|deputy|sergeant|member|clerk|supervisor will|shall
term the LEA
term until further notice
term effective monday|tuesday|wednesday|thursday|friday|today|tomorrow
term memorandum
term all personnel|staff|deputies|employees|sergeants
term members|staff|officers|deputies|personnel|employees|supervisors should
term shall|hereby|subdivision
term watch commander
term command|unit|general|department|jail|special order
term order|policy|procedure|section #
term procedure|procedures :
term at no time will|shall|may
term jail|watch|shift|division|facility|records|duty commander|manager|supervisor|sergeant|lieutenant will|shall|is|may
term upon release|receipt|receiving|booking|intake|arrival
term members|personnel|staff|deputies receiving|assigned
term members|personnel will
term this order|policy|directive applies|supersedes|prevents|establishes
term only the ...2 commander|sergeant|lieutenant|captain|supervisor|unit
term scope
term purpose and scope
term standard operating procedure

# ---- what an order says it will or will no longer do is its rule ----------------------------------------------
context policy any scope sentence rank 83  passage @manual  not sentence @past  uncounted
cue will
cue will not|no
cue does|do|is|are not
cue never|no
hit COMMAND ORDER 12. Effective immediately this Office will no longer keep [inmates] for ICE.    policy

context policy any scope sentence rank 71  not sentence @past  uncounted
cue under the|this|that|state|current statute|law|act|code
hit Under the statute a first conviction is not enough for a [transfer] to ICE.    policy

context policy any scope sentence rank 28  not sentence @past  uncounted
cue under the|its|that|this|an|a|county|local|city? ordinance|policy|rule|protocol|directive
hit Under the ordinance, the jail ignores [detainers] from ICE.    policy

context policy pre scope 8 rank 79
cue tell|tells|told|instruct|instructs|instructed|order|orders|ordered|direct|directs|directed|train|trains|trained|remind|reminds|reminded deputies|staff|jailers|officers|clerks|employees|sergeants|guards to|not|never
hit The memo tells deputies to [call] ICE as soon as the inmate is dressed.    policy

context policy pre scope clause rank 83
cue can|may|could no longer
cue need not|never
cue can't|cannot|can just|simply|ever
cue can not just|simply
hit Deputies can no longer [contact] ICE about an inmate on their own.    policy

# what the policy is said to be; the steps of a procedure; what no employee may do
context policy any scope sentence rank 84  uncounted
cue policy|rule|practice is|was simple|clear|that|this|plain|straightforward
cue staff|deputies|clerks|officers record|log|verify|enter|file|complete
cue deputies|staff|members|officers|personnel|employees will not delay|detain|inquire|ask|question|prolong|extend|transport|arrest
cue sergeant|lieutenant|clerk|supervisor|officer|deputy|unit|desk|commander verifies|checks|ensures|files|enters|signs|forwards|determines|completes
cue explained|outlined|summarized ...4 steps|process|procedure|protocol
cue no employee|deputy|officer|member|sergeant|clerk|supervisor|staff will|may|shall|is|should
hit The policy is simple: with a warrant the jail will [transfer] someone to ICE.    policy
hit Effective this date no employee will [call] ICE about an inmate.    policy

# "If an inmate asks"
context policy any opening scope sentence rank 28  uncounted  not sentence @modal_past
cue if|when|where|whenever an|a|any|no ...1 @detainee_word|individual|person|member|deputy|agent
set @modal_past
term would|could|might|said|told
hit If an inmate has been [transferred] in error, the sergeant writes a memo. ICE is called.    policy

# an order to those who read it
context policy pre opening scope sentence rank 66  not sentence @past  uncounted
cue refer|forward|route|log|record|document|verify|review|check|place|file|scan|stamp|attach|return|obtain|complete|serve|send|fax|keep|note|enter all|any|each|every|the|such|these
hit Refer all [requests] from ICE to the captain.    policy

# ---- what an office does, told as its practice ------------------------------------------------------------------
set @local
term sheriff office|department
term sheriff|office|department|jail|county|deputies|staff|agency|officials|officers|we|it|they|deputy|clerk|clerks|facility|jails
set @conditional
term if|when|whenever|once
set @modal
term may|can|must|shall|should|would|could|might|will|to|not|if|when|unless|cannot|any|be|from|never|no|did|does|do
term hasn't|haven't|hadn't|didn't|doesn't|don't|won't
set @asks_that
term ask|asks|asked|asking|request|requests|requested|demand|demands|demanded|urge|urges|urged|recommend|recommends|insist|insists that
context affirmed pre scope 0 rank 76  except detainee  not before @asks_that 4  not before @modal 3  not passage @ruling  not passage @campaign  not before @conditional 12  not self @ed  uncounted
cue the|its|his|her|our|their @local
cue deputies|staff|we|officers|officials|jailers|they|clerks
cue @local also|routinely|regularly|only|still|always|often|now|then|sometimes|usually
hit The sheriff said his jail [notifies] ICE whenever a felon walks out.    affirmed
hit In Dade the sheriff [hands over] anyone ICE asks for and would do more if the law let him.    affirmed

# the same, beside a law that is named, where somebody is quoted
context affirmed pre scope 1 rank 77  except detainee  passage @quoted  not before @modal 4  not before @iffy 12  not passage @campaign  not passage @manual  not self @ed  uncounted
cue we|i
cue his|her|my|our office|jail|department|deputies|staff
cue the sheriff|jail
set @iffy
term if|whether|unless|when|where
set @quoted
term said|says|told|asked|clarified|explained|testified|announced
term spokesman|spokeswoman|spokesperson
term sheriff _ :
hit The sheriff said: "We [notify] ICE when the Values Act permits it."    affirmed

context affirmed pre scope 4 rank 76  except detainee  not before @modal 6  not before @iffy 8  not passage @manual  uncounted
cue still
hit The jail still sends ICE a [notice] when a felon is about to leave.    affirmed

context negated pre scope 5 rank 77  not passage @ruling
cue @local does|do not
cue @local never
cue @local don't|doesn't|never
cue agencies|they|it does|do not
hit Our jail does not [transfer] anyone to ICE.    negated

# ---- a state of affairs that has ended ---------------------------------------------------------------------------
context historical any scope sentence rank 72  uncounted
cue program|practice|contract|policy|agreement ...7 ended|discontinued|scrapped|cancelled|terminated
cue program|practice|contract|policy|agreement ...7 shut down
hit The contract ended in 2019, and the last 34 inmates were [transferred] to another jail.    affirmed 34

context historical any scope sentence rank 72
cue under the? old|former|previous|prior|last sheriff|undersheriff|contract|policy|administration|agreement|program|practice|rule|regime
cue now|since defunct|ended|abandoned|scrapped|discontinued
cue that ...3 practice|program|contract|arrangement|custom|policy|agreement ended|stopped|ceased|is over
cue ended|terminated|cancelled|canceled the|its|all agreement|agreements|contract|contracts|program ...8 under
cue no longer in effect|use
cue in the past
cue in years past
hit The practice let agents pick up [inmates]; the policy is now defunct.    historical
hit Under the old sheriff the jail handed [inmates] over to ICE.    historical

# ---- kept from it, without a trace of it -----------------------------------------------------------------------
context negated pre scope 4 rank 81  self @ing
cue kept|prevented|stopped|blocked|restricted ...4 from
hit State law kept the office from [notifying] ICE about 40 releases.    negated 40

context negated pre scope 9 rank 76
cue no|none ...6 proof|evidence|record|indication|sign|documentation that|of
cue no|without proof|evidence|record|indication|sign|documentation that|of
cue would no longer
hit None of the files holds proof that ICE was [notified].    negated

context policy pre scope 6 rank 79
cue illegal|legal|lawful|unlawful|permissible to
hit It is not illegal to [hand over] an inmate to ICE, he said.    policy

# a question of a leaflet
context policy pre opening question rank 80 uncounted
cue how|when|where|what|who will|do|can|does|is|are|must my|i|you|the|it|they|a
cue will|does|do|can|may|must|when|how|who|what|is|are the|my|your|you|i|a|an|jail|ICE|they|anyone
hit Will the jail [tell] ICE when I am released?    policy

# "how many did you" takes for granted that some were
# an audit of what was done takes for granted that it was
context affirmed pre scope 4 rank 82  not passage @manual
cue audit|review|accounting|tally|investigation|inquiry of|into
hit She wants an outside audit of all [notifications] to ICE.    affirmed

context alleged any scope sentence rank 62  passage @her_kin
cue she|he|they told the? board|council|supervisors|commissioners|committee
set @her_kin
term his|her|their @kin
hit Ana held a photo of her brother. ICE [took] him as he left the jail, she told the board.    alleged

context affirmed pre scope clause rank 83  uncounted  not passage @ruling  not sentence @time_to_come
cue track|tracks|tracked|record|records|log|logs|research|report|reported|count|tally|determine|asked|asks|ask|know|say|show|shows|list|lists|reveal|disclose|said|find ...3 how many|often
hit Staff was directed to research how many inmates have been [released] to ICE since 2015.    affirmed

# what one admits, even in a suit; a practice one has
context affirmed pre scope 12 rank 79  not before @denial 12  not before @modal_law 12  uncounted
cue admits|admit|admitted|concedes|conceded|acknowledges|acknowledged that|to
cue parties|sides|both agree|agreed|stipulate|stipulated that
context affirmed pre scope 12 rank 77  not sentence @denial  not sentence @modal_law  uncounted
cue has|had|have|with|maintains|maintained a|the policy|practice|custom|habit of
set @denial
term not|never|nobody|none|didn't|doesn't
hit The sheriff has a policy of [notifying] ICE, the court found.    affirmed

context affirmed pre question scope clause rank 82  uncounted  not sentence @time_to_come
cue how many|often
set @time_to_come
term will|would|should|could|can|may|might|must|more
hit How many people did the jail [hand over] to ICE in 2023?    affirmed

context policy pre scope clause rank 78  passage @notice_to_you  not sentence @past  uncounted
cue you will|may|can|must|should
hit If ICE asks about you, you will get a copy of the [request] and a form with your rights.    policy

context policy any scope sentence rank 73  uncounted
cue to the? @detainee_word :

context policy any scope sentence rank 73  passage @notice_to_you  not sentence @past  uncounted
cue you|your
set @notice_to_you
term pick|hold|keep|detain|arrest|take|release you
term you will|may|must|can|should|are
term you have the|a|been
term your loved one
term your relative|son|daughter|husband|wife|brother|sister|father|mother|partner
term if you
term you|your ...8 attorney|lawyer|consent|rights|custody|copy|designee|decline
term to the @detainee_word :

context policy any scope sentence rank 79  not sentence @past  not sentence @announce  not passage @adverse  uncounted
cue will|does|do not ...8 unless|without
cue will ...6 only if|when|after|with
cue will ...8 when|if|once a|an|any person|inmate|individual|detainee|someone|arrestee
hit The Department will not act on a [detainer] unless a judge has signed it.    policy

set @announce
term announce|announces|announced|announcing|pledges|vows|promises
term from|after|on|beginning|starting @month

context future pre scope 10 rank 81  not passage @manual
cue will soon|now? require|let|allow|bar|prohibit|begin|start|resume|expand
cue will require|let|allow|bar|prohibit|begin|start|resume|expand
hit A new rule will require deputies to [notify] the inmate before ICE comes.    future

context policy pre scope 8 rank 79
cue told|instructed|ordered|directed|trained|reminded not|never to
cue told|instructed|directed|trained|reminded to
cue was|were|is|are ordered to
hit Deputies were told never to [hand over] anyone to ICE without a warrant.    policy

context negated pre scope 9 rank 82
cue denied|denies|deny|denying that|any|having|ever
cue disputed|disputes that
hit The sheriff denied that his deputies [tip] off ICE about inmates.    negated
hit Officials denied that an inmate was [transferred] to ICE.    negated

context negated pre scope 4 rank 76
cue rather than
cue instead of
hit Instead of [alerting] ICE, deputies let the man go home.    negated
hit Instead of letting us take him home the jail [gave] him to ICE.    affirmed

# a witness whose own family it befell; a pleading
set @kin
term brother|sister|husband|wife|son|daughter|father|mother|cousin|uncle|aunt|client|clients|nephew|fiance|neighbor|neighbors|coworker|classmate|student|niece|boyfriend|girlfriend
context alleged any scope passage rank 62  not passage @ruling
cue my|our @kin
cue public comment
cue speaker|speakers|caller|callers|commenter|witness said|says|told|claimed
hit My brother did his six months. Someone inside called ICE and he was [handed over].    alleged

set @opinion
term the|this|district|superior|appeals|federal court|judge
term court|judge|jury found|ruled|held|holds|finds|concluded|ordered|granted|denied|grants|denies|orders|concludes|said|wrote
term magistrate|opinion|appeals|ruled|ruling|settlement|undisputed|ECF
term motion for|to|is|in
term does|did not cure|excuse|satisfy
term record shows|reflects|contains
term summary judgment
term qualified immunity
term reasonable officer|jury|juror
term matter of law
term on appeal
term en banc
term remand|remanded
term we agree|disagree|reject
term had the county|sheriff|deputies|defendants
term we hold|find|conclude|affirm|reverse|agree
set @official_witness
term declaration|affidavit of ...1 capt|captain|sheriff|undersheriff|lt|lieutenant|sgt|sergeant|chief|deputy|commander
term i command|supervise|oversee|manage|run
term i am|serve|work|worked|served ...4 sheriff|sheriff's|captain|lieutenant|sergeant|commander|deputy|custodian|jailer|clerk
context alleged any scope passage rank 61  not passage @opinion  not passage @official_witness
cue plaintiff|plaintiffs|petitioner|defendant|defendants
cue on|upon information and belief
cue wherefore
hit Defendants keep a list. On May 3 deputies [turned him over] to ICE.    alleged

context hypothetical pre scope clause rank 81  uncounted
cue adopt|adopting|approve|approving|introduce|introducing|pass|passing|consider|considering|draft|drafting|write ...3 ordinance|resolution|measure|bill|legislation|policy|rule|law|ban|moratorium|protocol
hit Adopt a clear rule that every [transfer] to ICE needs a judge's signature.    hypothetical
hit Adopt an ordinance prohibiting [transfers] of residents to ICE.    hypothetical

context hypothetical pre scope 9 rank 66  not passage @ruling  uncounted
cue investigate|investigates|investigating|review|reviewing|examine|examining|question|questions|probe|probing|decide|deciding ...3 whether
cue did|has|have anybody|anyone|someone
hit State officials are investigating whether the jail [turned over] people to ICE.    hypothetical

# an order to those who read it
context policy pre opening rank 79
cue do not
cue don't
cue never
hit Do not [call] ICE about this inmate.    policy

context policy pre scope clause rank 80  uncounted
cue is|are not to

context policy pre scope 4 rank 80  not sentence @soon
cue is|are not? to be
context policy pre scope 4 rank 80
cue a|an|no ...4 is|are never
# a day on which it will be
set @soon
term on monday|tuesday|wednesday|thursday|friday|saturday|sunday
term next week|month|monday|tuesday|wednesday|thursday|friday|spring|summer|fall|winter|year
term tomorrow|tonight
term by the end of
hit The two inmates are to be [transferred] to ICE on Monday.    future

context hypothetical pre scope 8 rank 79  uncounted
cue can|could|should|must|may end|stop|halt|cease
hit You can end these [transfers] to ICE today.    hypothetical

context hypothetical pre opening rank 79
cue had
hit "Had they [notified] ICE, he would be in custody," the director said.    hypothetical

# figures and papers about what was done speak of what was done
context pseudo any
cue demand|demands|demanded|demanding|request|requests|requested|ask|asks|asked for? the|all|any release|records|documents|copies|production|data
context affirmed pre scope 4 rank 60  not passage @manual
cue records|data|statistics|figures|documents|report|information on|about|of|regarding|concerning
hit We demand the release of records on ICE [transfers] since 2019.    affirmed

context historical pre scope clause rank 77
cue before #
hit Before 2014 the county kept [inmates] for ICE; now it keeps no one.    historical

context future pre scope 1 rank 79  not passage @manual
cue scheduled|slated|set|due|bound|cleared for
hit The two men are scheduled for [transfer] to ICE on Monday.    future

context future pre scope 5 rank 78  not passage @ruling
cue expects|expect|hopes to be
cue likely|scheduled|slated|set|due|bound to be
cue was|were to be|have
hit He expects to be [transferred] to ICE when his sentence ends.    future

context future pre scope 6 rank 78  not sentence @conditional
cue told|informed|advised|warned ...2 ICE|agents|the|his|her|its|their would

context future pre scope 6 rank 78  not passage @adverse  not sentence @conditional
cue said|announced|pledged|vowed|promised he|she|they|it|officials|deputies would
cue said|announced|confirmed|stated|added that? his|her|its|the|their office|department|jail|agency|deputies|staff|county|sheriff would
hit The sheriff said his deputies would [call] ICE about every inmate.    future
cue pledged|promised|vowed|announced that ...3 would
cue said|told|wrote|says ...3 they'd|he'd|she'd|we'd|it'd
hit The sheriff said he would [notify] ICE of each release from now on.    future

# ---- duties told in other words than shall and must -------------------------------------------------------------
context policy pre scope clause rank 79  uncounted
cue is|are responsible|accountable|tasked for|with
cue responsible|responsibility for|of|to
cue is|are charged with
cue is|are to? ensure|ensures
cue ensure that
cue duty|duties|power|obligation|authority|discretion|permission|responsibility to|of
cue in no other? case|event|circumstance|circumstances|instance will|may|shall|is|are
cue under no circumstance|circumstances
cue no longer authorized|permitted|allowed
cue not authorized|permitted|allowed
hit Records staff are responsible for [notifying] the inmate within one business day.    policy

context policy any scope sentence rank 28  not sentence @past  uncounted
cue within # business|working|calendar|court? day|days|hour|hours

cue prior to

# "Detainers are stamped and filed", "Inmates receive a copy": what is done with each of a kind
default policy  after @present 1  not before @records_of 3  not before @definite 3  not sentence @past  not passage @spanish_text  not passage @figures  uncounted
set @records_of
term log|logs|list|lists|record|records|data|number|count|tally|report|reports|figures|history of|on|about
set @definite
term the|these|those|its|their|his|her|our|some|many|most
set @figures
term percent|fewer|rose|fell|down|increased|decreased
hit Booking checks the record. [Detainers] are stamped and put in the file.    policy

context policy pre scope sentence rank 79  passage @exception  not sentence @past  uncounted
cue will
set @exception
term exception|exceptions :
term directive|procedure
term per the|our new|county? directive|policy|order|counsel

# ---- a condition is no fact -----------------------------------------------------------------------------------
context hypothetical pre scope 7 rank 76  not passage @ruling  uncounted
cue if he|she|they|your|we|you|nobody|my|our
cue if the|this sheriff|county|board|jail|man|woman|department continues|keeps|does|goes|is|has
hit If your office continues to [transfer] people to ICE, the clinic will sue.    hypothetical

context hypothetical pre scope 10 rank 76  uncounted
cue say|says|said|know|confirm|confirmed|determine|disclose|asked|asks|ask|unclear|unknown|uncertain|question|questions|doubt ...2 whether
cue neither confirm|confirmed nor deny|denied
cue not|neither confirm or|nor deny ...4 whether|that|if
cue not known|clear|certain|sure if|whether
cue unclear|unknown|uncertain if
hit It is unclear whether deputies [notified] ICE about the release.    hypothetical

context hypothetical pre scope 5 rank 75  uncounted
cue do|does|did|should|can|could|would|may we|you|they|i|anyone|anybody|somebody|someone
hit From: Lowe. Do we [notify] ICE on these?    hypothetical

set @dhs_form
term the alien
term DHS form
context hypothetical pre scope 10 rank 79  except notification/request  not passage @manual  not passage @exception  not passage @dhs_form  uncounted
cue please

context hypothetical pre opening rank 79  uncounted
cue whether

# "Can you check if we ever notified ICE?", "confirm that no client will be transferred"
context hypothetical pre scope 10 rank 81  uncounted
cue check|see|verify|confirm|ascertain|remember|recall if|whether
cue find out if|whether
cue please ...3 confirm|assure|guarantee|promise|ensure|commit ...3 that
hit Can you check if we ever [notified] ICE on this inmate?    hypothetical
hit Please confirm in writing that no client will be [transferred] to ICE.    hypothetical

context hypothetical pre scope 12 rank 79  uncounted
cue suggest|suggests|suggested|suggesting|encourage|encouraged|encourages that|the
hit Please [notify] ICE when this one posts bail.    hypothetical

context hypothetical pre scope 5 rank 79  uncounted
cue option|options|ways|steps|measures|plan|plans|proposal|proposals to limit|reduce|end|stop|curb|restrict|halt
hit Staff will bring options to limit [notifications] to ICE.    hypothetical

context hypothetical pre scope sentence rank 86  not sentence @past  not passage @manual  uncounted
cue adopt|pass|enact|support ...2 ordinance|resolution|policy|bill|act|law|measure ...1 that|which|to
cue you|board|council|supervisors|legislature|county|city to adopt|pass|enact
hit We ask the board to adopt the model ordinance, which forbids any [notice] to ICE.    hypothetical

context affirmed pre scope 3 rank 88 only notification/request  sentence @not_given  not sentence @modal_law  not passage @manual
cue copy|copies of the|his|her|that|this
cue told|informed|aware of the|his|her|that|this
set @not_given
term not|never|nobody ...3 given|shown|gave|showed|receive|received|get|got|told|informed|aware
hit The inmate was not given a copy of the [detainer] from ICE.    affirmed
hit Can you tell me if you are going to [call] ICE about my son in the jail?    hypothetical

context hypothetical pre scope clause rank 84  uncounted
cue asked|urged|pressed|lobbied|begged|ask|asks|urge|urges ...3 legislature|congress|lawmakers|legislators|governor|state|assembly|senate|commissioners ...1 to
hit The association asked the legislature to require every sheriff to honor [detainers].    hypothetical

context hypothetical pre scope 12 rank 83  uncounted  except notification/request
cue asked|ask|asks|urged|urge|urges|pressed|want|wants|wanted|lobbied ...6 to restore|resume|start|begin|end|stop|halt|restart
hit ICE asked the sheriff to resume [notifying] it of each release.    hypothetical

context hypothetical pre scope clause rank 79  uncounted
cue please ...2 produce|provide|send|search|forward|furnish

context hypothetical pre scope clause rank 82  uncounted
cue not|never said|say|decided|announced|made ...2 whether|if
hit The new sheriff has not said whether he will honor [detainers].    hypothetical

context hypothetical pre scope clause rank 82  uncounted
cue decide|decides|debate|vote|rule|deciding ...5 whether
hit Supervisors will decide in April whether the sheriff may go on [sharing release dates] with ICE.    hypothetical

context hypothetical pre scope 14 rank 82  uncounted
cue enjoin|enjoins|enjoining|enjoined
cue seek|seeks|sought|request|requests|requested|ask|asks|asked ...6 order|injunction|judgment|declaration|relief
cue must end|stop|halt|cease|quit
cue need|needs|have|has to end|stop|halt|cease|quit
hit Plaintiffs seek an order enjoining the sheriff from [transferring] anyone to ICE.    hypothetical
hit The board must end [transfers] to ICE.    hypothetical

# ---- what one says will not be, need not be, or was not ---------------------------------------------------------
context negated pre scope 6 rank 81
cue advised|said|stated|told|replied|informed|responded ...3 would not|never
cue no need to
hit ICE advised that it would not [pick up] the man.    negated

context negated pre scope 8 rank 82  not sentence @conditional
cue said|says|announced|announces|pledged|promised|vowed ...4 would|will no longer
cue said|says|announced|announces|pledged|promised|vowed ...4 would|will stop|end|cease|quit
hit He said he would no longer honor [detainers] from ICE.    negated

context negated pre scope 5 rank 82
cue announces|announced|announcing|marks|marked ...1 the? end to|of @immigration|all|its|the|any|such
hit Sheriff announces end of ICE [transfers].    negated

context negated pre scope 6 rank 83
cue promise|promises|promised|pledge|pledges|pledged|vow|vows|vowed ...2 no more|further|new
cue promise|pledge|vow : no more|further|new
hit The sheriff's promise: no more ICE [transfers].    negated

context negated post scope sentence rank 82
cue said|says|answered|replied|responded|testified ...1 none|nobody|neither has|have|had|was|were|did
cue said|says|answered|replied|responded|testified ...1 no one has|have|had|was|were|did
hit Asked if any inmate had been [handed] to ICE, the chief said none had.    negated

context negated pre scope 3 rank 76
cue escaped|avoided|averted|dodged
cue spared from?
hit She narrowly escaped being [turned over] to ICE.    negated

context negated pre scope 9 rank 84
cue dismissed|rejected|refuted|debunked ...2 claim|claims|allegation|allegations|charge|charges|report that
hit A court dismissed the claim that deputies had [delivered] a man to ICE.    negated

context negated pre scope 6 rank 84
cue nothing ...5 suggests|shows|indicates|proves that?
hit Nothing in the record suggests that the County [transferred] her to ICE.    negated

context negated pre scope 3 rank 82  not passage @manual
cue promised|promises|pledged|pledges|vowed|vows|swore|agreed|agrees|resolved ...2 not|never to
cue promised|promises|pledged|pledges|vowed|vows|swore ...3 would|will not|never
hit The sheriff promised not to [transfer] anyone to ICE.    negated

# ---- not done, in more words -----------------------------------------------------------------------------------
context negated pre scope 4  except notification/request
cue lack|absence of
cue lacking|lacks
cue in lieu of
cue opted|decided|chose|elected|voted against
cue opted|decided|chose|choose|chooses|elected|elects not to
cue balked|balk|balks at
cue withheld|withhold|withholds|skipped|bypassed
cue ruled|rules out
cue suspended|paused|froze|abolished|scrapped|phased ...1 out?
cue did|done|do away with
cue got|gotten|get rid of
cue hardly|barely ever|any
hit The jail opted not to [notify] ICE.    negated

context affirmed pre scope 5 rank 72  only notification/request
cue rebuffed|defied|flouted|disobeyed|resisted|shelved
cue turned|turns|turn|turning down|away|aside
cue brushed|brushes off|aside
cue balked|balks at
cue threw|throws|tossed|tosses out|away
hit The sheriff turned down 12 [requests] from ICE.    affirmed 12

context negated post scope 4 rank 71  except notification/request  not self @told_verb
cue did|does|do not happen|occur|come|exist|go
cue never came|happened|occurred|arrived|went|reached
cue did|does|do not take place
cue has|have ended|stopped|ceased
cue were|was|been|are|is halted|suspended|stopped|ended|discontinued|abolished|banned
cue were|was|is|are not made|sent|given|recorded|done|issued|delivered|filed
hit ICE [transfers] from the jail have stopped.    negated

# ---- supposed, in more words -----------------------------------------------------------------------------------
context hypothetical pre scope 2 rank 79  uncounted
cue possible|potential|prospective|threatened|feared|hypothetical|would-be|proposed
hit The memo weighs the cost of a potential [transfer] to ICE.    hypothetical

context hypothetical pre scope 10 rank 79  not passage @manual  uncounted
cue suppose|supposing|imagine|assuming that?
cue as if|though
cue appeal|appeals|appealed|pleaded|plea to|for
cue insist|insists|insisted|insisting on
cue explore|explores|exploring|study|studying ...2 whether|ending|a
cue no word on
cue wonder|wonders|wondered how|what|if|whether
cue afraid|scared|terrified|anxious|concerned that|of|about|they|he|she
hit Imagine that the jail [hands] your brother to ICE.    hypothetical

# ---- claimed, in more words --------------------------------------------------------------------------------------
context alleged any scope sentence rank 78
cue purported|purportedly|supposedly
cue whistleblower|whistleblowers
cue class action
cue sworn statement|statements|declaration
cue in a|an ...1 declaration|affidavit
cue employees|workers|insiders|sources|staffers|whistleblower ...4 told|said|say
cue legal filing|filings
cue asserts|asserted|asserting that
hit In a sworn declaration she says that a clerk [told] ICE of his release from jail.    alleged
context alleged any scope sentence rank 78  not sentence @oversight
cue faulted|faults|rebuked|rebukes ...4 for
set @oversight
term inspector general
term grand jury
term auditor|auditors|monitor|court|judge|ombudsman|commission
hit The inspector general faulted the jail for [notifying] ICE of 11 releases.    affirmed 11

# ---- to come, in more words --------------------------------------------------------------------------------------
context future pre scope 8 rank 77  not passage @manual
cue committed|commits|commit to
cue announced|unveiled|announces plans|plan to|for
cue slated|poised|gearing up? to
cue soon begin|start|be
hit The office has committed to [notifying] each inmate in writing of a request from ICE.    future

# ---- ended, in more words -----------------------------------------------------------------------------------------
context historical any scope sentence rank 77
cue back when
cue in the days|era|years of|when|before
cue now-defunct
cue since-repealed|since-rescinded|since-abandoned
cue predecessor program
cue previously|formerly
hit Back when the program ran, the jail kept [inmates] for ICE.    historical

# ---- rules, in more words -----------------------------------------------------------------------------------------
context policy pre scope 8 rank 80  uncounted
cue is|are|be defined as
cue refers|refer to
cue mandates|mandate|compels|compel|obliges|obligates
cue is|are subject to
cue as provided|required|allowed|permitted by|in|under
cue permissible|impermissible|lawful|unlawful to
hit State law obliges jails to [notify] an inmate in writing when ICE asks.    policy

# ---- denials in other words -------------------------------------------------------------------------------------
context negated pre scope 9
cue at no time|point
cue in no case|instance
hit At no time was she given [notice] of the request from ICE.    negated

# ---- what somebody will do, plainly said ------------------------------------------------------------------------
context future pre scope 9 rank 78  not passage @manual
cue i'll|we'll|he'll|she'll|they'll
cue plans|plan|planned|planning|intends|intend|intended|pledged|promised|vowed|promises|pledges|vows|agreed|agrees|prepared|prepares|ready|set|scheduled|due|poised to
cue i|we will
hit I'll [notify] ICE when he is dressed out.    future

# ---- what has ended --------------------------------------------------------------------------------------------
context historical any scope sentence rank 79  uncounted
cue before the|a|this|that ...2 ruling|court|settlement|election|ordinance|reform|change|lawsuit|suit|law|policy|injunction
hit ICE [arrested] 37 people at the jail that way in the year before the change.    affirmed 37

context historical any scope sentence rank 79
cue until #
cue until early|late|mid|about|in|the|last #
cue until @month #
cue until ...1 spring|summer|fall|winter|end|start|beginning of #
cue back then
cue in those days
cue supersedes|superseded|replaces|replaced|rescinds|rescinded|repeals|repealed|cancels ...4 which|that
cue under ...3 contract|agreement|policy|program|practice that|which expired|ended|lapsed|terminated
cue expired|lapsed|defunct|discontinued|abandoned|now-defunct contract|agreement|policy|program|practice
hit Before the lawsuit a clerk faxed the list so ICE agents could [pick up] inmates at the jail.    historical
hit Under an agreement that expired in 2019 the county was paid for each [detainee] it kept for ICE.    historical

context historical pre scope sentence rank 79  passage @changed  uncounted
cue for decades|years|generations|ages
hit For decades, the jail [handed] anyone with a hold to the Border Patrol. That changed in 2014.    historical
set @changed
term that|this|it|practice|all changed|ended|stopped|ceased
term came to an end

context historical pre scope clause rank 76  not passage @ruling
cue he|she|they|it|we|jail|county|office|department|sheriff|deputies|jailer|jailers|clerk|officers|agency once
hit The jailer once [called] ICE about each inmate. He stopped in 2017.    historical

# ---- claims in letters, at meetings -----------------------------------------------------------------------------
context alleged any scope sentence rank 70
cue express|expressing|voice|voicing ...3 concern|concerns|alarm|outrage|dismay
cue your office|department|deputies|agency|jail|staff continues|continue|keeps|keep|routinely|still
cue supporters|proponents|sponsors|backers|detractors ...5 argue|argued|say|said|told|contend|believe|claim|claimed|warn|warned|insist
cue supporter|proponent|sponsor argues|says|said|contends|believes|claims
cue his|her|their|my|our @kin was|were|is|has|had
cue said|says|testified|told that? his|her|their|my @kin
cue estimate|estimates|estimated that the|jail|sheriff|county
hit Dear Sheriff: We write to express alarm that your office continues to [transfer] residents to ICE.    alleged

context policy any scope sentence rank 28  uncounted
cue can|could|may ...6 only if|when|after|with|where
hit She could [transfer] people under the law only if they have a serious conviction.    policy

# ---- an end that is decided, not only asked for -----------------------------------------------------------------
context negated pre scope 8 rank 82
cue agreed|agrees|decided|decides|decision|pledged|promised|vowed|pledges|promises|vows ...5 to stop|end|cease|halt|quit|discontinue
cue no more ...4 will|is|are|was|were be?
cue no one|inmate|detainee|person ...2 will|is|are|was|were be?
hit Advocates applauded the decision to end ICE [transfers].    negated

context hypothetical pre scope 12 rank 82  uncounted
cue directed|direct|directs|draft|prepare|return|bring|adopt|introduce|consider ...10 ordinance|resolution|measure|legislation|policy
cue inquired|inquire|inquires if|whether
hit The Board directed staff to return in 60 days with an ordinance prohibiting [notifications] to ICE.    hypothetical

# "R2. That the Office publish ..."
context hypothetical pre opening scope sentence rank 79  not sentence @past  not around @told 4  uncounted
cue that the|each|all|every|staff
cue recommendation|recommendations
hit R2: That the Office publish each quarter the number of [transfers] to ICE.    hypothetical

context hypothetical pre scope 9 rank 77  not around @told 4  not passage @manual  uncounted
cue would
hit He said he would gladly [turn over] each felon in his jail to ICE if the law let him.    hypothetical

context historical any scope sentence rank 79
cue before ...3 took office|over
cue before ...3 became|arrived|resigned|retired
hit Before she took office, jailers faxed a list of [inmates] to ICE each morning.    historical

context historical any scope sentence rank 79
cue until ...3 took office|over
cue until ...4 took|came into? effect|force
cue until ...3 stopped|ended|changed|ruled
cue until the ruling|law|election|decision|lawsuit|order
cue at one time|point
cue once upon a time
hit Until the ruling, 30 counties kept [inmates] for ICE at its word alone.    historical

context alleged any scope sentence rank 70
cue claims|claimed he|she|they|it|his|her|its|their|the
cue upon information and belief
cue @adverse ...5 show|shows|showing|found|documented

# a form that leaves the answer open
context policy any scope sentence rank 84  uncounted
cue will ...1 will not
cue does ...1 does not
cue do ...1 do not
cue intends ...1 does not
hit The Sheriff ( ) will ( ) will not [notify] ICE of your release.    policy

# a condition in the perfect: "When ICE has been notified", "where a copy was given"
context policy any scope sentence rank 75  passage @law  not sentence @event  uncounted
cue when|where|if|once|unless|until|after|whenever ...3 has|have|had
cue when|where|if ...2 was|were

context policy pre scope 6 rank 75  uncounted
cue when|where|if|once|unless|whenever ...3 has|have been

context policy any scope passage rank 85  uncounted
cue check|circle|mark|select one|all
hit When ICE has been [notified], the attorney gets the same information in writing.    policy

context historical any scope sentence rank 79
cue for years|decades ...6 had
cue put|puts|brought ...2 stop|end to it|that|this
hit For years the jails had kept [inmates] past their release for ICE.    historical
hit Agents arrested one of them when he was let go, after a clerk had [alerted] ICE to the release.    affirmed

# ---- told, claimed, asked: in other words ------------------------------------
context hypothetical pre scope 9 rank 79  uncounted
cue fear|fears|feared|afraid ...3 that|of
cue would like|love|prefer to
cue we'd|i'd|they'd|he'd|she'd like|love|prefer to
cue any arrest|booking|contact will|could|may|might|can
hit Clients live in fear that an arrest could lead to a [transfer] to ICE.    hypothetical

context alleged any scope sentence rank 70
cue condemn|condemns|condemned|denounce|denounces|denounced|decried|decries|blasted|criticized|criticizes|criticised|slammed ...4 for
hit The alliance condemned the sheriff for [transferring] a mother to ICE.    alleged

context policy pre scope 8 rank 80
cue not the|our practice|policy|custom of|to

context negated pre scope 6 rank 76
cue was|were|is|are|been not|never given|told|sent|shown|served|offered|provided
cue wasn't|weren't given|told|sent|shown|served|offered|provided
cue not|never given|told|sent|shown|served|offered|provided

# "R5. The Sheriff stop notifying ICE"
context hypothetical pre opening scope 8 rank 79  not passage @manual  uncounted
cue the sheriff|board|county|department|office stop|end|cease|adopt|publish|develop|establish|consider|ensure
hit R5. The Sheriff stop [notifying] ICE until the log is right.    hypothetical

context alleged any scope sentence rank 70
cue according to ...3 family|families|relatives|residents|neighbors|witness|witnesses|clients
hit According to two families, deputies [turned] inmates over to ICE inside the vestibule.    alleged

context hypothetical pre scope 6 rank 80  not passage @ruling  uncounted
cue if ...4 will|does|do|did not
hit If your office will not [notify] ICE, tell the clerk so.    hypothetical
hit At noon ICE was called; his lawyer was [told] as well that he would be released.    affirmed

# to say that none was is not yet that none was
context hypothetical pre scope 12 rank 84
cue if|should|unless|before ...5 to say|says|claim|claims|argue|argues|insist|insists|assert|asserts|pretend|tell|tells that|nobody|none|no|nothing|never
cue if|should|unless|before ...5 say|says|claim|claims|argue|argues|insist|insists|assert|asserts|pretend|tell|tells that|nobody|none|no|nothing|never
hit If the director wants to say that nobody was [handed over] to ICE, he should show us the file.    hypothetical -1
hit If the sheriff says no person was [transferred] to ICE, the log must show it.    hypothetical -1
hit If they mean to claim no one was [handed over] to ICE, let them show it.    hypothetical -1

# what is missing is the list, whatever was on it
context pseudo any
cue no|not|neither ...2 log|logs|list|lists|register|registers|logbook|spreadsheet|database|roster|index of|for|on|about|with|showing|naming
hit We have kept no log of [ICE holds] for 2016.    affirmed
hit There is no written list of [transfers] to ICE.    affirmed
hit The log shows no [transfers] to ICE.    negated

# ---- a verb of the past is told, whatever the sentence wants beside it ---------------------------------
hit The auditor will look into why deputies [handed] a dozen people to ICE.    affirmed
hit The sheriff should explain why his deputies [notified] ICE of the release.    affirmed
hit The board voted to study how often deputies [called] ICE in 2021.    affirmed
hit The sheriff will [hand] them to ICE.    future

# what one is sorry for, defends or is punished for was done
context affirmed pre scope 6 rank 84  not passage @ruling  not before @denial 6
cue apologize|apologized|apologizes|apologizing|apology for
cue regret|regrets|regretted
cue fired|disciplined|suspended|reprimanded|demoted|retrained|counseled|faulted for|after|over
cue fired|disciplined|reprimanded|demoted|retrained|counseled
cue defended|defends|defending|justified|justifies ...4 decision|choice to
hit The sheriff would rather explain than apologize for having [handed over] two women to ICE.    affirmed
hit A clerk was disciplined for [notifying] ICE of the release.    affirmed

# no one remembers that it was done
context negated pre scope 4 rank 81
cue not|never|nobody|cannot|couldn't|no ...4 that anyone|anybody|any
hit She could not recall that anyone had [told] her of ICE's request.    negated

context negated pre scope 1 rank 76  self @ing
cue denied|denies|denying|avoid|avoids|avoided
hit Sheriff Brandt denied [calling] ICE.    negated

# "Were the county to hand him over"
context hypothetical pre opening rank 80
cue were ...3 to
hit Were the county to [transfer] him, he would be deported within a week.    hypothetical

# what ICE asks for is not yet done
context hypothetical pre scope 8 rank 66  only transfer
cue ICE|agents|officers|DHS asked|wanted|requested ...4 to
hit ICE asked the jail to [hand over] Ruiz.    hypothetical

# who speaks at a meeting, and what is disputed
context alleged any scope sentence rank 78
cue speakers|attendees|commenters|parishioners ...5 said|told|testified|described|charged
cue mother|father|wife|husband|brother|sister|daughter|son|family|families|relatives ...6 told the board|council|supervisors|forum|commission|panel|court|reporters|paper
cue account|claim|charge|assertion|allegation|accusation ...5 disputes|disputed|denies|denied|rejects|rejected
hit Speakers at the forum said the jail [tips] off ICE.    alleged
hit One mother told the board that deputies had [turned her son over] to ICE.    alleged
hit He said the sheriff had [handed] his brother to ICE, an account the sheriff disputes.    alleged

# records speak for themselves, whoever got them
context pseudo any
cue records|logs|documents|data|files|e-mails|emails|papers|figures obtained|reviewed|released|analyzed|gathered|published by|to ...6 show|shows|showed|reveal|revealed|indicate|suggest|list
hit Jail logs obtained by advocates show that ICE was [notified] of 12 releases.    affirmed 12

# a bill that is no law, a draft
set @enacted
term signed|enacted|approved|adopted|passed
term became law
term took|takes effect
context hypothetical any scope sentence rank 84  not sentence @enacted  uncounted
cue bill|proposal|amendment ...4 forbids|bars|prohibits|requires|allows|limits|ends|stops|lets|makes|keeps
cue proposed|draft|pending ordinance|measure|bill|law|policy|resolution|rule|amendment
cue proposed|introduced|drafted|proposes|floated an|a ...3 ordinance|resolution|bill|measure|policy ...1 to|that|forbidding|banning|barring|ending
hit The bill forbids jails to [transfer] anyone to ICE.    hypothetical
hit The draft ordinance forbids [transfers] to ICE.    hypothetical
hit Supervisor Lin introduced an ordinance to forbid [transfers] to ICE.    hypothetical
hit The board adopted an ordinance that forbids [transfers] to ICE.    policy

context hypothetical pre scope clause rank 79  uncounted
cue board|council|commission|committee|supervisors|jury requests|requested|asks|asked|urges|urged|recommends|recommended ...1 that the|staff
hit The Board requests that the Sheriff report all [transfers] by March.    hypothetical

context policy pre scope clause rank 81  uncounted
cue law|act|statute|policy|ordinance|order|contract ...2 did not permit|authorize|allow|require|oblige|entitle
hit The law did not allow the jail to [notify] ICE, yet it did.    policy
hit State law allowed the jail to [notify] ICE.    policy

# ---- figures of the agency itself, whoever quotes them ----------------------------------------------------
context affirmed pre scope sentence rank 84
cue by your|his|her|its|their|the ...3 own ...3 count|admission|figures|records|numbers|log|logs|tally|report
cue your|his|her|its|their own ...2 count|figures|records|numbers|log|logs|report|data show|shows|showed
hit We urge you to act. Last year, by your own sheriff's count, 21 people in custody were [turned over] to ICE.    affirmed 21

# nobody will be: a denial, as "will not" is
context negated any scope sentence rank 79
cue none of ...3 will
cue no one will
cue nobody will
hit About 70 people are named on detainers, and none of them will be [turned over].    negated 0

# what one would do with a warrant, or without
context hypothetical pre opening scope sentence rank 80  not passage @manual  uncounted
cue if ...10 , i|we|he|she will|would
cue if congress|voters|lawmakers|legislators|washington|sacramento
cue if ...10 i'll|we'll|he'll|she'll
hit "If a judge signs it, I will [turn that man over] to ICE the same day," the sheriff said.    hypothetical

# one who was there swears to what he did
context affirmed any scope passage rank 5
cue i declare|certify under penalty of perjury
cue i , _ _ , declare
cue being ...1 duly sworn
hit 4. I worked the release desk. 5. On November 3, 2017, I [called] the ICE office about a man in our jail. I declare under penalty of perjury that this is true.    affirmed

context alleged post scope sentence rank 78
cue network|coalition|group|alliance|organization|campaign|committee|project|union|report|letter claims|alleges|contends|charges|asserts
hit Volunteers saw at least 26 [pick-ups] by ICE vans at the jail, the network claims.    alleged 26

context hypothetical pre scope clause rank 80  not passage @manual  uncounted
cue will|would , if ...8 ,
hit "We will, if a judge orders it, [turn over] a murderer to ICE," the sheriff said.    hypothetical
hit If Congress wants every inmate [handed over] to ICE, it can pass a law.    hypothetical

# who, when and why take for granted what they ask about
context affirmed pre opening question scope clause rank 82  uncounted  not sentence @time_to_come
cue who|when|why|where|how did|was|were
cue why do|does|is|are
hit Why does the jail [notify] ICE at all? The sheriff believes that it keeps people safe.    affirmed

context affirmed pre question scope 1 rank 82  uncounted  self @told_verb
cue who|when
hit And who [took custody] of the inmate at the sally port? Two ICE officers.    affirmed

# questions and answers about the rules
context policy any question scope sentence rank 80  passage @faq  uncounted
cue do|does we|the|they|deputies
cue what happens|if
set @faq
term what happens when|if
term only if|when
hit What happens when ICE sends a detainer? We log it. Do we then [call] ICE? Only if a judge has signed.    policy

context policy any scope sentence rank 22  uncounted  not sentence @past
cue automatically
hit Fingerprints taken at booking automatically [notify] ICE that a person is in jail.    policy

# one of them, in his cell
context affirmed post scope 1 rank 30  only detainee  uncounted
cue in|from ...1 pod|cell|dorm|module|block
hit A [detainee] in B pod wants to know who sees his file.    affirmed
hit Those 19 inmates were never [notified] in writing of the ICE hold, as section 7283.1 requires.    negated 19
hit Suppose her husband might end up with a [detainer].    hypothetical
hit Two inmates who say guards kept them from their lawyers were [transferred] to ICE.    affirmed 2
hit 3. I checked the binder for March. 4. It shows nine detainers. 5. On two of the nine we [called] ICE.    affirmed 2
hit Do not guess, and do not [call] ICE about an inmate.    policy
hit Prior to the Values Act we [turned over] anyone ICE named.    historical

# ---- who was told nothing, what is left unanswered ---------------------------------------------------------
context negated post scope 0 rank 76  only notification
cue neither|nobody|nothing
cue no one
hit ICE moved 131 inmates that month and [told] neither lawyers nor families where they were.    negated

context affirmed pre scope 5 rank 72  only notification/request
cue ceased|stopped|quit to? ...1 reply|replying|respond|responding|answer|answering to?
hit We have ceased to reply to [requests] from ICE of any sort.    affirmed

# what the law has an agency report
context policy pre scope sentence rank 83  uncounted
cue each|every|all sheriff|agency|jail|county|department|agencies|sheriffs|counties ...1 shall|must
hit Each sheriff shall annually report in how many cases it gave [notice] to ICE.    policy

# an example made up to teach, and its answer
context hypothetical any scope passage rank 60  uncounted
cue scenario|example|vignette #
context hypothetical pre scope passage rank 83  uncounted
cue scenario|vignette|exercise #
cue scenario|vignette|exercise :
cue quiz|scenarios :
cue case study
cue you are working|assigned|posted
context hypothetical post scope passage rank 83  uncounted  not passage @faq
cue what do|should|would you do|say|tell
cue what is your next step
context policy pre scope passage rank 85  uncounted
cue correct answer
cue answer :|is
cue teaching|learning point|points

context hypothetical any opening scope passage rank 60  uncounted
cue scenario|example|vignette|exercise
hit Scenario 3. ICE faxes a [detainer] for an inmate convicted of shoplifting only.    hypothetical
context policy pre opening rank 79  uncounted
cue answer :
hit Scenario 4. ICE sends an agent. Answer: [turn over] the inmate and write the hour down.    policy

context hypothetical any scope sentence rank 81  not passage @manual  uncounted
cue if ...14 , it'd|i'd|he'd|she'd|we'd|they'd
cue if ...14 , ...2 would|could
hit If they [handed] my neighbor to ICE, it'd be on the front page.    hypothetical

# what is announced
context future any opening scope sentence rank 45  not passage @manual  uncounted
cue starting|beginning|effective monday|tuesday|wednesday|thursday|friday|tomorrow|today|next|this|in|on
cue starting|beginning|effective @month
hit Starting Monday, every inmate with a [request] from ICE on file will go to the agency, he said.    future

context alleged pre scope sentence rank 78
cue according to ...3 watch|network|project|alliance|coalition|center|clinic|collective|union|committee
hit According to Dawn Watch, deputies [transferred] 97 people to ICE.    alleged 97
hit "The sheriff tells us nobody is being [transferred] to ICE," said a lawyer for the group.    negated 0
hit The former order, under which sergeants [called] ICE at each release, is void.    historical

# what goes on, or ends, from some day on
context future post scope 2 rank 60  not passage @manual  uncounted
cue will|would resume|begin|start|continue|increase|rise|expand|return|restart
hit ICE [transfers] will resume in June, the sheriff said.    future
context negated post scope 2 rank 75  not passage @manual  uncounted
cue will|would end|stop|cease|halt
hit ICE [transfers] will end in June, the sheriff said.    negated
hit Protests followed [transfers] to ICE in May.    affirmed
hit The log of ICE [transfers] is incomplete.    affirmed

context hypothetical pre scope 3 rank 79
cue opposed|opposes|oppose|opposing to?
hit Residents oppose ICE [transfers].    hypothetical

# a list of each is of those who were
context pseudo any
cue date|dates|name|number of every|each
cue track|tracks|tracked|list|lists|count|counts every|each
cue every|each sunday|monday|tuesday|wednesday|thursday|friday|saturday|weekend|spring|summer|fall|winter|season|shift|hour
cue list|lists|listed|listing|names|handing|handed|copies|copy|nearly|almost|virtually of|over? each|every
hit Exhibit B lists every [inmate] that was released to ICE in 2018.    affirmed
# "no warrant" denies no transfer; "until two agents" is no year
context pseudo any
cue until|before one|two|three|four|five|six|seven|eight|nine|ten|several ...2 agents|officers|deputies|men|days|hours|people
cue until|before # a|p m
cue no warrant|charge|charges|lawyer|attorney|record|conviction|convictions|bail|reason|cause|order|copy|money|interpreter|hearing|trial|crime|felony ,
hit Because the officers had no warrant, [transferring] her to ICE was a new arrest.    affirmed
stop whose

context policy any scope sentence rank 80  uncounted  not sentence @past  not sentence @in_year
cue ICE|DHS|it|agency lodges|issues|places|files a|an|the? detainer|detainers|hold|holds|request|requests
cue a|an ICE|immigration? detainer|hold serves|tells|gives|informs|advises|notifies
hit ICE lodges detainers on people whom it holds removable, so that it can [take custody] of them at the jail.    policy

context negated pre scope sentence rank 85
cue myth :
hit Myth: the jail [calls] ICE on everyone it books.    negated
hit None of the 43 people whose [dates were given] to ICE was arrested.    affirmed

context policy pre scope 10 rank 83  uncounted  not sentence @past  not passage @quoted
cue sergeant|lieutenant|clerk|supervisor|officer|deputy|unit|desk|commander|inmate|staff decides|determines|asks|checks|verifies ...1 whether|if
hit Step 4. The sergeant decides whether ICE is [called] before release.    policy

context alleged pre scope 4 rank 78
cue claims|claim|claimed more|at|over|nearly|about? than|least? #
hit ICE, in a letter to the paper, claims more than 100 [arrests] at the jail that year.    alleged 100

context historical any scope sentence rank 72  uncounted  not sentence @dated
cue his|her|the|its|their predecessor|predecessors
context historical pre scope 0 rank 72  uncounted  self @told_verb
cue former|previous|prior sheriff|undersheriff|administration
context historical any opening scope sentence rank 72  uncounted
cue from # to|until|through #
hit His predecessor had let ICE keep a desk and [handed over] anyone it asked for.    historical
hit The former sheriff [called] ICE about each inmate.    historical
hit From 2008 to 2014 the program sent fingerprints to ICE, which answered with [detainers].    historical
hit The agents said they'd send a van to [pick him up] at the jail. ICE has been told.    future
hit "We'd like to [pick him up]," the ICE agent wrote.    hypothetical
hit ICE says it [arrested] 13 people at the jail last year and would have arrested many more.    affirmed 13

# ---- a rule that is only proposed, planned, or no longer in force: the outer word decides ------------------
set @propose
term support|supports|supported|supporting|back|backs|backed|backing|favor|favors|favored
term propose|proposes|proposed|proposing|suggest|suggests|suggested|recommend|recommends|recommended|float|floats|floated|consider|considers|considered|considering|weigh|weighs|weighed|weighing|debate|debates|debated|debating|seek|seeks|sought|seeking|want|wants|wanted|demand|demands|demanded|urge|urges|urged|oppose|opposes|opposed|pursue|pursues|pursued|drafting
term ask|asks|asked|asking|call|calls|called|calling|push|pushed|pushing|lobby|lobbied|lobbying|campaign|campaigned|press|pressed for
set @rule_noun
term law|rule|policy|ordinance|order|ban|measure|resolution|bill|legislation|requirement|protocol|moratorium|amendment|statute
set @dead_or_pending
term died|failed|stalled|vetoed|pending|introduced|withdrawn|shelved|tabled
term turned down
context hypothetical pre scope sentence rank 87  not around @told 4  not sentence @enacted  not passage @manual  uncounted
cue @propose a|an|new|stricter|such|another ...2 @rule_noun
cue @propose ...1 legislation
cue introduce|introduces|introduced|draft|drafts|drafted a|an|new? ...2 bill|legislation|ordinance|resolution|measure|amendment
cue @propose that
cue @propose ...3 to? require|requiring|bar|barring|ban|banning|forbid|forbidding|prohibit|prohibiting|allow|allowing|mandate|mandating
cue a|an amendment|motion|petition|initiative|proposal|campaign|bill to|requiring|that|which|barring|banning|allowing|forbidding
cue vote|voted|votes|discuss|discussed|asked|ask|asks|wonder|wondered ...2 whether
cue board|council|supervisors|voters|commission|lawmakers|legislature|court|judge ...3 decide|decides|decided whether|if
cue bill|proposal|initiative|amendment|draft says|provides|states
cue ballot says|asks|would
hit Supervisor Lee proposed that deputies must get a warrant before they [transfer] an inmate to ICE.    hypothetical
hit The coalition wants a law that bars deputies from [calling] ICE.    hypothetical
hit The senator introduced legislation that forbids jails to [notify] ICE.    hypothetical
hit The measure on the November ballot says no deputy may [hand over] an inmate to ICE.    hypothetical
hit The board adopted a policy that bars deputies from [calling] ICE.    policy

context hypothetical any scope sentence rank 87  uncounted
cue bill|amendment|proposal|legislation ...8 @dead_or_pending
cue AB|SB|HB # ...6 @dead_or_pending
hit Assembly Bill 99, which died in committee, required deputies to [notify] ICE of each release.    hypothetical

context hypothetical any scope sentence rank 88  uncounted
cue if the|a|this|that ...2 bill|measure|law|ordinance|proposal|amendment|initiative ...3 passes|passed|approved|enacted|adopted|signed
cue if it|enacted|approved|passed|adopted passes|passed|,
cue unless ...8 , ...3 could|would|might

context future pre scope 12 rank 86  not passage @manual  not passage @contract  uncounted
cue will ...1 be required|allowed|permitted|able|free|obliged|forbidden|barred|asked|told to|from
cue will begin|start requiring|allowing|letting|barring
cue will require|let|allow|permit|bar|forbid ...1 deputies|jailers|staff|officers|jail|sheriff
hit From January on deputies will be required to [notify] ICE of each release.    future
context pseudo any
cue a|the|this plan|policy|law|rule|order to take|go effect|into
cue plan|plans|policy|law|rule|order to take|go effect|into
cue forbids|requires|allows|permits|prohibits|bars|demands it|them|that|this|so
cue did|does|do not stop|prevent|deter
cue did|does|do not keep ...3 from
cue lawsuit|suit|complaint ...4 filed|brought|began ...1 after|because|when|over
cue obtained|released ...2 records|e-mails|emails|documents|logs|files ...2 in which
hit Under a plan to take effect in March, deputies will [notify] ICE of each release.    future
hit Because the law forbids it, deputies did not [call] ICE.    negated
hit The policy did not stop deputies from [calling] ICE.    affirmed
hit The lawsuit was filed after deputies [called] ICE about an inmate.    affirmed
hit The advocates obtained e-mails in which deputies [called] ICE about an inmate.    affirmed

context historical any scope sentence rank 86  uncounted  not sentence @denial
cue old|former|previous|prior|earlier|rescinded|expired|superseded|repealed|defunct policy|law|order|rule|contract|agreement|directive|memo
context historical pre scope sentence rank 86  uncounted
cue was|were once
cue in those|these|earlier years|days
cue back then
hit The rescinded order told deputies to [call] ICE.    historical
hit Deputies were once required to [call] ICE about each inmate.    historical
hit In those years deputies [called] ICE about each inmate.    historical

context affirmed pre scope 4 rank 77
cue violat*|broke|breached|flouted|ignored ...5 by
hit The deputy violated the policy by [calling] ICE.    affirmed
context affirmed pre scope clause rank 84  not sentence @denial  not passage @manual
cue court|judge|jury|auditor|monitor|investigators|inspector found ...7 that
hit The court found, as the plaintiffs had alleged, that deputies [called] ICE.    affirmed

context negated pre scope 4 rank 80  not sentence @conditional  not before @iffy 5
cue could not|never
cue couldn't
hit Deputies could not [transfer] him to ICE because he did not qualify.    negated

# an official who speaks to those who accuse him
context affirmed pre scope 8 rank 79  sentence @adverse  not before @denial 8  not before @modal 6  not before @iffy 8
cue sheriff|undersheriff|captain|lieutenant|chief|commander|spokesman|spokeswoman|spokesperson ...2 wrote|said|told|acknowledged|says|replied|confirmed|testified
hit In a letter to the ACLU the sheriff wrote that deputies [called] ICE about an inmate.    affirmed

# ---- forms, orders, generic subjects, who tells of her own kin -------------------------------------------------
context policy pre scope clause rank 82  uncounted
cue ordered|orders|decreed|adjudged that
hit IT IS ORDERED that the Sheriff [notify] counsel of any detainer within a day.    policy
hit Check one: ( ) The Office will [notify] ICE. ( ) The Office will not.    policy

context policy any scope sentence rank 40  uncounted  not sentence @past  not passage @quoted
cue jails|sheriffs|counties|agencies|prisons that|who|which
cue a|an|any|each|no county|jail|deputy|sheriff|officer|agency|member|employee|prison that|who|which
hit A deputy who [notifies] ICE outside this order answers to the captain.    policy

context alleged any scope sentence rank 70  sentence @her_kin  not sentence @official
cue says|said|testified|recalled|recounted|recalls
hit Ms. Leon says the jail [called] ICE on her son.    alleged

context hypothetical pre scope 2 rank 82
cue minutes|hours|days|moments|weeks away? from
hit She was minutes from being [handed] to ICE when the judge phoned.    hypothetical

context pseudo any
cue no one ...1 know|knows|knew|remembers|recalls
cue nobody ...1 know|knows|knew|remembers|recalls
hit No one knows how often ICE was [called] about inmates.    affirmed -1

context negated pre scope 3 rank 79
cue has|have|had yet to
context negated pre scope 3 rank 84
cue kept|fulfilled|made ...4 promise|pledge|vow to end|stop|halt|cease
hit The county has yet to [notify] the inmate of the ICE request.    negated
hit The sheriff made good on his promise to end [transfers] to ICE.    negated

context policy pre scope 3 rank 79  uncounted
cue ban|moratorium|prohibition|restriction|restrictions|limit|limits|curbs|rules on|against
hit The ban on [transfers] to ICE took effect in May.    policy

context negated pre scope sentence rank 82
cue does|do not do :
hit What the Office does not do: hold inmates; [alert] ICE to releases.    negated

# ---- verbs that say whether what they govern came about -------------------------------------------------------
context negated pre scope 2 rank 81  except notification/request
cue cleared|acquitted|exonerated|absolved|innocent of
cue too _ to
cue dissuaded|discouraged|deterred|blocked ...2 from
hit The sergeant was cleared of [calling] ICE about the inmate.    negated
hit The sergeant was too busy to [call] ICE about the inmate.    negated

context pseudo any
cue none|not|never|nobody|no ...6 willing|inclined|ready|eager to
context hypothetical pre scope 2 rank 80  uncounted  except notification/request
cue offered|offers|threatened|threatens|threatening|tempted|inclined|willing|unwilling|eager|reluctant to
cue thought|thinking|talked|talking|talk|dreamed|joked about|of
cue idea|notion|thought|talk|prospect|possibility|specter|danger|fear of
cue contemplated|contemplates|contemplating|considered|considers|considering|discussed|mulled|weighed|entertained
hit The sergeant offered to [call] ICE about the inmate.    hypothetical
hit The idea of [calling] ICE about an inmate appalled her.    hypothetical

context hypothetical pre scope 2 rank 82  not passage @manual  uncounted  except notification/request
cue must|may|might have
hit Somebody in the jail must have [called] ICE.    hypothetical

context policy pre scope 2 rank 79  uncounted
cue is|are free|entitled|empowered|welcome to
cue it|it's is? ...1 wrong|right|safer|better|best|unfair|cruel|dangerous|important|essential|necessary|proper|improper|prudent to
hit It is wrong to [call] ICE about inmates who have served their time.    policy
hit The sergeant is free to [call] ICE about an inmate.    policy

context policy pre scope 0 rank 77  uncounted  not self @told_verb
cue only the|a captain|lieutenant|sergeant|commander|supervisor|sheriff|undersheriff
hit Only the captain [calls] ICE about an inmate.    policy
hit The suit says that deputies violated the law by [calling] ICE about an inmate.    alleged

# "should ICE wish to interview him" is a condition
context pseudo any
cue should federal|immigration|ICE|DHS|an|any|the|a ...3 wish|want|ask|seek|choose|decide|request|contact
hit The TRUTH Act creates [notice] rights for people in custody should federal officers wish to interview them.    policy

# an end that a later sentence tells
context historical post scope passage rank 64  uncounted  sentence @past  not sentence @in_year
cue the|that|this|its|such practice|program|arrangement|custom|contract|agreement|partnership|routine ...1 ended|stopped|ceased|was|were ended|scrapped|abandoned|discontinued|halted?
cue that|this|it|all changed|ended|stopped|ceased in|when|with|under|after
cue put|brought ...2 stop|end to it|that|this|them
cue no longer does|do so
cue does|do so no longer|more
hit Clerks faxed ICE the list each night, and agents [picked up] whom they wanted at the jail. The practice ended in 2014.    historical
hit Under Pell the jail [called] ICE about each inmate. That changed when she lost.    historical

context alleged any scope sentence rank 78  passage @suit
cue it|they says|alleges|claims|states|adds|say|allege|claim|contends|contend
set @suit
term lawsuit|suit|complaint|petition|plaintiffs
hit The complaint names two deputies. One of them, it says, [handed] Mr. Oda to ICE.    alleged

context alleged any scope sentence rank 78
cue @adverse ...2 counts|count|counted|tallies|tallied|puts|put|estimates
hit The coalition counts 40 [transfers] to ICE, the sheriff 14.    alleged 40

context policy pre scope 3 rank 83  uncounted
cue nothing ...6 bar|bars|forbids|prohibits|prevents|keeps|stops|precludes ...4 from
cue does|do not bar|forbid|prohibit|prevent|keep|preclude ...4 from
cue did not bar|forbid|prohibit|preclude ...4 from
cue nothing wrong|improper|illegal|unlawful with|in|about
hit Nothing in the vote keeps deputies from [telling] ICE of a release.    policy

context historical any scope sentence rank 72  uncounted
cue of|during|in those years|days
cue contract|agreement|program|arrangement , which|that ran|expired|ended|lapsed
hit "We [handed] them to ICE by the busload," he said of those years.    historical

# a draft
context hypothetical any scope passage rank 86  uncounted
cue not yet signed|adopted|approved|enacted|final
cue draft ...1 for discussion|comment|review
cue proposed order|language|text|policy|ordinance :
hit Draft for discussion: The Sheriff shall not [transfer] any person to ICE.    hypothetical
hit Defendants admit that ICE was [called] on May 3.    affirmed
hit In May the jail [notified] ICE.    affirmed

context policy pre scope 1 rank 80  uncounted
cue law|act|order|policy|rule|ordinance|statute|measure lets|allows|permits ...1 deputies|jailers|staff|officers|sheriffs|jails|agencies
hit The new order lets deputies [call] ICE about felons.    policy

context hypothetical pre scope clause rank 82  uncounted
cue cannot|can't|could rule out that
cue could|can not tell|say|determine|confirm|learn whether|if|how|who
cue lack|lacks|lacked|without knowledge|information of|about|as ...1 whether
hit The auditor could not tell whether ICE was [called] about the inmate.    hypothetical

context negated pre scope 6 rank 82
cue nothing|little to show|suggest|indicate|prove that
hit There is nothing to show that ICE was [called] about the inmate.    negated

context historical any scope sentence rank 72  uncounted
cue in the old|early|first days|years
cue at the? time ICE|the|his|her|this ...1 still|was|had

# ---- rules of grammar -----------------------------------------------------------------------------------------
# what should not have been done was done
context affirmed pre scope 3 rank 86  not passage @manual
cue should never|not have been?
cue shouldn't have been?
cue ought not|never to? have been?
hit Two of the three, he conceded, should never have been [turned over] to ICE.    affirmed 2
hit The man should have been [turned over] to ICE, the sheriff conceded.    hypothetical

# people whom a clause tells something of exist
context affirmed post scope 0 rank 83  only detainee  not sentence @modal_law  not passage @manual
cue who|that|whom were|was|had
hit The settlement requires the county to pay the [inmates] who were held for ICE.    affirmed

# an office that is no longer: "since rescinded", "now repealed"
context historical any scope sentence rank 86  uncounted  not sentence @denial
cue since|now|later rescinded|repealed|revoked|withdrawn|replaced|superseded|expired|abandoned|scrapped
cue has|have since been replaced|repealed|rescinded|superseded|withdrawn|abandoned|scrapped|changed
hit The memo, since rescinded, told deputies to [alert] ICE about every inmate.    historical

# whether it happened is the question
context hypothetical pre opening scope clause rank 82  uncounted
cue whether
hit Whether the inmate ever received [notice] of the request from ICE is in dispute.    hypothetical

# what one asked for is still asked for where it is told that it was not honored, or would have been
context affirmed pre scope 3 rank 80  only notification/request
cue if|had|would|when ...4 honored|answered|granted|heeded our|its|their|the|that|his|an
hit "Had they honored our [detainer], she would be alive," the ICE director said.    affirmed

context affirmed pre scope 3 rank 79  only notification/request  not passage @ruling
cue honored|honors|honor|granted|answered|accepted|enforced no|none
hit The jail has honored no [detainers] from ICE since 2017.    affirmed -1

# what somebody asks to be ended
context hypothetical pre scope clause rank 86  uncounted
cue ask|asks|asked|urge|urges|urged|demand|demands|demanded|request|requests|insist ...1 that ...4 end|stop|cease|halt|quit|ban|bar|adopt|refuse|review|publish
cue asked|ask|asks ...4 to|that ...3 review|consider|explain
hit I write to ask that you end all [transfers] to ICE.    hypothetical
hit We ask that the county stop all [transfers] to ICE and that it publish its rules.    hypothetical

# papers that somebody asks for
context hypothetical pre scope clause rank 70  uncounted  except notification/request
cue your request seeks|sought|asks|asked|is
cue request|requests seeks|seek|asks ...4 e-mails|emails|records|documents|logs|communications
hit Your request seeks all e-mails in which the jail [notified] ICE of a release.    hypothetical

# a role, a job, a duty that one has not
context policy pre scope 8 rank 82  uncounted
cue not|never the|our|its|his|her|their role|job|duty|business|place|task|responsibility|function of|to
hit It is not the role of this Office to [notify] ICE of a release.    policy

# what one fears
context hypothetical pre scope clause rank 82  uncounted
cue fear|fears|feared|afraid|worry|worries|worried that? ...4 will|may|might|could|would
hit Advocates fear that more people will be [transferred] to ICE.    hypothetical

# a plan for something else reaches no further than its own verb
context pseudo any
cue no plan|plans|intention to sign|join|change|add|seek|apply
hit The jail has no plan to sign an agreement, has honored no [detainers] since 2017, and called ICE five times.    affirmed

# a procedure that speaks of any one: "the inmate", told as what somebody will do
set @any_one
term the|an|any|each|every|such inmate|detainee|arrestee|prisoner|individual|person|subject
set @rule_hint
term if|when|whether|copy|form|upon|within|before|after|prior|written|writing|request|requests|attorney|determine|verify|checks
term any|each|every|such @detainee_word|person|individual
context policy pre scope clause rank 78  sentence @any_one  sentence @rule_hint  not passage @event  not passage @to_begin  not passage @told  uncounted
cue will
set @to_begin
term next|coming month|week|year|spring|fall|summer|winter
term says|say|from now on
term new sheriff|chief|captain
term beginning|starting|from|effective|commencing @month
term new|under policy|rule|order|protocol|agreement|settlement
term new|revised|amended policy|rule|order|protocol|directive
term agreement|agreed|agrees|settlement|decree|announce|announces|plans|pledges|vows|promises|soon|tomorrow|monday|tuesday|wednesday|thursday|friday
hit The Office will give the inmate a copy of the [detainer] and will tell him whether it will comply.    policy
hit The watch commander will determine whether the inmate qualifies; if not, no [notification] will be made to ICE.    policy
hit The sheriff said he will [hand] the inmate over to ICE.    future

# who answers a complaint looks into what was done
hit Dear Ms. Low: Our review shows that your brother was [notified] in writing of the ICE detainer at the jail.    affirmed


# ---- who says it ---------------------------------------------------------------------------------------------
hit Petitioners claim that the jail [transfers] inmates to ICE.    alleged
hit The group says it has found 40 cases in which the jail [alerted] ICE.    alleged 40
hit According to a former inmate, guards woke men at three and [delivered] them to ICE.    alleged
hit Critics charge that the sheriff's list is a [notification] system for ICE.    alleged

# what somebody calls false
context negated any scope sentence rank 84
cue claim|claims|allegation|allegations|report|reports|rumor|rumors|story|stories that ...10 is|are|was|were ...1 false|untrue|wrong|unfounded|baseless|inaccurate
cue it is|was not true|false that
hit The sheriff said claims that his staff [calls] ICE are false.    negated

context pseudo any
cue not|never deny|denied|denies|dispute|disputes|contest that
hit The department does not deny that it [notified] ICE.    affirmed

context negated pre scope 6 rank 84
cue said|promised|told|swore|pledged ...4 no one|inmate|detainee|person would|will
cue said|promised|told|swore|pledged ...4 nobody|none would|will
hit You said no one would be [handed over] to ICE.    negated

# what came too late
context negated pre scope 3 rank 80  not passage @manual
cue before ...2 could|can be?
hit The man was released before ICE could be [notified].    negated
context negated pre scope 6 rank 78
cue hardly|barely|scarcely anyone|anybody|anything|ever
hit Hardly anyone is [transferred] to ICE these days.    negated

# money, time and hands that may not be used for it
context policy pre scope clause rank 81  uncounted
cue no ...3 may|shall|can|must
hit No county money may be spent to [transfer] an inmate to ICE.    policy

# what is to be done: by staff a rule, else a plan
context policy pre scope 3 rank 80  uncounted
cue staff|deputies|officers|members|personnel|employees|jailers|sergeants|supervisors is|are to
context future pre scope 2 rank 76  not passage @manual  not passage @ruling
cue is|are to
cue expects|expect|expecting to
hit Staff are to [contact] ICE a day before release, no sooner.    policy
hit Under the accord, the county is to [transfer] 30 inmates to ICE.    future 30

context affirmed pre scope 1 rank 72  not sentence @modal_law  not passage @manual  not sentence @your  not before @iffy 8  uncounted
cue continues|continued|goes|went on? to
hit The jail continues to [transfer] people to ICE under the exceptions in state law.    affirmed

# what a rule that has gone allowed
context historical any scope sentence rank 86  uncounted  not sentence @denial
cue policy|law|order|rule|ordinance|memo|directive|program|practice ...12 was|were|has|have been? repealed|rescinded|withdrawn|revoked|abolished|scrapped|overturned
cue old|former|earlier|previous form|forms
hit That policy, which let deputies [notify] ICE of any release, was repealed in 2020.    historical
hit The county once had a contract to house immigration [detainees].    historical

# ---- what somebody wants or fears ------------------------------------------------------------------------------
set @must_law
term shall|must
context hypothetical pre scope clause rank 87  not sentence @must_law  except detainee  uncounted
cue wonder|wonders|wondered|wondering|ask|asks|asked|discuss|discusses|discussed|debate|debates|debated|dispute|disputed|disputes|study|studies|look|looked ...2 whether
cue refuse|refuses|refused|declined to say|disclose|reveal|confirm ...1 whether|if
cue no|not ...3 whether
hit Commissioners asked staff to look into whether the jail can refuse to [notify] ICE.    hypothetical
hit Supervisor Lee wondered aloud whether deputies should [call] ICE about inmates.    hypothetical

context hypothetical pre scope 3 rank 79  not passage @manual
cue fear|fears|feared|dread|dreads|face|faces|facing|faced|risk|risks|risked
cue at risk of|for
cue cleared|eligible|candidate|candidates for
hit Ms. Ortiz faces [transfer] to ICE if her appeal is denied.    hypothetical
hit Immigrants fear being [handed over] to ICE after a traffic arrest.    hypothetical

context hypothetical any scope 2 rank 74  not passage @manual  except detainee  uncounted
cue would|could|might mean|cost|lead|have|put|hurt|help|violate|require|make|leave|break|result
hit A [transfer] to ICE would mean losing her children.    hypothetical

context hypothetical pre scope clause rank 86  not passage @manual  not sentence @must_law  uncounted
cue unless|until the|a|this|that|he|she|they county|sheriff|board|state|legislature|city agrees|agree|stops|does|starts|ends|votes|signs
cue if the|a ...1 legislature|law|congress|voters|board|county|supervisors|state|court ...6 ,
hit The government will cut grants unless the county agrees to [notify] ICE of releases.    hypothetical
hit The sheriff said that if the legislature changes the law, his office will again [notify] ICE of releases.    hypothetical

# a bill, or an ordinance that is not yet law
context hypothetical any scope sentence rank 87  uncounted
cue bill's|measure's|act's|legislation's author|authors|sponsor|sponsors|backers|supporters ...4 would
cue bill|ordinance|measure|resolution|proposal|amendment ...4 needs|awaits|faces|heads|goes|returns|passed|cleared ...3 vote|reading|hearing|governor|governor's|senate|assembly|committee|voters|ballot
cue AB|SB|HB # , ...1 which|that would
cue @propose ...6 pass|adopt|approve|enact|enacting|adopting|passing a|an|the
hit The ordinance, which still needs a second vote, bars the sheriff from [transferring] anyone to ICE.    hypothetical
hit We urge a no vote on AB 4, which would bind sheriffs who work with ICE on [transfers].    hypothetical

# ---- papers of a suit -----------------------------------------------------------------------------------------
# one who was held tells of it
context alleged any scope passage rank 62  not passage @official_witness
cue i was|am held|detained|jailed|booked|incarcerated|imprisoned|locked
cue i was|am a|an ...1 inmate|prisoner|detainee|trusty|arrestee
cue i spent ...3 jail|custody|detention
cue my|his|her opponent
hit DECLARATION. 3. I was held at the county jail for a month. 4. A deputy [handed] me to ICE at the door.    alleged
hit DECLARATION OF CAPT. ROSS. I have read the plaintiff's claims. In 2020 ICE was [notified] of 12 releases from the jail.    affirmed 12

context policy pre scope clause rank 83  uncounted
cue is|are|be hereby? enjoined|restrained|prohibited from
hit ORDER: Defendants are enjoined from [transferring] any class member to ICE.    policy
hit Q. Have you ever [turned anyone over] to ICE? A. I have not.    negated
hit My opponent [handed over] 58 inmates to ICE. I will hand over none.    alleged 58
hit ICE asks for many inmates. I will [hand over] none.    negated 0

# what nobody does without leave
context policy any scope sentence rank 85  not sentence @past  not sentence @yet_to_be  uncounted
cue nobody|none ...10 without|unless|until|except
cue no one ...10 without|unless|until|except
cue no employee|deputy|officer|clerk|inmate|person ...10 without|unless|until|except
set @yet_to_be
term will|would|could|might
hit Nobody [calls] ICE about an inmate from the desk without the captain's word.    policy

# what is told of all of a kind: "inmates do not have to"
context policy post scope 0 rank 60  only detainee  uncounted
cue may|can|cannot|should
cue do|does not have|need to
cue have|has the|a right
hit ICE may come, but [inmates] do not have to speak with agents.    policy

# what one has no mind to end goes on
context affirmed pre scope 3 rank 86
cue no plans|plan|intention|intent|desire|reason|interest to|in ...1 stop|end|cease|quit|halt|stopping|ending|ceasing
cue not plan|intend|want to stop|end|cease|quit|halt
hit The sheriff said he had no plans to stop [notifying] ICE about inmates.    affirmed
hit Three supervisors said they would support a ban on [transfers] to ICE.    hypothetical

# papers that wait to be filled in
hit ☐ ICE [notified] ☐ ICE not notified. Reason: the inmate left.    policy
hit Checklist. ICE [notified] of the inmate's release? ____    policy
hit Our recommendations: 1) End all transfers to ICE. 2) Stop [notifying] ICE of release dates.    hypothetical
hit Then: [inmates] kept two days for ICE. Now: no one is kept.    historical

# those who speak for themselves, close to what they say
set @bystander
term resident|residents|neighbor|neighbors|parishioner|parishioners|pastor|pastors|priest|priests|bishop|rabbi|clergy|union|unions|worker|workers|speaker|speakers|commenter|commenters|attendees|demonstrators|marchers|parents|relatives|observers
term former inmate|inmates|detainee|detainees|prisoner|prisoners|guard|deputy|employee
term faith|community|church|labor leader|leaders|organizer|organizers
term legal|court observer|observers
term bar association
term attorney|lawyer _ _
context alleged any scope sentence rank 78  not sentence @agency_lawyer
cue @bystander ...1 @said
cue according to ...2 @bystander
hit Residents said that deputies [turned over] 12 people to ICE.    alleged 12
hit Deputies [turned over] 12 people to ICE, faith leaders say.    alleged 12
hit The attorney general said that deputies [turned over] 12 people to ICE.    affirmed 12

# ---- courts, contracts, comments ---------------------------------------------------------------------------------
context hypothetical pre scope clause rank 86
cue jury|juror|jurors|court|factfinder|judge could|might|may ...1 find|conclude|infer|believe that
hit A jury could find that the Sheriff [transferred] plaintiff to ICE.    hypothetical

context affirmed pre scope 2 rank 77 only notification/request  sentence @past  not sentence @modal_law
cue copy|copies of
hit The jail did not give inmates copies of ICE [requests] in 11 of 25 cases.    affirmed

context affirmed pre scope 1 rank 80  uncounted
cue is|are|was|were right to
hit The sheriff is right to [call] ICE about inmates.    affirmed

context alleged any scope passage rank 62  not passage @official_witness
cue i'm ...1 with the ...3 union|coalition|network|project|group|center|church|alliance|clinic|committee|organization
cue i am ...1 with the ...3 union|coalition|network|project|group|center|church|alliance|clinic|committee|organization
hit Good evening. I'm with the Tenants Union. Your sheriff [handed] 44 people to ICE last year.    alleged 44

context affirmed pre scope 2 rank 79 only notification/request  not sentence @modal_law
cue won't|not|never|don't|doesn't|didn't ...1 honor|answer|respect|heed our|its|their|the|that|those|these|his
hit "When a jail won't honor our [detainers], we look for these people on the street," the ICE director said.    affirmed

context affirmed pre scope 1 rank 88 only notification/request  sentence @past  not sentence @modal_law  not sentence @adverse  not passage @suit  not passage @pleading  not passage @manual
cue the|this|those|these|his|her|its|their|our
hit The court need not decide whether the [detainer] was valid, because the County admitted that it had no power to hold him.    affirmed
hit Under this MOU the Sheriff will [notify] ICE a day before he releases an inmate.    policy
hit The jail kept the inmate until 10 and [notified] ICE.    affirmed

# papers of a suit by their parts
context alleged any scope passage rank 62  not passage @official_witness
cue cause|causes of action
cue claim|claims|prayer for relief
cue jury trial demanded
cue notice of claim|tort
cue claimant seeks|alleges|states|was
cue complaint for damages|injunctive|declaratory|relief
cue count one|two|three|ii|iii|iv
cue petitioner ...8 asks|seeks|prays
cue he|she|petitioner asks|prays|petitions this|the court
cue we , the undersigned
cue op-ed
hit FIRST CAUSE OF ACTION. By [handing Plaintiff over] to ICE, Defendants seized him. No judge had signed the form.    alleged
hit The parties agree that the Sheriff [notified] ICE of plaintiff's release.    affirmed
hit Roll call quiz: ICE faxes a [detainer] for a man booked on DUI. Do you hold him? The answer is no.    hypothetical

# a leaflet's answers
set @leaflet
term can|will|may|should|do|does|must my|i|me
term how|when will|do|can i|my
context policy pre scope 8 rank 79  passage @leaflet  not sentence @past  uncounted
cue will
hit Can my lawyer be told when ICE asks about me? Yes. The jail will send him a [notice].    policy
hit ☐ Hold ☒ [Notification] ☐ Transfer. ICE was called. The inmate left the jail.    affirmed

context affirmed pre scope 12 rank 84  not sentence @modal_law
cue evidence|record|testimony|trial|exhibits ...2 shows|showed|established|establishes|proved that
cue not|never deny|dispute|contest that
hit The evidence at trial showed that deputies [notified] ICE of plaintiff's release.    affirmed
hit Respondents do not dispute that petitioner was [transferred] from the jail to ICE.    affirmed
hit NOTICE OF CLAIM. In May a deputy at the jail [handed] claimant to ICE.    alleged
hit PETITION. Your jail gave 91 people to ICE last year. We, the undersigned, ask you to stop. Deputies [called] ICE each time.    alleged

# what would come of an end to it
set @would
term would|could|might
context hypothetical pre opening scope 4 rank 82  sentence @would  not passage @manual  uncounted
cue ending|stopping|banning|barring|halting|allowing|requiring|continuing|resuming|limiting
hit Ending [notifications] to ICE would free 200 hours of the jail's staff.    hypothetical
hit Q. When you got the [detainer], what did you do? A. Filed it.    affirmed

context affirmed pre scope 0 rank 76  except detainee  not passage @manual  not before @iffy 8  uncounted
cue and|but now|again|still
hit The new sheriff has reversed that policy and now [notifies] ICE of every release.    affirmed
hit The auditor found that the jail had failed to [notify] ICE of the inmates.    negated

context negated post scope 3 rank 89 only notification/request
cue was|were never|not lodged|issued|filed|placed|received|sent|faxed
hit The [detainer] from ICE was never lodged with the jail.    negated
hit The jail's [transfers] to ICE have stopped.    negated
hit A deputy who [called] ICE about an inmate was suspended.    affirmed
hit The jail's [transfers] to ICE are expected to rise.    future
hit The jail's [transfers] to ICE must be logged.    policy

context negated post scope 3 rank 70  except detainee  sentence @past  not sentence @modal_law
cue ended|stopped|ceased in|on|after|when|with|last|this|at
hit The jail's [transfers] to ICE ended in 2019.    negated
context future post scope 3 rank 60  except detainee  not passage @manual  not passage @ruling  uncounted
cue is|are scheduled|expected|slated|due|set|likely

# ---- what a paper is -------------------------------------------------------------------------------------------
# "a detainer is a request to hold the inmate": the inmate of a definition is nobody in particular
context policy any scope sentence rank 84  only detainee  uncounted  not sentence @dated
cue is|are a|an? ...1 request|requests|order|orders|document|form|notice|instrument from|to|by|that|asking
cue means a|an|the|that
cue is|are used to|by|when
cue is|are what ...2 call|calls
hit A detainer is a request to the sheriff to tell ICE when the [inmate] leaves.    policy

# ---- what is over ---------------------------------------------------------------------------------------------

context historical pre scope sentence rank 84  not around @told 3
cue used to receive|get|accept|honor|hold
cue ended|dropped|left|scrapped|canceled|cancelled|terminated|abandoned a|an|the|its|their|his|that ...3 agreement|contract|practice|program|policy|arrangement|deal under which|that|of|to
cue were|was historically|formerly
hit The sheriff ended an agreement under which the jail would keep [inmates] for ICE.    historical
hit The office used to receive [detainers] by fax.    historical

# ---- what is decided against, begun, or goes on -----------------------------------------------------------------

context negated pre scope 6 rank 82
cue voted ...5 against
cue vote was|is against
hit The board voted 5-0 on Tuesday against [notifying] ICE of releases.    negated

context future pre scope 5 rank 82
cue would|will begin|start to|transferring|notifying|calling|telling|sending|giving|sharing|turning|handing|holding
cue would|will begin|start
hit The sheriff said that he would begin [transferring] inmates to ICE inside the jail.    future

context affirmed pre scope 2 rank 69  not sentence @modal_law
cue continues|continued to
cue goes|went on
hit The jail says that it continues to [notify] ICE when a foreign national is booked.    affirmed

context affirmed post scope 2 rank 82  only notification/request
cue issued|placed|lodged|filed|sent from|in|between|since|during|after|on @month
cue issued|placed|lodged|filed|sent from|in|between|since|during|after|on #
hit People can claim for [detainers] issued from October 2010 to June 2014.    affirmed

# ---- what is to come of a request -------------------------------------------------------------------------------
# "asks the jail to keep him so that agents can pick him up": told of a case it has not happened yet
context hypothetical pre scope 2 rank 67  only transfer  not passage @ruling  uncounted
cue for agents|officers|ICE|deputies|them to
cue for immigration|federal agents|officers|authorities to
cue request|requests|requested|asked|asks ...6 to hand|turn|transfer|deliver|release
hit The list names counties with many requests to hold inmates for agents to [pick up].    hypothetical

context future pre scope 1
cue about to
hit ICE was told that the inmates were about to leave and that both had been [transferred].    affirmed
hit The jail is about to [call] ICE about the inmate.    future

# ---- what a proposal would do, clause by clause ----------------------------------------------------------------
context hypothetical pre scope clause rank 84  uncounted  not around @told 4
cue bill|motion|proposal|plan|measure|amendment|ordinance|change|resolution ...6 would|could
cue would ...1 have to
cue would then|also|further
hit The change under study would let deputies tell ICE when inmates under a [detainer] go free.    hypothetical
hit ICE would then have to [pick up] the inmate before that.    hypothetical
hit The motion would bar the jail from holding anyone; it would also forbid deputies to [tell] ICE of a release.    hypothetical

# ---- what is so called --------------------------------------------------------------------------------------------
context policy any scope sentence rank 82  only notification/request  uncounted  not sentence @past
cue is|are ...2 called|termed|named|dubbed
cue is|are ...2 known as
cue is|are ...1 merely|only|just|simply a|an? request|requests
cue is|are not ...1 mandates|mandate|orders|order|commands|warrants|warrant|binding|mandatory
hit They are often known as "[immigration holds]".    policy
hit By law [detainers] are not mandates.    policy

# ---- whenever it comes to that, it will be done ------------------------------------------------------------------
context policy pre opening scope sentence rank 82  uncounted  not sentence @past  sentence @will
cue when|whenever a|an|any|jail|staff|deputies|personnel|officers
cue upon
set @will
term will
hit When jail personnel get word from the court, they will [notify] ICE at once.    policy

# ---- what those who complain ask for, and tell -------------------------------------------------------------------
context alleged any scope passage rank 61  not passage @official_witness
cue we ask|urge|implore him|her|them|you|sheriff|board ...2 end|stop|cease
cue we call on|upon him|her|them|you|sheriff|board ...2 end|stop|cease
hit He also [calls] ICE about inmates, by choice. We ask him to end this at once.    alleged
hit The motion would bar county money from being used to honor a [request to hold] an inmate for ICE.    hypothetical
hit Clackamas County was sued after a man was kept in jail on an [ICE hold].    affirmed
hit The jail gave [notice] of releases and let people out in a room where ICE agents wait.    affirmed

# ---- who says so, behind what is said ------------------------------------------------------------------------------
context alleged post scope sentence rank 78
cue , the? @adverse report|reports|reported|charge|charges|charged|found|finds|wrote|write
hit Sheriffs give agents advance [notice] of release times, the ACLU reports.    alleged

context policy any scope clause rank 83  only notification/request  uncounted
cue no ...1 law|statute|rule about|on|behind
hit "There is no law about something called a [detainer]," she said.    policy

context historical pre scope 9 rank 84
cue would once|formerly have
hit The jail now frees inmates whom it would once have kept and [handed over] to ICE.    historical
