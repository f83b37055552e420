# Notices between a jail and immigration authorities, to the person in custody and to the public; and
# requests for them.

# ---- requests -------------------------------------------------------------------------------------------

sense notification/other distractor
cue   unlawful [detainer|detainers]
miss  The landlord filed an unlawful detainer.

# what a thing is called, who turns to whom about victims, patients, pupils and accounts: nobody's custody
sense notification/other distractor
cue   is|are|was|were|be|been ...1 often|also|sometimes|commonly|usually|so|what|generally [called]
miss  What ICE wants of a jail is also called a hold.
sense notification/other distractor  passage @outside_custody not passage @immigration_proper
cue   notice|notices|notify|notifies|notified|notifying|notification|notifications|alert|alerts
set @outside_custody
term crime victims|victim
term VINE
term victims register|registered
term backup|lost|stolen files|file|records|laptop|data|tapes
term patient|patients|hospital's
term school|academic year|district
term district shall|will|may|must
term wire|wires
term alert|contact policy|policies|points|rule|rules
term mute|mutes|muted
term transfer of appropriation|appropriations
set @immigration_proper
term ICE|ERO|DHS|CBP|HSI
term immigration
hit   The clinic sees forty patients. ICE asked about three inmates. Deputies gave [notice] of each release.
miss  Crime victims give VINE a number for notification. Notification calls go out on release from custody.
miss  The hospital, which lost backup files on 8,000 people, will notify them through notices in newspapers.

sense notification/request
cue   detainer|detainers
cue   dtnr|dtnrs
cue   [det] recd|rcvd|rec|lodged|placed|denied
cue   detainer|detainers request|requests
cue   hold|holds|detention request|requests
cue   ICE|immigration|48-hour|ICE's hold|holds
cue   civil|federal [immigration hold|holds]
cue   request|requests to hold|detain
cue   request|requests for detention|holds
cue   notification|notice|notif request|requests|req|reqs
cue   request|requests for voluntary? advance? notification|notifications|notice
cue   request|requests for voluntary? advance? notification of release
cue   request|requests|requested|requesting to be notified|informed|alerted|told|advised|warned|contacted|called
cue   requested|requests|requesting|request notification|notifications|notice
cue   requested|requests|requesting|sought|seeks|seek|seeking|wanted release date|dates
cue   request|requests|requested for? release date|dates
cue   request|requests for information|notification about|on|of release dates
cue   requested|requests|requesting|sought|seeks release information
cue   @immigration|agents can|may|could|will ...1 [call|phone] ...4 jail|jails|clerk ...2 for ...6 release|date|dates|time|out
hit   The jail received 35 [detainers].    affirmed 35
hit   A notification request means a request by ICE that the agency [inform] it of a release date.
hit   Twelve [notification requests] came in 2021.    affirmed 12
hit   Of 90 [requests for notification], 14 were granted.    affirmed 90
miss  The reporter made a public records request.

sense notification/request  passage @immigration|@topic|@jail|@release|@detainee_word
cue   request|requests|requested|asks|asked ...3 that ...5 [inform|advise|notify|tell|alert] @immigration|it|them|the
cue   @ask ...1 to be [told|informed|advised|alerted|warned|called|contacted]
cue   want|wants|wanted|wish|wishes|wished|need|needs|seeks to be [told|informed|advised|alerted|warned|called|contacted] of|about|when|before|if ...6 @release|@detainee_word
cue   @immigration ...3 want|wants|wanted|wish|wishes|wished to be [told|informed|advised|alerted|warned|called|contacted|notified]
miss  He asked to be told when the book was ready.

sense notification/request  around @counted_form 1
sense notification/request  sentence @log_entry
sense notification/request  after @lodged 2
sense notification/request  before @sent_form 3
sense notification/request  before @receipt_of 5
sense notification/request  near @form_used 4  not before @form_word 2  not before @forms 4 not after @form_title 3
cue   I-247|I-247s|I-247As|I-247A|I-247D|I-247N|I-247X|I-247G|l-247A|1-247A|l-247D|1-247D|1-247N|1-247X
hit   He was met at the jail and a Form [I-247A] was lodged.
hit   The jail gave him a copy of the [I-247A].
hit   Every [I-247A] goes to Classification first.
miss  Form I-247D and Form I-247N were withdrawn.
hit   We logged 58 [I-247A] forms since January.    affirmed 58
hit   #221 | rec 06/01 | [I-247A] | no qualifying conviction | ICE not notified
set @log_entry
term rec|recd|rcvd|received #
term ICE not? notified|called
set @counted_form
term # I-247*

hit   A notification request is a [request to be told] of the release date.
hit   ICE asked to be [told] when the inmate would be released.    notification/request
hit   ICE wanted to be [informed] of his release from jail.    notification/request
set @lodged
term is|are|was|were|been lodged|issued|served|placed|filed|faxed|received|signed|stamped|returned|rejected|honored|denied|declined|logged|scanned|entered|lifted|checked|reviewed
term received|served|lodged
set @receipt_of
term receipt|copy|copies|service of ...2 form
term upon|on|after receiving ...3 form
hit   Upon receipt of a Form [I-247A], the clerk checks the file.
set @sent_form
term sent|lodged|served|faxed|issued|received|placed ...4 form
set @form_used
term det|dtnr|rcvd|recd
term copy|copies|received|receive|receives|lodged|issued|issues|served|faxed|sent|sends|submitted|submits|filed|honor|honored|honors|placed|called|by|with|a|an|every|each|any|no|the|this|that|his|her|their|another|one
set @form_word
term form|forms
set @forms
term forms
set @form_title
term in their|its place
term immigration detainer
term notice of action
term request for
term : immigration

sense notification/other distractor  sentence @agency_affairs not sentence @let_out
sense notification/other distractor  after @records_release 5
sense notification/other distractor  self @such_request passage @agency_affairs|@legal_office not passage @detainers
sense notification/other distractor  before @your 1 not sentence @let_out|@detainee_word
sense notification/request  passage @immigration|@topic not near @interview|@records_word 2  not after @interview|@records_word|@for_transfer 11  not before @records_word 2  not after @form_word 1  not before @part 4  not after @that_you 2
cue   @immigration ...1 [request|requests|inquiries|inquiry|req|reqs|rqst]
cue   @immigration ...1 sent|made|submitted|filed|lodged|placed|issued|sends|makes|files|submits|lodges|send|make|file|submit|lodge ...5 [request|requests|inquiries|inquiry]
cue   [request|requests|inquiries|inquiry] ...3 from|by @immigration
cue   [request|requests|inquiries|inquiry] for inmate|release|custody
cue   # of? those|these|the|its|such? [requests|request|inquiries]
cue   unless|if|that|which|where the? [request|requests] comply|complies|complied|meet|meets|met|qualify|qualifies|qualified
cue   granted|denied|honored|declined|received|refused|rejected|processed|fulfilled|answered|receives|honors|honor|grant|deny|decline|reject|answer|ignore|ignored|approve|approved ...4 [request|requests]
cue   abide|abided|abides|abiding by ...3 [request|requests]
cue   comply|complied|complies|cooperate|cooperated|responded|respond|responds with|to ...3 [request|requests]
cue   [request|requests] ...2 granted|denied|honored|declined|refused|rejected|received|answered|approved
cue   [request|requests] to detain
cue   copy|copies of each|the|that|any|such|this|every|these|those [request|requests]
cue   each|every|such [request|requests]
cue   [request|requests] is|are|was|were ...1 marked|stamped|logged|filed|placed
cue   subject of ...1 [request|requests]
cue   [request|requests] ...5 recognize|recognized|recognise
cue   [request|requests] that ...3 be|is held|notified|detained
cue   [request|requests] that ...4 hold|keep|detain|notify|tell|inform|maintain|holds|keeps
cue   [request|requests] comes|come|came|coming in
cue   [request|requests] for|about # ...2 @person|@detainee_word
cue   [request|requests] did|does|do|has|have|had @immigration
cue   [requests] @immigration ...1 sends|sent|made|makes|submits|submitted|files|filed
hit   How many [requests] did ICE send to the jail?
hit   ICE asks, and the inmate gets a copy of the [request].
miss  The deputy fills in the ICE Request Form.
hit   ICE sent 40 [requests] to the county.
hit   The sheriff got 17 [requests] from ICE.    affirmed 17
miss  ICE requests to interview inmates are logged.
miss  Upon request by ICE, the sheriff shows it the disciplinary files of a deputy.
miss  At the request of ICE the agency sends it the training records of its officers.
hit   The county will no longer hold inmates past their release at the [request] of federal immigration officials.    notification/request
miss  We got your request of July 6 for letters about ICE. Your request was granted.
miss  ICE answers all requests for release of records on the jail.
miss  A deputy who is sued may ask the chief counsel of ICE for help. Such requests are made on paper. The jail holds inmates.
hit   Upon [request] by ICE the jail will hold the inmate.
miss  Item 3 of the request asked for e-mails about ICE.
miss  DHS requests that you keep the man for two days.

sense notification/request  sentence @held_over
cue   at the [request] of @immigration
set @held_over
term hold|holds|holding|held|keep|keeps|keeping|kept|detain|detains|detained|detaining ...8 hours|longer|more|past|beyond|extra
term hold|holds|holding|held|keep|keeps|keeping|kept|detain|detains|detained|detaining ...3 @detainee_word|@person|them|him

