using CandidateCrm.Candidates;

namespace CandidateCrm.Timeline;

/// <summary>A fact of a kind or version that this version of the library does not know. It is kept byte for byte and changes nothing.</summary>
public sealed record UnknownEntry : IFact
{
    /// <summary>Gets the wire name that was read.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Gets its data as JSON text, exactly as it was read.</summary>
    [PersonalData]
    public required string Data { get; init; }

    /// <summary>Returns name and version.</summary>
    public override string ToString() => $"UnknownEntry {Name} v{Version}";
}
