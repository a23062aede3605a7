using System.Collections.Frozen;

namespace CandidateCrm.Conventions.Dependencies;

/// <summary>
/// Which feature may use which: a feature is a folder, its namespace is <c>CandidateCrm.Feature</c>. Each row says what the
/// feature may use beside itself and what <see cref="ForAll"/> may be used by all. A new arrow is a decision: add it here, in
/// the direction in which the words depend on each other (a promise knows calendars; a calendar knows no promise).
/// </summary>
public static class FeatureTable
{
    public const string Everything = "*";

    /// <summary>Gets what every feature may use, unless its row says «only».</summary>
    public static FrozenSet<string> ForAll { get; } = ["Candidates", "Timeline"];

    /// <summary>Gets the features whose row is the whole truth: not even <see cref="ForAll"/> is added.</summary>
    public static FrozenSet<string> Closed { get; } = ["Calendars"];

    /// <summary>Gets the features that never read or write a store, whatever else their row may gain: their engines are usable alone.</summary>
    public static FrozenSet<string> WithoutStorage { get; } = ["Candidates", "Timeline", "Engagement", "Calendars", "Lifecycle", "Insights"];

    /// <summary>
    /// Gets the names of types that stand between a feature and the whole, whatever folder they are in: reactions to the fold, services
    /// over a store, documents and their readers, and the steps that only a reaction takes. They may use everything; the engines and words beside them may not.
    /// </summary>
    public static bool IsSeam(string type)
    {
        var name = type.Split('`')[0]; // a generic type says how many parameters it has
        return name.EndsWith("Reaction", StringComparison.Ordinal)
            || name.EndsWith("Service", StringComparison.Ordinal)
            || name.EndsWith("Json", StringComparison.Ordinal)
            || name.EndsWith("Reader", StringComparison.Ordinal)
            || SeamSteps.Contains(name);
    }

    private static FrozenSet<string> SeamSteps { get; } =
    [
        "ApplicationClocks", "DraftStep", "FeedbackStep", "InterviewStep", "OfferStep", "SameApplication", "TransferStep", "VisitHistory", "NewsStep", "PublicStatusStep", "RefusalStep", "ReviewStep",
        "AttributeStep", // keeps what the host tells of a person, as the rules declare it
        "CarriedRules", "KeptSegments", "MembershipStep", "SegmentLists", // settle who is in which kept segment at the end of a pass, list them, and know whether the rules in force were carried to everybody
        "HoldStep", // keeps what holds a person back, from the facts of the lifecycle
        "PublicStatusView", // what candidates may read of a relationship, under its rules
        "ApplicationCommand", "CommandRules", // what a service of commands decides by
        "ApplicationBirth", "EndingStep", "NoticeStep", "OpeningStep", "ClosingStep", "StandingOffer", "StageStep", "StageWalk", "SubmissionStep", "ApplicationJoin", "JoinedArrangements", "FurthestStage", // steps of the applications
        "LiveApplications", "RequisitionDocument", "RequisitionWrite", // what the service of requisitions reads and writes
        "FactReading", "PhaseStep", "OverlayStep", "RoleStep", "OnboardingStep", "OnboardingJoin", // steps of the lifecycle
        "PromiseEnding", "HeldPromises", "PromiseHearing", "PromiseOpening", "PromiseScan", "PromiseSlice", "PromiseTasks", "PauseStep", "ProhibitionStep", "RebaseStep", "StandardExpectations", "ScoreSuccession", // steps of the reactions beside them
        "CharterReview", // checks what a tenant's rules promise as a whole
        "IFitSubject", "FitSubject", "FitQuestion", // how what fit is asked over is got for a relationship
        "SurveyAnswers", // what the reaction of the timeline reports of an answer
        "EntryTypes", // the one list of all entries
    ];

    public static FrozenDictionary<string, FrozenSet<string>> Rows { get; } = new Dictionary<string, FrozenSet<string>>
    {
        // The words that everything else is said in.
        ["Candidates"] = [],
        ["Timeline"] = ["Applications"], // a touchpoint may be about an application
        ["Calendars"] = ["Candidates"],

        // What a candidate does, and what it means.
        ["Applications"] = ["Lifecycle", "Jobs"], // closing a requisition is a job
        ["Lifecycle"] = ["Applications"],
        ["Charter"] = ["Applications", "Calendars", "Insights"], // a report card summarizes times
        ["Engagement"] = ["Applications", "Jobs", "Segments"], // an experience may be that of one application; scoring everybody again is a job; criteria of fit are segment rules
        ["Segments"] = ["Applications", "Charter", "Engagement", "Json", "Lifecycle", "Relationships", "Rules", "Storage"], // rules ask for whatever a relationship keeps, in the words of documents

        // What may be said to a candidate, and when.
        ["Consent"] = ["Storage"],
        ["Outreach"] = ["Applications", "Calendars", "Consent", "Storage"],
        ["Sequences"] = ["Applications", "Calendars", "Consent", "Outreach", "Segments", "Storage"],

        // Programmes over people.
        ["Talent"] = ["Applications", "Consent", "Engagement", "Lifecycle", "Outreach", "Segments", "Storage"],
        ["Referrals"] = ["Applications", "Consent", "Storage"],
        ["Feedback"] = ["Applications", "Consent", "Outreach", "Storage"],
        ["Identity"] = ["Storage"],

        // Over the whole.
        ["Privacy"] = ["Applications", "Consent", "Identity", "Storage"],
        ["Audit"] = [Everything], // what happened and why, whichever feature it was
        ["Insights"] = ["Applications", "Calendars", "Charter", "Engagement", "Lifecycle", "Segments"],
        ["Rules"] = [Everything], // a tenant's rules hold the definitions of every feature
        ["Relationships"] = [Everything], // the reducer: the one place that knows the order of the features
        ["Jobs"] = [Everything], // work over many relationships, of whatever feature
        ["Storage"] = [Everything], // the commit holds every feature's slice
        ["Tenants"] = [Everything], // what a host works with: the handle of a tenant and what it answers
        ["Work"] = [Everything], // what workers do
        ["Json"] = [Everything], // the documents hold every feature's words
        ["Hosting"] = [Everything],
        ["Testing"] = [Everything], // for hosts: builders and contract cases over all features
    }.ToFrozenDictionary();

    /// <summary>Says why a feature may not use another, or null where it may.</summary>
    public static string? Refusal(string user, string used)
    {
        if (user == used)
        {
            return null;
        }

        if (!Rows.TryGetValue(user, out var row))
        {
            return $"The feature {user} has no row in {nameof(FeatureTable)}: say there what it may use.";
        }

        if (used == "Storage" && WithoutStorage.Contains(user))
        {
            return $"{user} must not use Storage: its engines are pure and usable alone.";
        }

        var allowed = row.Contains(Everything) || row.Contains(used) || (!Closed.Contains(user) && ForAll.Contains(used));
        return allowed ? null : $"{user} must not use {used}: turn the arrow round, raise an event, or add the arrow to {nameof(FeatureTable)} and say why.";
    }
}