# "item 3 of the request" is of a request for records; "DHS requests that you" is a verb
set @part
term item|part|section|category|paragraph|portion #
sense notification/request  doubtful passage @custody_counts not passage @students|@money|@personnel not near @records_word|@interview 6
cue   [request|requests] ...1 #
cue   # [requests]
cue   # ...1 qualifying|eligible|qualified [request|requests]
hit   In 2019, [requests] 330, qualified 102, transferred 60.
set @custody_counts
term transfers|transferred|pick-ups|pickups|notified|detainer|detainers
term @jail
miss  The library logged 330 requests, of which 102 qualified for a grant.
set @qualify_talk
term qualify|qualified|qualifying|unqualified
term detainer|detainers|notifications|pick-ups|pickups|transfers
hit   Key numbers: 64 [requests], 10 notifications, 0 transfers    64
miss  The clerk counted 64 requests and 12 comments.

set @that_you
term that you|your

# an agency's dealings with its partner's lawyers, inspectors and contracts: no one is let out
set @agency_affairs
term misconduct|complainant|complainants
term of|about|regarding|concerning|any|all|each|every|receive|receives|received|file|files|resolve|resolves|personally ...3 complaint|complaints|lawsuit|lawsuits|litigation|subpoena|subpoenas|summons|allegation|allegations
term complaint|complaints ...3 procedure|procedures|process|reporting|resolution|investigation
term is|are|be sued|subpoenaed
term disciplinary|discipline
term legal process|proceeding|proceedings|action|actions|representation
term process server
term training records|record|completion|certification|needs
term certification|certifications|recertification|credential|credentials
term background investigation|investigations|check|checks
term security clearance|clearances
term terminate|terminates|terminating|revoke|revokes|suspend|suspends|rescind|rescinds|withdraw|withdraws|renew|renews|modify|modifies|amend|amends|end|ends ...3 agreement|agreements|contract|contracts|memorandum|MOA|participation|authority|delegation
term termination|revocation|suspension|amendment|modification|renewal of ...3 agreement|contract|memorandum|MOA|participation|authority|delegation
term agreement|contract|memorandum|MOA ...5 terminated|revoked|suspended|rescinded|amended|renewed|modified
term terminate upon|on|by|with ...5 notice
term media|press|news inquiry|inquiries|conference|statement|statements|event
term lost|stolen|damaged|missing ...3 badge|badges|equipment|credential|credentials|card|cards|laptop|property|vehicle|vehicles
term data|privacy|security|information breach|breaches|incident|incidents
term reimbursement|reimbursements|invoice|invoices|appropriated funds
term officer|officers|deputy|deputies|personnel|candidate|candidates|nominee|nominees ...3 removed|reassigned|suspended|disqualified|nominated|resigns|retires|terminated
term removal|reassignment|suspension|nomination|selection of ...3 officer|officers|deputy|deputies|personnel|candidate|candidates
term terminated|revoked|suspended|rescinded|withdrawn by|upon|on|at
term termination|suspension|revocation or|and|notice|of|shall|will|requires|takes
term notice|notices|notification of termination|suspension|revocation|withdrawal
term revocation|termination|withdrawal ...3 notice|notification
term of|to|for the? appropriate|relevant|own personnel|staff
term respective agency|agencies
set @records_release
term release|disclosure of information|records|documents|footage|files
set @treaty
term treaty|treaties
term foreign national|nationals
set @let_out
term freed|transfer*
term # ...2 inmate|inmates|people|persons|individuals|arrestees|aliens|detainees|immigrants|men|women|times|occasions|cases
term release|released|releasing|freed|discharged from|of|date|dates|time|custody|to|by|before|when|jail|inmate|person|people
term upon|on|before|after|of|about|for|their|his|her release|discharge
term detainer|detainers
term let|lets ...2 out|go
term hold|holds|held|detain|detains|interview|interviews
term arrest|arrests|arrested
set @such_request
term such request|requests
set @your
term your

set @records_word
term record|records|document|documents|data|comment|comments

set @for_transfer
term for ...4 transfer|transfers|transferred|transferring
term to ...2 transfer
term that ...8 transfer|transferred
hit   We received 71 [requests] from ICE and no inmate was transferred.    affirmed 71
hit   Lt. Gossard reported four [requests] from ICE and two transfers.    affirmed 4

# ---- notify, notice ---------------------------------------------------------------------------------------

sense notification/other distractor
cue   [notice] from ...1 court
cue   [notice] was|is ...1 placed|published|printed in
cue   [notification] to the public
cue   [notice|notices|notification] ...2 in|through ...2 newspaper|newspapers
cue   sheriff|commissioner|chief|board|council|court was|were [notified] @weekday|that
cue   [notice|notices] of a|an|the|its? claim|claims|lien|default|appeal|hearing|privacy
cue   [notice|notices] of action|proposed|intent|preparation|completion|exemption|availability|default|termination|privacy|claim|appeal|hearing|lien|sale|award
cue   [notice] to appear|quit|contractors|vendors|bidders
cue   on|take|takes|taking|took|judicial|short|further [notice]
cue   until further [notice]
cue   push|breach|app|email|text|emergency|screen [notification|notifications|alert|alerts]
cue   [noticed] public hearing
miss  The Board takes notice of the report.
miss  Deputies wait for notice from the court before they release an inmate whom ICE wants.
miss  A 30-day notice was placed in the Herald for the TRUTH Act forum on ICE.
miss  The sheriff was notified Friday that ICE may come inside the jail.
set @weekday
term monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today
miss  A form headed Notice of Action was attached.

sense notification/public_notice distractor not after @defender_next 3
cue   public|legal|published|newspaper [notice|notices]
cue   [noticed] to|in the? public|newspaper|newspapers
cue   [noticed|noticing|notice|notices] ...6 newspaper
cue   [notice|notify|notifies|notified|notifying|alert|alerted|inform|informs|informed|informing|tell|tells|told] the? public
cue   [notice|notices] of|about|for the|a? ...3 forum|meeting|hearing
cue   provide|provides|provided [notice] to the public
miss  Public notice of the forum was posted on the county website.
miss  The sheriff notified the public of the forum on ICE.
hit   The county intends to [notify] the public defender of every detainer.    notification/person_notice
set @defender_next
term defender|defenders

sense notification/person_notice  before @target 6 sentence @immigration|@release|@detainee_word
sense notification/public_notice distractor
cue   days [notice]
hit   The Sheriff shall not transfer any inmate to ICE without first giving counsel three court days' [notice].    policy notification/person_notice

