namespace CandidateCrm.Applications;

/// <summary>The stable codes of answers about refusals.</summary>
public static class RefusalCodes
{
    /// <summary>Nothing is in the way.</summary>
    public const string Due = "refusal.due";

    /// <summary>An offer stands for another application of the same person.</summary>
    public const string OfferStands = "refusal.offer_stands";

    /// <summary>Another application of the same person is live.</summary>
    public const string ApplicationLive = "refusal.application_live";

    /// <summary>The person was refused within the window.</summary>
    public const string ToldRecently = "refusal.told_recently";

    /// <summary>A message about another refusal was asked for within the window, and nobody told the candidate so far. Only <see cref="PositionClosedFor.WaitsFor"/> says so.</summary>
    public const string AskedRecently = "refusal.asked_recently";

    /// <summary>This refusal was told already.</summary>
    public const string ToldAlready = "refusal.told_already";

    /// <summary>The message about a later refusal covers this one.</summary>
    public const string Covered = "refusal.covered";

    /// <summary>The person was hired on another application meanwhile.</summary>
    public const string Hired = "refusal.hired";

    /// <summary>The application was rejected, and no person answers for it so far; the same code as <see cref="Timeline.FindingCodes.AdverseNoHuman"/>.</summary>
    public const string NoHuman = Timeline.FindingCodes.AdverseNoHuman;

    /// <summary>Nobody told the candidate for so long that a message would be worse than none; the same code as <see cref="Timeline.FindingCodes.RefusalStale"/>.</summary>
    public const string Stale = Timeline.FindingCodes.RefusalStale;

    /// <summary>The candidate is not to be contacted.</summary>
    public const string ContactBarred = "refusal.contact_barred";

    /// <summary>The candidate goes on under another id, and is told there.</summary>
    public const string Merged = "refusal.merged";

    /// <summary>The candidate was erased.</summary>
    public const string Erased = "refusal.erased";

    /// <summary>The application ended by the candidate's own doing, by a hire, or as the same one twice: there is nothing to refuse.</summary>
    public const string NotOurs = "refusal.not_ours";

    /// <summary>The application has not ended.</summary>
    public const string NotEnded = "refusal.not_ended";

    /// <summary>The person has no such application.</summary>
    public const string Unknown = "refusal.unknown_application";
}
