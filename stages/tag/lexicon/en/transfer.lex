# People in custody who pass to immigration authorities, or between jails; and transfers of other things.

set @immigration
term department of homeland security
term federal law enforcement
term USBP
term immigration service
term la migra

set @hand_off
term vestibule
term sally port
term release lobby
term outside the gate|gates

# ---- the word itself -----------------------------------------------------------------------------

sense transfer/other    distractor to_ice=no
cue   unjust [transfers|transfer] and|or? hold|holds|detention|detentions?
cue   review of unjust [transfers]
cue   transparent review of unjust [transfers]
cue   [transfer] center|center's|school|student|students|credit|credits|agreement|policy|station|case|switch|pump|rate
cue   [transfer|transfers] of venue|title|ownership|property|jurisdiction|technology|power|knowledge|development
cue   heat|technology|knowledge|data|file|wire|bank|money|cash|balance|title|property|credit|interfund|operating [transfer|transfers]
hit   The forum is held under the Transparent Review of Unjust [Transfers] and Holds Act.
miss  Apply at the Transfer Center before May.

# forms for the moves of money and of pupils, and what moves staff; "turned down" is no hand-over
sense transfer/funds  distractor to_ice=no  passage @appropriations not near @immigration 8 not near @person|@detainee_word 4
cue   transfer|transfers|transferring|transferred
cue   [transfer|transfers] request|requests
set @appropriations
term appropriation|appropriations
term transfer|transfers|transferring funds
hit   The item approves an appropriation. In 2021 the jail [transferred] 20 inmates to ICE.    affirmed 20
miss  The Sheriff asks the Board to approve an Appropriation Transfer Request. The transfer is for fuel.
miss  May the sheriff transfer funds between accounts? Such transfers require approval by the board; jails are no exception.
sense transfer/other  distractor to_ice=no  passage @school_transfer not passage @immigration
cue   [transfer|transfers] request|requests
set @school_transfer
term interdistrict|intradistrict
term district shall|will|may|must
miss  A parent may file an interdistrict transfer request.
sense transfer/personnel  distractor to_ice=no
cue   [transfer|transfers] of deputies|officers|staff|personnel|employees
miss  A transfer of deputies between the jail and the courts occurred.
sense transfer/other  distractor to_ice=no
cue   [turn|turns|turned|turning] down
cue   [turn|turns|turned|turning] down ...8 over
miss  Deputies turned down 140 requests from ICE to hold them over the weekend.

sense transfer/custody  to_ice=yes
cue   [transfer|transfers] request|requests
cue   hold , notification ,? and|or [transfer|transfers]
hit   A hold, notification, or [transfer] request must be logged.    policy

sense transfer/custody  distractor to_ice=no  passage @war_prison
sense transfer/funds    distractor to_ice=no  before @schedule_of 2 passage @money not sentence @person|@jail
sense transfer/personnel distractor to_ice=no before @officer_is 4 not sentence @immigration
sense transfer/other    distractor to_ice=no  after @other_objects 3
sense transfer/personnel distractor to_ice=no before @officer_now 2 after @to_word 1
sense transfer/custody  to_ice=no   after @between_places 10 not near @immigration 10
sense transfer/custody  to_ice=yes  after @from_jails 4 passage @immigration not after @papers 4 not after @other_jails 6
sense transfer/funds    distractor to_ice=no  near @money 8  not passage @immigration|@topic
sense transfer/funds    distractor to_ice=no  near @money 8  not near @immigration 8 not after @whom 4 not before @person_was 8
sense transfer/data     distractor to_ice=no  near @medical_records 12  not sentence @immigration not after @whom 3
sense transfer/other    distractor to_ice=no  near @students 10  not sentence @immigration not passage @immigration
sense transfer/other    distractor to_ice=no  before @of_students 3
sense transfer/other    distractor to_ice=no  near @schools 4 not sentence @immigration|@jail
sense transfer/funds    distractor to_ice=no  passage @money  not passage @immigration|@topic|@jail
sense transfer/other    distractor to_ice=no  passage @students not passage @immigration not passage @jail
sense transfer/custody  to_ice=no   after @held_to_place 8 not near @immigration 10
sense transfer/data     distractor to_ice=no  after @papers 4  not near @person|@detainee_word 3 not before @person_was 8 not after @in_the_log 6
sense transfer/data     distractor to_ice=no  near @media 5    not near @person|@detainee_word 3 not before @person_was 8
sense transfer/data     distractor to_ice=no  before @papers 1 not after @immigration 5 not before @person|@detainee_word 3 not before @to_report 3
sense transfer/personnel distractor to_ice=no passage @pay not sentence @immigration|@detainee_word|@person
sense transfer/personnel distractor to_ice=no before @asks_transfer 6 not after @immigration 3
sense transfer/personnel distractor to_ice=no near @personnel 5 not sentence @immigration|@detainee_word not after @target 2 not before @any_number 1 not passage @immigration
sense transfer/personnel distractor to_ice=no near @personnel 5 not sentence @immigration|@detainee_word not after @target 2 not before @any_number 1 not before @the_said 1
sense transfer/custody  to_ice=no   after @between_jails 6 not after @immigration 5
sense transfer/custody  to_ice=no   before @from_immigration 4 after @in_local_custody 6
sense transfer/custody  to_ice=yes  passage @immigration|@topic
sense transfer/custody  to_ice=no   sentence @jail|@detainee_word
sense transfer/custody  to_ice=no   passage @jail
sense transfer/custody  to_ice=yes  doubtful sentence @hand_off
sense transfer/custody  to_ice=yes  doubtful sentence @convicted|@state_report not passage @money|@students|@medical_records|@personnel
sense transfer/custody  to_ice=yes  doubtful passage @convicted not passage @money|@students|@medical_records|@personnel not sentence @papers
sense transfer/custody  to_ice=yes  doubtful sentence @reporting  not passage @money|@students|@medical_records|@personnel not sentence @papers
sense transfer/custody  to_ice=yes  doubtful sentence @notifying not passage @money|@students|@medical_records|@personnel not near @papers 3
sense transfer/custody  to_ice=yes  doubtful sentence @notifying before @report_each 3 not passage @money|@students|@medical_records|@personnel not after @papers 3
sense transfer/custody  to_ice=yes  doubtful before @report_each|@to_report 3 sentence @office not passage @money|@students|@medical_records|@personnel not after @papers 3
sense transfer/custody  to_ice=yes  doubtful near @people 4 not passage @money|@students|@medical_records|@personnel not near @papers 3
sense transfer/custody  to_ice=yes  doubtful sentence @tally not passage @money|@students|@medical_records|@personnel
sense transfer/other    distractor to_ice=no
cue   transfer|transfers|transferred|transferring|transfered|transfering|transferral|transferrals|transferal|transferee
hit   Deputies [transferred] 12 inmates to ICE.    affirmed 12
hit   In 2020 no one was [transferred] to immigration authorities.    negated 0
hit   ICE custody [transfers] fell by half.
hit   Inmates may be [transferred] to another jail for medical care.    policy
miss  Approve a transfer of $38,500 between objects; the transfers leave little.
miss  The transfer of the electronic files to ICE critics was made by a link.
miss  The Board approved a transfer of $50,000 from the General Fund.
miss  Effective Monday Deputy Saenz is transferred to Court Services; the jail has a kitchen crew.
miss  Correctional officers may request a transfer once a year; some supervise inmate crews.
hit   The County agreed to notify counsel of each detainer and paid $212,000. Nothing bars a [transfer] that a judge ordered.
miss  Students who transfer from a two-year college keep their credits.
hit   One inmate was handed over to ICE. The [transfer] took place in May.    affirmed 1
hit   ICE asked for nine. Two [transfers] took place, the auditor found.    affirmed 2 transfer/custody
miss  The board directed the Auditor to make the transfers; ICE pays rent for the jail.
miss  Deputy Ruiz requested a transfer to the patrol division.

hit   One study says that [transfers] from local jails to ICE cost $7.3 million.
hit   The log shows 44; the department reported 31 [transfers] to the Department of Justice.    affirmed 31
miss  Please tell us if you would like the files transferred to a drive.
miss  Seniority counts when a deputy in Custody Division asks for a transfer to Patrol.
miss  The rule on interbureau transfers was approved by the sheriff and the unions.

