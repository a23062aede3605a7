using System.Collections.Immutable;

namespace GreenhouseBridge.Mapping;

/// <summary>What becomes of one action.</summary>
internal sealed record ActionMapping
{
    /// <summary>Gets the facts and commands that it may lead to, by the names of their types; empty where it is ignored.</summary>
    public ImmutableArray<string> LeadsTo { get; private init; } = [];

    /// <summary>Gets why it is ignored; null where it is not.</summary>
    public string? IgnoredBecause { get; private init; }

    /// <summary>Gets what reads the payload; null where it is ignored.</summary>
    internal Action<MappedPayload>? Map { get; private init; }

    internal static ActionMapping To(Action<MappedPayload> map, params ImmutableArray<string> leadsTo) => new() { Map = map, LeadsTo = leadsTo };

    internal static ActionMapping Ignored(string because) => new() { IgnoredBecause = because };
}