sense notification/public_notice distractor before @public_is 3 not after @immigration 3
sense notification/other distractor     near @consul 6
sense notification/other distractor     before @immigration 1 after @outsiders 3
sense notification/other distractor     near @legal_office 10 not sentence @let_out not before @legal_office 3
sense notification/other distractor     before @own_officer 5 not sentence @let_out|@detainee_word|@jail
sense notification/other distractor     sentence @agency_affairs not sentence @let_out
sense notification/other distractor     after @court 2
sense notification/request             after @us 2 sentence @you_ask sentence @custody_ends|@release
sense notification/other distractor     after @us 2 not sentence @immigration|@release
sense notification/other distractor     passage @war_prison
sense notification/other distractor     near @students 8 not sentence @immigration
sense notification/other distractor     passage @students not passage @immigration
sense notification/other distractor     sentence @if_you
sense notification/other distractor     sentence @papers_ready not sentence @immigration
sense notification/request             sentence @form_ask
sense notification/request             before @ice_wants 7 before @to_be 2
sense notification/ice_release_notice  after @your_office 3 passage @immigration
sense notification/person_notice       after @in_writing 2 not after @immigration 4 not before @immigration_is 4 passage @immigration|@topic|@detainee_word
sense notification/request             before @requests_you 14 not before @interview 3 not after @immigration 2
sense notification/ice_release_notice  before @local_wants 3 after @immigration 2
sense notification/ice_release_notice  self @notify_them passage @immigration not passage @target_noun not before @target_is 2
sense notification/other               before @immigration 3 after @local_agency 3
sense notification/request             before @ask 11  before @to_be 2 not before @interview 3 not after @person_only 3
sense notification/request             before @requests_made 8 before @to_be 2 passage @immigration
sense notification/person_notice       before @target_is 3 after @about_ice 3 not before @immigration 3
sense notification/other               clause @alienage after @immigration 2 not clause @release
sense notification/other               clause @at_booking after @immigration 2 not clause @release
sense notification/other               clause @incident after @immigration 2 not clause @release
sense notification/other               clause @alienage before @immigration_is 2 not clause @release
sense notification/ice_release_notice  before @immigration_is 4
sense notification/ice_release_notice  after @immigration 2 not after @about_ice 3
sense notification/other               near @field_office 3 passage @contract_party
sense notification/person_notice       after @target 3 passage @immigration|@topic|@jail|@detainee_word
sense notification/person_notice       before @target_is 4 not after @immigration 4 passage @immigration|@topic|@jail|@detainee_word
sense notification/person_notice       after @interview 6
sense notification/ice_release_notice  near @immigration 7
sense notification/ice_release_notice  sentence @immigration sentence @release|@jail|@detainee_word
sense notification/ice_release_notice  passage @immigration
sense notification/ice_release_notice  sentence @detainers
sense notification/other distractor
cue   notify|notifies|notified|notifying|ntfd|notfd|notifd|ntfy|ntf
cue   [notify|notifies|notified|notifying] them
hit   DHS requests that you keep the man and [notify] this office before his release.    notification/request
hit   If the sheriff wants to [notify] ICE, he should say why.    notification/ice_release_notice
hit   Does the jail call ICE? We do not [notify] them.    notification/ice_release_notice
hit   Deputies [notified] ICE of 31 releases.
hit   The office gave ICE advance [notice] of the release of 44 people.    affirmed 44
hit   ICE sent [detainers] to 3,671 agencies.    affirmed -1
hit   ICE took custody of 721 inmates on [detainers] this year and 1,665 last year.    affirmed 721
hit   The jail must [notify] inmates in writing when ICE wants to interview them.    policy
hit   ICE asked to be [notified] before release.
hit   Deputies [notified] ICE 27 times.    affirmed 27
hit   Deputies [notified] ICE at 0555.    affirmed -1
hit   ICE is [notified] when a person in our custody is about to leave.    notification/ice_release_notice
hit   The inmate is [notified] of ICE's interest.    notification/person_notice
hit   In 14 cases the inmate had not been [notified] in writing.    notification/person_notice negated 14
hit   Intake officers had to [notify] ICE if they thought that a juvenile was undocumented.    notification/other
hit   ICE has asked this agency to: ( ) hold you; ( ) [notify] it of your release date.    notification/request
miss  You will be notified when the second installment is ready; we redacted inmate names.
miss  You must notify the court of any change of address before the immigration judge sees you.
miss  If you got this e-mail about an inmate in error, please notify the sender.
miss  The school will notify parents of its decision by mail.
miss  Families were notified by text that the rink is closed.
miss  We will notify customers of the data breach.
miss  The office will notify parents of its decision by mail.
miss  The sheriff will at once notify the ICE Office of Chief Counsel of any summons. It houses inmates.
miss  A deputy who is sued must notify ICE of the lawsuit. ICE detainees are housed there.
miss  The agency shall notify ICE OPR of any misconduct by an officer. The jail keeps a file.
miss  The sheriff notifies ICE when a stolen badge is found. The jail houses inmates.
miss  The agency notifies ICE in writing when a trained deputy resigns. Inmates stay in the jail.
miss  A Supervisory CBPO was notified of the search under way. CBP agents held the man.
miss  The Mexican consulate was notified. ICE booked the man into the jail.
hit   The lawsuit says that the jail [notified] ICE of inmates on bail.
hit   The inspector general found that deputies [notified] ICE of 31 people.    affirmed 31
hit   The jail must [notify] ICE before it ends the agreement's hold and the inmate is let out.

set @requests_made
term requests|request ...4 @immigration|from|made|sent
hit   Of the 495 requests that ICE made to be [notified] of releases, 129 were granted.    notification/request
set @papers_ready
term installment|installments|invoice|responsive
term ready|available for ...2 review|pickup|inspection|viewing
term documents|records|copies|production|request is|are|becomes|become ...2 ready|available|complete|closed

set @your_office
term your duty|field|local? officer|office|agent|agents|desk|people
hit   ERO wrote that it could come. I [notified] your duty officer at 2110.    notification/ice_release_notice
set @in_writing
term in writing
set @you_ask
term ask|asks|asked|request|requests that you
hit   The undersigned officer asks that you: ☒ [Notify] this office before the subject leaves your jail.    notification/request
set @public_is
term public|community is|are|was|were|be|been
set @outsiders
term employer|employers|congress|reporter|reporters|media|press|lawmakers|airlines|airline|landlords|customers|vendors|court|judge|congressional|public|bidders|contractor
miss  ICE notified employers of the audit. The county jail was not among them.
set @consul
term consul|consuls|consular|consulate|consulates|embassy
set @legal_office
term OPR|OIG|OPLA
term chief|general counsel
term inspector general
term legal advisor
term professional responsibility
term internal affairs
term contracting officer's? representative?
set @own_officer
term supervisory|supervisor|supervising|watch|duty CBPO|BPA|SBPA|SCBPO
term SBPA|SCBPO
term supervisory @immigration
term supervisory customs|border|detention|deportation ...3 officer|agent

set @detainers
term detainer|detainers

set @us
term us|me|sender
term the sender
term this office|department
set @court
term the court|clerk|judge
term court of
set @if_you
term if you believe
term law enforcement support center

set @form_ask
term ask|asks|asked|request|requests|requested ...5 :
set @immigration_is
term @immigration ...1 is|are|was|were|be|been|being|gets|got
# what a place that holds people for ICE reports to it
set @incident
term hospital|medical visit|visits|stay|emergency|transport
term illness|illnesses|death|deaths|escape|escapes|assault|assaults|injury|suicide|hospitalization|hospitalized
term hunger strike
set @alienage
term fingerprint*
term born abroad|outside|elsewhere
term foreign born
term undocumented|illegally|unlawfully|noncitizen|foreign-born|alienage|citizenship
term immigration violation|violations|status
term country in which|of
term his|her|their|citizenship status
term in the country|U.S. illegally
term not ...6 legally
term deportable|removable
term foreign national|nationals
term violators
set @to_learn
term to learn|determine|verify|check|ascertain|confirm|ask|inquire
hit   For work release the jail [contacts] ICE to learn the inmate's status.    notification/other
set @requests_you
term request|requests|requested|ask|asks|asked that|for|of? you|your
term requested that you
set @local_wants
term sheriff|county|jail|office|department|deputies|he|she|we|undersheriff wants|want|wanted|chooses|choose|chose|has|had|have to
set @notify_them
term notify|notifies|notified|notifying them
set @target_noun
term inmate|inmates|person|persons|people|individual|individuals|detainee|detainees|family|families|relatives|attorney|attorneys|counsel|lawyer|lawyers|prisoner|prisoners|youth|youths|juvenile|juveniles|client|clients
set @field_office
term field office
term @immigration
term COR|COTR
set @contract_party
term contractor|offeror
term service provider
term contracting officer
term intergovernmental service agreement

set @local_agency
term jail|sheriff|department|county|sheriff's|office|facility|deputies

set @to_be
term to|be
term that ICE|it|they

set @about_ice
term them|him|her|inmates|people @immigration ...1 had|has|have|was|is|wanted|wants|asked
term of|if|that|when|whether|by|about @immigration

set @person_only
term inmate|inmates|person|persons|people|individual|individuals|detainee|detainees|him|her|attorney|counsel|designee

set @request_word
term request|requests
set @to_target
term to his|her|their|the|an|any? lawyer|lawyers|attorney|attorneys|counsel|family|families|designee
term to the? individual|person|inmate|detainee|arrestee|attorney|subject
term to inmate|inmates|individuals|detainee|detainees|him|her|them|persons|people|arrestee|arrestees
set @give_verbs
term give|gives|gave|given|get|gets|got|receive*|provide*|providing|giving|send|sends|sent|sending|mails|faxes|advance

set @target_is
term someone ...1 to
term inmate|inmates|person|persons|individual|individuals|detainee|detainees|he|she|they|i|you|attorney|attorneys|counsel|lawyer|lawyers|family|families|arrestee|arrestees|prisoner|prisoners

sense notification/other               distractor near @consul 4
sense notification/other               distractor sentence @treaty not near @immigration 4
sense notification/other               distractor near @legal_office 12 not sentence @let_out
sense notification/other               distractor sentence @agency_affairs not sentence @let_out
sense notification/ice_release_notice  before @requests_counted 3 not after @to_target 3
sense notification/ice_release_notice  before @requests_and 2 not after @to_target 3 passage @immigration not after @request_word 2
sense notification/ice_release_notice  before @without_notifying 1 sentence @release not after @to_target 3 not after @interview 6
sense notification/ice_release_notice  before @led_to 4 passage @immigration|@topic not after @to_target 4
sense notification/ice_release_notice  before @provided_it 1 passage @immigration|@topic|@transfer_noun not after @to_target 6 not before @written 3 not after @target 3
sense notification/request             before @wanted 3 not before @written 3 not before @request_word 3
sense notification/request             before @request_from 6 not before @written 3
sense notification/ice_release_notice  before @qualify 2 passage @immigration
sense notification/request             after @request_word 5 not before @written 3
sense notification/request             before @ice_demands 3
sense notification/ice_release_notice  before @immigration 2
sense notification/person_notice       after @to_target 8 not after @immigration 3
sense notification/ice_release_notice  after @made 1 not after @to_target 4 not before @written 3 passage @immigration
sense notification/ice_release_notice  before @release_or_advance 1 not after @to_target 4 passage @immigration not before @request_word 5
sense notification/person_notice       near @target 4 not after @immigration 3 passage @immigration|@topic|@jail|@detainee_word
sense notification/person_notice       after @interview 6
sense notification/ice_release_notice  before @release_or_advance 1 not after @to_target 4 passage @immigration not before @request_word 5
sense notification/request             before @ask 4 not after @immigration_goal 2
sense notification/person_notice       before @written 3 sentence @immigration|@target|@interview
sense notification/ice_release_notice  passage @immigration|@topic
sense notification/ice_release_notice  passage @detainee_word|@jail
sense notification/ice_release_notice  doubtful sentence @transfer_noun not passage @students|@money|@medical_records
sense notification/ice_release_notice  doubtful passage @transfer_noun|@qualify_talk around @notif_made 4 not passage @students|@money|@medical_records|@apps
sense notification/ice_release_notice  doubtful before @qualify 2 passage @convicted|@release|@jail|@topic not passage @students|@money|@medical_records|@apps
sense notification/other distractor
cue   notification|notifications|notif|notifs|notifn|ntfn
hit   Jail [notifications] to ICE dropped to 14 in 2019.
hit   Inmates get written [notification] of an ICE interview request.

