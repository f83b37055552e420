# Agencies and the words that credit a speaker.

set @agency
term sheriff office|department|dept
term sheriff-coroner department?
term police department
term probation department
term department of corrections
term county jail
term county
term SSO|SCSO|OCSD|KCSO|LASD|SDSO

set @not_a_name
term deputy|assistant|chief|custodian|sincerely|respectfully|clerk|director|counsel|regards|dear|re
term the|a|an|in|of|for|and|when|if|under|last|this|that|both|other|former|but|at|by|since|while|as|on|although|many|most|two|three

set @say
term said|says|stated|wrote|told|reported|testified|argued|alleged|alleges|claimed|claims|added|noted|explained|counted|acknowledged|admitted

set @according_to
term according to

set @article
term the|a|an
