using CandidateCrm.Segments.Evaluation;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A rule at one instant in one zone, for many candidates. Safe for concurrent use.</summary>
/// <typeparam name="T">What the rule is about.</typeparam>
public sealed class SegmentTest<T>
{
    private readonly RuleNode<T> _node;
    private readonly Moment _moment;

    internal SegmentTest(RuleNode<T> node, Moment moment, Instant now, DateTimeZone zone)
    {
        _node = node;
        _moment = moment;
        Now = now;
        Zone = zone;
    }

    /// <summary>Gets the instant.</summary>
    public Instant Now { get; }

    /// <summary>Gets the zone in which days begin.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Says whether a candidate is in. Nothing is allocated.</summary>
    public bool Holds(T candidate) => _node.Holds(candidate, _moment);

    /// <summary>Says whether a candidate is in where a comparison with no value is unknown: null for unknown. Nothing is allocated.</summary>
    public bool? Judge(T candidate) => _node.Judge(candidate, _moment);
}
