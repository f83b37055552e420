# Number words, and the words that tell what a number counts.

number one 1
number two 2
number both 2
number three 3
number four 4
number five 5
number six 6
number seven 7
number eight 8
number nine 9
number ten 10
number eleven 11
number twelve 12
number thirteen 13
number fourteen 14
number fifteen 15
number sixteen 16
number seventeen 17
number eighteen 18
number nineteen 19
number twenty 20
number thirty 30
number forty 40
number fifty 50
number sixty 60
number seventy 70
number eighty 80
number ninety 90
number hundred x100
number thousand x1000
number million x1000000
number dozen x12
number twice 2
number thrice 3
number lone 1
number sole 1

set @number_joint
term and|y

set @half_dozen
term half a dozen
term half dozen
term half-dozen

# "31 in 2022": the year of that number
set @of_year
term in|during|for|en|durante

set @zero
term zero|nobody|none
term no one
term not one
term not a single
term neither of|was|were|had|has|is|got|received

# a number before these is no count of people or papers
set @not_counted_after
term percent|per|hours|hour|days|day|months|month|weeks|week|years|year|minutes|minute|times|agencies|jurisdictions|states|prisons|facilities|departments|sheriffs|years-old|year-old|p.m.|a.m.|pm|am|st|nd|rd|th|dollars|million|billion|pages|page|counties|boards|speakers|languages|feet|miles|cents
term of|in which|that the
term U.S.C.|USC|CFR

set @not_counted_before
term section|sections|no|numbers|policy|form|chapter|article|page|ages|pages|room|suite|title|box|item|bulletin|code|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|bill|SB|AB|measure|proposition|exhibit|paragraph|line|phase|step|tier|case|age|aged|unit
term january|february|march|april|may|maymonth|june|july|august|september|october|november|december

set @noun_break
term no|any|each|every
term of|to|in|from|for|by|with|and|or|that|who|which|whom|was|were|is|are|be|been|had|has|have|the|a|an|as|at|on|than|when|if|but|then|not|into|about|also|while|after|before|during|under

set @count_link
term given|made|sent|provided|issued|lodged for|in|on|about
term received|provided|made|sent|total|issued|honored|lodged|was|were|at|totaled|totalled|numbered|to|reached|stood

set @approx
term about|nearly|almost|only|just|some|roughly|approximately|around|over|than|more|least|at

# a number before these counts somebody else: "a mother of two"
set @not_counted_before
term mother|father|parent|parents|grandmother|grandfather of
term several|few|many|half
term half a
term PC|VC|HS|GC|WIC|BPC|pod|cell|bed|badge|docket|gate|door|bay|dock|window|lobby|entrance|building|wing|floor|module|channel|bates|ext|extension|apt|deputy|agent|officer|lot
set @not_counted_after
term maymonth
term january|february|april|june|july|august|september|october|november|december

set @case
term file|files|incident|incidents
term case|cases|occasion|occasions|instance|instances|request|requests|detainer|detainers|release|releases|booking

set @in_which
term in|on which
term where|when
set @of_whom
term others
term of whom|them|those|which
term who|whom

set @transfer_break
term when|if|that|from|had|has|dropped|yet|but|however

set @object_break
term which|who|because|although|while|but|after|before|unless|than

set @subject_break
term how often
term why|whether
term that|because|although|while|but|if|when|unless|after|before

set @without
term without
term without a|any|prior|written|further
term got|gotten|received|had|given no
term qualified|qualify|eligible|ineligible for

set @their
term their|them|his|her|my|our|your

set @share_link
term had|have|has|with|having|under
term received|got|drew|carried|faced
term given|served|handed ...1 with?

set @last_year
term last year
term previous year
term prior year
term year before
term past year

set @this_year
term this year
term so far this year

set @noun_form
term transfers|notification|notifications|notice|notices|response|responses|request|requests|detainer|detainers|hold|holds|pickups|pick-ups|arrests|handovers|alerts|inquiries|turnover
term I-247*

set @verb_form
term requested|requesting|notify|notified|responded|respond

set @month
term january|february|march|april|may|maymonth|june|july|august|september|october|november|december
set @month_1
term january
set @month_2
term february
set @month_3
term march
set @month_4
term april
set @month_5
term may|maymonth
set @month_6
term june
set @month_7
term july
set @month_8
term august
set @month_9
term september
set @month_10
term october
set @month_11
term november
set @month_12
term december

set @abbreviation
term mr|mrs|ms|dr|sgt|lt|capt|cpl|gov|sen|rep|st|vs|inc|co|corp|jr|sr|dept|calif|ofc|det|atty|supt|hon|gen|esq|asst
term dep|deps|sgts|lts|dets|cmdr|maj|insp|messrs|assn|bros|mt|ft|approx
term v
set @abbreviation_number
term jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec
term no|nos|sec|secs|art|ch|p|pp|fig|ext|id|par|subd|div

set @of
term of
set @determiner
term those|these|the|its|his|their|such|all|ICE|ICE's|DHS

