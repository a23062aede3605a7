using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>What the host's directory says of one candidate. It passes through and is stored nowhere.</summary>
public sealed record CandidateProfile
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the name to show; null where there is none.</summary>
    [PersonalData]
    public string? DisplayName { get; init; }

    /// <summary>Gets the time zone in which the candidate lives, such as <c>Europe/Berlin</c>; null for the tenant's.</summary>
    [PersonalData]
    public string? Zone { get; init; }

    /// <summary>Gets the language to write in, such as <c>de</c> or <c>pt-BR</c>; null for the tenant's.</summary>
    [PersonalData]
    public string? Language { get; init; }

    /// <summary>Gets the address on each channel on which there is one.</summary>
    [PersonalData]
    public ImmutableDictionary<Channel, string> Addresses { get; init; } = ImmutableDictionary<Channel, string>.Empty;

    /// <summary>Gets what templates may insert, by name.</summary>
    [PersonalData]
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Returns the id of the candidate alone.</summary>
    public override string ToString() => $"CandidateProfile {Candidate}";
}