hit   [Transfers] between the Main Jail and another facility run on Mondays. ICE is told of none.    transfer/custody
miss  Attachment A: schedule of transfers. The fund pays for ICE detainees in the budget.
hit   The Agency may [transfer] detainees to another facility on 24 hours' notice.    policy
set @other_objects
term the|this|that|its|their|your|a|any call|calls|contract|contracts|lease|case|title|account|accounts|data
set @of_students
term college|transfer|university|high|exchange student|students
set @schools
term credits|semester|campus|tuition|enrollment|gpa|kindergarten
term school|schools|college|university|district
set @in_the_log
term in|on|by|into|through|via|with the|a|an|its|this|that|each ...2 @papers
set @to_report
term to|shall|must|will|may|not|should|does|do|did|deputies|staff|agencies|counties|we|they|jails|sheriff|data|records|that report|reports|log|record|file|records|logs|data
set @the_said
term the|these|those|each|such
set @whom
term a|an|any|the|that|such|each|every|no|all|these|those|another person|people|persons|individual|individuals|man|woman|men|women
term @detainee_word
term # ...2 @person|@detainee_word
term of ...2 @detainee_word
set @person_was
term @person|@detainee_word|he|she|they|who|whom is|are|was|were|be|been|being|get|got
term @detainee_word|person|people|persons|individuals|he|she|they|who|whom ...3 be|been|being|was|were
hit   ICE asked for 90 people. The Custody Division logged 12 [transfers] in March.    12
hit   In the course of 2019, 12 [transfers] were made. ICE had asked for 90.    affirmed 12
hit   ICE gets a copy. The sheriff must report [transfers] each quarter.
hit   Enter all [transfers] in the log. ICE signs for each.
hit   No County funds shall be used to [transfer] any individual who is in custody at the jail to immigration authorities.
hit   ICE asked for 90. Staff say the [transfers] were lawful.
miss  The deputy transferred to the ICE task force in May; the jail has one less.
miss  Employees asked for a transfer; ICE was hiring for the jail.
miss  ICE transferred the contract to another county jail.
hit   4.4 [Transfer] of detainees between the Provider's buildings needs no leave.
hit   The jail handed over nobody. Of the men who were [transferred] to ICE's care at a cost of $40 all had a record.
miss  Medical records are transferred to the new provider.
set @held_to_place
term @detainee_word to|between another|other|a|any? ...1 facility|facilities|jail|jails|prison|institution
term @detainee_word between ...3 buildings|units|wings|facilities|sites|jails|centers
set @officer_is
term deputy|sergeant|officer|sgt|lt|lieutenant|captain _ is|was|will|has ...1 be|been?
set @asks_transfer
term officers|deputies|employees|staff|sergeants|deputy|officer ...2 request|requests|requested|seek|seeks|apply|ask|asks|asked
set @officer_now
term deputy|sergeant|officer|sgt|lt|lieutenant|captain|employee|nurse
set @schedule_of
term schedule|schedules|statement|summary|appendix|attachment of
set @between_places
term between the? ...3 jail|annex|facility|center|prison and|or
term between ...4 and|or another|other|the? ...3 jail|annex|facility|center|prison
set @from_jails
term from ...2 jail|jails|prison|prisons|custody
set @other_jails
term to another|other|a|the? different|county|local? jail|prison|institution|facility
set @media
term drive|usb|disc|disk|cd|dvd|server|portal|download|link|cloud|flash
set @pay
term pay period|periods
term payroll
term interbureau|intrabureau|inter-bureau
term collective bargaining
set @convicted
term convicted|conviction|convictions|felony|felonies|misdemeanor|misdemeanors|wobbler|wobblers
set @state_report
term department of justice
term attorney general
term DOJ

set @people
term person|persons|people|individual|individuals|men|women|man|woman|inmates|inmate
term someone|anyone|nobody
miss  You may sell and otherwise transfer the Work, where such licenses bind third persons.
hit   Agencies must report each [transfer] by March 1, with the offense that allowed it.
set @office
term county|sheriff|agencies|counties|counsel|department
hit   Agencies are required to report [transfers] to the Department annually.    policy
set @report_each
term report|reports|reported|record|log|document each|every|any|all|no
# beside transfers: what the same office counts
set @tally
term qualify|qualified|qualifying requests|request?
term requests ...1 #
term # ...2 requests
term pick-ups|pickups
hit   In 2019, requests 330, qualified 102, [transferred] 60.
hit   Each [transfer] must be recorded in the log with date, time and offense.
set @notifying
term notification|notifications|notified|detainer|detainers
term warrant|warrants|offense|offenses|probable cause?
hit   The office made 12 [transfers] and nine notifications in calendar 2019.    affirmed 12
hit   The report shows for each of 16 persons [transferred] the date and the offense.
miss  A transfer slip is handed to each rider on the bus.
set @reporting
term law enforcement
term captain|capt|lieutenant|lt|sergeant|sgt
term county|counties|agency|agencies|advocates|activists|community|ordinance|immigrant*|sanctuary|residents|supervisors|speakers|public

set @without_word
term without
set @without_notice
term without|before|after|despite ...1 notice|notification|notifying|alerting|telling|warning|calling|word

set @between_jails
term to|from another|different|other jail|prison|facility|institution|county
term to state prison
term between jails|prisons|facilities|institutions
term medical care
term more secure

set @from_immigration
term DHS|ICE|CBP

set @in_local_custody
term your custody
term local custody
term county jail
term local law enforcement

# things that change hands, besides the papers of common.lex
set @things
term microphone|gavel|floor|podium|reins|control|duties|responsibility|responsibilities|command|operation|operations|management|cash|money|check|checks|badge|badges|weapon|weapons|laptop|laptops|fingerprints|samples|building|site|land|lease|remains|bill|invoice|results|findings|figures|numbers|statistics|form|forms|letter|letters|list|lists|spreadsheet|roster|packet|packets|card|cards|names|name|address|addresses|photo|photos|footage|tape|tapes|message|messages|item|items|belongings|investigation|phone|phones|matter|question|questions
term accountability|fax|faxes|memo|memos|update|updates|inquiry|inquiries|query|queries|tip|tips|referral|referrals|invitation|invitations|subpoena|subpoenas|apology|complaint|complaints|paperwork|mail|tab|pace|speed|trash|slack|pieces|habit|equipment|supplies
set @notices
term notice|notices|request|requests|detainer|detainers|notification|notifications|response|responses|alert|alerts
set @told_of
term flag|flags|flagged|report|reports|reported|announce|announced|disclose|discloses|disclosed|communicate|communicates|communicated|relay|relayed|convey|conveyed ...1 his|her|their|its|the|an|each|every|any|all|of

# ---- verb and particle -------------------------------------------------------------------------------

sense transfer/custody  distractor to_ice=no  passage @war_prison
sense transfer/custody  to_ice=yes  after @goes_on 1  passage @immigration|@topic
sense transfer/custody  to_ice=yes  not after @papers 5 not after @things 3  after @immigration 12
sense transfer/custody  to_ice=yes  not after @papers 5 not after @things 3  passage @immigration|@topic
sense transfer/custody  to_ice=no   not after @papers 5 not after @things 3  sentence @detainee_word
sense transfer/custody  to_ice=yes  doubtful  not after @papers 5  after @person 4  sentence @reporting|@jail
sense transfer/custody  to_ice=yes  doubtful  not after @papers 3  self @target  sentence @reporting|@jail
sense transfer/custody  to_ice=yes  doubtful  passage @jail|@notifying|@transfers_told|@convicted  after @anybody 2 not after @papers|@things 3 not self @papers|@things not passage @money|@students
sense transfer/custody  to_ice=yes  doubtful  passage @jail|@notifying|@transfers_told  before @someone 8 not after @to_word 1 not after @papers|@things 3 not self @papers|@things not passage @money|@students
cue   turn|turns|turned|turning over
cue   hand|hands|handed|handing over
cue   hand|hands|handed|handing off
cue   give|gives|gave|given|giving him|her|them over
cue   [give|gives|gave|given|giving up] ...4 to @immigration
cue   [give|gives|gave|given|giving] ...3 up to @immigration
cue   [give|gives|gave|given|giving] # of our|their|his|her|the ...2 to @immigration
hit   Garnet County [gave] 61 of our neighbors to ICE last year.    61
cue   [come|comes|came|coming] and? get|gets|got|fetch|collect him|her|them
cue   TOT
cue   [hand|hands|handed|handing] _ ...2 off
hit   0640 Ruiz [handed off]. Gate closed. ICE log 3.
miss  The clerk handed off the file to the night shift; ICE had called.
hit   Deputies [turned over] 12 inmates to ICE.    affirmed 12
hit   They [turned] every inmate over to ICE.
hit   The jail made few transfers. Dozens of people were [handed over] off the books.
hit   ICE came. Two were [handed over], records show, and one was turned over on a warrant.
hit   ICE came. One was [turned over] with a copy of the form.
hit   She wrote of the people whom the sheriff has [turned over].
miss  The sheriff said that the man was handed over to paramedics.
set @anybody
term anyone|anybody|someone|somebody|nobody|people|inmates|prisoners|detainees|him|her|them
hit   The sheriff could transfer people with a conviction, but has declined to [hand over] anyone.    negated
set @transfers_told
term transfers
# what follows is no object
set @goes_on
term ,
term on|by|at|after|with|without|upon|when|if|under|because|unless|only|in|during|before|as|from|and|or|but
set @to_word
term to
set @someone
term @person|@detainee_word|@kin
term he|she|they|who|whom|you|i|me|nobody|none|no one?
hit   The sheriff [gives] people up to ICE.
hit   Deputies [surrendered] her to two ICE agents.
hit   The man was [handed over] to federal agents.
hit   Subject [TOT] ICE 0930 hrs, no incident.
miss  The clerk turned over the files to counsel.
miss  The sheriff handed over the microphone to a critic of ICE.
hit   Deputies [gave up] the man to ICE without a warrant.
hit   The sally port, where the [transfer] took place, has no camera.