hit   It will not answer any request from ICE for [notification] of a release.    notification/request
miss  When the hold is released a custodian gets a second notification.
miss  Notification of Resolution of a Complaint. ICE will write to the inmate.
miss  Internal Affairs ensures that notification is made to the ICE OPR. The jail houses inmates.
miss  Each chief sees to notification of the appropriate staff in the respective agencies, the jail and ICE.
miss  Treaties call for notification when the jail books a foreign national. ICE has no part.
miss  The alien declined consular notification. ICE booked him into the jail.

set @notif_made
term notifications made|sent|issued|given|entered|logged|going
term # notifications
term each|every|all|no more? notification|notifications
set @apps
term app|apps|breach|customer|customers|subscriber|subscribers|account|push|device|phone settings?
hit   Table 4: [Notifications] made: 48. Transfers: 12.
hit   Activists want the board to end every form of cooperation, including [notification] of release dates.    notification/ice_release_notice
set @transfer_noun
term transfer|transfers|transferred|transferring
set @release_or_advance
term release|advance|prior|pre-release
set @immigration_goal
term to @immigration
hit   Deputies gave ICE access to 33 individuals in custody: 30 through release [notifications].    notification/ice_release_notice
hit   ICE access is any of these: complying with a hold request, advance [notification] to ICE of a release, an interview.    notification/ice_release_notice
hit   6/8 1340 ICE req rcvd re bkg 180442. No qual conv, no [notif] sent.    notification/ice_release_notice
hit   The office made 12 transfers and nine [notifications] in calendar 2019.    affirmed 9
set @without_notifying
term without
set @provided_it
term provided|provides|provide|providing|gave|gives
hit   ICE complained that the county released 61 people without [notification].    notification/ice_release_notice negated
hit   The office received 52 requests from ICE and provided [notification] in 8 instances.    notification/ice_release_notice 8
set @made
term made|sent|issued
set @requests_and
term request|requests|detainers ,? and
hit   ICE requests and [notifications] by month. The peak was in May.    notification/ice_release_notice
set @requests_counted
term request|requests|detainers ...1 #
hit   2018: ICE requests 330, [notifications] 102    notification/ice_release_notice 102
set @wanted
term @immigration ...2 @ask
set @request_from
term request|requests from|by @immigration for
set @qualify
term qualify|qualifies|qualified|qualifying|eligible for

set @written
term written|writing|copy|oral

sense notification/person_notice       sentence @truth not near @immigration 3
sense notification/person_notice       before @gave_me 5 passage @immigration|@topic not after @immigration 4
sense notification/person_notice       before @gave_person 10 passage @detainee_word|@jail|@topic
sense notification/person_notice       passage @notices_to_inmates not near @immigration|@release 4 not after @to_target 3
sense notification/person_notice       after @to_target 3
sense notification/person_notice       before @served_with 3
sense notification/other               distractor near @consul 4
sense notification/other               distractor sentence @treaty not near @immigration 4
sense notification/other               distractor near @legal_office 12 not sentence @let_out
sense notification/other               distractor sentence @agency_affairs not sentence @let_out
sense notification/person_notice       before @written 3 passage @immigration|@topic
sense notification/request             before @asked_for 10 passage @immigration|@topic not before @written 3 not before @asked_then 12
sense notification/request             before @ask 4 passage @immigration|@topic
sense notification/request             before @ice_demands 3
sense notification/person_notice       after @interview 6 passage @immigration|@topic
sense notification/person_notice       after @about_ice 2 passage @immigration
sense notification/ice_release_notice  after @from_jail 3 passage @immigration
sense notification/person_notice       before @required 1 passage @topic
sense notification/ice_release_notice  after @immigration 4
sense notification/ice_release_notice  before @immigration 4 before @give_verbs 5
sense notification/person_notice       near @target 8 passage @immigration
sense notification/person_notice       near @target 8 passage @topic not after @to_target 3
sense notification/person_notice       before @written 3 passage @immigration
sense notification/ice_release_notice  near @release 5 passage @immigration
sense notification/ice_release_notice  after @from_jail 4 passage @immigration
sense notification/person_notice       before @given 3 not before @immigration 6 passage @immigration|@topic
sense notification/person_notice       near @signed 5 passage @detainers|@topic passage @jail|@detainee_word not sentence @public|@hearing_words
sense notification/ice_release_notice  before @such 1 passage @immigration sentence @jail|@release|@detainee_word
sense notification/ice_release_notice  before @jail_gave 3 passage @immigration not after @to_target 5 not sentence @hearing_words
sense notification/person_notice       before @written 2 sentence @transfer_noun not passage @students|@money|@personnel
sense notification/person_notice       before @they_are_given 4 sentence @own_language
sense notification/ice_release_notice  before @led_to 4 passage @immigration passage @jail|@release
sense notification/other distractor
cue   notice|notices
hit   ICE asked the jail 19 times for [notice] before a release.    notification/request
hit   They must give the inmate written [notice] before an interview with ICE.
hit   He was freed without [notice] to ICE.    negated
miss  The sanctuary law binds the jail and ICE. Notice of the forum was printed in Spanish.
miss  Either party may end the contract by a 90-day written notice. ICE pays for each inmate.
miss  A notice of withdrawal by ICE names the deputies and the jail.
miss  A suspension notice by ICE is sent to the jail by certified mail.
miss  This agreement may be terminated by ICE upon written notice to the jail.
hit   Notices go to ICE. How many inmates would be affected if the Board barred such [notices]?

set @gave_me
term give|gives|gave|given|giving|hand|handed|serve|served|show|shown|sent|send me|him|her|us|them|you a|an|any|the|no|my|his?
set @gave_person
term give|gives|gave|given|giving|serve|served|serving|show|shown|offered ...6 @target
set @notices_to_inmates
term notice|notices|form|forms|letters to the? @detainee_word
hit   The notices to inmates were in English. Since 2020 the [notices] have been printed in six languages.    notification/person_notice
hit   I learned of the ICE detainer in the lobby. No one gave me a [notice].    notification/person_notice negated
hit   The jail gave none of the inmates in our sample the [notice] in their language.    notification/person_notice
set @signed
term sign|signs|signed|signing|unsigned|undated|signature|spanish|english|language|languages|translated|comply
term not|never|were|was dated
term copies|copy of the
set @jail_gave
term jail|sheriff|deputies|county gave|gives|give|sent|sends|had|has given|sent?
hit   The jail gave [notice] that he would be out at six, and ICE came.    notification/ice_release_notice
set @they_are_given
term @detainee_word is|are|was|were ...1 given|served|handed|shown
set @own_language
term language|languages|form|forms|spanish|translated
hit   Chair Lund asked whether inmates are given [notice] in a language they read.    notification/person_notice
hit   She ruled that the sheriff must serve written [notice] at least 24 hours before any transfer.    notification/person_notice
set @hearing_words
term hearing|forum|meeting|agenda|ordinance|appear|appeal
hit   The jail gets detainers from ICE. He refused to sign the [notice].    notification/person_notice
set @ice_demands
term @immigration ...1 demand|demands|demanded|like|want|wants|wanted|need|needs|needed|expect|expects|expected|sought|seeks
hit   ICE demanded [notification] of each release.    notification/request
set @asked_for
term ask|asks|asked|asking|wants|wanted ...8 for

set @asked_then
term @ask for ...6 after|when|once|because|while|although
set @such
term such|these|those

set @served_with
term served with|on?
set @required
term required|oral|statutory|proper|prior
set @given
term been|was|were|be|being given|served|handed|shown|sent
set @truth
term TRUTH Act?

set @from_jail
term from the? jail|jails|sheriff|county

