# Words that decide whether a mention is affirmed, negated, policy, ...  The highest rank that reaches the
# mention wins; without a rank: negated 70, alleged 60, hypothetical 50, future 40, historical 30, policy 20.

stop but
stop however
stop although
stop though
stop except
stop yet
stop whereas

# ---- not a cue after all --------------------------------------------------------------------------------

context pseudo any
cue not only
cue no later than
cue without delay
cue not uncommon
cue no choice but to
cue may #
cue not just
cue whether or not

# ---- rules --------------------------------------------------------------------------------------------------

context policy pre scope 14 rank 80
cue shall
cue must
cue may not
cue may only
cue is|are|was|were required|prohibited|obligated|obliged|permitted|allowed|authorized|barred|forbidden
cue require|requires|required
cue prohibit|prohibits|prohibited|prohibiting
cue bar|bars|barred|forbid|forbids
cue not supposed|required|obligated|obliged|allowed|permitted
cue no obligation
cue it is the policy
cue limits|limit
cue can choose
cue makes
cue cannot
hit Staff shall not [notify] ICE of a release.    policy

context policy pre scope 12
cue may
cue can
cue should
cue allow|allows|permit|permits|authorizes|allowing
cue upon receiving|receipt
cue pursuant to
cue whenever
cue means
hit The jail may [notify] ICE of a release.    policy

context policy any scope sentence rank 22
cue under state|the|california law|act
cue state|federal law|laws
cue the law
cue existing law
cue TRUTH|TRUST|values act
cue gov|government code
cue definitions
cue policy
cue procedure

context policy pre scope sentence rank 45
cue if
cue when
cue otherwise
cue unless

# ---- claims of one side ----------------------------------------------------------------------------------------

context alleged any scope sentence rank 78
cue alleg*
cue accus*
cue lawsuit|suit|complaint|plaintiff|plaintiffs|petitioners
cue charged that
cue on information and belief
cue ACLU says|said|argues|claims|contends
cue according to advocates|activists|critics|opponents
cue advocates|activists|critics|opponents say|said|argue|contend|claim
cue contend|contends|contended
cue unlawfully|illegally

# ---- not yet, no more, never ------------------------------------------------------------------------------------------

context negated pre scope 7
cue not
cue no
cue never
cue neither|nor
cue nobody|none
cue no one
cue zero
cue cannot
cue without
cue refuse|refused|refuses|refusing|decline|declined|declines|declining|disregard*|fail|failed|fails|failing to
cue refused|declined|disregarded|ignored|rejected
cue ended|ended|end|ends|stop|stops|stopped|halt*|cease*|ban|banned|bans
cue no longer
cue did|does|do|don't|didn't|doesn't|won't|wasn't|weren't|isn't|aren't|hasn't|haven't|hadn't not?
hit The office did not [notify] ICE.    negated

context negated post scope 5
cue were|was not honored|granted
cue unhonored
cue went unanswered

context hypothetical pre scope 12 rank 72
cue call|calls|called|calling on|for
cue urge|urges|urged|urging
cue demand|demands|demanded|demanding
cue would|could|might
cue propos*
cue asked the|that board|county|supervisors|court
cue recommend*

context hypothetical any scope sentence rank 79
cue bill
cue not enacted

context future pre scope 8
cue will
cue plans|plan|planned to
cue expected to
cue agreed to
cue going to
cue intends|intend to
cue starting|beginning next

context future any scope sentence
cue settlement
cue new terms

context historical pre scope sentence
cue formerly|previously
cue until #
cue used to
cue in the past
cue prior to
cue old|former contract|program
cue before SB|AB
cue withdrew|rescinded|superseded|replaced