sense transfer/custody  to_ice=yes  doubtful not passage @war_prison
cue   [turn|turns|turned|turning|hand|hands|handed|handing over] ...2 # people|persons|inmates|detainees|individuals|immigrants|noncitizens
hit   Pitt's predecessor had [turned over] some 400 people in his final year.    400

# the one who is handed over stands between verb and particle
sense transfer/custody  distractor to_ice=no  passage @war_prison
sense transfer/custody  to_ice=yes  not self @papers|@things  passage @immigration|@topic
sense transfer/custody  to_ice=no   not self @papers|@things  sentence @detainee_word
sense transfer/custody  to_ice=yes  doubtful  not self @papers|@things  self @patient  sentence @reporting|@jail
sense transfer/custody  to_ice=yes  doubtful  not self @papers|@things  self @patient  passage @jail sentence @hand_off|@back_way
cue   turn|turns|turned|turning _ ...2 over
cue   [turn|turns|turned|turning] _ ...8 over
cue   hand|hands|handed|handing _ ...2 over
cue   [hand|hands|handed|handing] _ ...8 over
hit   The agent has a warrant and ICE a van: [turn B over], and copy the warrant.
miss  ICE asked, so the clerk turned the file over.

sense transfer/custody  to_ice=yes  passage @immigration|@topic  not before @staffing 2 not after @turnover_rate 1
sense transfer/custody  to_ice=no   sentence @detainee_word  not before @staffing 2 not after @turnover_rate 1
sense transfer/custody  to_ice=yes  doubtful  sentence @advocate|@jail before @any_number 2
cue   turnover|turnovers|turn-over|turn-overs|handover|hand-over|handovers|hand-off|hand-offs|handoff|handoffs|handing-over
hit   The report counts 77 [turnovers] to ICE.    affirmed 77
hit   The ACLU counted 36 [handovers] where the sheriff counts 22.    36
hit   The audit looked at 30 [turnovers] of inmates to ICE.    30
miss  Staff turnover in the kitchen was high.
miss  The jail's turnover rate was 20 percent, and ICE paid for training.
set @staffing
term staff|staffing|employee|employees|personnel|workforce|officer|deputy|job|labor|annual|high|higher|low|inventory|population
set @advocate
term ACLU
term advocate|advocates|activists|county
set @turnover_rate
term rate|rates
term of|in|among ...1 staff|employees|personnel|deputies|officers

sense transfer/custody  to_ice=yes  not after @papers|@things 3 not before @told_of 3 not after @without_word 1 not after @without_notice 4 not after @release_of 1
cue   [hand|hands|handed|handing] ...4 to|into @immigration
cue   [hand|hands|handed|handing] directly? to|into the? agency|agents|feds
cue   [released|releasing] ...5 to|into the? custody? of? @immigration
cue   [release|releases] ...4 @person|@detainee_word|him|her|them ...2 to|into the? custody? of? @immigration
cue   [release|releases] directly? to|into the? custody? of? @immigration
cue   [released|releasing] ...4 to|into the|its? federal? agency|agents
cue   [released|releasing] ...3 @hand_off
cue   [release|releases] ...2 @patient ...3 @hand_off
cue   [deliver|delivers|delivered|delivering|delivery] ...4 to|into @immigration
cue   [surrender|surrenders|surrendered|surrendering] ...4 to|into @immigration
cue   [send|sends|sent|sending] ...4 to|into @immigration_custody
cue   [send|sends|sent|sending] ...2 @person|@detainee_word|him|her|them ...2 to|into @immigration
cue   [pass|passes|passed|passing] ...2 @person|@detainee_word|him|her|them ...1 on? to @immigration
cue   [switch|switched|switching|move|moved|moves|moving|shift|shifted|shifting|pass|passed|passing|shuttle|shuttled|funnel|funneled|funneling|funnels|remand|remanded|remanding|relinquish|relinquished|relinquishing|commit|committed|convey|conveyed|released|freed|place|placed|placing|book|booked] ...5 to|into|in @immigration_custody
cue   [released|transferred|discharged|delivered] ...2 to|into its|their|federal custody
cue   [relinquish|relinquished|relinquishing|convey|conveyed|remanded|funnel|funneled|funneling|funnels|shuttle|shuttled|rendered] ...4 to|into @immigration
cue   [hand|hands|handed|handing] @immigration # ...3 @person|@detainee_word
cue   [give|gives|gave|given|giving] @detainee_word|person|people|individual|immigrants to @immigration
cue   [ended|end|wound|wind] up in @immigration_custody
cue   [turned] himself|themselves in to @immigration
cue   [went|go|goes|going] ...5 into|to @immigration_custody
cue   [transported|transport|transporting|driven|taken|brought|escorted|moved|bused|bussed] ...7 to|into the? @immigration_custody
cue   [transported|driven|taken|brought|escorted|moved|bused|bussed] on|that|the ...4 to|into the? @immigration_custody
cue   [routed|steered|directed|shipped|transported|transport|transporting|brought|driven|taken|take|takes|taking|led|escorted|walked|bused|bussed] ...4 to|into @immigration_custody
cue   [taken|take|took|led|escorted|walked] ...3 to @immigration
cue   [placed|put] ...3 in|into the? hands of @immigration
cue   [transported|shipped|bused] ...4 to @immigration
cue   [rel|reld|rls|rlsd|released|xfer|xfr|xferd|xferred|transf|transfd|txfr|txfer|trf|trfd] to :? @immigration
cue   @detainee_word [out] to @immigration
cue   [sign|signs|signed|signing|book|booked|booking|check|checked|log|logged] ...3 over|out to|into the? custody? of? @immigration
cue   [ship|ships|shipping|haul|hauls|hauled|hauling|ferry|ferried|drive|drives|drove|bus|transport|transports|transporting|escort|escorts|escorted|escorting|walk|walks|walked|walking] ...4 to @immigration
cue   [ship|ships|shipped|send|sends|sent|cart|carted|haul|hauled] ...3 off to @immigration
cue   [send|sends|sent|sending|let|put] him|her|them ...5 with ...3 from? @immigration
cue   [funnel|funnels|funneled|funneling|feed|feeds|fed|feeding|deliver|delivers|delivered|turn|turned|hand|handed|send|sent] @person|@detainee_word|him|her|them ...2 to|into the? deportation|deporters
cue   [ended|end|ends|wound|wind] up with|at @immigration
cue   [loaded|loading|load|marched|march|ushered|usher|guided|handcuffed] ...3 to|into @immigration_custody
cue   [given|gave|yielded|yield|yields] over to @immigration
cue   [removed|remove] from the? jail|facility|custody by @immigration
cue   custody exchange|exchanges|handover|changeover
cue   [surrendered|delivered|handed|given|committed|consigned|entrusted|released] ...4 to|into the custody|hands|care of @immigration
cue   [went|go|goes|came|pass|passed|passes|move|moved|moves] ...2 from ...4 jail|prison|custody ...1 to|into @immigration
cue   [let] ...1 out ...5 to|into ...1 @immigration
cue   [yield|yields|yielded|serve|serves|served|offer|offered] up? ...3 @person|@detainee_word ...1 to @immigration
cue   was|were|been [claimed|fetched|scooped] ...2 by @immigration
hit   The inmate was [surrendered] to the custody of ICE.
hit   PC 459. I-247A on file. [Xfer] to ICE 11/3.
hit   He [went] straight from the jail to ICE.
hit   Forty inmates were [claimed] by ICE.    affirmed 40
hit   Twenty-two people were [released] to ICE in 2019.    affirmed 22
hit   The sheriff [delivered] nine inmates to immigration authorities.    affirmed 9
hit   It is our practice to [release] inmates into the vestibule when ICE is there.
miss  The release desk took eight inmates to the van.
hit   The release desk [turned over] eight inmates to ICE.    affirmed 8
hit   The release desk [turned over] half a dozen inmates to ICE.    affirmed 6
hit   Sheriff Ostrava said at the Sept. 19 forum that 40 people were [turned over] to ICE.    affirmed 40
hit   He was [released] into the sally port.
hit   Half of the inmates ICE wanted were [released] into its custody.
hit   Three aliens were [transported] on the very same day to the ICE detention office.
hit   Rosa was booked at noon; 1845 hrs [rel] to ICE.    affirmed
hit   The sergeant [signed] him over to ICE agents.
hit   The sheriff's office [ships] inmates off to ICE.
hit   Half of the inmates [ended] up with ICE.
hit   Jail deputies [escorted] her to ICE.
hit   The jail [sent] the inmate to ICE.
hit   Deputies [passed] him on to immigration officials.
miss  The jail sent the inmate list to ICE.
miss  The sheriff sent a letter about the inmate to ICE.
hit   We waited at the front; the jail had [sent] him out the back with two men from ICE.    affirmed
miss  The clerk signed the forms over to the vendor.
miss  The hospital released him to his family.
miss  The office released the records to ICE critics.

