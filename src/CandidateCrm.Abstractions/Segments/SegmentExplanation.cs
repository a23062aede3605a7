using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Segments;

/// <summary>Why a candidate is in by a rule, or not: the fewest conditions that decide it.</summary>
public sealed record SegmentExplanation
{
    private readonly Lazy<ExplainedPart>? _tree;

    /// <summary>Gets a value indicating whether the candidate is in.</summary>
    public required bool IsIn { get; init; }

    /// <summary>Gets the instant that is meant by now.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the id of the zone in which days begin.</summary>
    public required string Zone { get; init; }

    /// <summary>
    /// Gets the fewest conditions that decide, in the order of the rule: all parts of a group by «and» that holds, and the part that decides with the fewest conditions of one that does not; of a group by «or» the
    /// other way round. Of parts with equally many it is the first. Empty where people decided (<see cref="ByHand"/>), and for who was merged away or erased: they are in no segment, whatever a rule says.
    /// </summary>
    public required ImmutableArray<DecidingCondition> Deciding { get; init; }

    /// <summary>Gets the first instant at which the same data give the other answer; null where time alone never does. Who is in other segments is taken to stay as it is.</summary>
    public Instant? NextFlip { get; init; }

    /// <summary>Gets the proxies that the rule uses, deciding or not, each with the justification that is in force.</summary>
    public ImmutableArray<UsedProxy> Proxies { get; init; } = [];

    /// <summary>Gets what somebody decided by hand, where that decides, so that no condition does; null otherwise.</summary>
    public SegmentChoice? ByHand { get; init; }

    /// <summary>
    /// Gets every part of the rule with whether it holds and decides, and what was found; null in an explanation without one. It is made when it is first asked for, of the object that was explained: ask before a
    /// host changes that object.
    /// </summary>
    public ExplainedPart? Tree
    {
        get => _tree?.Value;
        init => _tree = value is null ? null : new Lazy<ExplainedPart>(value);
    }

    /// <summary>Sets how the tree is made once it is asked for.</summary>
    internal Func<ExplainedPart> TreeLater
    {
        init => _tree = new Lazy<ExplainedPart>(value);
    }

    /// <summary>Renders the answer, the conditions that decide and the proxies as lines of English text. Values that are not masked stand in it; <see cref="ExplainedPart.ToText"/> renders the whole rule.</summary>
    public ImmutableArray<string> ToText() =>
    [
        $"{(IsIn ? "in" : "not in")} at {Moment(At)}, days of {Zone}; {(NextFlip is { } flip ? $"by time alone {(IsIn ? "out" : "in")} from {Moment(flip)}" : "never otherwise by time alone")}",
        .. Deciding.Select(condition => condition.ToText()),
        .. Proxies.Select(proxy => $"proxy {proxy.Field}: {proxy.Justification.Why} ({proxy.Justification.Who}, until {Moment(proxy.Justification.Until)})"),
        .. ByHand is { } choice ? [$"by hand since {Moment(choice.At)}: {choice.Reason} ({choice.By})"] : Array.Empty<string>(),
    ];

    /// <summary>Returns whether the candidate is in, and how many conditions decide; never a value.</summary>
    public override string ToString() => $"{(IsIn ? "in" : "not in")}, decided by {Deciding.Length}";

    private static string Moment(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