sense notification/ice_release_notice
cue   [notification|notifications] of ...2 release dates|times|date
cue   [responses|replies] #
cue   [response|responses] ...4 to @immigration
cue   let|lets|letting @immigration [know]
cue   @immigration would|will|must|shall|may|can|should|could not? be [told|informed|advised|alerted|warned|called|contacted|phoned|telephoned|e-mailed|emailed|faxed|paged]
cue   @immigration to be [told|informed|advised|alerted|warned|called|contacted|phoned|paged]
cue   @immigration not [told|informed|advised|alerted|warned|called|contacted|phoned|paged]
cue   was|were|is|are|be @immigration ...1 [told|informed|advised|alerted|warned|called|contacted|phoned|paged]
cue   @immigration has|have|had not? been [told|informed|advised|alerted|warned|called|contacted|phoned|telephoned|e-mailed|emailed|faxed|paged]
cue   @immigration ...4 [told|informed|advised|alerted|warned] them
cue   @immigration is|are|was|were|be ...2 [told|informed|advised|alerted|warned|called|contacted|phoned|telephoned|e-mailed|emailed|faxed|paged]
cue   @immigration [advised|contacted|called|faxed|paged|emailed|told] ...7 rel|release|released
cue   release dates|times|date ...7 [shared|gave|provided|sent|supplied|disclosed|passed] with|to @immigration
cue   heads-up|headsup
cue   # [responses|replies]
cue   [response|responses] provided|sent|given|made
cue   whom|whose|which ...3 [released|shared|provided|gave information|dates|times|data]
cue   whose ...1 [dates|times was|were given|sent|shared|told] to|with @immigration
cue   # [responses|replies] ...2 sent|given|provided|made
cue   notification response|responses
cue   gave|give|gives|given|giving @immigration a|the [heads up]
cue   release date|dates|information|times ...6 is|are|was|were|be|been ...2 [shared|given|provided|sent|supplied|disclosed] to|with @immigration
cue   [provide|provides|provided|providing|give|gives|gave|giving|share|shares|shared|sharing|supply|supplied ...3 information] on|about|regarding ...3 @person|@detainee_word|release
cue   [send|sends|sent|sending|email|emails|emailed|emailing|e-mailed|e-mailing|fax|faxes|faxed|faxing] ...5 list|lists|roster ...5 to @immigration
cue   [send|sends|sent|sending|email|emails|emailed|e-mailed|fax|faxes|faxed|faxing|give|gives|gave|giving] @immigration ...4 list|lists|roster|log
cue   [give|gives|gave|giving|made|makes|make|making|placed|places] ...3 courtesy? call|calls to @immigration
cue   gave|give|gives|giving|given @immigration ...2 [call|calls|word|ring]
cue   courtesy [call|calls|notification|notifications|notice|notices]
cue   @immigration ...1 got|gets|receives|received|had a|an|the|no|another? ...1 [call|word|tip|alert|heads-up] from ...3 jail|sheriff|county|deputies|clerk
cue   @immigration [advised|called|phoned|faxed|paged|adv] at? #
cue   @immigration [advised|called|phoned|faxed|paged|contacted|told] :
hit   ICE got a [call] from the county jail before the release.
hit   ICE agents were [told] of the release.
hit   Why was ICE [informed] of the release?
hit   Time served / detainer / legal said no / ICE not [called] / out front    negated
hit   Rec'd 03/02. ICE [called]: 03/09 0705. Released 0930.    affirmed
hit   Qualifies: N. ICE [called]: N. Released to self.    negated
hit   1/22/19 | qualifies | ICE [advised] of rel time 1400
hit   Of 266 inmates whose release dates the county [shared] with ICE, 120 were met.
hit   The supervisor asked whether ICE is [called] before a release.
hit   ICE was [told] that he would be out by noon.    affirmed
hit   He was told that ICE would be [told] of his release.    future notification/ice_release_notice
hit   He was [told] that ICE would be told of his release.    affirmed notification/person_notice
hit   ICE has been [advised] and will come for the inmate.
hit   I spoke with ERO and [told] them he posts bail tonight.
hit   The jail [emailed] a list of releases to ICE.    affirmed
hit   We gave ICE a courtesy [call] before each release.
hit   The county [sends] ICE a daily list of foreign-born inmates.

sense notification/request  passage @immigration sentence @release|@person|@jail|@let_go
cue   let us|me [know] when|before|if|once
cue   @ask ...2 for a? heads-up|headsup
cue   @ask ...2 for a? [heads up]
hit   The ICE duty line called asking for a [heads up] on an inmate.    notification/request
hit   Please let us [know] when you intend to let him go; ERO will send two officers.    notification/request
miss  Please let us know when the file is ready.
sense notification/request  doubtful sentence @let_go not passage @students|@money
cue   let us|me [know] when|before|if|once
hit   We plan to be there at 0600 for the two males on your list. Please let me [know] if either one makes bail.    notification/request
set @let_go
term let ...2 go|out
term walk|walks|walked
term bail|bails|bailed|bond|bonds|bonded

# ---- other verbs: only with a receiver that matters ---------------------------------------------------------

sense notification/other               distractor sentence @agency_affairs not sentence @let_out
sense notification/other               clause @alienage not clause @release
sense notification/other               after @at_booking 5 not clause @release
sense notification/other               after @to_learn 3
sense notification/request             before @ice_asks 6 before @to_be 2 after @immigration 2
sense notification/request             sentence @form_ask
sense notification/request             before @ice_wants 9 before @to_be 2
sense notification/ice_release_notice  before @any_number 1 not after @about_ice 3
sense notification/ice_release_notice  passage @release|@jail|@detainee_word|@topic|@handed|@case_at_hand|@log_marks not after @about_ice 3 not before @point_of 2 not around @contact_noun 4
sense notification/ice_release_notice  passage @titles_of_jail after @on_him 2 not after @about_ice 3
sense notification/ice_release_notice  sentence @custody_talk not after @about_ice 3 not before @point_of 2 not around @contact_noun 4
sense notification/ice_release_notice  before @staff_word 12 not after @about_ice 3 not before @point_of 2 not around @contact_noun 4
cue   [alert|alerts|alerted|alerting|advise|advises|advised|advising|inform|informs|informed|informing|tell|tells|told|telling|contact|contacts|contacted|contacting|call|calls|called|calling|phone|phones|phoned|phoning|telephone|telephoned|e-mail|e-mails|email|emails|e-mailed|emailed|emailing|fax|faxes|faxed|faxing|tip|tips|tipped|tipping|warn|warns|warned|warning|ping|pings|pinged|text|texts|texted|texting|apprise|apprised|update|updates|updated|message|messages|messaged|messaging|ring|rang|radioed|brief|briefed|page|pages|paged|paging|telephones|telephoning|clue|clued|reach|reached|reaching|adv|advd] ...1 @immigration
cue   [msg|vm|lm] ...2 @immigration
cue   [tip|tips|tipped|tipping] ...1 off @immigration
cue   [sent|sends|send|sending|left|leaves|leave] @immigration ...2 message|messages|text|texts|note|e-mail|email|emails|alert|alerts|word
cue   [sent|sends|send|sending|left|leaves|leave] ...2 message|messages|text|texts|note|e-mail|email|alert|word to|for|with @immigration
cue   [call|calls|called|calling|phone|phoned] ...2 ICE line|hotline|desk|office|duty|number
cue   [alert|alerted|advise|advised|inform|informed|tell|told|contacted|called|phoned|e-mailed|emailed] agent|agents _ ...1 that|about|when|of|re|regarding
cue   [call|text|phone|e-mail|email] you|when|once ...2 he|she|they|inmate is|are|has|have|gets|leaves
cue   call|calls|calling|called|phone|phoning|phoned ...1 @immigration to [alert|tell|inform|advise|warn]
cue   [alert|alerts|alerting|notice|notices|heads-up|call|calls|message|messages|e-mail|e-mails|email|emails|fax|faxes|text|texts] ...1 to @immigration
cue   without|no [word] to @immigration
cue   [voicemail|voicemails|message|messages] ...1 left|sent ...2 for|with|to @immigration
cue   [left|leave|leaves|leaving] ...2 voicemail|voicemails ...2 for|with|to @immigration
cue   @immigration ...1 gets|get|got|receives|receive|received|had ...3 [alert|alerts|notice|notices|call|calls|e-mail|e-mails|message|messages|heads-up] when|whenever|of|before|each|every|that|ahead
cue   @immigration ...4 it|they was|were|is|are|had|has ...3 [called|contacted|told|informed|alerted|advised|phoned|warned]
cue   [alert|alerts|call|calls|message|messages|e-mail|e-mails|email|emails|fax|faxes|text|texts|heads-up] ...1 goes|went|go|is|are|was|were|sent|made|placed ...1 sent|made|placed? out? to @immigration
cue   [call|calls|message|messages|e-mail|e-mails|alert|alerts|notice|heads-up|word] to the|that federal? agency|bureau
cue   [pass|passed|passes|passing|send|sent|sends|sending|get|got] word ...1 to @immigration
cue   [make|makes|made|making] contact with @immigration
cue   [made|make|makes|kept|keep|keeps] @immigration aware|informed|apprised|advised|posted
cue   @immigration ...1 @be ...1 [made|kept] aware|informed|apprised|posted
cue   [clue|clued|cluing|loop|looped|looping] @immigration in
cue   [alert|alerts|alerting|alerted|inform|informs|informing|informed|tell|tells|telling|told|tip|tipping|tipped] off? the|that agency
cue   [phone|phones|phoned|phoning|call|calls|called|calling|contact|contacts|contacted|contacting|alerts|faxed|e-mailed|emailed|paged|telephoned|notify|notifies|notified|notifying|warn|warned|warning|tip|tipped|tipping|advise|advised|advising|inform|informed] off? the|that federal? agency|bureau
cue   [telling|tell|told|notify|notified|notifying|alert|alerted|alerting|inform|informed|informing|advise|advised|advising] it
cue   we|they|deputies|staff ...2 [call|calls|called] about
cue   we|deputies|staff|jail|guards|jailers [tell|tells|told|give|gives|gave] them the|a|nothing? time|date|dates|hour|times
cue   [call|phone|contact|alert|telephone|notify] , ...3 or|and call|contact|fax|e-mail|email|text|phone @immigration
cue   [fax|faxes|faxed|faxing|email|emailed|emailing|e-mail|e-mailed|send|sent|sending] the agency ...3 list|lists|roster|names
cue   [alerted|informed|advised|told|contacted|called] the? sacramento? _ ICE
cue   [communicate|communicated|communicates|communicating] with @immigration
cue   [response|responses] to|for @immigration
cue   respond|responds|responding|responded to requests for notification
cue   respond|responds|responding|responded to a|an|any|the|such|each ICE? notification request|requests
cue   [respond|responds|responding|responded to requests for notification] of release
cue   [response|responses] was|were ...3 sent|given|provided|made
hit   I have [advised] Agent Toll that he will be released at two.
hit   When a jail [tips] ICE, victims stop calling.
hit   The inmate leaves at six. I'll [call] when he is dressed out, then ICE can come.
hit   Jailers [contact] ICE if an inmate turns out not to be in the country legally.    notification/other
hit   The jail began calling federal agents to [alert] them before an inmate's release.    notification/ice_release_notice
hit   Staff [alerted] ICE to 226 inmates who had served their time.    affirmed 226
hit   A deputy [called] ICE before the man was let out.
miss  We call on the Board to act.
miss  The points of contact for ICE stand in Appendix C. The jail has a copy.
miss  Appendix C names a contact for ICE at the jail.
# a line of a log
hit   ICE knows who is in jail without anyone [telling] it.
hit   ICE had asked about 37 people in custody who were freed without a [call] to the agency.    negated
hit   0410 [called] ICE, no ans. 0415 spoke with Agt Bell.
hit   0410 [adv] ICE of rel time.
hit   ICE gets an automated [alert] when the jail sets a release.    notification/ice_release_notice
hit   ICE says that it was never [called] by the jail.    negated
hit   A [voicemail] was left for ICE before the inmate was released.
hit   ICE wants the jail to [notify] it before the man is released.    notification/request
hit   An e-mail [alert] goes to ICE when a prisoner is about to be released.
hit   The jail [passed] word to ICE that he was getting out.
hit   ICE was [made] aware of the release by the jail.
set @log_marks
term bk|bkg
term PC|HS|VC #
term P U
term NPU|PU|TOT|XREF|X-REF
set @at_booking
term at|on|upon booking|intake|arrival|admission|reception
term is|are|was|were booked
term each|every booking
term of|upon|after the|an|his|her|their|its|each|every? arrest|arrests|confinement|booking|bookings
term committed to the|its|our|their? custody|jail|facility
hit   The booking officer [notifies] ICE of the arrest in good time.    notification/other
hit   The jail [notifies] immigration officials when a prisoner is committed to the custody of the facility.    notification/other
set @ice_asks
term @immigration|detainer|request|hold|form ...2 asks|asked|ask|requests|requested
hit   The jailers, partners since 2009, [alert] ICE at booking.    notification/other
hit   A notification request asks the jail to [inform] ICE when a person will get out.    notification/request policy
set @titles_of_jail
term sgt|sergeant|lt|capt|captain|lieutenant|deputy|deputies|records|booking|sheriff
set @on_him
term @immigration on|about|for|re
hit   From: Sgt. Cole. I [called] ICE on Ramos at 0600.    affirmed
set @custody_talk
term charge|charges|bail|bond|misdemeanor|misdemeanors|felony|felonies|booked|booking|arrest|arrests|arrested
term rap sheet
set @staff_word
term sgt|lt|capt|captain
term deputies|deputy|sergeant|lieutenant|clerk|clerks|sheriff|police|department|jailer|jailers|guard|guards|staff
hit   Staff told us they [call] ICE even when the charge is minor.    affirmed
hit   Records show that the department [contacted] ICE about 31 people.    affirmed 31
miss  A neighbor called ICE about a dog.
set @point_of
term point|points of
set @contact_noun
term no|any|little|direct|regular contact|contacts
term contact|contacts|call|calls|text|email|phone for|from|in|within|at|of|with @immigration
miss  Staff informed the contractor of the delay.
hit   Bk 20-1187 / PC 211 / [called] ICE 9-02 0200    affirmed