sense transfer/custody  to_ice=yes  sentence @immigration not near @street 6 not after @things 2 not around @goods 1
sense transfer/custody  to_ice=yes  sentence @immigration sentence @at_the_jail|@jail_lot not after @things 2 not around @goods 1
sense transfer/custody  to_ice=yes  passage @immigration passage @jail not sentence @street not near @papers 3 not around @goods 1 not after @things 3
sense transfer/custody  to_ice=yes  sentence @detainer_row
sense transfer/custody  to_ice=yes  passage @immigration passage @scene not sentence @street not near @papers 3 not around @goods 1 not after @things 3
sense transfer/custody  to_ice=yes  doubtful self @target passage @leaving|@jail passage @agents not sentence @street
sense transfer/custody  to_ice=yes  doubtful before @agents 4 passage @jail|@immigration not sentence @street not around @goods 1 not after @things 3
sense transfer/custody  to_ice=yes  doubtful sentence @at_the_back passage @jail not sentence @street not around @goods 1 not after @things 3
sense transfer/custody  to_ice=yes  doubtful after @detainee_word 2 sentence @agents|@agency_then not sentence @street
sense transfer/custody  to_ice=yes  doubtful before @someone 8 passage @jail sentence @convicted|@at_release|@leaving not sentence @street not around @goods 1 not after @things 3
sense transfer/custody  to_ice=yes  doubtful after @person|@detainee_word 2 passage @leaving|@jail passage @agents not sentence @street|@street_only
cue   pick|picks|picked|picking ...3 up
cue   pick-up|pick-ups|pickup|pickups
cue   [collect|collected|collects|collecting] ...3 @person|@detainee_word
cue   [collect|collected|collects|collecting] him|her|them
cue   how many|which|whom|people|inmates|those|men ...2 @immigration has|have|had? [collected|retrieved|claimed]
cue   how many ...1 inmates|people|men|detainees ...1 it|they|ICE|agents has|have|had? [taken|collected|claimed|took|takes|take|retrieved]
cue   [collected|retrieved] by @immigration
cue   those|people|inmates|men [collected|taken] inside|at|from the? jail|jails
hit   He posts bail tonight. Agent Cole said they won't [pick him up], too far.    negated
hit   Two agents [picked him up] in the lobby after he was let out.
hit   2020: Detainers 341 - Qualified 66 - [Picked up] 38
hit   ICE [picked up] two of them at the jail.    affirmed 2
hit   They could not say how many inmates ICE had [collected].
hit   She was held so that ICE could [collect] her.
hit   An inmate can be [picked up] by ICE outside the jail.    policy
miss  Residents may pick up forms at the counter.
miss  ICE picked up the phone at once when the jail called.
miss  Trash pick-up at the jail is on Monday; ICE uses the rear lot.
set @goods
term trash|garbage|mail|laundry|school|food|curbside|parcel|package|prescription|truck|trucks|recycling|meal|luggage|property

sense transfer/custody  to_ice=yes  passage @immigration|@topic sentence @log_row
sense transfer/custody  to_ice=yes  doubtful passage @state_report passage @log_row|@log
cue   PU
cue   @outcome
cue   # [pick-ups|pickups|pick-up|pickup]
hit   2/7/20 0630 | ICE called 0605 | released 0642 | [P/U]
hit   03/14/19 | X-1112223 | ICE notified 0840 | rel 1015 | [PU] lobby
hit   The log shows 44 [pick-ups]; the state counts 31 transfers to the Department of Justice.    affirmed 44
miss  The PU Credit Union is open until five.
hit   Bk 20-1187 / PC 211 / called ICE 9-02 0200 / [P/U] N    negated

set @at_the_back
term rear|back|side gate|door|entrance|exit|dock
term sally port
term vestibule
hit   Agent Bell [picked up] two this morning. The jail's log is attached.    affirmed
hit   Most [pick-ups] took place before dawn at the jail's back gate.
set @agency_then
term the|that federal? agency
term # hours
hit   The agency has 48 hours to [pick up] the inmate.
hit   The sheriff said that anyone with a conviction can expect to be [picked up].
set @agents
term agent|agents
term @immigration
set @leaving
term sentence|sentences|served
term bail|bails|bond|released|release|lobby|vestibule|gate|gates
set @detainer_row
term detainer|detainers|notified|notifications

set @outcome
term P U

set @log_row
term qualifies
term rel|release*|notified|lobby|NPU|agt|agent|bkg|bk|booking|called|rcvd|recd|xref
term PC|HS|VC #
set @log
term log|logs|spreadsheet

sense transfer/other    distractor to_ice=no  before @charged 12 not near @immigration 4 not self @immigration
sense transfer/custody  to_ice=yes  sentence @immigration sentence @at_the_jail
sense transfer/custody  to_ice=yes  sentence @immigration not near @street 8
sense transfer/custody  to_ice=yes  passage @immigration sentence @jail|@release|@reporting not near @street 8
sense transfer/custody  to_ice=yes  doubtful passage @topic sentence @release|@seeks|@jail not near @street 8
cue   take|takes|took|taken|taking ...3 into ...3 custody
cue   assume|assumes|assumed|assuming|resume|resumes|resumed|resuming ...2 custody
cue   take|takes|took|taken|taking ...2 custody
cue   [taken|took|takes|take] ...1 by @immigration
cue   @immigration [took|takes] ...14 into ...1 custody
cue   @immigration ...2 [took|takes|take] # ...3 @person|@detainee_word|of
cue   @immigration ...5 [took|take|takes|taking] ...1 subject|subjects|inmate|inmates|prisoner|detainee|him|her|them
cue   taken away by @immigration
cue   accept|accepts|accepted|accepting|obtain|obtains|obtained|gain|gains|gained|receive|receives|received ...2 custody
cue   custody ...4 is|was|were|be|been ...1 [assumed|taken|accepted|passed|transferred|given|handed|surrendered|released|granted|ceded|relinquished] by|to|over @immigration|to
cue   [whisked|hauled|carted|led|driven|spirited|marched] ...2 off|away by @immigration
cue   @immigration ...3 [whisked|hauled|carted|led|drove|spirited|marched] ...2 off|away
cue   @immigration ...2 [got|gets|obtained|claimed|claims|collects|collected|retrieved|retrieves] ...1 # ...3 @person|@detainee_word|of
cue   @immigration ...2 [removed|removes|retrieved|retrieves|claimed|collected] ...3 from ...2 jail|custody|facility
cue   take|takes|took|taken him|her|them|me away
cue   @immigration ...3 [take|takes|took|taking] ...2 away
cue   @immigration ...2 [took|takes|take] ...3 from ...3 jail|custody|facility
hit   ICE agents [took him into custody] as he left the jail.
hit   186 were [taken into ICE custody].    affirmed 186
hit   DHS intends to [assume custody] of the alien.
hit   Two ERO officers [accepted custody] of the man in the sally port.
hit   ICE [claimed] only four of them at the jail.    affirmed 4
hit   ICE [removed] him from the jail that night.
miss  The mother obtained custody of her sons.
miss  Police took a burglary suspect into custody.
miss  The criminal charges that caused the alien to be taken into custody must first be resolved. ICE waits at the jail.
miss  ICE looks at the offense for which the alien was taken into custody by the police.
# a release desk, date or form is no release
set @release_of
term desk|date|dates|time|times|log|logs|list|lists|area|clerk|clerks|officer|officers|schedule|unit|form|forms|counter|staff|window|paperwork|information
set @at_the_jail
term at|from|in|inside the|a|our|its? ...2 jail
hit   ICE [took] a man wanted for murder in his home country into custody at the Delmar jail.
set @seeks
term seeks|seek custody
set @charged
term charge|charges|offense|offenses|crime|crimes|warrant|warrants that|which ...3 caused|led|brought|resulted
term charge|charges|offense|offenses|crime|crimes|warrant|warrants for|on which

sense transfer/custody  to_ice=yes  self @target
sense transfer/custody  to_ice=yes  before @be 2 not before @papers|@things|@notices|@facts|@schooling|@notice_word 7 not after @papers|@things 3
sense transfer/custody  to_ice=yes  doubtful before @given_subject 3 passage @jail|@release not sentence @papers|@things|@notices|@notice_word|@facts
sense transfer/custody  to_ice=yes  before @nobody 10  not near @release_date|@schooling|@facts 4 not after @papers|@things 3 not before @notice_word|@notices 8 not self @papers|@things not before @papers|@things|@notices|@facts|@notice_word 1 not before @thing_was 8
sense transfer/custody  to_ice=yes  sentence @person|@kin  not near @release_date|@schooling 4 not after @papers|@things 3 not before @notice_word 2 not before @papers 2 not self @papers|@things not before @papers|@things|@notices|@facts|@notice_word 1 not before @thing_was 8
cue   [gave|gives|give|given|giving] to @immigration
cue   @be ...1 [sent|passed|delivered|handed|turned|returned|brought] ...1 to @immigration
cue   is|are|was|were|been [passed] to @immigration
cue   [gave|gives|give|given|giving] @detainee_word|him|her|people|person to @immigration
cue   [gave|gives|give|given|giving] a|an|any|the|another @detainee_word|person|man|woman to @immigration
cue   [gave|gives|give|given|giving] ...3 # ...1 @person|@detainee_word to @immigration
hit   Advocates estimate that the jail [gave] more than 300 people to ICE in 2020.    alleged 300
hit   Instead of letting us take him home the jail [gave] him to ICE.
hit   He was one of 31 people that the county [gave] to ICE.
miss  Deputies sit examinations like those given to ICE officers.
hit   Garcia never got to the lobby: he says that Garcia was [given] to ICE.
miss  A fax about each inmate was sent to ICE.
set @given_subject
term he|she|who ...1 is|are|was|were|be|been|being
term # ...1 is|are|was|were|be|been|being
hit   She was [given] to ICE by the jail.
set @nobody
term no one
term nobody|none|anyone|everyone|who|whom
hit   No one was surrendered, released or otherwise [given] to ICE.    negated
set @notice_word
term notification|notifications|notice|notices|response|responses|call|calls
set @schooling
term exam|exams|examination|examinations|test|tests|training|trainings|course|courses|instruction|instructions|lesson|lessons|certificate|certificates|badge|badges|power|powers|authority|access|notice|notices|notification|opportunity|deference|priority|equivalent


