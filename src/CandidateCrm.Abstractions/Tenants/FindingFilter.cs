using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Which findings are meant: those to which all that is said here applies.</summary>
public sealed record FindingFilter
{
    /// <summary>Gets the codes, each one of <see cref="FindingCodes"/>; none for all.</summary>
    public ImmutableArray<string> Codes
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets the candidate; unassigned for all.</summary>
    public CandidateId Candidate { get; init; }

    /// <summary>Gets the first instant; null for no bound. A finding stands at the instant of the fact that it is about.</summary>
    public Instant? Since { get; init; }

    /// <summary>Gets the instant before which they lie; null for no bound.</summary>
    public Instant? Until { get; init; }

    /// <summary>Gets a value indicating whether the newest come first.</summary>
    public bool NewestFirst { get; init; }
}
