using System.Collections.Immutable;
using GreenhouseBridge.Webhooks;

namespace GreenhouseBridge;

/// <summary>The answer to a delivery.</summary>
internal sealed record Received
{
    public required Outcome Outcome { get; init; }

    /// <summary>Gets the action; null where the body could not be read.</summary>
    public string? Action { get; init; }

    /// <summary>Gets what happened on timelines because of it, facts of earlier payloads that waited for it included.</summary>
    public ImmutableArray<ToldFact> Facts { get; init; } = [];

    /// <summary>Gets the commands that went to the requisitions, such as <c>saved 17</c>.</summary>
    public ImmutableArray<string> Requisitions { get; init; } = [];

    /// <summary>Gets why it was ignored; null where it was not.</summary>
    public string? IgnoredBecause { get; init; }

    public ImmutableArray<BridgeFinding> Findings { get; init; } = [];
}
