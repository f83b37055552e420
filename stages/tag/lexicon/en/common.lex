# Words that the rules of several files look for: immigration authorities, people, custody, money.
# Words in capitals match only in capitals (ICE, not ice).

# words on every page; a cue is looked for where one of its other words stands
set @common
term a|an|the|of|to|in|into|on|at|by|for|from|with|and|or|be|is|are|was|were|been|being|it|its|his|her|their|they|he|she|him|them|our|that|which|who|if|when|whether|no|not
term person|persons|people|individual|individuals|those|man|men|woman|women|resident|residents|county|staff|agents|agency|officers
term go|goes|went|going|took|take|takes|taking|taken|give|gives|gave|given|giving|made|make|makes|send|sends|sent|sending|put|place|placed|let|lets|move|moved|call|called|calls|hand|hands|pass|passed|end|ended|brought|tell|told|share|provide|provided|information|list|text|app|screen|public|email|legal|published|received|receive|approve|approved|law|child|family|children|members|member|court|judge|attorney|attorneys|counsel|federal|alert|adult|adults|minor|minors|youth|youths|families|folks|body|up|over|off|hold|holds|arms|turn|turns|got|get|gets|getting

set @immigration
term ICE
term ERO
term HSI
term CBP
term DHS
term immigration and? customs enforcement
term customs and border protection
term enforcement and removal operations
term homeland security
term homeland security investigations
term border patrol
term immigration authority|authorities|official|officials|officer|officers|agent|agents|agency|custody|enforcement|detention|hold|holds|detainer|detainers|court|judge
term federal immigration|deportation
term federal custody|agent|agents|officer|officers|official|officials|authorities|authority|agency|agencies|government|detention
term federal law? enforcement agent|agents|officer|officers|authorities|agency|agencies
term deportation officer|officers|agent|agents|authorities|officials|agency
term feds
term USICE
term U.S.|US immigration
term civil immigration
term I.N.S.
term the|an|a|two|three|four|several|some|its|armed|waiting|plainclothes|uniformed @immigration
term ICE|ERO|HSI|CBP|DHS agent|agents|officer|officers|official|officials|staff|personnel|liaison|supervisor|supervisors|authorities
term migration officials|authorities|agents|officers
# what machines that reword a text make of agents; below, of hands
term @immigration|immigration|migration broker|brokers|retailers
term two|three|four|several waiting|armed|plainclothes|uniformed|federal|immigration officers|agents

# where immigration authorities hold people
set @immigration_custody
term @immigration custody|detention|facility|facilities|hands|palms|center|centers|lockup|jail|prison|van|office|processing
term immigration|federal|ICE custody|detention|hands|lockup
term the hands|arms|custody of @immigration
term custody of @immigration
term hold|holding room
term service|immigration|ICE processing center|facility

set @immigration
term U.S. @immigration
term United States @immigration

# what an agency does that this product is about: used to tell a jail's passage from a bank's
set @release
term release*
term freed
term discharg*
term let out
term out of custody
term leaving custody|jail

set @jail
term jail*
term prison*
term county jail
term detention
term custody|custodial|custodies
term incarcerat*
term booking|booked
term sheriff*|undersheriff*|warden|jailer|jailers
term correction*
term cell
term inmate*
term detainee*
term arrestee*
term deput*

set @person
term person|persons|people|individual|individuals
term anyone|anybody|someone|nobody
term man|men|woman|women|youth|youths|juvenile|juveniles|adult|adults|minor|minors|child|children
term immigrant|immigrants|noncitizen|noncitizens|non-citizen|non-citizens|alien|aliens|migrant|migrants
term resident|residents|member|members
term suspect|suspects|offender|offenders|criminal|criminals|defendant|defendants|felon|felons|convict|convicts
term national|nationals|citizen|citizens|body|bodies|folks|subject|subjects|those|immigrations
term inmate|inmates|detainee|detainees|prisoner|prisoners|arrestee|arrestees

set @detainee_word
term inmate|inmates|detainee|detainees|prisoner|prisoners|arrestee|arrestees

# the one who is held, or who stands for him, as the receiver of a notice
set @target
term class member|members
term defender|defenders
term inmate|inmates|detainee|detainees|prisoner|prisoners|arrestee|arrestees
term person|persons|people|individual|individuals|immigrant|immigrants|alien|subject|juvenile|youth
term plaintiff|plaintiffs|petitioner|claimant
term youths|juveniles|minor|minors|child|children|parolee|parolees|client|clients
term him|her|them|family|families|relatives|attorney|attorneys|counsel|lawyer|lawyers|designee|designees|parent|parents|guardian

