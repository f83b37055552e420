# What a verb, noun or adjective says of what it governs: whether what stands in its complement came about. The
# classes are those of implicative and factive verbs (L. Karttunen, Language 47 (1971); Saurí and Pustejovsky,
# Computational Linguistics 38 (2012)). Their reach is short: the complement begins right behind them.

# ---- it did not come about ----------------------------------------------------------------------------------
context negated pre scope 2 rank 81  except notification/request
cue resisted|resists|resist|resisting ...3 calls|pressure|demands|efforts|attempts to
cue powerless|loath|helpless|unprepared to
cue lacked|lacks|lack|lacking the? time|means|staff|will|ability|nerve|heart to
cue did|does|do|done|doing nothing|little to
cue missed|misses|lost|squandered|passed up? a|the|his|her|its|their chance|chances|opportunity to
cue refrained|refrains|refrain|refraining|abstained|abstain|abstains|desisted|desist|desists|shied|shies from
cue held|hold|holds|holding off|back
cue gave|given|give|gives|giving|swore|sworn up|off
cue talked|argued|scared|warned out of
cue talked|warned|scared off|away? from
cue too late|early|far|tired|afraid to
hit The sheriff resisted calls to [notify] ICE about inmates.    negated
hit The sheriff refrained from [calling] ICE about the inmate.    negated
hit The sheriff lacked the time to [call] ICE about the inmate.    negated

context negated pre scope 5 rank 82
cue doubt|doubts that
cue could|can not show|prove|establish|demonstrate that
cue couldn't|cannot|can't show|prove|establish|demonstrate that
hit The clerk doubts that he [called] ICE about the inmate.    negated

context negated pre scope 3 rank 75  except notification/request  not sentence @modal_law
cue blocked|thwarted|foiled|averted|forestalled|frustrated|prevented
hit The judge blocked [transfers] to ICE.    negated

context negated pre scope 1 rank 80  except notification/request
cue was|were|is|are|been nearly|almost
cue kept|saved|rescued|spared|protected|shielded ...2 from being
hit The inmate was almost [transferred] to ICE.    negated

# ---- twice denied, it came about ----------------------------------------------------------------------------
context affirmed pre scope 2 rank 82  not before @iffy 6
cue did|does|do not hesitate|fail|neglect|forget|omit|decline|refuse|hesitated to
cue didn't|doesn't|don't hesitate|fail|neglect|forget|omit|decline|refuse to
cue never|nor hesitated|failed|fails|neglected|forgot|hesitates to
cue could|can not help|avoid
cue insisted|insists|insist|persisted|persists on|in
hit The jail did not hesitate to [call] ICE about the inmate.    affirmed
hit The jail insisted on [calling] ICE about the inmate.    affirmed

# ---- it is wanted, offered, near, and so not yet so -----------------------------------------------------------
context hypothetical pre scope 1 rank 80  except notification/request  not before @denial 4  uncounted
cue want|wants|wanted|wanting to
cue asked|ask|asks|asking to
cue was|were|is|are|been|being asked|encouraged|invited|urged|begged|pressed|pressured|prodded|persuaded to
cue wise|wiser|better|best|prudent|tempting|reasonable to
cue in a position|mood to
cue suggested|suggests|suggesting|floated|floats|floating|broached|entertained|mooted
cue came|come|comes|coming close|near to
cue on the verge|brink|cusp|point of
cue favors|favored|favours|favoring|preferred|prefers|advocated
cue open|opposed|averse|amenable to
cue in favor|support of
cue argued|argues|spoke|speaks|campaigned|lobbied|rallied|protested out? against|for
cue toyed|toys|toying|flirted|flirting with
cue tried|tries|try|trying|attempted|attempts|attempting|sought|seeks to
hit The sheriff was asked to [call] ICE about the inmate.    hypothetical
hit The sheriff came close to [calling] ICE about the inmate.    hypothetical
hit The jail wants to [call] ICE about the inmate.    hypothetical

context hypothetical pre scope 2 rank 78  only transfer  not self @told_verb  uncounted
cue requested|requesting|sought|seeks|seeking|demanded|demands|wants|wanted
hit ICE sought the [transfer] of the inmate.    hypothetical