# ---- whatever the verb: a person, and immigration authorities as the goal ------------------------------

set @to_immigration
term to|into|unto @immigration|@immigration_custody
term to|into the? custody|hands|care|control|arms of @immigration
term to|into ...1 waiting @immigration
term to ...2 officers|officer|agents|agent|men|custody from|with|of @immigration
set @patient
term @person|@detainee_word|@kin
term him|her|them|me|us|you
term dad|mom|kid|kids|grandson|granddaughter|stepson|parents
term everyone|everybody|whoever|whomever|nobody|one|some|many|all|more
term # of them|those|these|us|our
term # more|others
set @to_immigration
term to|into ...1 @immigration ...1 facility|center|jail|office|lockup|station|room
set @immigration_van
term @immigration van|vans|bus|buses|vehicle|vehicles|car|cars|transport|plane|truck|custody
term van|bus|vehicle|car|SUV ...2 of|from|for|by|with ...2 @immigration
term unmarked van|vehicle|car|SUV
# a thing was given, not a person
set @thing_was
term @papers|@things|@notices ...2 is|are|was|were|be|been|being|get|got
term @papers|@things|@notices ...1 of|on|about|for|from ...4 is|are|was|were|be|been|being
term @things|@papers|@notices that|which
term @things|@papers|@notices ...1 of|on|about ...3 @person|@detainee_word
term information|data ...9 that|which was|were|is|are
term fingerprint|fingerprints|prints|information|data|names ...3 is|are|was|were|be|been|being

sense transfer/custody  to_ice=yes  not after @papers|@things 2 not before @thing_was 8 not before @papers 1 not self @papers|@things|@notices not near @street 6 not after @without_notice 4
cue   [discharge|discharges|discharged|discharging|cede|cedes|ceded|ceding|relinquish|relinquishes|relinquished|relinquishing|remand|remands|remanded|remanding|surrender|surrenders|surrendered|surrendering|render|renders|rendered|consign|consigned|convey|conveyed|entrust|entrusted|extradite|extradited] ...6 @to_immigration
cue   [relinquishment|surrender|remand|discharge|delivery|conveyance|rendition|release|handing|movement|transport|transportation|return] of ...6 @to_immigration
cue   [retrieval|retrievals|collection|collections|seizure|seizures|apprehension|apprehensions] of ...3 @person|@detainee_word ...2 by @immigration
cue   [give|gives|gave|given|giving|send|sends|sent|sending|take|takes|took|taken|taking|bring|brings|brought|bringing|lead|leads|led|leading|pass|passes|passed|passing|steer|steers|steered|direct|directed|escort|escorts|escorted|escorting|move|moves|moved|moving|walk|walks|walked|walking|march|marched|usher|ushered|drive|drives|drove|driving|hand|hands|handed|handing|deliver|delivers|delivered|delivering|release|releases|releasing|released|transport|transports|transported|feed|feeds|fed|feeding|shift|shifted|route|routes|routed|channel|channels|channeled|dump|dumps|dumped|offload|offloaded|sell|sold|return|returns|returned|returning|commit|committed] ...2 @patient ...2 @to_immigration
cue   [give|gives|gave|given|send|sends|sent|take|takes|took|taken|bring|brings|brought|lead|leads|led|escort|escorted|move|moved|walk|walked|drive|drove|hand|handed|deliver|delivered|release|released|transport|transported] mr|mrs|ms ...5 @to_immigration
cue   @patient ...3 @be ...2 [given|sent|passed|delivered|released|signed|fed] ...4 @to_immigration
cue   @be ...2 [taken|brought|led|steered|directed|escorted|moved|walked|marched|ushered|driven|handed|discharged|surrendered|transported|routed|channeled|rushed|whisked|hauled|bused|bussed|flown|shipped|booked|consigned|entrusted|returned|committed] ...4 @to_immigration
cue   @detainee_word|@person ...1 [sent|taken|brought|led|passed|steered|escorted|moved|walked|marched|driven|handed|delivered|discharged|surrendered|routed|channeled|shipped|booked|signed|released] ...3 @to_immigration
cue   [leave|left|leaving|drop|drops|dropped|dropping] ...2 @patient ...2 off? with|at @immigration|@immigration_custody
cue   [place|places|placed|placing|put|puts|putting|leave|left|leaving] ...3 @patient ...1 in|into|with ...2 @immigration_custody
cue   @be ...2 [placed|put|left] ...2 in|into|with ...2 @immigration_custody
cue   @be ...2 [placed|put|left] in|into|with the custody|hands|care of @immigration
cue   [load|loads|loaded|loading|put|puts|place|placed|board|boarded|boarding] ...3 @patient ...2 onto|into|on|in ...2 @immigration_van
cue   @be ...2 [loaded|put|placed|led|walked|taken|escorted|boarded] ...3 onto|into|on|in|to ...2 @immigration_van
cue   [exchange|exchanged|exchanges|exchanging] with @immigration
cue   [fall|fell|falls|fallen|land|landed|lands|come|came|comes|coming|enter|entered|enters|entering] in|into? the? @immigration_custody
cue   [fall|fell|falls|fallen|delivered|come|came] into the hands|custody|arms of @immigration
cue   [processed|rolled|discharged|kicked|cleared] out to @immigration
cue   [turn|turns|turned|turning] ...3 in to @immigration
cue   [released|discharged|freed] in|under|into the? custody? of? @immigration
cue   [make|makes|made|making ...3 available] to @immigration
cue   [leave|leaves|left|leaving] ...2 jail|prison|custody ...2 in|with ...3 @immigration_custody|@immigration_van
hit   The prisoner was [discharged] to ICE at 0410.
hit   The jail [released] him to the Department of Homeland Security.
hit   He was [discharged] into the custody of federal immigration officers.
hit   The sheriff [ceded] custody of the man to ICE.    transfer/custody
hit   He was [steered] to ICE agents at the jail's back exit.
hit   He was [escorted] through a side door to the officers from ICE.
hit   Deputies [left] him with ICE.
hit   The jail [loaded] six detainees onto an ICE van.    affirmed 6
hit   Nine people were [put] in the hands of ICE.    affirmed 9
hit   The [surrender] of two inmates to ICE was an error.
hit   A guard [brought] the young man to ICE.
hit   The inmates [sent] to ICE had no lawyer.
hit   Deputies [drove] Mr. Perez forty miles to an ICE holding facility.
hit   A prisoner is not [made available] to ICE.
hit   She [landed] in ICE custody after a night in the county jail.
hit   The jail [turned] him in to ICE.
hit   The inmate was [processed] out to ICE at noon.
miss  The log was made available to ICE.
miss  Inmate records were exchanged with ICE.
miss  A copy of each form was sent to ICE by the jail.
miss  Deputies drove him home and left him with his mother.
miss  The list of inmates that was sent to ICE has 40 names.

# the receiver first: "gave ICE four inmates"
sense transfer/custody  to_ice=yes  not after @papers|@things|@notices|@schooling|@release_date|@facts 6
cue   [give|gives|gave|given|giving|hand|hands|handed|handing|send|sends|sent|deliver|delivered|bring|brought] @immigration ...2 @detainee_word|@person|custody
hit   The office [gave] ICE four inmates last year.    affirmed 4
hit   The jail [gave] ICE custody of three men.
miss  The jail gave ICE the addresses of four inmates.
miss  The jail gave ICE information about a man.
set @facts
term date|dates|time|times|information|status|birth|birthdate|location|word|call|calls|tour|space|chance|days|hours

set @repaid
term for ...2 reimbursement|reimbursements|repayment|payment|credit|funding