# it: the agency that complains
sense notification/ice_release_notice  passage @immigration
cue   it was|had|is|were ...2 [told|informed|notified|advised|alerted] of|about ...2 release|releases
cue   [told|tells|tell|telling] them when|what he|she|time|hour
cue   not|never|don't|doesn't|didn't|won't|can't|wouldn't ...1 [call|calls|called|notify|notified|tell|told|alert|alerted] anybody|anyone
hit   ICE traded blame with the jail after he was freed. It says it was never [told] of his release.    negated notification/ice_release_notice
hit   Two agents of ICE picked him up in the lobby after a deputy [told] them when he would walk out.    notification/ice_release_notice
hit   "If we get a detainer from ICE, we look at the charge. If it's not on the list, we don't [call] anybody."    negated

# what people call them: "called immigration on me"
set @matter_of_immigration
term immigration law|laws|policy|policies|status|court|courts|judge|judges|attorney|attorneys|lawyer|lawyers|case|cases|reform|system|rights|advocates|advocate|history|form|forms|relief|matters|issues|clinic|records|expert|counsel|services
sense notification/other               clause @alienage not clause @release
sense notification/other               clause @at_booking not clause @release
sense notification/ice_release_notice  not after @matter_of_immigration 3 passage @release|@jail|@detainee_word|@let_out|@handed
cue   [tell|tells|told|telling|call|calls|called|calling|alert|alerts|alerted|notify|notifies|notified|notifying|inform|informs|informed|phone|phoned|contact|contacts|contacted|tip|tipped] off? immigration
hit   The jail [called] immigration on me.
miss  The jail called immigration lawyers about the clinic.

# them: ICE, where nobody else is spoken of
sense notification/ice_release_notice  passage @immigration passage @release|@jail|@detainee_word|@custody_ends|@handed not passage @target_noun not after @about_ice 3
cue   [tell|tells|told|telling|alert|alerted|alerting|inform|informed|informing|notifying|e-mail|e-mailed|email|emailed|call|called|calling|phone|phoned|fax|faxed|contact|contacted] them
hit   Neither would say how ICE knew when each man would leave. "We did not [tell] them," the sheriff said.    negated
hit   ICE says that we never called about the jail release. I [e-mailed] them at 8:14.

# immigration authorities tell a jail what they mean to do
sense notification/other  sentence @release|@detainee_word|@handed|@transfer_noun|@pick_up|@detainers
cue   @immigration ...3 [told|tells|tell|informed|informs|advised|advises|alerted|called|notified|notifies|e-mailed] ...1 @local_agency ...1 that|it|of|when|to
hit   ICE [told] the jail that it would not pick up the inmate.    notification/other
miss  ICE told the county that it pays rent.
set @pick_up
term pick|picks|picked ...2 up
term collect|retrieve

# an office of immigration authorities asks in its own words
sense notification/request  passage @immigration sentence @release not before @target_is 2
cue   [call|contact|phone|telephone|advise|notify|inform|tell|alert|e-mail|email] this|our office|unit|agency
cue   [inform|advise|tell|alert|call|contact|telephone|notify] us|me of|when|before|prior|if|once
hit   Dear Sheriff: please [call] this office before he is released. U.S. Immigration and Customs Enforcement    notification/request
miss  Please call this office before the forum on ICE.

# a jail writes to one
sense notification/ice_release_notice  passage @immigration sentence @release|@detainee_word not before @immigration_is 3
cue   [informed|advised|told|alerted|called|contacted|phoned|e-mailed|emailed|faxed] your duty|field? office|officer|officers|agents|staff|agency
hit   Dear Director: we [informed] your office of his release; ICE did not come to the jail.

# word that came from a jail
sense notification/ice_release_notice  sentence @immigration not before @stands_by|@target_is 5 not sentence @wrong_call
cue   [call|calls|tip|tips|word|alert|alerts|heads-up|e-mail|e-mails] from ...2 jail|sheriff|deputies|jailers|guards
hit   A [tip] from jail staff brought ICE to the gate.
miss  A call from jail inmates cost a dollar; ICE pays none of it.
set @wrong_call
term cost|costs|collect|minute|minutes|records

