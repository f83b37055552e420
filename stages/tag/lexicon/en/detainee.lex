# People in custody.

sense detainee/other distractor
cue   [inmate|inmate's] welfare|reception|locator|classification|programs|services|telephone|fund
cue   [prisoner|prisoners|inmate|inmates|detainee] ...1 support|legal|action|advocacy|solidarity|justice|rights|reentry|aid committee|coalition|network|project|society|fund|clinic|program|group|campaign
cue   [inmate] information system|center|line|search|page|website|services
cue   [inmate|detainee] search|lookup|finder|account|accounts|mail|visitation|visiting|visits|commissary|grievance|processing
cue   [prisoner|prisoners] of war|conscience|dilemma|fate|fortune|circumstance|love|habit|time|history
cue   [prisoner|prisoners] of his|her|their|its|my|our own?
cue   [detainee] reporting|handbook|locator
miss  The Inmate Welfare Fund pays for books.
hit   The jail has rules for [inmate] accountability.    jail/jail
miss  The Valley Prisoner Support Committee met with the sheriff.

sense detainee/other    distractor passage @war_prison
sense detainee/juvenile sentence @juvenile not sentence @adult
sense detainee/ice      near @contract 8 not sentence @survey
sense detainee/ice      before @federal_word 1
sense detainee/jail
cue   inmate|inmates|prisoner|prisoners|arrestee|arrestees|incarceree|incarcerees
cue   I M
cue   I Ms
cue   IM|IMs _ ...6 rel|release|released|rolls|custody
hit   The jail held 40 [inmates].    affirmed 40
hit   Called ICE re [I/M] Rojas, out at nine.
hit   A survey of [inmates] of state prisons named detention centers too.    jail/jail
set @survey
term survey|surveys|surveyed|census|sampled
term state|federal prison|prisons|penitentiary|penitentiaries
term prison|prisons inmates

sense detainee/other    distractor passage @war_prison
sense detainee/ice      before @federal_word 1
sense detainee/juvenile sentence @juvenile not sentence @adult
sense detainee/ice      near @moved_by_ice 4
sense detainee/ice      after @for_ice 5
sense detainee/ice      passage @beds
sense detainee/ice      passage @ice_detainees not near @local_word 2
sense detainee/ice      passage @the_facility passage @immigration not passage @local_word
sense detainee/ice      sentence @contract not sentence @survey
sense detainee/ice      passage @contract not sentence @survey
sense detainee/jail
cue   detainee|detainees
hit   Two [detainees] were given a form.    affirmed 2
hit   The facility must tell ICE before it moves a [detainee].    policy ice/ice
hit   ICE detainees get a handbook. On that day 212 [detainees] slept there.    ice/ice 212
hit   In March ICE transferred 75 [detainees] to Georgia.    ice/ice 75
hit   On that day the jail housed 172 [detainees] for ICE.    ice/ice 172
hit   Two [detainees] left the jail on bail.    jail/jail 2
hit   The county held 90 ICE [detainees] under its contract.    ice/ice 90

set @federal_word
term ICE|immigration|federal|civil

set @for_ice
term it|county|jail|we|they holds|held|hold|houses|housed|keeps|kept|keep for @immigration
term held|housed|kept for @immigration
hit   The county stopped reporting how many [detainees] it holds for ICE.    ice/ice
set @ice_detainees
term federal detainee
term immigration|ICE's|undocumented detainee|detainees
term detainees to its|ICE|ICE's own? facility|facilities
term population of|for # ...1 detainees
term ICE|immigration detainees
set @local_word
term county|local|jail|sheriff|sheriff's|criminal
set @the_facility
term the|another|each|a facility|center
set @moved_by_ice
term @immigration ...1 moved|moves|transferred|transfers|holds|held|houses|housed|detains
term referred|presented|delivered|brought|placed|sent by @immigration

set @beds
term custody of ICE|DHS
term detainee day|days
term per diem
term daily|stipulated|bed rate
term bed|beds space? for
term bring|bringing|remove any|the? detainee|detainees
term order|approval|direction of ICE
term man-day|mandays
term detainee|detainees|beds|bed|space for @immigration
term detainees referred by @immigration
term service provider
term immigration detention facility|facilities|center|centers

set @contract
term contract|contracts
term deportation proceedings
term detention center|centers|facility
term private prison|facility|facilities
term deportation bed|beds

set @juvenile
term juvenile|juveniles|minor|minors|youth|youths|probation

set @adult
term adult|adults

sense detainee/other distractor before @keeping 2
sense detainee/other distractor before @arresting 3
sense detainee/other distractor after @front_of_jail 4
sense detainee/other distractor before @who_detains 1 self @locked_up_before
sense detainee/other distractor passage @war_prison
sense detainee/juvenile self @young
sense detainee/juvenile self @juvenile_hall
sense detainee/ice   self @ice_self
sense detainee/ice   before @ice_holds 3
sense detainee/ice   sentence @contract
sense detainee/jail
cue   person|persons|people|individual|individuals|immigrant|immigrants|someone|anyone|those|minor|minors|juvenile|juveniles|youth in the? our|its|their|his|her|your|local|county|state|sheriff's|county's|agency's|department's custody
cue   minor|minors|juvenile|juveniles|youth|youths|child|children in county? custody
cue   incarcerated|jailed|imprisoned|detained|confined minor|minors|juvenile|juveniles|youths|child|children
cue   incarcerated|jailed|imprisoned|detained|confined person|persons|people|individual|individuals|immigrant|immigrants|man|men|woman|women|youth|noncitizens|resident|residents
cue   person|persons|people|individual|individuals|immigrant|immigrants|man|men|woman|women|those|noncitizens in the? county? jail? custody
cue   person|persons|people|individual|individuals|immigrant|immigrants|those|youth in|at the? our|its|their|county|county's|sheriff's|local? jail|jails
cue   person|persons|people|individual|individuals|immigrant|immigrants|those held|housed|detained|incarcerated|jailed|confined|lodged in|at|by the? our|its|their|county|county's|sheriff's|local? county? jail|jails|custody|facility|facilities
cue   person|persons|people|individual|individuals|immigrant|immigrants|those held|housed|detained|incarcerated|jailed|confined in|at|by the? our|its|their|county|county's|sheriff's|local? county? detention|correctional facility|facilities|centers|center
cue   person|persons|people|individual|individuals|immigrant|immigrants at|in the? county detention? facility|facilities
cue   @held_noun in the|our|your sheriff's|county's|jail's|department's|state's custody
cue   @held_noun in|at state|federal|county|local prison|prisons|jail|jails
cue   @held_noun ...1 being held|detained|housed in|at|by the? our|its|their|county|local|sheriff's? jail|jails|custody|facility
cue   @held_noun being held|detained|incarcerated|jailed
cue   @held_noun serving time in|at the|county|local|state? jail|jails|prison
cue   @held_noun in the? our|its|their|his|her|your|local|county|state|sheriff's|county's|agency's|department's custody
cue   @held_noun in custody
cue   @held_noun they|it|we have|has|had|hold|holds|held in custody
cue   @held_noun committed to ...3 facility|facilities|jail|jails|custody|detention
cue   detained|jailed|incarcerated ...1 child|children|minor|minors|youth|youths|teenager|teenagers
cue   @held_noun in|in the _ county|city|state|department|department's|sheriff's|prison|jail custody
cue   @held_noun in the? _ county|sheriff's department's|jail|sheriff's? custody
cue   @held_noun in DOC|CDCR|CDOC|DPSCS custody
cue   @held_noun ...1 jailed|incarcerated|imprisoned in|at|by|for|on
cue   incarcerated|jailed|imprisoned|confined @held_noun
cue   men|women|man|woman|immigrants|immigrant|noncitizens|noncitizen|residents|clients|others|offenders|parents|fathers|mothers|workers|migrants|nationals|citizens in the? our|its|their|a|this|that|your|county|county's|sheriff's|local|city|state|federal? county|city|local? jail|jails|prison|prisons|lockup|cell|cells
cue   @held_noun @locked_up in|at|by|inside the? our|its|their|a|this|that|your|county|county's|sheriff's|local|city|state|federal? county|city|local|main? jail|jails|prison|prisons|lockup|custody|cell|cells|facility|facilities
cue   @held_noun who|that is|are|was|were|remain|remains ...1 in ...2 custody|jail|lockup|prison
cue   @held_noun who|that is|are|was|were being? @locked_up
cue   @held_noun whom|who|that the|our|this? jail|county|sheriff|facility holds|hold|held|houses|house|housed|keeps|kept
cue   @held_noun behind bars
cue   @held_noun under|in|within the? our|its|their|county|county's|sheriff's|jail's|local|state|department's? control|custody|lockup
cue   @held_noun ...1 serving ...3 sentence|sentences|time|term|terms in|at|behind ...2 jail|jails|prison|bars
cue   @held_noun awaiting trial|release in|at ...2 jail|jails|custody
cue   @locked_up_before immigrant|immigrants|noncitizen|noncitizens|resident|residents|man|men|woman|women|people|person|persons|individual|individuals|parent|parents|mother|mothers|father|fathers|adult|adults|client|clients|defendant|defendants|suspect|suspects|citizen|citizens
cue   youth|youths|minor|minors|juvenile|juveniles|child|children|teenager|teenagers|boy|boys|girl|girls|ward|wards ...1 in|at|held|housed|detained|booked|confined|placed ...3 juvenile hall|halls|facility|detention|custody
cue   youth|youths|minor|minors|juvenile|juveniles|ward|wards|teenager|teenagers in|held|detained ...3 custody
cue   ward|wards of the? juvenile? court
cue   people|persons|individuals it|they detains|holds|detain|hold
cue   person|persons|people|individuals held ...5 on|for ICE holds|hold|detainers|detainer
cue   person|persons|people|individual|individuals ...1 behind bars
cue   person|persons|people|individual|individuals who|that is|are incarcerated|jailed|detained
cue   people|persons|individuals incarcerated
miss  A jail may not keep a person in custody on the word of ICE.
hit   Some 46 [people in custody] were named.    affirmed 46
hit   ICE asked about three [men in jail].    3
hit   [Immigrants locked up in the jail] get the form.
miss  Everyone who is booked into jail is checked against the records of ICE.
hit   A [person who is in custody] may decline the interview.
hit   No [ward held in juvenile hall] shall be transferred to ICE.    juvenile/juvenile
hit   Eleven [immigrants behind bars] were asked.    affirmed 11
miss  Individuals at the jail's front counter asked about ICE.
miss  ICE can take custody of the individual in the jail's lobby.
miss  Visitors in the jail lobby asked about ICE.
miss  ICE detained people at the courthouse; the agents jailed immigrants.
set @who_detains
term @immigration
term agents|police|officers
set @front_of_jail
term lobby|counter|desk|entrance|gate|gates|parking|door|doors|kitchen|staff|vestibule|meeting
set @juvenile_hall
term juvenile hall|halls|facility|detention|court
term juvenile ...1 custody
set @ice_holds
term @immigration ...1 holds|held|houses|housed|detains|detained|has|had
set @locked_up
term held|housed|detained|incarcerated|jailed|confined|lodged|imprisoned|kept|locked up?
set @locked_up_before
term incarcerated|jailed|imprisoned|detained|confined
hit   Staff may not move any [minor in custody].    juvenile/juvenile
hit   A [person in our custody] may ask for a lawyer.    jail/jail

sense detainee/jail passage @immigration|@jail|@state_report not after @held_thing 2
cue   individuals|persons held|jailed|detained|booked
hit   Eight of the [individuals held] appear twice in the log of the jail.
miss  Persons held signs outside the jail.
hit   The law protects [incarcerated individuals].

sense detainee/ice passage @immigration|@topic
cue   [person|persons|people|individual|individuals|those|anyone held|kept|detained] ...2 on|for ICE|immigration? hold|holds|detainer|detainers
hit   Detainers declined: 41. [Persons held] on detainers: none.    negated 0

set @ice_self
term by ICE
term for ICE
term on ICE
term immigrants at county
# "keep a person in custody" is what is done, no person's name
set @held_noun
term man|men|woman|women|immigrant|immigrants|noncitizen|noncitizens|anyone|someone|everyone|everybody|those|clients|others|resident|residents|undocumented
term people|persons|person|individuals|offender|offenders|felon|felons|criminal|criminals|defendant|defendants|suspect|suspects|citizen|citizens|adult|adults|parent|parents|father|fathers|mother|mothers|worker|workers|teenager|teenagers|migrant|migrants|national|nationals
hit   The jail told ICE about [people being held] there.    affirmed
hit   ICE picked up [women in its custody].
hit   ICE asked about [people in the sheriff's custody].
hit   The jail told ICE about [anyone in custody].
hit   The county released 17 [offenders in our custody] to ICE.    affirmed 17
hit   In May and June 20 [inmates] were turned over to ICE.    affirmed 20
hit   On June 20 [inmates] were turned over to ICE.    affirmed -1
hit   Deputies told ICE of more than 400 [inmate] releases.    affirmed -1
hit   ICE lodged 119 detainers on [individuals in Salt County custody].    affirmed
hit   None of the 56 [people jailed in] Salt County whom ICE had asked about was handed over.    56
set @arresting
term arrested|arrests|arrest|detained|apprehended|seized|picked
set @keeping
term keep|keeps|kept|keeping|hold|holds|holding|maintain|maintaining|remain|detain
set @young
term minor|minors|juvenile|juveniles|youth|youths|child|children
set @held_thing
term sign|signs|hands|a|the

sense detainee/ice   sentence @ice_self
sense detainee/ice   passage @immigration|@topic
cue   alien|aliens in|at the? our|its|their|his|her|your|local|county|state|sheriff's|agency's|department's|ICE's? custody|jail|jails
cue   alien|aliens held|housed|detained|incarcerated|jailed|confined|lodged
cue   incarcerated|jailed|imprisoned|detained|confined alien|aliens
cue   [alien|aliens] who|that is|are|was|were held|housed|detained|incarcerated|jailed|confined|lodged
hit   The jail had four [aliens held] for ICE at night.    ice/ice 4
hit   Two [detained aliens] were seen by a nurse.    2
miss  An alien ship held the stage.

sense detainee/ice   passage @immigration|@topic not before @detainee_word|@held_noun 2
cue   [detained|held|housed|lodged|kept|booked] ...3 in|at|into the? ...3 detention center|facility|house
cue   [detained|held|housed|lodged|kept|booked] ...3 in|at|into the? ...3 processing center|facility
hit   CBP drove him north, and he was [detained] overnight at the Fern Ridge Detention Center.    ice/ice
miss  The meeting was held at the detention center.