# they come for him
sense transfer/custody  to_ice=yes  passage @immigration passage @jail|@release|@detainee_word|@hand_off not sentence @street not after @papers|@things 3 not before @things|@notices 6 not self @papers|@things not before @papers|@things|@notices|@facts|@notice_word 1 not before @thing_was 8 not after @repaid 6
cue   @immigration ...2 [take|takes|took|taken|taking] charge|possession|delivery of ...3 @patient
cue   @immigration ...2 [scoop|scooped|swept|sweep|snapped|snatched] ...2 up
cue   [scoop|scoops|scooped|scooping] him|her|them up
cue   [transport|transports|transported|transporting|drive|drives|drove] ...2 @person|@detainee_word ...2 for @immigration
cue   waiting|here|there to [take|get|grab|arrest|collect|seize|detain] @patient
cue   @immigration ...2 [take|takes|took|taken|taking|get|gets|got|have] ...1 @patient from|out|off|there|inside
cue   @immigration ...2 [received|receive|receives|accepted|accepts|accept] ...3 @person|@detainee_word|him|her|them ...3 from|into
cue   [whisked|hauled|swept|snatched|taken|removed|pulled|led|escorted|plucked] ...1 from|out of? ...3 jail|custody|prison|lobby|cell ...2 by @immigration
cue   @immigration ...8 jail|prison|lobby ...2 to|and [arrest|take|get|collect|seize|grab|detain] @patient
cue   [take|takes|took|taking] whoever|whomever
cue   [delivered|taken|brought|driven|escorted] there by ...2 deputies|jailers|jail|sheriff|guards|county
cue   [surrender|surrenders|surrendered|surrendering] ...1 @patient
cue   # [went|go|goes] to @immigration
cue   [hand|hands|handed|handing|give|gives|gave|given|giving|deliver|delivered|turn|turned] ...1 @patient to them
cue   [escort|escorts|escorted|escorting|walk|walks|walked|bring|brings|brought|lead|leads|led|take|takes|took] ...3 @person|@detainee_word|him|her|them ...6 to ...3 @hand_off|@back_way|lobby
cue   [retrieve|retrieves|retrieved|retrieving|fetch|fetches|fetched|claim|claimed] ...2 @patient
cue   let|lets|letting|allow|allows|allowed|allowing @immigration to? [take|have|collect|remove|get|fetch|grab|seize] ...2 @patient
cue   how many ...2 @person|@detainee_word did|has|have|does|do @immigration ...1 [take|taken|collect|collected|claim|claimed|retrieve|retrieved|get]
cue   # was|were|are|is ...1 [collected|claimed|retrieved|fetched]
cue   # was|were|are|is ...1 [taken] by @immigration
cue   @detainee_word|@person|who|whom|he|she|they was|were|are|is|been|be ...1 [collected|retrieved|fetched|claimed]
cue   @be ...1 [swept|scooped|snapped|gathered|rounded] up
cue   custody ...3 [passed|passes|shifted|shifts|went] to @immigration
cue   change|changes|exchange of custody
hit   Agents of ICE [took] charge of the inmates at the gate.
miss  ICE sent its form to the jail. The county claimed 12 inmates for federal reimbursement.
hit   Records show that nine of the jail's inmates were [released] to the agency. ICE had no comment.    9
hit   Records of the jail show that ICE [retrieved] four inmates.    4
hit   Records show the county [gave] 40 people to ICE.    40
hit   Of the 31 inmates the jail reported to ICE, 19 were later [collected].    affirmed 19
hit   How many inmates did ICE [take]?
hit   ICE [received] four inmates from the county in June.    affirmed 4
hit   ICE [accepted] the inmate into custody on May 2.
hit   He was [whisked] from the jail by ICE agents.
hit   The county jail denies having [surrendered] anyone. ICE says otherwise.
hit   "You [handed] him to them," she told the sheriff. ICE deported him.
hit   Deputies [bring] inmates whom ICE wants to the back gate.
hit   He was in an ICE cell by noon, [delivered] there by the deputies.
hit   Of 40 inmates released that day, one [went] to ICE.    affirmed 1
miss  The jail's notices went to ICE; of the letters about inmates, 12 went to ICE.
miss  ICE received four letters about inmates from the county.
hit   The jail let ICE [have] him.
hit   ICE was outside, waiting to [take] him when the jail let him out.
hit   ICE [took] possession of the prisoners.
miss  ICE agents came for lunch at the county jail.
miss  ICE was at the jail when fingerprints were collected.
miss  ICE officers came to the jail for a tour.

set @back_way
term rear|back|side gate|door|entrance|exit|dock|lot
term loading dock

# how many they took of those they had asked about
sense transfer/custody  to_ice=yes  passage @immigration passage @scene not after @measures 2 not sentence @street
cue   @immigration ...2 [collected|retrieved|took|claimed] #
cue   agents|officers|we ...1 [collected|retrieved|took|claimed|grabbed] #
cue   we ...1 [collected|took|grabbed|retrieved] him|her|them
cue   it [got|received|collected] #
cue   and [took] him|her|them
cue   @immigration [took|seized|grabbed] _ ...1 @out_of_jail
cue   @immigration ...1 [escorted|led|walked|removed|pulled|hauled|brought] ...2 out|from of? ...2 jail|prison|custody
cue   agents ...1 [put|loaded|placed|shoved|forced] ...1 @patient ...1 in|into ...3 van|car|vehicle|bus|SUV
cue   # were|was ...1 [taken]
hit   The jail notified ICE of 66 releases; ICE [took] 38.    affirmed 38
hit   From: ERO. Our officers [took] him without incident at the jail.
hit   Of 90 inmates ICE sought, it [got] nine.    9
hit   Federal agents [took] Ramos as he left the jail.
hit   ICE officers [escorted] Garcia out of the jail.
miss  ICE took 38 hours to answer the jail's notice of release.
set @measures
term hour|hours|day|days|minute|minutes|week|weeks|month|months|year|years|percent|seat|seats|step|steps|call|calls|photo|photos|question|questions|comment|comments|statement|statements|dollar|dollars|million|case|cases|sample|samples|form|forms|page|pages|vote|votes

# to the agency, how many
sense transfer/custody  to_ice=yes  passage @immigration sentence @person|@detainee_word not after @measures|@papers|@things|@notices|@facts 3 not before @notices|@papers|@things|@facts 3
cue   [give|gives|gave|hand|handed|send|sent] it #
cue   [give|gives|gave|hand|handed|send|sent] the agency|bureau #
cue   # were|was ...1 [given|handed|released|sent] to @ice_again
hit   Of 90 people ICE sought, the county [gave] it nine.    9
miss  ICE paid rent for 90 inmates; the county gave it nine days to leave.

# the noun, where nothing but a person can be meant
sense transfer/custody  to_ice=yes  doubtful passage @immigration not sentence @street not around @goods 3 not near @papers|@things 3
cue   pick-ups|pickup|pickups
cue   for|confirming|confirm|confirmed [pick-up|pick up]
hit   Confirming [pickup] of Lopez at 0600. ICE Stockton
miss  The pickup truck of an ICE officer was stolen.

# to you, who write for immigration authorities
sense transfer/custody  to_ice=yes  passage @immigration not near @papers|@things 4
cue   [release|releases|released|releasing|hand|hands|handed|handing|turn|turned|turning|give|gave|giving|transfer|transferred|deliver|delivered] ...1 him|her|inmate|detainee|subject|prisoner ...1 over? to you|your
cue   [produce|produced|present|presented|presenting|tender|tendered|offer|offered] ...2 @patient ...2 to @immigration
hit   From: ERO. Can you hold him? We could [release] him to you at noon.
miss  ICE asked for the file; we released it to you.

# led out to those who wait, without a word of who they are
sense transfer/custody  to_ice=yes  passage @immigration passage @scene not near @papers|@things 3
cue   [walk|walks|walked|walking|lead|leads|led|leading|escort|escorts|escorted|march|marched] ...1 @patient ...2 out|over
cue   @be ...1 [walked|led|escorted|marched|brought] out|over
cue   [walk|walks|walked|walking|lead|leads|led|leading|escort|escorts|escorted|march|marched] ...1 @patient ...1 to ...2 @immigration_van
hit   ICE had called. At six a deputy [walked] him out of the back of the jail.
miss  ICE rents a desk in the jail. A guide walked visitors out after the tour.

sense transfer/custody  to_ice=yes  passage @immigration not near @papers|@things 3
cue   [release|releases|released|releasing] ...3 to ...2 detainer|hold
cue   [release|releases|released|releasing] ...2 @patient ...2 to ...2 them|agents|officers|agent|officer
cue   @be [released] to them|agents|the|their|its? agents|officers|custody
hit   ICE detainer on file. Subject [released] to detainer 1420.
hit   ICE was waiting in the lobby, and the jail [released] him to them.

# arrests by immigration authorities where the jail is spoken of
sense transfer/custody  to_ice=yes  near @jail 5 passage @immigration not sentence @street not before @was_arrested 2 not after @by_police 4
sense transfer/custody  to_ice=yes  sentence @jail not before @any_number 3 passage @immigration not sentence @street not before @was_arrested 2 not after @by_police 4
sense transfer/custody  to_ice=yes  after @at_release|@at_release_strict|@out_of_jail 8 passage @immigration not sentence @street not before @was_arrested 2 not after @by_police 4
cue   @immigration ...6 [arrest|arrests|arresting]
cue   agents ...3 [arrest|arrests|arrested|arresting]
cue   [arrest|arrests] ...5 by ...1 @immigration
cue   immigration|civil|administrative [arrest|arrests]
cue   [arrest|arrests] ...1 in|inside|on ...3 jail|lobby|facility
hit   ICE may not make civil [arrests] inside the jail.
hit   The jail opens its doors so that ICE can make the [arrest] indoors.
miss  Releases from jails lead to seven in ten ICE arrests in the county.
miss  ICE puts a detainer on each arrest that the county jail reports.
set @was_arrested
term on|of|for|each|every|any|under|after|before|whose|his|her|their|an
term person|persons|people|was|were|who
set @by_police
term by police|deputies|officers|local
term by|from the ...2 police|deputies|jail|sheriff|county