set @one_person
term him|her
term the man|woman|father|mother|youth|teenager|inmate|detainee|prisoner
term a|an|one man|woman|father|mother|youth|teenager

set @one_release
term the|his|her|a|an ...2 release
# verbs in the past
set @told_verb
term notified|alerted|called|told|handed|turned|gave|took|transferred|delivered|released|surrendered|picked|arrested|collected|informed|contacted|phoned|faxed|e-mailed|emailed|advised|tipped|shared|provided|sent|passed|warned|requested|lodged|grabbed|moved|reported

set @not_counted_before
term until|till
term up to
term maximum of
term average of
term population of
term capacity of

set @english
term the|of|and|to|in|that|for|was|by|with

set @in
term in|on|for

set @aside
term including|among

set @led_to
term resulted|ended in
term led|lead|leads|leading|resulted|results to|in a|any|no?
term ended with|when
term led to

set @nil
term no|zero

set @noun_or_verb
term transfer|alert|contact|call|release|turnover|pickup|pick-up
set @before_noun
term a|an|the|this|that|each|any|every|no|his|her|their|its|such|custody|jail|one|per|of|for
term @immigration
term @detainee_word

# "at 1430" is a time
set @at_time
term at|around|by|about
set @times
term times

# how often a thing was done
set @twice
term twice|thrice
# "between 30 and 40", "12, 9 and 15"
set @series_joint
term and|or|to
# "a dozen or so inmates"
set @or_so
term or so|more
# "six inmates whom ICE took"
# "40 people a month"
set @rate
term a|per|each|every month|week|day|year|night|morning|shift|quarter
# "61 inmates on ICE detainers"
# "70 did not qualify, so no answer was sent"
# "booked on a 23152"
set @on_a
term on|for|with|had|has a|an
set @so
term so|and|but
# a number before these stands for people: "Seventy did not qualify"
set @alone
term did|left|qualified|met|lacked|failed|walked|went|got|came|remained|asked|refused|stayed|bailed|posted
# "in other 40 cases", "in all 12 cases"
set @other
term other|another|remaining|otros|otras
# "the four men it had turned over"
set @relative_subject
term he|she|it|they|we|I|ICE|agents|deputies|jailers|officers|sheriff|county|jail|office|department|agency
term the|its|his|her|our sheriff|county|jail|office|department|agency|deputies|agents
term whom|that|who|which @relative_subject
set @auxiliary
term had|has|have
# "handed to two agents": those who receive
set @agent_word
term agents|officers|officials|deputies|marshals|guards|vans|agentes|oficiales|guardias
# "two more on Thursday"
set @more
term more|others|mas
# "every one of the 14"
set @every
term every|each|cada
# who they are was counted before: "Nineteen said that they were"
set @they
term they|ellos|ellas
# those counted before, all of them: "fifteen came; all were transferred"
set @all_of_them
term all|each
term all|each of them
term they were|had all
term in each|every|all case|cases|instance|instances
term each|every time
set @held_on
term on|under
set @relative
term whom|that|which
set @respectively
term respectively
# "half of the 90 inmates were released" counts no one
set @share_of
term half|third|quarter|most|some|many|few|several|majority|portion|fraction|share|percent|part|fewer|more

# "not a single person"
set @single
term a single|lone|sole
term even one
term any of the|those|these|them
# what can be none: "no such requests"
set @events
term transfers|notifications|detainers|pickups|handovers|notices|requests|responses|alerts|pick-ups|hand-offs|arrests
term ICE|custody|inmate transfers|detainers|holds

# "Between 2018 and 2020 deputies ..." is no count of deputies
set @before_year
term in|since|between|and|to|from|during|until|through|by|of|year|calendar|fiscal|FY|after|before|late|early|mid
# "one in five inmates" is a share
set @out_of
term in
set @not_counted_before
term table|figure|chart|appendix|attachment|finding|findings|recommendation|recommendations|response|order|directive|rule|volume|part|district|speaker|policy|stat|prop

# a number before a street is no year, nor is that of a law
set @street_word
term avenue|ave|street|st|road|rd|boulevard|blvd|drive|dr|lane|way|highway|hwy|court|place|plaza|parkway|terrace
set @law_name
term act|law|code|amendments|ordinance|initiative|proposition|resolution

