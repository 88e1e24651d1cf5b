export interface paths {
    "/commitments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The commitment in a view, with the facts it is made of
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getCommitment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The owing party alone says when it expects to be done
         * @description The date in force stays. For a token of owner, facilitator, member.
         */
        post: operations["announceDueDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/breach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An owing party says that it will not do its share
         * @description For a token of owner, facilitator, member.
         */
        post: operations["declareBroken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A party says that it has fulfilled its share, and on what evidence
         * @description For a token of owner, facilitator, member.
         */
        post: operations["recordClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/claims/{claimId}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who it is owed to says of a claim
         * @description met, partially met, or not met. Nobody judges its own share (R5). For a token of owner, facilitator, member.
         */
        post: operations["recordVerdict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/claims/{claimId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A party takes its claim back
         * @description For a token of owner, facilitator, member.
         */
        post: operations["withdrawClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/due-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A party proposes another due date, and agrees to it by proposing it
         * @description For a token of owner, facilitator, member.
         */
        post: operations["proposeDueDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/due-date/{proposalId}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One party or body agrees to a proposed date
         * @description With the last agreement needed the date moves. For a token of owner, facilitator, member.
         */
        post: operations["agreeDueDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/due-date/{proposalId}/declination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One party or body does not agree to a proposed date
         * @description For a token of owner, facilitator, member.
         */
        post: operations["declineDueDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An item of evidence supports or contradicts the whole, a milestone or a criterion
         * @description For a token of owner, facilitator, member.
         */
        post: operations["linkEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/evidence/{linkId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link of evidence is taken away again
         * @description For a token of owner, facilitator, member.
         */
        post: operations["unlinkEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody other than the owner asked after the promise
         * @description For a token of owner, facilitator, member.
         */
        post: operations["recordFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in one commitment, fact by fact
         * @description For a token of owner, facilitator, member, evaluator.
         */
        get: operations["getCommitmentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A step on the way, with a day where there is one
         * @description For a token of owner, facilitator, member.
         */
        post: operations["planMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/milestones/{milestoneId}/dropped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The milestone is no longer part of the way
         * @description For a token of owner, facilitator, member.
         */
        post: operations["dropMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/milestones/{milestoneId}/reached": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The milestone is reached
         * @description For a token of owner, facilitator, member.
         */
        post: operations["reachMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/milestones/{milestoneId}/reopened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The milestone turned out not to be reached
         * @description For a token of owner, facilitator, member.
         */
        post: operations["reopenMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/milestones/{milestoneId}/rescheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another day for the milestone; the owner may move it alone before its day
         * @description For a token of owner, facilitator, member.
         */
        post: operations["rescheduleMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another person looks after the commitment, or expressly nobody
         * @description For a token of owner, facilitator, member.
         */
        post: operations["changeOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How it goes
         * @description a light, a percentage, words. For a token of owner, facilitator, member.
         */
        post: operations["reportProgress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A further party takes a share of the promise, as those it concerns agreed
         * @description For a token of owner, facilitator, member.
         */
        post: operations["addShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/shares/{party}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A party is let out of its share by those it is owed to
         * @description For a token of owner, facilitator, member.
         */
        post: operations["releaseShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/shares/{party}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A party that is about to leave stays bound to its share
         * @description For a token of owner, facilitator, member.
         */
        post: operations["keepShareOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/shares/{party}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A share passes from one party to another; the receiver and those it is owed to agree
         * @description For a token of owner, facilitator, member.
         */
        post: operations["transferShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/supersession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another commitment takes the place of this one and keeps its original date
         * @description For a token of owner, facilitator, member.
         */
        post: operations["supersedeCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The commitment is withdrawn, with its reason
         * @description Only an agreement takes a due date away (scoring line 2). For a token of owner, facilitator, member.
         */
        post: operations["withdrawCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events after a position, in the order of the log, each once
         * @description `next` is where to go on, also at the end of the log; `caughtUp` says that nothing lay behind it. For a token of owner, facilitator, evaluator.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item of evidence with all its revisions
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}/appraisals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another party accepts or rejects a revision, and says how strong it is
         * @description Nobody appraises its own (R5). For a token of owner, facilitator, member.
         */
        post: operations["appraiseEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The content of a revision, the latest where none is named, as an attachment
         * @description For a token of owner, facilitator, member, evaluator.
         */
        get: operations["downloadEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The bytes of a revision go, on a legal ground
         * @description Their hash and the facts about them stay. For a token of owner, facilitator, member.
         */
        post: operations["eraseEvidenceContent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}/retraction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The item no longer counts; what rested on it is flagged (R7)
         * @description For a token of owner, facilitator, member.
         */
        post: operations["retractEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New content for an item of evidence; the old revision stays
         * @description For a token of owner, facilitator, member.
         */
        post: operations["reviseEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process lives
         * @description Needs no token.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process can do what it is for
         * @description its store answers, and its read models or its work go on. Not once it was told to end. Needs no token.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/indicators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The indicator with its series
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getIndicator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/indicators/{id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A reading of the figure, or why there is none
         * @description For a token of owner, facilitator, member.
         */
        post: operations["recordReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/indicators/{id}/redefinition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The figure is measured in another way from now on
         * @description It breaks the series, and says so. For a token of owner, facilitator.
         */
        post: operations["redefineIndicator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/indicators/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The figure is no longer watched
         * @description For a token of owner, facilitator.
         */
        post: operations["retireIndicator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/indicators/{id}/target": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another target, with its reason
         * @description For a token of owner, facilitator.
         */
        post: operations["reviseTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One meeting
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The meeting does not take place
         * @description For a token of owner, facilitator, member.
         */
        post: operations["cancelMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{id}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The meeting was held
         * @description who was there, and what those who were there make of it. For a token of owner, facilitator, member.
         */
        post: operations["holdMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the process is doing, for Prometheus
         * @description Needs a token also on this machine: a proxy here makes everybody local. For a token of owner, facilitator, evaluator, viewer.
         */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Organizations by name, alias or external id, in the order of their names
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Registers an organization
         * @description a district, a school, a union, a college. It stands for itself, outside any partnership. For a token of owner, facilitator.
         */
        post: operations["registerOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization with all its names, as it was known at the moment asked for
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another name by which the organization is known and found
         * @description For a token of owner, facilitator.
         */
        post: operations["addAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The organization ended
         * @description For a token of owner, facilitator.
         */
        post: operations["closeOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it owes and what is owed to it, over all its partnerships, worst first; what was merged into it is part of it
         * @description `on` is a day of each partnership's own zone. For a token of owner, facilitator, evaluator, viewer.
         */
        get: operations["listOrganizationCommitments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/merger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The organization went up in another one
         * @description For a token of owner, facilitator.
         */
        post: operations["mergeOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The organization is called something else from a day on
         * @description What it was called before stays findable. For a token of owner, facilitator.
         */
        post: operations["renameOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/sizes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How large the organization was on a day
         * @description pupils, members, schools. For a token of owner, facilitator.
         */
        post: operations["recordSize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All partnerships that the asker may see, in the order of their names
         * @description `on` is a day of each one's own zone, all else is of UTC. For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listPartnerships"];
        put?: never;
        /**
         * Forms a partnership
         * @description its name, what it is for, and the calendar its quarters are counted by. For a token of owner, facilitator.
         */
        post: operations["formPartnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The partnership as it was known at the moment asked for
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getPartnership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/anomalies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facts that did not apply at their place, breaches of rules that were not locked, and what waits for a word
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getAnomalies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The governance bodies of the partnership
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listBodies"];
        put?: never;
        /**
         * A governance body of the partnership, and how often it means to meet
         * @description For a token of owner, facilitator.
         */
        post: operations["establishBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/bodies/{bodyId}/dissolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A governance body ends
         * @description For a token of owner, facilitator.
         */
        post: operations["dissolveBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The commitments of the partnership, the worst first
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listCommitments"];
        put?: never;
        /**
         * Parties promise something to others
         * @description what, by when, and how one will see that it is done. For a token of owner, facilitator, member.
         */
        post: operations["makeCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Something around the partnership that readers should know
         * @description a strike, a new law, a new leader. For a token of owner, facilitator, member.
         */
        post: operations["noteContext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a party put in
         * @description staff days, money, or something in kind. For a token of owner, facilitator, member.
         */
        post: operations["recordContribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is different in the commitments between two days
         * @description On the axis `known`: what was learned between the ends of the two days about one day (`on`, else the later one). On the axis `occurred`: what changed between the two days, as known at `asOf`. For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The partnership ends
         * @description Refused while a commitment is open and nobody carries it on (R10). For a token of owner, facilitator.
         */
        post: operations["endPartnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The evidence of the partnership, with what the parties made of each revision
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listEvidence"];
        put?: never;
        /**
         * A party submits evidence
         * @description a file (multipart, field `file`), a link, or a text. For a token of owner, facilitator, member.
         */
        post: operations["submitEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/follow-through": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow-through quarter by quarter, oldest first
         * @description as it was known 30 days after each quarter's end, and as it is known now. For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getFollowThrough"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The goals of the partnership
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listGoals"];
        put?: never;
        /**
         * A goal of the partnership, to which commitments and indicators are put
         * @description For a token of owner, facilitator.
         */
        post: operations["setGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/goals/{goalId}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A goal is given up
         * @description For a token of owner, facilitator.
         */
        post: operations["retireGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records a dated history from tables, or with `dryRun=true` says what would be recorded
         * @description files of CSV, one workbook or one file of NDJSON, with or without a mapping (multipart, each in a field `file`). It goes on after this answer. For a token of owner, facilitator.
         */
        post: operations["importTables"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an import stands
         * @description how far it is, and in the end what was recorded, skipped and refused. For a token of owner, facilitator.
         */
        get: operations["showImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The indicators of the partnership, each with its series
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listIndicators"];
        put?: never;
        /**
         * A figure the partnership watches
         * @description its unit, which way is better, where it began and where it is to go. For a token of owner, facilitator.
         */
        post: operations["defineIndicator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The meetings of the partnership
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listMeetings"];
        put?: never;
        /**
         * A meeting, visit, summit or institute is set for a day
         * @description For a token of owner, facilitator, member.
         */
        post: operations["scheduleMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The parties of the partnership, those that left among them, with what their organizations were called
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listParties"];
        put?: never;
        /**
         * An organization joins the partnership and becomes a party of it
         * @description For a token of owner, facilitator.
         */
        post: operations["joinParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/parties/{partyId}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A party leaves
         * @description Refused until each of its open shares is transferred, released, broken or kept on (R8). For a token of owner, facilitator.
         */
        post: operations["letPartyLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The partnership rests
         * @description Dates stand; cadences of meetings rest. For a token of owner, facilitator.
         */
        post: operations["pausePartnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The partnership goes on after a pause
         * @description For a token of owner, facilitator.
         */
        post: operations["resumePartnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/review-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another start of the fiscal year, from the first day of a fiscal year on
         * @description For a token of owner, facilitator.
         */
        post: operations["changeReviewCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who held which role for which party, and from when to when
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * A person takes a role in a party, and may act for it from then on
         * @description For a token of owner, facilitator.
         */
        post: operations["assignRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/roles/{roleId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person gives up a role
         * @description Refused while the role owns open commitments (R9). For a token of owner, facilitator.
         */
        post: operations["endRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The scorecard of a fiscal quarter, with the four quarters before it as known then and as known now
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getScorecard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything in the partnership as it was on a day, as known at an instant
         * @description For a token of owner, facilitator, member, evaluator, viewer.
         */
        get: operations["getPartnershipState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/theory-of-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The partners say anew how they think their work leads to what they want
         * @description For a token of owner, facilitator.
         */
        post: operations["reviseTheoryOfAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partnerships/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in the partnership, fact by fact, as it was true or as it became known
         * @description For a token of owner, facilitator, member, evaluator.
         */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Persons in the order of their names; those who were erased come first, by their id alone
         * @description For a token of owner, facilitator, evaluator.
         */
        get: operations["listPeople"];
        put?: never;
        /**
         * Enters a person
         * @description a new one, or one whose id roles and records bear already. For a token of owner, facilitator.
         */
        post: operations["enterPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person is called; of an erased one that it was erased, on what ground, by whom and when
         * @description For a token of owner, facilitator, evaluator.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Removes what a person is called, everywhere, for good
         * @description The id stays in the events, and that it was erased stays here. For a token of owner, facilitator.
         */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a person another name; the former one is erased
         * @description For a token of owner, facilitator.
         */
        post: operations["renamePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds organizations, partnerships, goals, commitments, milestones, indicators, evidence and meetings by the words they are called by, and by free texts about them
         * @description Every word is the beginning of one there, whatever its case and accents. Names of persons are in the directory alone. For a token of owner, facilitator, evaluator, viewer.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every named token, without its secret; beside them the names whose files were changed by hand and sign nobody in
         * @description For a token of owner.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Makes a token
         * @description Its secret is in this answer alone; repeated, the request is refused, for a name is used once. For a token of owner.
         */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{name}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From now on this token signs nobody in
         * @description For a token of owner.
         */
        post: operations["revokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{things}/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what a recorded fact should have said, or strikes it
         * @description A correction is a fact of its own (R11, R12). For a token of owner, facilitator, member.
         */
        post: operations["correctFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{things}/{id}/records/{eventId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The party on whose behalf a fact was recorded says
         * @description so it was. For a token of owner, facilitator, member.
         */
        post: operations["confirmRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{things}/{id}/records/{eventId}/contestation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The party on whose behalf a fact was recorded says
         * @description so it was not. For a token of owner, facilitator, member.
         */
        post: operations["contestRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Actor: {
            /** @constant */
            kind: "person";
            personId: string;
            partyId?: string;
            roleId?: string;
            personName: null | string;
        } | components["schemas"]["Actor2"] | {
            /** @constant */
            kind: "clock";
        } | components["schemas"]["Actor3"];
        Actor2: {
            /** @constant */
            kind: "importer";
            partyId?: string;
        };
        Actor3: {
            /** @constant */
            kind: "service";
            name: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        AddAlias: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 300 characters */
            alias: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        AddShare: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
            /** @description Words: not empty, at most 2000 characters */
            does?: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            dueOn?: string;
            quantity?: components["schemas"]["Quantity"];
            agreedBy: string[];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        AgreeDueDate: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            by: components["schemas"]["Agreeing"];
        };
        Agreeing: {
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            bodyId?: string;
        };
        AliasAdded: {
            /** @constant */
            type: "AliasAdded";
            data: {
                alias: string;
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        AnnounceDueDate: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            expectedOn: string;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        AppraiseEvidence: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description A whole number from 1 to 100000 */
            revision: number;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            by: string;
            /** @enum {unknown} */
            verdict: "accepted" | "rejected";
            /** @enum {unknown} */
            strength?: "weak" | "moderate" | "strong";
            /** @description Words: not empty, at most 50000 characters */
            reason?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        AssignRole: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            personId: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            partyId: string;
            /** @description Words: not empty, at most 200 characters */
            title: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            succeeds?: string;
        };
        AtLeast: {
            /** @description A whole number from 1 to 10000 */
            atLeast: number;
        };
        Attendance: {
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
            roles?: string[];
        };
        Baseline: {
            /** @description A decimal number as text, as "-12.50" */
            value: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            asOf: string;
        };
        Baseline2: {
            value: string;
            /** Format: date */
            asOf: string;
        };
        BodyDissolved: {
            /** @constant */
            type: "BodyDissolved";
            data: components["schemas"]["BodyDissolvedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        BodyDissolvedData: {
            /** Format: uuid */
            bodyId: string;
            reason?: components["schemas"]["Reason2"];
        };
        BodyEstablished: {
            /** @constant */
            type: "BodyEstablished";
            data: components["schemas"]["BodyEstablishedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        BodyEstablishedData: {
            /** Format: uuid */
            bodyId: string;
            name: string;
            /** @enum {unknown} */
            cadence?: "half-year" | "month" | "quarter" | "week" | "year";
        };
        ByBody: {
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            bodyId: string;
        };
        Calendar: {
            /** @description The first of a month, as 07-01 */
            fiscalYearStart: string;
            /** @description A time zone, as America/New_York */
            timeZone: string;
        };
        Calendar2: {
            fiscalYearStart: string;
            timeZone: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        ChangeOwner: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            owner: "without-owner" | components["schemas"]["Owner"];
            /** @description Words: not empty, at most 50000 characters */
            reason?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        Claim: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            fulfilledOn: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            period?: string;
            /** @description A number that is not negative */
            quantity?: number;
            /** @default [] */
            evidence: components["schemas"]["EvidenceRef"][];
        };
        ClaimWithdrawn: {
            /** @constant */
            type: "ClaimWithdrawn";
            data: components["schemas"]["ClaimWithdrawnData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ClaimWithdrawnData: {
            /** Format: uuid */
            claimId: string;
            reason?: components["schemas"]["Reason2"];
        };
        ClaimWithdrawnFact: {
            /** @constant */
            type: "ClaimWithdrawn";
            data: components["schemas"]["ClaimWithdrawnData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["ClaimWithdrawnData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        CommitmentBroken: {
            /** @constant */
            type: "CommitmentBroken";
            data: components["schemas"]["CommitmentBrokenData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        CommitmentBrokenData: {
            /** Format: uuid */
            party: string;
            reason: components["schemas"]["Reason2"];
        };
        CommitmentBrokenFact: {
            /** @constant */
            type: "CommitmentBroken";
            data: components["schemas"]["CommitmentBrokenData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["CommitmentBrokenData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        CommitmentMade: {
            /** @constant */
            type: "CommitmentMade";
            data: components["schemas"]["Data"] | components["schemas"]["Data2"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        CommitmentMadeFact: {
            /** @constant */
            type: "CommitmentMade";
            data: components["schemas"]["Data"] | components["schemas"]["Data2"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["Data"] | components["schemas"]["Data2"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        CommitmentSuperseded: {
            /** @constant */
            type: "CommitmentSuperseded";
            data: components["schemas"]["CommitmentSupersededData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        CommitmentSupersededData: {
            /** Format: uuid */
            successorId: string;
            reason: components["schemas"]["Reason2"];
            agreedBy: string[];
        };
        CommitmentSupersededFact: {
            /** @constant */
            type: "CommitmentSuperseded";
            data: components["schemas"]["CommitmentSupersededData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["CommitmentSupersededData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        CommitmentWithdrawn: {
            /** @constant */
            type: "CommitmentWithdrawn";
            data: components["schemas"]["CommitmentWithdrawnData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        CommitmentWithdrawnData: {
            reason: components["schemas"]["Reason2"];
            agreedBy: string[];
        };
        CommitmentWithdrawnFact: {
            /** @constant */
            type: "CommitmentWithdrawn";
            data: components["schemas"]["CommitmentWithdrawnData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["CommitmentWithdrawnData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        ConfirmRecord: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
        };
        Content: {
            /** @constant */
            kind: "file";
            sha256: string;
            size: number;
            mediaType: string;
        } | {
            /** @constant */
            kind: "link";
            url: string;
        } | {
            /** @constant */
            kind: "text";
            text: components["schemas"]["Reason2"];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        ContestRecord: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        Context: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @enum {unknown} */
            kind: "strike" | "takeover" | "law" | "leadership" | "funding" | "other";
            /** @description Words: not empty, at most 500 characters */
            title: string;
            /** @description Words: not empty, at most 50000 characters */
            narrative?: string;
        };
        ContextNoted: {
            /** @constant */
            type: "ContextNoted";
            data: components["schemas"]["ContextNotedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ContextNotedData: {
            /** @enum {unknown} */
            kind: "funding" | "law" | "leadership" | "other" | "strike" | "takeover";
            title: string;
            narrative?: components["schemas"]["Reason2"];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        Contribution: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            partyId: string;
            /** @enum {unknown} */
            kind: "staff-days" | "money" | "in-kind";
            /** @description A decimal number as text, as "-12.50" */
            amount?: string;
            /** @description Words: not empty, at most 50 characters */
            unit?: string;
            /** @description Words: not empty, at most 500 characters */
            towards: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            commitmentId?: string;
        };
        ContributionRecorded: {
            /** @constant */
            type: "ContributionRecorded";
            data: components["schemas"]["ContributionRecordedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ContributionRecordedData: {
            /** Format: uuid */
            contributionId: string;
            /** Format: uuid */
            partyId: string;
            /** @enum {unknown} */
            kind: "in-kind" | "money" | "staff-days";
            amount?: string;
            unit?: string;
            towards: string;
            /** Format: uuid */
            commitmentId?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        CorrectFact: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            corrects: string;
            /** @description Null strikes the fact. */
            replacement: components["schemas"]["Replacement"] | null;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
            agreedBy?: string[];
        };
        Corrected: {
            by: string;
            first: {
                data: components["schemas"]["MilestoneReopenedData"];
                /** Format: date */
                day: string;
            };
            agreedBy: string[];
            /** Format: date */
            day: string;
        };
        Corrected2: {
            by: string;
            first: {
                data: components["schemas"]["Data"] | components["schemas"]["Data2"] | components["schemas"]["ShareTransferredData"] | components["schemas"]["ShareReleasedData"] | components["schemas"]["ShareKeptOnData"] | components["schemas"]["CommitmentBrokenData"] | components["schemas"]["MilestonePlannedData"] | {
                    /** Format: uuid */
                    milestoneId: string;
                } | components["schemas"]["MilestoneReopenedData"] | components["schemas"]["MilestoneRescheduledData"] | components["schemas"]["ProgressReportedData"] | components["schemas"]["FollowedUpData"] | components["schemas"]["DueDateAnnouncedData"] | components["schemas"]["DueDateProposedData"] | components["schemas"]["DueDateAgreedData"] | components["schemas"]["DueDateDeclinedData"] | components["schemas"]["OwnerChangedData"] | components["schemas"]["EvidenceUnlinkedData"] | components["schemas"]["FulfilmentClaimedData"] | components["schemas"]["ClaimWithdrawnData"] | components["schemas"]["FulfilmentVerifiedData"] | components["schemas"]["FulfilmentRejectedData"] | components["schemas"]["CommitmentWithdrawnData"] | components["schemas"]["CommitmentSupersededData"] | components["schemas"]["OrganizationRegisteredData"] | components["schemas"]["FactCorrectedData"] | components["schemas"]["RecordConfirmedData"] | components["schemas"]["RecordContestedData"] | components["schemas"]["ShareAddedData"] | components["schemas"]["EvidenceLinkedData"] | {
                    name: string;
                } | {
                    /** Format: uuid */
                    into: string;
                } | Record<string, never> | {
                    alias: string;
                } | components["schemas"]["SizeRecordedData"] | components["schemas"]["PartnershipFormedData"] | components["schemas"]["TheoryOfActionRevisedData"] | components["schemas"]["ReviewCalendarChangedData"] | components["schemas"]["PartyJoinedData"] | components["schemas"]["PartyLeftData"] | components["schemas"]["RoleAssignedData"] | components["schemas"]["RoleEndedData"] | components["schemas"]["BodyEstablishedData"] | components["schemas"]["BodyDissolvedData"] | components["schemas"]["GoalSetData"] | components["schemas"]["GoalRetiredData"] | components["schemas"]["ContributionRecordedData"] | components["schemas"]["ContextNotedData"] | {
                    reason: components["schemas"]["Reason2"];
                } | {
                    reason?: components["schemas"]["Reason2"];
                } | components["schemas"]["PartnershipEndedData"] | components["schemas"]["EvidenceSubmittedData"] | components["schemas"]["EvidenceRevisedData"] | components["schemas"]["EvidenceAppraisedData"] | components["schemas"]["EvidenceContentErasedData"] | components["schemas"]["IndicatorDefinedData"] | components["schemas"]["IndicatorRedefinedData"] | components["schemas"]["ReadingRecordedData"] | components["schemas"]["TargetRevisedData"] | components["schemas"]["MeetingScheduledData"] | components["schemas"]["MeetingHeldData"];
                /** Format: date */
                day: string;
            };
            agreedBy: string[];
            /** Format: date */
            day: string;
        };
        Criterion: {
            /** @description Words: not empty, at most 100 characters */
            id: string;
            /** @description Words: not empty, at most 2000 characters */
            text: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            indicatorId?: string;
            /** @description Words: not empty, at most 200 characters */
            threshold?: string;
        };
        CriterionVerdict: {
            /** @description Words: not empty, at most 100 characters */
            criterionId: string;
            /** @enum {unknown} */
            verdict: "met" | "partially-met" | "not-met";
        };
        Data: {
            statement: string;
            shares: {
                /** Format: uuid */
                party: string;
                does?: string;
                /** Format: date */
                dueOn?: string;
                quantity?: components["schemas"]["Quantity2"];
            }[];
            owedTo: string[];
            /** Format: uuid */
            goalId?: string;
            /**
             * Format: uuid
             * @description The meeting at which it was pledged.
             */
            pledgedAt?: string;
            /**
             * Format: uuid
             * @description The commitment it answers.
             */
            answers?: string;
            /** @description A standing promise falls due at the end of each whole period. */
            every?: components["schemas"]["Every2"];
            doneWhen: {
                id: string;
                text: string;
                /** Format: uuid */
                indicatorId?: string;
                threshold?: string;
            }[];
            completion: {
                atLeast: number;
            } | "all";
            evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
            /**
             * Format: uuid
             * @description A party, not owing, that judges claims beside those it is owed to.
             */
            verifier?: string;
            /** @description Whose agreement a change of terms needs. */
            changesAgreedBy: {
                /** Format: uuid */
                bodyId: string;
            } | "every-party";
            owner: {
                /** Format: uuid */
                personId: string;
                /** Format: uuid */
                roleId: string;
                /** Format: uuid */
                party: string;
                personName: null | string;
            } | "without-owner";
            /** @enum {unknown} */
            dueBasis: "assumed" | "stated";
            /** Format: date */
            dueOn: string;
            /** Format: uuid */
            partnershipId: string;
        };
        Data2: {
            statement: string;
            shares: {
                /** Format: uuid */
                party: string;
                does?: string;
                /** Format: date */
                dueOn?: string;
                quantity?: components["schemas"]["Quantity2"];
            }[];
            owedTo: string[];
            /** Format: uuid */
            goalId?: string;
            /**
             * Format: uuid
             * @description The meeting at which it was pledged.
             */
            pledgedAt?: string;
            /**
             * Format: uuid
             * @description The commitment it answers.
             */
            answers?: string;
            /** @description A standing promise falls due at the end of each whole period. */
            every?: components["schemas"]["Every2"];
            doneWhen: {
                id: string;
                text: string;
                /** Format: uuid */
                indicatorId?: string;
                threshold?: string;
            }[];
            completion: {
                atLeast: number;
            } | "all";
            evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
            /**
             * Format: uuid
             * @description A party, not owing, that judges claims beside those it is owed to.
             */
            verifier?: string;
            /** @description Whose agreement a change of terms needs. */
            changesAgreedBy: {
                /** Format: uuid */
                bodyId: string;
            } | "every-party";
            owner: {
                /** Format: uuid */
                personId: string;
                /** Format: uuid */
                roleId: string;
                /** Format: uuid */
                party: string;
                personName: null | string;
            } | "without-owner";
            /** @constant */
            dueBasis: "none";
            /** Format: uuid */
            partnershipId: string;
        };
        Data3: {
            revisions: {
                /** @enum {unknown} */
                appraised: "accepted" | "rejected" | "unappraised";
                counts: boolean;
                revision: number;
                content: components["schemas"]["Content"];
                /** Format: date */
                day: string;
                /** Format: date */
                erasedOn?: string;
            }[];
            /** Format: uuid */
            partnershipId?: string;
            title: string;
            /** @enum {unknown} */
            method: "administrative-data" | "assessment-data" | "document" | "interview" | "minutes" | "observation" | "student-work" | "survey" | "testimony" | "visit-report";
            collectedOn: components["schemas"]["OccurredOn"];
            /**
             * Format: uuid
             * @description The submitting party; absent where the source of an import names none.
             */
            party?: string;
            /** Format: date */
            expiresOn?: string;
            /** @enum {unknown} */
            confidentiality: "parties" | "partnership" | "public";
            /** @description In the order they were recorded; of each party and revision the latest is its word. */
            appraisals: {
                revision: number;
                /** Format: uuid */
                by: string;
                /** @enum {unknown} */
                verdict: "accepted" | "rejected";
                /** @enum {unknown} */
                strength?: "moderate" | "strong" | "weak";
                /** Format: date */
                day: string;
                /** Format: uuid */
                eventId: string;
            }[];
            /** Format: date */
            retractedOn?: string;
            evidenceId: string;
        };
        Data4: {
            /** Format: uuid */
            partnershipId?: string;
            /** Format: date */
            definedOn?: string;
            definition: {
                /** Format: uuid */
                goalId?: string;
                unit: string;
                name: string;
                /** @enum {unknown} */
                direction: "down" | "up";
                baseline?: components["schemas"]["Baseline2"];
                target?: components["schemas"]["Target2"];
                dimensions?: string[];
                /** @description An index: the indicators it is made of, with their weights. */
                madeOf?: {
                    /** Format: uuid */
                    indicatorId: string;
                    weight: string;
                }[];
                /** @description Values that stand for fewer than this many are suppressed. */
                suppressBelow?: number;
            };
            /** @description The running series. A redefinition begins the next. */
            series: number;
            readings: {
                /** Format: uuid */
                readingId: string;
                /** @description How often the indicator had been redefined before: 0 for the first series. */
                series: number;
                reading: {
                    value: string;
                } | {
                    /** @enum {unknown} */
                    absent: "no-longer-reported" | "not-applicable" | "not-available" | "not-collected" | "suppressed";
                };
                asOf: components["schemas"]["OccurredOn"];
                for?: components["schemas"]["For2"];
                n?: number;
                source: string;
                /** Format: uuid */
                evidenceId?: string;
            }[];
            /** Format: date */
            retiredOn?: string;
            indicatorId: string;
        };
        Data5: {
            /** Format: uuid */
            partnershipId?: string;
            /** Format: date */
            scheduledOn?: string;
            /** @enum {unknown} */
            kind: "in-service" | "institute" | "meeting" | "summit" | "visit";
            title: string;
            /**
             * Format: date
             * @description The day it is planned for.
             */
            on?: string;
            /** Format: uuid */
            bodyId?: string;
            questions: string[];
            /** @enum {unknown} */
            confidentiality: "partnership" | "public";
            /** Format: date */
            heldOn?: string;
            attendance: {
                /** Format: uuid */
                party: string;
                roles?: string[];
            }[];
            guests?: number;
            /** Format: uuid */
            minutes?: string;
            reflection?: components["schemas"]["Reflection2"];
            /** Format: date */
            cancelledOn?: string;
            meetingId: string;
        };
        Data6: {
            /** Format: date */
            formedOn?: string;
            name: string;
            purpose: string;
            /** @enum {unknown} */
            history: "imported" | "lived" | "reconstructed";
            calendar: components["schemas"]["Calendar2"];
            /** @description Changes of the fiscal year, by the day they take effect. */
            calendarChanges: {
                /** Format: date */
                from: string;
                fiscalYearStart: string;
            }[];
            lateAfterDays: number;
            /** Format: uuid */
            parent?: string;
            theoryOfAction?: string;
            parties: {
                /** Format: uuid */
                partyId: string;
                /** Format: uuid */
                organizationId: string;
                cohort?: string;
                /** Format: uuid */
                partOf?: string;
                /** Format: date */
                joinedOn: string;
                /** Format: date */
                leftOn?: string;
            }[];
            roles: {
                /** Format: uuid */
                roleId: string;
                /** Format: uuid */
                personId: string;
                /** Format: uuid */
                partyId: string;
                title: string;
                /** Format: uuid */
                succeeds?: string;
                /** Format: date */
                from: string;
                /** Format: date */
                until?: string;
                personName: null | string;
            }[];
            bodies: {
                /** Format: uuid */
                bodyId: string;
                name: string;
                /** @enum {unknown} */
                cadence?: "half-year" | "month" | "quarter" | "week" | "year";
                /** Format: date */
                from: string;
                /** Format: date */
                until?: string;
            }[];
            goals: {
                /** Format: uuid */
                goalId: string;
                title: string;
                framework?: string;
                /** Format: date */
                setOn: string;
                /** Format: date */
                retiredOn?: string;
            }[];
            /** @description Pauses; the last one may be open. */
            pauses: {
                /** Format: date */
                from: string;
                /** Format: date */
                until?: string;
            }[];
            /** Format: date */
            endedOn?: string;
            /** Format: uuid */
            carriedOnBy?: string;
            partnershipId: string;
        };
        Data7: {
            /** @constant */
            scoringVersion: 1;
            partnershipId: null | string;
            /** @enum {unknown} */
            history: "imported" | "lived" | "reconstructed";
            quarter: components["schemas"]["Quarter"];
            calendar: components["schemas"]["Calendar2"];
            /** Format: date-time */
            asOf: string;
            /** @enum {unknown} */
            basis: "ledger" | "source";
            /**
             * Format: date
             * @description The last day that can be judged.
             */
            judgedThrough: string;
            /** @description What it was computed from: how many events were known, and the last of them. */
            through: {
                eventId: null | string;
                count: number;
            };
            commitments: {
                /** @description Over items that fell due in the quarter on a day that can be judged (lines 3 and 7). */
                outcomes: {
                    kept: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** @description The day the last share that was needed was done. */
                        doneOn: null | string;
                        /** @description How many shares completion asked for at the end of the day it fell due. */
                        needed: number;
                        shares: {
                            /** Format: uuid */
                            party: string;
                            /** @enum {unknown} */
                            outcome: "kept" | "keptLate" | "missed" | "partlyKept" | "pushed";
                            doneOn: null | string;
                        }[];
                    }[];
                    keptLate: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** @description The day the last share that was needed was done. */
                        doneOn: null | string;
                        /** @description How many shares completion asked for at the end of the day it fell due. */
                        needed: number;
                        shares: {
                            /** Format: uuid */
                            party: string;
                            /** @enum {unknown} */
                            outcome: "kept" | "keptLate" | "missed" | "partlyKept" | "pushed";
                            doneOn: null | string;
                        }[];
                    }[];
                    partlyKept: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** @description The day the last share that was needed was done. */
                        doneOn: null | string;
                        /** @description How many shares completion asked for at the end of the day it fell due. */
                        needed: number;
                        shares: {
                            /** Format: uuid */
                            party: string;
                            /** @enum {unknown} */
                            outcome: "kept" | "keptLate" | "missed" | "partlyKept" | "pushed";
                            doneOn: null | string;
                        }[];
                    }[];
                    pushed: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** @description The day the last share that was needed was done. */
                        doneOn: null | string;
                        /** @description How many shares completion asked for at the end of the day it fell due. */
                        needed: number;
                        shares: {
                            /** Format: uuid */
                            party: string;
                            /** @enum {unknown} */
                            outcome: "kept" | "keptLate" | "missed" | "partlyKept" | "pushed";
                            doneOn: null | string;
                        }[];
                    }[];
                    missed: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** @description The day the last share that was needed was done. */
                        doneOn: null | string;
                        /** @description How many shares completion asked for at the end of the day it fell due. */
                        needed: number;
                        shares: {
                            /** Format: uuid */
                            party: string;
                            /** @enum {unknown} */
                            outcome: "kept" | "keptLate" | "missed" | "partlyKept" | "pushed";
                            doneOn: null | string;
                        }[];
                    }[];
                };
                followThrough: components["schemas"]["FollowThrough"];
                pending: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: date */
                    period?: string;
                    /** Format: date */
                    dueOn: string;
                    done: boolean;
                }[];
                carriedIn: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: date */
                    period?: string;
                    /** Format: date */
                    dueOn: string;
                    ageDays: number;
                    doneOn: null | string;
                    /** @enum {unknown} */
                    became: "broken" | "done" | "open" | "partlyKept" | "released" | "superseded" | "withdrawn";
                }[];
                /** @description Open in the quarter and without any date. */
                noDate: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: date */
                    period?: string;
                }[];
                uncounted: {
                    renegotiated: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** Format: uuid */
                        party?: string;
                        /** Format: uuid */
                        eventId: string;
                    }[];
                    withdrawn: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** Format: uuid */
                        party?: string;
                        /** Format: uuid */
                        eventId: string;
                    }[];
                    superseded: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** Format: uuid */
                        party?: string;
                        /** Format: uuid */
                        eventId: string;
                    }[];
                    released: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** Format: uuid */
                        party?: string;
                        /** Format: uuid */
                        eventId: string;
                    }[];
                    transferred: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** Format: uuid */
                        party?: string;
                        /** Format: uuid */
                        eventId: string;
                    }[];
                    struck: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        /** Format: uuid */
                        party?: string;
                        /** Format: uuid */
                        eventId: string;
                    }[];
                };
                beside: {
                    /** @description Of kept and late: as many shares as were needed are verified as met. */
                    verified: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                    }[];
                    onlyClaimed: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                    }[];
                    /** @constant */
                    disputed: "not recorded yet";
                    /** @description Judging parties differ; the less favourable verdict stands. */
                    contested: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                    }[];
                    reDated: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                    }[];
                    recordedAfterwards: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                    }[];
                    alreadyDoneWhenPromised: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                    }[];
                    correctedTerms: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                    }[];
                    unconfirmed: {
                        /** Format: uuid */
                        commitmentId: string;
                        eventIds: string[];
                    }[];
                };
            };
            slippage: components["schemas"]["Slippage"];
            lateness: components["schemas"]["Slippage"];
            evidence: {
                /** @description Commitments due, carried in or claimed in the quarter. */
                over: string[];
                required: string[];
                present: string[];
                accepted: string[];
                triangulated: string[];
                contradicted: string[];
                /** @description Commitments with any supporting item that counts, whether evidence was required or not. */
                withAny: string[];
            };
            silent: {
                parties: string[];
                shares: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    party: string;
                    openDays: number;
                }[];
            };
            milestones: {
                /** @description Planned by the last day judged and neither dropped nor struck. */
                planned: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    milestoneId: string;
                }[];
                reached: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    milestoneId: string;
                }[];
                /** @description Reopened in the quarter, each with the event. */
                reopened: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    milestoneId: string;
                    /** Format: uuid */
                    eventId: string;
                }[];
                outcomes: {
                    kept: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: uuid */
                        milestoneId: string;
                        /** Format: date */
                        dueOn: string;
                        reachedOn: null | string;
                    }[];
                    keptLate: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: uuid */
                        milestoneId: string;
                        /** Format: date */
                        dueOn: string;
                        reachedOn: null | string;
                    }[];
                    partlyKept: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: uuid */
                        milestoneId: string;
                        /** Format: date */
                        dueOn: string;
                        reachedOn: null | string;
                    }[];
                    pushed: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: uuid */
                        milestoneId: string;
                        /** Format: date */
                        dueOn: string;
                        reachedOn: null | string;
                    }[];
                    missed: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: uuid */
                        milestoneId: string;
                        /** Format: date */
                        dueOn: string;
                        reachedOn: null | string;
                    }[];
                };
                followThrough: components["schemas"]["FollowThrough"];
                pending: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    milestoneId: string;
                    /** Format: date */
                    dueOn: string;
                    reachedOn: null | string;
                }[];
                carriedIn: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    milestoneId: string;
                    /** Format: date */
                    dueOn: string;
                    reachedOn: null | string;
                    ageDays: number;
                }[];
                /** @description Uncounted: dates in the quarter that went away before they came. */
                rescheduled: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    milestoneId: string;
                    /** Format: date */
                    dueOn: string;
                    /** Format: uuid */
                    eventId: string;
                }[];
                dropped: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    milestoneId: string;
                    dueOn: null | string;
                    /** Format: uuid */
                    eventId: string;
                }[];
                endedWithCommitment: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    milestoneId: string;
                    /** Format: date */
                    dueOn: string;
                }[];
                undated: {
                    /** Format: uuid */
                    commitmentId: string;
                    /** Format: uuid */
                    milestoneId: string;
                    last: {
                        /** @enum {unknown} */
                        kind: "light" | "no-longer-stated" | "none" | "source";
                        word: string;
                    };
                    saidOn: null | string;
                }[];
                /** @description All planned milestones by their last word. */
                words: {
                    /** @enum {unknown} */
                    kind: "light" | "no-longer-stated" | "none" | "source";
                    word: string;
                    milestones: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: uuid */
                        milestoneId: string;
                    }[];
                }[];
            };
            activity: {
                /** @description Reports that state a light or a source's word, by event id. */
                statusReports: {
                    onMilestones: string[];
                    onOthers: string[];
                    milestonesReportedOn: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: uuid */
                        milestoneId: string;
                    }[];
                };
                evidenceLinks: string[];
            };
            meetings: {
                bodies: {
                    /** Format: uuid */
                    bodyId: string;
                    /** @description Whole periods of its cadence that ended in the quarter, by their last day; null where it has no cadence. */
                    expected: null | string[];
                    /** @description Those of them with a meeting. */
                    met: null | string[];
                    held: string[];
                    attendance: {
                        /** Format: uuid */
                        party: string;
                        meetings: string[];
                    }[];
                }[];
                /** @description Meetings of no body. */
                others: string[];
            };
            indicators: {
                /** Format: uuid */
                indicatorId: string;
                for: null | components["schemas"]["For2"];
                unit: string;
                /** @enum {unknown} */
                direction: "down" | "up";
                baseline: null | string;
                target: null | components["schemas"]["Target2"];
                last: components["schemas"]["Last"];
                quarterBefore: components["schemas"]["Last"];
                /** @description (value - baseline) / (target - baseline), reduced, not clamped. */
                distanceClosed: null | {
                    num: number;
                    den: number;
                };
                distanceClosedBefore: null | {
                    num: number;
                    den: number;
                };
                /** @description The indicator was redefined since the reading before: the two are not compared. */
                seriesBroken: boolean;
            }[];
            byParty: {
                /** Format: uuid */
                party: string;
                /** @description Of its shares. They do not add up to the commitments, which may have several owing parties. */
                outcomes: {
                    kept: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        doneOn: null | string;
                    }[];
                    keptLate: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        doneOn: null | string;
                    }[];
                    partlyKept: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        doneOn: null | string;
                    }[];
                    pushed: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        doneOn: null | string;
                    }[];
                    missed: {
                        /** Format: uuid */
                        commitmentId: string;
                        /** Format: date */
                        period?: string;
                        /** Format: date */
                        dueOn: string;
                        doneOn: null | string;
                    }[];
                };
                followThrough: components["schemas"]["FollowThrough"];
            }[];
            byGoal: {
                goalId: null | string;
                outcomes: components["schemas"]["Outcomes"];
                followThrough: components["schemas"]["FollowThrough"];
            }[];
            children: {
                /** Format: uuid */
                partnershipId: string;
                quarter: {
                    /** Format: date */
                    first: string;
                    /** Format: date */
                    last: string;
                };
                followThrough: components["schemas"]["FollowThrough"];
            }[];
            anomalies: {
                /** Format: uuid */
                eventId: string;
                stream: string;
                rule: string;
                why: string;
            }[];
            /** @constant */
            agreements: "not recorded yet";
            /** @constant */
            reviews: "not recorded yet";
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        Dated: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        DeclareBroken: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        DeclineDueDate: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            by: components["schemas"]["Agreeing"];
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        DefineIndicator: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 300 characters */
            name: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            goalId?: string;
            /** @description Words: not empty, at most 100 characters */
            unit: string;
            /** @enum {unknown} */
            direction: "up" | "down";
            baseline?: components["schemas"]["Baseline"];
            target?: components["schemas"]["Target"];
            dimensions?: string[];
            madeOf?: components["schemas"]["PartOfIndex"][];
            /** @description A whole number from 1 to 1000000 */
            suppressBelow?: number;
        };
        DueDateAgreed: {
            /** @constant */
            type: "DueDateAgreed";
            data: components["schemas"]["DueDateAgreedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        DueDateAgreedData: {
            /** Format: uuid */
            proposalId: string;
            by: {
                /** Format: uuid */
                party: string;
            } | {
                /** Format: uuid */
                bodyId: string;
            };
        };
        DueDateAgreedFact: {
            /** @constant */
            type: "DueDateAgreed";
            data: components["schemas"]["DueDateAgreedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["DueDateAgreedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        DueDateAnnounced: {
            /** @constant */
            type: "DueDateAnnounced";
            data: components["schemas"]["DueDateAnnouncedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        DueDateAnnouncedData: {
            /** Format: uuid */
            party: string;
            /** Format: date */
            expectedOn: string;
            reason: components["schemas"]["Reason2"];
        };
        DueDateAnnouncedFact: {
            /** @constant */
            type: "DueDateAnnounced";
            data: components["schemas"]["DueDateAnnouncedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["DueDateAnnouncedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        DueDateDeclined: {
            /** @constant */
            type: "DueDateDeclined";
            data: components["schemas"]["DueDateDeclinedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        DueDateDeclinedData: {
            /** Format: uuid */
            proposalId: string;
            by: {
                /** Format: uuid */
                party: string;
            } | {
                /** Format: uuid */
                bodyId: string;
            };
            reason: components["schemas"]["Reason2"];
        };
        DueDateDeclinedFact: {
            /** @constant */
            type: "DueDateDeclined";
            data: components["schemas"]["DueDateDeclinedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["DueDateDeclinedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        DueDateProposed: {
            /** @constant */
            type: "DueDateProposed";
            data: components["schemas"]["DueDateProposedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        DueDateProposedData: {
            /** Format: uuid */
            proposalId: string;
            of: {
                /** @constant */
                kind: "whole";
            } | components["schemas"]["Of"];
            /** Format: uuid */
            by: string;
            /** Format: date */
            dueOn: string;
            reason: components["schemas"]["Reason2"];
        };
        DueDateProposedFact: {
            /** @constant */
            type: "DueDateProposed";
            data: components["schemas"]["DueDateProposedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["DueDateProposedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        /** @description An act that must say why. */
        EndPartnership: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            carriedOnBy?: string;
        };
        EnterPerson: {
            /** @description Words: not empty, at most 300 characters */
            name: string;
            /** @description Words: not empty, at most 300 characters */
            email?: string;
            /**
             * Format: uuid
             * @description An id that roles and records bear already; a new one where it is left out.
             */
            personId?: string;
        };
        EnterPerson2: {
            /** Format: uuid */
            id: string;
            alreadyRecorded: boolean;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        EraseContent: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description A whole number from 1 to 100000 */
            revision: number;
            /** @description Words: not empty, at most 500 characters */
            legalGround: string;
        };
        ErasePerson: {
            /** @description Words: not empty, at most 500 characters */
            legalGround: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        EstablishBody: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 300 characters */
            name: string;
            /** @enum {unknown} */
            cadence?: "week" | "month" | "quarter" | "half-year" | "year";
        };
        Every: {
            /** @enum {unknown} */
            period: "week" | "month" | "quarter";
            quantity?: components["schemas"]["Quantity"];
        };
        Every2: {
            /** @enum {unknown} */
            period: "month" | "quarter" | "week";
            quantity?: components["schemas"]["Quantity2"];
        };
        Evidence: {
            required: boolean;
            present: boolean;
            accepted: boolean;
            triangulated: boolean;
            contradicted: boolean;
            withAny: boolean;
        };
        EvidenceAppraised: {
            /** @constant */
            type: "EvidenceAppraised";
            data: components["schemas"]["EvidenceAppraisedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        EvidenceAppraisedData: {
            revision: number;
            /** Format: uuid */
            by: string;
            /** @enum {unknown} */
            verdict: "accepted" | "rejected";
            /** @enum {unknown} */
            strength?: "moderate" | "strong" | "weak";
            reason?: components["schemas"]["Reason2"];
        };
        EvidenceContentErased: {
            /** @constant */
            type: "EvidenceContentErased";
            data: components["schemas"]["EvidenceContentErasedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        EvidenceContentErasedData: {
            revision: number;
            legalGround: string;
        };
        EvidenceLinked: {
            /** @constant */
            type: "EvidenceLinked";
            data: components["schemas"]["EvidenceLinkedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        EvidenceLinkedData: {
            /** Format: uuid */
            evidenceId: string;
            revision: number;
            /** Format: uuid */
            linkId: string;
            to: {
                /** @constant */
                kind: "whole";
            } | components["schemas"]["Of2"] | {
                /** @constant */
                kind: "criterion";
                criterionId: string;
            };
            /** @enum {unknown} */
            stance: "contradicts" | "supports";
            /** Format: uuid */
            by?: string;
        };
        EvidenceLinkedFact: {
            /** @constant */
            type: "EvidenceLinked";
            data: components["schemas"]["EvidenceLinkedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["EvidenceLinkedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        EvidenceRef: {
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            evidenceId: string;
            /** @description A whole number from 1 to 100000 */
            revision: number;
        };
        EvidenceRequirement: {
            /** @description A whole number from 1 to 1000 */
            minimum: number;
            methods?: ("observation" | "interview" | "survey" | "minutes" | "student-work" | "assessment-data" | "administrative-data" | "document" | "visit-report" | "testimony")[];
        };
        EvidenceRequirement2: {
            minimum: number;
            methods?: ("administrative-data" | "assessment-data" | "document" | "interview" | "minutes" | "observation" | "student-work" | "survey" | "testimony" | "visit-report")[];
        };
        EvidenceRetracted: {
            /** @constant */
            type: "EvidenceRetracted";
            data: {
                reason: components["schemas"]["Reason2"];
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        EvidenceRevised: {
            /** @constant */
            type: "EvidenceRevised";
            data: components["schemas"]["EvidenceRevisedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        EvidenceRevisedData: {
            revision: number;
            content: components["schemas"]["Content"];
            reason?: components["schemas"]["Reason2"];
        };
        EvidenceSubmitted: {
            /** @constant */
            type: "EvidenceSubmitted";
            data: components["schemas"]["EvidenceSubmittedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        EvidenceSubmittedData: {
            /** Format: uuid */
            partnershipId: string;
            title: string;
            /** @enum {unknown} */
            method: "administrative-data" | "assessment-data" | "document" | "interview" | "minutes" | "observation" | "student-work" | "survey" | "testimony" | "visit-report";
            collectedOn: components["schemas"]["OccurredOn"];
            /**
             * Format: uuid
             * @description The submitting party; absent only where an importer's source names none.
             */
            party?: string;
            /** Format: date */
            expiresOn?: string;
            /** @enum {unknown} */
            confidentiality: "parties" | "partnership" | "public";
            content: components["schemas"]["Content"];
        };
        EvidenceUnlinked: {
            /** @constant */
            type: "EvidenceUnlinked";
            data: components["schemas"]["EvidenceUnlinkedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        EvidenceUnlinkedData: {
            /** Format: uuid */
            linkId: string;
            reason: components["schemas"]["Reason2"];
        };
        EvidenceUnlinkedFact: {
            /** @constant */
            type: "EvidenceUnlinked";
            data: components["schemas"]["EvidenceUnlinkedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["EvidenceUnlinkedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        ExternalId: {
            /** @description Words: not empty, at most 100 characters */
            scheme: string;
            /** @description Words: not empty, at most 200 characters */
            value: string;
        };
        FactCorrected: {
            /** @constant */
            type: "FactCorrected";
            data: components["schemas"]["FactCorrectedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        FactCorrectedData: {
            corrects: string;
            /** @description What stands instead, with its day; null strikes the fact. */
            replacement: null | {
                data: unknown;
                occurredOn: components["schemas"]["OccurredOn"];
            };
            reason: components["schemas"]["Reason2"];
            agreedBy?: string[];
        };
        FollowThrough: {
            kept: number;
            counted: number;
            rate: null | {
                num: number;
                den: number;
            };
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        FollowUp: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
            /** @description Words: not empty, at most 50000 characters */
            asked: string;
            /** @description Words: not empty, at most 50000 characters */
            answered?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            answeredBy?: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            nextOn?: string;
        };
        FollowedUp: {
            /** @constant */
            type: "FollowedUp";
            data: components["schemas"]["FollowedUpData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        FollowedUpData: {
            /** Format: uuid */
            party: string;
            asked: components["schemas"]["Reason2"];
            answered?: components["schemas"]["Reason2"];
            /** Format: uuid */
            answeredBy?: string;
            /** Format: date */
            nextOn?: string;
        };
        FollowedUpFact: {
            /** @constant */
            type: "FollowedUp";
            data: components["schemas"]["FollowedUpData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["FollowedUpData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        For: {
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party?: string;
            /** @description Words: not empty, at most 200 characters */
            dimension?: string;
        };
        For2: {
            /** Format: uuid */
            party?: string;
            dimension?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        FormPartnership: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 300 characters */
            name: string;
            /** @description Words: not empty, at most 2000 characters */
            purpose: string;
            calendar: components["schemas"]["Calendar"];
            /**
             * @default lived
             * @enum {unknown}
             */
            history: "lived" | "imported" | "reconstructed";
            /** @description Words: not empty, at most 100 characters */
            blueprint?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            parent?: string;
            /** @description Words: not empty, at most 5000 characters */
            theoryOfAction?: string;
            /** @description A whole number from 0 to 3650 */
            lateAfterDays?: number;
        };
        From: {
            /** Format: date-time */
            asOf: string;
            /** Format: date */
            on: string;
        };
        FulfilmentClaimed: {
            /** @constant */
            type: "FulfilmentClaimed";
            data: components["schemas"]["FulfilmentClaimedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        FulfilmentClaimedData: {
            /** Format: uuid */
            claimId: string;
            /** Format: uuid */
            party: string;
            fulfilledOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description Last day of the period of a standing promise.
             */
            period?: string;
            quantity?: number;
            evidence: {
                /** Format: uuid */
                evidenceId: string;
                revision: number;
            }[];
        };
        FulfilmentClaimedFact: {
            /** @constant */
            type: "FulfilmentClaimed";
            data: components["schemas"]["FulfilmentClaimedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["FulfilmentClaimedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        FulfilmentRejected: {
            /** @constant */
            type: "FulfilmentRejected";
            data: components["schemas"]["FulfilmentRejectedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        FulfilmentRejectedData: {
            /** Format: uuid */
            claimId: string;
            /** Format: uuid */
            by: string;
            criteria?: {
                criterionId: string;
                /** @enum {unknown} */
                verdict: "met" | "not-met" | "partially-met";
            }[];
            reason: components["schemas"]["Reason2"];
        };
        FulfilmentRejectedFact: {
            /** @constant */
            type: "FulfilmentRejected";
            data: components["schemas"]["FulfilmentRejectedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["FulfilmentRejectedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        FulfilmentVerified: {
            /** @constant */
            type: "FulfilmentVerified";
            data: components["schemas"]["FulfilmentVerifiedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        FulfilmentVerifiedData: {
            /** Format: uuid */
            claimId: string;
            /** Format: uuid */
            by: string;
            /** @enum {unknown} */
            verdict: "met" | "partially-met";
            criteria?: {
                criterionId: string;
                /** @enum {unknown} */
                verdict: "met" | "not-met" | "partially-met";
            }[];
            reason?: components["schemas"]["Reason2"];
        };
        FulfilmentVerifiedFact: {
            /** @constant */
            type: "FulfilmentVerified";
            data: components["schemas"]["FulfilmentVerifiedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["FulfilmentVerifiedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        GetCommitmentHistory: {
            /** Format: date-time */
            asOf: string;
            /** Format: date */
            on: string;
            /** @enum {unknown} */
            basis: "ledger" | "source";
            position: string;
            items: (components["schemas"]["OrganizationRegistered"] | components["schemas"]["OrganizationRenamed"] | components["schemas"]["OrganizationMerged"] | components["schemas"]["OrganizationClosed"] | components["schemas"]["AliasAdded"] | components["schemas"]["SizeRecorded"] | components["schemas"]["FactCorrected"] | components["schemas"]["RecordConfirmed"] | components["schemas"]["RecordContested"] | components["schemas"]["PartnershipFormed"] | components["schemas"]["TheoryOfActionRevised"] | components["schemas"]["ReviewCalendarChanged"] | components["schemas"]["PartyJoined"] | components["schemas"]["PartyLeft"] | components["schemas"]["RoleAssigned"] | components["schemas"]["RoleEnded"] | components["schemas"]["BodyEstablished"] | components["schemas"]["BodyDissolved"] | components["schemas"]["GoalSet"] | components["schemas"]["GoalRetired"] | components["schemas"]["ContributionRecorded"] | components["schemas"]["ContextNoted"] | components["schemas"]["PartnershipPaused"] | components["schemas"]["PartnershipResumed"] | components["schemas"]["PartnershipEnded"] | components["schemas"]["CommitmentMade"] | components["schemas"]["ShareAdded"] | components["schemas"]["ShareTransferred"] | components["schemas"]["ShareReleased"] | components["schemas"]["ShareKeptOn"] | components["schemas"]["MilestonePlanned"] | components["schemas"]["MilestoneReached"] | components["schemas"]["MilestoneReopened"] | components["schemas"]["MilestoneRescheduled"] | components["schemas"]["MilestoneDropped"] | components["schemas"]["ProgressReported"] | components["schemas"]["FollowedUp"] | components["schemas"]["DueDateAnnounced"] | components["schemas"]["DueDateProposed"] | components["schemas"]["DueDateAgreed"] | components["schemas"]["DueDateDeclined"] | components["schemas"]["OwnerChanged"] | components["schemas"]["EvidenceLinked"] | components["schemas"]["EvidenceUnlinked"] | components["schemas"]["FulfilmentClaimed"] | components["schemas"]["ClaimWithdrawn"] | components["schemas"]["FulfilmentVerified"] | components["schemas"]["FulfilmentRejected"] | components["schemas"]["CommitmentWithdrawn"] | components["schemas"]["CommitmentSuperseded"] | components["schemas"]["CommitmentBroken"] | components["schemas"]["EvidenceSubmitted"] | components["schemas"]["EvidenceRevised"] | components["schemas"]["EvidenceAppraised"] | components["schemas"]["EvidenceRetracted"] | components["schemas"]["EvidenceContentErased"] | components["schemas"]["IndicatorDefined"] | components["schemas"]["IndicatorRedefined"] | components["schemas"]["ReadingRecorded"] | components["schemas"]["TargetRevised"] | components["schemas"]["IndicatorRetired"] | components["schemas"]["MeetingScheduled"] | components["schemas"]["MeetingHeld"] | components["schemas"]["MeetingCancelled"])[];
            next: null | string;
        };
        GoalRetired: {
            /** @constant */
            type: "GoalRetired";
            data: components["schemas"]["GoalRetiredData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        GoalRetiredData: {
            /** Format: uuid */
            goalId: string;
            reason?: components["schemas"]["Reason2"];
        };
        GoalSet: {
            /** @constant */
            type: "GoalSet";
            data: components["schemas"]["GoalSetData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        GoalSetData: {
            /** Format: uuid */
            goalId: string;
            title: string;
            framework?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        HoldMeeting: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            attendance: components["schemas"]["Attendance"][];
            /** @description A whole number from 0 to 1000000 */
            guests?: number;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            minutes?: string;
            reflection?: components["schemas"]["Reflection"];
        };
        ImportTables: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            partnership: string;
            dryRun: boolean;
            /**
             * @description `stopped`: the server was shut down, or was killed. `failed`: `problem` says why. Sent again, it goes on behind what was recorded.
             * @enum {unknown}
             */
            state: "done" | "failed" | "running" | "stopped" | "waiting";
            /** @description Facts looked at, of so many; both 0 until the tables were read once. */
            done: number;
            total: number;
            result?: {
                partnership: string;
                source: string;
                dryRun: boolean;
                /** @description Facts by kind; in a dry run, those that would be recorded. */
                recorded: {
                    total: number;
                    byKind: {
                        [key: string]: number;
                    };
                };
                /** @description Facts and rows of which nothing was recorded, by reason. */
                skipped: {
                    total: number;
                    byReason: {
                        [key: string]: number;
                    };
                };
                /** @description What a rule of the ledger forbade. */
                refused: {
                    field: string;
                    rule: string;
                    message: string;
                    file: string;
                    line?: number;
                    row?: number;
                    column?: string;
                }[];
                refusedTotal: number;
                /** @description Facts that an earlier run recorded of rows that are in no table now. They stay as they are. */
                absent: {
                    kind: string;
                    stream: string;
                    /** Format: uuid */
                    eventId: string;
                    file: string;
                    row?: number;
                }[];
                absentTotal: number;
                /** @description Of each kind of fact, what became of its rows. */
                rows: {
                    [key: string]: {
                        read: number;
                        recorded: number;
                        unchanged: number;
                        skipped: number;
                        refused: number;
                    };
                };
                notes: string[];
                problems: {
                    field: string;
                    rule: string;
                    message: string;
                    file: string;
                    line?: number;
                    row?: number;
                    column?: string;
                }[];
                problemsTotal: number;
            };
            problem?: {
                title: string;
                status: number;
                code: string;
                detail: string;
                errors: {
                    field: string;
                    rule: string;
                    message: string;
                }[];
            };
        };
        IndicatorDefined: {
            /** @constant */
            type: "IndicatorDefined";
            data: components["schemas"]["IndicatorDefinedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        IndicatorDefinedData: {
            name: string;
            /** Format: uuid */
            goalId?: string;
            unit: string;
            /** @enum {unknown} */
            direction: "down" | "up";
            baseline?: components["schemas"]["Baseline2"];
            target?: components["schemas"]["Target2"];
            dimensions?: string[];
            /** @description An index: the indicators it is made of, with their weights. */
            madeOf?: {
                /** Format: uuid */
                indicatorId: string;
                weight: string;
            }[];
            /** @description Values that stand for fewer than this many are suppressed. */
            suppressBelow?: number;
            /** Format: uuid */
            partnershipId: string;
        };
        IndicatorRedefined: {
            /** @constant */
            type: "IndicatorRedefined";
            data: components["schemas"]["IndicatorRedefinedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        IndicatorRedefinedData: {
            name: string;
            /** Format: uuid */
            goalId?: string;
            unit: string;
            /** @enum {unknown} */
            direction: "down" | "up";
            baseline?: components["schemas"]["Baseline2"];
            target?: components["schemas"]["Target2"];
            dimensions?: string[];
            /** @description An index: the indicators it is made of, with their weights. */
            madeOf?: {
                /** Format: uuid */
                indicatorId: string;
                weight: string;
            }[];
            /** @description Values that stand for fewer than this many are suppressed. */
            suppressBelow?: number;
            reason: components["schemas"]["Reason2"];
        };
        IndicatorRetired: {
            /** @constant */
            type: "IndicatorRetired";
            data: {
                reason?: components["schemas"]["Reason2"];
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        Item: {
            /** Format: uuid */
            personId: string;
            name: null | string;
            email: null | string;
            erased: null | {
                legalGround: string;
                /** Format: uuid */
                by: string;
                at: string;
            };
        };
        Item2: {
            name: string;
            /** @enum {unknown} */
            role: "evaluator" | "facilitator" | "member" | "owner" | "viewer";
            /**
             * Format: uuid
             * @description The hand that the ledger names as recorder, and the person whose roles a member acts in.
             */
            personId: string;
            member?: components["schemas"]["Member"];
            /** Format: date-time */
            madeAt: string;
            /**
             * Format: date
             * @description The last day (UTC) on which it signs in.
             */
            expiresOn?: string;
            /** Format: date-time */
            revokedAt?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        JoinParty: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            organizationId: string;
            /** @description Words: not empty, at most 100 characters */
            cohort?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            partOf?: string;
        };
        KnownThen: {
            /** Format: date-time */
            asOf: string;
            /** @enum {unknown} */
            basis: "ledger" | "source";
            followThrough: components["schemas"]["FollowThrough"];
            outcomes: components["schemas"]["Outcomes"];
        };
        KnownThen2: {
            /** Format: date-time */
            asOf: string;
            /** @enum {unknown} */
            basis: "ledger" | "source";
            followThrough: components["schemas"]["FollowThrough"];
            scorecard: components["schemas"]["Data7"];
        };
        Last: null | {
            /** Format: uuid */
            readingId: string;
            /** Format: date */
            asOf: string;
            n: null | number;
            value: string;
        } | {
            /** Format: uuid */
            readingId: string;
            /** Format: date */
            asOf: string;
            n: null | number;
            /** @enum {unknown} */
            absent: "no-longer-reported" | "not-applicable" | "not-available" | "not-collected" | "suppressed";
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        LinkEvidence: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            evidenceId: string;
            /**
             * @description A whole number from 1 to 100000
             * @default 1
             */
            revision: number;
            /** @description The whole where it is not said. */
            to?: components["schemas"]["Whole"] | components["schemas"]["OfMilestone"] | components["schemas"]["OfCriterion"];
            /**
             * @default supports
             * @enum {unknown}
             */
            stance: "supports" | "contradicts";
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            by?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        MakeCommitment: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 2000 characters */
            statement: string;
            shares: components["schemas"]["Share"][];
            owedTo: string[];
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            goalId?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            pledgedAt?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            answers?: string;
            every?: components["schemas"]["Every"];
            /** @default [] */
            doneWhen: components["schemas"]["Criterion"][];
            /** @default all */
            completion: "all" | components["schemas"]["AtLeast"];
            evidenceRequirement?: components["schemas"]["EvidenceRequirement"];
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            verifier?: string;
            /** @default every-party */
            changesAgreedBy: "every-party" | components["schemas"]["ByBody"];
            owner: "without-owner" | components["schemas"]["Owner"];
            /** @enum {unknown} */
            dueBasis: "stated" | "assumed" | "none";
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            dueOn?: string;
        };
        MakeToken: {
            /** @description Words: not empty, at most 40 characters */
            name: string;
            /** @enum {unknown} */
            role: "owner" | "facilitator" | "member" | "evaluator" | "viewer";
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            personId?: string;
            member?: components["schemas"]["Membership"];
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            expiresOn?: string;
        };
        /** @description An act that may say why. */
        MayReason: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 50000 characters */
            reason?: string;
        };
        MeetingCancelled: {
            /** @constant */
            type: "MeetingCancelled";
            data: {
                reason?: components["schemas"]["Reason2"];
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        MeetingHeld: {
            /** @constant */
            type: "MeetingHeld";
            data: components["schemas"]["MeetingHeldData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        MeetingHeldData: {
            attendance: {
                /** Format: uuid */
                party: string;
                roles?: string[];
            }[];
            guests?: number;
            /**
             * Format: uuid
             * @description The minutes, as an item of evidence.
             */
            minutes?: string;
            reflection?: components["schemas"]["Reflection2"];
        };
        MeetingScheduled: {
            /** @constant */
            type: "MeetingScheduled";
            data: components["schemas"]["MeetingScheduledData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        MeetingScheduledData: {
            /** Format: uuid */
            partnershipId: string;
            /** @enum {unknown} */
            kind: "in-service" | "institute" | "meeting" | "summit" | "visit";
            title: string;
            /**
             * Format: date
             * @description The day it is planned for.
             */
            on: string;
            /**
             * Format: uuid
             * @description The body whose meeting it is.
             */
            bodyId?: string;
            questions?: string[];
            /** @enum {unknown} */
            confidentiality?: "partnership" | "public";
        };
        Member: {
            /** Format: uuid */
            partnershipId: string;
            /** Format: uuid */
            partyId: string;
        };
        Membership: {
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            partnershipId: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            partyId: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        MergeOrganization: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            into: string;
        };
        MilestoneDropped: {
            /** @constant */
            type: "MilestoneDropped";
            data: components["schemas"]["MilestoneReopenedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        MilestoneDroppedFact: {
            /** @constant */
            type: "MilestoneDropped";
            data: components["schemas"]["MilestoneReopenedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected"];
        };
        MilestonePlanned: {
            /** @constant */
            type: "MilestonePlanned";
            data: components["schemas"]["MilestonePlannedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        MilestonePlannedData: {
            /** Format: uuid */
            milestoneId: string;
            title: string;
            /** Format: date */
            dueOn?: string;
            /** Format: uuid */
            party?: string;
        };
        MilestonePlannedFact: {
            /** @constant */
            type: "MilestonePlanned";
            data: components["schemas"]["MilestonePlannedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["MilestonePlannedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        MilestoneReached: {
            /** @constant */
            type: "MilestoneReached";
            data: {
                /** Format: uuid */
                milestoneId: string;
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        MilestoneReachedFact: {
            /** @constant */
            type: "MilestoneReached";
            data: {
                /** Format: uuid */
                milestoneId: string;
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: {
                        /** Format: uuid */
                        milestoneId: string;
                    };
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        MilestoneReopened: {
            /** @constant */
            type: "MilestoneReopened";
            data: components["schemas"]["MilestoneReopenedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        MilestoneReopenedData: {
            /** Format: uuid */
            milestoneId: string;
            reason: components["schemas"]["Reason2"];
        };
        MilestoneReopenedFact: {
            /** @constant */
            type: "MilestoneReopened";
            data: components["schemas"]["MilestoneReopenedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected"];
        };
        MilestoneRescheduled: {
            /** @constant */
            type: "MilestoneRescheduled";
            data: components["schemas"]["MilestoneRescheduledData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        MilestoneRescheduledData: {
            /** Format: uuid */
            milestoneId: string;
            /** Format: date */
            dueOn: string;
            reason: components["schemas"]["Reason2"];
        };
        MilestoneRescheduledFact: {
            /** @constant */
            type: "MilestoneRescheduled";
            data: components["schemas"]["MilestoneRescheduledData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["MilestoneRescheduledData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        Milestones: {
            reached: number;
            planned: number;
        };
        Name: string;
        NamePerson: {
            /** @description Words: not empty, at most 300 characters */
            name: string;
            /** @description Words: not empty, at most 300 characters */
            email?: string;
        };
        OccurredOn: string;
        Of: {
            /** @constant */
            kind: "share";
            /** Format: uuid */
            party: string;
        };
        Of2: {
            /** @constant */
            kind: "milestone";
            /** Format: uuid */
            milestoneId: string;
        };
        OfCriterion: {
            /** @enum {unknown} */
            kind: "criterion";
            /** @description Words: not empty, at most 100 characters */
            criterionId: string;
        };
        OfMilestone: {
            /** @enum {unknown} */
            kind: "milestone";
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            milestoneId: string;
        };
        OfShare: {
            /** @enum {unknown} */
            kind: "share";
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
        };
        OrganizationClosed: {
            /** @constant */
            type: "OrganizationClosed";
            data: Record<string, never>;
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        OrganizationMerged: {
            /** @constant */
            type: "OrganizationMerged";
            data: {
                /** Format: uuid */
                into: string;
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        OrganizationRegistered: {
            /** @constant */
            type: "OrganizationRegistered";
            data: components["schemas"]["OrganizationRegisteredData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        OrganizationRegisteredData: {
            name: string;
            /** @enum {unknown} */
            kind: "agency" | "board" | "college" | "community" | "district" | "external-partner" | "foundation" | "funder" | "parents" | "school" | "team" | "union";
            externalIds?: {
                scheme: string;
                value: string;
            }[];
            place?: string;
        };
        OrganizationRenamed: {
            /** @constant */
            type: "OrganizationRenamed";
            data: {
                name: string;
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        Outcomes: {
            kept: {
                /** Format: uuid */
                commitmentId: string;
                /** Format: date */
                period?: string;
            }[];
            keptLate: {
                /** Format: uuid */
                commitmentId: string;
                /** Format: date */
                period?: string;
            }[];
            partlyKept: {
                /** Format: uuid */
                commitmentId: string;
                /** Format: date */
                period?: string;
            }[];
            pushed: {
                /** Format: uuid */
                commitmentId: string;
                /** Format: date */
                period?: string;
            }[];
            missed: {
                /** Format: uuid */
                commitmentId: string;
                /** Format: date */
                period?: string;
            }[];
        };
        Owner: {
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            personId: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            roleId: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
        };
        OwnerChanged: {
            /** @constant */
            type: "OwnerChanged";
            data: components["schemas"]["OwnerChangedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        OwnerChangedData: {
            owner: {
                /** Format: uuid */
                personId: string;
                /** Format: uuid */
                roleId: string;
                /** Format: uuid */
                party: string;
                personName: null | string;
            } | "without-owner";
            reason?: components["schemas"]["Reason2"];
        };
        OwnerChangedFact: {
            /** @constant */
            type: "OwnerChanged";
            data: components["schemas"]["OwnerChangedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["OwnerChangedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        PartOfIndex: {
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            indicatorId: string;
            /** @description A decimal number as text, as "-12.50" */
            weight: string;
        };
        PartnershipEnded: {
            /** @constant */
            type: "PartnershipEnded";
            data: components["schemas"]["PartnershipEndedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        PartnershipEndedData: {
            reason: components["schemas"]["Reason2"];
            /** Format: uuid */
            carriedOnBy?: string;
        };
        PartnershipFormed: {
            /** @constant */
            type: "PartnershipFormed";
            data: components["schemas"]["PartnershipFormedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        PartnershipFormedData: {
            name: string;
            /** @description The purpose or common need. */
            purpose: string;
            calendar: components["schemas"]["Calendar2"];
            /** @enum {unknown} */
            history: "imported" | "lived" | "reconstructed";
            blueprint?: string;
            /**
             * Format: uuid
             * @description The partnership it is part of.
             */
            parent?: string;
            theoryOfAction?: string;
            /** @description Facts known later than this many days after they occurred are late; 30 where it is not said. */
            lateAfterDays?: number;
        };
        PartnershipPaused: {
            /** @constant */
            type: "PartnershipPaused";
            data: {
                reason: components["schemas"]["Reason2"];
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        PartnershipResumed: {
            /** @constant */
            type: "PartnershipResumed";
            data: {
                reason?: components["schemas"]["Reason2"];
            };
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        PartyJoined: {
            /** @constant */
            type: "PartyJoined";
            data: components["schemas"]["PartyJoinedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        PartyJoinedData: {
            /** Format: uuid */
            partyId: string;
            /** Format: uuid */
            organizationId: string;
            cohort?: string;
            /** Format: uuid */
            partOf?: string;
        };
        PartyLeft: {
            /** @constant */
            type: "PartyLeft";
            data: components["schemas"]["PartyLeftData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        PartyLeftData: {
            /** Format: uuid */
            partyId: string;
            reason?: components["schemas"]["Reason2"];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        PlanMilestone: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 500 characters */
            title: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            dueOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party?: string;
        };
        /** @description Why a request was not answered as asked. */
        Problem: {
            /** @description The kind of problem, in words. */
            title: string;
            status: number;
            /**
             * @description Stable.
             * @enum {unknown}
             */
            code: "INVALID_INPUT" | "MALFORMED_BODY" | "MALFORMED_ADDRESS" | "MALFORMED_REQUEST" | "INVALID_POSITION" | "APPEND_TOO_LARGE" | "UNAUTHENTICATED" | "ROLE_FORBIDS" | "NOT_YOUR_PARTY" | "NOT_FOUND" | "NO_SUCH_ROUTE" | "STREAM_MISSING" | "CONTENT_IS_LINK" | "METHOD_NOT_ALLOWED" | "REQUEST_TOO_SLOW" | "REVISION_CONFLICT" | "STREAM_EXISTS" | "DUPLICATE_EVENT" | "TEXT_RACED" | "PERSON_TAKEN" | "FEED_FORKED" | "TOKEN_NAME_TAKEN" | "CONTENT_ERASED" | "PERSON_ERASED" | "STALE_REVISION" | "FILE_TOO_LARGE" | "BODY_TOO_LARGE" | "MEDIA_TYPE_REFUSED" | "CONTENT_TYPE_REFUSED" | "ENCODING_REFUSED" | "COMMAND_REUSED" | "RULE_1" | "RULE_2" | "RULE_3" | "RULE_4" | "RULE_5" | "RULE_6" | "RULE_7" | "RULE_8" | "RULE_9" | "RULE_10" | "RULE_11" | "RULE_12" | "RULE_13" | "RULE_15" | "RULE_16" | "RATE_LIMITED" | "HEADERS_TOO_LARGE" | "INTERNAL" | "READ_MODEL_BEHIND" | "DRAINING" | "RELAY_STOPPED" | "READ_MODEL_BUILDING" | "READ_MODEL_STOPPED" | "TOO_MANY_IMPORTS" | "STORE_UNAVAILABLE" | "OUTCOME_UNKNOWN" | "READ_ONLY" | "FOLDER_IN_USE" | "CONTENT_MISSING" | "CONTENT_CORRUPT" | "LEDGER_FORKED" | "LEDGER_ID_MISSING" | "EVENT_MISSING" | "EVENT_ALTERED" | "IMPOSSIBLE_POSITION" | "APPEND_DIFFERS" | "STREAM_DELETED" | "COPY_MISSING" | "POISON_EVENT" | "TOKEN_UNREADABLE";
            /** @description What happened, in words. */
            detail: string;
            /** @description Every wrong field at once. */
            errors: {
                /** @description The field, header or parameter, as `shares[0].party`. */
                field: string;
                /** @description The rule it breaks, as `R15`; of a row of an import, its own rule. */
                rule: string;
                /** @description What is wanted, in words. */
                message: string;
            }[];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        Progress: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description The whole where it is not said. */
            of?: components["schemas"]["Whole"] | components["schemas"]["OfShare"] | components["schemas"]["OfMilestone"];
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party?: string;
            /** @enum {unknown} */
            light?: "on-track" | "at-risk" | "off-track";
            /** @description A whole number from 0 to 100 */
            percent?: number;
            /** @description Words: not empty, at most 50000 characters */
            narrative?: string;
            sourceStatus?: "no-longer-stated" | components["schemas"]["SourceSays"];
        };
        ProgressReported: {
            /** @constant */
            type: "ProgressReported";
            data: components["schemas"]["ProgressReportedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ProgressReportedData: {
            of: {
                /** @constant */
                kind: "whole";
            } | components["schemas"]["Of"] | components["schemas"]["Of2"];
            /** Format: uuid */
            party?: string;
            /** @enum {unknown} */
            light?: "at-risk" | "off-track" | "on-track";
            percent?: number;
            narrative?: components["schemas"]["Reason2"];
            sourceStatus?: {
                says: string;
            } | "no-longer-stated";
        };
        ProgressReportedFact: {
            /** @constant */
            type: "ProgressReported";
            data: components["schemas"]["ProgressReportedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["ProgressReportedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        ProposeDueDate: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description The whole where it is not said. */
            of?: components["schemas"]["Whole"] | components["schemas"]["OfShare"];
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            by: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            dueOn: string;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        Provenance: {
            source: string;
            sha256: string;
            row?: number;
            words?: {
                [key: string]: string;
            };
        };
        Quantity: {
            /** @description A number that is not negative */
            atLeast: number;
            /** @description A number that is not negative */
            atMost?: number;
            /** @description Words: not empty, at most 50 characters */
            unit: string;
        };
        Quantity2: {
            atLeast: number;
            atMost?: number;
            unit: string;
        };
        Quarter: {
            name: components["schemas"]["Name"];
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        Reading: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            reading: components["schemas"]["ReadingValue"];
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            asOf: string;
            for?: components["schemas"]["For"];
            /** @description A whole number from 0 to 1000000000 */
            n?: number;
            /** @description Words: not empty, at most 500 characters */
            source: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            evidenceId?: string;
        };
        ReadingRecorded: {
            /** @constant */
            type: "ReadingRecorded";
            data: components["schemas"]["ReadingRecordedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ReadingRecordedData: {
            reading: {
                value: string;
            } | {
                /** @enum {unknown} */
                absent: "no-longer-reported" | "not-applicable" | "not-available" | "not-collected" | "suppressed";
            };
            asOf: components["schemas"]["OccurredOn"];
            /** @description Whom or which dimension the value is for. */
            for?: components["schemas"]["For2"];
            n?: number;
            source: string;
            /** Format: uuid */
            evidenceId?: string;
            /** Format: uuid */
            readingId: string;
        };
        /** @description A value, or why there is none: the domain takes exactly one of the two. */
        ReadingValue: {
            /** @description A decimal number as text, as "-12.50" */
            value?: string;
            /** @enum {unknown} */
            absent?: "suppressed" | "not-applicable" | "not-available" | "not-collected" | "no-longer-reported";
        };
        /** @description An act that must say why. */
        Reason: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        Reason2: {
            text: string;
            sha256: string;
            content: null | string;
        };
        Receipt: {
            /** Format: uuid */
            id: string;
            stream: string;
            revision: string;
            position: string;
            eventIds: string[];
            /** @description The ids of what the command made within its stream, by the name they bear in its event: `{ claimId }`. */
            made: {
                [key: string]: string;
            };
            /** @description Repeated, or already true: nothing was recorded now. */
            alreadyRecorded: boolean;
        };
        RecordConfirmed: {
            /** @constant */
            type: "RecordConfirmed";
            data: components["schemas"]["RecordConfirmedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        RecordConfirmedData: {
            eventId: string;
            party: string;
        };
        RecordContested: {
            /** @constant */
            type: "RecordContested";
            data: components["schemas"]["RecordContestedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        RecordContestedData: {
            eventId: string;
            party: string;
            reason: components["schemas"]["Reason2"];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        RecordSize: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description A whole number from 0 to 1000000000 */
            count: number;
            /** @description Words: not empty, at most 100 characters */
            unit: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            asOf: string;
        };
        RecordedBy: {
            /** @enum {unknown} */
            kind: "clock" | "importer" | "person" | "service";
            id: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        RedefineIndicator: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 300 characters */
            name: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            goalId?: string;
            /** @description Words: not empty, at most 100 characters */
            unit: string;
            /** @enum {unknown} */
            direction: "up" | "down";
            baseline?: components["schemas"]["Baseline"];
            target?: components["schemas"]["Target"];
            dimensions?: string[];
            madeOf?: components["schemas"]["PartOfIndex"][];
            /** @description A whole number from 1 to 1000000 */
            suppressBelow?: number;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        Reflection: {
            /** @description Words: not empty, at most 50000 characters */
            worked?: string;
            /** @description Words: not empty, at most 50000 characters */
            didNot?: string;
            /** @description Words: not empty, at most 50000 characters */
            change?: string;
        };
        Reflection2: {
            worked?: components["schemas"]["Reason2"];
            didNot?: components["schemas"]["Reason2"];
            change?: components["schemas"]["Reason2"];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        RegisterOrganization: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 300 characters */
            name: string;
            /** @enum {unknown} */
            kind: "district" | "school" | "union" | "college" | "external-partner" | "funder" | "community" | "agency" | "team" | "board" | "foundation" | "parents";
            externalIds?: components["schemas"]["ExternalId"][];
            /** @description Words: not empty, at most 300 characters */
            place?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        ReleaseShare: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            agreedBy: string[];
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        RenameOrganization: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 300 characters */
            name: string;
        };
        /** @description What stands instead of a fact: its data in the words of the original command, and its day. */
        Replacement: {
            data: Record<string, never>;
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        RescheduleMilestone: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            dueOn: string;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        ReviewCalendar: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description The first of a month, as 07-01 */
            fiscalYearStart: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            from: string;
        };
        ReviewCalendarChanged: {
            /** @constant */
            type: "ReviewCalendarChanged";
            data: components["schemas"]["ReviewCalendarChangedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ReviewCalendarChangedData: {
            fiscalYearStart: string;
            /** Format: date */
            from: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        ReviseEvidence: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uri
             * @description An address that begins with https:// or http://
             */
            link?: string;
            /** @description Words: not empty, at most 50000 characters */
            text?: string;
            /** @description Words: not empty, at most 50000 characters */
            reason?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        ReviseTarget: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            target: components["schemas"]["Target"];
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
        };
        RoleAssigned: {
            /** @constant */
            type: "RoleAssigned";
            data: components["schemas"]["RoleAssignedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        RoleAssignedData: {
            /** Format: uuid */
            roleId: string;
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            partyId: string;
            title: string;
            /** Format: uuid */
            succeeds?: string;
            personName: null | string;
        };
        RoleEnded: {
            /** @constant */
            type: "RoleEnded";
            data: components["schemas"]["RoleEndedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        RoleEndedData: {
            /** Format: uuid */
            roleId: string;
            reason?: components["schemas"]["Reason2"];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        ScheduleMeeting: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @enum {unknown} */
            kind: "meeting" | "visit" | "summit" | "institute" | "in-service";
            /** @description Words: not empty, at most 300 characters */
            title: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            on: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            bodyId?: string;
            questions?: string[];
            /** @enum {unknown} */
            confidentiality?: "public" | "partnership";
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        SetGoal: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 500 characters */
            title: string;
            /** @description Words: not empty, at most 100 characters */
            framework?: string;
        };
        Share: {
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
            /** @description Words: not empty, at most 2000 characters */
            does?: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            dueOn?: string;
            quantity?: components["schemas"]["Quantity"];
        };
        ShareAdded: {
            /** @constant */
            type: "ShareAdded";
            data: components["schemas"]["ShareAddedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ShareAddedData: {
            /** Format: uuid */
            party: string;
            does?: string;
            /** Format: date */
            dueOn?: string;
            quantity?: components["schemas"]["Quantity2"];
            agreedBy: string[];
        };
        ShareAddedFact: {
            /** @constant */
            type: "ShareAdded";
            data: components["schemas"]["ShareAddedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["ShareAddedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        ShareKeptOn: {
            /** @constant */
            type: "ShareKeptOn";
            data: components["schemas"]["ShareKeptOnData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ShareKeptOnData: {
            /** Format: uuid */
            party: string;
            reason?: components["schemas"]["Reason2"];
        };
        ShareKeptOnFact: {
            /** @constant */
            type: "ShareKeptOn";
            data: components["schemas"]["ShareKeptOnData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["ShareKeptOnData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        ShareReleased: {
            /** @constant */
            type: "ShareReleased";
            data: components["schemas"]["ShareReleasedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ShareReleasedData: {
            /** Format: uuid */
            party: string;
            agreedBy: string[];
            reason: components["schemas"]["Reason2"];
        };
        ShareReleasedFact: {
            /** @constant */
            type: "ShareReleased";
            data: components["schemas"]["ShareReleasedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["ShareReleasedData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        ShareTransferred: {
            /** @constant */
            type: "ShareTransferred";
            data: components["schemas"]["ShareTransferredData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        ShareTransferredData: {
            /** Format: uuid */
            from: string;
            /** Format: uuid */
            to: string;
            agreedBy: string[];
            reason?: components["schemas"]["Reason2"];
        };
        ShareTransferredFact: {
            /** @constant */
            type: "ShareTransferred";
            data: components["schemas"]["ShareTransferredData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: {
                by: string;
                first: {
                    data: components["schemas"]["ShareTransferredData"];
                    /** Format: date */
                    day: string;
                };
                agreedBy: string[];
                /** Format: date */
                day: string;
            };
        };
        SizeRecorded: {
            /** @constant */
            type: "SizeRecorded";
            data: components["schemas"]["SizeRecordedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        SizeRecordedData: {
            count: number;
            unit: string;
            /** Format: date */
            asOf: string;
        };
        Slippage: {
            items: {
                /** Format: uuid */
                commitmentId: string;
                days: number;
            }[];
            median: null | {
                num: number;
                den: number;
            };
            worst: null | number;
        };
        SourceSays: {
            /** @description Words: not empty, at most 500 characters */
            says: string;
        };
        Struck: {
            /** Format: uuid */
            by: string;
            on: string;
            agreedBy: string[];
        };
        /** @description Beside these fields either a file (multipart, field `file`), a link or a text. */
        SubmitEvidence: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 500 characters */
            title: string;
            /** @enum {unknown} */
            method: "observation" | "interview" | "survey" | "minutes" | "student-work" | "assessment-data" | "administrative-data" | "document" | "visit-report" | "testimony";
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            collectedOn: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            party: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            expiresOn?: string;
            /**
             * @default partnership
             * @enum {unknown}
             */
            confidentiality: "public" | "partnership" | "parties";
            /**
             * Format: uri
             * @description An address that begins with https:// or http://
             */
            link?: string;
            /** @description Words: not empty, at most 50000 characters */
            text?: string;
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        SupersedeCommitment: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
            /** @default [] */
            agreedBy: string[];
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            successorId: string;
        };
        Target: {
            /** @description A decimal number as text, as "-12.50" */
            value: string;
            /**
             * Format: date
             * @description A day that exists, as 2025-02-15
             */
            by: string;
        };
        Target2: {
            value: string;
            /** Format: date */
            by: string;
        };
        TargetRevised: {
            /** @constant */
            type: "TargetRevised";
            data: components["schemas"]["TargetRevisedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        TargetRevisedData: {
            target: components["schemas"]["Target2"];
            reason: components["schemas"]["Reason2"];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        TheoryOfAction: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 5000 characters */
            theoryOfAction: string;
            /** @description Words: not empty, at most 50000 characters */
            reason?: string;
        };
        TheoryOfActionRevised: {
            /** @constant */
            type: "TheoryOfActionRevised";
            data: components["schemas"]["TheoryOfActionRevisedData"];
            id: string;
            stream: string;
            position: string;
            revision: string;
            /** Format: date-time */
            recordedAt: string;
            occurredOn: components["schemas"]["OccurredOn"];
            /**
             * Format: date
             * @description The day it counts on.
             */
            day: string;
            actor: components["schemas"]["Actor"];
            recordedBy: components["schemas"]["RecordedBy"];
            provenance?: components["schemas"]["Provenance"];
            /**
             * Format: date-time
             * @description Since when this version of it has been known, on the basis asked for.
             */
            knownSince: string;
            /**
             * Format: date-time
             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
             */
            firstKnownSince: string;
            /** @description The correction whose words these are, and what was said first. */
            corrected?: components["schemas"]["Corrected2"];
            onBehalf: boolean;
            struck?: components["schemas"]["Struck"];
        };
        TheoryOfActionRevisedData: {
            theoryOfAction: string;
            reason?: components["schemas"]["Reason2"];
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        TransferShare: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            to: string;
            agreedBy: string[];
            /** @description Words: not empty, at most 50000 characters */
            reason?: string;
        };
        /** @description `met` and `partially-met` verify a claim, `not-met` rejects it and needs a reason. */
        Verdict: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /**
             * Format: uuid
             * @description An id (UUID)
             */
            by: string;
            /** @enum {unknown} */
            verdict: "met" | "partially-met" | "not-met";
            criteria?: components["schemas"]["CriterionVerdict"][];
            /** @description Words: not empty, at most 50000 characters */
            reason?: string;
        };
        Whole: {
            /** @enum {unknown} */
            kind: "whole";
        };
        /** @description Every write may say on which day its fact became true; the recording day where it does not. */
        WithdrawCommitment: {
            /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
            occurredOn?: string;
            /** @description Words: not empty, at most 50000 characters */
            reason: string;
            /** @default [] */
            agreedBy: string[];
        };
    };
    responses: {
        /** @description `INVALID_INPUT`, `MALFORMED_BODY`, `MALFORMED_ADDRESS`, `MALFORMED_REQUEST`, `INVALID_POSITION`, `APPEND_TOO_LARGE` */
        WrongInput: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `UNAUTHENTICATED` */
        NotSignedIn: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `ROLE_FORBIDS`, `NOT_YOUR_PARTY` */
        NotAllowed: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `NOT_FOUND`, `NO_SUCH_ROUTE`, `STREAM_MISSING`, `CONTENT_IS_LINK` */
        NotThere: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `REVISION_CONFLICT`, `STREAM_EXISTS`, `DUPLICATE_EVENT`, `TEXT_RACED`, `PERSON_TAKEN`, `FEED_FORKED`, `TOKEN_NAME_TAKEN` */
        SomebodyWasFaster: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `CONTENT_ERASED` */
        Erased: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `STALE_REVISION` */
        Stale: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `FILE_TOO_LARGE`, `BODY_TOO_LARGE` */
        TooLarge: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `MEDIA_TYPE_REFUSED`, `CONTENT_TYPE_REFUSED`, `ENCODING_REFUSED` */
        TypeRefused: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PERSON_ERASED`, `COMMAND_REUSED`, `RULE_1`, `RULE_2`, `RULE_3`, `RULE_4`, `RULE_5`, `RULE_6`, `RULE_7`, `RULE_8`, `RULE_9`, `RULE_10`, `RULE_11`, `RULE_12`, `RULE_13`, `RULE_15`, `RULE_16` */
        RuleForbids: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `RATE_LIMITED` */
        TooOften: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `INTERNAL`, `CONTENT_MISSING`, `CONTENT_CORRUPT`, `LEDGER_FORKED`, `LEDGER_ID_MISSING`, `EVENT_MISSING`, `EVENT_ALTERED`, `IMPOSSIBLE_POSITION`, `APPEND_DIFFERS`, `STREAM_DELETED`, `COPY_MISSING`, `POISON_EVENT`, `TOKEN_UNREADABLE` */
        Broken: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `READ_MODEL_BEHIND`, `DRAINING`, `RELAY_STOPPED`, `READ_MODEL_BUILDING`, `READ_MODEL_STOPPED`, `TOO_MANY_IMPORTS`, `STORE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `READ_ONLY`, `FOLDER_IN_USE` */
        NotAvailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
        "Idempotency-Key": string;
        /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
        "If-Match": string;
        /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
        "On-Behalf-Of": string;
        /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
        traceparent: string;
    };
    requestBodies: never;
    headers: {
        /** @description The revision of the thing after this act, in quotes: for the next `If-Match`. */
        ETag: string;
        /** @description Where in the ledger it stands: for `atLeast` of a read. */
        "Ledger-Position": string;
        /** @description Always an attachment: what somebody uploaded is not shown under this address. */
        "Content-Disposition": string;
        /** @description Where it stands. */
        Location: string;
        /** @description After how many seconds to ask again. */
        "Retry-After": string;
        /** @description How to sign in. */
        "WWW-Authenticate": "Bearer";
        /** @description How much this token may still ask, and until when. */
        RateLimit: string;
        /** @description How much a token may ask in a minute. */
        "RateLimit-Policy": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCommitment: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.023Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "data": {
                     *         "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *         "status": "kept",
                     *         "terms": {
                     *           "changesAgreedBy": "every-party",
                     *           "completion": "all",
                     *           "doneWhen": [
                     *             {
                     *               "id": "named",
                     *               "text": "A mentor is named for each."
                     *             }
                     *           ],
                     *           "dueBasis": "stated",
                     *           "dueOn": "2025-02-15",
                     *           "evidenceRequirement": {
                     *             "minimum": 1
                     *           },
                     *           "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *           "owedTo": [
                     *             "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *           ],
                     *           "owner": "without-owner",
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "shares": [
                     *             {
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *             }
                     *           ],
                     *           "statement": "Every new teacher has a mentor."
                     *         },
                     *         "madeOn": "2024-09-02",
                     *         "owner": {
                     *           "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *           "personId": "11111111-1111-4111-8111-111111111111",
                     *           "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *           "personName": "Ada Brook"
                     *         },
                     *         "dueOn": "2025-02-15",
                     *         "originalDueOn": "2025-02-15",
                     *         "expectedOn": "2025-02-28",
                     *         "doneOn": "2025-02-12",
                     *         "disputed": "not recorded yet",
                     *         "paused": false,
                     *         "milestones": {
                     *           "reached": 0,
                     *           "planned": 1
                     *         },
                     *         "lastLight": {
                     *           "light": "at-risk",
                     *           "on": "2024-11-04",
                     *           "ageDays": 147
                     *         },
                     *         "slippageDays": 0,
                     *         "latenessDays": -3,
                     *         "evidence": {
                     *           "required": true,
                     *           "present": true,
                     *           "accepted": false,
                     *           "triangulated": false,
                     *           "contradicted": false,
                     *           "withAny": true
                     *         },
                     *         "shares": [
                     *           {
                     *             "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "state": "met",
                     *             "dueOn": "2025-02-15",
                     *             "doneOn": "2025-02-12"
                     *           }
                     *         ],
                     *         "claims": [
                     *           {
                     *             "claimId": "eaea0ceb-398c-5e57-a7ce-dfbaf18e06f8",
                     *             "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "fulfilledOn": "2025-02-12",
                     *             "verdict": "met",
                     *             "contested": false,
                     *             "restsOnFallen": []
                     *           }
                     *         ],
                     *         "correctedTerms": false,
                     *         "onBehalf": [
                     *           "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *           "1a85b67b-f716-54e3-9990-3574120f17ec"
                     *         ],
                     *         "unconfirmed": [
                     *           "08031d3f-dcfc-5a40-9fda-274904253ddd",
                     *           "bc2f5f14-f6f4-5fec-b4c0-1d5f55186f0d"
                     *         ],
                     *         "late": [
                     *           "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *           "1a85b67b-f716-54e3-9990-3574120f17ec"
                     *         ],
                     *         "facts": {
                     *           "shares": [
                     *             {
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "entered": {
                     *                 "fact": {
                     *                   "type": "CommitmentMade",
                     *                   "data": {
                     *                     "changesAgreedBy": "every-party",
                     *                     "completion": "all",
                     *                     "doneWhen": [
                     *                       {
                     *                         "id": "named",
                     *                         "text": "A mentor is named for each."
                     *                       }
                     *                     ],
                     *                     "dueBasis": "stated",
                     *                     "dueOn": "2025-02-15",
                     *                     "evidenceRequirement": {
                     *                       "minimum": 1
                     *                     },
                     *                     "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *                     "owedTo": [
                     *                       "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *                     ],
                     *                     "owner": "without-owner",
                     *                     "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *                     "shares": [
                     *                       {
                     *                         "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *                       }
                     *                     ],
                     *                     "statement": "Every new teacher has a mentor."
                     *                   },
                     *                   "id": "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *                   "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                   "position": "00000000000000000032",
                     *                   "revision": "0",
                     *                   "recordedAt": "2025-04-10T14:00:00.024Z",
                     *                   "occurredOn": "2024-09-02",
                     *                   "day": "2024-09-02",
                     *                   "actor": {
                     *                     "kind": "person",
                     *                     "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "personId": "11111111-1111-4111-8111-111111111111",
                     *                     "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                     "personName": "Ada Brook"
                     *                   },
                     *                   "recordedBy": {
                     *                     "id": "00000000-0000-7000-8000-000000000000",
                     *                     "kind": "person"
                     *                   },
                     *                   "knownSince": "2025-04-10T14:00:00.024Z",
                     *                   "firstKnownSince": "2025-04-10T14:00:00.024Z"
                     *                 },
                     *                 "needed": []
                     *               },
                     *               "exits": []
                     *             }
                     *           ],
                     *           "milestones": [
                     *             {
                     *               "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708",
                     *               "planned": {
                     *                 "type": "MilestonePlanned",
                     *                 "data": {
                     *                   "dueOn": "2024-12-01",
                     *                   "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708",
                     *                   "title": "Mentors trained"
                     *                 },
                     *                 "id": "1a85b67b-f716-54e3-9990-3574120f17ec",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000033",
                     *                 "revision": "1",
                     *                 "recordedAt": "2025-04-10T14:00:00.025Z",
                     *                 "occurredOn": "2024-11-04",
                     *                 "day": "2024-11-04",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.025Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.025Z"
                     *               },
                     *               "dueOn": "2025-01-15",
                     *               "state": "open",
                     *               "steps": [
                     *                 {
                     *                   "type": "MilestoneReached",
                     *                   "data": {
                     *                     "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708"
                     *                   },
                     *                   "id": "465cd533-3a2a-5f3a-8cf0-31f36389c8e4",
                     *                   "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                   "position": "00000000000000000034",
                     *                   "revision": "2",
                     *                   "recordedAt": "2025-04-10T14:00:00.026Z",
                     *                   "occurredOn": "2024-11-20",
                     *                   "day": "2024-11-20",
                     *                   "actor": {
                     *                     "kind": "person",
                     *                     "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "personId": "11111111-1111-4111-8111-111111111111",
                     *                     "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                     "personName": "Ada Brook"
                     *                   },
                     *                   "recordedBy": {
                     *                     "id": "00000000-0000-7000-8000-000000000000",
                     *                     "kind": "person"
                     *                   },
                     *                   "knownSince": "2025-04-10T14:00:00.026Z",
                     *                   "firstKnownSince": "2025-04-10T14:00:00.026Z"
                     *                 },
                     *                 {
                     *                   "type": "MilestoneReopened",
                     *                   "data": {
                     *                     "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708",
                     *                     "reason": {
                     *                       "sha256": "0000000000000000000000000000000000000000000000000000000000000005",
                     *                       "text": "b4971281-7dd5-5156-a3aa-d147b11a0171",
                     *                       "content": "Two have left."
                     *                     }
                     *                   },
                     *                   "id": "cbbef42c-c59f-5352-9247-cd50247ec770",
                     *                   "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                   "position": "00000000000000000035",
                     *                   "revision": "3",
                     *                   "recordedAt": "2025-04-10T14:00:00.027Z",
                     *                   "occurredOn": "2024-11-21",
                     *                   "day": "2024-11-21",
                     *                   "actor": {
                     *                     "kind": "person",
                     *                     "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "personId": "11111111-1111-4111-8111-111111111111",
                     *                     "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                     "personName": "Ada Brook"
                     *                   },
                     *                   "recordedBy": {
                     *                     "id": "00000000-0000-7000-8000-000000000000",
                     *                     "kind": "person"
                     *                   },
                     *                   "knownSince": "2025-04-10T14:00:00.027Z",
                     *                   "firstKnownSince": "2025-04-10T14:00:00.027Z"
                     *                 }
                     *               ]
                     *             },
                     *             {
                     *               "milestoneId": "7f4328e6-82ab-59e2-a542-004d63e70c93",
                     *               "planned": {
                     *                 "type": "MilestonePlanned",
                     *                 "data": {
                     *                   "dueOn": "2024-12-01",
                     *                   "milestoneId": "7f4328e6-82ab-59e2-a542-004d63e70c93",
                     *                   "title": "A handbook"
                     *                 },
                     *                 "id": "b2e3d6b1-67f9-5c12-a95d-726ae624abc3",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000037",
                     *                 "revision": "5",
                     *                 "recordedAt": "2025-04-10T14:00:00.028Z",
                     *                 "occurredOn": "2024-11-04",
                     *                 "day": "2024-11-04",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.028Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.028Z"
                     *               },
                     *               "dueOn": "2024-12-01",
                     *               "state": "dropped",
                     *               "steps": [
                     *                 {
                     *                   "type": "MilestoneDropped",
                     *                   "data": {
                     *                     "milestoneId": "7f4328e6-82ab-59e2-a542-004d63e70c93",
                     *                     "reason": {
                     *                       "sha256": "0000000000000000000000000000000000000000000000000000000000000006",
                     *                       "text": "57c6c41e-a4ff-5bcf-816f-9225236f2595",
                     *                       "content": "There is one."
                     *                     }
                     *                   },
                     *                   "id": "b09746d7-b81a-5f47-a452-2b510fec6184",
                     *                   "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                   "position": "00000000000000000038",
                     *                   "revision": "6",
                     *                   "recordedAt": "2025-04-10T14:00:00.029Z",
                     *                   "occurredOn": "2024-11-22",
                     *                   "day": "2024-11-22",
                     *                   "actor": {
                     *                     "kind": "person",
                     *                     "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "personId": "11111111-1111-4111-8111-111111111111",
                     *                     "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                     "personName": "Ada Brook"
                     *                   },
                     *                   "recordedBy": {
                     *                     "id": "00000000-0000-7000-8000-000000000000",
                     *                     "kind": "person"
                     *                   },
                     *                   "knownSince": "2025-04-10T14:00:00.029Z",
                     *                   "firstKnownSince": "2025-04-10T14:00:00.029Z"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "reports": [
                     *             {
                     *               "type": "ProgressReported",
                     *               "data": {
                     *                 "light": "at-risk",
                     *                 "of": {
                     *                   "kind": "whole"
                     *                 },
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                 "percent": 50
                     *               },
                     *               "id": "0c05beef-8a4f-58b0-b8aa-b79cdbe056ba",
                     *               "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *               "position": "00000000000000000039",
                     *               "revision": "7",
                     *               "recordedAt": "2025-04-10T14:00:00.030Z",
                     *               "occurredOn": "2024-11-04",
                     *               "day": "2024-11-04",
                     *               "actor": {
                     *                 "kind": "person",
                     *                 "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                 "personId": "11111111-1111-4111-8111-111111111111",
                     *                 "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                 "personName": "Ada Brook"
                     *               },
                     *               "recordedBy": {
                     *                 "id": "00000000-0000-7000-8000-000000000000",
                     *                 "kind": "person"
                     *               },
                     *               "knownSince": "2025-04-10T14:00:00.031Z",
                     *               "firstKnownSince": "2025-04-10T14:00:00.030Z",
                     *               "corrected": {
                     *                 "by": "ed382d5b-da17-55e4-a719-58ec0a40eeed",
                     *                 "first": {
                     *                   "data": {
                     *                     "light": "on-track",
                     *                     "narrative": {
                     *                       "sha256": "0000000000000000000000000000000000000000000000000000000000000007",
                     *                       "text": "012091e1-a91c-5537-a6af-5a6c136ac58b",
                     *                       "content": "Nine of fourteen are named."
                     *                     },
                     *                     "of": {
                     *                       "kind": "whole"
                     *                     },
                     *                     "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "percent": 64
                     *                   },
                     *                   "day": "2024-11-04"
                     *                 },
                     *                 "agreedBy": [],
                     *                 "day": "2025-02-16"
                     *               }
                     *             }
                     *           ],
                     *           "followUps": [
                     *             {
                     *               "type": "FollowedUp",
                     *               "data": {
                     *                 "asked": {
                     *                   "sha256": "0000000000000000000000000000000000000000000000000000000000000008",
                     *                   "text": "f607cda3-81b2-5f8b-9167-a01a1df1dc68",
                     *                   "content": "Do the mentors meet weekly?"
                     *                 },
                     *                 "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *               },
                     *               "id": "23871e8d-a396-5aed-aa71-fb39080a53cb",
                     *               "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *               "position": "00000000000000000040",
                     *               "revision": "8",
                     *               "recordedAt": "2025-04-10T14:00:00.032Z",
                     *               "occurredOn": "2024-11-18",
                     *               "day": "2024-11-18",
                     *               "actor": {
                     *                 "kind": "person",
                     *                 "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *                 "personId": "22222222-2222-4222-8222-222222222222",
                     *                 "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *                 "personName": null
                     *               },
                     *               "recordedBy": {
                     *                 "id": "00000000-0000-7000-8000-000000000000",
                     *                 "kind": "person"
                     *               },
                     *               "knownSince": "2025-04-10T14:00:00.032Z",
                     *               "firstKnownSince": "2025-04-10T14:00:00.032Z"
                     *             }
                     *           ],
                     *           "announcements": [
                     *             {
                     *               "type": "DueDateAnnounced",
                     *               "data": {
                     *                 "expectedOn": "2025-02-28",
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                 "reason": {
                     *                   "sha256": "0000000000000000000000000000000000000000000000000000000000000009",
                     *                   "text": "4a82e5aa-cc66-54f6-ba0c-ca0e56a0d649",
                     *                   "content": "Two start late."
                     *                 }
                     *               },
                     *               "id": "773067ec-afe3-55b3-aab5-a0ba8c93de5b",
                     *               "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *               "position": "00000000000000000041",
                     *               "revision": "9",
                     *               "recordedAt": "2025-04-10T14:00:00.033Z",
                     *               "occurredOn": "2025-01-22",
                     *               "day": "2025-01-22",
                     *               "actor": {
                     *                 "kind": "person",
                     *                 "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                 "personId": "11111111-1111-4111-8111-111111111111",
                     *                 "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                 "personName": "Ada Brook"
                     *               },
                     *               "recordedBy": {
                     *                 "id": "00000000-0000-7000-8000-000000000000",
                     *                 "kind": "person"
                     *               },
                     *               "knownSince": "2025-04-10T14:00:00.033Z",
                     *               "firstKnownSince": "2025-04-10T14:00:00.033Z"
                     *             }
                     *           ],
                     *           "proposals": [
                     *             {
                     *               "proposalId": "148d014d-aa75-547e-a3e2-17d74d05c0fe",
                     *               "proposed": {
                     *                 "type": "DueDateProposed",
                     *                 "data": {
                     *                   "by": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "dueOn": "2025-06-30",
                     *                   "of": {
                     *                     "kind": "whole"
                     *                   },
                     *                   "proposalId": "148d014d-aa75-547e-a3e2-17d74d05c0fe",
                     *                   "reason": {
                     *                     "sha256": "000000000000000000000000000000000000000000000000000000000000000a",
                     *                     "text": "36e25b6e-7842-5dbe-a26d-fd875afefb3c",
                     *                     "content": "Two start in February."
                     *                   }
                     *                 },
                     *                 "id": "30f01873-be0c-5380-b89f-70f4269bde39",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000042",
                     *                 "revision": "10",
                     *                 "recordedAt": "2025-04-10T14:00:00.034Z",
                     *                 "occurredOn": "2025-01-22",
                     *                 "day": "2025-01-22",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.034Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.034Z"
                     *               },
                     *               "answers": [
                     *                 {
                     *                   "type": "DueDateDeclined",
                     *                   "data": {
                     *                     "by": {
                     *                       "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *                     },
                     *                     "proposalId": "148d014d-aa75-547e-a3e2-17d74d05c0fe",
                     *                     "reason": {
                     *                       "sha256": "000000000000000000000000000000000000000000000000000000000000000b",
                     *                       "text": "3cecad49-78d0-54d2-8687-f1761e65a350",
                     *                       "content": "Too late."
                     *                     }
                     *                   },
                     *                   "id": "ab2f73a5-6420-5ed0-8b2f-ca6e3c272a00",
                     *                   "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                   "position": "00000000000000000043",
                     *                   "revision": "11",
                     *                   "recordedAt": "2025-04-10T14:00:00.035Z",
                     *                   "occurredOn": "2025-01-23",
                     *                   "day": "2025-01-23",
                     *                   "actor": {
                     *                     "kind": "person",
                     *                     "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *                     "personId": "22222222-2222-4222-8222-222222222222",
                     *                     "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *                     "personName": null
                     *                   },
                     *                   "recordedBy": {
                     *                     "id": "00000000-0000-7000-8000-000000000000",
                     *                     "kind": "person"
                     *                   },
                     *                   "knownSince": "2025-04-10T14:00:00.035Z",
                     *                   "firstKnownSince": "2025-04-10T14:00:00.035Z"
                     *                 }
                     *               ]
                     *             },
                     *             {
                     *               "proposalId": "e72b9f95-1990-59e2-8baa-74bf33a6770f",
                     *               "proposed": {
                     *                 "type": "DueDateProposed",
                     *                 "data": {
                     *                   "by": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "dueOn": "2025-03-14",
                     *                   "of": {
                     *                     "kind": "whole"
                     *                   },
                     *                   "proposalId": "e72b9f95-1990-59e2-8baa-74bf33a6770f",
                     *                   "reason": {
                     *                     "sha256": "000000000000000000000000000000000000000000000000000000000000000c",
                     *                     "text": "46de6589-85b9-5caa-b234-69d4aba651df",
                     *                     "content": "Two start in February."
                     *                   }
                     *                 },
                     *                 "id": "08031d3f-dcfc-5a40-9fda-274904253ddd",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000044",
                     *                 "revision": "12",
                     *                 "recordedAt": "2025-04-10T14:00:00.036Z",
                     *                 "occurredOn": "2025-01-22",
                     *                 "day": "2025-01-22",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.036Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.036Z"
                     *               },
                     *               "answers": [
                     *                 {
                     *                   "type": "DueDateAgreed",
                     *                   "data": {
                     *                     "by": {
                     *                       "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *                     },
                     *                     "proposalId": "e72b9f95-1990-59e2-8baa-74bf33a6770f"
                     *                   },
                     *                   "id": "bc2f5f14-f6f4-5fec-b4c0-1d5f55186f0d",
                     *                   "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                   "position": "00000000000000000045",
                     *                   "revision": "13",
                     *                   "recordedAt": "2025-04-10T14:00:00.037Z",
                     *                   "occurredOn": "2025-01-24",
                     *                   "day": "2025-01-24",
                     *                   "actor": {
                     *                     "kind": "person",
                     *                     "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *                     "personId": "22222222-2222-4222-8222-222222222222",
                     *                     "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *                     "personName": null
                     *                   },
                     *                   "recordedBy": {
                     *                     "id": "00000000-0000-7000-8000-000000000000",
                     *                     "kind": "person"
                     *                   },
                     *                   "knownSince": "2025-04-10T14:00:00.037Z",
                     *                   "firstKnownSince": "2025-04-10T14:00:00.037Z"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "moves": [
                     *             {
                     *               "proposalId": "e72b9f95-1990-59e2-8baa-74bf33a6770f",
                     *               "of": {
                     *                 "kind": "whole"
                     *               },
                     *               "dueOn": "2025-03-14",
                     *               "agreedOn": "2025-01-24",
                     *               "sides": [
                     *                 {
                     *                   "fact": {
                     *                     "type": "DueDateProposed",
                     *                     "data": {
                     *                       "by": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                       "dueOn": "2025-03-14",
                     *                       "of": {
                     *                         "kind": "whole"
                     *                       },
                     *                       "proposalId": "e72b9f95-1990-59e2-8baa-74bf33a6770f",
                     *                       "reason": {
                     *                         "sha256": "000000000000000000000000000000000000000000000000000000000000000c",
                     *                         "text": "46de6589-85b9-5caa-b234-69d4aba651df",
                     *                         "content": "Two start in February."
                     *                       }
                     *                     },
                     *                     "id": "08031d3f-dcfc-5a40-9fda-274904253ddd",
                     *                     "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                     "position": "00000000000000000044",
                     *                     "revision": "12",
                     *                     "recordedAt": "2025-04-10T14:00:00.036Z",
                     *                     "occurredOn": "2025-01-22",
                     *                     "day": "2025-01-22",
                     *                     "actor": {
                     *                       "kind": "person",
                     *                       "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                       "personId": "11111111-1111-4111-8111-111111111111",
                     *                       "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                       "personName": "Ada Brook"
                     *                     },
                     *                     "recordedBy": {
                     *                       "id": "00000000-0000-7000-8000-000000000000",
                     *                       "kind": "person"
                     *                     },
                     *                     "knownSince": "2025-04-10T14:00:00.036Z",
                     *                     "firstKnownSince": "2025-04-10T14:00:00.036Z"
                     *                   },
                     *                   "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *                 },
                     *                 {
                     *                   "fact": {
                     *                     "type": "DueDateAgreed",
                     *                     "data": {
                     *                       "by": {
                     *                         "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *                       },
                     *                       "proposalId": "e72b9f95-1990-59e2-8baa-74bf33a6770f"
                     *                     },
                     *                     "id": "bc2f5f14-f6f4-5fec-b4c0-1d5f55186f0d",
                     *                     "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                     "position": "00000000000000000045",
                     *                     "revision": "13",
                     *                     "recordedAt": "2025-04-10T14:00:00.037Z",
                     *                     "occurredOn": "2025-01-24",
                     *                     "day": "2025-01-24",
                     *                     "actor": {
                     *                       "kind": "person",
                     *                       "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *                       "personId": "22222222-2222-4222-8222-222222222222",
                     *                       "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *                       "personName": null
                     *                     },
                     *                     "recordedBy": {
                     *                       "id": "00000000-0000-7000-8000-000000000000",
                     *                       "kind": "person"
                     *                     },
                     *                     "knownSince": "2025-04-10T14:00:00.037Z",
                     *                     "firstKnownSince": "2025-04-10T14:00:00.037Z"
                     *                   },
                     *                   "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "owners": [
                     *             {
                     *               "owner": "without-owner",
                     *               "from": "2024-09-02",
                     *               "fact": {
                     *                 "type": "CommitmentMade",
                     *                 "data": {
                     *                   "changesAgreedBy": "every-party",
                     *                   "completion": "all",
                     *                   "doneWhen": [
                     *                     {
                     *                       "id": "named",
                     *                       "text": "A mentor is named for each."
                     *                     }
                     *                   ],
                     *                   "dueBasis": "stated",
                     *                   "dueOn": "2025-02-15",
                     *                   "evidenceRequirement": {
                     *                     "minimum": 1
                     *                   },
                     *                   "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *                   "owedTo": [
                     *                     "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *                   ],
                     *                   "owner": "without-owner",
                     *                   "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *                   "shares": [
                     *                     {
                     *                       "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *                     }
                     *                   ],
                     *                   "statement": "Every new teacher has a mentor."
                     *                 },
                     *                 "id": "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000032",
                     *                 "revision": "0",
                     *                 "recordedAt": "2025-04-10T14:00:00.024Z",
                     *                 "occurredOn": "2024-09-02",
                     *                 "day": "2024-09-02",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.024Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.024Z"
                     *               }
                     *             },
                     *             {
                     *               "owner": {
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                 "personId": "11111111-1111-4111-8111-111111111111",
                     *                 "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                 "personName": "Ada Brook"
                     *               },
                     *               "from": "2025-01-24",
                     *               "fact": {
                     *                 "type": "OwnerChanged",
                     *                 "data": {
                     *                   "owner": {
                     *                     "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "personId": "11111111-1111-4111-8111-111111111111",
                     *                     "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                     "personName": "Ada Brook"
                     *                   }
                     *                 },
                     *                 "id": "3150f480-9ba2-5b6c-8cdd-3f47c88d1211",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000046",
                     *                 "revision": "14",
                     *                 "recordedAt": "2025-04-10T14:00:00.038Z",
                     *                 "occurredOn": "2025-01-24",
                     *                 "day": "2025-01-24",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.038Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.038Z"
                     *               }
                     *             }
                     *           ],
                     *           "links": [
                     *             {
                     *               "linkId": "65b9c0aa-9aa2-5dbf-bd71-52186a0072ca",
                     *               "linked": {
                     *                 "type": "EvidenceLinked",
                     *                 "data": {
                     *                   "by": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *                   "linkId": "65b9c0aa-9aa2-5dbf-bd71-52186a0072ca",
                     *                   "revision": 1,
                     *                   "stance": "supports",
                     *                   "to": {
                     *                     "criterionId": "named",
                     *                     "kind": "criterion"
                     *                   }
                     *                 },
                     *                 "id": "906a9250-1255-5622-9298-0bcf4f339009",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000068",
                     *                 "revision": "15",
                     *                 "recordedAt": "2025-04-10T14:00:00.039Z",
                     *                 "occurredOn": "2025-02-12",
                     *                 "day": "2025-02-12",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.039Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.039Z"
                     *               },
                     *               "unlinked": {
                     *                 "type": "EvidenceUnlinked",
                     *                 "data": {
                     *                   "linkId": "65b9c0aa-9aa2-5dbf-bd71-52186a0072ca",
                     *                   "reason": {
                     *                     "sha256": "000000000000000000000000000000000000000000000000000000000000000d",
                     *                     "text": "f7e17a35-9c79-51a9-81d8-0f6abc5572e7",
                     *                     "content": "It belongs elsewhere."
                     *                   }
                     *                 },
                     *                 "id": "a7d2dbce-fa89-5eb2-a3bd-c639ff7f79df",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000069",
                     *                 "revision": "16",
                     *                 "recordedAt": "2025-04-10T14:00:00.040Z",
                     *                 "occurredOn": "2025-02-12",
                     *                 "day": "2025-02-12",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.040Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.040Z"
                     *               }
                     *             },
                     *             {
                     *               "linkId": "cfb6e420-6029-536c-bdf1-b03e8627b34a",
                     *               "linked": {
                     *                 "type": "EvidenceLinked",
                     *                 "data": {
                     *                   "by": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *                   "linkId": "cfb6e420-6029-536c-bdf1-b03e8627b34a",
                     *                   "revision": 1,
                     *                   "stance": "supports",
                     *                   "to": {
                     *                     "criterionId": "named",
                     *                     "kind": "criterion"
                     *                   }
                     *                 },
                     *                 "id": "7ac7a827-7967-5360-ba92-2c98a5d899a5",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000070",
                     *                 "revision": "17",
                     *                 "recordedAt": "2025-04-10T14:00:00.041Z",
                     *                 "occurredOn": "2025-02-12",
                     *                 "day": "2025-02-12",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.041Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.041Z"
                     *               }
                     *             }
                     *           ],
                     *           "claims": [
                     *             {
                     *               "claimId": "9888b973-2605-54a5-b212-0db1a8db9971",
                     *               "claimed": {
                     *                 "type": "FulfilmentClaimed",
                     *                 "data": {
                     *                   "claimId": "9888b973-2605-54a5-b212-0db1a8db9971",
                     *                   "evidence": [
                     *                     {
                     *                       "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *                       "revision": 1
                     *                     }
                     *                   ],
                     *                   "fulfilledOn": "2025-02-12",
                     *                   "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *                 },
                     *                 "id": "c4ed4c5c-5a13-5c90-93ac-d878a5e085eb",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000071",
                     *                 "revision": "18",
                     *                 "recordedAt": "2025-04-10T14:00:00.042Z",
                     *                 "occurredOn": "2025-02-13",
                     *                 "day": "2025-02-13",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.042Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.042Z"
                     *               },
                     *               "verdicts": [],
                     *               "withdrawn": {
                     *                 "type": "ClaimWithdrawn",
                     *                 "data": {
                     *                   "claimId": "9888b973-2605-54a5-b212-0db1a8db9971",
                     *                   "reason": {
                     *                     "sha256": "000000000000000000000000000000000000000000000000000000000000000e",
                     *                     "text": "2dd7c7e8-eb32-5bac-b686-08b0947e84a0",
                     *                     "content": "One was still without."
                     *                   }
                     *                 },
                     *                 "id": "4b804c13-9a88-5cd8-b816-f49aa38ab6c9",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000072",
                     *                 "revision": "19",
                     *                 "recordedAt": "2025-04-10T14:00:00.043Z",
                     *                 "occurredOn": "2025-02-13",
                     *                 "day": "2025-02-13",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.043Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.043Z"
                     *               }
                     *             },
                     *             {
                     *               "claimId": "eaea0ceb-398c-5e57-a7ce-dfbaf18e06f8",
                     *               "claimed": {
                     *                 "type": "FulfilmentClaimed",
                     *                 "data": {
                     *                   "claimId": "eaea0ceb-398c-5e57-a7ce-dfbaf18e06f8",
                     *                   "evidence": [
                     *                     {
                     *                       "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *                       "revision": 1
                     *                     }
                     *                   ],
                     *                   "fulfilledOn": "2025-02-12",
                     *                   "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *                 },
                     *                 "id": "5f3dc378-527b-5cc7-a33e-77ca926ffbf4",
                     *                 "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "position": "00000000000000000073",
                     *                 "revision": "20",
                     *                 "recordedAt": "2025-04-10T14:00:00.044Z",
                     *                 "occurredOn": "2025-02-14",
                     *                 "day": "2025-02-14",
                     *                 "actor": {
                     *                   "kind": "person",
                     *                   "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                   "personId": "11111111-1111-4111-8111-111111111111",
                     *                   "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *                   "personName": "Ada Brook"
                     *                 },
                     *                 "recordedBy": {
                     *                   "id": "00000000-0000-7000-8000-000000000000",
                     *                   "kind": "person"
                     *                 },
                     *                 "knownSince": "2025-04-10T14:00:00.044Z",
                     *                 "firstKnownSince": "2025-04-10T14:00:00.044Z"
                     *               },
                     *               "verdicts": [
                     *                 {
                     *                   "type": "FulfilmentVerified",
                     *                   "data": {
                     *                     "by": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *                     "claimId": "eaea0ceb-398c-5e57-a7ce-dfbaf18e06f8",
                     *                     "criteria": [
                     *                       {
                     *                         "criterionId": "named",
                     *                         "verdict": "met"
                     *                       }
                     *                     ],
                     *                     "verdict": "met"
                     *                   },
                     *                   "id": "39811222-1f52-5826-be25-d6164afeb8e6",
                     *                   "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                   "position": "00000000000000000074",
                     *                   "revision": "21",
                     *                   "recordedAt": "2025-04-10T14:00:00.045Z",
                     *                   "occurredOn": "2025-02-15",
                     *                   "day": "2025-02-15",
                     *                   "actor": {
                     *                     "kind": "person",
                     *                     "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *                     "personId": "22222222-2222-4222-8222-222222222222",
                     *                     "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *                     "personName": null
                     *                   },
                     *                   "recordedBy": {
                     *                     "id": "00000000-0000-7000-8000-000000000000",
                     *                     "kind": "person"
                     *                   },
                     *                   "knownSince": "2025-04-10T14:00:00.045Z",
                     *                   "firstKnownSince": "2025-04-10T14:00:00.045Z"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "endings": [],
                     *           "made": {
                     *             "type": "CommitmentMade",
                     *             "data": {
                     *               "changesAgreedBy": "every-party",
                     *               "completion": "all",
                     *               "doneWhen": [
                     *                 {
                     *                   "id": "named",
                     *                   "text": "A mentor is named for each."
                     *                 }
                     *               ],
                     *               "dueBasis": "stated",
                     *               "dueOn": "2025-02-15",
                     *               "evidenceRequirement": {
                     *                 "minimum": 1
                     *               },
                     *               "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *               "owedTo": [
                     *                 "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *               ],
                     *               "owner": "without-owner",
                     *               "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *               "shares": [
                     *                 {
                     *                   "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *                 }
                     *               ],
                     *               "statement": "Every new teacher has a mentor."
                     *             },
                     *             "id": "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *             "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *             "position": "00000000000000000032",
                     *             "revision": "0",
                     *             "recordedAt": "2025-04-10T14:00:00.024Z",
                     *             "occurredOn": "2024-09-02",
                     *             "day": "2024-09-02",
                     *             "actor": {
                     *               "kind": "person",
                     *               "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "personId": "11111111-1111-4111-8111-111111111111",
                     *               "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *               "personName": "Ada Brook"
                     *             },
                     *             "recordedBy": {
                     *               "id": "00000000-0000-7000-8000-000000000000",
                     *               "kind": "person"
                     *             },
                     *             "knownSince": "2025-04-10T14:00:00.024Z",
                     *             "firstKnownSince": "2025-04-10T14:00:00.024Z"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: {
                            facts: {
                                /** @description The making, whose data are the terms; absent before it, and where it was struck. */
                                made?: components["schemas"]["CommitmentMadeFact"];
                                /** @description In the order they came, those that ended included. */
                                shares: {
                                    /** Format: uuid */
                                    party: string;
                                    does?: string;
                                    quantity?: components["schemas"]["Quantity2"];
                                    /**
                                     * Format: date
                                     * @description The share's own date as it came; absent where the date of the whole applies.
                                     */
                                    dueOn?: string;
                                    /**
                                     * Format: date
                                     * @description The first date the share ever had of its own: a transfer keeps it.
                                     */
                                    originalDueOn?: string;
                                    /**
                                     * Format: uuid
                                     * @description Whose share it was before.
                                     */
                                    receivedFrom?: string;
                                    entered: {
                                        fact: components["schemas"]["CommitmentMadeFact"] | components["schemas"]["ShareAddedFact"] | components["schemas"]["ShareTransferredFact"];
                                        needed: string[];
                                    };
                                    exits: {
                                        fact: components["schemas"]["ShareTransferredFact"] | components["schemas"]["ShareReleasedFact"];
                                        needed: string[];
                                    }[];
                                    /** @description The party left and stays bound. */
                                    keptOn?: components["schemas"]["ShareKeptOnFact"];
                                    broken?: components["schemas"]["CommitmentBrokenFact"];
                                }[];
                                milestones: {
                                    /** Format: uuid */
                                    milestoneId: string;
                                    planned: components["schemas"]["MilestonePlannedFact"];
                                    /**
                                     * Format: date
                                     * @description The date it has now; its first one stands in `planned`.
                                     */
                                    dueOn?: string;
                                    /** @enum {unknown} */
                                    state: "dropped" | "open" | "reached";
                                    steps: (components["schemas"]["MilestoneReachedFact"] | components["schemas"]["MilestoneReopenedFact"] | components["schemas"]["MilestoneRescheduledFact"] | components["schemas"]["MilestoneDroppedFact"])[];
                                }[];
                                reports: components["schemas"]["ProgressReportedFact"][];
                                followUps: components["schemas"]["FollowedUpFact"][];
                                announcements: components["schemas"]["DueDateAnnouncedFact"][];
                                proposals: {
                                    /** Format: uuid */
                                    proposalId: string;
                                    proposed: components["schemas"]["DueDateProposedFact"];
                                    /** @description The last word of each party or body that answered. */
                                    answers: (components["schemas"]["DueDateAgreedFact"] | components["schemas"]["DueDateDeclinedFact"])[];
                                }[];
                                /** @description In the order they were agreed. */
                                moves: {
                                    /** Format: uuid */
                                    proposalId: string;
                                    of: {
                                        /** @constant */
                                        kind: "whole";
                                    } | components["schemas"]["Of"];
                                    /** Format: date */
                                    dueOn: string;
                                    /** Format: date */
                                    agreedOn: string;
                                    /** @description The words it is made of: the proposal and each agreement. */
                                    sides: {
                                        fact: {
                                            type: string;
                                            data: Record<string, never>;
                                            id: string;
                                            stream: string;
                                            position: string;
                                            revision: string;
                                            /** Format: date-time */
                                            recordedAt: string;
                                            occurredOn: components["schemas"]["OccurredOn"];
                                            /**
                                             * Format: date
                                             * @description The day it counts on.
                                             */
                                            day: string;
                                            actor: components["schemas"]["Actor"];
                                            recordedBy: components["schemas"]["RecordedBy"];
                                            provenance?: components["schemas"]["Provenance"];
                                            /**
                                             * Format: date-time
                                             * @description Since when this version of it has been known, on the basis asked for.
                                             */
                                            knownSince: string;
                                            /**
                                             * Format: date-time
                                             * @description Since when it has been known at all: differs from `knownSince` only where it was corrected.
                                             */
                                            firstKnownSince: string;
                                            /** @description The correction whose words these are, and what was said first. */
                                            corrected?: {
                                                by: string;
                                                first: {
                                                    data: Record<string, never>;
                                                    /** Format: date */
                                                    day: string;
                                                };
                                                agreedBy: string[];
                                                /** Format: date */
                                                day: string;
                                            };
                                        };
                                        /** Format: uuid */
                                        party: string;
                                    }[];
                                }[];
                                /** @description The last one is the owner now. */
                                owners: {
                                    owner: {
                                        /** Format: uuid */
                                        personId: string;
                                        /** Format: uuid */
                                        roleId: string;
                                        /** Format: uuid */
                                        party: string;
                                        personName: null | string;
                                    } | "without-owner";
                                    /** Format: date */
                                    from: string;
                                    fact: components["schemas"]["CommitmentMadeFact"] | components["schemas"]["OwnerChangedFact"];
                                }[];
                                links: {
                                    /** Format: uuid */
                                    linkId: string;
                                    linked: components["schemas"]["EvidenceLinkedFact"];
                                    unlinked?: components["schemas"]["EvidenceUnlinkedFact"];
                                }[];
                                claims: {
                                    /** Format: uuid */
                                    claimId: string;
                                    claimed: components["schemas"]["FulfilmentClaimedFact"];
                                    withdrawn?: components["schemas"]["ClaimWithdrawnFact"];
                                    /** @description Every verdict given, in the order of the fold; of each party the last one counts. */
                                    verdicts: (components["schemas"]["FulfilmentVerifiedFact"] | components["schemas"]["FulfilmentRejectedFact"])[];
                                }[];
                                endings: {
                                    fact: components["schemas"]["CommitmentWithdrawnFact"] | components["schemas"]["CommitmentSupersededFact"];
                                    needed: string[];
                                }[];
                            };
                            /** Format: uuid */
                            commitmentId: string;
                            /** @enum {unknown} */
                            status: "broken" | "claimed" | "due" | "kept" | "kept-late" | "no-date" | "overdue" | "partially-met" | "struck" | "superseded" | "withdrawn";
                            /** @description As the making says them, with the partnership it was made in. */
                            terms: {
                                statement: string;
                                shares: {
                                    /** Format: uuid */
                                    party: string;
                                    does?: string;
                                    /** Format: date */
                                    dueOn?: string;
                                    quantity?: components["schemas"]["Quantity2"];
                                }[];
                                owedTo: string[];
                                /** Format: uuid */
                                goalId?: string;
                                /**
                                 * Format: uuid
                                 * @description The meeting at which it was pledged.
                                 */
                                pledgedAt?: string;
                                /**
                                 * Format: uuid
                                 * @description The commitment it answers.
                                 */
                                answers?: string;
                                /** @description A standing promise falls due at the end of each whole period. */
                                every?: components["schemas"]["Every2"];
                                doneWhen: {
                                    id: string;
                                    text: string;
                                    /** Format: uuid */
                                    indicatorId?: string;
                                    threshold?: string;
                                }[];
                                completion: {
                                    atLeast: number;
                                } | "all";
                                evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
                                /**
                                 * Format: uuid
                                 * @description A party, not owing, that judges claims beside those it is owed to.
                                 */
                                verifier?: string;
                                /** @description Whose agreement a change of terms needs. */
                                changesAgreedBy: {
                                    /** Format: uuid */
                                    bodyId: string;
                                } | "every-party";
                                owner: {
                                    /** Format: uuid */
                                    personId: string;
                                    /** Format: uuid */
                                    roleId: string;
                                    /** Format: uuid */
                                    party: string;
                                    personName: null | string;
                                } | "without-owner";
                                /** @enum {unknown} */
                                dueBasis: "assumed" | "stated";
                                /** Format: date */
                                dueOn: string;
                                /** Format: uuid */
                                partnershipId?: string;
                            } | {
                                statement: string;
                                shares: {
                                    /** Format: uuid */
                                    party: string;
                                    does?: string;
                                    /** Format: date */
                                    dueOn?: string;
                                    quantity?: components["schemas"]["Quantity2"];
                                }[];
                                owedTo: string[];
                                /** Format: uuid */
                                goalId?: string;
                                /**
                                 * Format: uuid
                                 * @description The meeting at which it was pledged.
                                 */
                                pledgedAt?: string;
                                /**
                                 * Format: uuid
                                 * @description The commitment it answers.
                                 */
                                answers?: string;
                                /** @description A standing promise falls due at the end of each whole period. */
                                every?: components["schemas"]["Every2"];
                                doneWhen: {
                                    id: string;
                                    text: string;
                                    /** Format: uuid */
                                    indicatorId?: string;
                                    threshold?: string;
                                }[];
                                completion: {
                                    atLeast: number;
                                } | "all";
                                evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
                                /**
                                 * Format: uuid
                                 * @description A party, not owing, that judges claims beside those it is owed to.
                                 */
                                verifier?: string;
                                /** @description Whose agreement a change of terms needs. */
                                changesAgreedBy: {
                                    /** Format: uuid */
                                    bodyId: string;
                                } | "every-party";
                                owner: {
                                    /** Format: uuid */
                                    personId: string;
                                    /** Format: uuid */
                                    roleId: string;
                                    /** Format: uuid */
                                    party: string;
                                    personName: null | string;
                                } | "without-owner";
                                /** @constant */
                                dueBasis: "none";
                                /** Format: uuid */
                                partnershipId?: string;
                            };
                            /** Format: date */
                            madeOn: string;
                            owner: {
                                /** Format: uuid */
                                personId: string;
                                /** Format: uuid */
                                roleId: string;
                                /** Format: uuid */
                                party: string;
                                personName: null | string;
                            } | "without-owner";
                            dueOn: null | string;
                            originalDueOn: null | string;
                            /** @description Announced by an owing party alone since the last agreement. */
                            expectedOn: null | string;
                            doneOn: null | string;
                            /** @constant */
                            disputed: "not recorded yet";
                            paused: boolean;
                            milestones: components["schemas"]["Milestones"];
                            lastLight: null | {
                                /** @enum {unknown} */
                                light: "at-risk" | "off-track" | "on-track";
                                /** Format: date */
                                on: string;
                                ageDays: number;
                            };
                            slippageDays: null | number;
                            latenessDays: null | number;
                            evidence: components["schemas"]["Evidence"];
                            shares: {
                                /** Format: uuid */
                                party: string;
                                /** @enum {unknown} */
                                state: "broken" | "claimed" | "met" | "open" | "partially-met" | "released" | "transferred";
                                dueOn: null | string;
                                doneOn: null | string;
                            }[];
                            claims: {
                                /** Format: uuid */
                                claimId: string;
                                /** Format: uuid */
                                party: string;
                                /** Format: date */
                                fulfilledOn: string;
                                verdict: null | ("met" | "not-met" | "partially-met");
                                contested: boolean;
                                /** @description Evidence it named that no longer counts (rule 7). */
                                restsOnFallen: string[];
                            }[];
                            correctedTerms: boolean;
                            /** @description Facts recorded by another hand and neither confirmed nor contested by their party. */
                            onBehalf: string[];
                            /** @description Agreements and verdicts that wait for a confirmation. */
                            unconfirmed: string[];
                            /** @description Facts that became known later than the partnership's late days. */
                            late: string[];
                        };
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    announceDueDate: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *       "expectedOn": "2025-02-28",
                 *       "reason": "Two start late.",
                 *       "occurredOn": "2025-01-22"
                 *     }
                 */
                "application/json": components["schemas"]["AnnounceDueDate"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "9",
                     *       "position": "00000000000000000041",
                     *       "made": {},
                     *       "eventIds": [
                     *         "773067ec-afe3-55b3-aab5-a0ba8c93de5b"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    declareBroken: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *       "reason": "No room was found.",
                 *       "occurredOn": "2024-10-01"
                 *     }
                 */
                "application/json": components["schemas"]["DeclareBroken"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "49c1ef92-ecb9-56dc-90c6-bed89c69e991",
                     *       "stream": "commitment-49c1ef92-ecb9-56dc-90c6-bed89c69e991",
                     *       "revision": "1",
                     *       "position": "00000000000000000060",
                     *       "made": {},
                     *       "eventIds": [
                     *         "a46195ba-613c-59da-a573-732f3ffe4e3c"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    recordClaim: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *       "fulfilledOn": "2025-02-12",
                 *       "evidence": [
                 *         {
                 *           "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                 *           "revision": 1
                 *         }
                 *       ],
                 *       "occurredOn": "2025-02-13"
                 *     }
                 */
                "application/json": components["schemas"]["Claim"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "18",
                     *       "position": "00000000000000000071",
                     *       "made": {
                     *         "claimId": "9888b973-2605-54a5-b212-0db1a8db9971"
                     *       },
                     *       "eventIds": [
                     *         "c4ed4c5c-5a13-5c90-93ac-d878a5e085eb"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    recordVerdict: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                 *       "verdict": "met",
                 *       "criteria": [
                 *         {
                 *           "criterionId": "named",
                 *           "verdict": "met"
                 *         }
                 *       ],
                 *       "occurredOn": "2025-02-15"
                 *     }
                 */
                "application/json": components["schemas"]["Verdict"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "21",
                     *       "position": "00000000000000000074",
                     *       "made": {},
                     *       "eventIds": [
                     *         "39811222-1f52-5826-be25-d6164afeb8e6"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    withdrawClaim: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "One was still without.",
                 *       "occurredOn": "2025-02-13"
                 *     }
                 */
                "application/json": components["schemas"]["MayReason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "19",
                     *       "position": "00000000000000000072",
                     *       "made": {},
                     *       "eventIds": [
                     *         "4b804c13-9a88-5cd8-b816-f49aa38ab6c9"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    proposeDueDate: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *       "dueOn": "2025-06-30",
                 *       "reason": "Two start in February.",
                 *       "occurredOn": "2025-01-22"
                 *     }
                 */
                "application/json": components["schemas"]["ProposeDueDate"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "10",
                     *       "position": "00000000000000000042",
                     *       "made": {
                     *         "proposalId": "148d014d-aa75-547e-a3e2-17d74d05c0fe"
                     *       },
                     *       "eventIds": [
                     *         "30f01873-be0c-5380-b89f-70f4269bde39"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    agreeDueDate: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                 *       },
                 *       "occurredOn": "2025-01-24"
                 *     }
                 */
                "application/json": components["schemas"]["AgreeDueDate"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "13",
                     *       "position": "00000000000000000045",
                     *       "made": {},
                     *       "eventIds": [
                     *         "bc2f5f14-f6f4-5fec-b4c0-1d5f55186f0d"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    declineDueDate: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                 *       },
                 *       "reason": "Too late.",
                 *       "occurredOn": "2025-01-23"
                 *     }
                 */
                "application/json": components["schemas"]["DeclineDueDate"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "11",
                     *       "position": "00000000000000000043",
                     *       "made": {},
                     *       "eventIds": [
                     *         "ab2f73a5-6420-5ed0-8b2f-ca6e3c272a00"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    linkEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                 *       "to": {
                 *         "kind": "criterion",
                 *         "criterionId": "named"
                 *       },
                 *       "by": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *       "occurredOn": "2025-02-12"
                 *     }
                 */
                "application/json": components["schemas"]["LinkEvidence"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "15",
                     *       "position": "00000000000000000068",
                     *       "made": {
                     *         "linkId": "65b9c0aa-9aa2-5dbf-bd71-52186a0072ca"
                     *       },
                     *       "eventIds": [
                     *         "906a9250-1255-5622-9298-0bcf4f339009"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    unlinkEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "It belongs elsewhere.",
                 *       "occurredOn": "2025-02-12"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "16",
                     *       "position": "00000000000000000069",
                     *       "made": {},
                     *       "eventIds": [
                     *         "a7d2dbce-fa89-5eb2-a3bd-c639ff7f79df"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    recordFollowUp: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                 *       "asked": "Do the mentors meet weekly?",
                 *       "occurredOn": "2024-11-18"
                 *     }
                 */
                "application/json": components["schemas"]["FollowUp"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "8",
                     *       "position": "00000000000000000040",
                     *       "made": {},
                     *       "eventIds": [
                     *         "23871e8d-a396-5aed-aa71-fb39080a53cb"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getCommitmentHistory: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                axis?: "known" | "occurred";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.046Z",
                     *       "on": "2026-11-22",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "items": [
                     *         {
                     *           "type": "CommitmentMade",
                     *           "data": {
                     *             "changesAgreedBy": "every-party",
                     *             "completion": "all",
                     *             "doneWhen": [
                     *               {
                     *                 "id": "named",
                     *                 "text": "A mentor is named for each."
                     *               }
                     *             ],
                     *             "dueBasis": "stated",
                     *             "dueOn": "2025-02-15",
                     *             "evidenceRequirement": {
                     *               "minimum": 1
                     *             },
                     *             "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *             "owedTo": [
                     *               "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *             ],
                     *             "owner": "without-owner",
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "shares": [
                     *               {
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *               }
                     *             ],
                     *             "statement": "Every new teacher has a mentor."
                     *           },
                     *           "id": "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *           "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *           "position": "00000000000000000032",
                     *           "revision": "0",
                     *           "recordedAt": "2025-04-10T14:00:00.024Z",
                     *           "occurredOn": "2024-09-02",
                     *           "day": "2024-09-02",
                     *           "actor": {
                     *             "kind": "person",
                     *             "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "personId": "11111111-1111-4111-8111-111111111111",
                     *             "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *             "personName": "Ada Brook"
                     *           },
                     *           "recordedBy": {
                     *             "id": "00000000-0000-7000-8000-000000000000",
                     *             "kind": "person"
                     *           },
                     *           "knownSince": "2025-04-10T14:00:00.024Z",
                     *           "firstKnownSince": "2025-04-10T14:00:00.024Z",
                     *           "onBehalf": true
                     *         },
                     *         {
                     *           "type": "MilestonePlanned",
                     *           "data": {
                     *             "dueOn": "2024-12-01",
                     *             "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708",
                     *             "title": "Mentors trained"
                     *           },
                     *           "id": "1a85b67b-f716-54e3-9990-3574120f17ec",
                     *           "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *           "position": "00000000000000000033",
                     *           "revision": "1",
                     *           "recordedAt": "2025-04-10T14:00:00.025Z",
                     *           "occurredOn": "2024-11-04",
                     *           "day": "2024-11-04",
                     *           "actor": {
                     *             "kind": "person",
                     *             "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "personId": "11111111-1111-4111-8111-111111111111",
                     *             "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *             "personName": "Ada Brook"
                     *           },
                     *           "recordedBy": {
                     *             "id": "00000000-0000-7000-8000-000000000000",
                     *             "kind": "person"
                     *           },
                     *           "knownSince": "2025-04-10T14:00:00.025Z",
                     *           "firstKnownSince": "2025-04-10T14:00:00.025Z",
                     *           "onBehalf": true
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["GetCommitmentHistory"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    planMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Mentors trained",
                 *       "dueOn": "2024-12-01",
                 *       "occurredOn": "2024-11-04"
                 *     }
                 */
                "application/json": components["schemas"]["PlanMilestone"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "1",
                     *       "position": "00000000000000000033",
                     *       "made": {
                     *         "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708"
                     *       },
                     *       "eventIds": [
                     *         "1a85b67b-f716-54e3-9990-3574120f17ec"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    dropMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                milestoneId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "There is one.",
                 *       "occurredOn": "2024-11-22"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "6",
                     *       "position": "00000000000000000038",
                     *       "made": {},
                     *       "eventIds": [
                     *         "b09746d7-b81a-5f47-a452-2b510fec6184"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    reachMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                milestoneId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "occurredOn": "2024-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["Dated"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "2",
                     *       "position": "00000000000000000034",
                     *       "made": {},
                     *       "eventIds": [
                     *         "465cd533-3a2a-5f3a-8cf0-31f36389c8e4"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    reopenMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                milestoneId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Two have left.",
                 *       "occurredOn": "2024-11-21"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "3",
                     *       "position": "00000000000000000035",
                     *       "made": {},
                     *       "eventIds": [
                     *         "cbbef42c-c59f-5352-9247-cd50247ec770"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    rescheduleMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                milestoneId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dueOn": "2025-01-15",
                 *       "reason": "Two more are trained.",
                 *       "occurredOn": "2024-11-22"
                 *     }
                 */
                "application/json": components["schemas"]["RescheduleMilestone"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "4",
                     *       "position": "00000000000000000036",
                     *       "made": {},
                     *       "eventIds": [
                     *         "1d6c7088-8ccf-5449-97fb-3d881d966965"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    changeOwner: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "owner": {
                 *         "personId": "11111111-1111-4111-8111-111111111111",
                 *         "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                 *         "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                 *       },
                 *       "occurredOn": "2025-01-24"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeOwner"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "14",
                     *       "position": "00000000000000000046",
                     *       "made": {},
                     *       "eventIds": [
                     *         "3150f480-9ba2-5b6c-8cdd-3f47c88d1211"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    reportProgress: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *       "light": "on-track",
                 *       "percent": 64,
                 *       "narrative": "Nine of fourteen are named.",
                 *       "occurredOn": "2024-11-04"
                 *     }
                 */
                "application/json": components["schemas"]["Progress"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "7",
                     *       "position": "00000000000000000039",
                     *       "made": {},
                     *       "eventIds": [
                     *         "0c05beef-8a4f-58b0-b8aa-b79cdbe056ba"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    addShare: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "party": "08f444f9-9f06-5649-bb6d-612074a79f3a",
                 *       "agreedBy": [
                 *         "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *         "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                 *         "08f444f9-9f06-5649-bb6d-612074a79f3a"
                 *       ],
                 *       "occurredOn": "2024-10-01"
                 *     }
                 */
                "application/json": components["schemas"]["AddShare"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ae013f3d-abbe-543d-8cf4-8290bd04e3fa",
                     *       "stream": "commitment-ae013f3d-abbe-543d-8cf4-8290bd04e3fa",
                     *       "revision": "1",
                     *       "position": "00000000000000000051",
                     *       "made": {},
                     *       "eventIds": [
                     *         "581d1021-78fb-5065-8364-8c72e3ffcca6"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    releaseShare: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "agreedBy": [
                 *         "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                 *       ],
                 *       "reason": "It has no rooms.",
                 *       "occurredOn": "2024-10-02"
                 *     }
                 */
                "application/json": components["schemas"]["ReleaseShare"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *       "stream": "commitment-21263b59-7f81-53f1-996b-59d2af5a1418",
                     *       "revision": "2",
                     *       "position": "00000000000000000049",
                     *       "made": {},
                     *       "eventIds": [
                     *         "e7cb9293-8b56-5b85-8b9f-b7c3157c8dfc"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    keepShareOn: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "It stays bound.",
                 *       "occurredOn": "2024-10-01"
                 *     }
                 */
                "application/json": components["schemas"]["MayReason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *       "stream": "commitment-21263b59-7f81-53f1-996b-59d2af5a1418",
                     *       "revision": "1",
                     *       "position": "00000000000000000048",
                     *       "made": {},
                     *       "eventIds": [
                     *         "aa11465b-c753-5545-a051-aa1266134715"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    transferShare: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "08f444f9-9f06-5649-bb6d-612074a79f3a",
                 *       "agreedBy": [
                 *         "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *         "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                 *         "08f444f9-9f06-5649-bb6d-612074a79f3a"
                 *       ],
                 *       "occurredOn": "2024-10-01"
                 *     }
                 */
                "application/json": components["schemas"]["TransferShare"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "8a025748-9982-58df-a70a-2a3fbc9cb989",
                     *       "stream": "commitment-8a025748-9982-58df-a70a-2a3fbc9cb989",
                     *       "revision": "1",
                     *       "position": "00000000000000000053",
                     *       "made": {},
                     *       "eventIds": [
                     *         "bb618743-57ac-565e-b20a-93d834f623d7"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    supersedeCommitment: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Another month.",
                 *       "agreedBy": [
                 *         "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *         "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                 *       ],
                 *       "occurredOn": "2024-10-01",
                 *       "successorId": "856740a8-34e4-593f-926d-2bca36d33e4e"
                 *     }
                 */
                "application/json": components["schemas"]["SupersedeCommitment"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "44c1f5f6-357e-5bc3-817f-bda654c0926a",
                     *       "stream": "commitment-44c1f5f6-357e-5bc3-817f-bda654c0926a",
                     *       "revision": "1",
                     *       "position": "00000000000000000058",
                     *       "made": {},
                     *       "eventIds": [
                     *         "6270b6b0-02dd-5970-a806-302f179a8003"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    withdrawCommitment: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Not needed.",
                 *       "agreedBy": [
                 *         "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *         "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                 *       ],
                 *       "occurredOn": "2024-10-01"
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawCommitment"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "820338eb-c92a-535b-ab92-a00204ff88a6",
                     *       "stream": "commitment-820338eb-c92a-535b-ab92-a00204ff88a6",
                     *       "revision": "1",
                     *       "position": "00000000000000000055",
                     *       "made": {},
                     *       "eventIds": [
                     *         "d52c011f-40e7-5104-9643-2edf682d2332"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The position of the last event that is known; from the first event on where it is left out. */
                after?: string;
                /** @description How many events at most; fewer come where they would be more than 4 MiB together. */
                limit?: number;
                /** @description Seconds to wait for an event where there is none yet. */
                wait?: number;
                /** @description The ledger that `after` is a position of: refused where it is another now. */
                ledger?: string;
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ledger": "b9b689a4-0645-4133-80af-f90bcb338d65",
                     *       "position": "00000000000000000003",
                     *       "caughtUp": false,
                     *       "items": [
                     *         {
                     *           "position": "00000000000000000001",
                     *           "stream": "organization-00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *           "revision": "0",
                     *           "id": "f3eb7b45-7bad-5c50-a840-c4378760671f",
                     *           "type": "OrganizationRegistered",
                     *           "schema": 1,
                     *           "recordedAt": "2025-04-10T14:00:00.054Z",
                     *           "data": {
                     *             "kind": "school",
                     *             "name": "Hill school"
                     *           },
                     *           "metadata": {
                     *             "actor": {
                     *               "kind": "person",
                     *               "personId": "00000000-0000-7000-8000-000000000000"
                     *             },
                     *             "causationId": "a30c9b31-d930-5ff6-b7b1-1dac1b9f597c",
                     *             "commandDigest": "0000000000000000000000000000000000000000000000000000000000000010",
                     *             "commandId": "a30c9b31-d930-5ff6-b7b1-1dac1b9f597c",
                     *             "correlationId": "a30c9b31-d930-5ff6-b7b1-1dac1b9f597c",
                     *             "decidedOn": {},
                     *             "occurredOn": "2024-07-01",
                     *             "recordedBy": {
                     *               "id": "00000000-0000-7000-8000-000000000000",
                     *               "kind": "person"
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "position": "00000000000000000002",
                     *           "stream": "organization-00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *           "revision": "1",
                     *           "id": "bb6706b5-7445-59e4-b86b-ec9fd8dcdcf5",
                     *           "type": "AliasAdded",
                     *           "schema": 1,
                     *           "recordedAt": "2025-04-10T14:00:00.055Z",
                     *           "data": {
                     *             "alias": "The school on the hill"
                     *           },
                     *           "metadata": {
                     *             "actor": {
                     *               "kind": "person",
                     *               "personId": "00000000-0000-7000-8000-000000000000"
                     *             },
                     *             "causationId": "2f5c7045-101b-50f3-8e3d-7df3a27ebb9e",
                     *             "commandDigest": "0000000000000000000000000000000000000000000000000000000000000011",
                     *             "commandId": "2f5c7045-101b-50f3-8e3d-7df3a27ebb9e",
                     *             "correlationId": "2f5c7045-101b-50f3-8e3d-7df3a27ebb9e",
                     *             "decidedOn": {},
                     *             "occurredOn": "2024-07-01",
                     *             "recordedBy": {
                     *               "id": "00000000-0000-7000-8000-000000000000",
                     *               "kind": "person"
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "next": "00000000000000000003"
                     *     }
                     */
                    "application/json": {
                        ledger: string;
                        position: string;
                        caughtUp: boolean;
                        items: {
                            position: string;
                            stream: string;
                            /** @description Decimal digits: it may be larger than a JSON number holds exactly. */
                            revision: string;
                            /** Format: uuid */
                            id: string;
                            type: string;
                            /** @description The version of the data's form; older ones are given in the newest. */
                            schema: number;
                            recordedAt: string;
                            data: unknown;
                            metadata: {
                                occurredOn: components["schemas"]["OccurredOn"];
                                /** Format: date-time */
                                assertedAt?: string;
                                provenance?: components["schemas"]["Provenance"];
                                partnershipId?: string;
                                actor: {
                                    /** @constant */
                                    kind: "person";
                                    personId: string;
                                    partyId?: string;
                                    roleId?: string;
                                } | components["schemas"]["Actor2"] | {
                                    /** @constant */
                                    kind: "clock";
                                } | components["schemas"]["Actor3"];
                                recordedBy: components["schemas"]["RecordedBy"];
                                commandId: string;
                                commandDigest: string;
                                /** @description Streams read beside the decision, with the revision each had; `-1` for a stream that was not there. */
                                decidedOn: {
                                    [key: string]: string;
                                };
                                correlationId: string;
                                causationId: string;
                                traceparent?: string;
                            };
                        }[];
                        next: string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["SomebodyWasFaster"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getEvidence: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.005Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000074",
                     *       "data": {
                     *         "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *         "title": "Minutes of the mentoring group",
                     *         "method": "minutes",
                     *         "collectedOn": "2025-02-12",
                     *         "confidentiality": "partnership",
                     *         "revisions": [
                     *           {
                     *             "revision": 1,
                     *             "content": {
                     *               "kind": "file",
                     *               "mediaType": "text/plain",
                     *               "sha256": "0000000000000000000000000000000000000000000000000000000000000002",
                     *               "size": 47
                     *             },
                     *             "day": "2025-02-12",
                     *             "appraised": "unappraised",
                     *             "counts": true
                     *           },
                     *           {
                     *             "revision": 2,
                     *             "content": {
                     *               "kind": "link",
                     *               "url": "https://district.example/minutes"
                     *             },
                     *             "day": "2025-02-13",
                     *             "appraised": "unappraised",
                     *             "counts": true
                     *           }
                     *         ],
                     *         "appraisals": [
                     *           {
                     *             "revision": 1,
                     *             "by": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *             "verdict": "accepted",
                     *             "strength": "strong",
                     *             "day": "2025-02-13",
                     *             "eventId": "786fce3b-1eb8-5348-9667-cecfcf702f46"
                     *           }
                     *         ],
                     *         "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *         "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: components["schemas"]["Data3"];
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    appraiseEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 1,
                 *       "by": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                 *       "verdict": "accepted",
                 *       "strength": "strong",
                 *       "occurredOn": "2025-02-13"
                 *     }
                 */
                "application/json": components["schemas"]["AppraiseEvidence"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *       "stream": "evidence-21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *       "revision": "2",
                     *       "position": "00000000000000000063",
                     *       "made": {},
                     *       "eventIds": [
                     *         "786fce3b-1eb8-5348-9667-cecfcf702f46"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    downloadEvidence: {
        parameters: {
            query?: {
                /** @description A whole number from 1 to 100000 */
                revision?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content, as an attachment. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            410: components["responses"]["Erased"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    eraseEvidenceContent: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 1,
                 *       "legalGround": "Consent withdrawn",
                 *       "occurredOn": "2025-02-13"
                 *     }
                 */
                "application/json": components["schemas"]["EraseContent"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "13539ab7-a1ed-5a75-a922-2a6e67f43f46",
                     *       "stream": "evidence-13539ab7-a1ed-5a75-a922-2a6e67f43f46",
                     *       "revision": "1",
                     *       "position": "00000000000000000067",
                     *       "made": {},
                     *       "eventIds": [
                     *         "62350240-ac1f-55ae-a2b7-07cb18f63ec3"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    retractEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "It was of another year.",
                 *       "occurredOn": "2025-02-13"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "fe0f2156-def8-527e-b28f-407a222818a0",
                     *       "stream": "evidence-fe0f2156-def8-527e-b28f-407a222818a0",
                     *       "revision": "1",
                     *       "position": "00000000000000000065",
                     *       "made": {},
                     *       "eventIds": [
                     *         "89a46cc2-47c4-5167-aa1e-27dfff619bcc"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    reviseEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "link": "https://district.example/minutes",
                 *       "occurredOn": "2025-02-13"
                 *     }
                 */
                "application/json": components["schemas"]["ReviseEvidence"];
                "multipart/form-data": {
                    /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
                    occurredOn?: string;
                    /** @description Words: not empty, at most 50000 characters */
                    reason?: string;
                    /** @description The file, at most 25 MiB: an image, a PDF, an office document, text or CSV. */
                    file: unknown;
                };
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *       "stream": "evidence-21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *       "revision": "1",
                     *       "position": "00000000000000000062",
                     *       "made": {},
                     *       "eventIds": [
                     *         "b54df8be-d1ab-5194-b617-4cf1faec4fe5"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "live"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "live";
                    };
                };
            };
            500: components["responses"]["Broken"];
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "projections": {
                     *         "organizations": "live",
                     *         "partnerships": "live",
                     *         "commitments-board": "live",
                     *         "evidence-register": "live",
                     *         "indicator-series": "live",
                     *         "meetings": "live",
                     *         "timeline": "live",
                     *         "search": "live"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ready";
                        projections: {
                            [key: string]: string;
                        };
                        work?: {
                            [key: string]: string;
                        };
                    };
                };
            };
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getIndicator: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.006Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000078",
                     *       "data": {
                     *         "indicatorId": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *         "definition": {
                     *           "baseline": {
                     *             "asOf": "2024-06-30",
                     *             "value": "71.5"
                     *           },
                     *           "direction": "up",
                     *           "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *           "name": "New teachers who stay",
                     *           "target": {
                     *             "by": "2026-06-30",
                     *             "value": "85"
                     *           },
                     *           "unit": "percent of two years"
                     *         },
                     *         "series": 1,
                     *         "readings": [
                     *           {
                     *             "asOf": "2025-01-31",
                     *             "n": 14,
                     *             "reading": {
                     *               "value": "74.0"
                     *             },
                     *             "readingId": "682b7371-fb75-5aa2-a33a-396eab91b216",
                     *             "source": "Payroll",
                     *             "series": 0
                     *           }
                     *         ],
                     *         "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *         "definedOn": "2024-09-10"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: components["schemas"]["Data4"];
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    recordReading: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reading": {
                 *         "value": "74.0"
                 *       },
                 *       "asOf": "2025-01-31",
                 *       "n": 14,
                 *       "source": "Payroll",
                 *       "occurredOn": "2025-02-03"
                 *     }
                 */
                "application/json": components["schemas"]["Reading"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "stream": "indicator-2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "revision": "1",
                     *       "position": "00000000000000000076",
                     *       "made": {
                     *         "readingId": "682b7371-fb75-5aa2-a33a-396eab91b216"
                     *       },
                     *       "eventIds": [
                     *         "ea375065-1c33-509e-b3e3-6356a3407f74"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    redefineIndicator: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "New teachers who stay",
                 *       "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                 *       "unit": "percent of two years",
                 *       "direction": "up",
                 *       "baseline": {
                 *         "value": "71.5",
                 *         "asOf": "2024-06-30"
                 *       },
                 *       "target": {
                 *         "value": "85",
                 *         "by": "2026-06-30"
                 *       },
                 *       "occurredOn": "2025-03-01",
                 *       "reason": "One year says little."
                 *     }
                 */
                "application/json": components["schemas"]["RedefineIndicator"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "stream": "indicator-2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "revision": "3",
                     *       "position": "00000000000000000078",
                     *       "made": {},
                     *       "eventIds": [
                     *         "4d618561-41d3-56fe-a38a-c3bc043594e2"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    retireIndicator: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Another takes its place.",
                 *       "occurredOn": "2025-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["MayReason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "stream": "indicator-2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "revision": "4",
                     *       "position": "00000000000000000079",
                     *       "made": {},
                     *       "eventIds": [
                     *         "f79339c4-1f7a-5386-8240-74ad5f3dddf0"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    reviseTarget: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target": {
                 *         "value": "80",
                 *         "by": "2026-06-30"
                 *       },
                 *       "reason": "Two schools closed.",
                 *       "occurredOn": "2025-02-03"
                 *     }
                 */
                "application/json": components["schemas"]["ReviseTarget"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "stream": "indicator-2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "revision": "2",
                     *       "position": "00000000000000000077",
                     *       "made": {},
                     *       "eventIds": [
                     *         "f7393309-ecb0-54ad-9aa3-ff0e44919318"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getMeeting: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.009Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000083",
                     *       "data": {
                     *         "meetingId": "2acedb09-c5fa-5c26-9a2b-dc95e8c9c6a9",
                     *         "kind": "meeting",
                     *         "title": "Steering group, October",
                     *         "questions": [],
                     *         "confidentiality": "partnership",
                     *         "attendance": [
                     *           {
                     *             "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "roles": [
                     *               "8e9039bb-73c4-5856-829c-a9c229e343fa"
                     *             ]
                     *           }
                     *         ],
                     *         "on": "2024-10-15",
                     *         "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *         "scheduledOn": "2024-10-01",
                     *         "guests": 2,
                     *         "reflection": {
                     *           "change": {
                     *             "sha256": "0000000000000000000000000000000000000000000000000000000000000003",
                     *             "text": "78050f13-7d9a-576f-99c0-8659c3da8a4b",
                     *             "content": "Less to read beforehand."
                     *           },
                     *           "worked": {
                     *             "sha256": "0000000000000000000000000000000000000000000000000000000000000004",
                     *             "text": "9d307f35-88e0-5e42-a7e9-0e836bc0dd31",
                     *             "content": "Two schools told how they do it."
                     *           }
                     *         },
                     *         "heldOn": "2024-10-15"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: components["schemas"]["Data5"];
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    cancelMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Snow",
                 *       "occurredOn": "2024-10-14"
                 *     }
                 */
                "application/json": components["schemas"]["MayReason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "a8b1a9b5-3a44-5715-8de2-97e42660eef2",
                     *       "stream": "meeting-a8b1a9b5-3a44-5715-8de2-97e42660eef2",
                     *       "revision": "1",
                     *       "position": "00000000000000000083",
                     *       "made": {},
                     *       "eventIds": [
                     *         "2aaacf55-64ba-545d-9981-17993c2159ae"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    holdMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attendance": [
                 *         {
                 *           "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *           "roles": [
                 *             "8e9039bb-73c4-5856-829c-a9c229e343fa"
                 *           ]
                 *         }
                 *       ],
                 *       "guests": 2,
                 *       "reflection": {
                 *         "worked": "Two schools told how they do it.",
                 *         "change": "Less to read beforehand."
                 *       },
                 *       "occurredOn": "2024-10-15"
                 *     }
                 */
                "application/json": components["schemas"]["HoldMeeting"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2acedb09-c5fa-5c26-9a2b-dc95e8c9c6a9",
                     *       "stream": "meeting-2acedb09-c5fa-5c26-9a2b-dc95e8c9c6a9",
                     *       "revision": "1",
                     *       "position": "00000000000000000081",
                     *       "made": {},
                     *       "eventIds": [
                     *         "bf834aa6-03f0-5066-8e66-dba4781f9916"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Words of the name or of another name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.013Z",
                     *       "on": "2025-04-10",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000089",
                     *       "figures": "complete",
                     *       "items": [
                     *         {
                     *           "organizationId": "1d34b984-d7cd-57da-98b8-e866bc3dc152",
                     *           "name": "Northfield district",
                     *           "kind": "district",
                     *           "externalIds": [],
                     *           "aliases": [],
                     *           "sizes": [],
                     *           "registeredOn": "2024-07-01"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @enum {unknown} */
                            kind: "agency" | "board" | "college" | "community" | "district" | "external-partner" | "foundation" | "funder" | "parents" | "school" | "team" | "union";
                            name: string;
                            externalIds: {
                                scheme: string;
                                value: string;
                            }[];
                            place?: string;
                            /** Format: date */
                            registeredOn?: string;
                            /** @description Other names it is known by; names it gave up are among them. */
                            aliases: string[];
                            sizes: components["schemas"]["SizeRecordedData"][];
                            /** Format: uuid */
                            mergedInto?: string;
                            /** Format: date */
                            closedOn?: string;
                            /** Format: uuid */
                            organizationId: string;
                        }[];
                        next: null | string;
                        /** @description Everything up to here is in it. */
                        position: string;
                        /**
                         * @description `incomplete` while any read model has stopped at an event, or left one out: say "figures incomplete".
                         * @enum {unknown}
                         */
                        figures: "complete" | "incomplete";
                        /** @description Which read models lack something, and from which position on; only where there are some. */
                        lacking?: {
                            projection: string;
                            since: string;
                            /** @enum {unknown} */
                            because: "parked" | "stopped";
                        }[];
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    registerOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hill school",
                 *       "kind": "school",
                 *       "occurredOn": "2024-07-01"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterOrganization"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "stream": "organization-00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "revision": "0",
                     *       "position": "00000000000000000001",
                     *       "made": {},
                     *       "eventIds": [
                     *         "f3eb7b45-7bad-5c50-a840-c4378760671f"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getOrganization: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.014Z",
                     *       "on": "2025-04-10",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "data": {
                     *         "organizationId": "1d34b984-d7cd-57da-98b8-e866bc3dc152",
                     *         "name": "Northfield district",
                     *         "kind": "district",
                     *         "externalIds": [],
                     *         "aliases": [],
                     *         "sizes": [],
                     *         "registeredOn": "2024-07-01"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: {
                            /** Format: date */
                            registeredOn?: string;
                            name: string;
                            /** @enum {unknown} */
                            kind: "agency" | "board" | "college" | "community" | "district" | "external-partner" | "foundation" | "funder" | "parents" | "school" | "team" | "union";
                            externalIds: {
                                scheme: string;
                                value: string;
                            }[];
                            place?: string;
                            /** @description Other names it is known by; names it gave up are among them. */
                            aliases: string[];
                            sizes: components["schemas"]["SizeRecordedData"][];
                            /** Format: uuid */
                            mergedInto?: string;
                            /** Format: date */
                            closedOn?: string;
                            organizationId: string;
                        };
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    addAlias: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "alias": "The school on the hill",
                 *       "occurredOn": "2024-07-01"
                 *     }
                 */
                "application/json": components["schemas"]["AddAlias"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "stream": "organization-00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "revision": "1",
                     *       "position": "00000000000000000002",
                     *       "made": {},
                     *       "eventIds": [
                     *         "bb6706b5-7445-59e4-b86b-ec9fd8dcdcf5"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    closeOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "occurredOn": "2025-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["Dated"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "stream": "organization-00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "revision": "4",
                     *       "position": "00000000000000000007",
                     *       "made": {},
                     *       "eventIds": [
                     *         "e54c4858-9b03-54f9-ac27-da71a97c7dee"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listOrganizationCommitments: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                status?: "struck" | "withdrawn" | "superseded" | "broken" | "kept" | "kept-late" | "partially-met" | "claimed" | "overdue" | "due" | "no-date";
                /** @description What it owes, or what is owed to it; both where it is not said. */
                side?: "owes" | "is-owed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.015Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "figures": "complete",
                     *       "items": [
                     *         {
                     *           "commitmentId": "49c1ef92-ecb9-56dc-90c6-bed89c69e991",
                     *           "status": "broken",
                     *           "terms": {
                     *             "changesAgreedBy": "every-party",
                     *             "completion": "all",
                     *             "doneWhen": [
                     *               {
                     *                 "id": "named",
                     *                 "text": "A mentor is named for each."
                     *               }
                     *             ],
                     *             "dueBasis": "stated",
                     *             "dueOn": "2025-02-15",
                     *             "owedTo": [
                     *               "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *             ],
                     *             "owner": "without-owner",
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "shares": [
                     *               {
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *               }
                     *             ],
                     *             "statement": "A room for mentors."
                     *           },
                     *           "madeOn": "2024-09-02",
                     *           "owner": "without-owner",
                     *           "dueOn": "2025-02-15",
                     *           "originalDueOn": "2025-02-15",
                     *           "expectedOn": null,
                     *           "doneOn": null,
                     *           "disputed": "not recorded yet",
                     *           "paused": false,
                     *           "milestones": {
                     *             "reached": 0,
                     *             "planned": 0
                     *           },
                     *           "lastLight": null,
                     *           "slippageDays": 0,
                     *           "latenessDays": null,
                     *           "evidence": {
                     *             "required": false,
                     *             "present": false,
                     *             "accepted": false,
                     *             "triangulated": false,
                     *             "contradicted": false,
                     *             "withAny": false
                     *           },
                     *           "shares": [
                     *             {
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "state": "broken",
                     *               "dueOn": "2025-02-15",
                     *               "doneOn": null
                     *             }
                     *           ],
                     *           "claims": [],
                     *           "correctedTerms": false,
                     *           "onBehalf": [
                     *             "3606ee94-3c71-5a91-8217-b4dc00c9a5c2",
                     *             "a46195ba-613c-59da-a573-732f3ffe4e3c"
                     *           ],
                     *           "unconfirmed": [],
                     *           "late": [
                     *             "3606ee94-3c71-5a91-8217-b4dc00c9a5c2",
                     *             "a46195ba-613c-59da-a573-732f3ffe4e3c"
                     *           ],
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "partnership": "Northfield joint team",
                     *           "owes": [
                     *             "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *           ],
                     *           "isOwed": []
                     *         },
                     *         {
                     *           "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *           "status": "overdue",
                     *           "terms": {
                     *             "changesAgreedBy": "every-party",
                     *             "completion": "all",
                     *             "doneWhen": [
                     *               {
                     *                 "id": "named",
                     *                 "text": "A mentor is named for each."
                     *               }
                     *             ],
                     *             "dueBasis": "stated",
                     *             "dueOn": "2025-02-15",
                     *             "owedTo": [
                     *               "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *             ],
                     *             "owner": "without-owner",
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "shares": [
                     *               {
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *               },
                     *               {
                     *                 "party": "08f444f9-9f06-5649-bb6d-612074a79f3a"
                     *               }
                     *             ],
                     *             "statement": "Schools open their rooms in the evening."
                     *           },
                     *           "madeOn": "2024-09-02",
                     *           "owner": "without-owner",
                     *           "dueOn": "2025-02-15",
                     *           "originalDueOn": "2025-02-15",
                     *           "expectedOn": null,
                     *           "doneOn": null,
                     *           "disputed": "not recorded yet",
                     *           "paused": false,
                     *           "milestones": {
                     *             "reached": 0,
                     *             "planned": 0
                     *           },
                     *           "lastLight": null,
                     *           "slippageDays": 0,
                     *           "latenessDays": 44,
                     *           "evidence": {
                     *             "required": false,
                     *             "present": false,
                     *             "accepted": false,
                     *             "triangulated": false,
                     *             "contradicted": false,
                     *             "withAny": false
                     *           },
                     *           "shares": [
                     *             {
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "state": "open",
                     *               "dueOn": "2025-02-15",
                     *               "doneOn": null
                     *             },
                     *             {
                     *               "party": "08f444f9-9f06-5649-bb6d-612074a79f3a",
                     *               "state": "released",
                     *               "dueOn": "2025-02-15",
                     *               "doneOn": null
                     *             }
                     *           ],
                     *           "claims": [],
                     *           "correctedTerms": false,
                     *           "onBehalf": [
                     *             "a0eea35c-0a78-5662-ac37-e69a5b4adad3",
                     *             "aa11465b-c753-5545-a051-aa1266134715"
                     *           ],
                     *           "unconfirmed": [],
                     *           "late": [
                     *             "a0eea35c-0a78-5662-ac37-e69a5b4adad3",
                     *             "aa11465b-c753-5545-a051-aa1266134715"
                     *           ],
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "partnership": "Northfield joint team",
                     *           "owes": [
                     *             "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *           ],
                     *           "isOwed": []
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            commitmentId: string;
                            /** @enum {unknown} */
                            status: "broken" | "claimed" | "due" | "kept" | "kept-late" | "no-date" | "overdue" | "partially-met" | "struck" | "superseded" | "withdrawn";
                            /** @description As the making says them, with the partnership it was made in. */
                            terms: {
                                statement: string;
                                shares: {
                                    /** Format: uuid */
                                    party: string;
                                    does?: string;
                                    /** Format: date */
                                    dueOn?: string;
                                    quantity?: components["schemas"]["Quantity2"];
                                }[];
                                owedTo: string[];
                                /** Format: uuid */
                                goalId?: string;
                                /**
                                 * Format: uuid
                                 * @description The meeting at which it was pledged.
                                 */
                                pledgedAt?: string;
                                /**
                                 * Format: uuid
                                 * @description The commitment it answers.
                                 */
                                answers?: string;
                                /** @description A standing promise falls due at the end of each whole period. */
                                every?: components["schemas"]["Every2"];
                                doneWhen: {
                                    id: string;
                                    text: string;
                                    /** Format: uuid */
                                    indicatorId?: string;
                                    threshold?: string;
                                }[];
                                completion: {
                                    atLeast: number;
                                } | "all";
                                evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
                                /**
                                 * Format: uuid
                                 * @description A party, not owing, that judges claims beside those it is owed to.
                                 */
                                verifier?: string;
                                /** @description Whose agreement a change of terms needs. */
                                changesAgreedBy: {
                                    /** Format: uuid */
                                    bodyId: string;
                                } | "every-party";
                                owner: {
                                    /** Format: uuid */
                                    personId: string;
                                    /** Format: uuid */
                                    roleId: string;
                                    /** Format: uuid */
                                    party: string;
                                    personName: null | string;
                                } | "without-owner";
                                /** @enum {unknown} */
                                dueBasis: "assumed" | "stated";
                                /** Format: date */
                                dueOn: string;
                                /** Format: uuid */
                                partnershipId?: string;
                            } | {
                                statement: string;
                                shares: {
                                    /** Format: uuid */
                                    party: string;
                                    does?: string;
                                    /** Format: date */
                                    dueOn?: string;
                                    quantity?: components["schemas"]["Quantity2"];
                                }[];
                                owedTo: string[];
                                /** Format: uuid */
                                goalId?: string;
                                /**
                                 * Format: uuid
                                 * @description The meeting at which it was pledged.
                                 */
                                pledgedAt?: string;
                                /**
                                 * Format: uuid
                                 * @description The commitment it answers.
                                 */
                                answers?: string;
                                /** @description A standing promise falls due at the end of each whole period. */
                                every?: components["schemas"]["Every2"];
                                doneWhen: {
                                    id: string;
                                    text: string;
                                    /** Format: uuid */
                                    indicatorId?: string;
                                    threshold?: string;
                                }[];
                                completion: {
                                    atLeast: number;
                                } | "all";
                                evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
                                /**
                                 * Format: uuid
                                 * @description A party, not owing, that judges claims beside those it is owed to.
                                 */
                                verifier?: string;
                                /** @description Whose agreement a change of terms needs. */
                                changesAgreedBy: {
                                    /** Format: uuid */
                                    bodyId: string;
                                } | "every-party";
                                owner: {
                                    /** Format: uuid */
                                    personId: string;
                                    /** Format: uuid */
                                    roleId: string;
                                    /** Format: uuid */
                                    party: string;
                                    personName: null | string;
                                } | "without-owner";
                                /** @constant */
                                dueBasis: "none";
                                /** Format: uuid */
                                partnershipId?: string;
                            };
                            /** Format: date */
                            madeOn: string;
                            owner: {
                                /** Format: uuid */
                                personId: string;
                                /** Format: uuid */
                                roleId: string;
                                /** Format: uuid */
                                party: string;
                                personName: null | string;
                            } | "without-owner";
                            dueOn: null | string;
                            originalDueOn: null | string;
                            /** @description Announced by an owing party alone since the last agreement. */
                            expectedOn: null | string;
                            doneOn: null | string;
                            /** @constant */
                            disputed: "not recorded yet";
                            paused: boolean;
                            milestones: components["schemas"]["Milestones"];
                            lastLight: null | {
                                /** @enum {unknown} */
                                light: "at-risk" | "off-track" | "on-track";
                                /** Format: date */
                                on: string;
                                ageDays: number;
                            };
                            slippageDays: null | number;
                            latenessDays: null | number;
                            evidence: components["schemas"]["Evidence"];
                            shares: {
                                /** Format: uuid */
                                party: string;
                                /** @enum {unknown} */
                                state: "broken" | "claimed" | "met" | "open" | "partially-met" | "released" | "transferred";
                                dueOn: null | string;
                                doneOn: null | string;
                            }[];
                            claims: {
                                /** Format: uuid */
                                claimId: string;
                                /** Format: uuid */
                                party: string;
                                /** Format: date */
                                fulfilledOn: string;
                                verdict: null | ("met" | "not-met" | "partially-met");
                                contested: boolean;
                                /** @description Evidence it named that no longer counts (rule 7). */
                                restsOnFallen: string[];
                            }[];
                            correctedTerms: boolean;
                            /** @description Facts recorded by another hand and neither confirmed nor contested by their party. */
                            onBehalf: string[];
                            /** @description Agreements and verdicts that wait for a confirmation. */
                            unconfirmed: string[];
                            /** @description Facts that became known later than the partnership's late days. */
                            late: string[];
                            /** Format: uuid */
                            partnershipId: string;
                            partnership: string;
                            /** @description The parties, of this organization, that owe a share of it, and those it is owed to. */
                            owes: string[];
                            isOwed: string[];
                        }[];
                        next: null | string;
                        /** @description Everything up to here is in it. */
                        position: string;
                        /**
                         * @description `incomplete` while any read model has stopped at an event, or left one out: say "figures incomplete".
                         * @enum {unknown}
                         */
                        figures: "complete" | "incomplete";
                        /** @description Which read models lack something, and from which position on; only where there are some. */
                        lacking?: {
                            projection: string;
                            since: string;
                            /** @enum {unknown} */
                            because: "parked" | "stopped";
                        }[];
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    mergeOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": "00c45e82-ea11-58e2-b143-e30a69fb6c92",
                 *       "occurredOn": "2025-01-01"
                 *     }
                 */
                "application/json": components["schemas"]["MergeOrganization"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "56679eae-2f2b-5c66-b038-66ea4e9a3198",
                     *       "stream": "organization-56679eae-2f2b-5c66-b038-66ea4e9a3198",
                     *       "revision": "1",
                     *       "position": "00000000000000000006",
                     *       "made": {},
                     *       "eventIds": [
                     *         "9b9cad33-445f-5978-9ce7-f5741a717a43"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    renameOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hillside school",
                 *       "occurredOn": "2024-08-01"
                 *     }
                 */
                "application/json": components["schemas"]["RenameOrganization"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "stream": "organization-00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "revision": "2",
                     *       "position": "00000000000000000003",
                     *       "made": {},
                     *       "eventIds": [
                     *         "60a6aec6-7565-5403-9465-7edab5abce19"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    recordSize: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "count": 412,
                 *       "unit": "pupils",
                 *       "asOf": "2024-10-01",
                 *       "occurredOn": "2024-10-01"
                 *     }
                 */
                "application/json": components["schemas"]["RecordSize"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "stream": "organization-00c45e82-ea11-58e2-b143-e30a69fb6c92",
                     *       "revision": "3",
                     *       "position": "00000000000000000004",
                     *       "made": {},
                     *       "eventIds": [
                     *         "7f6c979d-0f78-5b22-a2ce-56f0bdf6037f"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listPartnerships: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.016Z",
                     *       "on": "2025-04-10",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "figures": "complete",
                     *       "items": [
                     *         {
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "name": "Northfield joint team",
                     *           "purpose": "Every class has a trained mentor.",
                     *           "history": "lived",
                     *           "calendar": {
                     *             "fiscalYearStart": "07-01",
                     *             "timeZone": "America/New_York"
                     *           },
                     *           "calendarChanges": [
                     *             {
                     *               "fiscalYearStart": "01-01",
                     *               "from": "2027-01-01"
                     *             }
                     *           ],
                     *           "lateAfterDays": 30,
                     *           "parties": [
                     *             {
                     *               "organizationId": "1d34b984-d7cd-57da-98b8-e866bc3dc152",
                     *               "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "joinedOn": "2024-07-01"
                     *             },
                     *             {
                     *               "organizationId": "e4eb09d5-f279-5677-a0c8-a31a0473104a",
                     *               "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *               "joinedOn": "2024-07-01"
                     *             }
                     *           ],
                     *           "roles": [
                     *             {
                     *               "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "personId": "11111111-1111-4111-8111-111111111111",
                     *               "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *               "title": "Lead",
                     *               "from": "2024-07-01",
                     *               "personName": "Ada Brook"
                     *             },
                     *             {
                     *               "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *               "personId": "22222222-2222-4222-8222-222222222222",
                     *               "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *               "title": "Lead",
                     *               "from": "2024-07-01",
                     *               "personName": null
                     *             }
                     *           ],
                     *           "bodies": [
                     *             {
                     *               "bodyId": "c9bad7da-1a1f-5d20-a766-cf5ad7d4d936",
                     *               "cadence": "month",
                     *               "name": "Steering group",
                     *               "from": "2024-07-01",
                     *               "until": "2024-12-01"
                     *             },
                     *             {
                     *               "bodyId": "41aede56-7709-5694-8b8e-aa4ec253f8e8",
                     *               "cadence": "quarter",
                     *               "name": "Joint council",
                     *               "from": "2024-07-01"
                     *             }
                     *           ],
                     *           "goals": [
                     *             {
                     *               "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *               "title": "New teachers stay",
                     *               "setOn": "2024-07-01"
                     *             },
                     *             {
                     *               "goalId": "6c8eb6d5-282a-5305-8b80-b38ededd55d7",
                     *               "title": "Smaller classes",
                     *               "setOn": "2024-07-01",
                     *               "retiredOn": "2024-09-01"
                     *             }
                     *           ],
                     *           "pauses": [
                     *             {
                     *               "from": "2025-01-10",
                     *               "until": "2025-01-20"
                     *             }
                     *           ],
                     *           "formedOn": "2024-07-01",
                     *           "theoryOfAction": "Mentors keep new teachers.",
                     *           "contributions": [
                     *             {
                     *               "amount": "12.5",
                     *               "contributionId": "a6689c5e-19cf-51ac-acb6-a837d392a510",
                     *               "kind": "staff-days",
                     *               "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "towards": "Training of mentors",
                     *               "on": "2024-10-01",
                     *               "eventId": "a6c7252e-90f5-55fc-8e5c-490a207298d6"
                     *             }
                     *           ],
                     *           "context": [
                     *             {
                     *               "kind": "leadership",
                     *               "title": "A new superintendent",
                     *               "on": "2024-10-01",
                     *               "eventId": "843ab391-503a-517d-bb97-1727db4048aa"
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "partnershipId": "e47863ea-e056-5c82-bade-b0f7444365c8",
                     *           "name": "Valley pilot",
                     *           "purpose": "To try it out.",
                     *           "history": "lived",
                     *           "calendar": {
                     *             "fiscalYearStart": "07-01",
                     *             "timeZone": "America/New_York"
                     *           },
                     *           "calendarChanges": [],
                     *           "lateAfterDays": 30,
                     *           "parties": [
                     *             {
                     *               "organizationId": "3d2e3d3d-cd45-57f9-8eb3-bfd00bc13565",
                     *               "partyId": "9c1b0e64-e70d-5f00-b6b4-dea0629f394d",
                     *               "joinedOn": "2024-07-01",
                     *               "leftOn": "2025-06-30"
                     *             }
                     *           ],
                     *           "roles": [],
                     *           "bodies": [],
                     *           "goals": [],
                     *           "pauses": [],
                     *           "formedOn": "2024-07-01",
                     *           "parent": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "endedOn": "2025-06-30",
                     *           "contributions": [],
                     *           "context": []
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            name: string;
                            purpose: string;
                            calendar: components["schemas"]["Calendar2"];
                            /** @enum {unknown} */
                            history: "imported" | "lived" | "reconstructed";
                            /** Format: uuid */
                            parent?: string;
                            theoryOfAction?: string;
                            lateAfterDays: number;
                            /** Format: uuid */
                            carriedOnBy?: string;
                            parties: {
                                /** Format: uuid */
                                partyId: string;
                                /** Format: uuid */
                                organizationId: string;
                                cohort?: string;
                                /** Format: uuid */
                                partOf?: string;
                                /** Format: date */
                                joinedOn: string;
                                /** Format: date */
                                leftOn?: string;
                            }[];
                            roles: {
                                /** Format: uuid */
                                roleId: string;
                                /** Format: uuid */
                                personId: string;
                                /** Format: uuid */
                                partyId: string;
                                title: string;
                                /** Format: uuid */
                                succeeds?: string;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                until?: string;
                                personName: null | string;
                            }[];
                            /** Format: date */
                            formedOn?: string;
                            /** @description Changes of the fiscal year, by the day they take effect. */
                            calendarChanges: {
                                /** Format: date */
                                from: string;
                                fiscalYearStart: string;
                            }[];
                            bodies: {
                                /** Format: uuid */
                                bodyId: string;
                                name: string;
                                /** @enum {unknown} */
                                cadence?: "half-year" | "month" | "quarter" | "week" | "year";
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                until?: string;
                            }[];
                            goals: {
                                /** Format: uuid */
                                goalId: string;
                                title: string;
                                framework?: string;
                                /** Format: date */
                                setOn: string;
                                /** Format: date */
                                retiredOn?: string;
                            }[];
                            /** @description Pauses; the last one may be open. */
                            pauses: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                until?: string;
                            }[];
                            /** Format: date */
                            endedOn?: string;
                            /** Format: uuid */
                            partnershipId: string;
                            contributions: {
                                /** Format: uuid */
                                contributionId: string;
                                /** Format: uuid */
                                partyId: string;
                                /** @enum {unknown} */
                                kind: "in-kind" | "money" | "staff-days";
                                amount?: string;
                                unit?: string;
                                towards: string;
                                /** Format: uuid */
                                commitmentId?: string;
                                /** Format: date */
                                on: string;
                                /** Format: uuid */
                                eventId: string;
                            }[];
                            context: {
                                /** @enum {unknown} */
                                kind: "funding" | "law" | "leadership" | "other" | "strike" | "takeover";
                                title: string;
                                narrative?: components["schemas"]["Reason2"];
                                /** Format: date */
                                on: string;
                                /** Format: uuid */
                                eventId: string;
                            }[];
                        }[];
                        next: null | string;
                        /** @description Everything up to here is in it. */
                        position: string;
                        /**
                         * @description `incomplete` while any read model has stopped at an event, or left one out: say "figures incomplete".
                         * @enum {unknown}
                         */
                        figures: "complete" | "incomplete";
                        /** @description Which read models lack something, and from which position on; only where there are some. */
                        lacking?: {
                            projection: string;
                            since: string;
                            /** @enum {unknown} */
                            because: "parked" | "stopped";
                        }[];
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    formPartnership: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Northfield joint team",
                 *       "purpose": "Every class has a trained mentor.",
                 *       "calendar": {
                 *         "fiscalYearStart": "07-01",
                 *         "timeZone": "America/New_York"
                 *       },
                 *       "occurredOn": "2024-07-01"
                 *     }
                 */
                "application/json": components["schemas"]["FormPartnership"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "0",
                     *       "position": "00000000000000000008",
                     *       "made": {},
                     *       "eventIds": [
                     *         "64a30027-9db5-53b6-85a8-0465f69c9673"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getPartnership: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.017Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "data": {
                     *         "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *         "name": "Northfield joint team",
                     *         "purpose": "Every class has a trained mentor.",
                     *         "history": "lived",
                     *         "calendar": {
                     *           "fiscalYearStart": "07-01",
                     *           "timeZone": "America/New_York"
                     *         },
                     *         "calendarChanges": [
                     *           {
                     *             "fiscalYearStart": "01-01",
                     *             "from": "2027-01-01"
                     *           }
                     *         ],
                     *         "lateAfterDays": 30,
                     *         "parties": [
                     *           {
                     *             "organizationId": "1d34b984-d7cd-57da-98b8-e866bc3dc152",
                     *             "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "joinedOn": "2024-07-01"
                     *           },
                     *           {
                     *             "organizationId": "e4eb09d5-f279-5677-a0c8-a31a0473104a",
                     *             "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *             "joinedOn": "2024-07-01"
                     *           }
                     *         ],
                     *         "roles": [
                     *           {
                     *             "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "personId": "11111111-1111-4111-8111-111111111111",
                     *             "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *             "title": "Lead",
                     *             "from": "2024-07-01",
                     *             "personName": "Ada Brook"
                     *           },
                     *           {
                     *             "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *             "personId": "22222222-2222-4222-8222-222222222222",
                     *             "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *             "title": "Lead",
                     *             "from": "2024-07-01",
                     *             "personName": null
                     *           }
                     *         ],
                     *         "bodies": [
                     *           {
                     *             "bodyId": "c9bad7da-1a1f-5d20-a766-cf5ad7d4d936",
                     *             "cadence": "month",
                     *             "name": "Steering group",
                     *             "from": "2024-07-01",
                     *             "until": "2024-12-01"
                     *           },
                     *           {
                     *             "bodyId": "41aede56-7709-5694-8b8e-aa4ec253f8e8",
                     *             "cadence": "quarter",
                     *             "name": "Joint council",
                     *             "from": "2024-07-01"
                     *           }
                     *         ],
                     *         "goals": [
                     *           {
                     *             "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *             "title": "New teachers stay",
                     *             "setOn": "2024-07-01"
                     *           },
                     *           {
                     *             "goalId": "6c8eb6d5-282a-5305-8b80-b38ededd55d7",
                     *             "title": "Smaller classes",
                     *             "setOn": "2024-07-01",
                     *             "retiredOn": "2024-09-01"
                     *           }
                     *         ],
                     *         "pauses": [
                     *           {
                     *             "from": "2025-01-10",
                     *             "until": "2025-01-20"
                     *           }
                     *         ],
                     *         "formedOn": "2024-07-01",
                     *         "theoryOfAction": "Mentors keep new teachers."
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: components["schemas"]["Data6"];
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getAnomalies: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.047Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "data": {
                     *         "breaches": [],
                     *         "late": [
                     *           {
                     *             "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *             "eventIds": [
                     *               "a0eea35c-0a78-5662-ac37-e69a5b4adad3",
                     *               "aa11465b-c753-5545-a051-aa1266134715"
                     *             ]
                     *           },
                     *           {
                     *             "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *             "eventIds": [
                     *               "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *               "1a85b67b-f716-54e3-9990-3574120f17ec"
                     *             ]
                     *           }
                     *         ],
                     *         "unconfirmed": [
                     *           {
                     *             "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *             "eventIds": [
                     *               "08031d3f-dcfc-5a40-9fda-274904253ddd",
                     *               "bc2f5f14-f6f4-5fec-b4c0-1d5f55186f0d"
                     *             ]
                     *           },
                     *           {
                     *             "commitmentId": "44c1f5f6-357e-5bc3-817f-bda654c0926a",
                     *             "eventIds": [
                     *               "6270b6b0-02dd-5970-a806-302f179a8003"
                     *             ]
                     *           }
                     *         ],
                     *         "onBehalf": [
                     *           {
                     *             "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *             "eventIds": [
                     *               "a0eea35c-0a78-5662-ac37-e69a5b4adad3",
                     *               "aa11465b-c753-5545-a051-aa1266134715"
                     *             ]
                     *           },
                     *           {
                     *             "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *             "eventIds": [
                     *               "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *               "1a85b67b-f716-54e3-9990-3574120f17ec"
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: {
                            breaches: {
                                /** Format: uuid */
                                eventId: string;
                                stream: string;
                                rule: string;
                                why: string;
                            }[];
                            late: {
                                commitmentId: string;
                                eventIds: string[];
                            }[];
                            unconfirmed: {
                                commitmentId: string;
                                eventIds: string[];
                            }[];
                            onBehalf: {
                                commitmentId: string;
                                eventIds: string[];
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listBodies: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.020Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "items": [
                     *         {
                     *           "bodyId": "41aede56-7709-5694-8b8e-aa4ec253f8e8",
                     *           "cadence": "quarter",
                     *           "name": "Joint council",
                     *           "from": "2024-07-01"
                     *         },
                     *         {
                     *           "bodyId": "c9bad7da-1a1f-5d20-a766-cf5ad7d4d936",
                     *           "cadence": "month",
                     *           "name": "Steering group",
                     *           "from": "2024-07-01",
                     *           "until": "2024-12-01"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        items: {
                            /** Format: uuid */
                            bodyId: string;
                            name: string;
                            /** @enum {unknown} */
                            cadence?: "half-year" | "month" | "quarter" | "week" | "year";
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            until?: string;
                        }[];
                        next: null | string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    establishBody: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Steering group",
                 *       "cadence": "month",
                 *       "occurredOn": "2024-07-01"
                 *     }
                 */
                "application/json": components["schemas"]["EstablishBody"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "11",
                     *       "position": "00000000000000000022",
                     *       "made": {
                     *         "bodyId": "c9bad7da-1a1f-5d20-a766-cf5ad7d4d936"
                     *       },
                     *       "eventIds": [
                     *         "48bf4d62-857f-5b62-8b71-1c0a3a796e7a"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    dissolveBody: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                bodyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "occurredOn": "2024-12-01"
                 *     }
                 */
                "application/json": components["schemas"]["MayReason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "13",
                     *       "position": "00000000000000000024",
                     *       "made": {},
                     *       "eventIds": [
                     *         "1cd0d408-98d2-5dd3-b766-f9f0cd6b901f"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listCommitments: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                status?: "struck" | "withdrawn" | "superseded" | "broken" | "kept" | "kept-late" | "partially-met" | "claimed" | "overdue" | "due" | "no-date";
                /** @description Owing or owed. */
                party?: string;
                /** @description An id (UUID) */
                goal?: string;
                /** @description A day that exists, as 2025-02-15 */
                dueFrom?: string;
                /** @description A day that exists, as 2025-02-15 */
                dueTo?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.022Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "items": [
                     *         {
                     *           "commitmentId": "49c1ef92-ecb9-56dc-90c6-bed89c69e991",
                     *           "status": "broken",
                     *           "terms": {
                     *             "changesAgreedBy": "every-party",
                     *             "completion": "all",
                     *             "doneWhen": [
                     *               {
                     *                 "id": "named",
                     *                 "text": "A mentor is named for each."
                     *               }
                     *             ],
                     *             "dueBasis": "stated",
                     *             "dueOn": "2025-02-15",
                     *             "owedTo": [
                     *               "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *             ],
                     *             "owner": "without-owner",
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "shares": [
                     *               {
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *               }
                     *             ],
                     *             "statement": "A room for mentors."
                     *           },
                     *           "madeOn": "2024-09-02",
                     *           "owner": "without-owner",
                     *           "dueOn": "2025-02-15",
                     *           "originalDueOn": "2025-02-15",
                     *           "expectedOn": null,
                     *           "doneOn": null,
                     *           "disputed": "not recorded yet",
                     *           "paused": false,
                     *           "milestones": {
                     *             "reached": 0,
                     *             "planned": 0
                     *           },
                     *           "lastLight": null,
                     *           "slippageDays": 0,
                     *           "latenessDays": null,
                     *           "evidence": {
                     *             "required": false,
                     *             "present": false,
                     *             "accepted": false,
                     *             "triangulated": false,
                     *             "contradicted": false,
                     *             "withAny": false
                     *           },
                     *           "shares": [
                     *             {
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "state": "broken",
                     *               "dueOn": "2025-02-15",
                     *               "doneOn": null
                     *             }
                     *           ],
                     *           "claims": [],
                     *           "correctedTerms": false,
                     *           "onBehalf": [
                     *             "3606ee94-3c71-5a91-8217-b4dc00c9a5c2",
                     *             "a46195ba-613c-59da-a573-732f3ffe4e3c"
                     *           ],
                     *           "unconfirmed": [],
                     *           "late": [
                     *             "3606ee94-3c71-5a91-8217-b4dc00c9a5c2",
                     *             "a46195ba-613c-59da-a573-732f3ffe4e3c"
                     *           ]
                     *         },
                     *         {
                     *           "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *           "status": "overdue",
                     *           "terms": {
                     *             "changesAgreedBy": "every-party",
                     *             "completion": "all",
                     *             "doneWhen": [
                     *               {
                     *                 "id": "named",
                     *                 "text": "A mentor is named for each."
                     *               }
                     *             ],
                     *             "dueBasis": "stated",
                     *             "dueOn": "2025-02-15",
                     *             "owedTo": [
                     *               "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *             ],
                     *             "owner": "without-owner",
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "shares": [
                     *               {
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *               },
                     *               {
                     *                 "party": "08f444f9-9f06-5649-bb6d-612074a79f3a"
                     *               }
                     *             ],
                     *             "statement": "Schools open their rooms in the evening."
                     *           },
                     *           "madeOn": "2024-09-02",
                     *           "owner": "without-owner",
                     *           "dueOn": "2025-02-15",
                     *           "originalDueOn": "2025-02-15",
                     *           "expectedOn": null,
                     *           "doneOn": null,
                     *           "disputed": "not recorded yet",
                     *           "paused": false,
                     *           "milestones": {
                     *             "reached": 0,
                     *             "planned": 0
                     *           },
                     *           "lastLight": null,
                     *           "slippageDays": 0,
                     *           "latenessDays": 44,
                     *           "evidence": {
                     *             "required": false,
                     *             "present": false,
                     *             "accepted": false,
                     *             "triangulated": false,
                     *             "contradicted": false,
                     *             "withAny": false
                     *           },
                     *           "shares": [
                     *             {
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "state": "open",
                     *               "dueOn": "2025-02-15",
                     *               "doneOn": null
                     *             },
                     *             {
                     *               "party": "08f444f9-9f06-5649-bb6d-612074a79f3a",
                     *               "state": "released",
                     *               "dueOn": "2025-02-15",
                     *               "doneOn": null
                     *             }
                     *           ],
                     *           "claims": [],
                     *           "correctedTerms": false,
                     *           "onBehalf": [
                     *             "a0eea35c-0a78-5662-ac37-e69a5b4adad3",
                     *             "aa11465b-c753-5545-a051-aa1266134715"
                     *           ],
                     *           "unconfirmed": [],
                     *           "late": [
                     *             "a0eea35c-0a78-5662-ac37-e69a5b4adad3",
                     *             "aa11465b-c753-5545-a051-aa1266134715"
                     *           ]
                     *         }
                     *       ],
                     *       "next": "WyJjdXJzb3IiXQ"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        items: {
                            /** Format: uuid */
                            commitmentId: string;
                            /** @enum {unknown} */
                            status: "broken" | "claimed" | "due" | "kept" | "kept-late" | "no-date" | "overdue" | "partially-met" | "struck" | "superseded" | "withdrawn";
                            /** @description As the making says them, with the partnership it was made in. */
                            terms: {
                                statement: string;
                                shares: {
                                    /** Format: uuid */
                                    party: string;
                                    does?: string;
                                    /** Format: date */
                                    dueOn?: string;
                                    quantity?: components["schemas"]["Quantity2"];
                                }[];
                                owedTo: string[];
                                /** Format: uuid */
                                goalId?: string;
                                /**
                                 * Format: uuid
                                 * @description The meeting at which it was pledged.
                                 */
                                pledgedAt?: string;
                                /**
                                 * Format: uuid
                                 * @description The commitment it answers.
                                 */
                                answers?: string;
                                /** @description A standing promise falls due at the end of each whole period. */
                                every?: components["schemas"]["Every2"];
                                doneWhen: {
                                    id: string;
                                    text: string;
                                    /** Format: uuid */
                                    indicatorId?: string;
                                    threshold?: string;
                                }[];
                                completion: {
                                    atLeast: number;
                                } | "all";
                                evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
                                /**
                                 * Format: uuid
                                 * @description A party, not owing, that judges claims beside those it is owed to.
                                 */
                                verifier?: string;
                                /** @description Whose agreement a change of terms needs. */
                                changesAgreedBy: {
                                    /** Format: uuid */
                                    bodyId: string;
                                } | "every-party";
                                owner: {
                                    /** Format: uuid */
                                    personId: string;
                                    /** Format: uuid */
                                    roleId: string;
                                    /** Format: uuid */
                                    party: string;
                                    personName: null | string;
                                } | "without-owner";
                                /** @enum {unknown} */
                                dueBasis: "assumed" | "stated";
                                /** Format: date */
                                dueOn: string;
                                /** Format: uuid */
                                partnershipId?: string;
                            } | {
                                statement: string;
                                shares: {
                                    /** Format: uuid */
                                    party: string;
                                    does?: string;
                                    /** Format: date */
                                    dueOn?: string;
                                    quantity?: components["schemas"]["Quantity2"];
                                }[];
                                owedTo: string[];
                                /** Format: uuid */
                                goalId?: string;
                                /**
                                 * Format: uuid
                                 * @description The meeting at which it was pledged.
                                 */
                                pledgedAt?: string;
                                /**
                                 * Format: uuid
                                 * @description The commitment it answers.
                                 */
                                answers?: string;
                                /** @description A standing promise falls due at the end of each whole period. */
                                every?: components["schemas"]["Every2"];
                                doneWhen: {
                                    id: string;
                                    text: string;
                                    /** Format: uuid */
                                    indicatorId?: string;
                                    threshold?: string;
                                }[];
                                completion: {
                                    atLeast: number;
                                } | "all";
                                evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
                                /**
                                 * Format: uuid
                                 * @description A party, not owing, that judges claims beside those it is owed to.
                                 */
                                verifier?: string;
                                /** @description Whose agreement a change of terms needs. */
                                changesAgreedBy: {
                                    /** Format: uuid */
                                    bodyId: string;
                                } | "every-party";
                                owner: {
                                    /** Format: uuid */
                                    personId: string;
                                    /** Format: uuid */
                                    roleId: string;
                                    /** Format: uuid */
                                    party: string;
                                    personName: null | string;
                                } | "without-owner";
                                /** @constant */
                                dueBasis: "none";
                                /** Format: uuid */
                                partnershipId?: string;
                            };
                            /** Format: date */
                            madeOn: string;
                            owner: {
                                /** Format: uuid */
                                personId: string;
                                /** Format: uuid */
                                roleId: string;
                                /** Format: uuid */
                                party: string;
                                personName: null | string;
                            } | "without-owner";
                            dueOn: null | string;
                            originalDueOn: null | string;
                            /** @description Announced by an owing party alone since the last agreement. */
                            expectedOn: null | string;
                            doneOn: null | string;
                            /** @constant */
                            disputed: "not recorded yet";
                            paused: boolean;
                            milestones: components["schemas"]["Milestones"];
                            lastLight: null | {
                                /** @enum {unknown} */
                                light: "at-risk" | "off-track" | "on-track";
                                /** Format: date */
                                on: string;
                                ageDays: number;
                            };
                            slippageDays: null | number;
                            latenessDays: null | number;
                            evidence: components["schemas"]["Evidence"];
                            shares: {
                                /** Format: uuid */
                                party: string;
                                /** @enum {unknown} */
                                state: "broken" | "claimed" | "met" | "open" | "partially-met" | "released" | "transferred";
                                dueOn: null | string;
                                doneOn: null | string;
                            }[];
                            claims: {
                                /** Format: uuid */
                                claimId: string;
                                /** Format: uuid */
                                party: string;
                                /** Format: date */
                                fulfilledOn: string;
                                verdict: null | ("met" | "not-met" | "partially-met");
                                contested: boolean;
                                /** @description Evidence it named that no longer counts (rule 7). */
                                restsOnFallen: string[];
                            }[];
                            correctedTerms: boolean;
                            /** @description Facts recorded by another hand and neither confirmed nor contested by their party. */
                            onBehalf: string[];
                            /** @description Agreements and verdicts that wait for a confirmation. */
                            unconfirmed: string[];
                            /** @description Facts that became known later than the partnership's late days. */
                            late: string[];
                        }[];
                        next: null | string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    makeCommitment: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "statement": "Every new teacher has a mentor.",
                 *       "shares": [
                 *         {
                 *           "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                 *         }
                 *       ],
                 *       "owedTo": [
                 *         "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                 *       ],
                 *       "doneWhen": [
                 *         {
                 *           "id": "named",
                 *           "text": "A mentor is named for each."
                 *         }
                 *       ],
                 *       "owner": "without-owner",
                 *       "dueBasis": "stated",
                 *       "dueOn": "2025-02-15",
                 *       "occurredOn": "2024-09-02",
                 *       "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                 *       "evidenceRequirement": {
                 *         "minimum": 1
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MakeCommitment"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "0",
                     *       "position": "00000000000000000032",
                     *       "made": {},
                     *       "eventIds": [
                     *         "f43016df-0dbf-543b-9392-9a6becefadf5"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    noteContext: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "leadership",
                 *       "title": "A new superintendent",
                 *       "occurredOn": "2024-10-01"
                 *     }
                 */
                "application/json": components["schemas"]["Context"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "18",
                     *       "position": "00000000000000000029",
                     *       "made": {},
                     *       "eventIds": [
                     *         "843ab391-503a-517d-bb97-1727db4048aa"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    recordContribution: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *       "kind": "staff-days",
                 *       "amount": "12.5",
                 *       "towards": "Training of mentors",
                 *       "occurredOn": "2024-10-01"
                 *     }
                 */
                "application/json": components["schemas"]["Contribution"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "17",
                     *       "position": "00000000000000000028",
                     *       "made": {
                     *         "contributionId": "a6689c5e-19cf-51ac-acb6-a837d392a510"
                     *       },
                     *       "eventIds": [
                     *         "a6c7252e-90f5-55fc-8e5c-490a207298d6"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getDifference: {
        parameters: {
            query: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description A day that exists, as 2025-02-15 */
                from: string;
                /** @description A day that exists, as 2025-02-15 */
                to: string;
                axis?: "known" | "occurred";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.051Z",
                     *       "on": "2025-02-28",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "data": {
                     *         "axis": "occurred",
                     *         "from": {
                     *           "asOf": "2025-04-10T14:00:00.051Z",
                     *           "on": "2025-02-01"
                     *         },
                     *         "to": {
                     *           "asOf": "2025-04-10T14:00:00.051Z",
                     *           "on": "2025-02-28"
                     *         },
                     *         "changes": [
                     *           {
                     *             "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *             "field": "status",
                     *             "before": "due",
                     *             "after": "overdue"
                     *           },
                     *           {
                     *             "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *             "field": "status",
                     *             "before": "due",
                     *             "after": "kept"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: {
                            /** @enum {unknown} */
                            axis: "known" | "occurred";
                            from: components["schemas"]["From"];
                            to: components["schemas"]["From"];
                            changes: {
                                /** Format: uuid */
                                commitmentId: string;
                                /** @enum {unknown} */
                                field: "doneOn" | "dueOn" | "evidence" | "expectedOn" | "gone" | "made" | "milestones" | "owner" | "status";
                                before: unknown;
                                after: unknown;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    endPartnership: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The pilot is over.",
                 *       "occurredOn": "2025-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["EndPartnership"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "e47863ea-e056-5c82-bade-b0f7444365c8",
                     *       "stream": "partnership-e47863ea-e056-5c82-bade-b0f7444365c8",
                     *       "revision": "3",
                     *       "position": "00000000000000000090",
                     *       "made": {},
                     *       "eventIds": [
                     *         "d215687f-95c6-5305-96d9-ae546ebbaec6"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listEvidence: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.004Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000074",
                     *       "items": [
                     *         {
                     *           "evidenceId": "13539ab7-a1ed-5a75-a922-2a6e67f43f46",
                     *           "title": "A teacher says",
                     *           "method": "minutes",
                     *           "collectedOn": "2025-02-12",
                     *           "confidentiality": "partnership",
                     *           "revisions": [
                     *             {
                     *               "revision": 1,
                     *               "content": {
                     *                 "kind": "text",
                     *                 "text": {
                     *                   "sha256": "0000000000000000000000000000000000000000000000000000000000000001",
                     *                   "text": "8b974aee-e900-534d-93ae-9ee9ce9d053c",
                     *                   "content": null
                     *                 }
                     *               },
                     *               "day": "2025-02-12",
                     *               "erasedOn": "2025-02-13",
                     *               "appraised": "unappraised",
                     *               "counts": true
                     *             }
                     *           ],
                     *           "appraisals": [],
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *         },
                     *         {
                     *           "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *           "title": "Minutes of the mentoring group",
                     *           "method": "minutes",
                     *           "collectedOn": "2025-02-12",
                     *           "confidentiality": "partnership",
                     *           "revisions": [
                     *             {
                     *               "revision": 1,
                     *               "content": {
                     *                 "kind": "file",
                     *                 "mediaType": "text/plain",
                     *                 "sha256": "0000000000000000000000000000000000000000000000000000000000000002",
                     *                 "size": 47
                     *               },
                     *               "day": "2025-02-12",
                     *               "appraised": "unappraised",
                     *               "counts": true
                     *             },
                     *             {
                     *               "revision": 2,
                     *               "content": {
                     *                 "kind": "link",
                     *                 "url": "https://district.example/minutes"
                     *               },
                     *               "day": "2025-02-13",
                     *               "appraised": "unappraised",
                     *               "counts": true
                     *             }
                     *           ],
                     *           "appraisals": [
                     *             {
                     *               "revision": 1,
                     *               "by": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *               "verdict": "accepted",
                     *               "strength": "strong",
                     *               "day": "2025-02-13",
                     *               "eventId": "786fce3b-1eb8-5348-9667-cecfcf702f46"
                     *             }
                     *           ],
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        items: components["schemas"]["Data3"][];
                        next: null | string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    submitEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitEvidence"];
                "multipart/form-data": {
                    /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
                    occurredOn?: string;
                    /** @description Words: not empty, at most 500 characters */
                    title: string;
                    /** @enum {unknown} */
                    method: "observation" | "interview" | "survey" | "minutes" | "student-work" | "assessment-data" | "administrative-data" | "document" | "visit-report" | "testimony";
                    /** @description A day, month or year that exists, as 2025-02-15, 2025-02 or 2025 */
                    collectedOn: string;
                    /**
                     * Format: uuid
                     * @description An id (UUID)
                     */
                    party: string;
                    /**
                     * Format: date
                     * @description A day that exists, as 2025-02-15
                     */
                    expiresOn?: string;
                    /**
                     * @default partnership
                     * @enum {unknown}
                     */
                    confidentiality?: "public" | "partnership" | "parties";
                    /** @description The file, at most 25 MiB: an image, a PDF, an office document, text or CSV. */
                    file: unknown;
                };
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *       "stream": "evidence-21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *       "revision": "0",
                     *       "position": "00000000000000000061",
                     *       "made": {},
                     *       "eventIds": [
                     *         "df014be3-4978-5cae-a374-a998cb69a93f"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getFollowThrough: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description The first quarter, as FY2024-Q1. Eight are given, where it is left out. */
                from?: string;
                /** @description The last quarter, as FY2025-Q4. The one that runs at `asOf`, where it is left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.052Z",
                     *       "on": "2026-11-22",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "data": {
                     *         "quarters": [
                     *           {
                     *             "name": "FY2025-Q3",
                     *             "first": "2025-01-01",
                     *             "last": "2025-03-31",
                     *             "asPublished": "not recorded yet",
                     *             "knownThen": {
                     *               "asOf": "2025-05-01T03:59:59.999Z",
                     *               "basis": "ledger",
                     *               "followThrough": {
                     *                 "kept": 0,
                     *                 "counted": 0,
                     *                 "rate": null
                     *               },
                     *               "outcomes": {
                     *                 "kept": [],
                     *                 "keptLate": [],
                     *                 "partlyKept": [],
                     *                 "pushed": [],
                     *                 "missed": []
                     *               }
                     *             },
                     *             "knownNow": {
                     *               "asOf": "2025-04-10T14:00:00.052Z",
                     *               "basis": "ledger",
                     *               "followThrough": {
                     *                 "kept": 1,
                     *                 "counted": 8,
                     *                 "rate": {
                     *                   "num": 1,
                     *                   "den": 8
                     *                 }
                     *               },
                     *               "outcomes": {
                     *                 "kept": [
                     *                   {
                     *                     "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65"
                     *                   }
                     *                 ],
                     *                 "keptLate": [],
                     *                 "partlyKept": [],
                     *                 "pushed": [],
                     *                 "missed": [
                     *                   {
                     *                     "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418"
                     *                   },
                     *                   {
                     *                     "commitmentId": "44c1f5f6-357e-5bc3-817f-bda654c0926a"
                     *                   }
                     *                 ]
                     *               }
                     *             }
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: {
                            quarters: {
                                /** @constant */
                                asPublished: "not recorded yet";
                                knownThen: components["schemas"]["KnownThen"];
                                knownNow: components["schemas"]["KnownThen"];
                                name: components["schemas"]["Name"];
                                /** Format: date */
                                first: string;
                                /** Format: date */
                                last: string;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listGoals: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.021Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "items": [
                     *         {
                     *           "goalId": "6c8eb6d5-282a-5305-8b80-b38ededd55d7",
                     *           "title": "Smaller classes",
                     *           "setOn": "2024-07-01",
                     *           "retiredOn": "2024-09-01"
                     *         },
                     *         {
                     *           "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *           "title": "New teachers stay",
                     *           "setOn": "2024-07-01"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        items: {
                            /** Format: uuid */
                            goalId: string;
                            title: string;
                            framework?: string;
                            /** Format: date */
                            setOn: string;
                            /** Format: date */
                            retiredOn?: string;
                        }[];
                        next: null | string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    setGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "New teachers stay",
                 *       "occurredOn": "2024-07-01"
                 *     }
                 */
                "application/json": components["schemas"]["SetGoal"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "14",
                     *       "position": "00000000000000000025",
                     *       "made": {
                     *         "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477"
                     *       },
                     *       "eventIds": [
                     *         "c50611f8-9db5-57d3-a57d-3a2a31f90fec"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    retireGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "No funds.",
                 *       "occurredOn": "2024-09-01"
                 *     }
                 */
                "application/json": components["schemas"]["MayReason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "16",
                     *       "position": "00000000000000000027",
                     *       "made": {},
                     *       "eventIds": [
                     *         "8ee14067-b058-5b86-a6a5-3c8e3a3899e0"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    importTables: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
                goodRowsOnly?: "true" | "false";
            };
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description The tables, each file in a field of this name. */
                    file: unknown;
                };
            };
        };
        responses: {
            /** @description As asked for. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "b3809f02-d8ce-530d-b615-504226bcd1ca",
                     *       "partnership": "74a4f89c-7b4c-5f50-9862-307ee2a7852e",
                     *       "dryRun": true,
                     *       "state": "waiting",
                     *       "done": 0,
                     *       "total": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ImportTables"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["SomebodyWasFaster"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    showImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "b3809f02-d8ce-530d-b615-504226bcd1ca",
                     *       "partnership": "74a4f89c-7b4c-5f50-9862-307ee2a7852e",
                     *       "dryRun": true,
                     *       "state": "waiting",
                     *       "done": 0,
                     *       "total": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ImportTables"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listIndicators: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.007Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000078",
                     *       "items": [
                     *         {
                     *           "indicatorId": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *           "definition": {
                     *             "baseline": {
                     *               "asOf": "2024-06-30",
                     *               "value": "71.5"
                     *             },
                     *             "direction": "up",
                     *             "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *             "name": "New teachers who stay",
                     *             "target": {
                     *               "by": "2026-06-30",
                     *               "value": "85"
                     *             },
                     *             "unit": "percent of two years"
                     *           },
                     *           "series": 1,
                     *           "readings": [
                     *             {
                     *               "asOf": "2025-01-31",
                     *               "n": 14,
                     *               "reading": {
                     *                 "value": "74.0"
                     *               },
                     *               "readingId": "682b7371-fb75-5aa2-a33a-396eab91b216",
                     *               "source": "Payroll",
                     *               "series": 0
                     *             }
                     *           ],
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "definedOn": "2024-09-10"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        items: components["schemas"]["Data4"][];
                        next: null | string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    defineIndicator: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "New teachers who stay",
                 *       "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                 *       "unit": "percent",
                 *       "direction": "up",
                 *       "baseline": {
                 *         "value": "71.5",
                 *         "asOf": "2024-06-30"
                 *       },
                 *       "target": {
                 *         "value": "85",
                 *         "by": "2026-06-30"
                 *       },
                 *       "occurredOn": "2024-09-10"
                 *     }
                 */
                "application/json": components["schemas"]["DefineIndicator"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "stream": "indicator-2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *       "revision": "0",
                     *       "position": "00000000000000000075",
                     *       "made": {},
                     *       "eventIds": [
                     *         "c0e40346-a2e7-54a4-9ebb-ac0f3eb1cac8"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listMeetings: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.008Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000083",
                     *       "items": [
                     *         {
                     *           "meetingId": "2acedb09-c5fa-5c26-9a2b-dc95e8c9c6a9",
                     *           "kind": "meeting",
                     *           "title": "Steering group, October",
                     *           "questions": [],
                     *           "confidentiality": "partnership",
                     *           "attendance": [
                     *             {
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "roles": [
                     *                 "8e9039bb-73c4-5856-829c-a9c229e343fa"
                     *               ]
                     *             }
                     *           ],
                     *           "on": "2024-10-15",
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "scheduledOn": "2024-10-01",
                     *           "guests": 2,
                     *           "reflection": {
                     *             "change": {
                     *               "sha256": "0000000000000000000000000000000000000000000000000000000000000003",
                     *               "text": "78050f13-7d9a-576f-99c0-8659c3da8a4b",
                     *               "content": "Less to read beforehand."
                     *             },
                     *             "worked": {
                     *               "sha256": "0000000000000000000000000000000000000000000000000000000000000004",
                     *               "text": "9d307f35-88e0-5e42-a7e9-0e836bc0dd31",
                     *               "content": "Two schools told how they do it."
                     *             }
                     *           },
                     *           "heldOn": "2024-10-15"
                     *         },
                     *         {
                     *           "meetingId": "a8b1a9b5-3a44-5715-8de2-97e42660eef2",
                     *           "kind": "meeting",
                     *           "title": "Visit to a school",
                     *           "questions": [],
                     *           "confidentiality": "partnership",
                     *           "attendance": [],
                     *           "on": "2024-10-15",
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "scheduledOn": "2024-10-01",
                     *           "cancelledOn": "2024-10-14"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        items: components["schemas"]["Data5"][];
                        next: null | string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    scheduleMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "meeting",
                 *       "title": "Steering group, October",
                 *       "on": "2024-10-15",
                 *       "occurredOn": "2024-10-01"
                 *     }
                 */
                "application/json": components["schemas"]["ScheduleMeeting"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2acedb09-c5fa-5c26-9a2b-dc95e8c9c6a9",
                     *       "stream": "meeting-2acedb09-c5fa-5c26-9a2b-dc95e8c9c6a9",
                     *       "revision": "0",
                     *       "position": "00000000000000000080",
                     *       "made": {},
                     *       "eventIds": [
                     *         "1c369554-ed9e-5b34-a9cb-83f1408640f6"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listParties: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.018Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "items": [
                     *         {
                     *           "organizationId": "3d2e3d3d-cd45-57f9-8eb3-bfd00bc13565",
                     *           "partyId": "08f444f9-9f06-5649-bb6d-612074a79f3a",
                     *           "joinedOn": "2024-07-01",
                     *           "name": "Northfield college",
                     *           "kind": "college"
                     *         },
                     *         {
                     *           "organizationId": "e4eb09d5-f279-5677-a0c8-a31a0473104a",
                     *           "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *           "joinedOn": "2024-07-01",
                     *           "name": "Northfield teachers",
                     *           "kind": "union"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        items: {
                            name: null | string;
                            kind: null | ("agency" | "board" | "college" | "community" | "district" | "external-partner" | "foundation" | "funder" | "parents" | "school" | "team" | "union");
                            /** Format: uuid */
                            partyId: string;
                            /** Format: uuid */
                            organizationId: string;
                            cohort?: string;
                            /** Format: uuid */
                            partOf?: string;
                            /** Format: date */
                            joinedOn: string;
                            /** Format: date */
                            leftOn?: string;
                        }[];
                        next: null | string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    joinParty: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "organizationId": "1d34b984-d7cd-57da-98b8-e866bc3dc152",
                 *       "occurredOn": "2024-07-01"
                 *     }
                 */
                "application/json": components["schemas"]["JoinParty"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "1",
                     *       "position": "00000000000000000010",
                     *       "made": {
                     *         "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *       },
                     *       "eventIds": [
                     *         "e37dbdc4-76dc-51f5-bb49-986ce6646e67"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    letPartyLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The pilot is over.",
                 *       "occurredOn": "2025-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["MayReason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "e47863ea-e056-5c82-bade-b0f7444365c8",
                     *       "stream": "partnership-e47863ea-e056-5c82-bade-b0f7444365c8",
                     *       "revision": "2",
                     *       "position": "00000000000000000089",
                     *       "made": {},
                     *       "eventIds": [
                     *         "48d33695-3145-5f34-9385-8f35626c2cef"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    pausePartnership: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Strike",
                 *       "occurredOn": "2025-01-10"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "19",
                     *       "position": "00000000000000000030",
                     *       "made": {},
                     *       "eventIds": [
                     *         "349ef963-227a-5c56-8bf7-87490ea217f7"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    resumePartnership: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The strike is over",
                 *       "occurredOn": "2025-01-20"
                 *     }
                 */
                "application/json": components["schemas"]["MayReason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "20",
                     *       "position": "00000000000000000031",
                     *       "made": {},
                     *       "eventIds": [
                     *         "c2fcf507-88f7-5e6e-83f8-4a0bbce994bf"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    changeReviewCalendar: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fiscalYearStart": "01-01",
                 *       "from": "2027-01-01",
                 *       "occurredOn": "2024-07-01"
                 *     }
                 */
                "application/json": components["schemas"]["ReviewCalendar"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "8",
                     *       "position": "00000000000000000019",
                     *       "made": {},
                     *       "eventIds": [
                     *         "5a841812-cbcd-5bd6-b122-3b8d26f75d55"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.019Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "items": [
                     *         {
                     *           "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *           "personId": "22222222-2222-4222-8222-222222222222",
                     *           "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *           "title": "Lead",
                     *           "from": "2024-07-01",
                     *           "personName": null
                     *         },
                     *         {
                     *           "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *           "personId": "11111111-1111-4111-8111-111111111111",
                     *           "roleId": "84875e8f-9fc9-5c4a-8796-2e3154c059b3",
                     *           "title": "Second",
                     *           "from": "2024-07-01",
                     *           "until": "2024-08-01",
                     *           "personName": "Ada Brook"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        items: {
                            /** Format: uuid */
                            roleId: string;
                            /** Format: uuid */
                            personId: string;
                            /** Format: uuid */
                            partyId: string;
                            title: string;
                            /** Format: uuid */
                            succeeds?: string;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            until?: string;
                            personName: null | string;
                        }[];
                        next: null | string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    assignRole: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "personId": "11111111-1111-4111-8111-111111111111",
                 *       "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *       "title": "Lead",
                 *       "occurredOn": "2024-07-01"
                 *     }
                 */
                "application/json": components["schemas"]["AssignRole"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "2",
                     *       "position": "00000000000000000011",
                     *       "made": {
                     *         "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa"
                     *       },
                     *       "eventIds": [
                     *         "13e2a1ab-806b-5449-b613-6bed0f33831a"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    endRole: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Another takes it on.",
                 *       "occurredOn": "2024-08-01"
                 *     }
                 */
                "application/json": components["schemas"]["MayReason"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "10",
                     *       "position": "00000000000000000021",
                     *       "made": {},
                     *       "eventIds": [
                     *         "00fd5e0b-33d7-5b0b-9da8-c948edb630f2"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getScorecard: {
        parameters: {
            query: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description The fiscal quarter, as FY2025-Q3. */
                quarter: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.048Z",
                     *       "on": "2026-11-22",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "data": {
                     *         "scoringVersion": 1,
                     *         "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *         "history": "lived",
                     *         "quarter": {
                     *           "name": "FY2025-Q3",
                     *           "first": "2025-01-01",
                     *           "last": "2025-03-31"
                     *         },
                     *         "calendar": {
                     *           "fiscalYearStart": "07-01",
                     *           "timeZone": "America/New_York"
                     *         },
                     *         "asOf": "2025-04-10T14:00:00.048Z",
                     *         "basis": "ledger",
                     *         "judgedThrough": "2025-03-31",
                     *         "through": {
                     *           "eventId": "ed382d5b-da17-55e4-a719-58ec0a40eeed",
                     *           "count": 76
                     *         },
                     *         "commitments": {
                     *           "outcomes": {
                     *             "kept": [
                     *               {
                     *                 "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "dueOn": "2025-02-15",
                     *                 "doneOn": "2025-02-12",
                     *                 "needed": 1,
                     *                 "shares": [
                     *                   {
                     *                     "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "outcome": "kept",
                     *                     "doneOn": "2025-02-12"
                     *                   }
                     *                 ]
                     *               }
                     *             ],
                     *             "keptLate": [],
                     *             "partlyKept": [],
                     *             "pushed": [],
                     *             "missed": [
                     *               {
                     *                 "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *                 "dueOn": "2025-02-15",
                     *                 "doneOn": null,
                     *                 "needed": 2,
                     *                 "shares": [
                     *                   {
                     *                     "party": "08f444f9-9f06-5649-bb6d-612074a79f3a",
                     *                     "outcome": "missed",
                     *                     "doneOn": null
                     *                   },
                     *                   {
                     *                     "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "outcome": "missed",
                     *                     "doneOn": null
                     *                   }
                     *                 ]
                     *               },
                     *               {
                     *                 "commitmentId": "44c1f5f6-357e-5bc3-817f-bda654c0926a",
                     *                 "dueOn": "2025-02-15",
                     *                 "doneOn": null,
                     *                 "needed": 1,
                     *                 "shares": [
                     *                   {
                     *                     "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "outcome": "missed",
                     *                     "doneOn": null
                     *                   }
                     *                 ]
                     *               }
                     *             ]
                     *           },
                     *           "followThrough": {
                     *             "kept": 1,
                     *             "counted": 8,
                     *             "rate": {
                     *               "num": 1,
                     *               "den": 8
                     *             }
                     *           },
                     *           "pending": [],
                     *           "carriedIn": [],
                     *           "noDate": [],
                     *           "uncounted": {
                     *             "renegotiated": [],
                     *             "withdrawn": [],
                     *             "superseded": [],
                     *             "released": [],
                     *             "transferred": [],
                     *             "struck": []
                     *           },
                     *           "beside": {
                     *             "verified": [
                     *               {
                     *                 "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65"
                     *               }
                     *             ],
                     *             "onlyClaimed": [],
                     *             "disputed": "not recorded yet",
                     *             "contested": [],
                     *             "reDated": [],
                     *             "recordedAfterwards": [
                     *               {
                     *                 "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418"
                     *               },
                     *               {
                     *                 "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65"
                     *               }
                     *             ],
                     *             "alreadyDoneWhenPromised": [],
                     *             "correctedTerms": [],
                     *             "unconfirmed": [
                     *               {
                     *                 "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "eventIds": [
                     *                   "08031d3f-dcfc-5a40-9fda-274904253ddd",
                     *                   "bc2f5f14-f6f4-5fec-b4c0-1d5f55186f0d"
                     *                 ]
                     *               },
                     *               {
                     *                 "commitmentId": "44c1f5f6-357e-5bc3-817f-bda654c0926a",
                     *                 "eventIds": [
                     *                   "6270b6b0-02dd-5970-a806-302f179a8003"
                     *                 ]
                     *               }
                     *             ]
                     *           }
                     *         },
                     *         "slippage": {
                     *           "items": [
                     *             {
                     *               "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *               "days": 0
                     *             },
                     *             {
                     *               "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *               "days": 0
                     *             }
                     *           ],
                     *           "median": {
                     *             "num": 0,
                     *             "den": 1
                     *           },
                     *           "worst": 0
                     *         },
                     *         "lateness": {
                     *           "items": [
                     *             {
                     *               "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *               "days": -3
                     *             },
                     *             {
                     *               "commitmentId": "44c1f5f6-357e-5bc3-817f-bda654c0926a",
                     *               "days": 44
                     *             }
                     *           ],
                     *           "median": {
                     *             "num": 44,
                     *             "den": 1
                     *           },
                     *           "worst": 44
                     *         },
                     *         "evidence": {
                     *           "over": [
                     *             "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *             "32f15f1d-de56-5a27-bd4a-bccae68f3d65"
                     *           ],
                     *           "required": [
                     *             "32f15f1d-de56-5a27-bd4a-bccae68f3d65"
                     *           ],
                     *           "present": [
                     *             "32f15f1d-de56-5a27-bd4a-bccae68f3d65"
                     *           ],
                     *           "accepted": [],
                     *           "triangulated": [],
                     *           "contradicted": [],
                     *           "withAny": [
                     *             "32f15f1d-de56-5a27-bd4a-bccae68f3d65"
                     *           ]
                     *         },
                     *         "silent": {
                     *           "parties": [
                     *             "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *           ],
                     *           "shares": [
                     *             {
                     *               "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "openDays": 90
                     *             },
                     *             {
                     *               "commitmentId": "44c1f5f6-357e-5bc3-817f-bda654c0926a",
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "openDays": 90
                     *             }
                     *           ]
                     *         },
                     *         "milestones": {
                     *           "planned": [
                     *             {
                     *               "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *               "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708"
                     *             }
                     *           ],
                     *           "reached": [],
                     *           "reopened": [],
                     *           "outcomes": {
                     *             "kept": [],
                     *             "keptLate": [],
                     *             "partlyKept": [],
                     *             "pushed": [],
                     *             "missed": [
                     *               {
                     *                 "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                 "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708",
                     *                 "dueOn": "2025-01-15",
                     *                 "reachedOn": null
                     *               }
                     *             ]
                     *           },
                     *           "followThrough": {
                     *             "kept": 0,
                     *             "counted": 1,
                     *             "rate": {
                     *               "num": 0,
                     *               "den": 1
                     *             }
                     *           },
                     *           "pending": [],
                     *           "carriedIn": [],
                     *           "rescheduled": [],
                     *           "dropped": [],
                     *           "endedWithCommitment": [],
                     *           "undated": [],
                     *           "words": [
                     *             {
                     *               "kind": "none",
                     *               "word": "",
                     *               "milestones": [
                     *                 {
                     *                   "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                   "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         },
                     *         "activity": {
                     *           "statusReports": {
                     *             "onMilestones": [],
                     *             "onOthers": [],
                     *             "milestonesReportedOn": []
                     *           },
                     *           "evidenceLinks": [
                     *             "7ac7a827-7967-5360-ba92-2c98a5d899a5",
                     *             "906a9250-1255-5622-9298-0bcf4f339009"
                     *           ]
                     *         },
                     *         "meetings": {
                     *           "bodies": [
                     *             {
                     *               "bodyId": "41aede56-7709-5694-8b8e-aa4ec253f8e8",
                     *               "expected": [],
                     *               "met": [],
                     *               "held": [],
                     *               "attendance": []
                     *             }
                     *           ],
                     *           "others": []
                     *         },
                     *         "indicators": [
                     *           {
                     *             "indicatorId": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *             "for": null,
                     *             "unit": "percent of two years",
                     *             "direction": "up",
                     *             "baseline": "71.5",
                     *             "target": {
                     *               "by": "2026-06-30",
                     *               "value": "85"
                     *             },
                     *             "last": {
                     *               "readingId": "682b7371-fb75-5aa2-a33a-396eab91b216",
                     *               "asOf": "2025-01-31",
                     *               "n": 14,
                     *               "value": "74.0"
                     *             },
                     *             "quarterBefore": null,
                     *             "distanceClosed": null,
                     *             "distanceClosedBefore": null,
                     *             "seriesBroken": false
                     *           }
                     *         ],
                     *         "byParty": [
                     *           {
                     *             "party": "08f444f9-9f06-5649-bb6d-612074a79f3a",
                     *             "outcomes": {
                     *               "kept": [],
                     *               "keptLate": [],
                     *               "partlyKept": [],
                     *               "pushed": [],
                     *               "missed": [
                     *                 {
                     *                   "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *                   "dueOn": "2025-02-15",
                     *                   "doneOn": null
                     *                 }
                     *               ]
                     *             },
                     *             "followThrough": {
                     *               "kept": 0,
                     *               "counted": 1,
                     *               "rate": {
                     *                 "num": 0,
                     *                 "den": 1
                     *               }
                     *             }
                     *           },
                     *           {
                     *             "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "outcomes": {
                     *               "kept": [
                     *                 {
                     *                   "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                   "dueOn": "2025-02-15",
                     *                   "doneOn": "2025-02-12"
                     *                 }
                     *               ],
                     *               "keptLate": [],
                     *               "partlyKept": [],
                     *               "pushed": [],
                     *               "missed": [
                     *                 {
                     *                   "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *                   "dueOn": "2025-02-15",
                     *                   "doneOn": null
                     *                 },
                     *                 {
                     *                   "commitmentId": "44c1f5f6-357e-5bc3-817f-bda654c0926a",
                     *                   "dueOn": "2025-02-15",
                     *                   "doneOn": null
                     *                 }
                     *               ]
                     *             },
                     *             "followThrough": {
                     *               "kept": 1,
                     *               "counted": 8,
                     *               "rate": {
                     *                 "num": 1,
                     *                 "den": 8
                     *               }
                     *             }
                     *           }
                     *         ],
                     *         "byGoal": [
                     *           {
                     *             "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *             "outcomes": {
                     *               "kept": [
                     *                 {
                     *                   "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65"
                     *                 }
                     *               ],
                     *               "keptLate": [],
                     *               "partlyKept": [],
                     *               "pushed": [],
                     *               "missed": []
                     *             },
                     *             "followThrough": {
                     *               "kept": 1,
                     *               "counted": 1,
                     *               "rate": {
                     *                 "num": 1,
                     *                 "den": 1
                     *               }
                     *             }
                     *           },
                     *           {
                     *             "goalId": null,
                     *             "outcomes": {
                     *               "kept": [],
                     *               "keptLate": [],
                     *               "partlyKept": [],
                     *               "pushed": [],
                     *               "missed": [
                     *                 {
                     *                   "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418"
                     *                 },
                     *                 {
                     *                   "commitmentId": "44c1f5f6-357e-5bc3-817f-bda654c0926a"
                     *                 }
                     *               ]
                     *             },
                     *             "followThrough": {
                     *               "kept": 0,
                     *               "counted": 7,
                     *               "rate": {
                     *                 "num": 0,
                     *                 "den": 7
                     *               }
                     *             }
                     *           }
                     *         ],
                     *         "children": [
                     *           {
                     *             "partnershipId": "e47863ea-e056-5c82-bade-b0f7444365c8",
                     *             "quarter": {
                     *               "first": "2025-01-01",
                     *               "last": "2025-03-31"
                     *             },
                     *             "followThrough": {
                     *               "kept": 0,
                     *               "counted": 0,
                     *               "rate": null
                     *             }
                     *           }
                     *         ],
                     *         "anomalies": [],
                     *         "agreements": "not recorded yet",
                     *         "reviews": "not recorded yet"
                     *       },
                     *       "earlier": [
                     *         {
                     *           "quarter": {
                     *             "name": "FY2025-Q2",
                     *             "first": "2024-10-01",
                     *             "last": "2024-12-31"
                     *           },
                     *           "asPublished": "not recorded yet",
                     *           "knownThen": {
                     *             "asOf": "2025-01-31T04:59:59.999Z",
                     *             "basis": "ledger",
                     *             "followThrough": {
                     *               "kept": 0,
                     *               "counted": 0,
                     *               "rate": null
                     *             },
                     *             "scorecard": {
                     *               "scoringVersion": 1,
                     *               "partnershipId": null,
                     *               "history": "lived",
                     *               "quarter": {
                     *                 "name": "FY2025-Q2",
                     *                 "first": "2024-10-01",
                     *                 "last": "2024-12-31"
                     *               },
                     *               "calendar": {
                     *                 "fiscalYearStart": "07-01",
                     *                 "timeZone": "America/New_York"
                     *               },
                     *               "asOf": "2025-01-31T04:59:59.999Z",
                     *               "basis": "ledger",
                     *               "judgedThrough": "2024-12-31",
                     *               "through": {
                     *                 "eventId": null,
                     *                 "count": 0
                     *               },
                     *               "commitments": {
                     *                 "outcomes": {
                     *                   "kept": [],
                     *                   "keptLate": [],
                     *                   "partlyKept": [],
                     *                   "pushed": [],
                     *                   "missed": []
                     *                 },
                     *                 "followThrough": {
                     *                   "kept": 0,
                     *                   "counted": 0,
                     *                   "rate": null
                     *                 },
                     *                 "pending": [],
                     *                 "carriedIn": [],
                     *                 "noDate": [],
                     *                 "uncounted": {
                     *                   "renegotiated": [],
                     *                   "withdrawn": [],
                     *                   "superseded": [],
                     *                   "released": [],
                     *                   "transferred": [],
                     *                   "struck": []
                     *                 },
                     *                 "beside": {
                     *                   "verified": [],
                     *                   "onlyClaimed": [],
                     *                   "disputed": "not recorded yet",
                     *                   "contested": [],
                     *                   "reDated": [],
                     *                   "recordedAfterwards": [],
                     *                   "alreadyDoneWhenPromised": [],
                     *                   "correctedTerms": [],
                     *                   "unconfirmed": []
                     *                 }
                     *               },
                     *               "slippage": {
                     *                 "items": [],
                     *                 "median": null,
                     *                 "worst": null
                     *               },
                     *               "lateness": {
                     *                 "items": [],
                     *                 "median": null,
                     *                 "worst": null
                     *               },
                     *               "evidence": {
                     *                 "over": [],
                     *                 "required": [],
                     *                 "present": [],
                     *                 "accepted": [],
                     *                 "triangulated": [],
                     *                 "contradicted": [],
                     *                 "withAny": []
                     *               },
                     *               "silent": {
                     *                 "parties": [],
                     *                 "shares": []
                     *               },
                     *               "milestones": {
                     *                 "planned": [],
                     *                 "reached": [],
                     *                 "reopened": [],
                     *                 "outcomes": {
                     *                   "kept": [],
                     *                   "keptLate": [],
                     *                   "partlyKept": [],
                     *                   "pushed": [],
                     *                   "missed": []
                     *                 },
                     *                 "followThrough": {
                     *                   "kept": 0,
                     *                   "counted": 0,
                     *                   "rate": null
                     *                 },
                     *                 "pending": [],
                     *                 "carriedIn": [],
                     *                 "rescheduled": [],
                     *                 "dropped": [],
                     *                 "endedWithCommitment": [],
                     *                 "undated": [],
                     *                 "words": []
                     *               },
                     *               "activity": {
                     *                 "statusReports": {
                     *                   "onMilestones": [],
                     *                   "onOthers": [],
                     *                   "milestonesReportedOn": []
                     *                 },
                     *                 "evidenceLinks": []
                     *               },
                     *               "meetings": {
                     *                 "bodies": [],
                     *                 "others": []
                     *               },
                     *               "indicators": [],
                     *               "byParty": [],
                     *               "byGoal": [],
                     *               "children": [],
                     *               "anomalies": [],
                     *               "agreements": "not recorded yet",
                     *               "reviews": "not recorded yet"
                     *             }
                     *           },
                     *           "knownNow": {
                     *             "asOf": "2025-04-10T14:00:00.048Z",
                     *             "basis": "ledger",
                     *             "followThrough": {
                     *               "kept": 0,
                     *               "counted": 0,
                     *               "rate": null
                     *             },
                     *             "scorecard": {
                     *               "scoringVersion": 1,
                     *               "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *               "history": "lived",
                     *               "quarter": {
                     *                 "name": "FY2025-Q2",
                     *                 "first": "2024-10-01",
                     *                 "last": "2024-12-31"
                     *               },
                     *               "calendar": {
                     *                 "fiscalYearStart": "07-01",
                     *                 "timeZone": "America/New_York"
                     *               },
                     *               "asOf": "2025-04-10T14:00:00.048Z",
                     *               "basis": "ledger",
                     *               "judgedThrough": "2024-12-31",
                     *               "through": {
                     *                 "eventId": "ed382d5b-da17-55e4-a719-58ec0a40eeed",
                     *                 "count": 76
                     *               },
                     *               "commitments": {
                     *                 "outcomes": {
                     *                   "kept": [],
                     *                   "keptLate": [],
                     *                   "partlyKept": [],
                     *                   "pushed": [],
                     *                   "missed": []
                     *                 },
                     *                 "followThrough": {
                     *                   "kept": 0,
                     *                   "counted": 0,
                     *                   "rate": null
                     *                 },
                     *                 "pending": [],
                     *                 "carriedIn": [],
                     *                 "noDate": [],
                     *                 "uncounted": {
                     *                   "renegotiated": [],
                     *                   "withdrawn": [],
                     *                   "superseded": [],
                     *                   "released": [],
                     *                   "transferred": [],
                     *                   "struck": []
                     *                 },
                     *                 "beside": {
                     *                   "verified": [],
                     *                   "onlyClaimed": [],
                     *                   "disputed": "not recorded yet",
                     *                   "contested": [],
                     *                   "reDated": [],
                     *                   "recordedAfterwards": [],
                     *                   "alreadyDoneWhenPromised": [],
                     *                   "correctedTerms": [],
                     *                   "unconfirmed": []
                     *                 }
                     *               },
                     *               "slippage": {
                     *                 "items": [],
                     *                 "median": null,
                     *                 "worst": null
                     *               },
                     *               "lateness": {
                     *                 "items": [],
                     *                 "median": null,
                     *                 "worst": null
                     *               },
                     *               "evidence": {
                     *                 "over": [],
                     *                 "required": [],
                     *                 "present": [],
                     *                 "accepted": [],
                     *                 "triangulated": [],
                     *                 "contradicted": [],
                     *                 "withAny": []
                     *               },
                     *               "silent": {
                     *                 "parties": [
                     *                   "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *                 ],
                     *                 "shares": [
                     *                   {
                     *                     "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *                     "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "openDays": 92
                     *                   },
                     *                   {
                     *                     "commitmentId": "44c1f5f6-357e-5bc3-817f-bda654c0926a",
                     *                     "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                     "openDays": 92
                     *                   }
                     *                 ]
                     *               },
                     *               "milestones": {
                     *                 "planned": [
                     *                   {
                     *                     "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                     "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708"
                     *                   }
                     *                 ],
                     *                 "reached": [],
                     *                 "reopened": [
                     *                   {
                     *                     "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                     "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708",
                     *                     "eventId": "cbbef42c-c59f-5352-9247-cd50247ec770"
                     *                   }
                     *                 ],
                     *                 "outcomes": {
                     *                   "kept": [],
                     *                   "keptLate": [],
                     *                   "partlyKept": [],
                     *                   "pushed": [
                     *                     {
                     *                       "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                       "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708",
                     *                       "dueOn": "2024-12-01",
                     *                       "reachedOn": null
                     *                     }
                     *                   ],
                     *                   "missed": [
                     *                     {
                     *                       "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                       "milestoneId": "7f4328e6-82ab-59e2-a542-004d63e70c93",
                     *                       "dueOn": "2024-12-01",
                     *                       "reachedOn": null
                     *                     }
                     *                   ]
                     *                 },
                     *                 "followThrough": {
                     *                   "kept": 0,
                     *                   "counted": 2,
                     *                   "rate": {
                     *                     "num": 0,
                     *                     "den": 2
                     *                   }
                     *                 },
                     *                 "pending": [],
                     *                 "carriedIn": [],
                     *                 "rescheduled": [],
                     *                 "dropped": [],
                     *                 "endedWithCommitment": [],
                     *                 "undated": [],
                     *                 "words": [
                     *                   {
                     *                     "kind": "none",
                     *                     "word": "",
                     *                     "milestones": [
                     *                       {
                     *                         "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *                         "milestoneId": "a7fba9c5-fafe-5eac-a5a7-acc486c4e708"
                     *                       }
                     *                     ]
                     *                   }
                     *                 ]
                     *               },
                     *               "activity": {
                     *                 "statusReports": {
                     *                   "onMilestones": [],
                     *                   "onOthers": [
                     *                     "0c05beef-8a4f-58b0-b8aa-b79cdbe056ba"
                     *                   ],
                     *                   "milestonesReportedOn": []
                     *                 },
                     *                 "evidenceLinks": []
                     *               },
                     *               "meetings": {
                     *                 "bodies": [
                     *                   {
                     *                     "bodyId": "41aede56-7709-5694-8b8e-aa4ec253f8e8",
                     *                     "expected": [
                     *                       "2024-12-31"
                     *                     ],
                     *                     "met": [],
                     *                     "held": [],
                     *                     "attendance": []
                     *                   },
                     *                   {
                     *                     "bodyId": "c9bad7da-1a1f-5d20-a766-cf5ad7d4d936",
                     *                     "expected": [
                     *                       "2024-10-31",
                     *                       "2024-11-30"
                     *                     ],
                     *                     "met": [],
                     *                     "held": [],
                     *                     "attendance": []
                     *                   }
                     *                 ],
                     *                 "others": [
                     *                   "2acedb09-c5fa-5c26-9a2b-dc95e8c9c6a9"
                     *                 ]
                     *               },
                     *               "indicators": [
                     *                 {
                     *                   "indicatorId": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *                   "for": null,
                     *                   "unit": "percent",
                     *                   "direction": "up",
                     *                   "baseline": "71.5",
                     *                   "target": {
                     *                     "by": "2026-06-30",
                     *                     "value": "85"
                     *                   },
                     *                   "last": null,
                     *                   "quarterBefore": null,
                     *                   "distanceClosed": null,
                     *                   "distanceClosedBefore": null,
                     *                   "seriesBroken": false
                     *                 }
                     *               ],
                     *               "byParty": [],
                     *               "byGoal": [],
                     *               "children": [],
                     *               "anomalies": [],
                     *               "agreements": "not recorded yet",
                     *               "reviews": "not recorded yet"
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "quarter": {
                     *             "name": "FY2025-Q1",
                     *             "first": "2024-07-01",
                     *             "last": "2024-09-30"
                     *           },
                     *           "asPublished": "not recorded yet",
                     *           "knownThen": {
                     *             "asOf": "2024-10-31T03:59:59.999Z",
                     *             "basis": "ledger",
                     *             "followThrough": {
                     *               "kept": 0,
                     *               "counted": 0,
                     *               "rate": null
                     *             },
                     *             "scorecard": {
                     *               "scoringVersion": 1,
                     *               "partnershipId": null,
                     *               "history": "lived",
                     *               "quarter": {
                     *                 "name": "FY2025-Q1",
                     *                 "first": "2024-07-01",
                     *                 "last": "2024-09-30"
                     *               },
                     *               "calendar": {
                     *                 "fiscalYearStart": "07-01",
                     *                 "timeZone": "America/New_York"
                     *               },
                     *               "asOf": "2024-10-31T03:59:59.999Z",
                     *               "basis": "ledger",
                     *               "judgedThrough": "2024-09-30",
                     *               "through": {
                     *                 "eventId": null,
                     *                 "count": 0
                     *               },
                     *               "commitments": {
                     *                 "outcomes": {
                     *                   "kept": [],
                     *                   "keptLate": [],
                     *                   "partlyKept": [],
                     *                   "pushed": [],
                     *                   "missed": []
                     *                 },
                     *                 "followThrough": {
                     *                   "kept": 0,
                     *                   "counted": 0,
                     *                   "rate": null
                     *                 },
                     *                 "pending": [],
                     *                 "carriedIn": [],
                     *                 "noDate": [],
                     *                 "uncounted": {
                     *                   "renegotiated": [],
                     *                   "withdrawn": [],
                     *                   "superseded": [],
                     *                   "released": [],
                     *                   "transferred": [],
                     *                   "struck": []
                     *                 },
                     *                 "beside": {
                     *                   "verified": [],
                     *                   "onlyClaimed": [],
                     *                   "disputed": "not recorded yet",
                     *                   "contested": [],
                     *                   "reDated": [],
                     *                   "recordedAfterwards": [],
                     *                   "alreadyDoneWhenPromised": [],
                     *                   "correctedTerms": [],
                     *                   "unconfirmed": []
                     *                 }
                     *               },
                     *               "slippage": {
                     *                 "items": [],
                     *                 "median": null,
                     *                 "worst": null
                     *               },
                     *               "lateness": {
                     *                 "items": [],
                     *                 "median": null,
                     *                 "worst": null
                     *               },
                     *               "evidence": {
                     *                 "over": [],
                     *                 "required": [],
                     *                 "present": [],
                     *                 "accepted": [],
                     *                 "triangulated": [],
                     *                 "contradicted": [],
                     *                 "withAny": []
                     *               },
                     *               "silent": {
                     *                 "parties": [],
                     *                 "shares": []
                     *               },
                     *               "milestones": {
                     *                 "planned": [],
                     *                 "reached": [],
                     *                 "reopened": [],
                     *                 "outcomes": {
                     *                   "kept": [],
                     *                   "keptLate": [],
                     *                   "partlyKept": [],
                     *                   "pushed": [],
                     *                   "missed": []
                     *                 },
                     *                 "followThrough": {
                     *                   "kept": 0,
                     *                   "counted": 0,
                     *                   "rate": null
                     *                 },
                     *                 "pending": [],
                     *                 "carriedIn": [],
                     *                 "rescheduled": [],
                     *                 "dropped": [],
                     *                 "endedWithCommitment": [],
                     *                 "undated": [],
                     *                 "words": []
                     *               },
                     *               "activity": {
                     *                 "statusReports": {
                     *                   "onMilestones": [],
                     *                   "onOthers": [],
                     *                   "milestonesReportedOn": []
                     *                 },
                     *                 "evidenceLinks": []
                     *               },
                     *               "meetings": {
                     *                 "bodies": [],
                     *                 "others": []
                     *               },
                     *               "indicators": [],
                     *               "byParty": [],
                     *               "byGoal": [],
                     *               "children": [],
                     *               "anomalies": [],
                     *               "agreements": "not recorded yet",
                     *               "reviews": "not recorded yet"
                     *             }
                     *           },
                     *           "knownNow": {
                     *             "asOf": "2025-04-10T14:00:00.048Z",
                     *             "basis": "ledger",
                     *             "followThrough": {
                     *               "kept": 0,
                     *               "counted": 0,
                     *               "rate": null
                     *             },
                     *             "scorecard": {
                     *               "scoringVersion": 1,
                     *               "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *               "history": "lived",
                     *               "quarter": {
                     *                 "name": "FY2025-Q1",
                     *                 "first": "2024-07-01",
                     *                 "last": "2024-09-30"
                     *               },
                     *               "calendar": {
                     *                 "fiscalYearStart": "07-01",
                     *                 "timeZone": "America/New_York"
                     *               },
                     *               "asOf": "2025-04-10T14:00:00.048Z",
                     *               "basis": "ledger",
                     *               "judgedThrough": "2024-09-30",
                     *               "through": {
                     *                 "eventId": "ed382d5b-da17-55e4-a719-58ec0a40eeed",
                     *                 "count": 76
                     *               },
                     *               "commitments": {
                     *                 "outcomes": {
                     *                   "kept": [],
                     *                   "keptLate": [],
                     *                   "partlyKept": [],
                     *                   "pushed": [],
                     *                   "missed": []
                     *                 },
                     *                 "followThrough": {
                     *                   "kept": 0,
                     *                   "counted": 0,
                     *                   "rate": null
                     *                 },
                     *                 "pending": [],
                     *                 "carriedIn": [],
                     *                 "noDate": [],
                     *                 "uncounted": {
                     *                   "renegotiated": [],
                     *                   "withdrawn": [],
                     *                   "superseded": [],
                     *                   "released": [],
                     *                   "transferred": [],
                     *                   "struck": []
                     *                 },
                     *                 "beside": {
                     *                   "verified": [],
                     *                   "onlyClaimed": [],
                     *                   "disputed": "not recorded yet",
                     *                   "contested": [],
                     *                   "reDated": [],
                     *                   "recordedAfterwards": [],
                     *                   "alreadyDoneWhenPromised": [],
                     *                   "correctedTerms": [],
                     *                   "unconfirmed": []
                     *                 }
                     *               },
                     *               "slippage": {
                     *                 "items": [],
                     *                 "median": null,
                     *                 "worst": null
                     *               },
                     *               "lateness": {
                     *                 "items": [],
                     *                 "median": null,
                     *                 "worst": null
                     *               },
                     *               "evidence": {
                     *                 "over": [],
                     *                 "required": [],
                     *                 "present": [],
                     *                 "accepted": [],
                     *                 "triangulated": [],
                     *                 "contradicted": [],
                     *                 "withAny": []
                     *               },
                     *               "silent": {
                     *                 "parties": [],
                     *                 "shares": []
                     *               },
                     *               "milestones": {
                     *                 "planned": [],
                     *                 "reached": [],
                     *                 "reopened": [],
                     *                 "outcomes": {
                     *                   "kept": [],
                     *                   "keptLate": [],
                     *                   "partlyKept": [],
                     *                   "pushed": [],
                     *                   "missed": []
                     *                 },
                     *                 "followThrough": {
                     *                   "kept": 0,
                     *                   "counted": 0,
                     *                   "rate": null
                     *                 },
                     *                 "pending": [],
                     *                 "carriedIn": [],
                     *                 "rescheduled": [],
                     *                 "dropped": [],
                     *                 "endedWithCommitment": [],
                     *                 "undated": [],
                     *                 "words": []
                     *               },
                     *               "activity": {
                     *                 "statusReports": {
                     *                   "onMilestones": [],
                     *                   "onOthers": [],
                     *                   "milestonesReportedOn": []
                     *                 },
                     *                 "evidenceLinks": []
                     *               },
                     *               "meetings": {
                     *                 "bodies": [
                     *                   {
                     *                     "bodyId": "41aede56-7709-5694-8b8e-aa4ec253f8e8",
                     *                     "expected": [
                     *                       "2024-09-30"
                     *                     ],
                     *                     "met": [],
                     *                     "held": [],
                     *                     "attendance": []
                     *                   },
                     *                   {
                     *                     "bodyId": "c9bad7da-1a1f-5d20-a766-cf5ad7d4d936",
                     *                     "expected": [
                     *                       "2024-07-31",
                     *                       "2024-08-31"
                     *                     ],
                     *                     "met": [],
                     *                     "held": [],
                     *                     "attendance": []
                     *                   }
                     *                 ],
                     *                 "others": []
                     *               },
                     *               "indicators": [
                     *                 {
                     *                   "indicatorId": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *                   "for": null,
                     *                   "unit": "percent",
                     *                   "direction": "up",
                     *                   "baseline": "71.5",
                     *                   "target": {
                     *                     "by": "2026-06-30",
                     *                     "value": "85"
                     *                   },
                     *                   "last": null,
                     *                   "quarterBefore": null,
                     *                   "distanceClosed": null,
                     *                   "distanceClosedBefore": null,
                     *                   "seriesBroken": false
                     *                 }
                     *               ],
                     *               "byParty": [],
                     *               "byGoal": [],
                     *               "children": [],
                     *               "anomalies": [],
                     *               "agreements": "not recorded yet",
                     *               "reviews": "not recorded yet"
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: components["schemas"]["Data7"];
                        earlier: {
                            quarter: components["schemas"]["Quarter"];
                            /** @constant */
                            asPublished: "not recorded yet";
                            knownThen: components["schemas"]["KnownThen2"];
                            knownNow: components["schemas"]["KnownThen2"];
                        }[];
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getPartnershipState: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.050Z",
                     *       "on": "2025-03-31",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "data": {
                     *         "partnership": {
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "name": "Northfield joint team",
                     *           "purpose": "Every class has a trained mentor.",
                     *           "history": "lived",
                     *           "calendar": {
                     *             "fiscalYearStart": "07-01",
                     *             "timeZone": "America/New_York"
                     *           },
                     *           "calendarChanges": [
                     *             {
                     *               "fiscalYearStart": "01-01",
                     *               "from": "2027-01-01"
                     *             }
                     *           ],
                     *           "lateAfterDays": 30,
                     *           "parties": [
                     *             {
                     *               "organizationId": "1d34b984-d7cd-57da-98b8-e866bc3dc152",
                     *               "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "joinedOn": "2024-07-01"
                     *             },
                     *             {
                     *               "organizationId": "e4eb09d5-f279-5677-a0c8-a31a0473104a",
                     *               "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *               "joinedOn": "2024-07-01"
                     *             }
                     *           ],
                     *           "roles": [
                     *             {
                     *               "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "personId": "11111111-1111-4111-8111-111111111111",
                     *               "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *               "title": "Lead",
                     *               "from": "2024-07-01",
                     *               "personName": "Ada Brook"
                     *             },
                     *             {
                     *               "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *               "personId": "22222222-2222-4222-8222-222222222222",
                     *               "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *               "title": "Lead",
                     *               "from": "2024-07-01",
                     *               "personName": null
                     *             }
                     *           ],
                     *           "bodies": [
                     *             {
                     *               "bodyId": "c9bad7da-1a1f-5d20-a766-cf5ad7d4d936",
                     *               "cadence": "month",
                     *               "name": "Steering group",
                     *               "from": "2024-07-01",
                     *               "until": "2024-12-01"
                     *             },
                     *             {
                     *               "bodyId": "41aede56-7709-5694-8b8e-aa4ec253f8e8",
                     *               "cadence": "quarter",
                     *               "name": "Joint council",
                     *               "from": "2024-07-01"
                     *             }
                     *           ],
                     *           "goals": [
                     *             {
                     *               "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *               "title": "New teachers stay",
                     *               "setOn": "2024-07-01"
                     *             },
                     *             {
                     *               "goalId": "6c8eb6d5-282a-5305-8b80-b38ededd55d7",
                     *               "title": "Smaller classes",
                     *               "setOn": "2024-07-01",
                     *               "retiredOn": "2024-09-01"
                     *             }
                     *           ],
                     *           "pauses": [
                     *             {
                     *               "from": "2025-01-10",
                     *               "until": "2025-01-20"
                     *             }
                     *           ],
                     *           "formedOn": "2024-07-01",
                     *           "theoryOfAction": "Mentors keep new teachers."
                     *         },
                     *         "commitments": [
                     *           {
                     *             "commitmentId": "21263b59-7f81-53f1-996b-59d2af5a1418",
                     *             "status": "overdue",
                     *             "terms": {
                     *               "changesAgreedBy": "every-party",
                     *               "completion": "all",
                     *               "doneWhen": [
                     *                 {
                     *                   "id": "named",
                     *                   "text": "A mentor is named for each."
                     *                 }
                     *               ],
                     *               "dueBasis": "stated",
                     *               "dueOn": "2025-02-15",
                     *               "owedTo": [
                     *                 "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *               ],
                     *               "owner": "without-owner",
                     *               "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *               "shares": [
                     *                 {
                     *                   "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *                 },
                     *                 {
                     *                   "party": "08f444f9-9f06-5649-bb6d-612074a79f3a"
                     *                 }
                     *               ],
                     *               "statement": "Schools open their rooms in the evening."
                     *             },
                     *             "madeOn": "2024-09-02",
                     *             "owner": "without-owner",
                     *             "dueOn": "2025-02-15",
                     *             "originalDueOn": "2025-02-15",
                     *             "expectedOn": null,
                     *             "doneOn": null,
                     *             "disputed": "not recorded yet",
                     *             "paused": false,
                     *             "milestones": {
                     *               "reached": 0,
                     *               "planned": 0
                     *             },
                     *             "lastLight": null,
                     *             "slippageDays": 0,
                     *             "latenessDays": 44,
                     *             "evidence": {
                     *               "required": false,
                     *               "present": false,
                     *               "accepted": false,
                     *               "triangulated": false,
                     *               "contradicted": false,
                     *               "withAny": false
                     *             },
                     *             "shares": [
                     *               {
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                 "state": "open",
                     *                 "dueOn": "2025-02-15",
                     *                 "doneOn": null
                     *               },
                     *               {
                     *                 "party": "08f444f9-9f06-5649-bb6d-612074a79f3a",
                     *                 "state": "released",
                     *                 "dueOn": "2025-02-15",
                     *                 "doneOn": null
                     *               }
                     *             ],
                     *             "claims": [],
                     *             "correctedTerms": false,
                     *             "onBehalf": [
                     *               "a0eea35c-0a78-5662-ac37-e69a5b4adad3",
                     *               "aa11465b-c753-5545-a051-aa1266134715"
                     *             ],
                     *             "unconfirmed": [],
                     *             "late": [
                     *               "a0eea35c-0a78-5662-ac37-e69a5b4adad3",
                     *               "aa11465b-c753-5545-a051-aa1266134715"
                     *             ]
                     *           },
                     *           {
                     *             "commitmentId": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *             "status": "kept",
                     *             "terms": {
                     *               "changesAgreedBy": "every-party",
                     *               "completion": "all",
                     *               "doneWhen": [
                     *                 {
                     *                   "id": "named",
                     *                   "text": "A mentor is named for each."
                     *                 }
                     *               ],
                     *               "dueBasis": "stated",
                     *               "dueOn": "2025-02-15",
                     *               "evidenceRequirement": {
                     *                 "minimum": 1
                     *               },
                     *               "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *               "owedTo": [
                     *                 "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *               ],
                     *               "owner": "without-owner",
                     *               "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *               "shares": [
                     *                 {
                     *                   "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *                 }
                     *               ],
                     *               "statement": "Every new teacher has a mentor."
                     *             },
                     *             "madeOn": "2024-09-02",
                     *             "owner": {
                     *               "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *               "personId": "11111111-1111-4111-8111-111111111111",
                     *               "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *               "personName": "Ada Brook"
                     *             },
                     *             "dueOn": "2025-02-15",
                     *             "originalDueOn": "2025-02-15",
                     *             "expectedOn": "2025-02-28",
                     *             "doneOn": "2025-02-12",
                     *             "disputed": "not recorded yet",
                     *             "paused": false,
                     *             "milestones": {
                     *               "reached": 0,
                     *               "planned": 1
                     *             },
                     *             "lastLight": {
                     *               "light": "at-risk",
                     *               "on": "2024-11-04",
                     *               "ageDays": 147
                     *             },
                     *             "slippageDays": 0,
                     *             "latenessDays": -3,
                     *             "evidence": {
                     *               "required": true,
                     *               "present": true,
                     *               "accepted": false,
                     *               "triangulated": false,
                     *               "contradicted": false,
                     *               "withAny": true
                     *             },
                     *             "shares": [
                     *               {
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                 "state": "met",
                     *                 "dueOn": "2025-02-15",
                     *                 "doneOn": "2025-02-12"
                     *               }
                     *             ],
                     *             "claims": [
                     *               {
                     *                 "claimId": "eaea0ceb-398c-5e57-a7ce-dfbaf18e06f8",
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                 "fulfilledOn": "2025-02-12",
                     *                 "verdict": "met",
                     *                 "contested": false,
                     *                 "restsOnFallen": []
                     *               }
                     *             ],
                     *             "correctedTerms": false,
                     *             "onBehalf": [
                     *               "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *               "1a85b67b-f716-54e3-9990-3574120f17ec"
                     *             ],
                     *             "unconfirmed": [
                     *               "08031d3f-dcfc-5a40-9fda-274904253ddd",
                     *               "bc2f5f14-f6f4-5fec-b4c0-1d5f55186f0d"
                     *             ],
                     *             "late": [
                     *               "f43016df-0dbf-543b-9392-9a6becefadf5",
                     *               "1a85b67b-f716-54e3-9990-3574120f17ec"
                     *             ]
                     *           }
                     *         ],
                     *         "evidence": [
                     *           {
                     *             "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *             "title": "Minutes of the mentoring group",
                     *             "method": "minutes",
                     *             "collectedOn": "2025-02-12",
                     *             "confidentiality": "partnership",
                     *             "revisions": [
                     *               {
                     *                 "revision": 1,
                     *                 "content": {
                     *                   "kind": "file",
                     *                   "mediaType": "text/plain",
                     *                   "sha256": "0000000000000000000000000000000000000000000000000000000000000002",
                     *                   "size": 47
                     *                 },
                     *                 "day": "2025-02-12",
                     *                 "appraised": "unappraised",
                     *                 "counts": true
                     *               },
                     *               {
                     *                 "revision": 2,
                     *                 "content": {
                     *                   "kind": "link",
                     *                   "url": "https://district.example/minutes"
                     *                 },
                     *                 "day": "2025-02-13",
                     *                 "appraised": "unappraised",
                     *                 "counts": true
                     *               }
                     *             ],
                     *             "appraisals": [
                     *               {
                     *                 "revision": 1,
                     *                 "by": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *                 "verdict": "accepted",
                     *                 "strength": "strong",
                     *                 "day": "2025-02-13",
                     *                 "eventId": "786fce3b-1eb8-5348-9667-cecfcf702f46"
                     *               }
                     *             ],
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *           },
                     *           {
                     *             "evidenceId": "fe0f2156-def8-527e-b28f-407a222818a0",
                     *             "title": "A page from a diary",
                     *             "method": "minutes",
                     *             "collectedOn": "2025-02-12",
                     *             "confidentiality": "partnership",
                     *             "revisions": [
                     *               {
                     *                 "revision": 1,
                     *                 "content": {
                     *                   "kind": "text",
                     *                   "text": {
                     *                     "sha256": "000000000000000000000000000000000000000000000000000000000000000f",
                     *                     "text": "8da2d49f-d07d-55b6-b316-bb9261763e78",
                     *                     "content": "A mentor was named."
                     *                   }
                     *                 },
                     *                 "day": "2025-02-12",
                     *                 "appraised": "unappraised",
                     *                 "counts": false
                     *               }
                     *             ],
                     *             "appraisals": [],
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "retractedOn": "2025-02-13"
                     *           }
                     *         ],
                     *         "indicators": [
                     *           {
                     *             "indicatorId": "2cd0cb24-79f9-5cfe-be16-a289322baafe",
                     *             "definition": {
                     *               "baseline": {
                     *                 "asOf": "2024-06-30",
                     *                 "value": "71.5"
                     *               },
                     *               "direction": "up",
                     *               "goalId": "a1f5f168-7937-53aa-85ff-27bac9807477",
                     *               "name": "New teachers who stay",
                     *               "target": {
                     *                 "by": "2026-06-30",
                     *                 "value": "85"
                     *               },
                     *               "unit": "percent of two years"
                     *             },
                     *             "series": 1,
                     *             "readings": [
                     *               {
                     *                 "asOf": "2025-01-31",
                     *                 "n": 14,
                     *                 "reading": {
                     *                   "value": "74.0"
                     *                 },
                     *                 "readingId": "682b7371-fb75-5aa2-a33a-396eab91b216",
                     *                 "source": "Payroll",
                     *                 "series": 0
                     *               }
                     *             ],
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "definedOn": "2024-09-10"
                     *           }
                     *         ],
                     *         "meetings": [
                     *           {
                     *             "meetingId": "2acedb09-c5fa-5c26-9a2b-dc95e8c9c6a9",
                     *             "kind": "meeting",
                     *             "title": "Steering group, October",
                     *             "questions": [],
                     *             "confidentiality": "partnership",
                     *             "attendance": [
                     *               {
                     *                 "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *                 "roles": [
                     *                   "8e9039bb-73c4-5856-829c-a9c229e343fa"
                     *                 ]
                     *               }
                     *             ],
                     *             "on": "2024-10-15",
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "scheduledOn": "2024-10-01",
                     *             "guests": 2,
                     *             "reflection": {
                     *               "change": {
                     *                 "sha256": "0000000000000000000000000000000000000000000000000000000000000003",
                     *                 "text": "78050f13-7d9a-576f-99c0-8659c3da8a4b",
                     *                 "content": "Less to read beforehand."
                     *               },
                     *               "worked": {
                     *                 "sha256": "0000000000000000000000000000000000000000000000000000000000000004",
                     *                 "text": "9d307f35-88e0-5e42-a7e9-0e836bc0dd31",
                     *                 "content": "Two schools told how they do it."
                     *               }
                     *             },
                     *             "heldOn": "2024-10-15"
                     *           },
                     *           {
                     *             "meetingId": "a8b1a9b5-3a44-5715-8de2-97e42660eef2",
                     *             "kind": "meeting",
                     *             "title": "Visit to a school",
                     *             "questions": [],
                     *             "confidentiality": "partnership",
                     *             "attendance": [],
                     *             "on": "2024-10-15",
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "scheduledOn": "2024-10-01",
                     *             "cancelledOn": "2024-10-14"
                     *           }
                     *         ],
                     *         "breaches": []
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                        data: {
                            partnership: components["schemas"]["Data6"];
                            commitments: {
                                /** Format: uuid */
                                commitmentId: string;
                                /** @enum {unknown} */
                                status: "broken" | "claimed" | "due" | "kept" | "kept-late" | "no-date" | "overdue" | "partially-met" | "struck" | "superseded" | "withdrawn";
                                /** @description As the making says them, with the partnership it was made in. */
                                terms: {
                                    statement: string;
                                    shares: {
                                        /** Format: uuid */
                                        party: string;
                                        does?: string;
                                        /** Format: date */
                                        dueOn?: string;
                                        quantity?: components["schemas"]["Quantity2"];
                                    }[];
                                    owedTo: string[];
                                    /** Format: uuid */
                                    goalId?: string;
                                    /**
                                     * Format: uuid
                                     * @description The meeting at which it was pledged.
                                     */
                                    pledgedAt?: string;
                                    /**
                                     * Format: uuid
                                     * @description The commitment it answers.
                                     */
                                    answers?: string;
                                    /** @description A standing promise falls due at the end of each whole period. */
                                    every?: components["schemas"]["Every2"];
                                    doneWhen: {
                                        id: string;
                                        text: string;
                                        /** Format: uuid */
                                        indicatorId?: string;
                                        threshold?: string;
                                    }[];
                                    completion: {
                                        atLeast: number;
                                    } | "all";
                                    evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
                                    /**
                                     * Format: uuid
                                     * @description A party, not owing, that judges claims beside those it is owed to.
                                     */
                                    verifier?: string;
                                    /** @description Whose agreement a change of terms needs. */
                                    changesAgreedBy: {
                                        /** Format: uuid */
                                        bodyId: string;
                                    } | "every-party";
                                    owner: {
                                        /** Format: uuid */
                                        personId: string;
                                        /** Format: uuid */
                                        roleId: string;
                                        /** Format: uuid */
                                        party: string;
                                        personName: null | string;
                                    } | "without-owner";
                                    /** @enum {unknown} */
                                    dueBasis: "assumed" | "stated";
                                    /** Format: date */
                                    dueOn: string;
                                    /** Format: uuid */
                                    partnershipId?: string;
                                } | {
                                    statement: string;
                                    shares: {
                                        /** Format: uuid */
                                        party: string;
                                        does?: string;
                                        /** Format: date */
                                        dueOn?: string;
                                        quantity?: components["schemas"]["Quantity2"];
                                    }[];
                                    owedTo: string[];
                                    /** Format: uuid */
                                    goalId?: string;
                                    /**
                                     * Format: uuid
                                     * @description The meeting at which it was pledged.
                                     */
                                    pledgedAt?: string;
                                    /**
                                     * Format: uuid
                                     * @description The commitment it answers.
                                     */
                                    answers?: string;
                                    /** @description A standing promise falls due at the end of each whole period. */
                                    every?: components["schemas"]["Every2"];
                                    doneWhen: {
                                        id: string;
                                        text: string;
                                        /** Format: uuid */
                                        indicatorId?: string;
                                        threshold?: string;
                                    }[];
                                    completion: {
                                        atLeast: number;
                                    } | "all";
                                    evidenceRequirement?: components["schemas"]["EvidenceRequirement2"];
                                    /**
                                     * Format: uuid
                                     * @description A party, not owing, that judges claims beside those it is owed to.
                                     */
                                    verifier?: string;
                                    /** @description Whose agreement a change of terms needs. */
                                    changesAgreedBy: {
                                        /** Format: uuid */
                                        bodyId: string;
                                    } | "every-party";
                                    owner: {
                                        /** Format: uuid */
                                        personId: string;
                                        /** Format: uuid */
                                        roleId: string;
                                        /** Format: uuid */
                                        party: string;
                                        personName: null | string;
                                    } | "without-owner";
                                    /** @constant */
                                    dueBasis: "none";
                                    /** Format: uuid */
                                    partnershipId?: string;
                                };
                                /** Format: date */
                                madeOn: string;
                                owner: {
                                    /** Format: uuid */
                                    personId: string;
                                    /** Format: uuid */
                                    roleId: string;
                                    /** Format: uuid */
                                    party: string;
                                    personName: null | string;
                                } | "without-owner";
                                dueOn: null | string;
                                originalDueOn: null | string;
                                /** @description Announced by an owing party alone since the last agreement. */
                                expectedOn: null | string;
                                doneOn: null | string;
                                /** @constant */
                                disputed: "not recorded yet";
                                paused: boolean;
                                milestones: components["schemas"]["Milestones"];
                                lastLight: null | {
                                    /** @enum {unknown} */
                                    light: "at-risk" | "off-track" | "on-track";
                                    /** Format: date */
                                    on: string;
                                    ageDays: number;
                                };
                                slippageDays: null | number;
                                latenessDays: null | number;
                                evidence: components["schemas"]["Evidence"];
                                shares: {
                                    /** Format: uuid */
                                    party: string;
                                    /** @enum {unknown} */
                                    state: "broken" | "claimed" | "met" | "open" | "partially-met" | "released" | "transferred";
                                    dueOn: null | string;
                                    doneOn: null | string;
                                }[];
                                claims: {
                                    /** Format: uuid */
                                    claimId: string;
                                    /** Format: uuid */
                                    party: string;
                                    /** Format: date */
                                    fulfilledOn: string;
                                    verdict: null | ("met" | "not-met" | "partially-met");
                                    contested: boolean;
                                    /** @description Evidence it named that no longer counts (rule 7). */
                                    restsOnFallen: string[];
                                }[];
                                correctedTerms: boolean;
                                /** @description Facts recorded by another hand and neither confirmed nor contested by their party. */
                                onBehalf: string[];
                                /** @description Agreements and verdicts that wait for a confirmation. */
                                unconfirmed: string[];
                                /** @description Facts that became known later than the partnership's late days. */
                                late: string[];
                            }[];
                            evidence: components["schemas"]["Data3"][];
                            indicators: components["schemas"]["Data4"][];
                            meetings: components["schemas"]["Data5"][];
                            breaches: {
                                /** Format: uuid */
                                eventId: string;
                                stream: string;
                                rule: string;
                                why: string;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    reviseTheoryOfAction: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "theoryOfAction": "Mentors keep new teachers.",
                 *       "occurredOn": "2024-07-01"
                 *     }
                 */
                "application/json": components["schemas"]["TheoryOfAction"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *       "revision": "7",
                     *       "position": "00000000000000000018",
                     *       "made": {},
                     *       "eventIds": [
                     *         "80c13b21-51c8-5c23-8177-e378067744d9"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description Known by then: an instant, as 2025-04-10T14:00:00Z, or the end of a day, as 2025-04-10. Now, where it is left out. */
                asOf?: string;
                /** @description True on that day. The day of `asOf`, where it is left out. */
                on?: string;
                /** @description Known since this ledger had it, or since its source had. What the partnership's history is, where it is left out. */
                basis?: "ledger" | "source";
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                axis?: "known" | "occurred";
                /** @description A day that exists, as 2025-02-15 */
                from?: string;
                /** @description A day that exists, as 2025-02-15 */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.049Z",
                     *       "on": "2026-11-22",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "items": [
                     *         {
                     *           "type": "FulfilmentClaimed",
                     *           "data": {
                     *             "claimId": "eaea0ceb-398c-5e57-a7ce-dfbaf18e06f8",
                     *             "evidence": [
                     *               {
                     *                 "evidenceId": "21bfe7d2-b668-59bf-bef4-c5bcaa496c1f",
                     *                 "revision": 1
                     *               }
                     *             ],
                     *             "fulfilledOn": "2025-02-12",
                     *             "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c"
                     *           },
                     *           "id": "5f3dc378-527b-5cc7-a33e-77ca926ffbf4",
                     *           "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *           "position": "00000000000000000073",
                     *           "revision": "20",
                     *           "recordedAt": "2025-04-10T14:00:00.044Z",
                     *           "occurredOn": "2025-02-14",
                     *           "day": "2025-02-14",
                     *           "actor": {
                     *             "kind": "person",
                     *             "partyId": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                     *             "personId": "11111111-1111-4111-8111-111111111111",
                     *             "roleId": "8e9039bb-73c4-5856-829c-a9c229e343fa",
                     *             "personName": "Ada Brook"
                     *           },
                     *           "recordedBy": {
                     *             "id": "00000000-0000-7000-8000-000000000000",
                     *             "kind": "person"
                     *           },
                     *           "knownSince": "2025-04-10T14:00:00.044Z",
                     *           "firstKnownSince": "2025-04-10T14:00:00.044Z",
                     *           "onBehalf": true
                     *         },
                     *         {
                     *           "type": "FulfilmentVerified",
                     *           "data": {
                     *             "by": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *             "claimId": "eaea0ceb-398c-5e57-a7ce-dfbaf18e06f8",
                     *             "criteria": [
                     *               {
                     *                 "criterionId": "named",
                     *                 "verdict": "met"
                     *               }
                     *             ],
                     *             "verdict": "met"
                     *           },
                     *           "id": "39811222-1f52-5826-be25-d6164afeb8e6",
                     *           "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *           "position": "00000000000000000074",
                     *           "revision": "21",
                     *           "recordedAt": "2025-04-10T14:00:00.045Z",
                     *           "occurredOn": "2025-02-15",
                     *           "day": "2025-02-15",
                     *           "actor": {
                     *             "kind": "person",
                     *             "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                     *             "personId": "22222222-2222-4222-8222-222222222222",
                     *             "roleId": "4238ec5d-1a89-547f-8a7d-49d721932d7a",
                     *             "personName": null
                     *           },
                     *           "recordedBy": {
                     *             "id": "00000000-0000-7000-8000-000000000000",
                     *             "kind": "person"
                     *           },
                     *           "knownSince": "2025-04-10T14:00:00.045Z",
                     *           "firstKnownSince": "2025-04-10T14:00:00.045Z",
                     *           "onBehalf": true
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["GetCommitmentHistory"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description Words of the name or address. */
                q?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.001Z",
                     *       "on": "2025-04-10",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000007",
                     *       "items": [
                     *         {
                     *           "personId": "33333333-3333-4333-8333-333333333333",
                     *           "name": null,
                     *           "email": null,
                     *           "erased": {
                     *             "at": "2025-04-10T14:00:00.002Z",
                     *             "by": "00000000-0000-7000-8000-000000000000",
                     *             "legalGround": "Request of the person"
                     *           }
                     *         },
                     *         {
                     *           "personId": "11111111-1111-4111-8111-111111111111",
                     *           "name": "Ada Brook",
                     *           "email": null,
                     *           "erased": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Item"][];
                        next: null | string;
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    enterPerson: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "personId": "11111111-1111-4111-8111-111111111111",
                 *       "name": "Ada Ames",
                 *       "email": "ada@district.example"
                 *     }
                 */
                "application/json": components["schemas"]["EnterPerson"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterPerson2"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "11111111-1111-4111-8111-111111111111",
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["EnterPerson2"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["SomebodyWasFaster"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.003Z",
                     *       "on": "2025-04-10",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000007",
                     *       "data": {
                     *         "personId": "11111111-1111-4111-8111-111111111111",
                     *         "name": "Ada Brook",
                     *         "email": null,
                     *         "erased": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Item"];
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                        position: string;
                    };
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "legalGround": "Request of the person"
                 *     }
                 */
                "application/json": components["schemas"]["ErasePerson"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterPerson2"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "33333333-3333-4333-8333-333333333333",
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["EnterPerson2"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    renamePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ada Brook"
                 *     }
                 */
                "application/json": components["schemas"]["NamePerson"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterPerson2"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "11111111-1111-4111-8111-111111111111",
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["EnterPerson2"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description Words; each must be found. */
                q: string;
                kind?: "organization" | "partnership" | "goal" | "body" | "commitment" | "milestone" | "indicator" | "evidence" | "meeting" | "context";
                /** @description An id (UUID) */
                partnership?: string;
                /** @description The `position` of a receipt: waits until that write is in the answer. */
                atLeast?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2025-04-10T14:00:00.053Z",
                     *       "on": "2025-04-10",
                     *       "basis": "ledger",
                     *       "position": "00000000000000000090",
                     *       "figures": "complete",
                     *       "items": [
                     *         {
                     *           "kind": "partnership",
                     *           "id": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "stream": "partnership-31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "title": "Northfield joint team",
                     *           "textId": null,
                     *           "snippet": "Northfield joint team · Every class has a trained mentor. · Mentors keep new teachers.",
                     *           "matched": [
                     *             "mentor",
                     *             "Mentors"
                     *           ]
                     *         },
                     *         {
                     *           "kind": "commitment",
                     *           "id": "820338eb-c92a-535b-ab92-a00204ff88a6",
                     *           "stream": "commitment-820338eb-c92a-535b-ab92-a00204ff88a6",
                     *           "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *           "title": "A newsletter.",
                     *           "textId": null,
                     *           "snippet": "A newsletter. · A mentor is named for each.",
                     *           "matched": [
                     *             "mentor"
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @enum {unknown} */
                            kind: "body" | "commitment" | "context" | "evidence" | "goal" | "indicator" | "meeting" | "milestone" | "organization" | "partnership";
                            /** Format: uuid */
                            id: string;
                            /** @description The stream in which it stands: of a milestone that of its commitment, of a goal that of its partnership. */
                            stream: string;
                            /** @description Null for organizations, which belong to none. */
                            partnershipId: null | string;
                            title: string;
                            /** @description The free text about it in which the words were found; null where they are its own. */
                            textId: null | string;
                            /** @description The words in their surroundings. */
                            snippet: string;
                            /** @description The words that match, as they stand there. */
                            matched: string[];
                        }[];
                        next: null | string;
                        /** @description Everything up to here is in it. */
                        position: string;
                        /**
                         * @description `incomplete` while any read model has stopped at an event, or left one out: say "figures incomplete".
                         * @enum {unknown}
                         */
                        figures: "complete" | "incomplete";
                        /** @description Which read models lack something, and from which position on; only where there are some. */
                        lacking?: {
                            projection: string;
                            since: string;
                            /** @enum {unknown} */
                            because: "parked" | "stopped";
                        }[];
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        on: string;
                        /** @enum {unknown} */
                        basis: "ledger" | "source";
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "union-lead",
                     *           "role": "member",
                     *           "personId": "22222222-2222-4222-8222-222222222222",
                     *           "member": {
                     *             "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *             "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *           },
                     *           "madeAt": "2025-04-10T14:00:00.010Z",
                     *           "expiresOn": "2099-12-31"
                     *         }
                     *       ],
                     *       "unreadable": []
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Item2"][];
                        unreadable: string[];
                    };
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "union-lead",
                 *       "role": "member",
                 *       "personId": "22222222-2222-4222-8222-222222222222",
                 *       "member": {
                 *         "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                 *         "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                 *       },
                 *       "expiresOn": "2099-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["MakeToken"];
            };
        };
        responses: {
            /** @description As asked for. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "union-lead",
                     *       "role": "member",
                     *       "personId": "22222222-2222-4222-8222-222222222222",
                     *       "member": {
                     *         "partnershipId": "31affe15-0664-57b0-aba5-68f5acb49803",
                     *         "partyId": "aa06da03-8e81-53be-8132-d5a83a1ff25d"
                     *       },
                     *       "madeAt": "2025-04-10T14:00:00.010Z",
                     *       "expiresOn": "2099-12-31",
                     *       "token": "union-lead.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                     *     }
                     */
                    "application/json": {
                        name: string;
                        /** @enum {unknown} */
                        role: "evaluator" | "facilitator" | "member" | "owner" | "viewer";
                        /**
                         * Format: uuid
                         * @description The hand that the ledger names as recorder, and the person whose roles a member acts in.
                         */
                        personId: string;
                        member?: components["schemas"]["Member"];
                        /** Format: date-time */
                        madeAt: string;
                        /**
                         * Format: date
                         * @description The last day (UTC) on which it signs in.
                         */
                        expiresOn?: string;
                        /** Format: date-time */
                        revokedAt?: string;
                        token: string;
                    };
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "left-behind",
                     *       "role": "viewer",
                     *       "personId": "00000000-0000-7000-8000-000000000002",
                     *       "madeAt": "2025-04-10T14:00:00.011Z",
                     *       "revokedAt": "2025-04-10T14:00:00.012Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Item2"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    correctFact: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                things: "organizations" | "partnerships" | "commitments" | "evidence" | "indicators" | "meetings";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "corrects": "0c05beef-8a4f-58b0-b8aa-b79cdbe056ba",
                 *       "replacement": {
                 *         "data": {
                 *           "of": {
                 *             "kind": "whole"
                 *           },
                 *           "party": "b4f9d438-2b35-5a36-99eb-8ca63b257c6c",
                 *           "light": "at-risk",
                 *           "percent": 50
                 *         },
                 *         "occurredOn": "2024-11-04"
                 *       },
                 *       "reason": "The list was counted twice.",
                 *       "occurredOn": "2025-02-16"
                 *     }
                 */
                "application/json": components["schemas"]["CorrectFact"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "24",
                     *       "position": "00000000000000000086",
                     *       "made": {},
                     *       "eventIds": [
                     *         "ed382d5b-da17-55e4-a719-58ec0a40eeed"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    confirmRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                things: "organizations" | "partnerships" | "commitments" | "evidence" | "indicators" | "meetings";
                id: string;
                eventId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                 *       "occurredOn": "2025-02-16"
                 *     }
                 */
                "application/json": components["schemas"]["ConfirmRecord"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "22",
                     *       "position": "00000000000000000084",
                     *       "made": {},
                     *       "eventIds": [
                     *         "0970a2a0-bd9c-5fe9-8de2-7d93062ffee0"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
    contestRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID of your own making, a new one for each act. Repeated with the same content it is recorded once. */
                "Idempotency-Key": components["parameters"]["Idempotency-Key"];
                /** @description The revision you decided on, in quotes. Refused with 412 where somebody recorded something since. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Whose act it is, where another hand records it: `<partyId>/<roleId>`. */
                "On-Behalf-Of"?: components["parameters"]["On-Behalf-Of"];
                /** @description W3C trace context: the trace goes on through what is recorded to all that comes of it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                things: "organizations" | "partnerships" | "commitments" | "evidence" | "indicators" | "meetings";
                id: string;
                eventId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "party": "aa06da03-8e81-53be-8132-d5a83a1ff25d",
                 *       "occurredOn": "2025-02-16",
                 *       "reason": "Nobody of us asked."
                 *     }
                 */
                "application/json": components["schemas"]["ContestRecord"];
            };
        };
        responses: {
            /** @description Nothing was recorded now: it was recorded before, or is so already. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Ledger-Position": components["headers"]["Ledger-Position"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "stream": "commitment-32f15f1d-de56-5a27-bd4a-bccae68f3d65",
                     *       "revision": "23",
                     *       "position": "00000000000000000085",
                     *       "made": {},
                     *       "eventIds": [
                     *         "65cc584f-66f6-572b-b9f5-9d60ab7463fe"
                     *       ],
                     *       "alreadyRecorded": false
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["WrongInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotThere"];
            409: components["responses"]["SomebodyWasFaster"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["TypeRefused"];
            422: components["responses"]["RuleForbids"];
            429: components["responses"]["TooOften"];
            500: components["responses"]["Broken"];
            503: components["responses"]["NotAvailable"];
        };
    };
}