context hypothetical pre scope 6 rank 83
cue hope|hopes|hoped|hoping that|whether
cue doubt|doubts|doubted whether
cue look|looks|looked|looking into whether|if
cue could|can|would not confirm|verify|say|rule that|whether|if
cue couldn't|cannot|can't|wouldn't|won't confirm|verify|say that|whether|if
cue neither confirm|confirmed nor deny|denied that|whether
hit The clerk could not confirm that he [called] ICE about the inmate.    hypothetical

# ---- it is to come ---------------------------------------------------------------------------------------------
context future pre scope 1 rank 79  not passage @manual
cue preparing|prepares|prepared|readying|gearing to
cue swore|sworn|swears|undertook|undertakes|undertaken|determined|resolved to
cue looks|looking|looked forward to
cue will continue|keep|go on? to
cue will continue|keep|go on
hit The sheriff swore to [call] ICE about each inmate.    future
hit The sheriff will continue to [call] ICE about inmates.    future

context future pre scope 1 rank 79  not passage @manual
cue agreed|agrees|pledged|promised|vowed|plans|planned|intends ...3 to
hit The county agreed in March to [notify] ICE of each inmate.    future

context future pre scope 1 rank 79  not passage @manual
cue waiting|waits|awaits|awaiting to? be|being
# ---- it is a duty, a power, a limit: also what a practice or a policy is -------------------------------------------------------------------------------
context policy pre scope 1 rank 81  uncounted
cue practice|policy|rule|procedure|custom|protocol|job|duty|role is|was to
hit The office's practice is to [notify] the inmate within a day of getting a detainer from ICE.    policy
context policy pre scope 1 rank 83  uncounted
cue can|may|must|shall never be?
cue right not to be?
context policy pre scope 1 rank 79  uncounted
cue is|are bound|sworn|licensed|empowered|eligible to
cue under orders|instructions|obligation|a? duty to
cue in charge of
cue exempt|exempted from
context policy pre scope 2 rank 40  not sentence @past  not sentence @in_year  except detainee  uncounted
cue limits|restricts|bans|forbids|prohibits|governs|regulates|curbs
hit The clerk is in charge of [calling] ICE about inmates.    policy

# ---- it is held against somebody ------------------------------------------------------------------------------------
context alleged pre scope 3 rank 78
cue suspected|accused|accuses|suspects of
context alleged pre scope clause rank 78
cue face|faces|faced|facing|dogged|fend ...2 claims|allegations|accusations|charges that|of
cue told by ...2 @adverse that
cue sued|sues by|for ...3 who|that? says|said|claims|alleges
hit The clerk is suspected of [calling] ICE about the inmate.    alleged

# ---- the nouns of these verbs ---------------------------------------------------------------------------------------
context negated pre scope 1 rank 81  except notification/request
cue refusal|refusals|failure|failures|reluctance|inability|unwillingness to
cue no ...1 effort|attempt|move|attempts|efforts to
hit His refusal to [call] ICE about the inmates angered the agency.    negated

context hypothetical pre scope 1 rank 69  except notification/request  uncounted
cue bid|offer|offers|request|requests|attempt|attempts|pressure|temptation|desire|wish|invitation|opportunity|chance to
cue idea|aim|goal|hope|thought|point is|was to
cue fight|struggle|protest|protests|petition|campaign|crusade against
context hypothetical pre scope 2 rank 86  except notification/request  uncounted
cue rejected|defeated|killed|blocked|vetoed|opposed a|the measure|bill|proposal|motion|plan|ordinance to
hit An attempt to [call] ICE about the inmates failed.    hypothetical

context future pre scope 1 rank 79  not passage @manual
cue promise|promises|agreement|pledge|pledges|vow|commitment|deal|intention to
hit The sheriff signed an agreement to [call] ICE about inmates.    future

context policy pre scope 1 rank 82  uncounted
cue job|duty|role|place to
cue no ...1 requirement|rule|law|mandate|statute|policy to|that|against
cue option|discretion|choice|leave|freedom|latitude|authority|power to
cue lack|lacks|lacked|lacking the? authority|power|right|discretion to
cue a crime|violation|offense|felony to
hit It is the sergeant's job to [call] ICE about inmates.    policy
hit There is no law against [calling] ICE about inmates.    policy