# a number, which conditions can ask for by the name of a set only
set @any_number
term #

set @money
term contingency
term fund|funds|funding|appropriation|appropriations|budget*|money|moneys|cash|wire|accounts|payment|payments|balance|bank*|dollars|revenue|revenues|salary|salaries|expenditure*|reserve|reserves|deposit*|transaction*|loan*|overdraft|paypal|zelle|invoice*|treasurer|ledger|debt|tax|taxes
# the officer of a county who moves its money; an auditor who writes of transfers moves none
term auditor controller
term auditor-controller
term authorize|authorizes|authorized|direct|directs|directed|instruct|instructs|instructed the county? auditor
term auditor is|be|shall be? authorized|directed|instructed
term credit card
term bank|checking|savings|customer|trust|your|expenditure account
term account number|balance|holder
term trust fund

set @papers
term log|logs|photograph|photographs|collection|artifact|artifacts|archive|archives|schedule
term file|files|record|records|document|documents|data|database|email|e-mail|evidence|transcript*|note|notes|ballot*|paper|papers|video|footage|copy|copies|report|reports|information|phone|call|calls|caller|key|keys|venue|jurisdiction|title|deed|ownership|property|license|licenses|knowledge|technology|firearm|firearms|gun|guns|weapon|weapons|vehicle|registration|domain|prescription*|heat|energy|equipment|lease|permit|permits|stock|shares|bus|train|passenger*|fare|station|water|power

set @medical_records
term medical|health records|record|notes|information
term provider|providers|doctor|clinic|patient|patients|hospital|hospitals|physician|hipaa|nursing|embryo

set @students
term intradistrict|interdistrict|pupil|pupils|kindergarten|attendance|grade|grades
term student|students|college|colleges|university|universities|school|schools|credit|credits|course|courses|enrol*|tuition|admission|admissions|gpa|semester|campus|major|coach|player|players|league|athlet*

set @personnel
term shift|shifts|payroll|roster
term employee|employees|staff|personnel|sergeant|lieutenant|position|positions|assignment*|vacancy|vacancies|seniority|bargaining|classification|division|patrol|promotion*

set @war_prison
term prisoner|prisoners of conscience
term diplomat|diplomats|embassy
term red cross
term armistice
term army|armies|ceasefire|cease-fire|hostage|hostages|troops|soldiers|militants|rebels
term armed forces
term guantanamo
term naval base
term swap|swaps|swapped|swapping ...3 prisoner|prisoners
term prisoner|prisoners swap|swaps|exchange|exchanges
term exchange|exchanges|exchanged ...3 prisoners
term prisoner|prisoners of war
term terror* suspect|suspects

set @public
term public|newspaper|newspapers|community|residents|voters|taxpayers|media|press|website|legistar|hearing|forum|meeting|agenda

set @interview
term interview|interviews
term interviewed|interviewing

set @rights
term right|rights
term request|requests|interest
term comply
term lawyer|attorney|lawyers|attorneys|counsel
term call|calls ...2 lawyer|attorney|consulate|family|counsel
term consent
term interview*
term detainer*|hold|holds request*|requests?
term I-247*
term release*|custody|charges|decline|refuse
term TRUTH
term hearing|hearings

set @ask
term ask|asks|asked|asking
term request|requests|requested|requesting
term want|wants|wanted|wanting
term seek|seeks|sought|seeking

set @street
term traffic stop
term parking lot
term his|her|their|a home
term homes|house|houses|residence|workplace|worksite|street|streets|raid|raids|sweep|sweeps|courthouse|courthouses|neighborhood|store|farm|factory|airport|school|church

set @be
term be|is|are|was|were|been|being
term get|gets|got|getting
term isn't|aren't|wasn't|weren't

set @law
term law|laws|statute|act|code|policy|policies|ordinance|section|order|rule|rules|procedure|procedures

# names of laws and forms that make a passage one about immigration authorities
set @topic
term 7282.5|7283|7283.1|7284.6
term notification request|requests
term release notification|notifications
term I-247*
term detainer|detainers
term hold request|requests
term TRUTH act
term TRUST act
term values act
term SB 54
term AB 2792
term release vestibule
term sanctuary
term deport*
term alien|aliens
