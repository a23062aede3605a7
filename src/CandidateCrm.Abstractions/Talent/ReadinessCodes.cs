using System.Collections.Immutable;

namespace CandidateCrm.Talent;

/// <summary>The stable codes of what stands against hiring somebody now.</summary>
public static class ReadinessCodes
{
    /// <summary>What was known of the person was erased.</summary>
    public const string Erased = "readiness.erased";

    /// <summary>The person goes on under another candidate.</summary>
    public const string Merged = "readiness.merged";

    /// <summary>The person is not to be approached.</summary>
    public const string ContactBarred = "readiness.contact_barred";

    /// <summary>The person is set aside until a date.</summary>
    public const string Snoozed = "readiness.snoozed";

    /// <summary>The person works here, or begins to.</summary>
    public const string Hired = "readiness.hired";

    /// <summary>An application of the person is live.</summary>
    public const string InProcess = "readiness.in_process";

    /// <summary>An application was rejected for a reason that stands against the person.</summary>
    public const string ReasonAgainst = "readiness.reason_against";

    /// <summary>The person is known not to be available enough.</summary>
    public const string NotAvailable = "readiness.not_available";

    /// <summary>The person is known to have no interest in another job.</summary>
    public const string NotInterested = "readiness.not_interested";

    /// <summary>No application of the person came far enough.</summary>
    public const string NotKnown = "readiness.not_known";

    /// <summary>The person was not heard of for too long, or never.</summary>
    public const string NotHeard = "readiness.not_heard";

    /// <summary>Gets all of them, in the order in which they are listed.</summary>
    public static ImmutableArray<string> All { get; } =
        [Erased, Merged, ContactBarred, Snoozed, Hired, InProcess, ReasonAgainst, NotAvailable, NotInterested, NotKnown, NotHeard];
}