# those who stand by the one in custody: his lawyer, his family
sense notification/person_notice  passage @immigration|@topic passage @release|@jail|@detainee_word|@handed|@custody_ends|@let_out not before @immigration_is 2 not after @immigration 1
cue   @stands_by ...3 is|are|was|were|be|been not|never|ever|also|then|first? [informed|advised|told|notified|alerted|called|contacted]
cue   @stands_by ...3 was|were|is|are|been not|never|also? [e-mailed|emailed|phoned|faxed|texted]
cue   @stands_by ...1 got|gets|received|receives|had a|an|the|no|any? ...1 [call|e-mail|email|letter|notice]
cue   [call|calls|called|calling|phone|phoned|e-mails|emails|e-mailed|emailed|texted|fax|faxes|faxed|alert|alerts|alerted] ...1 @stands_by ...7 @immigration|detainer|release|released
cue   nobody|never [informed|told|called|notified|alerted|contacted|phoned] ...1 @stands_by
cue   no one [informed|told|called|notified|alerted|contacted|phoned] ...1 @stands_by
cue   without [informing|telling|calling|notifying|alerting|contacting|phoning] ...1 @stands_by
cue   did|does|do not|never [inform|tell|call|notify|alert|contact|phone] ...1 @stands_by
set @target
term inm|atty
set @stands_by
term @detainee_word|person|individual attorney|attorneys|lawyer|lawyers|counsel|family|designee|relatives
term his|her|their|my|the|an|your|whose lawyer|lawyers|attorney|attorneys|counsel|defender|family|relatives|wife|husband|mother|father|designee
term public defender|defenders
term counsel|relatives|attorneys|lawyers
hit   His attorney got a [call] from the jail about the ICE detainer.    notification/person_notice
hit   The jail [called] his mother to say ICE had come.    notification/person_notice
hit   The inmate Ruiz was not [told] of the detainer until ICE came.    notification/person_notice negated
hit   ICE had him by noon. They let him out the back, and his public defender was never [told].    negated notification/person_notice
hit   Deputies gave him to ICE without [calling] his lawyer.    negated notification/person_notice
hit   ICE knew the hour of his release from jail, and his lawyer was not [informed].    negated notification/person_notice
miss  The bank was robbed and the lawyer was never told.

# a line of a log that leaves out who called
sense notification/ice_release_notice  passage @log_marks|@log_words  not after @an_object 1
cue   @immigration [called|advised|phoned|faxed|paged|emailed|adv]
set @log_words
term no show
term dressed out
term rel|rls|rlsd
set @an_object
term the|a|an|him|her|us|me|jail|our|my|back|to|for
hit   0415 inmate dressed out. 0430 ICE [called]. 0510 no show. Rel street.    affirmed

# an office of immigration authorities writes of itself
sense notification/ice_release_notice  passage @immigration|@topic before @jail_did 4
cue   [advise|advises|advised|notify|notified|inform|informed|alerted] this office|unit|agency
sense notification/ice_release_notice  passage @immigration|@topic|@jail
cue   call from ...5 jail [advising|stating|saying] that
set @jail_did
term jail|sheriff|deputies|booking|facility|county
hit   The jail did not [advise] this office of his release. ERO found him later.    negated

# agents without a name, whom a jail tells of a release
sense notification/ice_release_notice  passage @jail|@detainee_word|@handed passage @release|@immigration|@topic|@custody_ends not passage @other_agents
cue   [alert|alerts|alerted|alerting|notify|notifies|notified|notifying|advise|advised|inform|informs|informed|tell|tells|told|telling|call|calls|called|calling|phone|phoned|warn|warned|tip|tipped|text|texted|e-mail|e-mailed] off? the? agents
cue   agents is|are|were|was|been|be ...1 [alerted|notified|told|called|informed|warned|tipped]
cue   [notify|notifies|notified] agent _
cue   deputies|jailers|guards|staff ...1 [call|called|tell|told|alert|alerted|tip|tipped|phone|phoned] off? agents
hit   Agents are [alerted] when a person with a serious record leaves the jail.    notification/ice_release_notice
hit   The jail [alerted] agents before the inmate was released.
hit   I [notified] Agent Cole at 1620 that the inmate posts bail tonight.
miss  The jail's press office called agents for the actor.
set @other_agents
term actor|actors|athlete|athletes|estate|insurance|travel|sports|ticket|actress
term FBI|DEA|ATF
set @custody_ends
term bail|bails|bond|walks|walked|leaves|left|lobby|vestibule|freed

# the case that a short message is about
set @case_at_hand
term on|about|re|for|with this|that|these|those one|guy|man|case|male|female|subject
term qualifies|qualify
term convicted|conviction|arrested|felony|felon
term traffic stop|stops

set @officials
term your lawyer|attorney|family|senator|supervisor
term supervisor|supervisors|board|council|reporter|reporters|court|judge|jury|commissioner|commissioners|lawmakers|legislators|deputies|staff|officers|newspaper|investigators|auditors|me|us
set @told_officials
term commander|sergeant|lieutenant|captain|supervisor|clerk|manager|unit|chief ...1 is|are|was|were
term commander|sergeant|lieutenant|captain|supervisor|clerk|manager|unit|chief ...1 will|shall|must be
term supervisors|commissioners|council|board|reporters|lawmakers is|are|was|were
set @about_asking
term @immigration ...1 was|were|is|would|will ...1 coming|waiting|there|come|wait
term why|that|what @immigration ...1 wants|wanted|asks|asked
term them|him|her|inmates|people @immigration ...1 had|has|have|was|is|wanted|wants|asked
term whether|if|that ICE|it|they|the has|had|asked|asks|wants|wanted|wishes|wished|seeks|plans|intends|will|would|agency|office|jail|county|sheriff
term whether|if|that @immigration ...2 has|had|asked|asks|wants|wanted|wishes|wished|seeks|plans|intends|will|would
set @asking
term hold|holds|notification|transfer|interview|request|requests|question|questions

set @handed
term turned|turn|turning|hand|handed|transferred over?

sense notification/ice_release_notice  passage @release|@jail|@detainee_word|@topic not after @asking 5
cue   [respond|responds|responded|responding] to @immigration
miss  No employee may respond to an ICE interview question.

# an answer to what ICE asked: "responded to 389 of them"
sense notification/ice_release_notice  passage @immigration|@topic passage @release|@jail|@detainee_word|@topic not after @interview|@records_word 7
cue   [respond|responds|responded|responding] to ...3 detainer|detainers
cue   [respond|responds|responded|responding] to ...3 notification request|requests
cue   [respond|responds|responded|responding] to ...2 requests|request from|by|of @immigration
cue   [respond|responds|responded|responding] to # of? them|those|these|the
hit   ICE sent the jail 90 requests for notification; staff [responded] to 30 of them.    affirmed 30
hit   We ask that you stop [responding] to ICE notification requests.    hypothetical
miss  The jail and ICE responded to 30 of the questions about interviews.

# those who were told by the jail: "after being alerted by deputies"
sense notification/ice_release_notice  sentence @immigration passage @release|@jail|@detainee_word not before @target_is 4
cue   @be [alerted|told|informed|advised|warned|called|phoned|contacted] by ...2 @local_agency|guards|staff|sheriff's
cue   @be [tipped] off? by ...2 @local_agency|guards|staff|sheriff's
hit   ICE arrested 19 people at the jail after being [alerted] by deputies.

# the same receiver, named before
sense notification/ice_release_notice  passage @immigration passage @release|@jail|@detainee_word not passage @target_noun not sentence @immigration
cue   [told|tell|tells] them on|of|when|that|about
sense notification/ice_release_notice  passage @immigration passage @release|@jail|@detainee_word|@case_at_hand not before @target_is 3
cue   [call|calls|called|calling|alert|alerts|alerted|phone|phoned] them
hit   ICE asked the jail to say when somebody would be freed. Deputies [told] them on eight occasions.    affirmed 8
hit   Do not contact ERO on this one. If anybody already [called] them, let me know.    hypothetical

sense notification/person_notice  passage @immigration|@topic sentence @rights|@about_asking  not before @immigration_is 2 not after @officials 2 not before @told_officials 3 not after @immigration 1
cue   [inform|informs|informed|informing|advise|advises|advised|advising|tell|tells|told|telling|alert|alerts|alerted] # ...2 @target
cue   [inform|informs|informed|informing|advise|advises|advised|advising|tell|tells|told|telling|alert|alerts|alerted] ...2 @target
cue   [inform|advise|tell|notify] you ...1 that|of|about|in|if|whether|when
cue   @target ...2 is|are|was|were|be|been not|never|ever|also|then? [informed|advised|told|alerted]
cue   @target ...1 [informed|advised|told|notified] of|about|in
cue   i|we was|were [told|informed|advised|notified] of|about
cue   was|were|been|be not|never|ever|also|first? [told|informed|advised|notified] of|about ...3 detainer|detainers|hold|request|requests|rights|right|interest|interview
cue   to be [told|informed|advised|notified] if|when|whether|that ...1 @immigration
cue   [told|informed|advised|warned|tell|tells] him|her|them|inmates|people @immigration ...1 had|has|have|was|is|wanted|wants|asked
cue   # had|have not|never|also? been [informed|told|notified|advised]
cue   let|lets|letting ...3 [know]
cue   @be ...2 [told|informed|advised|notified] ...3 that|when|if|whether|why @immigration
cue   you ...3 be ...1 [told|informed|advised|notified]
cue   [tell|tells|told|telling|inform|informs|informed|advise|advised] ...3 that|when|if|whether @immigration
hit   Deputies must [inform] the inmate of his rights before an ICE interview.    policy
hit   Upon receiving a notification request the agency shall [inform] the individual whether it intends to comply.    policy notification/person_notice
hit   ICE may ask for an interview; staff must [tell] you that you may refuse.    policy notification/person_notice
miss  Call the sheriff about ICE and tell him to stop.
cue   must|shall be [told|informed|advised] in writing|of|whether|that
cue   [told|informed|notified] his|her|their lawyer|attorney|family
hit   Two inmates said that guards never [told] them ICE had asked for them.    notification/person_notice negated -1
hit   Nine knew that they could refuse to see ICE; two had not been [informed] of their right.    notification/person_notice negated 2
miss  He told them to sit down.
hit   You must be [told] in your language why ICE wants to talk to you.    notification/person_notice