# ---- sentences that prove how counts are read (count*.c) ------------------------------------------
# of a whole, none or a part
hit Not one of the 40 inmates was [transferred] to ICE.    negated 0
hit Of 60 requests from ICE, on 45 the jail [notified] the agency.    affirmed 45
hit In the remaining 87 cases the office [gave ICE the release date], and in 12 of those cases ICE took custody.    affirmed 87
hit In 45 of 60 cases ICE was [notified].    affirmed 45
hit For 45 inmates the jail [notified] ICE.    affirmed 45
# a clause that goes on from one with a number
hit Seventeen inmates qualified, and ICE was [notified] of their release dates.    affirmed 17
hit The other 74 walked out the front door and ICE was not [told].    negated 74
hit Sixty did not meet the test of state law, so no [notice] went to ICE.    negated 60
hit Some 140 inmates had ICE holds, but only a third were [picked up] by agents.    affirmed -1
# a number in brackets, and one that only orders a list
hit ICE detainers (144) outnumbered [transfers] (12).    affirmed 12
hit The form must (1) name the inmate and (2) record each [transfer] (2) in the log.    policy -1
# one event
hit Only one person was [transferred] to ICE.    affirmed 1
hit One person was transferred to ICE in 2022. The [transfer] took place in May.    affirmed 1
hit The lone inmate [transferred] to ICE had been convicted of robbery.    affirmed 1
hit A deputy called the jail desk, which [alerted] ICE to the release.    affirmed 1
hit A deputy [told] ICE of the release dates.    affirmed -1
hit ICE picked up 12 people at the jail and would have [picked up] more.    hypothetical -1
# those who received a paper
hit Each of the 45 inmates received a [notice] of the request that ICE made.    affirmed 45
hit In 2022: bookings, 8,201; ICE requests for notification, 37; [notifications] to ICE, none.    negated 0
hit In 2022: bookings, 8,201; ICE [requests for notification], 37; notifications to ICE, none.    affirmed 37
hit We logged 98 [detainers] (31 in May, 67 in June).    affirmed 98
hit The total of 86 [notifications] to ICE includes three sent twice.    affirmed 86
hit The log says ICE had been [alerted] to the release of 12 of the men.    affirmed 12
hit We will [pick up] two more inmates on Thursday, the ICE agent wrote.    future 2
hit ICE [notified] 06/09 1400, inmate out 06/10.    affirmed -1
hit The 63 are [notifications] to ICE; the rest walked out.    affirmed 63
hit It received 212 requests from ICE: 150 for [notification] and 62 for a hold.    affirmed 150
hit Inmates were [handed over] to two federal officers.    affirmed -1
hit Two ICE agents said they would [pick up] the inmate at Gate 2.    future -1
hit Two hundred and six inmates were [handed over] to ICE.    affirmed 206
hit ICE did not [pick up] any of the six inmates.    negated 0
hit Neither of the two inmates was [told] of ICE's request.    negated 0
hit The county paid each of the four men it had [turned over] to ICE.    affirmed 4
hit Total ICE [detainers]: 31 (2018), 44 (2019)    affirmed -1
hit ICE [detainers] lodged ........ 44    affirmed 44
hit Staff sent no reply to 61; for the other 35 a [notification] went to ICE.    affirmed 35
hit ICE asked about eight inmates. In all eight, agents waited and [took custody] of the man.    affirmed 8
hit This exchange is one of 43 in which staff [gave release times] to ICE.    affirmed 43
hit The man was not [given] to ICE.    negated
hit ICE asked to see them. All 53 inmates were given the written [notice] that state law requires.    affirmed 53
hit In only 43 cases did deputies [notify] ICE that an inmate was about to leave.    affirmed 43
hit Roughly one in ten inmates had a [detainer] from ICE.    affirmed -1
# those who were counted before
hit Both brothers were [transferred] to ICE on Friday.    affirmed 2
hit Two women were booked into the jail in May. Neither was [handed over] to ICE.    negated 0
hit Every one of the 14 was [transferred] to ICE.    affirmed 14
hit The jail [notified] ICE about the remaining 34.    affirmed 34
hit Nineteen said that they had been [handed over] to ICE.    alleged 19
hit Fifteen inmates came from another county; all were [transferred] to ICE.    affirmed 15
hit ICE arrested 71 inmates at the jail. The Sheriff's Office had [advised] ICE of the release date in each case.    affirmed 71
hit The other nine got no [notice] of the ICE request.    negated 9
hit Thirty-seven inmates were freed without a [call] to ICE.    negated 37
hit Nine times last year deputies [called] ICE about a release.    affirmed 9
hit Written [notices] were served on all 4 inmates before ICE was called.    affirmed 4
hit The inmate had a [detainer] and nobody called ICE.    affirmed -1

# files that hold a paper or lack it
set @share_link
term contained|contain|contains|lacked|lack
term held a|the|no
hit Forty-one files held the [notice] to the inmate of ICE's request.    affirmed 41
hit If none is found, the request is denied and ICE is not [contacted].    -1

# what follows a number that stands alone: "transferred 15 last year"
set @no_noun
term between|among|across|within|since|until|altogether|combined|apiece|last|this|yesterday|today|tonight|again
hit The two smallest jails [transferred] 180 to ICE between them.    affirmed 180
hit Harlan's jail [turned over] 201 last year to ICE.    affirmed 201
hit There were 310 ICE requests (2020: 402) and 31 [transfers] (2020: 60).    affirmed 31
hit More [inmates] (64) were handed to ICE in the spring than later.    affirmed 64
hit [Inmates] whose release dates were given to ICE: 73    affirmed 73