set @trans_people
term @person|@detainee_word
term community|rights|activist|activists|kids|student|students|health
miss  In 2019, 12 trans women asked ICE for asylum at the gate of the jail.

# a line of a log or a form
sense transfer/custody  to_ice=yes  passage @immigration sentence @log_row|@any_number not after @trans_people 1
cue   trans|xfer|xfr|xferred|xferd|txfr|transf|transfd
cue   [tx] to|by|w
hit   0430 ICE here. 0445 [xfer] done, ICE rel form signed.
hit   0430 ICE agt here. 0445 [trans] by ICE van.
sense transfer/custody  to_ice=yes  not after @person 5 not after @papers|@things 3
cue   [rel|reld|rls|rlsd|xfer|xfr|xferd|xferred|transf|transfd] @immigration
cue   [released|transferred] @immigration agt|agent|officer|van
cue   [released|transferred] @immigration #
cue   [turned over|out] @immigration
cue   [rel|rls|released|reld] : @immigration
cue   [release] type|reason|code|to|method : ...1 @immigration
cue   [T O] to? @immigration
cue   [p u] by? @immigration
cue   [PU] by @immigration
cue   @immigration [PU|pud]
cue   @immigration [p u] ...1 #
cue   @immigration ...1 [took|takes|take cust]
hit   0520 [rel] ICE.
hit   0520 [T/O] to ICE.
hit   [Released] ICE agt Bell 0515.
hit   ICE [took cust] 0515.
hit   [PU] by ERO 0515.
miss  The jail released ICE records.
sense transfer/custody  to_ice=yes  sentence @immigration
sense transfer/custody  to_ice=no   sentence @jail
cue   [rel|rls|rlsd|released|release|transfer|transferred|turned] over? to : other|outside|another|oth agency
cue   [rel|rls|rlsd|released|release|transfer|transferred|turned] over? to other|outside|another|oth agency
hit   Reason: [released] to other agency (ICE)
hit   The county reported 12 people [released] to ICE.    12

# what people call them: "handed him to immigration"
set @immigration_matter
term immigration law|laws|policy|policies|status|court|courts|judge|judges|attorney|attorneys|lawyer|lawyers|case|cases|reform|system|rights|advocates|advocate|history|form|forms|relief|matters|issues|purposes|hearing|consequences|benefits|services|clinic|records|file|files|control|bond|expert|counsel|papers|proceedings|debate|violations
set @scene_of_jail
term @jail|@release|@detainee_word|@kin
term county|sentence|time|bail|bond|court|arrested
term got|get|gets|getting|let out
sense transfer/custody  to_ice=yes  not around @immigration_matter 9 passage @scene_of_jail not near @papers|@things 3 not near @street 6
cue   [hand|hands|handed|handing|give|gives|gave|given|giving|send|sends|sent|sending|release|releases|released|releasing|take|takes|took|taken|pass|passes|passed|deliver|delivers|delivered|bring|brings|brought|surrender|surrendered|transfer|transferred|turn|turned] ...2 @patient ...1 over? to immigration
cue   @be ...1 [handed|given|sent|released|taken|passed|delivered|brought|surrendered|turned] over? to immigration
cue   immigration ...1 [picked|picks|took|takes|got|grabbed|arrested|detained|collected|nabbed|snatched] ...1 @patient
cue   @be ...1 [taken|arrested|detained|grabbed|collected|nabbed|snatched] by immigration
cue   [picked up] by immigration
cue   picked|pick|picks @patient up for? immigration
hit   He did his time and then they [handed] him to immigration.
hit   Immigration [got] him at the jail.
hit   My brother was [taken] by immigration when he got out of jail.
miss  The clerk at the jail sent him to immigration services.
miss  The county gave them to immigration lawyers.

# the agency that was named before
set @ice_again
term the|that federal? agency|bureau
term federal|plainclothes|waiting agents|officers|officials|authorities
term its|their|those|the|our agents|officers|team
term agents
set @so_many
term #
term dozens|scores|hundreds|several|some|many|none|few|most|half
set @scene
term @jail|@release|@topic|@hand_off|@detainee_word
term notify|notified|notifies|notification|notifications
term gate|gates|lobby|door|doors|bail|bond

sense transfer/custody  to_ice=yes  passage @immigration not after @papers|@things|@notices|@release_date|@facts 4 not self @papers|@things not before @papers|@things|@notices|@facts|@notice_word 1 not before @thing_was 8
sense transfer/custody  to_ice=yes  doubtful passage @jail not passage @street_only not after @papers|@things 4 not self @papers|@things not before @thing_was 8
cue   [deliver|delivers|delivered|surrender|surrenders|surrendered|hand|hands|handed|release|releases|released|turn|turned|give|gives|gave|given|send|sent|discharged|transfer|transferred] ...3 @patient ...1 to @ice_again
cue   [delivered|surrendered|handed|released|discharged|transferred] to @ice_again
cue   @patient ...3 @be ...2 [given|sent|passed|taken|brought|led|released] to @ice_again
sense transfer/custody  to_ice=yes  passage @immigration passage @scene not sentence @street not after @papers|@things 3 not self @papers|@things not before @papers|@things|@notices|@facts|@notice_word 1 not before @thing_was 8
cue   @ice_again|it|they ...2 [collect|collects|collected|retrieve|retrieves|retrieved|fetched|claimed|apprehend|apprehended|arrested|seized|detained|grabbed|snatched] ...3 @person|@detainee_word|him|her|them
cue   @ice_again|it|they ...2 [collected|retrieved|claimed|fetched|apprehended|arrested|seized|detained|grabbed] # of|in|at|as|when|there|upon|on
cue   @ice_again|it ...3 [took|takes|take|taken] @so_many|@detainee_word|him|her|them ...2 of|from|at|in|as|when|there|into|away|out
hit   ICE asked for notification of 58 releases. In six of the cases it [collected] the person at the sally port.
hit   The sheriff called ICE, and the bureau [retrieved] four of them at the gate.    affirmed 4
miss  ICE raised its fee, and it collected data from each county jail.
miss  The county keeps uncollected inmate fees; ICE pays none.
hit   ICE asked about 140. Her predecessor [delivered] 103 prisoners to the agency.    103

sense transfer/custody  to_ice=yes  passage @immigration before @detainee_word 8 not near @papers 6
cue   [give|gave|hand|handed|turn|turned] ...1 to them
hit   ICE came again. How many more inmates will you [give] to them?

set @release_date
term release date|dates
term dates|times was|were

sense transfer/custody  to_ice=yes  passage @immigration
cue   [walked|led|escorted|brought|taken|marched|ushered] ...2 through|out|into|to ...2 @hand_off
cue   [walked|led|escorted|brought|taken|marched|ushered] ...8 where @immigration ...1 waiting|waited|wait|waits
hit   ICE came twice. Each was [walked] through the sally port door while agents waited.
miss  The cook walked through the sally port with a tray.

# from a jail to where immigration authorities hold people; between their own facilities
sense transfer/custody  to_ice=yes  passage @immigration
cue   [drove|drive|driven|bused|bussed|moved|shipped|transported|taken|took] ...2 @person|@detainee_word|him|her|them ...4 to|into ...3 detention|processing center|facility
cue   agents ...1 [took|take|takes|drove|led|pulled] ...2 @person|@detainee_word|him|her|them ...2 from ...3 jail|custody|cell
hit   ICE came at noon. Agents [drove] him from the jail to a detention center.    affirmed
sense transfer/custody  to_ice=no  passage @immigration
cue   @immigration ...1 [moved|moves|flew|flies|bused|shipped|transported|shuttled] ...2 @person|@detainee_word|him|her|them ...3 to
cue   was|were|been|being [flown|bused|shipped|shuttled] ...6 to ...4 facility|center|jail|prison|state
cue   was|were|been|being [flown|bused|shipped|shuttled] ...5 by @immigration
hit   ICE [moved] him to Texas.    affirmed
hit   The contract with ICE ended, and the last detainees were [moved] to a private center in the desert.
hit   The detainees were [flown] to Texas by ICE.    affirmed

sense transfer/custody  to_ice=no  sentence @detainee_word
cue   @detainee_word ...3 @be ...2 [moved|relocated|sent|bused|taken|driven|shipped] ...1 to ...6 center|facility|jail|prison|unit|yard|camp
cue   @immigration ...2 [bring|brings|brought|place|places|placed|send|sends|sent|deliver|delivers|delivered] ...3 @detainee_word ...3 to|in|at ...3 jail|facility|county|custody
cue   [move|moves|moved|moving|rotate|rotated|shuffled|shift|shifted] ...1 among|between ...3 jails|facilities|buildings|prisons|units
hit   Inmates are [moved] among the three jails as space allows.    transfer/custody