sense notification/person_notice  passage @jail|@release|@detainee_word before @be 3 not before @officials 2 not before @immigration_is 3
cue   [told|informed|advised|warned] @immigration was|were|is|had|would|wanted
hit   He was never [told] ICE was coming for him at the jail.    notification/person_notice negated

sense notification/other  passage @contract_party|@contract_detainee
cue   [inform|advise|alert|contact] the? COR|COTR
cue   [inform|advise|alert|contact] the? field office
hit   The Service Provider shall [inform] the COR of any hospital stay of a detainee.    notification/other
set @contract_detainee
term ICE detainee|detainees

# ---- immigration papers served on the person ----

sense notification/person_notice
cue   [served|serve|serving] ...4 form|forms ...2 @charging_form
cue   [served|serve|serving] ...4 @charging_form
cue   @charging_form was|were [served]
hit   The alien was [served] with forms I-860 and I-296 in his own tongue.    notification/person_notice
hit   Officers [served] her with an I-862 at the jail.
miss  He served two years for forms that he forged.
set @charging_form
term I-860|I-862|I-296|I-205|I-200|I-286|I-826|I-831|I-851|I-871|I-220A|I-220B|I-213|I-247A|I-247D|I-247G|I-247N|I-247X

# ---- release dates ----------------------------------------------------------------------------------------------

sense notification/ice_release_notice  sentence @release|@detainee_word
sense notification/ice_release_notice  passage @release|@detainee_word|@jail sentence @asked_facts
cue   [provide|provides|provided|providing|give|gives|gave|giving|supply|supplied|furnish|furnished] ...1 @immigration ...5 information|dates|times

set @ice_wants
term @immigration ...2 want|wants|wanted|demand|demands|demanded|seek|seeks|sought|wish|wishes|wished|need|needs|needed|expect|expects|expected|like|ask|asks|asked|request|requests|requested
set @ice_asks_that
term @immigration ...2 asks|asked|ask|requests|requested|wants|wanted ...3 to|that
set @asked_facts
term information|dates|times ...1 it|ICE|they wanted|asked|sought|requested|needed
set @release_facts
term release|discharge date|dates|time|times|information|info|data|schedule|schedules|details|hour
term date|dates|time|times|hour|day ...1 of ...3 release|releases|discharge
term date|dates|time|times ...1 and ...1 date|dates|time|times
term projected|expected|scheduled|upcoming|pending|impending|anticipated|planned release|releases
term time|date|day|hour|when ...5 released|leaves|out|freed|discharged
set @the_agency
term @immigration
term the|that federal? agency|bureau|agents
term it|agents

sense notification/request             before @ice_asks_that 9 passage @immigration
sense notification/ice_release_notice  passage @immigration
cue   [provide|provides|provided|providing|give|gives|gave|given|giving|share|shares|shared|sharing|disclose|discloses|disclosed|disclosing|furnish|furnishes|furnished|furnishing|supply|supplies|supplied|supplying|report|reports|reported|reporting|relay|relays|relayed|relaying|communicate|communicates|communicated|communicating|reveal|reveals|revealed|divulge|divulged|send|sends|sent|sending|pass|passes|passed|passing|transmit|transmits|transmitted|convey|conveys|conveyed|announce|announced|flag|flags|flagged|release|releases|released] to|with @immigration ...9 @release_facts
cue   [provide|provides|provided|providing|give|gives|gave|given|giving|share|shares|shared|sharing|disclose|discloses|disclosed|disclosing|furnish|furnishes|furnished|furnishing|supply|supplies|supplied|supplying|report|reports|reported|reporting|relay|relays|relayed|relaying|communicate|communicates|communicated|communicating|reveal|reveals|revealed|divulge|divulged|send|sends|sent|sending|pass|passes|passed|passing|transmit|transmits|transmitted|convey|conveys|conveyed|text|texts|texted|email|emailed|e-mailed|fax|faxed|tell|told] ...5 @release_facts ...6 to|with @immigration
cue   [releases|released|releasing ...2 information|dates|times] ...8 to|with @immigration
cue   may|to|shall|not|will|must|can|would [release ...2 information|dates|times] ...8 to|with @immigration
cue   [furnish|furnishes|furnished|furnishing|supply|supplies|supplied|supplying|provide|provides|provided|providing|feed|feeds] @immigration with? ...7 @release_facts
cue   [text|texts|texted|email|emails|emailed|e-mail|e-mailed|fax|faxed|faxes|hand|hands|handed|sent|send|sends|tell|tells|told|show|shows|showed|slip|slipped] @immigration ...6 @release_facts
cue   @release_facts ...6 @be ...3 [given|shared|provided|disclosed|furnished|supplied|reported|relayed|communicated|revealed|sent|passed|transmitted|conveyed|texted|e-mailed|emailed|faxed|handed|released|told] ...2 to|with @immigration
cue   [report|reports|reported|reporting|flag|flags|flagged|flagging|disclose|discloses|disclosed|announce|announces|announced|communicate|communicates|communicated|communicating|mention|mentioned|relay|relayed|leak|leaked] ...6 release|releases|discharge|discharges ...3 to|with @immigration
cue   [disclosure|provision|sharing|communication|transmission|dissemination|reporting|supplying|publication of release dates|date|information|times] ...6 to|with @immigration
cue   [disclosure|provision|sharing|communication|transmission|dissemination] to|with @immigration ...6 @release_facts
cue   [give|gives|gave|given|giving|provide|provides|provided|share|shared|disclose|discloses|disclosed|supplied|furnished] ...2 date|time|hour|day of ...3 release
cue   whose ...2 release|releases ...7 [reported|given|told|flagged|announced|disclosed|communicated] to|with @the_agency
cue   [hand|hands|handed|handing|give|gives|gave|given|giving|read|reads|leak|leaks|leaked|leaking|pass|passes|passed|passing out|along|over|on|off release dates|date|times|information]
hit   The sheriff [discloses] to ICE the date and time of release.
hit   A clerk [flagged] his release to ICE.
hit   The [disclosure of release dates] to ICE is barred.    policy
hit   When ICE asked, a clerk [gave] the hour of his release.    notification/ice_release_notice
hit   The jail [furnished] ICE with the dates on which 31 inmates were to be released.
hit   The release dates of 50 inmates were [given] to ICE.
hit   ICE took 27 of the 38 people whose release the county jail had [reported] to it.
hit   End every ICE transfer and stop [handing out release dates].
miss  The studio handed out release dates for the film.
miss  The jail posts release dates online, and ICE can read.

# where no one but a jail can be meant
sense notification/ice_release_notice  doubtful  passage @jail
cue   [provide|provides|provided|providing|give|gives|gave|giving|share|shares|shared|sharing|disclose|disclosed|disclosing release dates|times]
cue   [hand|hands|handed|handing|give|gives|gave|given|giving|leak|leaks|leaked out release dates|times]
hit   The sheriff defended the practice. His deputies do nothing but [provide release dates].

sense notification/ice_release_notice  passage @immigration
cue   [volunteer|volunteers|volunteering|volunteered|divulge|divulges|divulged|divulging|offer|offers|offering release dates|date|information|times]
cue   [provide|provides|provided|providing|give|gives|gave|given|giving|share|shares|shared|sharing|send|sends|sent|sending|disclose|disclosed|disclosing|furnish|furnished|furnishing|supply|supplied|supplying ...5 release dates|date|information|times]
cue   [communicate|communicates|communicated|communicating|disclose|disclosing|report|reporting|reveal|revealing] to @immigration ...6 release
cue   [provide|provides|provided|providing|give|gives|gave|giving|share|shares|shared|sharing|disclose|disclosed information about|on|regarding the? release]
cue   [pass|passes|passed|passing|relay|relays|relayed|relaying|forward|forwards|forwarded|forwarding|convey|conveys|conveyed|communicate|communicates|communicated|report|reports|reported|reveal|reveals|revealed|transmit|transmits|transmitted|e-mail|e-mailed|email|emailed|emails|fax|faxes|faxed ...6 release dates|date|information|times|time]
cue   [provide|provides|provided|providing|give|gives|gave|given|giving|share|shares|shared|sharing|send|sends|sent|sending|disclose|discloses|disclosed|disclosing|furnish|furnishes|furnished|supply|supplies|supplied ...5 release time]
cue   release information is|was|were|be|been ...2 [forwarded|relayed|passed|transmitted|e-mailed|emailed|faxed|communicated|conveyed]
cue   release date|dates|time|times is|was|were|are|be|been ...2 [forwarded|relayed|passed|transmitted|e-mailed|emailed|faxed|communicated|conveyed|released|reported]
hit   The office may [provide release dates] to ICE.    policy
hit   A clerk [faxed the release date] to ICE.
hit   Release dates were [relayed] to ICE by the watch commander.
miss  The studio shared release dates for the film.

# ---- what is said of them ---------------------------------------------------------------------------------

context policy pre scope 8 rank 91  uncounted
cue   under ...1 law ...1 should|must|may|shall|cannot
hit   The brother of an inmate whom ICE met had a light sentence, which under state law should not have led to a [notice].    policy