# what a notice led to
sense transfer/custody  to_ice=yes  passage @release|@jail|@detainee_word not sentence @street
cue   led|leads|leading|resulted|results|ended ...1 to|in an|any|one|a|no? [arrest|arrests] by @immigration
cue   # of? them|those|these? led to an|any? [arrest|arrests]
cue   led|leads|leading|resulted|results to|in # ...1 [arrest|arrests]
hit   The jail gave ICE the release dates of 40 people. None of them led to an [arrest] by ICE.    negated 0
hit   The jail's 64 notices to ICE led to 12 [arrests].    12

# to agents without a name, at a jail
sense transfer/custody  to_ice=yes  doubtful  passage @jail|@detainee_word|@leaving not sentence @street_only
cue   [turned|handed|released|delivered|surrendered|led|escorted|walked|given|passed|walking|leading|escorting|handing|delivering] ...3 to|into ...2 agents
cue   [turned|handed|released|delivered|surrendered|led|escorted|walked] him|her|them|inmate|subject ...2 to ...1 agent|officer
cue   [turned|handed] ...3 over to ...3 agents
cue   [released] to its|their officers|agents
hit   Mr. Bui was then [handed] to two agents in the parking lot of the jail.

# agents who take somebody, where a jail let them know or let him go
sense transfer/custody  to_ice=yes  passage @immigration passage @jail|@detainee_word|@leaving not sentence @street_only not sentence @home
cue   agents ...6 [took|take|taking|grab|grabbed|grabbing|seize|seized|cuff|cuffed|handcuffed|snatched|got] ...2 @detainee_word|him|her|them
sense transfer/custody  to_ice=yes  passage @immigration|@topic passage @jail not sentence @papers
cue   [surrender|surrenders|surrendered|surrendering] such|a|an|any|the|that|this @person|@detainee_word
set @home
term home|homes|house|workplace|worksite|work|street|farm|courthouse
hit   ICE was told. In all eight cases agents were waiting and [took] the inmates.    affirmed 8
hit   Deputies kept him in a hall of the jail until ICE agents could [grab] him.
hit   No employee of the jail shall notify ICE or [surrender] such person absent a warrant.    policy
hit   Six of the prisoners whom ICE had asked about were [released] to its officers.    affirmed 6
set @street_only
term actor|actors|athlete|athletes|estate|insurance|travel|sports
term real estate
term FBI|DEA|ATF

# ---- arrests by immigration authorities at the jail -------------------------------------------------------

set @at_release
term on|at ...1 jail|prison grounds|property|premises
term at|on|upon ...2 time|moment|point|hour|day of ...1 release
term in|inside|into the? vestibule|lobby|sally|gatehouse
term upon|on|after|following|at|before|during his|her|their|the? release
term at|in|inside|outside|from|near the|our|a|county? jail|jails|prison|gate|gates|lobby|custody
term county jail
term outside the? jail
term step|steps|stepped|walk|walks|walked|come|comes|came out of
term as|when ...1 step|steps|stepped|walk|walks|walked|leave|leaves|left|exit|exits|exited
term on|upon release|releases
term jail|vestibule|release|sally lobby|vestibule|port|area|parking
set @out_of_jail
term as|when|while they|he|she left|leave|leaving|exit|exited|came|come|walked|walk|stepped|step|emerged
term on|at|in|inside|outside ...2 jail|prison grounds|property|premises|lobby|vestibule|gate|gates|door|doors|entrance|parking
term at|upon|on ...3 of release
set @jail_lot
term jail|prison parking lot|garage|area|structure
term parking lot|garage|area of|at|outside|by|near ...2 jail|prison|detention
hit   ICE agents [arrested] her in the parking lot of the county jail.
set @there
term here|there|inside
set @left_jail
term left|leaves|leaving|exited|exits|exiting the? county? jail|prison
term walk|walks|walked|walking|step|steps|stepped|stepping|come|comes|came|coming out ...3 jail
set @at_release_strict
term on|at|in|inside|outside ...2 jail|prison grounds|property|premises|lobby|vestibule|gate|gates|door|doors|entrance
term at|on|upon ...2 time|moment|point|hour|day of ...1 release
term upon|on|at|after release
term at|from|outside the|our|a? county? jail
term release vestibule|lobby|area
term informed|notified|alerted ICE
term as|when|after he|she|they left|leave|leaves|walked|walk|exited|exit
term leaving|exiting|exited
term got|get|gets|getting|let out
term jail|jails|jail's lobby|gate|gates|door|doors|parking
term release area
term on the spot
term on his|her|their way out
term walked|walk|walking out
term on county|jail property
term pending release
term after|upon their|his|her? release
term were|was being? released

sense transfer/custody  to_ice=yes  sentence @left_jail
sense transfer/custody  to_ice=yes  sentence @jail_lot
sense transfer/custody  to_ice=yes  sentence @at_release  not near @street 5
sense transfer/custody  to_ice=yes  passage @at_release_strict  not sentence @street
sense transfer/custody  to_ice=yes  after @there 2 passage @jail|@detainee_word|@release not sentence @street
cue   [arrested|detained|apprehended|seized] ...1 by @immigration
cue   @immigration ...3 [arrested|arrests|arrest|apprehended|apprehends|detained|seized] ...3 @person|@detainee_word|of
cue   @immigration agents|officers? [arrested|arrest|apprehended|detained|seized|grabbed|cuffed|handcuffed] him|her|them|me
cue   @immigration agents|officers? [arrested|apprehended|seized]
cue   was|were|been [arrested|detained|apprehended|seized] at|in|outside|inside the? jail|jails
cue   [arrest|arrests] by @immigration at|in|inside|outside the? jail|jails
cue   [arrests] at|in|inside|outside the? jail|jails|facility|facilities
cue   @immigration ...3 [arrests] there
cue   [seized|seize|apprehended|apprehend|arrested|nabbed|grabbed|detained] ...4 @person|@detainee_word ...4 @out_of_jail
cue   @immigration ...3 [arrests] at|in|inside|outside our|its|their|a|this? jail|jails|lobby|facility
cue   they|agents|officers|it has|have|had? [arrested|detained|apprehended] # ...1 people|person|inmates|men|women
cue   @immigration ...2 [arrest|arrests|arrested|apprehended|detained] @person|@detainee_word|them|him ...6 upon|release|jail|released
cue   @immigration ...2 [arrest|arrests|arrested|apprehended|detained] #
cue   agents ...4 [arrest|arrests|arrested|apprehended|detained|seized|grabbed] # ...2 of|as|when|at|in|outside
hit   The jail told ICE about three men; agents [arrested] two of them in the lobby.    affirmed 2
hit   ICE asked for 80 inmates; agents still managed to [arrest] 31 as they left.    affirmed 31
hit   ICE agents sat in the parking lot and [arrested] him as he left the jail.
hit   ICE [arrested] 486 upon release from custody.    affirmed 486
hit   The 63 are notices about inmates; 58 were [arrested] here by ICE.    affirmed 58
cue   @immigration ...4 [scooped|scoop|rounded|round] up
cue   @immigration ...4 [nabbed|grabbed|grab|snatched|retrieved|retrieve|collected] ...3 @person|@detainee_word|him|her|them
cue   [arrest|apprehend|apprehended|arrested|detain|detained|seize|seized|nab|nabbed|grab|grabbed|grabs|snatch|snatched] him|her|them|people|inmates|someone|anyone ...6 jail|vestibule|lobby|release|released|sally|gate|gates
cue   let|lets|allow|allows|allowed|allowing|letting|help|helps|helped @immigration ...1 [arrest|apprehend|detain|grab|seize] ...2 @person
cue   @immigration ...1 to [arrest|apprehend|detain|grab|seize] @person
cue   [arrest|arrests] of ...6 lobby|jail|release|vestibule|sally
cue   [arrested|apprehended|detained] on|upon|at release
cue   agents ...6 [arrested|detained|apprehended|seized] @person|@detainee_word|him|her|them
cue   [intercepted|re-arrested|rearrested|nabbed|grabbed|snatched] by @immigration
cue   @immigration ...4 [intercept|intercepts|intercepted|re-arrested|rearrested] ...3 @person|@detainee_word|him|her|them
hit   The online list of prisoners has let ICE [apprehend] people as they step out of the jail.
hit   He was [intercepted] by ICE on his way out of the jail.
hit   Two men [grabbed] him in the jail lobby because someone had called ICE.
miss  ICE arrested four men at a farm.
miss  Police arrested nine people for drunk driving.

# ---- what is said of them ---------------------------------------------------------------------------------

context alleged pre scope clause rank 72  only transfer/custody  not passage @ruling
cue   described|describe|recounted|recalled|recall ...2 @kin|relatives|friends ...1 who|being|whom
hit   At the forum on ICE several wept as they described relatives who had been [picked up] outside the jail.    alleged
